//! What the people of a board are called.

use crate::{i18n::t, state::board::BoardState};
use board::id::PersonId;
use words::Key;

/// The name of a person of this board; tracked, for whoever is not of it any more.
#[must_use]
pub fn name_of(board: BoardState, person: PersonId) -> String {
    let info = board.info();
    let people = std::iter::once(info.mentee).chain(info.mentor);
    people
        .into_iter()
        .find(|known| known.id == person)
        .map_or_else(|| t(Key::PeopleFormer), |known| known.name)
}
