//! The numbers of the rules (health.md), which a branch may set for itself (features.md K20).

use wire::Wire;

/// Largest threshold, in days or times.
pub const MAX: u16 = 365;

/// Days without news after which the two are asked about a referral, unless a branch says
/// otherwise (R14). Their own week asks by this number.
pub const NEWS_DAYS: u16 = 10;

/// Days after which they are asked what came of it (R14).
pub const OUTCOME_DAYS: u16 = 30;

/// Declares the thresholds once: fields, defaults, names.
macro_rules! thresholds {
    ($($(#[$doc:meta])* $name:ident = $default:expr),+ $(,)?) => {
        /// When each rule speaks up. Rhythms other than weekly stretch those of R5 and R6.
        #[derive(Clone, Debug, PartialEq, Eq, Wire)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(default, deny_unknown_fields)]
        pub struct Thresholds {
            $($(#[$doc])* pub $name: u16,)+
        }

        impl Default for Thresholds {
            fn default() -> Self {
                Self { $($name: $default,)+ }
            }
        }

        impl Thresholds {
            /// The name of each threshold on the wire, and its value, in the order of the rules.
            #[must_use]
            pub fn all(&self) -> Vec<(&'static str, u16)> {
                vec![$((stringify!($name), self.$name),)+]
            }

            /// One threshold by its name on the wire, to set it.
            pub fn get_mut(&mut self, name: &str) -> Option<&mut u16> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)+
                    _ => None,
                }
            }
        }
    };
}

thresholds! {
    /// R1: working days within which the coordinator answers.
    help_answer = 2,
    /// R2: days of a break after which the coordinator is asked to confirm it.
    pause_confirm = 42,
    /// R3: days past the planned end.
    closure_overdue = 14,
    /// R4: days without a first meeting until the duo needs a check-in.
    first_meeting_watch = 14,
    /// R4: days without a first meeting until the duo counts as stalled.
    first_meeting_stalled = 28,
    /// R5: days since the last meeting until the duo needs a check-in.
    gap_watch = 14,
    /// R5: days since the last meeting until the duo counts as stalled.
    gap_stalled = 21,
    /// R5: days since the last meeting after which a talk about closing is proposed.
    gap_closure_talk = 42,
    /// R6: days within which a planned meeting calms R5.
    calm_ahead = 10,
    /// R6: days since the last meeting up to which it does.
    calm_gap = 27,
    /// R8: meetings missed in a row until the duo needs a check-in.
    misses_watch = 2,
    /// R8: meetings missed in a row until the duo counts as stalled.
    misses_stalled = 3,
    /// R9: days without a signed agreement.
    agreement = 14,
    /// R10: days without an active objective.
    objective = 30,
    /// R11: days without a change of the plan by either.
    plan_untouched = 28,
    /// R12: days a mentee waits for an answer.
    mentee_waits = 10,
    /// R12: days a mentor waits for an answer.
    mentor_waits = 14,
    /// R13: the best face that still counts as low, of 5.
    pulse_low = 2,
    /// R13: days after which an answer says nothing any more.
    pulse_lasts = 60,
    /// R14: days without news after which the duo is reminded of a referral.
    referral_nudge = NEWS_DAYS,
    /// R14: days without news after which its outcome is asked for.
    referral_ask = OUTCOME_DAYS,
    /// R14: how many referrals of that age until the duo needs a check-in.
    referrals_stale = 3,
    /// R15: days before the planned end from which the closure is prepared.
    end_phase = 28,
    /// C1: day of the first contact with the coordinator.
    contact_first = 14,
    /// C1: day of the second contact.
    contact_second = 30,
    /// C1: days between later contacts.
    contact_every = 30,
    /// C1: days a contact may come early and still count as the next one due.
    contact_early = 7,
}

/// Why thresholds cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThresholdError {
    /// A rule that always speaks says nothing.
    #[error("{0} must be 1 or more")]
    Zero(&'static str),
    /// More than a year, or a face that does not exist.
    #[error("{0} must be {1} or less")]
    TooLarge(&'static str, u16),
    /// The second must come after the first.
    #[error("{1} must be more than {0}")]
    NotAbove(&'static str, &'static str),
}

impl Thresholds {
    /// Whether the rules make sense with these numbers. The first fault is told.
    ///
    /// # Errors
    /// Any [`ThresholdError`].
    pub fn check(&self) -> Result<(), ThresholdError> {
        let all = self.all();
        for &(name, value) in &all {
            let max = if name == "pulse_low" { 4 } else { MAX };
            if value == 0 {
                return Err(ThresholdError::Zero(name));
            }
            if value > max {
                return Err(ThresholdError::TooLarge(name, max));
            }
        }
        let value =
            |wanted: &str| all.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
        let pairs = [
            ("first_meeting_watch", "first_meeting_stalled"),
            ("gap_watch", "gap_stalled"),
            ("gap_stalled", "gap_closure_talk"),
            ("calm_gap", "gap_closure_talk"),
            ("misses_watch", "misses_stalled"),
            ("referral_nudge", "referral_ask"),
            ("contact_first", "contact_second"),
            ("contact_early", "contact_first"),
            ("contact_early", "contact_every"),
        ];
        let crossed = pairs.into_iter().find(|(less, more)| value(less) >= value(more));
        crossed.map_or(Ok(()), |(less, more)| Err(ThresholdError::NotAbove(less, more)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_sound() {
        assert_eq!(Thresholds::default().check(), Ok(()));
    }

    #[test]
    fn zero_and_a_decade_are_refused_everywhere() {
        for (name, _) in Thresholds::default().all() {
            let mut thresholds = Thresholds::default();
            *thresholds.get_mut(name).unwrap() = 0;
            assert_eq!(thresholds.check(), Err(ThresholdError::Zero(name)));
            *thresholds.get_mut(name).unwrap() = 3650;
            assert!(matches!(thresholds.check(), Err(ThresholdError::TooLarge(..))), "{name}");
        }
    }

    #[test]
    fn levels_keep_their_order() {
        let set = |name: &str, value| {
            let mut thresholds = Thresholds::default();
            *thresholds.get_mut(name).unwrap() = value;
            thresholds.check()
        };
        assert_eq!(set("gap_watch", 20), Ok(()));
        assert_eq!(set("gap_watch", 21), Err(ThresholdError::NotAbove("gap_watch", "gap_stalled")));
        assert!(set("first_meeting_stalled", 14).is_err());
        assert!(set("misses_watch", 3).is_err());
        assert!(set("referral_ask", 9).is_err());
        assert!(set("pulse_low", 5).is_err());
    }

    #[test]
    fn the_wire_names_what_differs_and_refuses_the_unknown() {
        let read = serde_json::from_str::<Thresholds>;
        assert_eq!(read(r#"{"gap_watch":10}"#).unwrap().gap_watch, 10);
        assert_eq!(read("{}").unwrap(), Thresholds::default());
        assert!(read(r#"{"gap_wach":10}"#).is_err());
        assert!(read(r#"{"gap_watch":-1}"#).is_err());
    }
}
