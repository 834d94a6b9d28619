//! "Refresh": where data is saved, news come when the person asks for them.

use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    components::button::{Button, ButtonKind},
    i18n::{format, t, text, tf},
    platform::announce::announce,
    state::{board::BoardState, connection::Delivery},
};

/// The button; what came of it is said, since often nothing on the page moves.
#[component]
pub fn Refresh() -> impl IntoView {
    let board = BoardState::expect();
    let press = move |()| {
        spawn_local(async move {
            let reached = board.refresh().await;
            announce(&untrack(|| match board.delivery() {
                Delivery::Updated(at) if reached => updated_words(at),
                _ if reached => t(Key::StateSaved),
                _ => t(Key::StateAway),
            }));
        });
    };
    view! { <Button label=text(Key::StateRefresh) kind=ButtonKind::Plain on_press=press/> }
}

/// Up to when the page knows everything.
#[must_use]
pub fn updated_words(at: i64) -> String {
    tf(Key::StateUpdated, &[("time", &format::time(at as f64))])
}
