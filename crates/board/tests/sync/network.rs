//! Mentee on two devices, mentor on one, a server, and a network that loses, doubles and
//! reorders; with the invariants of design.md §4 as checks.

use crate::{
    Fault,
    device::{Device, Wants},
    script::{Act, Step, op_of},
    server::{Origin, Server},
};
use board::{
    actor::{Actor, Seat},
    id::{DeviceId, PersonId},
    item::Item,
    op::Op,
    protocol::boards::{Changes, Feed, FeedEvent, Submit, Submitted},
    space::{Side, Space},
    sync::batch::Refused,
    time::Timestamp,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Something on its way, and to or from which device.
#[derive(Clone)]
enum Message {
    Request(Submit),
    Answer(Submitted),
    Refusal(Refused),
    Feed(Feed),
}

pub struct Network {
    pub server: Server,
    pub devices: Vec<Device>,
    under_way: Vec<(usize, Message)>,
    backup: Option<Server>,
    clock: i64,
    made: u128,
    /// Every word somebody typed and the app took.
    words: Vec<String>,
    /// What devices were told is kept.
    promised: BTreeSet<Origin>,
}

pub fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

impl Network {
    pub fn new(fault: Option<Fault>) -> Self {
        let mentee = Actor { person: person(1), seat: Seat::Mentee };
        let mentor = Actor { person: person(2), seat: Seat::Mentor };
        let devices = [mentee, mentee, mentor].into_iter().zip(101..);
        Self {
            server: Server { fault, epoch: 7, ..Server::default() },
            devices: devices
                .map(|(actor, id)| {
                    let mut device = Device::new(DeviceId(Uuid::from_u128(id)), actor);
                    device.forgetful = fault == Some(Fault::ForgetSent);
                    device
                })
                .collect(),
            under_way: Vec::new(),
            backup: None,
            clock: 1_000_000,
            made: 1_000,
            words: Vec::new(),
            promised: BTreeSet::new(),
        }
    }

    pub fn run(&mut self, steps: &[Step]) {
        for step in steps {
            self.pass_time();
            match step {
                Step::Act(device, act) => self.act(device % self.devices.len(), act),
                Step::Push(device) => self.push(device % self.devices.len()),
                Step::Ask(device) => self.ask(device % self.devices.len()),
                Step::Deliver(which) => {
                    if let Some(place) = self.place(*which) {
                        let (device, message) = self.under_way.remove(place);
                        self.deliver(device, message);
                    }
                }
                Step::Double(which) => {
                    if let Some(place) = self.place(*which) {
                        self.under_way.push(self.under_way[place].clone());
                    }
                }
                Step::Drop(which) => {
                    if let Some(place) = self.place(*which) {
                        self.under_way.remove(place);
                    }
                }
                Step::CrashDevice(device) => {
                    let count = self.devices.len();
                    self.devices[device % count].crash();
                }
                // What was committed stays, every connection is gone.
                Step::CrashServer => self.under_way.clear(),
                Step::Backup => self.backup = Some(self.server.clone()),
                Step::Restore => self.restore(true),
            }
        }
    }

    /// The server goes back to its last backup. Put back with the whole folder, it keeps its name.
    pub fn restore(&mut self, renamed: bool) {
        let Some(backup) = self.backup.clone() else { return };
        let epoch = self.server.epoch + u32::from(renamed);
        self.server = Server { epoch, ..backup };
        self.under_way.clear();
    }

    fn place(&self, which: usize) -> Option<usize> {
        (!self.under_way.is_empty()).then(|| which % self.under_way.len())
    }

    pub fn act(&mut self, device: usize, act: &Act) {
        // Clocks of devices differ from the server's.
        let at = Timestamp(self.clock - 300 + 200 * device as i64);
        let made = self.made;
        let phone = &mut self.devices[device];
        let Some((mut op, word)) = op_of(phone, act, made) else { return };
        let is_undo = matches!(act, Act::Undo(_));
        let change = match &op {
            Op::EditText { item, field, base, text } => {
                Some((*item, field.clone(), base.clone(), text.clone()))
            }
            _ => None,
        };
        if is_undo && self.server.fault == Some(Fault::UndoBlind) {
            self.server.pretend_fresh(&phone.actor, &mut op);
        }
        if !phone.act(at, op) {
            return;
        }
        self.words.extend(word);
        match change {
            // Whoever puts something back has read what they take out.
            Some((_, _, base, text)) if is_undo => {
                self.words.retain(|word| !base.contains(word) || text.contains(word));
            }
            Some((item, field, base, _)) => phone.written.push((item, field, base)),
            None => {}
        }
    }

    fn push(&mut self, device: usize) {
        if let Some(submit) = self.devices[device].submit() {
            self.under_way.push((device, Message::Request(submit)));
        }
    }

    fn ask(&mut self, device: usize) {
        let phone = &self.devices[device];
        let since = (phone.wants != Wants::Snapshot).then(|| phone.replica.cursor());
        let feed = self.server.feed(phone.actor.person, phone.id, since);
        self.under_way.push((device, Message::Feed(feed)));
    }

    fn deliver(&mut self, device: usize, message: Message) {
        let phone = &mut self.devices[device];
        match message {
            Message::Feed(feed) => {
                phone.wants = Wants::Nothing;
                phone.receive(feed);
            }
            Message::Answer(answer) => {
                let kept = answer.receipts.iter().filter(|receipt| receipt.rejected.is_none());
                self.promised.extend(kept.map(|receipt| (phone.id, receipt.seq)));
                phone.answered(answer);
            }
            Message::Refusal(Refused::Gap { expected }) => {
                // Only a device that has this very request unanswered takes it seriously.
                let first = phone.replica.outbox().queue().first();
                if first.is_some_and(|queued| queued.seq > expected) {
                    phone.renumber(expected);
                }
            }
            Message::Refusal(Refused::Reused { .. }) => panic!("I2: a number was reused"),
            Message::Request(submit) => {
                let (actor, before) = (phone.actor, self.marks());
                let at = Timestamp(self.clock);
                let answer = match self.server.submit(&actor, at, &submit) {
                    Ok(answer) => Message::Answer(answer),
                    Err(refused) => Message::Refusal(refused),
                };
                self.under_way.push((device, answer));
                self.stream(&before);
            }
        }
    }

    /// How far each device's spaces are on the server.
    fn marks(&self) -> Vec<board::protocol::boards::Cursor> {
        self.devices.iter().map(|phone| self.server.cursor(phone.actor.person)).collect()
    }

    /// Sends every new event to every device on its own, as the live stream does.
    fn stream(&mut self, before: &[board::protocol::boards::Cursor]) {
        for (device, (phone, mark)) in self.devices.iter().zip(before).enumerate() {
            let feed = self.server.feed(phone.actor.person, phone.id, Some(*mark));
            let Feed::Changes(changes) = feed else { continue };
            let one = |shared: Vec<FeedEvent>, private: Vec<FeedEvent>| {
                let cursor = changes.cursor;
                (device, Message::Feed(Feed::Changes(Changes { cursor, shared, private })))
            };
            let shared = changes.shared.iter().map(|event| one(vec![event.clone()], vec![]));
            let private = changes.private.iter().map(|event| one(vec![], vec![event.clone()]));
            self.under_way.extend(shared.chain(private));
        }
    }

    /// The network works again: everything is sent and answered.
    pub fn heal(&mut self) -> Result<(), String> {
        self.under_way.clear();
        for _ in 0..20 {
            for device in 0..self.devices.len() {
                self.clock += 1_000;
                self.push(device);
                self.ask(device);
                while let Some((device, message)) = self.under_way.pop() {
                    self.deliver(device, message);
                }
            }
            let done = self.devices.iter().all(|phone| {
                let cursor = self.server.cursor(phone.actor.person);
                phone.replica.outbox().queue().is_empty() && phone.replica.cursor() == cursor
            });
            if done {
                return Ok(());
            }
        }
        Err("I1: the devices do not come to rest".into())
    }

    /// The invariants that hold once everything is at rest.
    pub fn check(&self) -> Vec<Result<(), String>> {
        vec![
            self.converged(),
            self.each_once_in_order(),
            self.promises_kept(),
            self.gapless(),
            self.no_word_lost(),
            self.server.judged.clone().map_or(Ok(()), Err),
        ]
    }

    fn converged(&self) -> Result<(), String> {
        for phone in &self.devices {
            let empty = Space::default();
            let private = self.server.private.get(&phone.actor.person);
            let private = private.map_or(&empty, |kept| &kept.space);
            let view = phone.replica.view();
            if view.shared != self.server.shared.space || view.private != *private {
                return Err(format!("I1: {:?} shows something else", phone.id));
            }
        }
        Ok(())
    }

    fn each_once_in_order(&self) -> Result<(), String> {
        for (device, seqs) in &self.server.order {
            let expected: Vec<u64> = (1..=seqs.len() as u64).collect();
            if *seqs != expected {
                return Err(format!("I2, I6: {device:?} was dealt with as {seqs:?}"));
            }
        }
        Ok(())
    }

    /// What was acknowledged is in the log of some space. A server that was put back from a copy
    /// forgot; that its devices offer everything again is for [`Self::no_word_lost`].
    fn promises_kept(&self) -> Result<(), String> {
        if self.backup.is_some() {
            return Ok(());
        }
        let kept = self.server.private.values().chain([&self.server.shared]);
        let origins: BTreeSet<Origin> =
            kept.flat_map(|kept| kept.log.iter().map(|(_, origin)| *origin)).collect();
        match self.promised.difference(&origins).next() {
            Some(lost) => Err(format!("I3: {lost:?} was acknowledged and is nowhere")),
            None => Ok(()),
        }
    }

    fn gapless(&self) -> Result<(), String> {
        let kept = self.server.private.values().chain([&self.server.shared]);
        for kept in kept {
            let revs: Vec<u64> = kept.log.iter().map(|(event, _)| event.rev).collect();
            if revs != (1..=kept.space.rev).collect::<Vec<_>>() {
                return Err(format!("I5: revisions {revs:?} up to {}", kept.space.rev));
            }
        }
        Ok(())
    }

    /// Every word is in a text, in a waiting version, or in the tray of who typed it.
    fn no_word_lost(&self) -> Result<(), String> {
        let spaces = self.server.private.values().chain([&self.server.shared]);
        let items = spaces.flat_map(|kept| kept.space.items.values());
        let kept: Vec<&Item> = items.collect();
        let trays: Vec<_> = self.devices.iter().flat_map(|phone| &phone.tray).collect();
        let everything =
            serde_json::to_string(&kept).unwrap() + &serde_json::to_string(&trays).unwrap();
        match self.words.iter().find(|word| !everything.contains(word.as_str())) {
            Some(word) => Err(format!("I4: {word} is lost")),
            None => Ok(()),
        }
    }

    /// Sends and answers at once whatever `device` did; for the tests without a network.
    pub fn flush(&mut self, device: usize) {
        self.push(device);
        while let Some((device, message)) = self.under_way.pop() {
            if !matches!(message, Message::Feed(_)) {
                self.deliver(device, message);
            }
        }
    }

    /// What a device shows on one side.
    pub fn shown(&self, device: usize, side: Side) -> Vec<&Item> {
        self.devices[device].replica.view().space(side).items.values().collect()
    }

    /// A device asks and hears at once. Returns the bytes.
    pub fn pull(&mut self, device: usize) -> String {
        let phone = &mut self.devices[device];
        let since = (phone.wants != Wants::Snapshot).then(|| phone.replica.cursor());
        let feed = self.server.feed(phone.actor.person, phone.id, since);
        let bytes = serde_json::to_string(&feed).unwrap();
        phone.wants = Wants::Nothing;
        phone.receive(feed);
        bytes
    }

    /// Between two acts: time passes and ids move on, whether the act happens or not.
    pub fn pass_time(&mut self) {
        self.clock += 1_000;
        self.made += 1;
    }
}
