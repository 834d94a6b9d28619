//! The session ended while the page was open: nothing is lost, and this is the way back in.

use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    components::notice::{Notice, NoticeKind},
    i18n::{t, tn},
    platform::{announce, page::PageSignals},
    state::{
        board::BoardState,
        session::{SIGN_IN, SessionState},
        waiting_files::WaitingFiles,
    },
};

/// Stays until the same person is signed in again, in another tab: this page, with whatever is
/// half typed on it, is not left.
#[component]
pub fn EndedNotice(
    /// Whether the person sees the page.
    page: PageSignals,
) -> impl IntoView {
    let session = SessionState::expect();
    let board = use_context::<BoardState>();
    let ended = Memo::new(move |_| session.has_ended());
    Effect::new(move |_| {
        if ended.get() {
            announce::announce(&t(Key::EndedTitle));
        }
    });
    // Coming back from the other tab is the moment to look.
    Effect::new(move |_| {
        if page.visible.get() && session.has_ended_untracked() {
            spawn_local(async move {
                if session.resume().await
                    && let Some(board) = board
                {
                    board.try_again();
                }
            });
        }
    });
    let files = use_context::<WaitingFiles>();
    let waiting = move || {
        let files = files.map_or(0, |files| files.counts().0);
        board.map_or(0, BoardState::waiting) + files
    };
    let kept = move || match waiting() {
        0 => t(Key::EndedWritten),
        waiting => tn(Key::EndedWaiting, waiting),
    };
    move || {
        ended.get().then(|| {
            view! {
                <div class="ended">
                    <Notice kind=NoticeKind::Attend>
                        <h2>{move || t(Key::EndedTitle)}</h2>
                        <p>{kept}</p>
                        <p>{move || t(Key::EndedKeepOpen)}</p>
                        <p>
                            <a class="link" href=SIGN_IN rel="external noopener" target="_blank">
                                {move || t(Key::EndedEnter)}
                            </a>
                        </p>
                    </Notice>
                </div>
            }
        })
    }
}
