//! A replica alone with its server's messages. Random lives with a bad network are in
//! `tests/sync`.

use super::*;
use crate::{
    actor::Seat,
    id::{ItemId, PersonId},
    objective::Horizon,
    op::{AddObjective, TextField},
    protocol::boards::OPS_MAX,
};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_000);
const DEVICE: DeviceId = DeviceId(Uuid::from_u128(9));
const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
const MENTOR: PersonId = PersonId(Uuid::from_u128(2));

fn item() -> ItemId {
    ItemId(Uuid::from_u128(10))
}

fn add() -> Op {
    Op::AddObjective(AddObjective {
        id: item(),
        title: "Travailler".into(),
        horizon: Horizon::Short,
        theme: None,
        notes: String::new(),
        only_me: false,
        suggested: false,
    })
}

fn edit(base: &str, text: &str) -> Op {
    let (base, text) = (base.into(), text.into());
    Op::EditText { item: item(), field: TextField::Title, base, text }
}

fn snapshot(epoch: u32, last_seq: u64) -> Feed {
    let cursor = Cursor { epoch, shared: 0, private: 0 };
    Feed::Snapshot(Snapshot { cursor, last_seq, shared: Vec::new(), private: Vec::new() })
}

fn changes(epoch: u32, events: &[(u64, FeedChange)]) -> Feed {
    let shared = events.last().map_or(0, |(rev, _)| *rev);
    let by = |change: &FeedChange| match change {
        FeedChange::Own(_) => MENTEE.person,
        _ => MENTOR,
    };
    let events = events.iter().map(|(rev, change)| FeedEvent {
        rev: *rev,
        at: NOW,
        by: by(change),
        change: change.clone(),
    });
    let cursor = Cursor { epoch, shared, private: 0 };
    Feed::Changes(Changes { cursor, shared: events.collect(), private: Vec::new() })
}

fn theirs(op: Op) -> FeedChange {
    FeedChange::Op(op)
}

/// A replica that knows the server and did one thing.
fn acting() -> Replica {
    let mut replica = Replica::new(MENTEE, Outbox::default());
    replica.receive(snapshot(1, 0));
    replica.act(NOW, add()).unwrap();
    replica
}

fn shown(replica: &Replica) -> Option<String> {
    let (_, item) = replica.view().find(item())?;
    item.entry(&TextField::Title).map(|title| title.text.clone())
}

#[test]
fn an_act_shows_at_once_and_its_number_settles_it() {
    let mut replica = acting();
    assert_eq!(shown(&replica).as_deref(), Some("Travailler"));
    let submit = replica.submit(DEVICE, OPS_MAX).unwrap();
    assert_eq!(submit.ops.len(), 1);
    // The stream is faster than the answer.
    let outcome = replica.receive(changes(1, &[(1, FeedChange::Own(1))]));
    assert_eq!((outcome.answered, outcome.news.len()), (vec![1], 0));
    let feed = changes(1, &[(1, FeedChange::Own(1))]);
    let receipts = vec![Receipt { seq: 1, rejected: None }];
    let outcome = replica.submitted(Submitted { receipts, feed });
    assert_eq!(outcome, Outcome::default(), "nothing is left to do");
    assert_eq!(replica.submit(DEVICE, OPS_MAX), None);
}

#[test]
fn a_rejected_act_disappears_and_is_handed_back() {
    let mut replica = acting();
    let receipts = vec![Receipt { seq: 1, rejected: Some(Reject::Full) }];
    let outcome = replica.submitted(Submitted { receipts, feed: changes(1, &[]) });
    assert_eq!(outcome.rejected.len(), 1);
    assert_eq!(shown(&replica), None);
}

#[test]
fn a_missing_event_asks_for_what_is_between() {
    let mut replica = acting();
    let outcome = replica.receive(changes(1, &[(2, theirs(edit("Travailler", "Tard")))]));
    assert!(outcome.gap && !outcome.changed);
    assert_eq!(replica.cursor().shared, 0);
    // An event that comes twice counts once.
    let twice = [(1, FeedChange::Own(1)), (1, FeedChange::Own(1))];
    assert_eq!(replica.receive(changes(1, &twice)).answered, [1]);
}

#[test]
fn words_that_are_not_here_any_more_ask_for_a_snapshot() {
    let mut replica = acting();
    assert!(replica.receive(changes(1, &[(1, FeedChange::Own(7))])).lost);
    assert!(replica.receive(changes(2, &[])).lost, "another incarnation of the database");
    let mut empty = Replica::new(MENTEE, Outbox::default());
    assert!(empty.receive(changes(1, &[])).lost && !empty.is_ready());
}

#[test]
fn after_a_restore_waiting_acts_get_the_numbers_the_server_expects() {
    let mut replica = acting();
    replica.receive(changes(1, &[(1, FeedChange::Own(1))]));
    replica.act(NOW, edit("Travailler", "Travailler en crèche")).unwrap();
    let outcome = replica.receive(snapshot(2, 0));
    assert!(outcome.renumbered);
    assert_eq!(replica.outbox().queue()[0].seq, 1);
    assert_eq!(replica.submit(DEVICE, OPS_MAX).unwrap().cursor.epoch, 2);
}

#[test]
fn an_act_that_can_never_be_accepted_does_not_block_the_others() {
    let mut replica = acting();
    replica.act(NOW, edit("Travailler", "Mieux")).unwrap();
    assert_eq!(replica.put_aside().map(|queued| queued.op), Some(add()));
    let submit = replica.submit(DEVICE, OPS_MAX).unwrap();
    assert_eq!((submit.ops.len(), submit.ops[0].seq), (1, 1));
}
