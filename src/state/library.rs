//! What of the library stays on the person's own device: the sector codes somebody has read once
//! can be read on the bus, in a cellar, and before the first day at work.

use crate::state::{keep, session::SessionState};
use board::{
    id::PersonId,
    protocol::library::{CodeCard, SectorInfo},
    slug::Slug,
};
use leptos::prelude::*;
use wire::Wire;

/// The copies of one person on this device. On a device that others use too it keeps nothing.
#[derive(Clone, Copy, Debug)]
pub struct Shelf {
    person: Option<PersonId>,
}

impl Shelf {
    /// The shelf of the person who is signed in.
    #[must_use]
    pub fn expect() -> Self {
        let session = untrack(|| SessionState::expect().session());
        let own = session.filter(|session| session.own_device);
        Self { person: own.map(|session| session.person) }
    }

    /// The cards of a sector as they were read last.
    pub async fn cards(self, lang: &str, sector: &Slug) -> Option<Vec<CodeCard>> {
        read(&keep::kept_text(self.person?, &cards_name(lang, sector.as_str())).await?)
    }

    /// Keeps the cards of a sector. True once they are kept.
    pub async fn keep_cards(self, lang: &str, sector: &Slug, cards: &[CodeCard]) -> bool {
        self.keep(cards_name(lang, sector.as_str()), cards).await
    }

    /// Every kept card, once each.
    pub async fn all_cards(self, lang: &str) -> Vec<CodeCard> {
        let Some(person) = self.person else { return Vec::new() };
        let lists = keep::kept_texts(person, &cards_name(lang, "")).await;
        let mut cards: Vec<CodeCard> = Vec::new();
        for card in lists.iter().filter_map(|text| read::<Vec<CodeCard>>(text)).flatten() {
            if cards.iter().all(|known| known.id != card.id) {
                cards.push(card);
            }
        }
        cards
    }

    /// The sectors as they were read last.
    pub async fn sectors(self, lang: &str) -> Option<Vec<SectorInfo>> {
        read(&keep::kept_text(self.person?, &sectors_name(lang)).await?)
    }

    /// Keeps the sectors.
    pub async fn keep_sectors(self, lang: &str, sectors: &[SectorInfo]) {
        self.keep(sectors_name(lang), sectors).await;
    }

    async fn keep<T: Wire>(self, name: String, values: &[T]) -> bool {
        let Some(person) = self.person else { return false };
        keep::keep_text(person, &name, wire::json::print(&wire::list(values))).await
    }
}

/// What an older version kept and this one cannot read is as good as not kept.
fn read<T: Wire>(text: &str) -> Option<T> {
    wire::from_json(text).ok()
}

fn cards_name(lang: &str, sector: &str) -> String {
    format!("codes:{lang}:{sector}")
}

fn sectors_name(lang: &str) -> String {
    format!("sectors:{lang}")
}
