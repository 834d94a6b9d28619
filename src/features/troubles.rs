//! What goes wrong on this device, said above every page: what happened, what is safe, what to do.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        each::Each,
        notice::{Notice, NoticeKind},
    },
    i18n::{format, t, text, tf, tn},
    paths::Path,
    platform::announce,
    state::{board::BoardState, trouble::Trouble},
};

/// A notice each; a voice says the newest.
#[component]
pub fn DeviceTroubles() -> impl IntoView {
    let troubles = BoardState::expect().troubles();
    let all = Memo::new(move |_| troubles.all());
    Effect::new(move |before: Option<usize>| {
        let count = all.with(Vec::len);
        if count > before.unwrap_or_default()
            && let Some(newest) = all.with(|all| all.last().copied())
        {
            announce::announce(&untrack(|| title(newest)));
        }
        count
    });
    view! {
        <Each each=move || all.get() key=|trouble| *trouble let:trouble>
            <div class="ended"><One trouble/></div>
        </Each>
    }
}

#[component]
fn One(trouble: Trouble) -> impl IntoView {
    let troubles = BoardState::expect().troubles();
    let lines =
        move || lines(trouble).into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let see = matches!(trouble, Trouble::Unreadable(_)).then(|| {
        view! {
            <p><a class="link" href=Path::NotSent.href()>{move || t(Key::TroubleUnreadableSee)}</a></p>
        }
    });
    // The others go when what they tell is over.
    let close = (!matches!(trouble, Trouble::Doorkeeper | Trouble::Full)).then(|| {
        let label = text(Key::ActionClose);
        let about = Signal::derive(move || title(trouble));
        let press = move |()| troubles.dismiss(trouble);
        view! { <div><Button label about kind=ButtonKind::Quiet on_press=press/></div> }
    });
    view! {
        <Notice kind=NoticeKind::Attend>
            <h2>{move || title(trouble)}</h2>
            {lines}
            {see}
            {close}
        </Notice>
    }
}

/// What happened; tracked.
fn title(trouble: Trouble) -> String {
    match trouble {
        Trouble::Doorkeeper => t(Key::TroubleWifi),
        Trouble::Full => t(Key::TroubleFull),
        Trouble::NothingKept => t(Key::TroubleNothingKept),
        Trouble::Vanished { .. } => t(Key::TroubleVanished),
        Trouble::Unreadable(count) => tn(Key::TroubleUnreadable, count),
        Trouble::Restored(_) => t(Key::TroubleRestored),
        Trouble::Clock => t(Key::TroubleClock),
    }
}

/// What is safe and what to do; tracked.
fn lines(trouble: Trouble) -> Vec<String> {
    match trouble {
        Trouble::Doorkeeper => vec![t(Key::TroubleWifiTodo), t(Key::TroubleKept)],
        Trouble::Full => vec![t(Key::TroubleFullSafe), t(Key::TroubleFullTodo)],
        Trouble::NothingKept => vec![t(Key::TroubleNothingKeptTodo)],
        Trouble::Vanished { since } => {
            let lost = since.map(|since| {
                // Milliseconds since 1970 are far below 2^53.
                tf(Key::TroubleVanishedLost, &[("date", &format::date_time(since as f64))])
            });
            [Some(t(Key::TroubleVanishedSafe)), lost].into_iter().flatten().collect()
        }
        Trouble::Unreadable(_) => vec![t(Key::TroubleUnreadableSafe)],
        Trouble::Restored(count) => vec![tn(Key::TroubleRestoredAgain, count)],
        Trouble::Clock => vec![t(Key::TroubleClockTodo)],
    }
}
