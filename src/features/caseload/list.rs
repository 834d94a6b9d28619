//! The caseload as a page shows it: whom to call, states, filters, the list, live.

use board::protocol::{
    caseload::{Caseload, CaseloadChoices, CaseloadRow, StateCount},
    problem::ProblemCode,
};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::Button,
        empty_state::EmptyState,
        icon::IconName,
        link_button::LinkButton,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        caseload::{
            address::Filters, filters::CaseloadFilters, live, pages::Pages, table::CaseloadTable,
            tiles::StateTiles,
        },
        fetched::{FetchNotice, Fetched},
    },
    i18n::{format, t, text, tf, tnf},
    paths::Path,
    platform::{announce::announce, focus},
};

/// Typing a name asks once it rests.
const TYPING_MS: u32 = 250;

/// The caseload: what the heading of the page and the list both know.
#[derive(Clone, Copy)]
pub struct OpenCaseload {
    /// The last answer.
    pub page: Fetched<Caseload>,
    filters: Filters,
    reload: Callback<()>,
}

impl OpenCaseload {
    /// Reads the page of the present address, and anew with each change of it or of a duo.
    #[must_use]
    pub fn read() -> Self {
        let page = Fetched::<Caseload>::nothing();
        let filters = Filters::of_address();
        let query = Memo::new(move |_| filters.query());
        let reload = Callback::new(move |()| {
            let asked = query.get_untracked();
            spawn_local(async move {
                let answer = api::caseload::read(&asked).await;
                // Another question was asked meanwhile: its answer counts.
                if query.try_get_untracked().as_ref() == Some(&asked) {
                    take(page, answer);
                }
            });
        });
        Effect::new(move |before: Option<()>| {
            let asked = query.get();
            if before.is_none() {
                reload.run(());
                return;
            }
            spawn_local(async move {
                TimeoutFuture::new(TYPING_MS).await;
                if query.try_get_untracked() == Some(asked) {
                    reload.try_run(());
                }
            });
        });
        live::follow(reload);
        Self { page, filters, reload }
    }

    /// "Lundi : 3 duos à appeler"; tracked.
    #[must_use]
    pub fn heading(self) -> String {
        self.page.value.with(|page| {
            let Some(page) = page else { return t(Key::DuosTitle) };
            let day = format::weekday(page.today);
            match usize::try_from(page.to_call).unwrap_or(usize::MAX) {
                0 => tf(Key::CaseloadHeadingNone, &[("day", &day)]),
                duos => tnf(Key::CaseloadHeading, duos, &[("day", &day)]),
            }
        })
    }
}

/// Keeps the focus where it is when rows move, and says that they did.
fn take(page: Fetched<Caseload>, answer: Result<Caseload, api::http::ApiError>) {
    let order = |page: &Caseload| page.rows.iter().map(|row| row.id).collect::<Vec<_>>();
    let before = page.value.try_with_untracked(|page| page.as_ref().map(order)).flatten();
    let after = answer.as_ref().ok().map(order);
    let focused = focus::focused_id();
    page.take(answer);
    if let (Some(before), Some(after)) = (before, after)
        && before != after
    {
        announce(&t(Key::CaseloadMoved));
        // A row that moves loses the focus in its browser.
        if let Some(id) = focused.filter(|id| id.starts_with("act-") || id.starts_with("duo-")) {
            focus::focus_soon(id);
        }
    }
}

/// Tiles, filters, table, pages; or why there are none.
#[component]
pub fn CaseloadList(
    /// What was read.
    caseload: OpenCaseload,
) -> impl IntoView {
    let OpenCaseload { page, filters, reload } = caseload;
    let shown = Memo::new(move |_| page.value.get());
    let counts: Memo<Vec<StateCount>> = Memo::new(move |_| {
        shown.with(|page| page.as_ref().map(|page| page.counts.clone()).unwrap_or_default())
    });
    let choices: Memo<CaseloadChoices> = Memo::new(move |_| {
        shown.with(|page| page.as_ref().map(|page| page.choices.clone()).unwrap_or_default())
    });
    let rows: Memo<Vec<CaseloadRow>> = Memo::new(move |_| {
        shown.with(|page| page.as_ref().map(|page| page.rows.clone()).unwrap_or_default())
    });
    // An address that leads nowhere is told once; a press leads back to the list.
    let astray =
        Memo::new(move |_| match page.failure.with(|failure| failure.as_ref()?.code().cloned()) {
            Some(ProblemCode::NotFound) => Some(Key::CaseloadElsewhere),
            Some(ProblemCode::Unusable) => Some(Key::CaseloadAstray),
            _ => None,
        });
    let ready = page.is_ready();
    let some = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let any_duo = Memo::new(move |_| counts.with(|counts| counts.iter().any(|it| it.duos > 0)));
    let list = move || match (ready.get(), some.get()) {
        (false, _) => ().into_any(),
        (true, true) => view! { <CaseloadTable rows=rows/> }.into_any(),
        (true, false) if any_duo.get() || filters.any() => {
            view! { <EmptyState title=text(Key::CaseloadNoneFound)/> }.into_any()
        }
        (true, false) => view! {
            <EmptyState title=text(Key::CaseloadEmpty)>
                <LinkButton label=text(Key::DuosNew) href=Path::NewDuo.href() icon=IconName::Plus/>
                <p>
                    <a class="link" href=Path::ImportDuos.href()>{move || t(Key::DuoKnownList)}</a>
                </p>
            </EmptyState>
        }
        .into_any(),
    };
    let stale = move || {
        let failure = page.failure.get().filter(|_| ready.get())?;
        let words = move || api_error_text(&failure);
        Some(view! { <Notice kind=NoticeKind::Attend><p>{words}</p></Notice> })
    };
    move || {
        if let Some(words) = astray.get() {
            return view! {
                <EmptyState title=text(words)>
                    <Button
                        label=text(Key::CaseloadClear)
                        icon=IconName::Cross
                        on_press=move |()| filters.clear()
                    />
                </EmptyState>
            }
            .into_any();
        }
        view! {
            <FetchNotice ready=ready failure=page.failure on_retry=reload/>
            <Show when=move || ready.get()>
                <StateTiles counts=counts filters=filters/>
                <CaseloadFilters choices=choices filters=filters/>
            </Show>
            {stale}
            {list}
            <Show when=move || some.get()><Pages caseload=shown filters=filters/></Show>
            <p class="muted">{move || t(Key::CaseloadPrivacy)}</p>
        }
        .into_any()
    }
}
