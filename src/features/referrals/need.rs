//! "Do I need it for my aim?": the first step of every recognition of a diploma.

use board::{objective::Theme, step::Who};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        choice::{Choice, ChoiceOption},
        notice::Notice,
    },
    features::step_offer::{Offer, StepOffer},
    i18n::{t, text},
    paths::Path,
};

const YES: &str = "yes";
const NO: &str = "no";
const UNSURE: &str = "unsure";

/// The question with three good answers; each shows a way on, none closes one.
#[component]
pub(super) fn DoINeedIt(
    /// True when the referral is private: a step that comes of it is too.
    #[prop(into)]
    only_me: Signal<bool>,
) -> impl IntoView {
    let answer = RwSignal::new(String::new());
    let options = Signal::stored(vec![
        ChoiceOption::new(YES, text(Key::DiplomaNeedYes)),
        ChoiceOption::new(NO, text(Key::DiplomaNeedNo)),
        ChoiceOption::new(UNSURE, text(Key::DiplomaNeedUnsure)),
    ]);
    let offer = Memo::new(move |_| {
        let (yes, title) = (answer.with(|answer| answer == YES), Key::DiplomaStepAsk);
        Some(Offer {
            title: t(if yes { Key::DiplomaStepPapers } else { title }),
            who: Who::Mentee,
            objective: t(Key::ReferralKindDiploma),
            theme: Theme::Diploma,
            only_me: only_me.get(),
        })
    });
    let words = move |key| view! { <Notice><p>{move || t(key)}</p></Notice> };
    let way_on = move || match answer.get().as_str() {
        YES => view! { {words(Key::DiplomaWayYes)} <StepOffer offer/> }.into_any(),
        NO => view! {
            {words(Key::DiplomaWayNo)}
            <p>
                <a class="link" href=Path::CareerAim.href()>{move || t(Key::CareerSee)}</a>
            </p>
        }
        .into_any(),
        UNSURE => view! { {words(Key::DiplomaWayUnsure)} <StepOffer offer/> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <section class="card card--mine">
            <h2>{move || t(Key::DiplomaFirst)}</h2>
            <Choice
                label=text(Key::DiplomaNeed)
                hint=text(Key::DiplomaNeedHint)
                options=options
                value=answer
            />
            {way_on}
        </section>
    }
}
