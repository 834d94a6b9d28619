//! The whole plan: active objectives by horizon, then what rests or is over.

use board::{
    id::ItemId,
    objective::{Horizon, ObjectiveState},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{disclosure::Disclosure, each::Each, empty_state::EmptyState},
    features::{
        objectives::{
            card::{ObjectiveCard, card_id},
            invitation::Invitation,
            wording::{horizon_hint_key, horizon_key},
        },
        rows::RowFocus,
    },
    i18n::{t, text, tf},
    state::board::BoardState,
};

/// Where on the page an objective stands.
#[derive(Clone, PartialEq, Eq)]
enum Shelf {
    Active(Horizon),
    Over,
}

/// The shelves with their cards; an invitation while nothing is there.
#[component]
pub fn Plan() -> impl IntoView {
    let board = BoardState::expect();
    let all = Memo::new(move |_| shelf(board, |_| true));
    let name = Signal::derive(move || tf(Key::PlanEmptyMentor, &[("name", &board.other_name())]));
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    // A focus on a card that went away finds its neighbour, on whichever shelf.
    let focus = RowFocus::watch(all, card_id, "page-title");
    move || {
        if is_empty.get() {
            return if board.is_mentee() {
                view! { <Invitation/> }.into_any()
            } else {
                view! { <EmptyState title=name/> }.into_any()
            };
        }
        let horizons = Horizon::ALL.iter().cloned().map(|horizon| {
            let hint = horizon_hint_key(&horizon).map(text);
            let heading = text(horizon_key(&horizon));
            view! { <Group shelf_of=Shelf::Active(horizon) heading hint focus/> }
        });
        view! {
            <div class="horizons">
                {horizons.collect_view()}
                <Group
                    shelf_of=Shelf::Active(Horizon::Other("".into()))
                    heading=text(Key::HorizonUnknown)
                    hint=None
                    focus
                />
            </div>
            <Over focus/>
        }
        .into_any()
    }
}

/// One horizon with its cards; nothing when it is empty.
#[component]
fn Group(
    shelf_of: Shelf,
    heading: Signal<String>,
    hint: Option<Signal<String>>,
    focus: RowFocus,
) -> impl IntoView {
    let board = BoardState::expect();
    let ids = Memo::new(move |_| shelf(board, |found| *found == shelf_of));
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section class="stack">
                    <h2>{heading} " " {hint.map(|hint| view! { <span class="muted">{hint}</span> })}</h2>
                    <ul class="grid">
                        <Each each=move || ids.get() key=|id| *id let:id>
                            <li on:focusin=move |_| focus.enter(id)><ObjectiveCard id/></li>
                        </Each>
                    </ul>
                </section>
            }
        })
    }
}

/// What rests or is over, closed until somebody wants to see it.
#[component]
fn Over(focus: RowFocus) -> impl IntoView {
    let board = BoardState::expect();
    let ids = Memo::new(move |_| shelf(board, |found| *found == Shelf::Over));
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <Disclosure label=Signal::derive(|| t(Key::PlanPausedTitle))>
                    <ul class="grid">
                        <Each each=move || ids.get() key=|id| *id let:id>
                            <li on:focusin=move |_| focus.enter(id)><ObjectiveCard id over=true/></li>
                        </Each>
                    </ul>
                </Disclosure>
            }
        })
    }
}

/// The objectives of the shelves that fit, oldest first.
fn shelf(board: BoardState, fits: impl Fn(&Shelf) -> bool) -> Vec<ItemId> {
    board.view().with(|world| {
        let mut found = world
            .items()
            .filter(|(_, item)| item.is_live())
            .filter(|(_, item)| {
                item.as_objective().is_some_and(|objective| {
                    fits(&match (&objective.state, &objective.horizon) {
                        (ObjectiveState::Active, Horizon::Other(_)) => {
                            Shelf::Active(Horizon::Other("".into()))
                        }
                        (ObjectiveState::Active, known) => Shelf::Active(known.clone()),
                        _ => Shelf::Over,
                    })
                })
            })
            .map(|(_, item)| (item.at, item.id))
            .collect::<Vec<_>>();
        found.sort_unstable();
        found.into_iter().map(|(_, id)| id).collect()
    })
}
