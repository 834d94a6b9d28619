//! When an application that was sent got no answer (features.md M13, M14). Nothing changes by
//! itself: these are offers.

/// Days after which a follow-up is offered (features.md M13).
pub const FOLLOW_UP_DAYS: i64 = 7;

/// What is offered to the mentee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ApplicationHint {
    /// To ask for news.
    FollowUp,
    /// To ask for news, said once more and gently.
    Gentle,
    /// To ask for news, or to note "no answer".
    OfferNoAnswer,
}

/// What to offer that many days after an application was sent or last moved.
#[must_use]
pub fn application_hint(days_since_move: i64) -> Option<ApplicationHint> {
    match days_since_move {
        21.. => Some(ApplicationHint::OfferNoAnswer),
        14.. => Some(ApplicationHint::Gentle),
        FOLLOW_UP_DAYS.. => Some(ApplicationHint::FollowUp),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_come_after_one_two_and_three_weeks() {
        let hints = [-1, 0, 6, 7, 13, 14, 20, 21, 400].map(application_hint);
        use ApplicationHint::{FollowUp, Gentle, OfferNoAnswer};
        assert_eq!(
            hints,
            [
                None,
                None,
                None,
                Some(FollowUp),
                Some(FollowUp),
                Some(Gentle),
                Some(Gentle),
                Some(OfferNoAnswer),
                Some(OfferNoAnswer)
            ]
        );
    }
}
