//! The steps of one objective, in their order, and the form for the next one.

use board::{
    id::ItemId,
    item::Kind,
    permit::{Action, may, may_suggest},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{card::Card, each::Each},
    features::{
        rows::RowFocus,
        steps::{add::AddStepForm, row::StepRow, tick::tick_id},
        suggestions::{list::Ideas, which::Which},
    },
    i18n::t,
    state::board::BoardState,
};

/// Id of the heading, which takes the focus when the last row goes away.
const HEADING: &str = "steps-title";

/// A list named by its heading.
#[component]
pub fn Steps(
    /// Whose steps.
    objective: ItemId,
) -> impl IntoView {
    let board = BoardState::expect();
    let ids = Memo::new(move |_| {
        board.view().with(|world| {
            world.steps(objective).into_iter().map(|(_, step)| step.id).collect::<Vec<_>>()
        })
    });
    let focus = RowFocus::watch(ids, tick_id, HEADING);
    let found = board.item(objective);
    // The mentor's steps are ideas, for which the right to say something is enough (T03). The
    // mentee plans what is on the plan, not what is an idea still.
    let suggests = may_suggest(&board.actor(), &Kind::Step);
    let action = if suggests { Action::Comment } else { Action::Plan };
    let may_add = Memo::new(move |_| {
        found.with(|found| {
            found.as_ref().is_some_and(|(side, item)| {
                let is_idea = item.suggestion.is_some();
                (suggests || !is_idea) && may(&board.actor(), action, *side, item)
            })
        })
    });
    view! {
        <Card>
            <h2 id=HEADING tabindex="-1">{move || t(Key::StepList)}</h2>
            <Show
                when=move || ids.with(|ids| !ids.is_empty())
                fallback=|| view! { <p class="muted">{move || t(Key::StepEmpty)}</p> }
            >
                <ol class="steps" aria-labelledby=HEADING>
                    <Each each=move || ids.get() key=|id| *id let:id>
                        <StepRow id focus/>
                    </Each>
                </ol>
            </Show>
            {move || may_add.get().then(|| view! { <AddStepForm objective/> })}
        </Card>
        <Ideas which=Which::Steps(objective) fallback=HEADING/>
    }
}
