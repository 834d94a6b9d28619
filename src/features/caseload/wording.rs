//! The reasons of a state in a coordinator's words: what was found, its days and numbers, and the
//! rule behind it.

use board::{actor::Seat, health::reason::Cause, protocol::caseload::CaseloadRow};
use chrono::NaiveDate;
use words::Key;

use crate::i18n::{format, t, tf, tn, tnf};

/// One reason, as one or two sentences; tracked.
#[must_use]
pub fn cause_words(cause: &Cause, row: &CaseloadRow) -> String {
    match cause {
        Cause::Closed { on } => dated(Key::CaseClosed, *on),
        Cause::HelpAsked { by, on, answer_by, late } => {
            let asked = named(Key::CaseHelp, *by, *on, row);
            let answer = if *late { Key::CaseHelpLate } else { Key::CaseHelpBy };
            both(asked, dated(answer, *answer_by))
        }
        Cause::Paused { since, until, confirm } => {
            let words = dated(Key::CasePaused, *until);
            if *confirm { both(words, dated(Key::CasePausedConfirm, *since)) } else { words }
        }
        Cause::PastEnd { planned_end, days } => {
            both(dated(Key::CasePastEnd, *planned_end), tn(Key::CasePastEndDays, count(*days)))
        }
        Cause::NotMetYet { days, planned, .. } => {
            let next = planned.map(|day| dated(Key::CaseFirstPlanned, day));
            // French counts none as one: the first day has words of its own.
            let since = match count(*days) {
                0 => t(Key::CaseFirstDay),
                days => tn(Key::CaseNotMet, days),
            };
            both(since, next.unwrap_or_else(|| t(Key::CaseNonePlanned)))
        }
        Cause::LastMet { on, days, planned, closure_talk } => {
            let met = match count(*days) {
                0 => dated(Key::CaseLastMetOn, *on),
                days => tn(Key::CaseLastMet, days),
            };
            let next = planned.map(|day| dated(Key::CaseNextPlanned, day));
            let words = both(met, next.unwrap_or_else(|| t(Key::CaseNonePlanned)));
            if *closure_talk { both(words, t(Key::CaseClosureTalk)) } else { words }
        }
        Cause::Calmed { planned } => dated(Key::CaseCalmed, *planned),
        Cause::BelowFloor { month, held, floor } => {
            let held = count(*held);
            let met = tnf(Key::CaseFloorHeld, held, &[("month", &format::month(*month))]);
            both(met, tn(Key::CaseFloor, usize::from(*floor)))
        }
        Cause::Missed { count: missed, last } => {
            both(tn(Key::CaseMissed, count(*missed)), dated(Key::CaseMissedLast, *last))
        }
        Cause::NotSigned { days } => tn(Key::CaseNotSigned, count(*days)),
        Cause::NoObjective { days } => tn(Key::CaseNoObjective, count(*days)),
        Cause::PlanUntouched { days, .. } => tn(Key::CasePlanUntouched, count(*days)),
        Cause::Waiting { who, days, .. } => {
            tnf(Key::CaseWaiting, count(*days), &[("name", name(*who, row))])
        }
        Cause::LowPulse { on, face } => {
            let values = [
                ("name", row.mentee.name.as_str()),
                ("date", &format::short_date(*on)),
                ("face", &face.to_string()),
            ];
            tf(Key::CaseLowPulse, &values)
        }
        Cause::QuietReferrals { nudge, since, .. } => {
            let date = format::short_date(*since);
            tnf(Key::CaseReferrals, count(*nudge), &[("date", &date)])
        }
        Cause::EndPhase { planned_end } => {
            both(dated(Key::CaseEndPhase, *planned_end), t(Key::CaseEndPhaseDo))
        }
        Cause::ContactDue { with, due } => named(Key::CaseContactDue, *with, *due, row),
    }
}

/// The rule of a reason, by the id that the thresholds page names too; tracked.
#[must_use]
pub fn rule_words(cause: &Cause) -> String {
    match cause {
        Cause::Closed { .. } => String::new(),
        cause => tf(Key::CaseRule, &[("rule", cause.rule())]),
    }
}

/// What the list says of a duo: what made its state. The page of the duo says the rest; tracked.
#[must_use]
pub fn short_reasons(row: &CaseloadRow) -> String {
    let state = row.health.state;
    let first = row.health.reasons.first().into_iter();
    let others = row.health.reasons.iter().skip(1).filter(|reason| reason.asks == Some(state));
    let words: Vec<_> =
        first.chain(others).take(2).map(|reason| cause_words(&reason.cause, row)).collect();
    words.join(" ")
}

fn named(key: Key, who: Seat, on: NaiveDate, row: &CaseloadRow) -> String {
    tf(key, &[("name", name(who, row)), ("date", &format::short_date(on))])
}

fn name(who: Seat, row: &CaseloadRow) -> &str {
    if who == Seat::Mentee { &row.mentee.name } else { &row.mentor.name }
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
