//! A device that others use too: asks whether anybody is there, then leaves by itself
//! (sign-in.md step 4).

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        dialog::Dialog,
    },
    features::leave::Departure,
    i18n::{t, text},
    platform::{activity, clock},
    state::{board::BoardState, session::SessionState},
};

/// The question stands this long before the end, in milliseconds.
const WARNING_MS: f64 = 120_000.0;
/// Someone who works without changing anything keeps the session alive this often.
const KEEP_ALIVE_MS: f64 = 300_000.0;
/// How often the clock is looked at.
const TICK: Duration = Duration::from_secs(5);

/// What is due after so much silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    Nothing,
    Question,
    End,
}

fn due(silent_ms: f64, limit_ms: f64) -> Due {
    if silent_ms >= limit_ms {
        Due::End
    } else if silent_ms >= limit_ms - WARNING_MS {
        Due::Question
    } else {
        Due::Nothing
    }
}

/// The question, and the leaving when nobody answers. The wall clock counts: a device that slept
/// past the end leaves when it wakes.
#[component]
pub fn IdleGuard(
    /// Seconds without any use after which the session ends.
    seconds: u32,
) -> impl IntoView {
    let (session, departure) = (SessionState::expect(), Departure::expect());
    let board = use_context::<BoardState>();
    let limit = f64::from(seconds) * 1000.0;
    let open = RwSignal::new(false);
    let last_input = StoredValue::new(clock::now_ms());
    let last_call = StoredValue::new(clock::now_ms());
    activity::watch(move || {
        // Only an answer counts once the question stands.
        if !open.get_untracked() {
            last_input.set_value(clock::now_ms());
        }
    });
    let keep_alive = move || {
        last_call.set_value(clock::now_ms());
        spawn_local(async move {
            if let Ok(now) = api::session::read().await {
                session.update(now).await;
            }
        });
    };
    let leave = move || {
        open.set(false);
        spawn_local(async move {
            if let Some(board) = board {
                board.send_all().await;
            }
            departure.leave(session).await;
        });
    };
    let look = move || {
        let now = clock::now_ms();
        match due(now - last_input.get_value(), limit) {
            Due::End if departure.has_begun() => {}
            Due::End => leave(),
            Due::Question => open.set(true),
            Due::Nothing => {
                let used = last_input.get_value() > last_call.get_value();
                if used && now - last_call.get_value() >= KEEP_ALIVE_MS {
                    keep_alive();
                }
            }
        }
    };
    let timer = set_interval_with_handle(look, TICK);
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    let stay = Callback::new(move |()| {
        last_input.set_value(clock::now_ms());
        open.set(false);
        keep_alive();
    });
    view! {
        <Dialog open=open title=text(Key::IdleTitle) on_close=stay>
            <p>{move || t(Key::IdleText)}</p>
            <div class="dialog__actions">
                <Button label=text(Key::IdleContinue) on_press=stay/>
                <Button
                    label=text(Key::IdleLeave)
                    kind=ButtonKind::Quiet
                    on_press=move |()| leave()
                />
            </div>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_comes_two_minutes_before_the_end() {
        let limit = 30.0 * 60_000.0;
        assert_eq!(due(0.0, limit), Due::Nothing);
        assert_eq!(due(28.0 * 60_000.0 - 1.0, limit), Due::Nothing);
        assert_eq!(due(28.0 * 60_000.0, limit), Due::Question);
        assert_eq!(due(30.0 * 60_000.0, limit), Due::End);
        assert_eq!(due(10.0 * 60.0 * 60_000.0, limit), Due::End);
    }
}
