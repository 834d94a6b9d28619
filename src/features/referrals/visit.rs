//! "I went, I could not, I did not dare": one press, and a kind word after each (M20).

use board::{id::ItemId, op::Op, referral::Went, space::Side, step::Who};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    features::{
        live_text::errors::reject_text,
        referrals::{
            facts::{ReferralFacts, part},
            wording::went_key,
        },
        step_offer::{Offer, StepOffer},
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// Takes the focus when the buttons under it change places.
const HEADING: &str = "visit-title";

/// The question for the mentee; what they said for both.
#[component]
pub(super) fn Visit(
    /// The referral.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ReferralFacts>>,
) -> impl IntoView {
    let went = part(facts, |facts| facts.went.clone());
    let heading = if BoardState::expect().is_mentee() {
        Key::ReferralVisit
    } else {
        Key::ReferralVisitMentor
    };
    let body = move || match went.get().flatten() {
        Some(went) => view! { <Said id went facts/> }.into_any(),
        None => view! { <Question id facts/> }.into_any(),
    };
    view! {
        <section class="card">
            <h2 id=HEADING tabindex="-1">{move || t(heading)}</h2>
            {body}
        </section>
    }
}

/// Notes the answer, or takes it back; the words are said, and the focus stays in the card.
fn say(board: BoardState, item: ItemId, went: Option<Went>) {
    let said = went.as_ref().map_or(Key::ReferralTakenBack, kind_words);
    match board.act(Op::SayWent { item, went }) {
        Ok(()) => announce(&t(said)),
        Err(reject) => announce(&reject_text(&reject)),
    }
    focus::focus_soon(HEADING);
}

#[component]
fn Question(id: ItemId, facts: Memo<Option<ReferralFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let may_tell = part(facts, |facts| facts.may_tell);
    move || {
        if may_tell.get() != Some(true) {
            let name = board.other_name();
            return view! { <p>{move || tf(Key::ReferralNotSaid, &[("name", &name)])}</p> }
                .into_any();
        }
        let answers = [
            (Went::Went, IconName::Check),
            (Went::CouldNot, IconName::Calendar),
            (Went::DidNotDare, IconName::Pair),
        ];
        let button = |(went, icon): (Went, IconName)| {
            let label = text(went_key(&went));
            let press = move |()| say(board, id, Some(went.clone()));
            view! { <Button label kind=ButtonKind::Quiet icon on_press=press/> }
        };
        view! { <div class="row">{answers.map(button).into_iter().collect_view()}</div> }.into_any()
    }
}

#[component]
fn Said(id: ItemId, went: Went, facts: Memo<Option<ReferralFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let may_tell = part(facts, |facts| facts.may_tell);
    let (quoted, kind) = (went_key(&went), kind_words(&went));
    let said = move || {
        let words = t(quoted);
        if board.is_mentee() {
            tf(Key::ReferralYouSaid, &[("words", &words)])
        } else {
            tf(Key::ReferralTheySaid, &[("name", &board.other_name()), ("words", &words)])
        }
    };
    let together = Memo::new(move |_| {
        facts.with(|facts| {
            let facts = facts.as_ref()?;
            Some(Offer {
                title: tf(Key::ReferralTogether, &[("service", &facts.title)]),
                who: Who::Both,
                objective: facts.title.clone(),
                theme: facts.theme.clone(),
                only_me: facts.side == Side::Private,
            })
        })
    });
    let offer = (went == Went::DidNotDare).then(|| {
        view! {
            <p>{move || t(Key::ReferralTogetherAsk)}</p>
            <StepOffer offer=together/>
        }
    });
    view! {
        <p><strong>{said}</strong></p>
        <p>{move || t(kind)}</p>
        {offer}
        {move || (may_tell.get() == Some(true)).then(|| view! {
            <div>
                <Button
                    label=text(Key::ReferralChangeAnswer)
                    kind=ButtonKind::Plain
                    on_press=move |()| say(board, id, None)
                />
            </div>
        })}
    }
}

/// What is said after each answer: never a reproach.
fn kind_words(went: &Went) -> Key {
    match went {
        Went::Went => Key::ReferralKindWent,
        Went::CouldNot => Key::ReferralKindCouldNot,
        Went::DidNotDare => Key::ReferralKindDidNotDare,
        Went::Other(_) => Key::ReferralKindOtherAnswer,
    }
}
