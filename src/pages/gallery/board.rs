//! Parts of the board: cards, steps, the path of an application, comments, two versions.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        avatar::Avatar,
        button::{Button, ButtonKind},
        card::{Card, CardKind},
        chip::Chip,
        icon::IconName,
        read_aloud::ReadAloud,
        seen_mark::SeenMark,
        text_area::TextArea,
        two_versions::TwoVersions,
    },
    i18n::{self, t, text, tf, tn},
};

const CECILE: &str = "Cécile";

/// Cards of each kind, steps done and to do, a path, two versions of one text, and a text to hear.
#[component]
pub fn Board() -> impl IntoView {
    let step = |id: &'static str, title: &'static str, due: &'static str, done: bool| {
        view! {
            <li class="step" class:step--done=done>
                <input class="step__check" type="checkbox" id=id prop:checked=done/>
                <div class="step__words">
                    <label class="step__label" for=id>
                        <span class="step__title">{title}</span>
                        <span class="step__meta">{due}</span>
                    </label>
                </div>
            </li>
        }
    };
    let stage = |key: Key, done: bool, current: bool| {
        view! {
            <li class="path__item" class:path__item--done=done aria-current=current.then_some("step")>
                <span>{move || t(key)}</span>
            </li>
        }
    };
    view! {
        <section class="stack">
            <h2>{move || t(Key::PlanTitle)}</h2>
            <Card kind=CardKind::Mine>
                <h3>{move || tf(Key::WeekGreeting, &[("name", "أسماء")])}</h3>
                <p>{move || tn(Key::WeekStoryDone, 3)}</p>
            </Card>
            <Card link=true>
                <h3><a class="card__link" href="/gallery">"Trouver une formation d’auxiliaire"</a></h3>
                <p class="muted">{move || tn(Key::PlanStepsDone, 2)}</p>
                <div class="row"><Chip label=text(Key::PrivacyMe) icon=IconName::Lock/></div>
            </Card>
            <Card kind=CardKind::Attend>
                <h3>{move || tn(Key::ApplicationWaitingDays, 7)}</h3>
                <div class="row">
                    <Button label=text(Key::StageFollowedUp)/>
                    <Button label=text(Key::ActionLater) kind=ButtonKind::Quiet/>
                </div>
            </Card>
            <Card>
                <h3>{move || tn(Key::WeekThings, 2)}</h3>
                <ul class="steps">
                    {step("step-call", "Appeler l’école de puériculture", "mercredi", false)}
                    {step("step-ask", "Relancer la crèche Les Lutins", "vendredi", false)}
                    {step("step-show", "Montrer mon CV à Cécile", "", true)}
                </ul>
            </Card>
            <Card>
                <h3>{move || t(Key::ApplicationHistory)}</h3>
                <ol class="path">
                    {stage(Key::StageToApply, true, false)}
                    {stage(Key::StageSent, true, true)}
                    {stage(Key::StageInterview, false, false)}
                </ol>
            </Card>
            <TwoVersions
                mine="Demander l’horaire."
                theirs="Demander madame Peeters."
                other_name=CECILE
                on_keep=|_| ()
            />
            <ReadAloud
                words=text(Key::WeekStoryStart)
                lang=Signal::derive(|| i18n::lang().tag().to_owned())
                label=text(Key::CodesHear)
            />
        </section>
    }
}

/// A comment of each person and a half-typed third one.
#[component]
pub fn Conversation() -> impl IntoView {
    let draft = RwSignal::new("Très bien, le ton de la lettre est juste. Pense à".to_owned());
    view! {
        <section class="card">
            <h2>{move || t(Key::CommentList)}</h2>
            <ul class="comments">
                <li class="comment">
                    <Avatar name="Asmae"/>
                    <div class="comment__body">
                        <p class="muted">{move || t(Key::CommentYou)}</p>
                        <p class="keep-lines" dir="auto">"Bonjour Cécile,\nma lettre est prête."</p>
                        <SeenMark name=CECILE/>
                    </div>
                </li>
                <li class="comment comment--other">
                    <Avatar name=CECILE other=true/>
                    <div class="comment__body">
                        <p class="muted"><bdi>{CECILE}</bdi></p>
                        <p dir="auto">"Je la lis ce soir."</p>
                    </div>
                </li>
            </ul>
            <TextArea
                label=Signal::derive(|| tf(Key::CommentLabelTo, &[("name", CECILE)]))
                value=draft
            />
            <Button label=text(Key::CommentSend) icon=IconName::Message/>
            <p class="muted">{move || t(Key::CommentOnlyTwo)}</p>
        </section>
    }
}
