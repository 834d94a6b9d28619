//! Who sees what (M33): the table of the page of that name. It repeats no rule: who may read comes
//! from [`add`](crate::add), what staff learn from [`health`](crate::health), and the tests hold
//! this table against both and against [`permit`](crate::permit).

use crate::{
    actor::{Actor, Seat},
    add::{Readers, readers_of_kind},
    id::PersonId,
    item::Kind,
    permit::may_add,
};
use uuid::Uuid;

/// Those who may want to look at a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onlooker {
    /// One of the two.
    Seat(Seat),
    /// The coordinator of the branch.
    Coordinator,
    /// Whoever runs the association's branches.
    Admin,
    /// Whoever pays for the project.
    Funder,
}

impl Onlooker {
    /// Everybody, those of the duo first.
    pub const ALL: [Self; 5] = [
        Self::Seat(Seat::Mentee),
        Self::Seat(Seat::Mentor),
        Self::Coordinator,
        Self::Admin,
        Self::Funder,
    ];
}

/// What somebody gets to see of a kind of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Every word.
    Words,
    /// Their own ones, and every word of those that the other one shares.
    Shared,
    /// Their own ones only.
    Own,
    /// Their own ones, and those that the author of each lets them see.
    Offered,
    /// Dates and counts, never a word.
    Dates,
    /// The face and the day, of answers that the author shows to the coordination.
    Face,
    /// Sums over many duos, without a name.
    Sums,
    /// Nothing.
    Nothing,
}

/// What `onlooker` sees of the items of a kind on one board.
#[must_use]
pub fn sight(kind: &Kind, onlooker: Onlooker) -> Sight {
    match onlooker {
        Onlooker::Seat(seat) => match (readers_of_kind(kind), seat) {
            (None, _) => Sight::Offered,
            (Some(Readers::Both), _) => Sight::Words,
            (Some(Readers::Maker), _) => Sight::Own,
            // What only the mentee can add is never in anybody else's own space.
            (Some(Readers::Choice), Seat::Mentee) if !mentor_adds(kind) => Sight::Words,
            (Some(Readers::Choice), _) => Sight::Shared,
        },
        Onlooker::Coordinator | Onlooker::Admin => match kind {
            Kind::Pulse => Sight::Face,
            kind if tells_dates(kind) => Sight::Dates,
            _ => Sight::Nothing,
        },
        Onlooker::Funder if tells_dates(kind) => Sight::Sums,
        Onlooker::Funder => Sight::Nothing,
    }
}

/// Whether a mentor can have items of this kind of their own.
fn mentor_adds(kind: &Kind) -> bool {
    may_add(&Actor { person: PersonId(Uuid::nil()), seat: Seat::Mentor }, kind)
}

/// The kinds whose days and numbers enter the health of a duo; see `health::board`.
fn tells_dates(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Objective
            | Kind::Referral
            | Kind::Meeting
            | Kind::Agreement
            | Kind::Pause
            | Kind::Comment
    )
}
