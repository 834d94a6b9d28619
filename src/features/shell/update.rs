//! A new version of the app, offered when nothing is disturbed by it; and what this device keeps
//! for a start without a network.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use words::{Key, Part};

use crate::{
    api::http,
    components::{
        button::{Button, ButtonKind},
        notice::{Notice, NoticeKind},
    },
    i18n::{self, t, text},
    platform::{activity, announce, network, sketch, worker},
    state::{board::BoardState, session::SessionState},
};

/// How often it is looked whether the person can be asked now.
const TICK: Duration = Duration::from_secs(2);
/// What is not on the screen is fetched after what is.
const SETTLED: Duration = Duration::from_secs(8);

/// What is said about a new version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Offer {
    Nothing,
    /// It waits.
    Ready,
    /// The server no longer speaks with this one.
    Needed,
}

/// Stands under the page; it takes no focus, and goes away while somebody types.
#[component]
pub fn UpdateOffer() -> impl IntoView {
    let board = use_context::<BoardState>();
    keep_pages(board);
    let waits = RwSignal::new(false);
    worker::start(board.is_none(), move || {
        // The page around it may be another by now.
        let _ = waits.try_set(true);
    });
    let session = SessionState::expect();
    Effect::new(move |_| {
        if let Some(session) = session.session() {
            worker::hear(&session.build);
        }
    });
    let put_off = RwSignal::new(false);
    let offer = RwSignal::new(Offer::Nothing);
    let look = move || {
        let too_old = http::is_too_old();
        if !too_old && (!waits.get_untracked() || put_off.get_untracked()) {
            offer.set(Offer::Nothing);
            return;
        }
        let at_risk = board.map_or(0, BoardState::at_risk) > 0;
        if at_risk || activity::is_busy() {
            offer.set(Offer::Nothing);
            return;
        }
        spawn_local(async move {
            // Its words are not among the first; without a network it waits.
            if i18n::bring(Part::Board).await {
                let _ = offer.try_set(if too_old { Offer::Needed } else { Offer::Ready });
            }
        });
    };
    let timer = set_interval_with_handle(look, TICK);
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    let shown = Memo::new(move |_| offer.get());
    Effect::new(move |before: Option<bool>| {
        let is_ready = shown.get() == Offer::Ready;
        // Said once, also when it makes room for a while.
        if is_ready && before != Some(true) {
            announce::announce(&t(Key::UpdateReady));
        }
        is_ready || before == Some(true)
    });
    let later = move |()| {
        put_off.set(true);
        offer.set(Offer::Nothing);
    };
    move || match shown.get() {
        Offer::Nothing => ().into_any(),
        Offer::Ready => view! {
            <div class="undo">
                <p>{move || t(Key::UpdateReady)}</p>
                <div class="row">
                    <Button
                        label=text(Key::UpdateUse)
                        kind=ButtonKind::Quiet
                        on_press=|()| worker::take_new()
                    />
                    <Button label=text(Key::UpdateLater) kind=ButtonKind::Plain on_press=later/>
                </div>
            </div>
        }
        .into_any(),
        Offer::Needed => view! {
            <div role="status">
                <Notice kind=NoticeKind::Attend>
                    <p>{move || t(Key::UpdateTooOld)}</p>
                    <Button label=text(Key::UpdateUse) on_press=|()| worker::take_new()/>
                </Notice>
            </div>
        }
        .into_any(),
    }
}

/// Tells the worker what to keep: with an open board on one's own device all pages of it, unless
/// data is saved. Nothing personal is among it.
fn keep_pages(board: Option<BoardState>) {
    let session = SessionState::expect();
    let own = Memo::new(move |_| session.session().is_some_and(|session| session.own_device));
    Effect::new(move |_| {
        if board.is_some_and(|board| !board.is_ready()) {
            return;
        }
        let lang = i18n::lang().tag();
        let all = board.is_some() && own.get() && !network::saves_data();
        let timer = set_timeout_with_handle(move || worker::keep(lang, all), SETTLED);
        on_cleanup(move || {
            if let Ok(timer) = timer {
                timer.clear();
            }
        });
    });
    // The first screen must not show what the person may no longer read, nor a plan that is over.
    Effect::new(move |_| {
        if !own.get() || board.is_none_or(is_over) {
            sketch::forget();
        }
    });
}

/// Whether the week of this board is no longer what the person comes for; tracked.
pub(super) fn is_over(board: BoardState) -> bool {
    let info = board.info();
    board.is_closed() || info.ended.is_some() || info.choice_waits
}
