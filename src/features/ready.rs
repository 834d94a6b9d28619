//! What a page of the board shows until the board was read on this device for the first time.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{error_state::ErrorState, loading::Loading},
    i18n::text,
    state::{board::BoardState, connection::Delivery},
};

#[derive(Clone, Copy, PartialEq)]
enum Reading {
    Done,
    OnItsWay,
    Unreached,
}

/// The content once the board is known; before that, that we wait, or that the network is away.
#[component]
pub fn WhenReady(
    /// The content; it may rely on the board.
    children: ChildrenFn,
) -> impl IntoView {
    let board = BoardState::expect();
    let reading = Memo::new(move |_| match (board.is_ready(), board.delivery()) {
        (true, _) => Reading::Done,
        (false, Delivery::Waiting(_) | Delivery::Trouble) => Reading::Unreached,
        (false, _) => Reading::OnItsWay,
    });
    move || match reading.get() {
        Reading::Done => children().into_any(),
        Reading::OnItsWay => view! { <Loading/> }.into_any(),
        Reading::Unreached => {
            let retry = move |()| board.try_again();
            view! { <ErrorState what=text(Key::ApiOffline) on_retry=retry/> }.into_any()
        }
    }
}
