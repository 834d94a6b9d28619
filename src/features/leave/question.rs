//! "Leave this device?", with what would be lost by it.

use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        dialog::Dialog,
    },
    features::leave::{Departure, Unsent},
    i18n::{t, text, tn},
    platform::announce,
    state::{board::BoardState, session::SessionState, waiting_files::WaitingFiles},
};

/// How a try to send before leaving goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sending {
    NotTried,
    Running,
    Failed,
}

/// Says what is not sent yet: send it, wipe it, or stay.
#[component]
pub fn LeaveQuestion(
    /// Whether it is asked.
    open: RwSignal<bool>,
) -> impl IntoView {
    let (session, departure) = (SessionState::expect(), Departure::expect());
    let (board, files) = (use_context::<BoardState>(), use_context::<WaitingFiles>());
    let unsent = RwSignal::new(Unsent::default());
    let sending = RwSignal::new(Sending::NotTried);
    Effect::new(move |_| {
        if open.get() {
            unsent.set(Unsent::of(board, files));
            sending.set(Sending::NotTried);
        }
    });
    let stay = Callback::new(move |()| open.set(false));
    let leave = Callback::new(move |()| {
        open.set(false);
        spawn_local(departure.leave(session));
    });
    let send = Callback::new(move |()| {
        let Some(board) = board else { return };
        if sending.get_untracked() == Sending::Running {
            return;
        }
        sending.set(Sending::Running);
        announce::announce(&t(Key::LeaveSending));
        spawn_local(async move {
            if let Some(files) = files {
                files.send_all(board).await;
            }
            let sent = board.send_all().await;
            let left = Unsent::of(Some(board), files);
            unsent.set(left);
            if sent && left.count() == 0 {
                open.set(false);
                departure.leave(session).await;
            } else {
                sending.set(Sending::Failed);
                announce::announce(&t(Key::LeaveSendFailed));
            }
        });
    });
    let words = move || {
        let unsent = unsent.get().count();
        match (unsent, sending.get()) {
            (0, _) => t(Key::LeaveConfirm),
            (_, Sending::Running) => t(Key::LeaveSending),
            (_, Sending::Failed) => {
                format!("{} {}", tn(Key::LeaveUnsent, unsent), t(Key::LeaveSendFailed))
            }
            (_, Sending::NotTried) => tn(Key::LeaveUnsent, unsent),
        }
    };
    let can_send = Memo::new(move |_| unsent.with(|unsent| unsent.waiting > 0));
    let go_label = Signal::derive(move || {
        let nothing = unsent.with(|unsent| unsent.count() == 0);
        t(if nothing { Key::LeaveGo } else { Key::LeaveDelete })
    });
    let send_button = move || {
        can_send.get().then(|| view! { <Button label=text(Key::LeaveSend) on_press=send/> })
    };
    view! {
        <Dialog open=open title=text(Key::LeaveTitle) on_close=stay>
            <p>{words}</p>
            <div class="dialog__actions">
                <Button label=text(Key::LeaveStay) kind=ButtonKind::Quiet on_press=stay/>
                {send_button}
                <Button label=go_label kind=ButtonKind::Stop on_press=leave/>
            </div>
        </Dialog>
    }
}
