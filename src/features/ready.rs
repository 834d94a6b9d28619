//! What a page of the board shows until the board was read on this device for the first time.

use board::item::Kind;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{error_state::ErrorState, loading::Loading},
    i18n::text,
    state::{board::BoardState, connection::Delivery},
};

/// Whether the board holds something of this kind, or may hold it for all that is known yet. While
/// there is nothing, the page's invitation is the one way to the first.
#[must_use]
pub fn holds(board: BoardState, kind: Kind) -> Memo<bool> {
    Memo::new(move |_| {
        !board.is_ready()
            || board.view().with(|world| {
                world.items().any(|(_, item)| item.is_live() && item.body.kind() == kind)
            })
    })
}

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
