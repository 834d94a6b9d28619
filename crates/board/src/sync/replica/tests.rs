//! A replica alone with its server's messages. Random lives with a bad network are in
//! `tests/sync`.

use super::*;
use crate::{
    actor::Seat,
    id::{ItemId, PersonId},
    objective::Horizon,
    op::{AddObjective, TextField},
    protocol::{
        boards::{BODY_MAX, OPS_MAX},
        items::Items,
    },
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
    let (shared, private) = (Items::default(), Items::default());
    Feed::Snapshot(Snapshot { cursor, last_seq, shared, private, reader: None, forgot: false })
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

#[test]
fn what_a_restored_server_forgot_is_offered_again_in_order() {
    let mut replica = acting();
    replica.receive(changes(1, &[(1, FeedChange::Own(1))]));
    replica.act(NOW, edit("Travailler", "Mieux")).unwrap();
    let outcome = replica.receive(changes(1, &[(2, FeedChange::Own(2))]));
    assert_eq!(outcome.sent.len(), 1);
    replica.act(NOW, edit("Mieux", "Encore mieux")).unwrap();
    let outcome = replica.receive(snapshot(2, 0));
    assert_eq!((outcome.again, outcome.renumbered), (2, true));
    assert_eq!(waiting(&replica), [1, 2, 3]);
    assert_eq!(shown(&replica).as_deref(), Some("Encore mieux"), "nothing leaves the screen");
    assert!(replica.sent().is_empty(), "they are kept once");
}

#[test]
fn a_server_put_back_under_its_own_name_gets_again_what_it_forgot() {
    let mut replica = acting();
    replica.receive(changes(1, &[(1, FeedChange::Own(1))]));
    replica.act(NOW, edit("Travailler", "Mieux")).unwrap();
    replica.receive(changes(1, &[(2, FeedChange::Own(2))]));
    let now = Cursor { epoch: 1, shared: 0, private: 0 };
    assert!(replica.cursor().is_ahead_of(now) && !now.is_ahead_of(replica.cursor()));
    let Feed::Snapshot(mut answer) = snapshot(1, 0) else { unreachable!() };
    answer.forgot = true;
    let outcome = replica.receive(Feed::Snapshot(answer.clone()));
    assert_eq!((outcome.again, outcome.renumbered), (2, true));
    assert_eq!(waiting(&replica), [1, 2]);
    // Said twice, they still wait once.
    assert_eq!(replica.receive(Feed::Snapshot(answer)).again, 0);
    assert_eq!(waiting(&replica), [1, 2]);
}

fn waiting(replica: &Replica) -> Vec<u64> {
    replica.outbox().queue().iter().map(|queued| queued.seq).collect()
}

#[test]
fn what_a_restored_server_just_took_keeps_its_number() {
    let mut replica = acting();
    replica.act(NOW, edit("Travailler", "Mieux")).unwrap();
    assert_eq!(replica.submit(DEVICE, 1).unwrap().ops.len(), 1);
    // Only with the answer does the device learn that the server was restored.
    let receipts = vec![Receipt { seq: 1, rejected: None }];
    let outcome = replica.submitted(Submitted { receipts, feed: snapshot(2, 1) });
    assert_eq!((outcome.answered, outcome.renumbered), (vec![1], false));
    assert_eq!(waiting(&replica), [2]);
}

#[test]
fn what_was_forgotten_goes_back_to_its_place_among_what_waits() {
    let mut replica = acting();
    replica.act(NOW, edit("Travailler", "Mieux")).unwrap();
    // Events of the two sides overtake each other.
    replica.receive(changes(1, &[(1, FeedChange::Own(2))]));
    assert_eq!(waiting(&replica), [1]);
    replica.receive(snapshot(2, 0));
    let places = [(1, add()), (2, edit("Travailler", "Mieux"))];
    let queue = replica.outbox().queue().iter().map(|queued| (queued.seq, queued.op.clone()));
    assert_eq!(queue.collect::<Vec<_>>(), places);
}

#[test]
fn nothing_is_sent_over_a_missing_number() {
    let ops = [(1, add()), (3, edit("Travailler", "Mieux"))];
    let queue = ops.map(|(seq, op)| Queued { seq, at: NOW, op });
    let mut replica = Replica::new(MENTEE, Outbox::restore(queue.to_vec(), 3));
    let submit = replica.submit(DEVICE, OPS_MAX).unwrap();
    assert_eq!(submit.ops.iter().map(|op| op.seq).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_server_that_expects_an_old_number_has_forgotten() {
    let mut replica = acting();
    replica.receive(changes(1, &[(1, FeedChange::Own(1))]));
    replica.act(NOW, edit("Travailler", "Mieux")).unwrap();
    let outcome = replica.renumber(1);
    assert!(outcome.lost && outcome.again == 1);
    assert_eq!(replica.submit(DEVICE, OPS_MAX), None, "where the server stands is not known");
    replica.receive(snapshot(2, 0));
    assert_eq!(replica.submit(DEVICE, OPS_MAX).unwrap().ops.len(), 2);
}

#[test]
fn what_was_taken_is_kept_for_two_weeks() {
    let day = |day: i64| Timestamp(day * DAY_MS);
    let mut replica = Replica::new(MENTEE, Outbox::default());
    replica.receive(snapshot(1, 0));
    replica.act(day(1), add()).unwrap();
    replica.receive(changes(1, &[(1, FeedChange::Own(1))]));
    replica.act(day(20), edit("Travailler", "Mieux")).unwrap();
    replica.receive(changes(1, &[(2, FeedChange::Own(2))]));
    assert_eq!(replica.sent().iter().map(|queued| queued.seq).collect::<Vec<_>>(), [2]);
}

/// Sends everything to a server that takes it; the sizes of the requests.
fn drain(replica: &mut Replica) -> Vec<(usize, usize)> {
    let mut rev = 0;
    std::iter::from_fn(|| {
        let submit = replica.submit(DEVICE, usize::MAX)?;
        let size = (submit.ops.len(), wire::to_json(&submit).len());
        let receipts = submit.ops.iter().map(|op| Receipt { seq: op.seq, rejected: None });
        let events: Vec<_> = submit
            .ops
            .iter()
            .map(|op| {
                rev += 1;
                (rev, FeedChange::Own(op.seq))
            })
            .collect();
        let receipts = receipts.collect();
        let outcome = replica.submitted(Submitted { receipts, feed: changes(1, &events) });
        assert_eq!(outcome.answered.len(), size.0, "each once");
        Some(size)
    })
    .collect()
}

#[test]
fn five_hundred_changes_go_in_requests_that_the_server_takes() {
    let mut replica = Replica::new(MENTEE, Outbox::default());
    replica.receive(snapshot(1, 0));
    for number in 0..500_u128 {
        let Op::AddObjective(mut objective) = add() else { panic!("an objective") };
        objective.id = ItemId(Uuid::from_u128(1_000 + number));
        // Some hold as much as a text may hold.
        objective.notes = "é".repeat(if number % 50 == 7 { 4_000 } else { 20 });
        replica.act(NOW, Op::AddObjective(objective)).unwrap();
    }
    let requests = drain(&mut replica);
    assert_eq!(requests.iter().map(|(ops, _)| ops).sum::<usize>(), 500);
    assert!(requests.iter().all(|(ops, size)| *ops <= OPS_MAX && *size <= BODY_MAX));
    assert!(requests.len() <= 7, "{requests:?}");
}

#[test]
fn long_texts_make_more_requests_and_none_is_too_large() {
    let mut replica = Replica::new(MENTEE, Outbox::default());
    replica.receive(snapshot(1, 0));
    for number in 0..100_u128 {
        let Op::AddObjective(mut objective) = add() else { panic!("an objective") };
        objective.id = ItemId(Uuid::from_u128(1_000 + number));
        objective.notes = "\u{1F331}".repeat(4_000);
        replica.act(NOW, Op::AddObjective(objective)).unwrap();
    }
    let requests = drain(&mut replica);
    assert!(requests.len() > 4 && requests.iter().all(|(_, size)| *size <= BODY_MAX));
}
