//! Where the person's changes are, for the top bar.

use crate::{
    components::connection_state::{ConnectionState, SaveState},
    state::{board::BoardState, connection::Delivery},
};
use leptos::prelude::*;

/// The honest state of the open board. Not a live region: `news` says each change of it once.
#[component]
pub fn DeliveryState() -> impl IntoView {
    let board = BoardState::expect();
    let state = Memo::new(move |_| match board.delivery() {
        Delivery::Sent => SaveState::Saved,
        Delivery::Sending => SaveState::Saving,
        Delivery::Waiting(changes) => SaveState::Waiting(changes),
        Delivery::Trouble => SaveState::Problem,
    });
    // The link to what was not sent says the same, and can be tapped.
    let said = Memo::new(move |_| !board.tray().is_empty());
    move || (!said.get()).then(|| view! { <ConnectionState state=state/> }.into_any())
}
