//! What holds for the whole association (features.md A16, K11, K21).

use super::{outcome::DURABLE_MONTHS, retention};
use wire::Wire;

/// Longest contract that can be asked for before work counts as lasting, in months.
pub const DURABLE_MONTHS_MAX: u16 = 24;
/// Longest pause between two duos of one mentee, in days.
pub const REMATCH_DAYS_MAX: u16 = 365;

/// The settings. Whatever is reckoned from them is reckoned when it is read: a change holds at
/// once, for old duos too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Months from which work for a set time counts as lasting.
    pub durable_months: u16,
    /// Months after the end of a duo until names and words go.
    pub retention_months: u16,
    /// Days to wait between the end of a duo and the next one of the same mentee.
    pub rematch_days: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            durable_months: DURABLE_MONTHS,
            retention_months: retention::MONTHS,
            rematch_days: 0,
        }
    }
}

impl Settings {
    /// The names of the settings, on the wire and in the database.
    pub const NAMES: [&'static str; 3] = ["durable_months", "retention_months", "rematch_days"];

    /// The values in the order of [`Self::NAMES`].
    #[must_use]
    pub fn values(&self) -> [u16; 3] {
        [self.durable_months, self.retention_months, self.rematch_days]
    }

    /// The settings with these values, in the order of [`Self::NAMES`].
    #[must_use]
    pub fn from_values([durable_months, retention_months, rematch_days]: [u16; 3]) -> Self {
        Self { durable_months, retention_months, rematch_days }
    }

    /// The smallest and the largest value of each, in the order of [`Self::NAMES`].
    pub const LIMITS: [(u16, u16); 3] =
        [(1, DURABLE_MONTHS_MAX), (1, retention::MONTHS_MAX), (0, REMATCH_DAYS_MAX)];

    /// The names of those whose value is outside its limits.
    #[must_use]
    pub fn faults(&self) -> Vec<&'static str> {
        let all = Self::NAMES.into_iter().zip(self.values()).zip(Self::LIMITS);
        let outside = all.filter(|((_, value), (least, most))| value < least || value > most);
        outside.map(|((name, _), _)| name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_can_be_kept() {
        assert_eq!(Settings::default().faults(), Vec::<&str>::new());
        assert_eq!(Settings::from_values(Settings::default().values()), Settings::default());
    }

    #[test]
    fn no_name_is_kept_longer_than_two_years() {
        let settings = |retention_months| Settings { retention_months, ..Settings::default() };
        assert_eq!(settings(0).faults(), ["retention_months"]);
        assert_eq!(settings(24).faults(), Vec::<&str>::new());
        assert_eq!(settings(25).faults(), ["retention_months"]);
    }
}
