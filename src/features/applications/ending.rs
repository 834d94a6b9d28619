//! After an application ended without a job: why, and what was learnt, for whoever wants to say
//! (features.md M15). Both may stay empty for ever.

use crate::{
    components::{choice::ChoiceOption, select::Select},
    features::{
        applications::{facts::ApplicationFacts, stages::reason_key},
        live_text::{LiveText, errors::reject_text},
    },
    i18n::{t, text, tf},
    platform::announce,
    state::board::BoardState,
};
use board::{
    application::{EndReason, Stage},
    id::ItemId,
    op::{Op, TextField},
};
use leptos::prelude::*;
use words::Key;

/// Two questions in a card of their own; nothing while the application is under way.
#[component]
pub(super) fn Ending(
    /// The application.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ApplicationFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let ended = Memo::new(move |_| {
        facts.with(|facts| facts.as_ref().is_some_and(|f| Stage::ENDS.contains(&f.stage)))
    });
    let may_plan = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_plan)));
    let reason = Memo::new(move |_| facts.with(|f| f.as_ref().and_then(|f| f.reason.clone())));
    let learnt = Signal::derive(move || {
        if board.is_mentee() {
            t(Key::ApplicationLearnt)
        } else {
            tf(Key::ApplicationLearntMentor, &[("name", &board.other_name())])
        }
    });
    let title = if board.is_mentee() {
        Key::ApplicationEndingTitle
    } else {
        Key::ApplicationEndingTitleMentor
    };
    let question = move || {
        if may_plan.get() {
            view! {
                <p>{move || t(Key::ApplicationEndingLead)}</p>
                <Reason id reason/>
            }
            .into_any()
        } else {
            let known = reason.get().map(|reason| view! { <p>{text(reason_key(&reason))}</p> });
            known.into_any()
        }
    };
    move || {
        ended.get().then(|| {
            view! {
                <section class="card">
                    <h2>{move || t(title)}</h2>
                    {question}
                    <LiveText
                        item=id
                        field=TextField::Learnt
                        label=learnt
                        hint=text(Key::ApplicationLearntHint)
                        multiline=true
                    />
                </section>
            }
        })
    }
}

/// Takes effect at once; "rather not say" takes it back.
#[component]
fn Reason(id: ItemId, reason: Memo<Option<EndReason>>) -> impl IntoView {
    let board = BoardState::expect();
    let known = reason.get_untracked().map(|reason| reason.as_str().to_owned());
    let value = RwSignal::new(known.unwrap_or_default());
    let option = |reason: &EndReason| ChoiceOption::new(reason.as_str(), text(reason_key(reason)));
    let options = Signal::stored(EndReason::ALL.iter().map(option).collect::<Vec<_>>());
    let choose = move |chosen: String| {
        let reason = (!chosen.is_empty()).then(|| EndReason::from_word(&chosen));
        match board.act(Op::SetReason { item: id, reason }) {
            Ok(()) => announce::announce(&t(Key::ApplicationReasonSaved)),
            Err(reject) => announce::announce(&reject_text(&reject)),
        }
    };
    view! {
        <Select
            label=text(Key::ApplicationReason)
            options
            value
            empty_label=text(Key::ApplicationReasonNone)
            optional=true
            on_choose=choose
        />
    }
}
