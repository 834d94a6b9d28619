//! What one person sees of one board, and the one way to change it.

use crate::{
    actor::Actor,
    apply::{apply, renumber, targets},
    check::check,
    cv::CvKind,
    event::{Change, Event},
    id::ItemId,
    item::{Body, Item},
    op::Op,
    reject::Reject,
    space::{Side, Space},
    time::Timestamp,
};

/// The shared space of a board and one person's private space of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// What mentee and mentor share.
    pub shared: Space,
    /// What is this person's own.
    pub private: Space,
}

/// What an accepted operation did, for whoever stores and tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// One event per space that changed, already applied.
    pub events: Vec<(Side, Event)>,
    /// The items that were written, where they lie now.
    pub written: Vec<(Side, ItemId)>,
    /// The items that left a space.
    pub gone: Vec<(Side, ItemId)>,
}

impl World {
    /// One of the two spaces.
    #[must_use]
    pub fn space(&self, side: Side) -> &Space {
        match side {
            Side::Shared => &self.shared,
            Side::Private => &self.private,
        }
    }

    /// One of the two spaces, to change it.
    pub fn space_mut(&mut self, side: Side) -> &mut Space {
        match side {
            Side::Shared => &mut self.shared,
            Side::Private => &mut self.private,
        }
    }

    /// Where an item lies, and the item.
    #[must_use]
    pub fn find(&self, id: ItemId) -> Option<(Side, &Item)> {
        [Side::Shared, Side::Private]
            .into_iter()
            .find_map(|side| self.space(side).items.get(&id).map(|item| (side, item)))
    }

    /// The same, to keep. Copied here, so that the app has the code of a copy once.
    #[must_use]
    pub fn copy_of(&self, id: ItemId) -> Option<(Side, Item)> {
        self.find(id).map(|(side, item)| (side, item.clone()))
    }

    /// All items of both spaces.
    pub fn items(&self) -> impl Iterator<Item = (Side, &Item)> {
        let shared = self.shared.items.values().map(|item| (Side::Shared, item));
        shared.chain(self.private.items.values().map(|item| (Side::Private, item)))
    }

    /// Checks `op` and carries it out: the server's word, and the app's first guess of it.
    ///
    /// # Errors
    /// [`Reject`] says why nothing was changed.
    pub fn commit(&mut self, actor: &Actor, at: Timestamp, op: &Op) -> Result<Commit, Reject> {
        check(self, actor, at, op)?;
        match op {
            Op::Share { item } => Ok(self.carry(actor, at, *item, Side::Private)),
            Op::Unshare { item } => Ok(self.carry(actor, at, *item, Side::Shared)),
            _ => {
                let side = self.side_of(op);
                let mut commit = Commit { events: vec![], written: vec![], gone: vec![] };
                self.carry_out(actor, at, side, op.clone(), &mut commit);
                for (side, item) in self.to_seal(op) {
                    self.carry_out(actor, at, side, Op::Seal { item }, &mut commit);
                }
                Ok(commit)
            }
        }
    }

    fn carry_out(&mut self, actor: &Actor, at: Timestamp, side: Side, op: Op, commit: &mut Commit) {
        let written = apply(self.space_mut(side), actor.person, at, &op);
        commit.written.extend(written.into_iter().map(|id| (side, id)));
        commit.events.push((side, self.log(side, actor, at, Change::Op(op))));
    }

    /// What an operation that was carried out sends to an employer: it does not change any more.
    ///
    /// A private application seals private versions only: a shared one that suddenly is sealed
    /// would tell the mentor of it.
    fn to_seal(&self, op: &Op) -> Vec<(Side, ItemId)> {
        let (Op::MoveApplication { item, .. } | Op::Attach { item, .. }) = op else {
            return Vec::new();
        };
        let Some((own, item)) = self.find(*item) else { return Vec::new() };
        let Some(application) = item.as_application().filter(|it| it.stage.is_sent()) else {
            return Vec::new();
        };
        let versions = [application.cv, application.letter].into_iter().flatten();
        versions
            .filter_map(|id| {
                let (side, item) = self.find(id)?;
                let stays_unknown = own == Side::Private && side == Side::Shared;
                let open = item.as_cv_version()?.sealed.is_none();
                (open && !stays_unknown).then_some((side, id))
            })
            .collect()
    }

    /// Whether an item is a version of a CV that was sent, or an entry of one.
    #[must_use]
    pub fn is_sealed(&self, item: &Item) -> bool {
        let version = match &item.body {
            Body::CvEntry(entry) => self.find(entry.cv).and_then(|(_, item)| item.as_cv_version()),
            _ => item.as_cv_version(),
        };
        version.is_some_and(|version| version.sealed.is_some())
    }

    /// The number that the next version of this kind gets on this side of the board. Each side
    /// counts for itself: a gap in the shared numbers would tell of a private version.
    #[must_use]
    pub fn next_number(&self, side: Side, kind: &CvKind) -> u32 {
        let versions = self.space(side).items.values().filter_map(Item::as_cv_version);
        let own = versions.filter(|version| version.kind == *kind);
        own.map(|version| version.number).max().map_or(1, |highest| highest + 1)
    }

    /// Where an operation takes effect: with its item, wherever that lies by now.
    fn side_of(&self, op: &Op) -> Side {
        let only_me = match op {
            Op::AddObjective(add) => add.only_me,
            Op::AddApplication(add) => add.only_me,
            Op::AddStep(add) => add.only_me,
            Op::AddComment(add) => add.only_me,
            Op::Add(add) => add.only_me,
            _ => false,
        };
        if only_me {
            return Side::Private;
        }
        let first = targets(op).first();
        first.and_then(|id| self.find(*id)).map_or(Side::Shared, |(side, _)| side)
    }

    /// Moves an item, and what belongs to it, out of the space `from` into the other one.
    fn carry(&mut self, actor: &Actor, at: Timestamp, root: ItemId, from: Side) -> Commit {
        let to = if from == Side::Shared { Side::Private } else { Side::Shared };
        let ids = self.family(root, from);
        let mut items = Vec::with_capacity(ids.len());
        for id in &ids {
            if let Some(mut item) = self.space_mut(from).items.remove(id) {
                item.changed = at;
                renumber(self.space(to), &mut item);
                if item.id == root {
                    item.only_me = to == Side::Private;
                }
                items.push(item);
            }
        }
        self.space_mut(to).items.extend(items.iter().cloned());
        let departed = self.log(from, actor, at, Change::Depart(ids.clone()));
        let arrived = self.log(to, actor, at, Change::Arrive(items));
        Commit {
            events: vec![(from, departed), (to, arrived)],
            written: ids.iter().map(|id| (to, *id)).collect(),
            gone: ids.iter().map(|id| (from, *id)).collect(),
        }
    }

    /// An item and all that hangs below it in the same space. Leaving the private space, what
    /// the person marked "only me" by itself stays behind.
    fn family(&self, root: ItemId, side: Side) -> Vec<ItemId> {
        let items = &self.space(side).items;
        let mut ids = vec![root];
        loop {
            let before = ids.len();
            for item in items.values() {
                let follows = item.parent().is_some_and(|parent| ids.contains(&parent))
                    && !(side == Side::Private && item.only_me);
                if follows && !ids.contains(&item.id) {
                    ids.push(item.id);
                }
            }
            if ids.len() == before {
                return items.keys().filter(|id| ids.contains(id)).copied().collect();
            }
        }
    }

    fn log(&mut self, side: Side, actor: &Actor, at: Timestamp, change: Change) -> Event {
        let space = self.space_mut(side);
        space.rev += 1;
        Event { rev: space.rev, at, by: actor.person, change }
    }

    /// The steps of an objective that are part of the plan, in their order.
    #[must_use]
    pub fn steps(&self, objective: ItemId) -> Vec<(Side, &Item)> {
        self.children(objective, |item| Some(item.as_step()?.order.clone()))
    }

    /// The entries of a CV, part by part, in their order.
    #[must_use]
    pub fn cv_entries(&self, cv: ItemId) -> Vec<(Side, &Item)> {
        self.children(cv, |item| {
            let entry = item.as_cv_entry()?;
            Some((entry.section.clone(), entry.order.clone()))
        })
    }

    /// The comments on an item that were not removed, oldest first.
    #[must_use]
    pub fn comments(&self, on: ItemId) -> Vec<(Side, &Item)> {
        self.children(on, |item| item.as_comment().map(|_| item.at))
    }

    /// What belongs to an item and counts, in the order of a key; no key, not among them.
    fn children<Key: Ord>(
        &self,
        parent: ItemId,
        key: impl Fn(&Item) -> Option<Key>,
    ) -> Vec<(Side, &Item)> {
        let mut children = self
            .items()
            .filter(|(_, item)| item.is_live() && item.parent() == Some(parent))
            .filter_map(|(side, item)| Some((key(item)?, side, item)))
            .collect::<Vec<_>>();
        children.sort_by(|(a, _, one), (b, _, other)| (a, one.id).cmp(&(b, other.id)));
        children.into_iter().map(|(_, side, item)| (side, item)).collect()
    }
}
