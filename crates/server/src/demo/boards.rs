//! What is on the demo boards, told through the same operations that people's apps send, so the
//! demo can hold nothing that the product could not.

mod asmae;
mod others;
mod script;

use crate::{
    ids,
    store::{
        StoreError,
        boards::{BoardStore, SubmitError},
    },
};
use board::{
    actor::Seat,
    id::{BoardId, DeviceId, PersonId},
    protocol::boards::{Cursor, NumberedOp, OPS_MAX, Submit},
    time::Timestamp,
};
use script::{Line, Script};

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

    fn script(self, now: Timestamp) -> Script {
        let mut script = Script::new(self as u8, now);
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

/// Somebody of the story, with the device they use in it.
struct Teller {
    person: PersonId,
    device: DeviceId,
    seq: u64,
}

/// Puts a story on a board of these two.
///
/// # Errors
/// [`SubmitError`] when the store refuses, or when the story breaks a rule of the product.
pub async fn tell(
    store: &dyn BoardStore,
    board: BoardId,
    [mentee, mentor]: [PersonId; 2],
    story: Story,
    now: Timestamp,
) -> Result<(), SubmitError> {
    let teller = |person| Teller { person, device: DeviceId(ids::new_id(now)), seq: 0 };
    let (mut mentee, mut mentor) = (teller(mentee), teller(mentor));
    let lines = story.script(now).into_lines();
    // One request per stretch of one person at one moment, as their app would send it.
    for stretch in lines.chunk_by(|a, b| a.seat == b.seat && a.at == b.at) {
        let teller = if stretch[0].seat == Seat::Mentee { &mut mentee } else { &mut mentor };
        for part in stretch.chunks(OPS_MAX) {
            send(store, board, teller, part).await?;
        }
    }
    Ok(())
}

async fn send(
    store: &dyn BoardStore,
    board: BoardId,
    teller: &mut Teller,
    lines: &[Line],
) -> Result<(), SubmitError> {
    let first = teller.seq + 1;
    let ops = lines.iter().zip(first..).map(|(line, seq)| NumberedOp { seq, op: line.op.clone() });
    let ops: Vec<_> = ops.collect();
    teller.seq += ops.len() as u64;
    let submit = Submit { device: teller.device, cursor: Cursor::default(), ops };
    let answer = store.submit(board, teller.person, lines[0].at, submit).await?;
    match answer.receipts.into_iter().find_map(|receipt| receipt.rejected) {
        Some(reject) => Err(SubmitError::Store(StoreError::Trouble(Box::new(reject)))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
