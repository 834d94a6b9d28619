//! What the pages show of a version, read from the board in one go.

use board::{
    cv::{CvKind, CvLang, FileRef},
    id::ItemId,
    item::Item,
    permit::{Action, may},
    slug::Slug,
    space::Side,
    world::World,
};
use leptos::prelude::*;

use crate::{
    features::{cvs::wording::Standing, objectives::unread::unread},
    state::board::BoardState,
};

/// A version as the person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct CvFacts {
    /// CV or letter.
    pub kind: CvKind,
    /// Its number.
    pub number: u32,
    /// What the mentee calls it.
    pub title: String,
    /// The language it is written in.
    pub lang: CvLang,
    /// The sector it aims at.
    pub sector: Option<Slug>,
    /// The file, when it is one.
    pub file: Option<FileRef>,
    /// The version it was copied from.
    pub from: Option<ItemId>,
    /// Where it stands.
    pub standing: Standing,
    /// Where it lies.
    pub side: Side,
    /// Messages that this person has not seen, on it and on its entries.
    pub unread: usize,
    /// Whether two versions of a text wait for a choice.
    pub waits: bool,
    /// May change sector and entries.
    pub may_plan: bool,
    /// May say how far the reading is.
    pub may_review: bool,
    /// May remove it and bring it back.
    pub may_remove: bool,
}

impl CvFacts {
    /// Whether it was sent, and so stays as it is.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        self.standing == Standing::Sent
    }
}

/// The facts of one version; `None` when it is not there for this person.
#[must_use]
pub fn cv_facts(board: BoardState, id: ItemId) -> Memo<Option<CvFacts>> {
    Memo::new(move |_| board.view().with(|world| read(board, world, id)))
}

fn read(board: BoardState, world: &World, id: ItemId) -> Option<CvFacts> {
    let (side, item) = world.find(id)?;
    let cv = item.as_cv_version()?;
    let actor = board.actor();
    let contested = |item: &Item| item.body.texts().any(|(_, entry)| !entry.others.is_empty());
    let unread = unread(world, actor.person);
    Some(CvFacts {
        kind: cv.kind.clone(),
        number: cv.number,
        title: cv.title.text.clone(),
        lang: cv.lang.clone(),
        sector: cv.sector.clone(),
        file: cv.file.clone(),
        from: cv.from,
        standing: Standing::of(cv.review.as_ref(), cv.sealed.is_some()),
        side,
        unread: unread.iter().find(|unread| unread.about == id).map_or(0, |u| u.count),
        waits: contested(item) || world.cv_entries(id).iter().any(|(_, item)| contested(item)),
        may_plan: may(&actor, Action::Plan, side, item),
        may_review: may(&actor, Action::Review, side, item),
        may_remove: may(&actor, Action::Remove, side, item),
    })
}

/// The versions of a kind that count, newest first.
#[must_use]
pub fn versions(world: &World, kind: &CvKind) -> Vec<ItemId> {
    let mut found = world
        .items()
        .filter(|(_, item)| item.is_live())
        .filter(|(_, item)| item.as_cv_version().is_some_and(|cv| cv.kind == *kind))
        .map(|(_, item)| (item.at, item.id))
        .collect::<Vec<_>>();
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.into_iter().map(|(_, id)| id).collect()
}

/// Whether a version consists of texts and entries, so that it can be copied and compared.
#[must_use]
pub fn is_written(world: &World, id: ItemId) -> bool {
    let cv = world.find(id).and_then(|(_, item)| item.as_cv_version());
    cv.is_some_and(|cv| cv.file.is_none())
}
