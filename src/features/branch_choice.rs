//! Which of somebody's branches a page is about: in the address, the first one unless it says.

use board::{
    id::BranchId,
    protocol::{problem::ProblemCode, session::BranchInfo},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::query_signal_with_options};
use words::Key;

use crate::{
    api::http::ApiError,
    components::{choice::ChoiceOption, empty_state::EmptyState, select::Select},
    features::fetched::FetchNotice,
    i18n::text,
    state::session::SessionState,
};

/// The chosen branch; tracked. One that is not the reader's is asked for all the same: the server
/// says that it is not there.
#[must_use]
pub fn chosen_branch() -> (Memo<Option<BranchId>>, RwSignal<String>) {
    let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
    let (address, set_address) = query_signal_with_options::<String>("branch", options);
    let first = branches().first().map(|branch| branch.id);
    let shown = address.get_untracked().or_else(|| first.map(|id| id.to_string()));
    let value = RwSignal::new(shown.unwrap_or_default());
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            set_address.set(Some(now.clone()));
        }
        now
    });
    (Memo::new(move |_| value.with(|value| value.parse().ok())), value)
}

fn branches() -> Vec<BranchInfo> {
    SessionState::expect().session().map(|session| session.branches).unwrap_or_default()
}

/// Only where there is something to choose.
#[component]
pub fn BranchChoice(
    /// The chosen branch.
    value: RwSignal<String>,
) -> impl IntoView {
    let options: Vec<_> = branches()
        .into_iter()
        .map(|branch| ChoiceOption::new(branch.id.to_string(), Signal::stored(branch.name)))
        .collect();
    (options.len() > 1).then(|| {
        view! {
            <div class="filters no-print">
                <Select label=text(Key::ThresholdBranch) options=options value=value always=true/>
            </div>
        }
    })
}

/// Words until the answer about a branch is here, or why there is none. That it is somebody else's
/// is no fault: the choice above leads on.
#[component]
pub fn BranchNotice(
    /// Whether there is an answer to show.
    ready: Signal<bool>,
    /// Why the last try failed.
    failure: RwSignal<Option<ApiError>>,
    /// Asks again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let elsewhere = Memo::new(move |_| {
        failure.with(|failure| failure.as_ref()?.code().cloned()) == Some(ProblemCode::NotFound)
    });
    move || {
        if elsewhere.get() {
            view! { <EmptyState title=text(Key::CaseloadElsewhere)/> }.into_any()
        } else {
            view! { <FetchNotice ready failure on_retry/> }.into_any()
        }
    }
}
