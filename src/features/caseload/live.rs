//! Follows the caseload: when a duo changed, the page is read anew, a moment later.

use std::time::Duration;

use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    platform::{page::PageSignals, stream::Stream},
};

/// Two people at work change many things: one look is enough for all of them.
const COLLECT_MS: u32 = 800;
/// Before a broken stream is opened again.
const AGAIN: Duration = Duration::from_secs(15);

/// Calls `reload` after changes, when the page is seen again, and now and then while the stream
/// does not get through.
pub fn follow(reload: Callback<()>) {
    let window = expect_context::<PageSignals>();
    let stream = StoredValue::new_local(None::<Stream>);
    let tell = RwSignal::new(0_u32);
    let open = move || {
        let news = api::caseload::follow(move |alive| {
            if alive {
                tell.try_update(|count| *count += 1);
            } else {
                // Not within the callback: the stream would be dropped in its own call. One look says
                // whether the account has ended.
                spawn_local(async move {
                    stream.try_set_value(None);
                    reload.try_run(());
                });
            }
        });
        stream.set_value(Some(news));
    };
    Effect::new(move |_| {
        if window.visible.get() {
            open();
        } else {
            stream.set_value(None);
        }
    });
    Effect::new(move |before: Option<()>| {
        let now = tell.get();
        if before.is_some() {
            spawn_local(async move {
                TimeoutFuture::new(COLLECT_MS).await;
                // The last of several looks; the page may be gone by now.
                if tell.try_get_untracked() == Some(now) {
                    reload.try_run(());
                }
            });
        }
    });
    let timer = set_interval_with_handle(
        move || {
            let broken = stream.with_value(Option::is_none);
            if broken && window.visible.get_untracked() {
                reload.run(());
                open();
            }
        },
        AGAIN,
    );
    on_cleanup(move || {
        stream.set_value(None);
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
}
