//! What a page read from the server: nothing yet, the answer, or why there is none.

use board::protocol::problem::ProblemCode;
use leptos::prelude::*;

use crate::{
    api::http::ApiError,
    components::{error_state::ErrorState, loading::Loading, notice::Notice},
    features::api_error::api_error_text,
    i18n::{format, t, tf},
    platform::returning,
    state::{library::Shelf, session::SessionState},
};
use wire::Wire;
use words::Key;

/// The last good answer, and the last failure. An old answer stays when reading it anew fails.
pub struct Fetched<T: Send + Sync + 'static> {
    /// The last good answer.
    pub value: RwSignal<Option<T>>,
    /// Why the last try failed.
    pub failure: RwSignal<Option<ApiError>>,
    /// When the answer was kept, in milliseconds, where it is the copy of this device.
    pub kept: RwSignal<Option<f64>>,
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
            kept: RwSignal::new(None),
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

    /// Takes an answer and keeps it under a name. Without an answer the one that was kept comes in
    /// its place, and why stays in `failure`.
    pub async fn take_or_copy(self, name: &str, answer: Result<T, ApiError>)
    where
        T: Wire,
    {
        let shelf = Shelf::of(self.session);
        match &answer {
            Ok(value) => {
                shelf.put(name, value).await;
                self.kept.try_set(None);
            }
            Err(error) if error.is_passing() => {
                if let Some((copy, at)) = shelf.copy::<T>(name).await {
                    self.kept.try_set(Some(at));
                    self.take(Ok(copy));
                }
            }
            Err(_) => {}
        }
        self.take(answer);
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

/// "You are reading the copy of …", while the answer is the copy of this device.
#[component]
pub fn CopyNote(
    /// When it was kept.
    kept: RwSignal<Option<f64>>,
    /// What can be done with it needs the network.
    #[prop(optional)]
    locked: bool,
) -> impl IntoView {
    move || {
        kept.get().map(|at| {
            let words = move || tf(Key::CopyOf, &[("date", &format::date_time(at))]);
            let change = locked.then(|| view! { <p>{move || t(Key::CopyChange)}</p> });
            view! { <Notice><p>{words}</p> {change}</Notice> }
        })
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
    /// What is said without a network where there is no copy: why, and what is so until then.
    #[prop(optional)]
    without: Option<Key>,
) -> impl IntoView {
    let away = Memo::new(move |_| failure.with(|error| error.as_ref().map(ApiError::is_away)));
    // The network is back: nobody has to press the button.
    returning::each(move || {
        if failure.with(|error| error.as_ref().is_some_and(ApiError::is_passing)) {
            on_retry.run(());
        }
    });
    let what = Signal::derive(move || {
        failure.with(|error| match (error, without) {
            (Some(ApiError::Away), Some(why)) => t(why),
            (Some(error), _) => api_error_text(error),
            (None, _) => String::new(),
        })
    });
    move || match (ready.get(), away.get()) {
        (true, _) => ().into_any(),
        (false, Some(away)) => {
            view! { <ErrorState what=what on_retry=on_retry away=away/> }.into_any()
        }
        (false, None) => view! { <Loading/> }.into_any(),
    }
}
