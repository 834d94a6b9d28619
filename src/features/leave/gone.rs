//! The device is clean, but the network was away: says so, and ends the session when it is back.

use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;
use words::Key;

use crate::{
    api,
    components::notice::{Notice, NoticeKind},
    i18n::t,
    platform::page,
    state::session::LEFT,
};

/// Between two tries to reach the server.
const AGAIN: Duration = Duration::from_secs(15);

/// Stands alone on the screen. The cookie cannot be wiped from here: only the server can.
#[component]
pub fn GoneOffline() -> impl IntoView {
    let timer = set_interval_with_handle(
        || {
            spawn_local(async {
                // Any answer but silence means that the session is over.
                match api::session::leave().await {
                    Err(error) if error.is_passing() => {}
                    _ => page::replace_with(LEFT),
                }
            });
        },
        AGAIN,
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    view! {
        <h1>{move || t(Key::LeaveGoneTitle)}</h1>
        <p>{move || t(Key::LeaveGoneLead)}</p>
        <Notice kind=NoticeKind::Attend>
            <p>{move || t(Key::LeaveGoneSession)}</p>
            <p>{move || t(Key::LeaveGoneHelp)}</p>
        </Notice>
    }
}
