//! The state of a duo and its reasons in gentle words, for the two of it. Nobody is blamed, and
//! each worry comes with something that can be done.

use board::{
    actor::Seat,
    health::{DuoState, Health, reason::Cause},
};
use chrono::NaiveDate;
use words::Key;

use crate::{
    i18n::{format, t, tf, tn, tnf},
    paths::Path,
};

/// Who reads, with whom, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// As what.
    pub seat: Seat,
    /// The name of the other one.
    pub other: String,
    /// The day.
    pub today: NaiveDate,
}

/// The state in one line.
#[must_use]
pub fn state_key(state: DuoState) -> Key {
    match state {
        DuoState::Closed => Key::DuoHealthStateClosed,
        DuoState::HelpRequested => Key::DuoHealthStateHelpRequested,
        DuoState::Paused => Key::DuoHealthStatePaused,
        DuoState::ClosureOverdue => Key::DuoHealthStateClosureOverdue,
        DuoState::Stalled => Key::DuoHealthStateStalled,
        DuoState::Watch => Key::DuoHealthStateWatch,
        DuoState::TooEarly => Key::DuoHealthStateTooEarly,
        DuoState::OnTrack => Key::DuoHealthStateOnTrack,
    }
}

/// One reason, as one or two sentences; tracked.
#[must_use]
pub fn cause_words(cause: &Cause, health: &Health, reader: &Reader) -> String {
    match cause {
        Cause::Closed { on } => dated(Key::DuoHealthClosed, *on),
        Cause::HelpAsked { by, on, answer_by, late } => {
            let asked = whose(*by, *on, reader, Key::DuoHealthHelpYou, Key::DuoHealthHelpOther);
            let answer = dated(Key::DuoHealthHelpBy, *answer_by);
            both(asked, if *late { t(Key::DuoHealthHelpLate) } else { answer })
        }
        Cause::Paused { until, confirm, .. } => {
            let words = dated(Key::DuoHealthPaused, *until);
            if *confirm { both(words, t(Key::DuoHealthPausedConfirm)) } else { words }
        }
        Cause::PastEnd { planned_end, .. } => {
            both(dated(Key::DuoHealthPastEnd, *planned_end), t(Key::DuoHealthPastEndDo))
        }
        Cause::NotMetYet { start, planned, .. } => {
            let next = planned.map(|day| dated(Key::DuoHealthFirstPlanned, day));
            let begun = dated(Key::DuoHealthBegun, *start);
            both(begun, next.unwrap_or_else(|| t(Key::DuoHealthFirstPropose)))
        }
        Cause::LastMet { .. } => last_met(cause, health, reader),
        Cause::Calmed { planned } => dated(Key::DuoHealthCalmed, *planned),
        Cause::BelowFloor { month, held, floor } => {
            let month = format::month(*month);
            let values = [("month", month.as_str())];
            let met = match count(*held) {
                0 => tf(Key::DuoHealthFloorNone, &values),
                held => tnf(Key::DuoHealthFloorHeld, held, &values),
            };
            both(met, tn(Key::DuoHealthFloor, usize::from(*floor)))
        }
        Cause::Missed { count: missed, .. } => {
            both(tn(Key::DuoHealthMissed, count(*missed)), t(Key::DuoHealthMissedDo))
        }
        Cause::NotSigned { .. } => t(Key::DuoHealthNotSigned),
        Cause::NoObjective { .. } => {
            both(t(Key::DuoHealthNoObjective), t(Key::DuoHealthNoObjectiveDo))
        }
        Cause::PlanUntouched { since, .. } => {
            both(dated(Key::DuoHealthPlanUntouched, *since), t(Key::DuoHealthPlanUntouchedDo))
        }
        Cause::Waiting { who, since, .. } => {
            let (you, other) = (Key::DuoHealthWaitingYou, Key::DuoHealthWaitingOther);
            let words = whose(*who, *since, reader, you, other);
            if *who == reader.seat { both(words, t(Key::DuoHealthWaitingYouDo)) } else { words }
        }
        Cause::LowPulse { on, .. } => {
            let (you, other) = (Key::DuoHealthLowPulse, Key::DuoHealthLowPulseOther);
            let words = whose(Seat::Mentee, *on, reader, you, other);
            both(words, t(Key::DuoHealthLowPulseDo))
        }
        Cause::QuietReferrals { nudge, since, .. } => {
            let date = format::short_date(*since);
            tnf(Key::DuoHealthQuietReferrals, count(*nudge), &[("date", &date)])
        }
        Cause::EndPhase { planned_end } => {
            both(dated(Key::DuoHealthEndPhase, *planned_end), t(Key::DuoHealthEndPhaseDo))
        }
        Cause::ContactDue { with, .. } if *with == reader.seat => t(Key::DuoHealthContactDue),
        Cause::ContactDue { .. } => tf(Key::DuoHealthContactDueOther, &[("name", &reader.other)]),
    }
}

/// Where the reader can do something about a reason, and the words of that link.
#[must_use]
pub fn way(cause: &Cause, reader: &Reader) -> Option<(Path, Key)> {
    let is_mentee = reader.seat == Seat::Mentee;
    Some(match cause {
        Cause::HelpAsked { by, .. } if *by == reader.seat => (Path::Call, Key::DuoHealthSeeCall),
        Cause::PastEnd { .. } => (Path::Call, Key::CallTitle),
        Cause::LowPulse { .. } if is_mentee => (Path::Call, Key::CallTitle),
        Cause::Paused { .. } => (Path::Break, Key::DuoHealthSeeBreak),
        Cause::NotMetYet { planned: None, .. }
        | Cause::LastMet { planned: None, .. }
        | Cause::Missed { .. } => (Path::NewMeeting, Key::MeetingsPropose),
        Cause::NotSigned { .. } => (Path::Agreement, Key::DuoHealthSeeAgreement),
        Cause::NoObjective { .. } | Cause::PlanUntouched { .. } => {
            (Path::Plan, Key::DuoHealthSeePlan)
        }
        Cause::Waiting { .. } => (Path::PrepareMeeting, Key::DuoHealthSeeQuestions),
        Cause::QuietReferrals { .. } => (Path::Referrals, Key::DuoHealthSeeReferrals),
        _ => return None,
    })
}

/// When the two last met, and when they meet next.
fn last_met(cause: &Cause, health: &Health, reader: &Reader) -> String {
    let Cause::LastMet { on, days, planned, closure_talk } = cause else { return String::new() };
    // Days of breaks are not counted: then the day says more than their number.
    let is_count = reader.today.signed_duration_since(*on).num_days() == i64::from(*days);
    let met = match count(*days) {
        0 if is_count => t(Key::DuoHealthLastMetToday),
        days if is_count => tn(Key::DuoHealthLastMet, days),
        _ => dated(Key::DuoHealthLastMetOn, *on),
    };
    let is_told = |cause: &Cause| matches!(cause, Cause::Calmed { .. });
    let next = match planned {
        Some(_) if health.reasons.iter().any(|reason| is_told(&reason.cause)) => return met,
        Some(day) => dated(Key::DuoHealthNextPlanned, *day),
        None => t(Key::DuoHealthNextPropose),
    };
    let words = both(met, next);
    if *closure_talk { both(words, t(Key::DuoHealthClosureTalk)) } else { words }
}

/// "You …" or "Cécile …".
fn whose(who: Seat, on: NaiveDate, reader: &Reader, you: Key, other: Key) -> String {
    if who == reader.seat {
        return dated(you, on);
    }
    tf(other, &[("name", &reader.other), ("date", &format::short_date(on))])
}

fn dated(key: Key, on: NaiveDate) -> String {
    tf(key, &[("date", &format::short_date(on))])
}

fn both(first: String, second: String) -> String {
    first + " " + &second
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(seat: Seat) -> Reader {
        Reader { seat, other: "Asmae".to_owned(), today: day() }
    }

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
    }

    #[test]
    fn a_worry_leads_to_what_can_be_done() {
        let met = |planned| Cause::LastMet { on: day(), days: 24, planned, closure_talk: false };
        let path = |cause: &Cause, seat| way(cause, &reader(seat)).map(|(path, _)| path);
        for seat in [Seat::Mentee, Seat::Mentor] {
            assert_eq!(path(&met(None), seat), Some(Path::NewMeeting));
            assert_eq!(path(&met(Some(day())), seat), None, "a day is found already");
            assert_eq!(path(&Cause::NotSigned { days: 20 }, seat), Some(Path::Agreement));
            assert_eq!(path(&Cause::Closed { on: day() }, seat), None);
        }
    }

    #[test]
    fn nobody_is_led_to_a_request_of_the_other_one() {
        let asked = Cause::HelpAsked { by: Seat::Mentee, on: day(), answer_by: day(), late: false };
        assert!(way(&asked, &reader(Seat::Mentee)).is_some());
        assert!(way(&asked, &reader(Seat::Mentor)).is_none());
        assert!(way(&Cause::LowPulse { on: day(), face: 1 }, &reader(Seat::Mentor)).is_none());
    }
}
