//! How it goes, in one of five faces, once a month (features.md M27).

use crate::wire_enum::wire_enum;
use wire::Wire;

wire_enum! {
    /// The five faces, from worst to best.
    Face {
        /// Very hard.
        VeryHard = "1",
        /// Hard.
        Hard = "2",
        /// So-so.
        SoSo = "3",
        /// Well.
        Well = "4",
        /// Very well.
        VeryWell = "5",
    }
}

wire_enum! {
    /// Who may see an answer; the person who answers decides.
    PulseSeenBy {
        /// Nobody else.
        Nobody = "nobody",
        /// The other one of the duo.
        Duo = "duo",
        /// The coordinator: the face and the day, nothing else.
        Coordinator = "coordinator",
    }
}

/// Days between two questions (M27: monthly).
pub const PULSE_DAYS: i64 = 30;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pulse {
    /// How it goes.
    pub face: Face,
    /// Who may see it.
    pub seen_by: PulseSeenBy,
}
