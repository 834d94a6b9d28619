//! How much data the app uses: the choice, this month's count, and what lies on this device.

use chrono::Datelike;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    components::choice::{Choice, ChoiceOption},
    i18n::{format, t, text, tf},
    platform::{
        clock, network,
        prefs::{self, Pref},
    },
    state::{board::BoardState, connection::Delivery},
};

/// As little as possible, as always, or as the browser was told; at once, and on this device alone.
#[component]
pub fn DataChoice() -> impl IntoView {
    let board = BoardState::expect();
    let value = RwSignal::new(prefs::get(Pref::Data).unwrap_or_default());
    let now = if network::browser_saves_data() { Key::DataAutoLess } else { Key::DataAutoAll };
    let options = vec![
        ChoiceOption::new("", text(Key::DataAuto)).hint(text(now)),
        ChoiceOption::new(network::LESS, text(Key::DataLess)).hint(text(Key::DataLessHint)),
        ChoiceOption::new(network::ALL, text(Key::DataAll)).hint(text(Key::DataAllHint)),
    ];
    let choose = move |choice: String| {
        match choice.as_str() {
            "" => prefs::remove(Pref::Data),
            _ => prefs::set(Pref::Data, &choice),
        }
        // The stream ends, or begins.
        board.try_again();
    };
    let saves = Memo::new(move |_| matches!(board.delivery(), Delivery::Updated(_)));
    view! {
        <Choice label=text(Key::DataQuestion) options=options value=value on_choose=choose/>
        {move || saves.get().then(|| view! { <p>{move || t(Key::DataLessRefresh)}</p> })}
    }
}

/// "About 1.2 MB this month."
#[component]
pub fn DataUsed() -> impl IntoView {
    let used = prefs::get(Pref::DataUsed).and_then(|noted| this_month(&noted, &month()));
    let words = move || match used {
        Some(bytes) => tf(Key::DataUsed, &[("amount", &amount_words(bytes))]),
        None => t(Key::DataUsedNone),
    };
    view! {
        <section class="card">
            <h2>{move || t(Key::DataUsedTitle)}</h2>
            <p>{words}</p>
            <p class="muted">{move || t(Key::DataUsedHint)}</p>
        </section>
    }
}

/// What the app keeps on this device, by the browser's own estimate.
#[component]
pub fn DataKept() -> impl IntoView {
    let kept = RwSignal::new(None);
    spawn_local(async move {
        // The page may be gone by now.
        let _ = kept.try_set(network::kept_bytes().await);
    });
    let words = move || match kept.get() {
        Some(bytes) => tf(Key::DataKept, &[("amount", &amount_words(bytes))]),
        None => t(Key::DataKeptUnknown),
    };
    view! {
        <section class="card">
            <h2>{move || t(Key::DataKeptTitle)}</h2>
            <p>{words}</p>
            <p class="muted">{move || t(Key::DataKeptHint)}</p>
        </section>
    }
}

/// "2026-11", as `browser.js` writes it.
fn month() -> String {
    let today = clock::today();
    format!("{}-{:02}", today.year(), today.month())
}

/// The bytes of this month in what was noted; nothing when it is of another month.
fn this_month(noted: &str, month: &str) -> Option<f64> {
    let (of, bytes) = noted.split_once(' ')?;
    bytes.parse().ok().filter(|_| of == month)
}

/// A size as people say it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Amount {
    Kilobytes(f64),
    Megabytes(f64),
}

/// No more exact than an estimate is; a thousand bytes to the kilobyte, as data is sold.
fn amount(bytes: f64) -> Amount {
    let kilobytes = (bytes / 1_000.0).ceil().max(1.0);
    match kilobytes {
        ..100.0 => Amount::Kilobytes(kilobytes),
        ..990.0 => Amount::Kilobytes((kilobytes / 10.0).ceil() * 10.0),
        _ => Amount::Megabytes((kilobytes / 100.0).ceil() / 10.0),
    }
}

fn amount_words(bytes: f64) -> String {
    let (key, number) = match amount(bytes) {
        Amount::Kilobytes(number) => (Key::DataKb, number),
        Amount::Megabytes(number) => (Key::DataMb, number),
    };
    tf(key, &[("n", &format::decimal(number))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_month_counts() {
        assert_eq!(this_month("2026-11 1234567", "2026-11"), Some(1_234_567.0));
        assert_eq!(this_month("2026-10 1234567", "2026-11"), None);
        assert_eq!(this_month("", "2026-11"), None);
        assert_eq!(this_month("2026-11 much", "2026-11"), None);
    }

    #[test]
    fn an_amount_is_rounded_up_as_far_as_anybody_wants_to_know() {
        assert_eq!(amount(12.0), Amount::Kilobytes(1.0));
        assert_eq!(amount(98_765.0), Amount::Kilobytes(99.0));
        assert_eq!(amount(213_400.0), Amount::Kilobytes(220.0));
        assert_eq!(amount(985_000.0), Amount::Kilobytes(990.0));
        assert_eq!(amount(999_000.0), Amount::Megabytes(1.0));
        assert_eq!(amount(1_234_567.0), Amount::Megabytes(1.3));
    }
}
