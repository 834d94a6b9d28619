//! When an application that was sent got no answer: a hint after one, two and three weeks, and
//! nothing that changes by itself (features.md M13, M14).

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{
        applications::{
            facts::{ApplicationFacts, day},
            follow_up::plan_follow_up,
            stages::stage_name,
        },
        live_text::errors::reject_text,
    },
    i18n::{format, t, text, tf, tn},
    platform::{announce, clock, focus},
    state::board::BoardState,
};
use board::{
    application::Stage,
    health::hint::{ApplicationHint, application_hint},
    id::ItemId,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

/// What to offer, and after how many days; nothing while something is planned for later.
#[must_use]
pub(super) fn standstill(
    facts: &ApplicationFacts,
    today: NaiveDate,
) -> Option<(ApplicationHint, usize)> {
    if !waits(&facts.stage, facts.next_on, today) {
        return None;
    }
    let days = (today - day(facts.moved_at)).num_days();
    Some((application_hint(days)?, usize::try_from(days).ok()?))
}

/// Whether the next word is the employer's.
fn waits(stage: &Stage, next_on: Option<NaiveDate>, today: NaiveDate) -> bool {
    matches!(stage, Stage::Sent | Stage::FollowedUp) && next_on.is_none_or(|on| on <= today)
}

/// "No news for 9 days"; tracked.
#[must_use]
pub(super) fn standstill_words(days: usize) -> String {
    tf(Key::ApplicationHintShort, &[("days", &tn(Key::DaysCount, days))])
}

/// The hint, with what can be done about it for whoever may.
#[component]
pub(super) fn Standstill(
    /// The application.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ApplicationFacts>>,
    /// Called with another stage.
    on_move: Callback<Stage>,
    /// Whether the person answered: the hint is not said again while the page lives.
    answered: RwSignal<bool>,
    /// Id of the element that takes the focus when the hint goes away.
    heading: &'static str,
) -> impl IntoView {
    let board = BoardState::expect();
    let hint = Memo::new(move |_| {
        let hint = facts.with(|facts| standstill(facts.as_ref()?, clock::today()));
        hint.filter(|_| !answered.get())
    });
    let may_plan = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_plan)));
    let follow = Callback::new(move |()| match plan_follow_up(board, id) {
        Ok(on) => {
            announce::announce(&tf(Key::ApplicationNextSet, &[("date", &format::long_date(on))]));
            answered.set(true);
            focus::focus_soon(heading);
        }
        Err(reject) => announce::announce(&reject_text(&reject)),
    });
    let asked = Callback::new(move |()| {
        on_move.run(Stage::FollowedUp);
        focus::focus_soon(heading);
    });
    let is_sent =
        Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.stage == Stage::Sent)));
    let no_answer = Callback::new(move |()| {
        on_move.run(Stage::NoAnswer);
        focus::focus_soon(heading);
    });
    move || {
        let (hint, days) = hint.get()?;
        let words = move || {
            let days = tn(Key::DaysCount, days);
            let key = match hint {
                _ if !may_plan.get() => Key::ApplicationHintMentor,
                ApplicationHint::FollowUp => Key::ApplicationHintFollow,
                ApplicationHint::Gentle => Key::ApplicationHintGentle,
                ApplicationHint::OfferNoAnswer => Key::ApplicationHintOffer,
            };
            tf(key, &[("days", &days)])
        };
        let last = (hint == ApplicationHint::OfferNoAnswer).then(|| {
            let label = Signal::derive(|| stage_name(&Stage::NoAnswer));
            view! {
                <Button label kind=ButtonKind::Quiet on_press=move |()| no_answer.run(())/>
            }
        });
        Some(view! {
            <Notice kind=NoticeKind::Attend>
                <h3>{move || t(Key::ApplicationHintTitle)}</h3>
                <p>{words}</p>
                {may_plan.get().then(|| view! {
                    <p>{move || t(Key::ApplicationHintQuestion)}</p>
                    <div class="row">
                        {is_sent.get().then(|| view! {
                            <Button
                                label=text(Key::ApplicationHintAsked)
                                icon=IconName::Check
                                on_press=move |()| asked.run(())
                            />
                        })}
                        <Button
                            label=text(Key::ApplicationHintToday)
                            kind=ButtonKind::Quiet
                            icon=IconName::Calendar
                            on_press=move |()| follow.run(())
                        />
                        {last}
                    </div>
                })}
            </Notice>
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_waits_for_the_employer_gets_a_hint() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 26).unwrap();
        assert!(waits(&Stage::Sent, None, today));
        assert!(waits(&Stage::FollowedUp, Some(today), today));
        assert!(!waits(&Stage::Sent, today.succ_opt(), today));
        assert!(!waits(&Stage::ToApply, None, today));
        assert!(!waits(&Stage::Interview, None, today));
        assert!(!waits(&Stage::Refused, None, today));
    }
}
