//! The honest state of what the person wrote, in words.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::{format, t, tf, tn},
};

/// Where the person's changes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// All of them are at the server.
    #[default]
    Saved,
    /// The same, where data is saved: up to this minute (milliseconds).
    Updated(i64),
    /// Some are on their way.
    Saving,
    /// This many wait on the device for a network.
    Waiting(usize),
    /// The server did not take one of them.
    Problem,
}

/// The state with its picture. Not a live region: announcing is the caller's choice.
#[component]
pub fn ConnectionState(
    /// The state to show.
    #[prop(into)]
    state: Signal<SaveState>,
) -> impl IntoView {
    let icon = move || match state.get() {
        SaveState::Saved | SaveState::Updated(_) => IconName::Check,
        SaveState::Saving => IconName::Clock,
        SaveState::Waiting(_) => IconName::CloudOff,
        SaveState::Problem => IconName::Alert,
    };
    let words = move || match state.get() {
        SaveState::Saved => t(Key::StateSaved),
        SaveState::Updated(at) => tf(Key::StateUpdated, &[("time", &format::time(at as f64))]),
        SaveState::Saving => t(Key::StateSaving),
        SaveState::Waiting(0) => t(Key::StateAway),
        SaveState::Waiting(changes) => tn(Key::StateWaiting, changes),
        SaveState::Problem => t(Key::StateProblem),
    };
    let class = move || match state.get() {
        SaveState::Problem => "state state--attend",
        _ => "state",
    };
    view! {
        <span class=class data-connection-state>
            {move || view! { <Icon name=icon()/> }.into_any()}
            <span>{words}</span>
        </span>
    }
}
