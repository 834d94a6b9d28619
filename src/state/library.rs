//! What of the library stays on the person's own device: the sector codes somebody has read once
//! can be read on the bus, in a cellar, and before the first day at work.

use crate::state::{keep, session::SessionState};
use board::{
    id::PersonId,
    protocol::library::{CodeCard, SectorInfo},
    slug::Slug,
};
use leptos::prelude::*;
use serde::Serialize;

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
        self.keep(cards_name(lang, sector.as_str()), &cards).await
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
        self.keep(sectors_name(lang), &sectors).await;
    }

    async fn keep(self, name: String, value: &impl Serialize) -> bool {
        match (self.person, serde_json::to_string(value)) {
            (Some(person), Ok(text)) => keep::keep_text(person, &name, text).await,
            _ => false,
        }
    }
}

/// What an older version kept and this one cannot read is as good as not kept.
fn read<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

fn cards_name(lang: &str, sector: &str) -> String {
    format!("codes:{lang}:{sector}")
}

fn sectors_name(lang: &str) -> String {
    format!("sectors:{lang}")
}
