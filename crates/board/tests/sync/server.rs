//! A server in memory: the real numbering and the real rules, with lists for tables.

use crate::Fault;
use board::{
    actor::Actor,
    check::check,
    event::{Change, Event},
    id::{DeviceId, PersonId},
    op::Op,
    protocol::boards::{
        Changes, Cursor, Feed, FeedChange, FeedEvent, NumberedOp, Receipt, Snapshot, Submit,
        Submitted,
    },
    reject::Reject,
    space::{Side, Space},
    sync::batch::{Batch, History, Refused, Stored, carry_out},
    time::Timestamp,
    world::World,
};
use std::collections::BTreeMap;

/// Whose operation an event is.
pub type Origin = (DeviceId, u64);

/// One space and its log.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    pub space: Space,
    pub log: Vec<(Event, Origin)>,
}

/// Everything the server keeps of one board.
#[derive(Clone, Debug, Default)]
pub struct Server {
    pub shared: Kept,
    pub private: BTreeMap<PersonId, Kept>,
    pub receipts: BTreeMap<DeviceId, BTreeMap<u64, (Op, Option<Reject>)>>,
    /// The numbers of each device, as their operations were dealt with.
    pub order: BTreeMap<DeviceId, Vec<u64>>,
    pub fault: Option<Fault>,
    /// The first operation that was carried out though it was not permitted, or the other way round.
    pub judged: Option<String>,
    /// The name of this memory.
    pub epoch: u32,
}

impl Server {
    /// Deals with a request, in one go.
    pub fn submit(
        &mut self,
        actor: &Actor,
        at: Timestamp,
        submit: &Submit,
    ) -> Result<Submitted, Refused> {
        let mut ops = submit.ops.clone();
        if self.fault == Some(Fault::LastWins) {
            ops.iter_mut().for_each(|numbered| self.pretend_fresh(actor, &mut numbered.op));
        }
        let history = self.history(submit);
        let mut world = World {
            shared: self.shared.space.clone(),
            private: self.private.entry(actor.person).or_default().space.clone(),
        };
        let before = world.clone();
        let mut batch = carry_out(&mut world, actor, at, &history, &ops)?;
        if self.fault == Some(Fault::PermitEarly) {
            self.permit_early(&before, actor, at, &ops, &mut batch);
        }
        self.judge(before, actor, at, &ops, &batch);
        let mut receipts: Vec<Receipt> = batch.receipts;
        for dealt in batch.dealt {
            let op = submit.ops[dealt.index].op.clone();
            let number = self.order.values().map(Vec::len).sum::<usize>();
            if self.fault == Some(Fault::ForgetWrite) && number % 5 == 3 {
                self.order.entry(submit.device).or_default().push(dealt.seq);
                let kept = self.receipts.entry(submit.device).or_default();
                kept.insert(dealt.seq, (op, None));
                continue;
            }
            self.order.entry(submit.device).or_default().push(dealt.seq);
            let rejected = dealt.result.as_ref().err().cloned();
            self.receipts.entry(submit.device).or_default().insert(dealt.seq, (op, rejected));
            for (side, mut event) in dealt.result.map(|commit| commit.events).unwrap_or_default() {
                if self.fault == Some(Fault::SkipRev) && event.rev.is_multiple_of(5) {
                    world.space_mut(side).rev += 1;
                    event.rev += 1;
                }
                self.kept_mut(side, actor.person).log.push((event, (submit.device, dealt.seq)));
            }
        }
        if self.fault == Some(Fault::ForgetReason) {
            receipts.iter_mut().for_each(|receipt| receipt.rejected = None);
        }
        self.shared.space = world.shared;
        self.private.entry(actor.person).or_default().space = world.private;
        let feed = self.feed(actor.person, submit.device, Some(submit.cursor));
        Ok(Submitted { receipts, feed })
    }

    fn history(&self, submit: &Submit) -> History {
        let none = BTreeMap::new();
        let receipts = self.receipts.get(&submit.device).unwrap_or(&none);
        let last_seq = receipts.keys().next_back().copied().unwrap_or(0);
        if self.fault == Some(Fault::RunTwice) {
            // Believes whatever number comes.
            let first = submit.ops.first().map_or(1, |numbered| numbered.seq);
            return History { last_seq: first - 1, stored: BTreeMap::new() };
        }
        let again = submit.ops.iter().filter_map(|NumberedOp { seq, op }| {
            let (stored, rejected) = receipts.get(seq)?;
            Some((*seq, Stored { same: stored == op, rejected: rejected.clone() }))
        });
        History { last_seq, stored: again.collect() }
    }

    /// The fault of asking too early: what was not permitted before the request is refused.
    fn permit_early(
        &self,
        before: &World,
        actor: &Actor,
        at: Timestamp,
        ops: &[NumberedOp],
        batch: &mut Batch,
    ) {
        for dealt in &mut batch.dealt {
            if let Err(reject) = check(before, actor, at, &ops[dealt.index].op) {
                dealt.result = Err(reject);
            }
        }
    }

    /// I9: an operation is carried out exactly when it is permitted at that moment.
    fn judge(
        &mut self,
        mut world: World,
        actor: &Actor,
        at: Timestamp,
        ops: &[NumberedOp],
        batch: &Batch,
    ) {
        for dealt in &batch.dealt {
            let op = &ops[dealt.index].op;
            let is_permitted = check(&world, actor, at, op).is_ok();
            if is_permitted != dealt.result.is_ok() {
                let said = format!("I9: {op:?} is permitted: {is_permitted}");
                self.judged.get_or_insert(said);
            }
            drop(world.commit(actor, at, op));
        }
    }

    /// The fault of believing that everybody has read the newest text.
    pub fn pretend_fresh(&self, actor: &Actor, op: &mut Op) {
        if let Op::EditText { item, field, base, .. } = op {
            let private = self.private.get(&actor.person);
            let item = self
                .shared
                .space
                .items
                .get(item)
                .or_else(|| private.and_then(|kept| kept.space.items.get(item)));
            if let Some(entry) = item.and_then(|item| item.entry(field)) {
                base.clone_from(&entry.text);
            }
        }
    }

    fn kept_mut(&mut self, side: Side, person: PersonId) -> &mut Kept {
        match side {
            Side::Shared => &mut self.shared,
            Side::Private => self.private.entry(person).or_default(),
        }
    }

    pub fn cursor(&self, person: PersonId) -> Cursor {
        let private = self.private.get(&person).map_or(0, |kept| kept.space.rev);
        let leak = self.fault == Some(Fault::OneCounter);
        let others: u64 = self.private.values().map(|kept| kept.space.rev).sum();
        let shared = self.shared.space.rev;
        Cursor { epoch: self.epoch, shared: if leak { shared + others } else { shared }, private }
    }

    /// What a device of a person has not seen.
    pub fn feed(&self, person: PersonId, device: DeviceId, since: Option<Cursor>) -> Feed {
        let cursor = self.cursor(person);
        let private = self.private.get(&person).cloned().unwrap_or_default();
        let follows = |since: &Cursor| {
            let ahead = since.shared > cursor.shared || since.private > cursor.private;
            since.epoch == cursor.epoch && !ahead
        };
        let Some(since) = since.filter(follows) else {
            let last = self.receipts.get(&device).and_then(|receipts| receipts.keys().next_back());
            return Feed::Snapshot(Snapshot {
                cursor,
                last_seq: last.copied().unwrap_or(0),
                shared: self.shared.space.items.values().cloned().collect(),
                private: private.space.items.into_values().collect(),
                reader: None,
                forgot: since.is_some_and(|since| since.is_ahead_of(cursor)),
            });
        };
        Feed::Changes(Changes {
            cursor,
            shared: self.events(&self.shared, since.shared, device),
            private: self.events(&private, since.private, device),
        })
    }

    fn events(&self, kept: &Kept, since: u64, device: DeviceId) -> Vec<FeedEvent> {
        let hidden = |rev: u64| self.fault == Some(Fault::LoseEvent) && rev % 7 == 3;
        let new = kept.log.iter().filter(|(event, _)| event.rev > since && !hidden(event.rev));
        new.map(|(event, (origin, seq))| FeedEvent {
            rev: event.rev,
            at: event.at,
            by: event.by,
            change: match &event.change {
                Change::Op(_) if *origin == device => FeedChange::Own(*seq),
                change => change.clone().into(),
            },
        })
        .collect()
    }
}
