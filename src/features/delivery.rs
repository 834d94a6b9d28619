//! Where the person's changes are, for the top bar.

use crate::{
    components::connection_state::{ConnectionState, SaveState},
    features::asides::{ASIDES, Aside},
    state::{board::BoardState, connection::Delivery, waiting_files::WaitingFiles},
};
use leptos::prelude::*;

/// The honest state of the open board. Not a live region: `news` says each change of it once.
#[component]
pub fn DeliveryState() -> impl IntoView {
    let board = BoardState::expect();
    let files = WaitingFiles::expect();
    let state = Memo::new(move |_| match files.with_changes(board.delivery()) {
        Delivery::Sent => SaveState::Saved,
        Delivery::Updated(at) => SaveState::Updated(at),
        Delivery::Sending => SaveState::Saving,
        Delivery::Waiting(changes) => SaveState::Waiting(changes),
        Delivery::Trouble => SaveState::Problem,
    });
    // The link to what was not sent says the same, and can be tapped.
    let said = Memo::new(move |_| !board.tray().is_empty() || files.counts().1 > 0);
    let saves = Memo::new(move |_| matches!(state.get(), SaveState::Updated(_)));
    move || {
        (!said.get()).then(|| {
            view! {
                <div class="state-refresh">
                    <ConnectionState state=state/>
                    {move || saves.get().then(|| ASIDES.quietly(Aside::Refresh))}
                </div>
            }
            .into_any()
        })
    }
}
