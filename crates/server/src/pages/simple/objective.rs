//! One objective: its steps, what was said about it, and the form for the next step.

use super::{
    form::{Filled, Line, Typed},
    parts::{self, ONLY_ME, Origin, PER_PAGE},
    plan::{counted, standing},
    reader::{Reader, Tab},
    talk,
};
use crate::{http::extract::FormBody, pages::parts::Languages};
use axum::response::{IntoResponse, Redirect, Response};
use board::{
    id::ItemId,
    item::{Item, Kind},
    op::{AddStep, Op, TextField},
    order::Order,
    permit::{Action, may, may_suggest},
    space::Side,
    step::Who,
};
use maud::{Markup, html};
use words::Key;

pub(super) async fn read(reader: Reader) -> Response {
    let typed = Typed::new();
    match reader.asked_item(|item| item.as_objective().is_some()) {
        Some((side, item)) => {
            page(&reader, side, item, &Filled::new(reader.texts(), &typed), false)
        }
        None => reader.not_there(),
    }
}

/// Adds a step at the end.
pub(super) async fn add_step(mut reader: Reader, FormBody(typed): FormBody<Typed>) -> Response {
    reader.guest.speak(typed.get("lang").map(String::as_str));
    let Some((side, item)) = reader.asked_item(|item| item.as_objective().is_some()) else {
        return reader.not_there();
    };
    let mut form = Filled::new(reader.texts(), &typed);
    if form.only_speaks() {
        return page(&reader, side, item, &form, true);
    }
    let title = form.read(&line(&reader));
    if !form.is_wrong() {
        let suggested = suggests(&reader);
        let only_me = !suggested && side == Side::Shared && form.value("readers") == ONLY_ME;
        let add = |id| {
            Op::AddStep(AddStep {
                id,
                objective: item.id,
                title: title.clone(),
                due: None,
                who: Who::Mentee,
                order: last_place(&reader, item.id),
                only_me,
                suggested,
            })
        };
        let same = |it: &Item| it.as_step().is_some_and(|step| step.title.text == title);
        match reader.add(form.id(), add, same).await {
            Ok(id) => {
                let page = reader.at(&format!("plan/{}?added={id}", item.id));
                return Redirect::to(&page).into_response();
            }
            Err(refused) => form.refuse(&refused),
        }
    }
    page(&reader, side, item, &form, true)
}

fn suggests(reader: &Reader) -> bool {
    may_suggest(&reader.actor, &Kind::Step)
}

fn line(reader: &Reader) -> Line {
    let label = if suggests(reader) { Key::SuggestionStepLabel } else { Key::StepTitleLabel };
    Line {
        name: "title",
        field: TextField::Title,
        label,
        hint: Some(Key::StepTitleHint),
        optional: false,
    }
}

fn last_place(reader: &Reader, objective: ItemId) -> Order {
    let steps = reader.world.steps(objective);
    let last = steps.last().and_then(|(_, step)| step.as_step());
    Order::between(last.map(|step| &step.order), None)
}

/// The page; `sent` when it answers its form.
fn page(reader: &Reader, side: Side, item: &Item, form: &Filled<'_>, sent: bool) -> Response {
    let Some(objective) = item.as_objective() else { return reader.not_there() };
    let title = &objective.title.text;
    let steps = reader.world.steps(item.id);
    let (done, open): (Vec<_>, Vec<_>) =
        steps.iter().partition(|(_, it)| it.as_step().is_some_and(|it| it.done.is_some()));
    let ideas =
        parts::ideas(reader, |it| it.as_step().is_some_and(|step| step.objective == item.id));
    let texts = reader.texts();
    let main = html! {
        (form.summary())
        p { a class="link" href=(reader.at("plan")) { (back_to(reader)) } }
        div class="stack" {
            h1 dir="auto" { (title) }
            p class="muted" { (standing(reader, objective)) " · " (counted(reader, steps.len(), open.len())) }
            (parts::only_me(reader, side))
            @if !objective.notes.text.is_empty() {
                p class="keep-lines" dir="auto" { (objective.notes.text) }
            }
            (parts::ticked(reader, Origin::Objective))
            (parts::added(reader))
            @if !open.is_empty() {
                section class="card" aria-labelledby="steps" {
                    h2 id="steps" { (texts.get(Key::StepList)) }
                    (list(reader, &open))
                }
            }
            @if !done.is_empty() {
                details class="disclosure" {
                    summary class="disclosure__title" {
                        (texts.count(Key::PlanStepsDone, done.len() as u64))
                    }
                    div class="disclosure__body" { (list(reader, &done)) }
                }
            }
            (ideas)
            (next_step(reader, side, item, form))
            (talk::about(reader, item.id))
        }
    };
    let action = reader.at(&format!("plan/{}", item.id));
    let languages = if sent { form.languages(&action) } else { Languages::Links };
    let page = reader.framed(Tab::Plan, title, form.is_wrong(), languages, &main);
    (form.status(), reader.guest.answer(page)).into_response()
}

fn back_to(reader: &Reader) -> String {
    let texts = reader.texts();
    let plan = if reader.is_mentee() { Key::NavPlan } else { Key::NavPlanMentor };
    texts.fill(Key::AppBackTo, &[("page", texts.get(plan))])
}

fn list(reader: &Reader, steps: &[&(Side, &Item)]) -> Markup {
    let more = steps.len().saturating_sub(PER_PAGE);
    html! {
        ul class="steps" {
            @for (side, step) in steps.iter().take(PER_PAGE) {
                li { (parts::step(reader, *side, step, Origin::Objective)) }
            }
        }
        @if more > 0 {
            p class="muted" { (reader.texts().count(Key::SimpleMoreSteps, more as u64)) }
        }
    }
}

/// The form, for whoever may add a step or propose one.
fn next_step(reader: &Reader, side: Side, item: &Item, form: &Filled<'_>) -> Markup {
    let texts = reader.texts();
    let suggests = suggests(reader);
    let needed = if suggests { Action::Comment } else { Action::Plan };
    let label = if suggests { Key::SuggestionAddStep } else { Key::StepAdd };
    html! {
        @if may(&reader.actor, needed, side, item) {
            section class="card" aria-labelledby="next" {
                h2 id="next" { (texts.get(label)) }
                form class="form" method="post" novalidate
                    action=(reader.at(&format!("plan/{}", item.id))) {
                    (form.hidden())
                    (form.line(&line(reader)))
                    @if !suggests && side == Side::Shared {
                        (form.choice("readers", Key::PrivacyQuestion, &parts::readers(reader)))
                    }
                    div class="form__actions" { button class="button" { (texts.get(label)) } }
                }
            }
        }
    }
}
