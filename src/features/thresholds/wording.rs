//! The thresholds in words: name, rule, unit, and what is wrong with a number.

use board::health::thresholds::ThresholdError;
use words::Key;

use crate::i18n::{format, t, tf};

/// Name on the wire, rule, words and unit, in the order of the rules.
const WORDS: [(&str, &str, Key, Key); 27] = [
    ("help_answer", "R1", Key::ThresholdNameHelpAnswer, Key::ThresholdUnitWorkingDays),
    ("pause_confirm", "R2", Key::ThresholdNamePauseConfirm, Key::ThresholdUnitDays),
    ("closure_overdue", "R3", Key::ThresholdNameClosureOverdue, Key::ThresholdUnitDays),
    ("first_meeting_watch", "R4", Key::ThresholdNameFirstMeetingWatch, Key::ThresholdUnitDays),
    ("first_meeting_stalled", "R4", Key::ThresholdNameFirstMeetingStalled, Key::ThresholdUnitDays),
    ("gap_watch", "R5", Key::ThresholdNameGapWatch, Key::ThresholdUnitDays),
    ("gap_stalled", "R5", Key::ThresholdNameGapStalled, Key::ThresholdUnitDays),
    ("gap_closure_talk", "R5", Key::ThresholdNameGapClosureTalk, Key::ThresholdUnitDays),
    ("calm_ahead", "R6", Key::ThresholdNameCalmAhead, Key::ThresholdUnitDays),
    ("calm_gap", "R6", Key::ThresholdNameCalmGap, Key::ThresholdUnitDays),
    ("misses_watch", "R8", Key::ThresholdNameMissesWatch, Key::ThresholdUnitTimes),
    ("misses_stalled", "R8", Key::ThresholdNameMissesStalled, Key::ThresholdUnitTimes),
    ("agreement", "R9", Key::ThresholdNameAgreement, Key::ThresholdUnitDays),
    ("objective", "R10", Key::ThresholdNameObjective, Key::ThresholdUnitDays),
    ("plan_untouched", "R11", Key::ThresholdNamePlanUntouched, Key::ThresholdUnitDays),
    ("mentee_waits", "R12", Key::ThresholdNameMenteeWaits, Key::ThresholdUnitDays),
    ("mentor_waits", "R12", Key::ThresholdNameMentorWaits, Key::ThresholdUnitDays),
    ("pulse_low", "R13", Key::ThresholdNamePulseLow, Key::ThresholdUnitFace),
    ("pulse_lasts", "R13", Key::ThresholdNamePulseLasts, Key::ThresholdUnitDays),
    ("referral_nudge", "R14", Key::ThresholdNameReferralNudge, Key::ThresholdUnitDays),
    ("referral_ask", "R14", Key::ThresholdNameReferralAsk, Key::ThresholdUnitDays),
    ("referrals_stale", "R14", Key::ThresholdNameReferralsStale, Key::ThresholdUnitTimes),
    ("end_phase", "R15", Key::ThresholdNameEndPhase, Key::ThresholdUnitDays),
    ("contact_first", "C1", Key::ThresholdNameContactFirst, Key::ThresholdUnitDays),
    ("contact_second", "C1", Key::ThresholdNameContactSecond, Key::ThresholdUnitDays),
    ("contact_every", "C1", Key::ThresholdNameContactEvery, Key::ThresholdUnitDays),
    ("contact_early", "C1", Key::ThresholdNameContactEarly, Key::ThresholdUnitDays),
];

fn of(name: &str) -> Option<(&'static str, Key, Key)> {
    let found = WORDS.iter().find(|(known, ..)| *known == name);
    found.map(|(_, rule, words, unit)| (*rule, *words, *unit))
}

/// The question of a threshold, with its rule; tracked.
#[must_use]
pub fn label(name: &str) -> String {
    let Some((rule, words, _)) = of(name) else { return name.to_owned() };
    format!("{} {}", t(words), tf(Key::CaseRule, &[("rule", rule)]))
}

/// The unit and what is proposed; tracked.
#[must_use]
pub fn hint(name: &str, default: u16) -> String {
    let unit = of(name).map_or_else(String::new, |(_, _, unit)| t(unit));
    let number = format::number(usize::from(default));
    format!("{unit}. {}", tf(Key::ThresholdDefault, &[("n", &number)]))
}

/// The threshold that a fault is about, and what to change; tracked.
#[must_use]
pub fn fault(error: ThresholdError) -> (&'static str, String) {
    match error {
        ThresholdError::Zero(name) => (name, t(Key::ThresholdErrorZero)),
        ThresholdError::TooLarge(name, max) => {
            let max = format::number(usize::from(max));
            (name, tf(Key::ThresholdErrorLarge, &[("max", &max)]))
        }
        ThresholdError::NotAbove(less, more) => {
            let other = of(less).map_or_else(String::new, |(_, words, _)| t(words));
            (more, tf(Key::ThresholdErrorAbove, &[("other", &other)]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::health::thresholds::Thresholds;

    #[test]
    fn every_threshold_has_its_words_in_the_order_of_the_rules() {
        let known: Vec<_> = Thresholds::default().all().into_iter().map(|(name, _)| name).collect();
        assert_eq!(known, WORDS.map(|(name, ..)| name));
    }
}
