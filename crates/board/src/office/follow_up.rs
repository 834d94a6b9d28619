//! The question three, six and twelve months after (features.md K12).
//!
//! The months count from the start of the duo, as figures do unless somebody switches them to the
//! end (indicators.md, "Anchor"): "twelve months" then means the same on the list and in I07. Only
//! the newest question is still asked: what somebody did in March cannot be asked in November, and
//! counts as unknown.

use super::outcome::OutcomeKind;
use crate::closed_enum::closed_enum;
use chrono::{Days, Months, NaiveDate};

/// After how many months the question is asked.
pub const FOLLOW_UP_MONTHS: [u8; 3] = [3, 6, 12];
/// Days before its day from which a question is on the list.
pub const SOON_DAYS: u64 = 14;
/// Months after its day during which the last question is still asked.
pub const OPEN_MONTHS: u32 = 6;
/// Days during which a link opens the question, and its answer can be changed.
pub const LINK_DAYS: i64 = 30;

closed_enum! {
    /// Where a mentee is now.
    FollowUpAnswer {
        /// Has a job.
        InJob = "in_job",
        /// Follows a training.
        InTraining = "in_training",
        /// Is an intern.
        InInternship = "in_internship",
        /// Went back to school.
        InStudies = "in_studies",
        /// Works for themselves.
        SelfEmployed = "self_employed",
        /// Looks for work.
        Searching = "searching",
        /// Does not look for work now.
        NotSearching = "not_searching",
        /// Prefers not to say.
        NoWish = "no_wish_to_answer",
        /// Nobody could be reached. Only the association notes this.
        Unreachable = "unreachable",
    }
}

closed_enum! {
    /// How an answer came.
    FollowUpSource {
        /// A coordinator asked.
        Phone = "phone",
        /// The mentee opened the link.
        Link = "link",
    }
}

impl FollowUpAnswer {
    /// Whether the mentee can give it.
    #[must_use]
    pub fn is_own(self) -> bool {
        self != Self::Unreachable
    }

    /// Whether it says where the mentee is (indicators.md I12, I13).
    #[must_use]
    pub fn is_known(self) -> bool {
        !matches!(self, Self::Unreachable | Self::NoWish)
    }

    /// The outcome that it speaks of.
    #[must_use]
    pub fn outcome(self) -> Option<OutcomeKind> {
        match self {
            Self::InJob => Some(OutcomeKind::Job),
            Self::InTraining => Some(OutcomeKind::Training),
            Self::InInternship => Some(OutcomeKind::Internship),
            Self::InStudies => Some(OutcomeKind::Studies),
            Self::SelfEmployed => Some(OutcomeKind::SelfEmployment),
            Self::Searching | Self::NotSearching | Self::NoWish | Self::Unreachable => None,
        }
    }
}

/// The day of one question.
#[must_use]
pub fn due_day(start: NaiveDate, month: u8) -> NaiveDate {
    after(start, u32::from(month))
}

/// The question that is asked on a day, if there is one: the last whose day has come, or comes
/// within [`SOON_DAYS`], unless it has been answered.
#[must_use]
pub fn open_question(start: NaiveDate, answered: &[u8], today: NaiveDate) -> Option<u8> {
    let soon = today.checked_add_days(Days::new(SOON_DAYS)).unwrap_or(NaiveDate::MAX);
    let newest = |until: NaiveDate| {
        FOLLOW_UP_MONTHS.into_iter().rev().find(|month| due_day(start, *month) <= until)
    };
    // The one before stays open until the day of the next has come.
    let month = newest(today).filter(|month| !answered.contains(month)).or_else(|| newest(soon))?;
    let last = FOLLOW_UP_MONTHS[FOLLOW_UP_MONTHS.len() - 1];
    let is_late = month == last && today > after(due_day(start, last), OPEN_MONTHS);
    (!is_late && !answered.contains(&month)).then_some(month)
}

fn after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn open(today: &str, answered: &[u8]) -> Option<u8> {
        open_question(day("2026-01-31"), answered, day(today))
    }

    #[test]
    fn one_question_at_a_time_from_two_weeks_before() {
        assert_eq!(due_day(day("2026-01-31"), 3), day("2026-04-30"));
        assert_eq!(open("2026-04-15", &[]), None);
        assert_eq!(open("2026-04-16", &[]), Some(3));
        assert_eq!(open("2026-07-20", &[]), Some(3), "until the next has come");
        assert_eq!(open("2026-07-20", &[3]), Some(6));
        assert_eq!(open("2026-07-31", &[]), Some(6), "the first cannot be asked any more");
        assert_eq!(open("2026-08-01", &[6]), None);
    }

    #[test]
    fn the_last_question_stays_for_half_a_year() {
        assert_eq!(open("2027-01-31", &[3, 6]), Some(12));
        assert_eq!(open("2027-07-31", &[3, 6]), Some(12));
        assert_eq!(open("2027-08-01", &[3, 6]), None);
        assert_eq!(open("2027-01-31", &[12]), None);
    }

    #[test]
    fn only_the_association_notes_that_nobody_was_reached() {
        let own = FollowUpAnswer::ALL.iter().filter(|answer| answer.is_own()).count();
        assert_eq!(own, FollowUpAnswer::ALL.len() - 1);
        assert!(!FollowUpAnswer::Unreachable.is_known() && FollowUpAnswer::Searching.is_known());
    }
}
