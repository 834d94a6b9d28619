//! The invitations of a list on paper, each in the person's own language, fifty at a time.

use board::{
    id::ImportId,
    protocol::{duos::FreshInvitation, imports::Slips as Told},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
        loading::Loading,
        notice::{Notice, NoticeKind},
    },
    features::{api_error::api_error_text, duos::slip::Slips, imports::work::ImportWork},
    i18n::{t, text, tf},
    platform::{announce, focus, print},
};

const READY: &str = "import-slips";

/// Secrets that are on their way to the printer: in memory alone, and gone with the page.
#[derive(Clone, Copy)]
struct Batch {
    from: RwSignal<usize>,
    told: RwSignal<Option<Told>>,
    failure: RwSignal<Option<ApiError>>,
}

impl Batch {
    fn bring(self, id: ImportId, from: usize) {
        self.from.set(from);
        self.told.set(None);
        self.failure.set(None);
        spawn_local(async move {
            match api::imports::slips(id, from).await {
                Ok(told) => {
                    self.told.try_set(Some(told));
                    focus::focus_soon(READY);
                }
                Err(error) => {
                    announce::announce(&api_error_text(&error));
                    self.failure.try_set(Some(error));
                }
            }
        });
    }
}

/// Nothing until a list is to be printed.
#[component]
pub fn PrintSlips(
    /// What the parts of the page share.
    work: ImportWork,
) -> impl IntoView {
    move || work.printing.get().map(|id| view! { <OneList id/> })
}

#[component]
fn OneList(id: ImportId) -> impl IntoView {
    let batch =
        Batch { from: RwSignal::new(0), told: RwSignal::new(None), failure: RwSignal::new(None) };
    batch.bring(id, 0);
    let invitations = Memo::new(move |_| {
        batch
            .told
            .with(|told| told.as_ref().map(|told| told.invitations.clone()))
            .unwrap_or_default()
    });
    let content = move || match (batch.failure.get(), batch.told.with(Option::is_some)) {
        (Some(error), _) => view! {
            <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
        }
        .into_any(),
        (None, false) => view! { <Loading/> }.into_any(),
        (None, true) => view! { <Ready id batch invitations/> }.into_any(),
    };
    view! {
        <section class="stack">
            <h2 id=READY tabindex="-1">{move || t(Key::ImportSlipsPrint)}</h2>
            {content}
            <Slips invitations/>
        </section>
    }
}

/// How many there are, and the button that prints them.
#[component]
fn Ready(id: ImportId, batch: Batch, invitations: Memo<Vec<FreshInvitation>>) -> impl IntoView {
    let from = batch.from.get_untracked();
    let until = from + invitations.with_untracked(Vec::len);
    let total = batch.told.with_untracked(|told| told.as_ref().map_or(0, |told| told.total));
    let total = usize::try_from(total).unwrap_or(usize::MAX);
    if until == from {
        return view! { <p>{move || t(Key::ImportSlipsAllIn)}</p> }.into_any();
    }
    let range = move || {
        let values = [(from + 1).to_string(), until.to_string(), total.to_string()];
        let [from, until, total] = &values;
        tf(Key::ImportSlipsReady, &[("from", from), ("until", until), ("total", total)])
    };
    view! {
        <p>{range}</p>
        <p>{move || t(Key::ImportSlipsText)}</p>
        <div class="row">
            <Button
                label=text(Key::ImportSlipsPrint)
                icon=IconName::Printer
                on_press=move |()| print::print()
            />
            {(until < total).then(|| view! {
                <Button
                    label=text(Key::ImportSlipsNext)
                    kind=ButtonKind::Quiet
                    on_press=move |()| batch.bring(id, until)
                />
            })}
        </div>
    }
    .into_any()
}
