//! What a page read from the server: nothing yet, the answer, or why there is none.

use board::protocol::problem::ProblemCode;
use leptos::prelude::*;

use crate::{
    api::http::ApiError,
    components::{error_state::ErrorState, loading::Loading},
    features::api_error::api_error_text,
    state::session::SessionState,
};

/// The last good answer, and the last failure. An old answer stays when reading it anew fails.
pub struct Fetched<T: Send + Sync + 'static> {
    /// The last good answer.
    pub value: RwSignal<Option<T>>,
    /// Why the last try failed.
    pub failure: RwSignal<Option<ApiError>>,
    session: SessionState,
}

impl<T: Send + Sync + 'static> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Fetched<T> {}

impl<T: PartialEq + Send + Sync + 'static> Fetched<T> {
    /// Nothing yet.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            value: RwSignal::new(None),
            failure: RwSignal::new(None),
            session: SessionState::expect(),
        }
    }

    /// Takes an answer. The same answer again changes nothing on the screen.
    pub fn take(self, answer: Result<T, ApiError>) {
        match answer {
            Ok(value) => {
                // The page may be gone by now.
                let news = self.value.try_with_untracked(|known| known.as_ref() != Some(&value));
                if news == Some(true) {
                    self.value.set(Some(value));
                }
                self.note(None);
            }
            Err(error) => {
                if error.code() == Some(&ProblemCode::SignedOut) {
                    self.session.end();
                }
                self.note(Some(error));
            }
        }
    }

    fn note(self, failure: Option<ApiError>) {
        if self.failure.try_with_untracked(|known| *known != failure) == Some(true) {
            self.failure.set(failure);
        }
    }

    /// Whether there is an answer to show; tracked.
    #[must_use]
    pub fn is_ready(self) -> Signal<bool> {
        Signal::derive(move || self.value.with(Option::is_some))
    }
}

/// Words until the first answer is here, or why it is not. Nothing after that.
#[component]
pub fn FetchNotice(
    /// Whether there is an answer to show.
    ready: Signal<bool>,
    /// Why the last try failed.
    failure: RwSignal<Option<ApiError>>,
    /// Tries again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let failed = Memo::new(move |_| failure.with(Option::is_some));
    let what = Signal::derive(move || {
        failure.with(|error| error.as_ref().map(api_error_text)).unwrap_or_default()
    });
    move || match (ready.get(), failed.get()) {
        (true, _) => ().into_any(),
        (false, true) => view! { <ErrorState what=what on_retry=on_retry/> }.into_any(),
        (false, false) => view! { <Loading/> }.into_any(),
    }
}
