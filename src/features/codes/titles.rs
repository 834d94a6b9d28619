//! What marked cards are called in the language of the page. The mark keeps the title it was made
//! with, which speaks the language of that day; the library's own comes first.

use std::collections::{BTreeMap, BTreeSet};

use board::{protocol::library::CodeCard, slug::Slug, world::World};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    api, i18n,
    state::{board::BoardState, library::Shelf},
};

/// A situation, and the language it is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The words.
    pub words: String,
    /// The tag of their language.
    pub lang: String,
}

/// The titles of the cards that are marked on the board. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Titles {
    known: RwSignal<BTreeMap<Slug, Title>>,
}

impl Titles {
    /// Reads them: what this device has, then the lists of the sectors that are missing. Again when
    /// the language changes or another card is marked.
    #[must_use]
    pub fn read(board: BoardState) -> Self {
        let shelf = Shelf::expect();
        let known = RwSignal::new(BTreeMap::new());
        let wanted = Memo::new(move |_| (i18n::lang(), board.view().with(marked)));
        Effect::new(move |_| {
            let asked = wanted.get();
            spawn_local(async move {
                let is_wanted = || wanted.try_with_untracked(|now| *now == asked) == Some(true);
                let (lang, marked) = &asked;
                let mut found = titles(shelf.all_cards(lang.tag()).await);
                if is_wanted() {
                    known.try_set(found.clone());
                }
                for sector in sectors_without(marked, &found) {
                    // Without a network the kept titles stay.
                    let Ok(cards) = api::codes::list(lang.tag(), &sector).await else { return };
                    shelf.keep_cards(lang.tag(), &sector, &cards).await;
                    found.extend(titles(cards));
                    if is_wanted() {
                        known.try_set(found.clone());
                    }
                }
            });
        });
        Self { known }
    }

    /// The title of a card, where it is known; tracked.
    #[must_use]
    pub fn of(self, code: &Slug) -> Option<Title> {
        self.known.with(|known| known.get(code).cloned())
    }
}

/// The marked cards, each with its sector.
fn marked(world: &World) -> BTreeMap<Slug, Slug> {
    let marks = world.items().filter(|(_, item)| item.is_live());
    marks
        .filter_map(|(_, item)| item.as_code_mark())
        .map(|mark| (mark.code.clone(), mark.sector.clone()))
        .collect()
}

fn titles(cards: Vec<CodeCard>) -> BTreeMap<Slug, Title> {
    let title = |card: CodeCard| (card.id, Title { words: card.situation, lang: card.lang });
    cards.into_iter().map(title).collect()
}

/// The sectors of the marked cards whose title is not known yet, each once.
fn sectors_without(marked: &BTreeMap<Slug, Slug>, known: &BTreeMap<Slug, Title>) -> BTreeSet<Slug> {
    let missing = marked.iter().filter(|(code, _)| !known.contains_key(*code));
    missing.map(|(_, sector)| sector.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(name: &str) -> Slug {
        name.parse().unwrap()
    }

    #[test]
    fn a_sector_is_asked_for_once_and_only_for_what_is_missing() {
        let marked = [("a", "care"), ("b", "care"), ("c", "any"), ("d", "shop")];
        let marked = marked.map(|(code, sector)| (slug(code), slug(sector))).into();
        let title = Title { words: "La pause".to_owned(), lang: "fr".to_owned() };
        let known = BTreeMap::from([(slug("c"), title)]);
        assert_eq!(sectors_without(&marked, &known), BTreeSet::from([slug("care"), slug("shop")]));
    }
}
