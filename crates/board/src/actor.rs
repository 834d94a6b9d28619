//! Who acts on a board.

use crate::{id::PersonId, wire_enum::wire_enum};
use wire::Wire;

wire_enum! {
    /// What a person is in the organisation (features.md A01).
    Role {
        /// A young job seeker; owns a board.
        Mentee = "mentee",
        /// A volunteer; shares the board of each mentee they accompany.
        Mentor = "mentor",
        /// Looks after the duos of branches; never reads boards.
        Coordinator = "coordinator",
        /// Also manages the branch.
        BranchAdmin = "branch_admin",
        /// Also sets up branches and what holds for all of them.
        OrganisationAdmin = "organisation_admin",
        /// Sees aggregates only.
        Funder = "funder",
    }
}

impl Role {
    /// Whether the person works for the association.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        matches!(self, Self::Coordinator | Self::BranchAdmin | Self::OrganisationAdmin)
    }
}

/// Which of the two people of a duo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Seat {
    /// The board is theirs.
    Mentee,
    /// The board is shared with them.
    Mentor,
}

/// A person acting on one board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub seat: Seat,
}
