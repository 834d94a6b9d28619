//! One step: its box, its words, its few facts, and what can be changed.

use board::{id::ItemId, space::Side, step::Who};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::ButtonKind,
        chip::{Chip, ChipKind},
        icon::{Icon, IconName},
        unfold::Unfold,
    },
    features::{
        comments::talk::{Talk, messages},
        rows::RowFocus,
        steps::{
            edit::EditStep,
            facts::{StepFacts, due_text, fact, step_facts, title_of, who_text},
            tick::{Tick, tick_id},
        },
    },
    i18n::{t, text},
    state::board::BoardState,
};

/// A row of the list. The words are the label of the box, so the whole row can be pressed.
#[component]
pub fn StepRow(
    /// The step.
    id: ItemId,
    /// The focus in the list.
    focus: RowFocus,
) -> impl IntoView {
    let board = BoardState::expect();
    let facts = step_facts(board, id);
    let has = |read| fact(facts, read);
    let title = title_of(facts);
    let done = has(|facts| facts.done);
    let may_tick = has(|facts| facts.may_tick);
    let may_change = has(|facts| facts.may_write || facts.may_plan);
    let open = RwSignal::new(false);
    // What was said while it was an idea, and what is said since.
    let said = messages(board, id);
    let talked = Memo::new(move |_| said.get() > 0);
    let mark = move || {
        if may_tick.get() {
            view! { <Tick id facts/> }.into_any()
        } else {
            // Somebody else's box: shown, and said in words, but not to be pressed.
            view! {
                <span class="step__mark" class:step__mark--done=done>
                    <Icon name=IconName::Check/>
                </span>
            }
            .into_any()
        }
    };
    let words = move || {
        if may_tick.get() {
            view! {
                <label class="step__label" for=tick_id(id)>
                    <span class="step__title" dir="auto">{title}</span>
                    <StepMeta facts/>
                </label>
            }
            .into_any()
        } else {
            let said = move || done.get().then(|| t(Key::PlanStepIsDone));
            view! {
                <p class="step__label">
                    <span class="step__title" dir="auto">{title}</span>
                    <span class="visually-hidden">{said}</span>
                    <StepMeta facts/>
                </p>
            }
            .into_any()
        }
    };
    view! {
        <li class="step" class:step--done=done on:focusin=move |_| focus.enter(id)>
            {mark}
            <div class="step__words">{words} <StepChips facts/></div>
            {move || may_change.get().then(|| view! {
                <Unfold
                    label=text(Key::ActionChange)
                    about=title
                    open
                    kind=ButtonKind::Plain
                    id=edit_id(id)
                >
                    <EditStep id facts open focus/>
                </Unfold>
            }.into_any())}
            {move || talked.get().then(|| view! {
                <div class="step__talk"><Talk on=id title/></div>
            }.into_any())}
        </li>
    }
}

/// The id of the button that opens the form of a step.
#[must_use]
pub fn edit_id(step: ItemId) -> String {
    format!("change-{step}")
}

/// By when and who, in one line: only what differs from the usual.
#[component]
pub fn StepMeta(
    /// What the board says of the step.
    facts: Memo<Option<StepFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let words = Memo::new(move |_| {
        facts.with(|facts| {
            let Some(facts) = facts else { return String::new() };
            let own = facts.who == Who::Mentee && board.is_mentee();
            let who = (!own).then(|| who_text(board, &facts.who));
            let all = facts.due.map(due_text).into_iter().chain(who).collect::<Vec<_>>();
            all.join(" · ")
        })
    });
    move || {
        let words = words.get();
        (!words.is_empty()).then(|| view! { <span class="step__meta">{words}</span> }.into_any())
    }
}

/// Who sees it when that differs from the objective, and two versions that wait.
#[component]
pub fn StepChips(
    /// What the board says of the step.
    facts: Memo<Option<StepFacts>>,
) -> impl IntoView {
    let has = |read| fact(facts, read);
    let private = has(|facts| facts.under_shared && facts.side == Side::Private);
    let versions = has(|facts| facts.versions);
    move || {
        if !private.get() && !versions.get() {
            return None;
        }
        let lock = private
            .get()
            .then(|| view! { <Chip label=text(Key::PrivacyMe) icon=IconName::Lock/> }.into_any());
        let versions = versions.get().then(|| {
            view! {
                <Chip label=text(Key::PlanVersions) icon=IconName::Alert kind=ChipKind::Attend/>
            }
            .into_any()
        });
        Some(view! { <div class="row">{lock}{versions}</div> }.into_any())
    }
}
