//! Pages of the association while their session lasts: names are other people's, and leave the
//! screen with it. What was half typed waits underneath until the same person is back.

use leptos::prelude::*;
use words::Key;

use crate::{i18n::t, platform::page, state::session::SessionState};

/// The pages, out of sight and out of hearing once the session has ended.
#[component]
pub fn Veil(
    /// The pages.
    children: Children,
) -> impl IntoView {
    let session = SessionState::expect();
    let ended = Memo::new(move |_| session.has_ended());
    // The title of the tab says the name of a duo too.
    let told = StoredValue::new(None::<String>);
    Effect::new(move |_| match (ended.get(), told.get_value()) {
        (true, _) => {
            told.set_value(Some(page::title()));
            page::set_title(&t(Key::EndedTitle));
        }
        (false, Some(title)) => {
            told.set_value(None);
            page::set_title(&title);
        }
        (false, None) => {}
    });
    // A page has a heading, also when it has nothing else.
    let bare = move || ended.get().then(|| view! { <h1>{move || t(Key::AppName)}</h1> });
    view! {
        {bare}
        <div hidden=move || ended.get()>{children()}</div>
    }
    .into_any()
}
