//! Files that wait for the network on this device: sent by themselves, shown where the version will
//! be, and given back when the server does not take them.

pub mod card;
pub mod refused;
pub mod work;

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    platform::page::PageSignals,
    state::{board::BoardState, connection::Delivery, waiting_files::WaitingFiles},
};

/// Between two tries while nothing else says that the network is back.
const AGAIN: Duration = Duration::from_secs(60);

/// Sends what waits: at the start, when the network is back, when the page is seen again, and now
/// and then. Shows nothing.
#[component]
pub fn FileSender(
    /// The window.
    page: PageSignals,
) -> impl IntoView {
    let (board, files) = (BoardState::expect(), WaitingFiles::expect());
    // The server is there: a better sign than what the browser thinks of the network.
    let reached = Memo::new(move |_| {
        matches!(board.delivery(), Delivery::Sent | Delivery::Updated(_) | Delivery::Trouble)
    });
    let go = move || {
        spawn_local(async move {
            if page.online.try_get_untracked() == Some(true) {
                files.send_all(board).await;
            } else {
                files.load(board).await;
            }
        });
    };
    Effect::new(move |_| {
        page.online.track();
        if page.visible.get() {
            go();
        }
    });
    Effect::new(move |_| {
        if reached.get() && untrack(|| files.counts().0 > 0) {
            go();
        }
    });
    let seen = move || page.visible.try_get_untracked() == Some(true);
    let timer = set_interval_with_handle(
        move || {
            if seen() {
                go();
            }
        },
        AGAIN,
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
}
