//! The server's side of the numbering: carries out a request's operations, each once, in order,
//! with a receipt each. Storing what comes out is the server's part.

use crate::{
    actor::Actor,
    protocol::boards::{NumberedOp, Receipt},
    reject::Reject,
    time::Timestamp,
    world::{Commit, World},
};
use std::collections::BTreeMap;

/// What was stored about an operation that was dealt with before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Whether it is the operation that came again under its number.
    pub same: bool,
    /// Why it was not carried out.
    pub rejected: Option<Reject>,
}

/// What is known of a device on a board, for the numbers of one request.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Highest number dealt with.
    pub last_seq: u64,
    /// What was stored under the request's numbers up to `last_seq`.
    pub stored: BTreeMap<u64, Stored>,
}

/// Why nothing of a request was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A number was skipped.
    #[error("operation {expected} is missing")]
    Gap {
        /// The number that should come.
        expected: u64,
    },
    /// A number came back with another operation.
    #[error("an operation number was used for another operation")]
    Reused {
        /// The number that should come.
        expected: u64,
    },
}

/// An operation that was dealt with now, to be stored.
#[derive(Debug)]
pub struct Dealt {
    /// Its place in the request.
    pub index: usize,
    /// Its number.
    pub seq: u64,
    /// What it did, or why it did nothing.
    pub result: Result<Commit, Reject>,
}

/// What became of a request.
#[derive(Debug, Default)]
pub struct Batch {
    /// One receipt per operation, in order.
    pub receipts: Vec<Receipt>,
    /// The operations that were new.
    pub dealt: Vec<Dealt>,
}

/// Carries out `ops` on `world`. When it refuses, `world` is spoilt and nothing may be stored.
///
/// # Errors
/// [`Refused`] when the numbers do not continue what came before.
pub fn carry_out(
    world: &mut World,
    actor: &Actor,
    at: Timestamp,
    history: &History,
    ops: &[NumberedOp],
) -> Result<Batch, Refused> {
    let mut batch = Batch::default();
    let mut last_seq = history.last_seq;
    for (index, NumberedOp { seq, op }) in ops.iter().enumerate() {
        let seq = *seq;
        if seq <= history.last_seq {
            let stored = history.stored.get(&seq).filter(|stored| stored.same);
            let rejected =
                stored.ok_or(Refused::Reused { expected: history.last_seq + 1 })?.rejected.clone();
            batch.receipts.push(Receipt { seq, rejected });
            continue;
        }
        if seq != last_seq + 1 {
            return Err(Refused::Gap { expected: last_seq + 1 });
        }
        last_seq = seq;
        let result = world.commit(actor, at, op);
        batch.receipts.push(Receipt { seq, rejected: result.as_ref().err().cloned() });
        batch.dealt.push(Dealt { index, seq, result });
    }
    Ok(batch)
}

#[cfg(test)]
mod tests;
