//! One objective: its steps, what was said about it, and the form for the next step.

use super::{
    days,
    form::{Day, Filled, Line, Typed},
    parts::{self, ONLY_ME, Origin, PER_PAGE},
    plan::{counted, standing},
    reader::{Reader, Tab},
    talk, wording,
};
use crate::http::extract::FormBody;
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

/// The steps, the messages, and a form for the next one of each.
pub(super) async fn read(reader: Reader) -> Response {
    match reader.asked_item(|item| item.as_objective().is_some()) {
        Some((side, item)) => page(&reader, side, item, None),
        None => reader.not_there(),
    }
}

/// The form that a page of an objective answers.
#[derive(Clone, Copy)]
pub(super) enum Sent<'f, 't> {
    /// The next step.
    Step(&'f Filled<'t>),
    /// The next message.
    Message(&'f Filled<'t>),
}

/// Adds a step at the end.
pub(super) async fn add_step(mut reader: Reader, FormBody(typed): FormBody<Typed>) -> Response {
    reader.guest.speak(typed.get("lang").map(String::as_str));
    let Some((side, item)) = reader.asked_item(|item| item.as_objective().is_some()) else {
        return reader.not_there();
    };
    let mut form = Filled::new(reader.texts(), &typed);
    if form.only_speaks() {
        return page(&reader, side, item, Some(Sent::Step(&form)));
    }
    let (title, due) = (form.read(&line(&reader)), form.read_day(&DUE));
    if !form.is_wrong() {
        let suggested = suggests(&reader);
        let who = Who::ALL.iter().find(|who| who.as_str() == form.value("who")).cloned();
        let who = who.unwrap_or(Who::Mentee);
        let only_me = !suggested && side == Side::Shared && form.value("readers") == ONLY_ME;
        let add = |id| {
            Op::AddStep(AddStep {
                id,
                objective: item.id,
                title: title.clone(),
                due,
                who: who.clone(),
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
    page(&reader, side, item, Some(Sent::Step(&form)))
}

/// By when.
const DUE: Day = Day { names: ["due", "due-month", "due-year"], label: Key::StepDue };

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

/// The page, as the answer to one of its forms when that was sent.
pub(super) fn page(
    reader: &Reader,
    side: Side,
    item: &Item,
    sent: Option<Sent<'_, '_>>,
) -> Response {
    let Some(objective) = item.as_objective() else { return reader.not_there() };
    let title = &objective.title.text;
    let steps = reader.world.steps(item.id);
    let (done, open): (Vec<_>, Vec<_>) =
        steps.iter().partition(|(_, it)| it.as_step().is_some_and(|it| it.done.is_some()));
    let ideas =
        parts::ideas(reader, |it| it.as_step().is_some_and(|step| step.objective == item.id));
    let texts = reader.texts();
    let typed = Typed::new();
    let empty = Filled::new(texts, &typed);
    let (step, message) = match sent {
        Some(Sent::Step(form)) => (form, None),
        Some(Sent::Message(form)) => (&empty, Some(form)),
        None => (&empty, None),
    };
    let main = html! {
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
            (next_step(reader, side, item, step))
            (talk::about(reader, side, item, message))
        }
    };
    let address = match sent {
        Some(Sent::Message(_)) => talk::address(reader, item),
        _ => reader.at(&format!("plan/{}", item.id)),
    };
    let sent = sent.map(|(Sent::Step(form) | Sent::Message(form))| (form, address.as_str()));
    reader.answer(Tab::Plan, title, sent, &main)
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
        @if !reader.guest.fragment && may(&reader.actor, needed, side, item) {
            section class="card" aria-labelledby="next" {
                h2 id="next" { (texts.get(label)) }
                form class="form" method="post" novalidate
                    action=(reader.at(&format!("plan/{}", item.id))) {
                    (form.hidden())
                    (form.line(&line(reader)))
                    details class="disclosure" open[form.any(&DUE.names) || form.is_wrong()] {
                        summary class="disclosure__title" { (texts.get(Key::StepMore)) }
                        div class="disclosure__body" {
                            (form.day(&DUE, &days::example(reader.today)))
                            (form.choice("who", Key::StepWho, &wording::doers(reader)))
                            @if !suggests && side == Side::Shared {
                                (form.choice("readers", Key::PrivacyQuestion, &parts::readers(reader)))
                            }
                        }
                    }
                    div class="form__actions" { button class="button" { (texts.get(label)) } }
                }
            }
        }
    }
}
