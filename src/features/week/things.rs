//! The three next things, to be ticked where they stand.

use board::{actor::Seat, application::Application, id::ItemId, week::next_things};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::ButtonKind,
        card::Card,
        each::Each,
        empty_state::EmptyState,
        icon::{Icon, IconName},
        link_button::LinkButton,
    },
    features::{
        objectives::invitation::Invitation,
        rows::RowFocus,
        steps::{
            facts::{fact, step_facts, title_of},
            row::{StepChips, StepMeta},
            tick::{Tick, tick_id},
        },
    },
    i18n::{format, t, text, tf, tn},
    paths::Path,
    platform::clock,
    state::board::BoardState,
};

/// Id of the heading, which takes the focus when the last row goes away.
const HEADING: &str = "things-title";

/// What there is to do, or the invitation of an empty plan.
#[component]
pub fn Things() -> impl IntoView {
    let board = BoardState::expect();
    let has_plan = Memo::new(move |_| {
        board.view().with(|world| {
            world.items().any(|(_, item)| item.is_live() && item.as_objective().is_some())
        })
    });
    let seat = board.actor().seat;
    let things = Memo::new(move |shown: Option<&Vec<ItemId>>| {
        let shown = shown.map_or(&[] as &[ItemId], Vec::as_slice);
        board.view().with(|world| next_things(world, seat, clock::today(), shown))
    });
    let any = Memo::new(move |_| things.with(|things| !things.is_empty()));
    move || match (any.get(), has_plan.get(), seat) {
        (true, ..) => view! { <ThingsCard things/> }.into_any(),
        (false, true, _) => view! {
            <Card>
                <p>{move || t(Key::WeekNoSteps)}</p>
                <div>
                    <LinkButton
                        label=text(Key::WeekSeePlan)
                        href=Path::Plan.href()
                        kind=ButtonKind::Plain
                        icon=IconName::Flag
                    />
                </div>
            </Card>
        }
        .into_any(),
        (false, false, Seat::Mentee) => view! { <Invitation/> }.into_any(),
        (false, false, Seat::Mentor) => {
            let name = board.other_name();
            let title = Signal::derive(move || tf(Key::PlanEmptyMentor, &[("name", &name)]));
            view! { <EmptyState title/> }.into_any()
        }
    }
}

#[component]
fn ThingsCard(things: Memo<Vec<ItemId>>) -> impl IntoView {
    let board = BoardState::expect();
    let heading = Memo::new(move |_| {
        let left = board.view().with(|world| {
            let is_done = |id: &ItemId| {
                world
                    .find(*id)
                    .and_then(|(_, item)| item.as_step())
                    .is_some_and(|step| step.done.is_some())
            };
            things.with(|things| things.iter().filter(|id| !is_done(id)).count())
        });
        if left == 0 { t(Key::WeekAllDone) } else { tn(Key::WeekThings, left) }
    });
    let focus = RowFocus::watch(things, tick_id, HEADING);
    view! {
        <Card>
            <h2 id=HEADING tabindex="-1">{heading}</h2>
            <ul class="steps" aria-labelledby=HEADING>
                <Each each=move || things.get() key=|id| *id let:id>
                    <li on:focusin=move |_| focus.enter(id)><Thing id/></li>
                </Each>
            </ul>
        </Card>
    }
}

/// A step, or the next action of an application.
#[component]
fn Thing(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let is_step = board
        .view()
        .with_untracked(|world| world.find(id).is_some_and(|(_, item)| item.as_step().is_some()));
    if is_step {
        view! { <StepThing id/> }.into_any()
    } else {
        view! { <ActionThing id/> }.into_any()
    }
}

/// Ticked by whoever does it; for the other person a link to its objective.
#[component]
fn StepThing(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let facts = step_facts(board, id);
    let has = |read| fact(facts, read);
    let title = title_of(facts);
    let (done, may_tick) = (has(|facts| facts.done), has(|facts| facts.may_tick));
    let objective =
        board.view().with_untracked(|world| Some(world.find(id)?.1.as_step()?.objective));
    let href = objective.map_or_else(|| Path::Plan.href(), |id| Path::Objective(id.0).href());
    let words = move || {
        if may_tick.get() {
            view! {
                <Tick id facts/>
                <div class="step__words">
                    <label class="step__label" for=tick_id(id)>
                        <span class="step__title" dir="auto">{title}</span>
                        <StepMeta facts/>
                    </label>
                    <StepChips facts/>
                </div>
            }
            .into_any()
        } else {
            view! {
                <span class="step__mark" class:step__mark--done=done>
                    <Icon name=IconName::Check/>
                </span>
                <div class="step__words">
                    <a class="step__label" href=href.clone()>
                        <span class="step__title" dir="auto">{title}</span>
                        <StepMeta facts/>
                    </a>
                    <StepChips facts/>
                </div>
            }
            .into_any()
        }
    };
    view! { <div class="step" class:step--done=done>{words}</div> }
}

/// Leads to the application: what was done there is said there.
#[component]
fn ActionThing(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let read = move |words: fn(&Application) -> String| {
        Memo::new(move |_| {
            board
                .view()
                .with(|world| {
                    let (_, item) = world.find(id)?;
                    item.as_application().map(words)
                })
                .unwrap_or_default()
        })
    };
    let what = read(|application| match application.next.text.as_str() {
        "" => t(Key::ApplicationFollowupSuggestion),
        next => next.to_owned(),
    });
    let about = read(|application| {
        let day = application.next_on.map(format::short_date);
        let employer = application.employer.text.clone();
        [Some(employer), day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    view! {
        <div class="step">
            <span class="step__mark step__mark--plain"><Icon name=IconName::Briefcase/></span>
            <div class="step__words">
                <a class="step__label" href=Path::Application(id.0).href()>
                    <span class="step__title" dir="auto">{what}</span>
                    <span class="step__meta" dir="auto">{about}</span>
                </a>
            </div>
        </div>
    }
}
