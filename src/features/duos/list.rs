//! The duos of my branches: search by name, filter by branch.

use board::{id::BranchId, protocol::duos::Duo};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::query_signal_with_options};
use words::Key;

use crate::{
    api,
    components::{
        choice::ChoiceOption, empty_state::EmptyState, field::Field, icon::IconName,
        link_button::LinkButton, select::Select,
    },
    features::{
        duos::table::DuoTable,
        fetched::{FetchNotice, Fetched},
    },
    i18n::{t, text, tn},
    paths::Path,
    state::session::SessionState,
};

/// Search, filter and the table. The branch stays in the address; names never enter it, because
/// addresses stay in the history of the browser.
#[component]
pub fn DuoList() -> impl IntoView {
    let duos = Fetched::<Vec<Duo>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { duos.take(api::duos::list().await) });
    });
    load.run(());
    let name = RwSignal::new(String::new());
    let branch = branch_in_address();
    let shown = Memo::new(move |_| {
        let wanted = name.with(|name| name.trim().to_lowercase());
        let branch: Option<BranchId> = branch.with(|branch| branch.parse().ok());
        let fits = |duo: &&Duo| {
            branch.is_none_or(|branch| duo.branch == branch)
                && [&duo.mentee, &duo.mentor]
                    .iter()
                    .any(|member| member.name.to_lowercase().contains(&wanted))
        };
        duos.value.with(|duos| {
            duos.as_ref().map(|duos| duos.iter().filter(fits).cloned().collect::<Vec<_>>())
        })
    });
    let is_empty = Memo::new(move |_| duos.value.with(|duos| duos.as_ref().map(Vec::is_empty)));
    let content = move || match is_empty.get() {
        None => ().into_any(),
        Some(true) => view! {
            <EmptyState title=text(Key::DuosEmpty)>
                <LinkButton
                    label=text(Key::DuosNew)
                    href=Path::NewDuo.href()
                    icon=IconName::Plus
                />
            </EmptyState>
        }
        .into_any(),
        Some(false) => view! {
            <div class="filters">
                <Field label=text(Key::DuosSearch) value=name spellcheck=false/>
                <BranchFilter value=branch/>
            </div>
            <DuoTable duos=shown/>
        }
        .into_any(),
    };
    let count = move || shown.with(|shown| shown.as_ref().map(Vec::len).unwrap_or_default());
    let summary = move || {
        (is_empty.get() == Some(false)).then(|| match count() {
            0 => t(Key::DuosNoneFound),
            count => tn(Key::DuosCount, count),
        })
    };
    view! {
        <FetchNotice ready=duos.is_ready() failure=duos.failure on_retry=load/>
        {content}
        <p class="muted">{summary}</p>
    }
}

/// The chosen branch, in step with the address.
fn branch_in_address() -> RwSignal<String> {
    let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
    let (address, set_address) = query_signal_with_options::<String>("branch", options);
    let value = RwSignal::new(address.get_untracked().unwrap_or_default());
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            set_address.set(Some(now.clone()).filter(|branch| !branch.is_empty()));
        }
        now
    });
    value
}

/// Only where there is something to choose.
#[component]
fn BranchFilter(value: RwSignal<String>) -> impl IntoView {
    let session = SessionState::expect();
    let branches = session.session().map(|session| session.branches).unwrap_or_default();
    let options: Vec<_> = branches
        .into_iter()
        .map(|branch| ChoiceOption::new(branch.id.to_string(), Signal::stored(branch.name)))
        .collect();
    (options.len() > 1).then(|| {
        view! {
            <Select
                label=text(Key::DuoBranch)
                options=options
                value=value
                empty_label=text(Key::DuosAllBranches)
            />
        }
    })
}
