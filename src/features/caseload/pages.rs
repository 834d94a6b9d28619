//! From one page of the caseload to the next.

use board::protocol::caseload::Caseload;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    features::caseload::address::{Filters, PAGE},
    i18n::{format, t, text, tf},
    platform::focus,
};

/// Where the focus goes on a new page.
pub const LIST: &str = "caseload-list";

/// "Duos 51 to 100 of 4 812", and the ways on.
#[component]
pub fn Pages(
    /// What is shown.
    caseload: Memo<Option<Caseload>>,
    /// What is asked for.
    filters: Filters,
) -> impl IntoView {
    let place = Memo::new(move |_| {
        caseload.with(|page| {
            let page = page.as_ref()?;
            let shown = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
            (page.total > 0).then_some((page.after, page.after.saturating_add(shown), page.total))
        })
    });
    let number = |number: u32| format::number(usize::try_from(number).unwrap_or(usize::MAX));
    let words = move || {
        place.get().map(|(after, until, total)| {
            let from = number((after + 1).min(until));
            let (until, total) = (number(until), number(total));
            let values = [("from", from.as_str()), ("until", &until), ("total", &total)];
            tf(Key::CaseloadPage, &values)
        })
    };
    let go = move |after: u32| {
        filters.go_to(after);
        focus::focus_soon(LIST);
    };
    let back = move || {
        place.get().filter(|(after, ..)| *after > 0).map(|(after, ..)| {
            view! {
                <Button
                    label=text(Key::CaseloadPrevious)
                    kind=ButtonKind::Quiet
                    icon=IconName::Back
                    on_press=move |()| go(after.saturating_sub(PAGE))
                />
            }
        })
    };
    let on = move || {
        place.get().filter(|(_, until, total)| until < total).map(|(_, until, _)| {
            view! {
                <Button
                    label=text(Key::CaseloadNext)
                    kind=ButtonKind::Quiet
                    on_press=move |()| go(until)
                />
            }
        })
    };
    view! {
        <nav class="row no-print" aria-label=move || t(Key::CaseloadPages)>
            {back}
            <p class="muted">{words}</p>
            {on}
        </nav>
    }
}
