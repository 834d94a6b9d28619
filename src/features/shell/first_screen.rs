//! Keeps a copy of this week for the first screen of the next visit, which shows it before the app
//! runs (`index.html`). Only on the person's own device; leaving it wipes the copy with the rest.

use std::time::Duration;

use leptos::prelude::*;

use crate::{
    features::shell::update::is_over,
    i18n,
    platform::sketch,
    state::{board::BoardState, session::SessionState},
};

/// The page has come to rest after a change.
const RESTS: Duration = Duration::from_millis(1_500);

/// Follows the board and the language; shows nothing.
#[component]
pub fn FirstScreen() -> impl IntoView {
    let (board, session) = (BoardState::expect(), SessionState::expect());
    Effect::new(move |_| {
        let own = session.session().is_some_and(|session| session.own_device);
        board.view().track();
        let _lang = i18n::lang();
        if !own || is_over(board) {
            return;
        }
        let timer = set_timeout_with_handle(sketch::keep, RESTS);
        on_cleanup(move || {
            if let Ok(timer) = timer {
                timer.clear();
            }
        });
    });
}
