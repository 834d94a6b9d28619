//! What is on the demo boards, told through the same operations that people's apps send, so the
//! demo can hold nothing that the product could not.

mod asmae;
pub(super) mod course;
mod others;
pub(super) mod play;
mod script;
pub(super) mod trades;
pub(super) mod usual;

use super::dice::Dice;
use board::time::Timestamp;
use course::Course;
use script::{Line, Script};
use usual::About;

/// What is on a board.
#[derive(Clone, Debug)]
pub enum Board {
    /// A story that was written for it.
    Story(Story),
    /// What two people do who meet once a week.
    Usual(Box<Course>, About),
}

/// What happened on a board, oldest first. The number tells one board from another.
#[must_use]
pub fn lines(board: &Board, number: u32, now: Timestamp) -> Vec<Line> {
    match board {
        Board::Story(story) => story.script(now).into_lines(),
        Board::Usual(course, about) => {
            let mut script = Script::new(number, now);
            let mut dice = Dice::new(0, u64::from(number));
            usual::tell(&mut script, course, about, &mut dice);
            script.into_lines()
        }
    }
}

/// What happened on a board so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// Asmae wants to work in a crèche; Cécile helps. French, eight weeks: the guided one.
    Asmae,
    /// A cook on the way to a first contract. French, four weeks.
    Cook,
    /// Just begun: one objective. French.
    Begun,
    /// A warehouse job and a forklift certificate. Dutch, six weeks.
    Warehouse,
    /// Care assistant, finished well. Dutch, six months.
    Care,
    /// A first job in IT. English, three weeks.
    Programmer,
}

impl Story {
    /// Every story, for tests.
    pub const ALL: [Self; 6] =
        [Self::Asmae, Self::Cook, Self::Begun, Self::Warehouse, Self::Care, Self::Programmer];

    /// The sector that the mentee aims at.
    pub(super) fn sector(self) -> Option<&'static str> {
        match self {
            Self::Asmae => Some("education"),
            Self::Cook => Some("horeca"),
            Self::Begun => None,
            Self::Warehouse => Some("logistics"),
            Self::Care => Some("care"),
            Self::Programmer => Some("it"),
        }
    }

    fn script(self, now: Timestamp) -> Script {
        let mut script = Script::new(self as u32, now);
        match self {
            Self::Asmae => asmae::tell(&mut script),
            Self::Cook => others::cook(&mut script),
            Self::Begun => others::begun(&mut script),
            Self::Warehouse => others::warehouse(&mut script),
            Self::Care => others::care(&mut script),
            Self::Programmer => others::programmer(&mut script),
        }
        script
    }
}

#[cfg(test)]
mod tests;
