//! Numbering: repetition, gap, reuse, and that a rejected operation uses its number up.

use super::*;
use crate::{
    actor::Seat,
    id::{ItemId, PersonId},
    objective::Horizon,
    op::{AddObjective, Op},
};
use uuid::Uuid;

const AT: Timestamp = Timestamp(1_000);

fn actor() -> Actor {
    Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee }
}

fn add(seq: u64, title: &str) -> NumberedOp {
    let op = Op::AddObjective(AddObjective {
        id: ItemId(Uuid::from_u128(u128::from(seq))),
        title: title.into(),
        horizon: Horizon::Short,
        theme: None,
        notes: String::new(),
        only_me: false,
        suggested: false,
    });
    NumberedOp { seq, op }
}

fn known(last_seq: u64, same: bool) -> History {
    let stored = Stored { same, rejected: Some(Reject::Full) };
    History { last_seq, stored: (1..=last_seq).map(|seq| (seq, stored.clone())).collect() }
}

#[track_caller]
fn check(history: &History, ops: &[NumberedOp], expected: Result<(&[u64], u64), Refused>) {
    let mut world = World::default();
    let batch = carry_out(&mut world, &actor(), AT, history, ops);
    match (batch, expected) {
        (Ok(batch), Ok((seqs, rev))) => {
            let receipts: Vec<_> = batch.receipts.iter().map(|receipt| receipt.seq).collect();
            assert_eq!((receipts.as_slice(), world.shared.rev), (seqs, rev));
        }
        (batch, expected) => assert_eq!(batch.err(), expected.err()),
    }
}

#[test]
fn numbers_continue_or_nothing_is_done() {
    check(&History::default(), &[add(1, "a"), add(2, "b")], Ok((&[1, 2], 2)));
    check(&known(2, true), &[add(2, "b"), add(3, "c")], Ok((&[2, 3], 1)));
    check(&known(2, true), &[add(1, "a"), add(2, "b")], Ok((&[1, 2], 0)));
    check(&known(2, false), &[add(2, "other")], Err(Refused::Reused { expected: 3 }));
    check(&known(2, true), &[add(4, "d")], Err(Refused::Gap { expected: 3 }));
    check(&History::default(), &[add(1, "a"), add(3, "c")], Err(Refused::Gap { expected: 2 }));
    check(&History::default(), &[add(0, "a")], Err(Refused::Reused { expected: 1 }));
}

#[test]
fn a_repetition_gets_the_stored_answer_and_a_rejection_uses_its_number_up() {
    let mut world = World::default();
    let history = known(1, true);
    let batch =
        carry_out(&mut world, &actor(), AT, &history, &[add(1, "a"), add(2, ""), add(3, "c")]);
    let batch = batch.unwrap();
    assert_eq!(batch.receipts[0].rejected, Some(Reject::Full));
    assert!(batch.receipts[1].rejected.is_some());
    assert_eq!(batch.receipts[2].rejected, None);
    assert_eq!(world.shared.rev, 1);
}
