//! What is said about a service of the directory.

use board::protocol::library::{ServiceInfo, VERIFIED_DAYS};
use chrono::NaiveDate;
use words::Key;

use crate::i18n::{format, t, tf};

/// Whether somebody looked within a year whether the entry is true.
#[must_use]
pub fn is_verified(verified: Option<NaiveDate>, today: NaiveDate) -> bool {
    verified.is_some_and(|day| (today - day).num_days() < VERIFIED_DAYS)
}

/// "Verified on 22 November", or "to be verified"; tracked.
#[must_use]
pub fn verified_words(verified: Option<NaiveDate>, today: NaiveDate) -> String {
    match verified.filter(|_| is_verified(verified, today)) {
        Some(day) => tf(Key::ServiceVerified, &[("date", &format::short_date(day))]),
        None => t(Key::ServiceUnverified),
    }
}

/// Where the web page of a service is, as a whole address.
#[must_use]
pub fn web_of(service: &ServiceInfo) -> String {
    board::text::parse_link(&service.web).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_without_a_look_is_too_long() {
        let day = |year| NaiveDate::from_ymd_opt(year, 11, 22);
        let today = day(2026).unwrap();
        assert!(is_verified(day(2026), today));
        assert!(!is_verified(day(2025), today));
        assert!(is_verified(day(2025).and_then(|day| day.succ_opt()), today));
        assert!(!is_verified(None, today));
    }
}
