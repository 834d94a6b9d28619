//! What people agree to, purpose by purpose (features.md A13).
//!
//! Only what somebody is free to refuse stands here. That the association knows who accompanies
//! whom, and that a duo has a board, follows from taking part: it is a contract, ends with the
//! account, and asking for consent to it would promise a choice that is none.

use crate::{actor::Role, closed_enum::closed_enum};

closed_enum! {
    /// What for.
    Purpose {
        /// To be asked where one is, three, six and twelve months after the start.
        FollowUp = "follow_up",
        /// Optional answers about oneself, for the breakdowns of reports.
        Demographics = "demographics",
        /// To be asked for one's story for the annual report.
        Story = "story",
        /// The e-mail of the week.
        Letters = "letters",
    }
}

impl Purpose {
    /// The version of the text that people agree to. Another meaning of the text is another
    /// version: whoever agreed to the one before is asked again.
    #[must_use]
    pub fn text_version(self) -> u16 {
        match self {
            Self::FollowUp | Self::Demographics | Self::Story | Self::Letters => 1,
        }
    }

    /// Whether somebody with this role is asked.
    #[must_use]
    pub fn concerns(self, role: &Role) -> bool {
        match self {
            Self::FollowUp | Self::Demographics => *role == Role::Mentee,
            Self::Story => matches!(role, Role::Mentee | Role::Mentor),
            Self::Letters => *role == Role::Mentor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_of_the_association_is_asked() {
        for role in [Role::Coordinator, Role::OrganisationAdmin, Role::Funder] {
            assert!(Purpose::ALL.iter().all(|purpose| !purpose.concerns(&role)), "{role:?}");
        }
    }
}
