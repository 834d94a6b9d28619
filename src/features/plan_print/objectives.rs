//! Every objective with its steps, by horizon, then what rests or is over.

use board::{
    item::Item,
    objective::{Horizon, Objective, ObjectiveState},
    space::Side,
    step::{Step, Who},
    world::World,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    features::{
        objectives::wording::{horizon_hint_key, horizon_key, state_key, theme_key},
        steps::facts::who_text,
    },
    i18n::{format, t, tf},
    state::board::BoardState,
};

/// The objectives as they are at this moment; paper does not change.
#[component]
pub(super) fn PrintedObjectives() -> impl IntoView {
    let board = BoardState::expect();
    // Made once for the paper, which does not change: nothing here needs to be followed.
    let draw = |world: &World| {
        let mut all = world
            .items()
            .filter(|(_, item)| item.is_live())
            .filter_map(|(side, item)| Some((side, item, item.as_objective()?)))
            .collect::<Vec<_>>();
        all.sort_unstable_by_key(|(_, item, _)| (item.at, item.id));
        let part = |fits: &dyn Fn(&Objective) -> bool| {
            let found = all.iter().filter(|(.., objective)| fits(objective));
            let rows =
                found.map(|(side, item, objective)| one(board, world, *side, item, objective));
            let rows = rows.collect_view();
            (!rows.is_empty()).then_some(rows)
        };
        let known = Horizon::ALL.iter().map(|horizon| {
            let active = |objective: &Objective| {
                objective.state == ObjectiveState::Active && objective.horizon == *horizon
            };
            let hint = horizon_hint_key(horizon).map(|hint| format!(" – {}", t(hint)));
            let heading = [t(horizon_key(horizon)), hint.unwrap_or_default()].concat();
            part(&active).map(|rows| view! { <h2>{heading}</h2> {rows} })
        });
        let known = known.collect_view();
        let other = part(&|objective| {
            objective.state == ObjectiveState::Active && !objective.horizon.is_known()
        });
        let over = part(&|objective| objective.state != ObjectiveState::Active);
        view! {
            {all.is_empty().then(|| view! { <p>{t(Key::PlanPrintObjectivesNone)}</p> })}
            {known}
            {other.map(|rows| view! { <h2>{t(Key::HorizonUnknown)}</h2> {rows} })}
            {over.map(|rows| view! { <h2>{t(Key::PlanPrintOver)}</h2> {rows} })}
        }
    };
    untrack(|| board.view().with_untracked(draw))
}

fn one(
    board: BoardState,
    world: &World,
    side: Side,
    item: &Item,
    objective: &Objective,
) -> AnyView {
    let theme = objective.theme.as_ref().map(|theme| t(theme_key(theme)));
    let over = objective.state != ObjectiveState::Active;
    let state = over.then(|| t(state_key(&objective.state)));
    let private = (side == Side::Private).then(|| t(Key::PlanPrintMine));
    let about = theme.into_iter().chain(state).chain(private).collect::<Vec<_>>().join(" · ");
    let notes = objective.notes.text.clone();
    let steps = world.steps(item.id).into_iter().filter_map(|(side, item)| {
        let private = side == Side::Private;
        item.as_step().map(|step| step_line(board, step, private))
    });
    let steps = steps.collect_view();
    view! {
        <div class="printed__part">
            <h3 dir="auto">{objective.title.text.clone()}</h3>
            {(!about.is_empty()).then(|| view! { <p>{about}</p> })}
            {(!notes.is_empty()).then(|| view! { <p class="keep-lines" dir="auto">{notes}</p> })}
            <ul>{steps}</ul>
        </div>
    }
    .into_any()
}

/// A box to tick with a pen; one that is ticked already says so in words too.
fn step_line(board: BoardState, step: &Step, private: bool) -> AnyView {
    let done = step.done.is_some();
    let (mark, said) =
        if done { ("☑", Key::PlanPrintStepDone) } else { ("☐", Key::PlanPrintStepTodo) };
    let due = step.due.map(|due| tf(Key::PlanPrintDue, &[("date", &format::long_date(due))]));
    let own = step.who == Who::Mentee && board.is_mentee();
    let who = (!own).then(|| tf(Key::PlanPrintBy, &[("name", &who_text(board, &step.who))]));
    let private = private.then(|| t(Key::PlanPrintMine));
    let about = due.into_iter().chain(who).chain(private).collect::<Vec<_>>().join(" · ");
    view! {
        <li class="printed__line">
            <span aria-hidden="true">{mark}</span>
            <span>
                <span class="visually-hidden">{t(said)} " "</span>
                <span dir="auto">{step.title.text.clone()}</span>
                {(!about.is_empty()).then(|| view! { <br/> {about} })}
            </span>
        </li>
    }
    .into_any()
}
