//! How many duos are in each state; pressing one shows those alone.

use board::{health::DuoState, protocol::caseload::StateCount};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::Icon,
    features::caseload::{
        address::Filters,
        state::{state_icon, state_key},
    },
    i18n::{format, t},
};

/// One tile a state, the one to look at first before the others. Closed duos have theirs too: they
/// are shown when it is pressed.
#[component]
pub fn StateTiles(
    /// How many there are.
    counts: Memo<Vec<StateCount>>,
    /// What is asked for.
    filters: Filters,
) -> impl IntoView {
    let tiles = DuoState::BY_NEED.map(|state| {
        let duos = move || {
            counts.with(|counts| {
                let found = counts.iter().find(|count| count.state == state);
                found.map_or(0, |count| count.duos)
            })
        };
        let pressed = Memo::new(move |_| filters.only_state() == Some(state));
        let press = move |_| {
            let word = if pressed.get_untracked() { "" } else { state.as_str() };
            filters.state.set(word.to_owned());
        };
        let number = move || format::number(usize::try_from(duos()).unwrap_or(usize::MAX));
        view! {
            <li>
                <button
                    type="button"
                    class="tile"
                    aria-pressed=move || pressed.get().to_string()
                    on:click=press
                >
                    <strong class="tile__number">{number}</strong>
                    <span class="tile__name">
                        <Icon name=state_icon(state)/> {move || t(state_key(state))}
                    </span>
                </button>
            </li>
        }
        .into_any()
    });
    view! {
        <ul class="tiles" aria-label=move || t(Key::CaseloadStates)>{tiles.into_iter().collect_view()}</ul>
    }
}
