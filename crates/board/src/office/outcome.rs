//! What came of a duo: work, training, an internship, studies (features.md K10, K11).

use crate::closed_enum::closed_enum;
use chrono::{Days, Months, NaiveDate};
use wire::Wire;

closed_enum! {
    /// What began.
    OutcomeKind {
        /// Paid work.
        Job = "job",
        /// Vocational training.
        Training = "training",
        /// An internship.
        Internship = "internship",
        /// Studies taken up again; counted as training (indicators.md, mapping).
        Studies = "studies",
        /// Self-employment; counted as a job (indicators.md, mapping).
        SelfEmployment = "self_employment",
    }
}

closed_enum! {
    /// The kind of a contract.
    Contract {
        /// Open-ended (CDI).
        Permanent = "permanent",
        /// For a set time (CDD).
        FixedTerm = "fixed_term",
        /// Agency work (intérim).
        Agency = "agency",
        /// In place of somebody.
        Replacement = "replacement",
        /// Student work.
        Student = "student",
        /// Article 60 or another contract of social employment.
        SocialEmployment = "social_employment",
    }
}

closed_enum! {
    /// How well it is known (indicators.md I14).
    Evidence {
        /// Somebody said so.
        Declared = "declared",
        /// A coordinator saw a document.
        Documented = "documented",
        /// A public service confirmed it.
        Administrative = "administrative",
    }
}

/// What began for a mentee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What.
    pub kind: OutcomeKind,
    /// First day.
    pub start: NaiveDate,
    /// Contract, of a job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// How many months it is for; nothing when open-ended or not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
    /// Hours a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<u16>,
    /// How well it is known.
    pub evidence: Evidence,
}

/// Months from which a contract counts as lasting, unless the association sets another number
/// (press release of 2024: "contract of 3 months or more").
pub const DURABLE_MONTHS: u16 = 3;

/// Longest contract and longest week that can be noted.
pub const MONTHS_MAX: u16 = 120;
/// Hours in the longest week that can be noted.
pub const HOURS_MAX: u16 = 60;

/// The three ways a funder counts (indicators.md, mapping).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PositiveKind {
    /// A job, self-employment included.
    Job,
    /// Training, studies included.
    Training,
    /// An internship.
    Internship,
}

impl OutcomeKind {
    /// As what it is counted.
    #[must_use]
    pub fn counted_as(self) -> PositiveKind {
        match self {
            Self::Job | Self::SelfEmployment => PositiveKind::Job,
            Self::Training | Self::Studies => PositiveKind::Training,
            Self::Internship => PositiveKind::Internship,
        }
    }
}

/// Days after today until which an outcome that is agreed can begin.
pub const AHEAD_DAYS: u64 = 366;

/// Why an outcome cannot be noted, beside the field it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeFault {
    /// It began before the duo did.
    BeforeDuo,
    /// It begins more than a year from now.
    FarAhead,
    /// Only a job has a contract.
    NoContract,
    /// Only work has a length and hours.
    NotWork,
    /// What is open-ended has no length.
    OpenEnded,
    /// Not between 1 and [`MONTHS_MAX`].
    Months,
    /// Not between 1 and [`HOURS_MAX`].
    Hours,
}

impl OutcomeFault {
    /// The field it is about.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::BeforeDuo | Self::FarAhead => "start",
            Self::NoContract => "contract",
            Self::NotWork | Self::OpenEnded | Self::Months => "months",
            Self::Hours => "hours",
        }
    }
}

impl Outcome {
    /// Everything that keeps it from being noted for a duo that began on `duo_start`.
    #[must_use]
    pub fn faults(&self, duo_start: NaiveDate, today: NaiveDate) -> Vec<OutcomeFault> {
        let is_work = self.kind.counted_as() == PositiveKind::Job;
        let ahead = today.checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(NaiveDate::MAX);
        let within = |value: Option<u16>, max| value.is_none_or(|value| (1..=max).contains(&value));
        let is_open_ended = self.contract == Some(Contract::Permanent);
        [
            (self.start < duo_start, OutcomeFault::BeforeDuo),
            (self.start > ahead, OutcomeFault::FarAhead),
            (self.contract.is_some() && self.kind != OutcomeKind::Job, OutcomeFault::NoContract),
            (!is_work && (self.months.or(self.hours)).is_some(), OutcomeFault::NotWork),
            (is_open_ended && self.months.is_some(), OutcomeFault::OpenEnded),
            (!within(self.months, MONTHS_MAX), OutcomeFault::Months),
            (!within(self.hours, HOURS_MAX), OutcomeFault::Hours),
        ]
        .into_iter()
        .filter_map(|(is_broken, fault)| is_broken.then_some(fault))
        .collect()
    }

    /// Whether it is lasting work: open-ended, or for at least `months` (features.md K11).
    /// Self-employment has no contract and counts only when its length is known.
    #[must_use]
    pub fn is_durable(&self, months: u16) -> bool {
        self.kind.counted_as() == PositiveKind::Job
            && (self.contract == Some(Contract::Permanent)
                || self.months.is_some_and(|length| length >= months))
    }

    /// Whether it goes on at that day, as far as is known; nothing when its length is not.
    #[must_use]
    pub fn lasts_until(&self, day: NaiveDate) -> Option<bool> {
        if self.contract == Some(Contract::Permanent) {
            return None;
        }
        let end = self.start.checked_add_months(Months::new(u32::from(self.months?)))?;
        Some(day < end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(contract: Option<Contract>, months: Option<u16>) -> Outcome {
        Outcome {
            kind: OutcomeKind::Job,
            start: NaiveDate::from_ymd_opt(2026, 1, 15).unwrap(),
            contract,
            months,
            hours: None,
            evidence: Evidence::Declared,
        }
    }

    #[test]
    fn three_months_or_open_ended_is_lasting() {
        assert!(job(Some(Contract::Permanent), None).is_durable(DURABLE_MONTHS));
        assert!(job(Some(Contract::FixedTerm), Some(3)).is_durable(DURABLE_MONTHS));
        assert!(!job(Some(Contract::FixedTerm), Some(2)).is_durable(DURABLE_MONTHS));
        assert!(!job(Some(Contract::FixedTerm), Some(3)).is_durable(6));
        assert!(!job(None, None).is_durable(DURABLE_MONTHS));
        let training = Outcome { kind: OutcomeKind::Training, ..job(None, Some(12)) };
        assert!(!training.is_durable(DURABLE_MONTHS));
    }

    #[test]
    fn what_cannot_be_is_refused_beside_its_field() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let faults = |outcome: Outcome| outcome.faults(day("2026-01-01"), day("2026-03-01"));
        let good = job(Some(Contract::FixedTerm), Some(3));
        assert_eq!(faults(good), []);
        let early = Outcome { start: day("2025-12-31"), ..good };
        assert_eq!(faults(early), [OutcomeFault::BeforeDuo]);
        assert_eq!(faults(Outcome { start: day("2027-04-01"), ..good }), [OutcomeFault::FarAhead]);
        let training = Outcome { kind: OutcomeKind::Training, hours: Some(20), ..good };
        assert_eq!(faults(training), [OutcomeFault::NoContract, OutcomeFault::NotWork]);
        let open = Outcome { contract: Some(Contract::Permanent), ..good };
        assert_eq!(faults(open), [OutcomeFault::OpenEnded]);
        let odd = Outcome { months: Some(0), hours: Some(61), ..good };
        assert_eq!(faults(odd), [OutcomeFault::Months, OutcomeFault::Hours]);
    }

    #[test]
    fn the_length_tells_whether_it_goes_on() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let short = job(Some(Contract::Agency), Some(1));
        assert_eq!(short.lasts_until(day("2026-02-14")), Some(true));
        assert_eq!(short.lasts_until(day("2026-02-15")), Some(false));
        assert_eq!(job(None, None).lasts_until(day("2026-02-15")), None);
    }
}
