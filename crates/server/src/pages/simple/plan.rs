//! The objectives, each with how far it is.

use super::{
    parts::{self, Origin},
    reader::{Reader, Tab},
    wording,
};
use axum::response::Response;
use board::{
    item::{Item, Kind},
    objective::{Horizon, Objective, ObjectiveState},
    permit::{may_add, may_suggest},
    space::Side,
};
use maud::{Markup, html};
use words::Key;

/// Open steps that a card shows.
const STEPS: usize = 3;

pub(super) async fn plan(reader: Reader) -> Response {
    let texts = reader.texts();
    let name = [("name", reader.other_name())];
    let title = match reader.is_mentee() {
        true => texts.get(Key::PlanTitle).to_owned(),
        false => texts.fill(Key::PlanTitleMentor, &name),
    };
    let all = objectives(&reader);
    let (shown, pager) = parts::paged(&reader, &all);
    let main = html! {
        div class="stack" {
            h1 { (title) }
            (parts::ticked(&reader, Origin::Plan))
            (parts::added(&reader))
            @for (side, item, objective) in shown { (card(&reader, *side, item, objective)) }
            @if all.is_empty() {
                section class="empty" {
                    h2 {
                        @if reader.is_mentee() { (texts.get(Key::PlanEmptyTitle)) }
                        @else { (texts.fill(Key::PlanEmptyMentor, &name)) }
                    }
                }
            }
            (pager)
            (parts::ideas(&reader, |item| item.as_objective().is_some()))
            @if let Some(label) = adding(&reader) {
                div { (parts::link_button(&reader.at("plan/new"), texts.get(label))) }
            }
        }
    };
    reader.page(Tab::Plan, &title, &main)
}

/// What adding an objective is called for this person.
pub(super) fn adding(reader: &Reader) -> Option<Key> {
    if may_add(&reader.actor, &Kind::Objective) {
        return Some(Key::ObjectiveAdd);
    }
    may_suggest(&reader.actor, &Kind::Objective).then_some(Key::SuggestionAddObjective)
}

/// What is being worked on first, the nearest first.
fn objectives(reader: &Reader) -> Vec<(Side, &Item, &Objective)> {
    let live = reader.world.items().filter(|(_, item)| item.is_live());
    let mut all: Vec<_> =
        live.filter_map(|(side, item)| Some((side, item, item.as_objective()?))).collect();
    all.sort_by_key(|(_, item, objective)| {
        let state = match objective.state {
            ObjectiveState::Active => 0,
            ObjectiveState::Paused => 1,
            _ => 2,
        };
        let horizon = match objective.horizon {
            Horizon::Short => 0,
            Horizon::Medium => 1,
            Horizon::Long | Horizon::Other(_) => 2,
        };
        (state, horizon, item.at, item.id)
    });
    all
}

fn card(reader: &Reader, side: Side, item: &Item, objective: &Objective) -> Markup {
    let texts = reader.texts();
    let steps = reader.world.steps(item.id);
    let open: Vec<_> =
        steps.iter().filter(|(_, it)| it.as_step().is_some_and(|it| it.done.is_none())).collect();
    let is_active = objective.state == ObjectiveState::Active;
    let shown = if is_active { STEPS } else { 0 };
    let name = format!("o-{}", item.id);
    html! {
        section.card.card--done[!is_active] aria-labelledby=(name) {
            h2 id=(name) {
                a class="link" href=(reader.at(&format!("plan/{}", item.id))) dir="auto" {
                    (objective.title.text)
                }
            }
            p class="muted" { (standing(reader, objective)) " · " (counted(reader, steps.len(), open.len())) }
            (parts::only_me(reader, side))
            @if is_active && !open.is_empty() {
                ul class="steps" {
                    @for (side, step) in open.iter().take(shown) {
                        li { (parts::step(reader, *side, step, Origin::Plan)) }
                    }
                }
                @if open.len() > shown {
                    p class="muted" {
                        (texts.count(Key::SimpleMoreSteps, (open.len() - shown) as u64))
                    }
                }
            }
        }
    }
}

/// "Now", or why it is not being worked on.
pub(super) fn standing<'r>(reader: &'r Reader, objective: &Objective) -> &'r str {
    let texts = reader.texts();
    match &objective.state {
        ObjectiveState::Active => texts.get(wording::horizon(&objective.horizon)),
        state => texts.get(wording::state(state)),
    }
}

/// "Two steps done, three to do."
pub(super) fn counted(reader: &Reader, all: usize, open: usize) -> String {
    let texts = reader.texts();
    let (done, open) = ((all - open) as u64, open as u64);
    match (done, open) {
        (0, 0) => texts.get(Key::PlanStepsNone).to_owned(),
        (0, open) => texts.count(Key::PlanStepsTodo, open),
        (_, 0) => texts.get(Key::PlanAllDone).to_owned(),
        (done, open) => {
            let (done, left) =
                (texts.count(Key::PlanStepsDone, done), texts.count(Key::PlanStepsLeft, open));
            // Words of one language need no isolation from each other.
            let both = texts.get(Key::PlanStepsBoth);
            both.replace("{done}", &done).replace("{left}", &left)
        }
    }
}
