//! What came of a referral, and what comes next (M21).

use board::{
    id::ItemId,
    op::{Op, TextField},
    referral::ReferralOutcome,
    space::Side,
    step::Who,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::button::{Button, ButtonKind},
    features::{
        choice_form::ChoiceForm,
        live_text::{LiveText, errors::reject_text},
        referrals::{
            facts::{ReferralFacts, part},
            wording::{outcome_key, outcome_options},
        },
        step_offer::{Offer, StepOffer},
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const BUTTON: &str = "referral-outcome";

/// The outcome as it is known, a list to choose from, and the next step in words.
#[component]
pub(super) fn Outcome(
    /// The referral.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ReferralFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let outcome = Memo::new(move |_| {
        facts.with(|facts| facts.as_ref().and_then(|facts| facts.outcome.clone()))
    });
    let now = Memo::new(move |_| {
        outcome.with(|outcome| outcome.as_ref().map(|o| o.as_str().to_owned()).unwrap_or_default())
    });
    let may_plan = part(facts, |facts| facts.may_plan);
    let words = move || match outcome.get() {
        Some(outcome) => t(outcome_key(&outcome)),
        None => t(Key::ReferralOutcomeNone),
    };
    let set = move |outcome: Option<ReferralOutcome>| {
        let said = match &outcome {
            Some(outcome) => {
                tf(Key::ReferralOutcomeSaved, &[("outcome", &t(outcome_key(outcome)))])
            }
            None => t(Key::ReferralTakenBack),
        };
        match board.act(Op::SetOutcome { item: id, outcome }) {
            Ok(()) => announce(&said),
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    let save = Callback::new(move |word: String| set(Some(ReferralOutcome::from_word(&word))));
    let take_back = move |()| {
        set(None);
        focus::focus_soon(BUTTON);
    };
    let next = Memo::new(move |_| {
        facts.with(|facts| {
            let facts = facts.as_ref().filter(|facts| !facts.next.is_empty())?;
            Some(Offer {
                title: facts.next.clone(),
                who: Who::Mentee,
                objective: facts.title.clone(),
                theme: facts.theme.clone(),
                only_me: facts.side == Side::Private,
            })
        })
    });
    view! {
        <section class="card">
            <h2>{move || t(Key::ReferralOutcomeTitle)}</h2>
            <p>{words}</p>
            <Show when=move || may_plan.get() == Some(true)>
                <ChoiceForm
                    label=text(Key::ReferralOutcomeQuestion)
                    button=text(Key::ReferralOutcomeNote)
                    options=outcome_options()
                    now=now
                    id=BUTTON
                    on_save=save
                />
                <Show when=move || outcome.with(Option::is_some)>
                    <div>
                        <Button
                            label=text(Key::ReferralOutcomeTake)
                            kind=ButtonKind::Plain
                            on_press=take_back
                        />
                    </div>
                </Show>
            </Show>
            <LiveText
                item=id
                field=TextField::Next
                label=text(Key::ReferralNext)
                hint=text(Key::ReferralNextHint)
            />
            <StepOffer offer=next/>
        </section>
    }
}
