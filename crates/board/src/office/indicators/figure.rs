//! One figure with its two numbers: no share stands without what it is a share of.

use crate::{
    closed_enum::closed_enum,
    office::{
        closure::ClosureKind,
        outcome::Evidence,
        tally::{HelpKind, Topic},
    },
};
use wire::Wire;

closed_enum! {
    /// Which figure. The order is the one of the page.
    Code {
        /// Duos that began.
        Started = "I01",
        /// Duos that run on the last day.
        ActiveOnDay = "I02",
        /// Duos that ran on any day of the period.
        ActiveInPeriod = "I02_period",
        /// Closed at or after the planned end, or by a positive outcome.
        Completion = "I03",
        /// Closed within thirteen weeks.
        EarlyEnd13 = "I04_13",
        /// Closed within twenty-six weeks.
        EarlyEnd26 = "I04_26",
        /// Meetings in four weeks.
        Pace = "I05",
        /// Months with as many meetings as the contract asks for.
        Floor = "I05_floor",
        /// First meeting within fourteen days.
        FirstMeeting = "I06",
        /// A positive outcome within twelve months.
        Positive = "I07",
        /// A job came first.
        Job = "I08",
        /// Training came first.
        Training = "I09",
        /// An internship came first.
        Internship = "I10",
        /// Lasting work within twelve months.
        Durable = "I11",
        /// Known, and no positive outcome.
        Searching = "I12",
        /// Nothing is known.
        Unknown = "I13",
        /// Positive outcomes that somebody saw proof of.
        Proven = "I14",
        /// Days from the start to the first positive outcome.
        TimeToOutcome = "I15",
        /// Still in work three months after it began.
        InWork3 = "I16_3",
        /// Still in work six months after it began.
        InWork6 = "I16_6",
        /// Referrals.
        Referrals = "I17",
        /// Referrals of which it is known what came of them.
        ReferralsSettled = "I17_settled",
        /// Days until that was known.
        ReferralDays = "I17_days",
        /// Objectives before work that were reached, of those that were closed.
        Preconditions = "I18",
        /// Mentees whose last shared answer was a good one.
        GoingWell = "I19",
        /// Mentors who began another duo.
        Renewal = "I20",
        /// Mentors who felt useful.
        MentorUseful = "I21",
        /// Cost of a duo.
        CostPerDuo = "I22",
        /// Cost of a positive outcome.
        CostPerOutcome = "I22_outcome",
        /// Contacts of the coordinator that were made in time.
        Support = "I23",
        /// Duos that began without a project.
        NoProject = "I24",
        /// Of these, those with a sector by the eighth week.
        SectorByWeek8 = "I24_week8",
        /// Duos whose agreement both signed (features.md K17).
        Agreement = "K17_agreement",
        /// Duos of which both were called within fourteen days.
        FirstContact = "K17_first_contact",
        /// Duos of which every due contact was made in time.
        CalendarKept = "K17_calendar",
        /// Closed duos for which nothing of a good end was left out.
        ChecklistComplete = "K17_checklist",
    }
}

closed_enum! {
    /// What a figure is.
    Unit {
        /// How many.
        Number = "number",
        /// A part of a whole.
        Share = "share",
        /// The day in the middle.
        MedianDays = "median_days",
        /// Meetings in four weeks, in hundredths.
        Pace = "pace",
        /// Euros.
        Euros = "euros",
    }
}

closed_enum! {
    /// Whether a figure can be shown.
    FigureState {
        /// It is shown.
        Shown = "shown",
        /// Too few people: somebody could be recognised.
        Masked = "masked",
        /// Nobody was asked.
        NotAsked = "not_asked",
        /// There is nothing yet to count.
        NothingYet = "nothing_yet",
        /// No budget was entered for these years and this region.
        NoBudget = "no_budget",
        /// Only for all branches together.
        WholeOnly = "whole_only",
    }
}

/// Into what a figure falls. Listed words only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PartKey {
    /// Why duos were closed.
    Closure(ClosureKind),
    /// How well outcomes are known.
    Evidence(Evidence),
    /// What it is about.
    Topic(Topic),
    /// What kind of help.
    Help(HelpKind),
    /// Why nothing is known.
    Silence(Silence),
}

impl PartKey {
    /// The word of the list.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Closure(kind) => kind.as_str(),
            Self::Evidence(evidence) => evidence.as_str(),
            Self::Topic(topic) => topic.as_str(),
            Self::Help(kind) => kind.as_str(),
            Self::Silence(silence) => silence.as_str(),
        }
    }
}

closed_enum! {
    /// Why nothing is known of somebody.
    Silence {
        /// Nobody could reach them.
        Unreachable = "unreachable",
        /// They prefer not to say.
        NoWish = "no_wish",
        /// Nobody asked at that time.
        NotAsked = "not_asked",
        /// The duo was closed, and nobody noted why.
        NotNoted = "not_noted",
    }
}

/// A part of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Part {
    /// Which.
    pub key: PartKey,
    /// How many.
    pub count: u32,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figure {
    /// Which.
    pub code: Code,
    /// What it is.
    pub unit: Unit,
    /// Whether it can be shown. The numbers are absent when it cannot.
    pub state: FigureState,
    /// The part, the sum, or the amount that is divided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<u32>,
    /// Out of how many; of a median, of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<u32>,
    /// Of how many in the denominator nothing is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unknown: Option<u32>,
    /// The number itself, where it is no share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<u32>,
    /// Into what it falls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// Share of unknown people, in percent, above which a figure carries a warning
/// (indicators.md I13).
pub const UNKNOWN_WARNING: u32 = 15;

/// A length as a number that travels.
#[must_use]
pub fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Figure {
    fn blank(code: Code, unit: Unit, state: FigureState) -> Self {
        let (numerator, denominator, unknown, value) = (None, None, None, None);
        Self { code, unit, state, numerator, denominator, unknown, value, parts: Vec::new() }
    }

    /// How many.
    #[must_use]
    pub fn number(code: Code, value: u32) -> Self {
        Self { value: Some(value), ..Self::blank(code, Unit::Number, FigureState::Shown) }
    }

    /// A part of a whole.
    #[must_use]
    pub fn share(code: Code, numerator: u32, denominator: u32) -> Self {
        let state = if denominator == 0 { FigureState::NothingYet } else { FigureState::Shown };
        Self {
            numerator: Some(numerator),
            denominator: Some(denominator),
            ..Self::blank(code, Unit::Share, state)
        }
    }

    /// The middle of some numbers of days.
    #[must_use]
    pub fn median(code: Code, days: Vec<u32>) -> Self {
        let n = count(days.len());
        let state = if n == 0 { FigureState::NothingYet } else { FigureState::Shown };
        Self {
            denominator: Some(n),
            value: median(days),
            ..Self::blank(code, Unit::MedianDays, state)
        }
    }

    /// Something that nobody was asked.
    #[must_use]
    pub fn not_asked(code: Code) -> Self {
        Self::blank(code, Unit::Share, FigureState::NotAsked)
    }

    /// An amount for each of some people.
    #[must_use]
    pub fn euros(code: Code, amount: Option<u32>, people: u32) -> Self {
        let Some(amount) = amount else {
            return Self::blank(code, Unit::Euros, FigureState::NoBudget);
        };
        let state = if people == 0 { FigureState::NothingYet } else { FigureState::Shown };
        Self {
            numerator: Some(amount),
            denominator: Some(people),
            value: rounded(u64::from(amount), u64::from(people)),
            ..Self::blank(code, Unit::Euros, state)
        }
    }

    /// With how many nothing is known of.
    #[must_use]
    pub fn unknown(mut self, unknown: u32) -> Self {
        self.unknown = Some(unknown);
        self
    }

    /// With what it falls into; kinds that do not occur are left out.
    #[must_use]
    pub fn parts(mut self, keys: impl Iterator<Item = PartKey>) -> Self {
        for key in keys {
            match self.parts.iter_mut().find(|part| part.key == key) {
                Some(part) => part.count += 1,
                None => self.parts.push(Part { key, count: 1 }),
            }
        }
        self.parts.sort_by_key(|part| part.key);
        self
    }

    /// The same figure without its numbers.
    #[must_use]
    pub fn hidden(&self, state: FigureState) -> Self {
        Self::blank(self.code, self.unit, state)
    }

    /// In tenths of a percent, of all.
    #[must_use]
    pub fn per_mille(&self) -> Option<u32> {
        rounded(u64::from(self.numerator?) * 1000, u64::from(self.denominator?))
    }

    /// In tenths of a percent, of those of whom something is known.
    #[must_use]
    pub fn per_mille_of_known(&self) -> Option<u32> {
        let known = self.denominator?.checked_sub(self.unknown?)?;
        rounded(u64::from(self.numerator?) * 1000, u64::from(known))
    }

    /// Whether so little is known that the share says little.
    #[must_use]
    pub fn is_thin(&self) -> bool {
        let (Some(unknown), Some(all)) = (self.unknown, self.denominator) else { return false };
        u64::from(unknown) * 100 > u64::from(all) * u64::from(UNKNOWN_WARNING)
    }
}

/// A quotient, rounded half up; nothing when it cannot be.
#[must_use]
pub fn rounded(amount: u64, by: u64) -> Option<u32> {
    let twice = amount.checked_mul(2)?.checked_add(by)?;
    u32::try_from(twice.checked_div(by.checked_mul(2)?)?).ok()
}

/// The middle of some numbers; between the two middle ones, the half, rounded up.
fn median(mut numbers: Vec<u32>) -> Option<u32> {
    numbers.sort_unstable();
    let high = *numbers.get(numbers.len() / 2)?;
    let low = numbers[(numbers.len() - 1) / 2];
    Some(low + (high - low).div_ceil(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_and_middles() {
        assert_eq!(rounded(5088, 1405), Some(4));
        assert_eq!(rounded(1, 2), Some(1));
        assert_eq!(rounded(1, 0), None);
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9, 1, 4]), Some(4));
        assert_eq!(median(vec![1, 4, 6, 9]), Some(5));
        assert_eq!(median(vec![1, 4]), Some(3));
    }

    #[test]
    fn the_rate_with_and_without_those_nothing_is_known_of() {
        let figure = Figure::share(Code::Positive, 74, 100).unknown(15);
        assert_eq!(figure.per_mille(), Some(740));
        assert_eq!(figure.per_mille_of_known(), Some(871));
        assert!(!figure.is_thin());
        assert!(Figure::share(Code::Positive, 74, 100).unknown(16).is_thin());
        let nothing = Figure::share(Code::Positive, 0, 0).unknown(0);
        assert_eq!((nothing.per_mille(), nothing.state), (None, FigureState::NothingYet));
    }
}
