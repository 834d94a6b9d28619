//! When a referral or a key date is worth a word on "this week" (features.md T10, M30).
//!
//! Offers, never reproaches: what is said here goes away by itself or with one answer. What
//! reaches somebody who does not have the app open is in the files beside this one (A18).

pub mod due;
pub mod occasions;

use crate::{
    health::thresholds::{NEWS_DAYS, OUTCOME_DAYS},
    item::Item,
    key_date::REMINDER_DAYS,
    referral::ReferralStage,
    time::Timestamp,
};
use chrono::NaiveDate;

/// What a quiet referral asks of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferralReminder {
    /// Whether there is news.
    AskNews,
    /// What came of it.
    AskOutcome,
}

/// Whether somebody should be asked about a referral that nobody spoke of for a while.
///
/// A visit that is still to come is no silence: the days count from it. Who stands on a waiting
/// list is left in peace for longer.
#[must_use]
pub fn referral_reminder(item: &Item, now: Timestamp) -> Option<ReferralReminder> {
    let referral = item.as_referral().filter(|_| item.is_live())?;
    let visit = referral.on.map_or(item.at, noon);
    let quiet = (now.0 - item.changed.max(visit).0).div_euclid(Timestamp::DAY);
    if referral.stage() == ReferralStage::Done {
        None
    } else if quiet >= i64::from(OUTCOME_DAYS) {
        Some(ReferralReminder::AskOutcome)
    } else {
        let asks = quiet >= i64::from(NEWS_DAYS) && referral.outcome.is_none();
        asks.then_some(ReferralReminder::AskNews)
    }
}

fn noon(day: NaiveDate) -> Timestamp {
    let days = (day - NaiveDate::default()).num_days();
    Timestamp(days * Timestamp::DAY + Timestamp::DAY / 2)
}

/// The days left to a key date, when they are worth a word: during the week after the first
/// reminder, then from the second one to the day itself.
#[must_use]
pub fn key_date_reminder(item: &Item, today: NaiveDate) -> Option<i64> {
    let date = item.as_key_date().filter(|_| item.is_live())?;
    let left = (date.on - today).num_days();
    let [first, second] = REMINDER_DAYS;
    ((first - 6..=first).contains(&left) || (0..=second).contains(&left)).then_some(left)
}

#[cfg(test)]
mod tests;
