//! What of the library stays on the person's own device: the sector codes somebody has read once
//! can be read on the bus, in a cellar, and before the first day at work.

use crate::{
    platform::clock,
    state::{keep, session::SessionState},
};
use board::{
    id::PersonId,
    protocol::library::{CodeCard, SectorInfo},
    slug::Slug,
};
use leptos::prelude::*;
use wire::Wire;

/// A copy is new for a day, in milliseconds.
const DAY_MS: f64 = 86_400_000.0;

/// The copies of one person on this device. On a device that others use too it keeps nothing.
#[derive(Clone, Copy, Debug)]
pub struct Shelf {
    person: Option<PersonId>,
}

impl Shelf {
    /// The shelf of the person who is signed in.
    #[must_use]
    pub fn expect() -> Self {
        Self::of(SessionState::expect())
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

    /// The shelf of this session.
    #[must_use]
    pub fn of(session: SessionState) -> Self {
        let session = untrack(|| session.session());
        let own = session.filter(|session| session.own_device);
        Self { person: own.map(|session| session.person) }
    }

    /// Whether anything is kept here.
    #[must_use]
    pub fn is_there(self) -> bool {
        self.person.is_some()
    }

    /// Whether there is no copy under this name, or one of yesterday.
    pub async fn is_old(self, name: &str) -> bool {
        let Some(person) = self.person else { return false };
        let text = keep::kept_text(person, &copy_name(name)).await;
        let at = text.and_then(|text| moment(text.split_once('\n')?.0));
        at.is_none_or(|at| (clock::true_ms() - at).abs() > DAY_MS)
    }

    /// Keeps what the server said, under a name, with the moment.
    pub async fn put(self, name: &str, value: &impl Wire) {
        let Some(person) = self.person else { return };
        let text = format!("{}\n{}", clock::true_ms() as i64, wire::to_json(value));
        keep::keep_text(person, &copy_name(name), text).await;
    }

    /// What the server said last under this name, and when, in milliseconds.
    pub async fn copy<T: Wire>(self, name: &str) -> Option<(T, f64)> {
        let text = keep::kept_text(self.person?, &copy_name(name)).await?;
        let (at, json) = text.split_once('\n')?;
        Some((read(json)?, moment(at)?))
    }

    async fn keep<T: Wire>(self, name: String, values: &[T]) -> bool {
        let Some(person) = self.person else { return false };
        keep::keep_text(person, &name, wire::json::print(&wire::list(values))).await
    }
}

/// Whole milliseconds: a parser of fractions is 15 KB of the first part.
fn moment(text: &str) -> Option<f64> {
    text.parse::<i64>().ok().map(|ms| ms as f64)
}

/// What an older version kept and this one cannot read is as good as not kept.
fn read<T: Wire>(text: &str) -> Option<T> {
    wire::from_json(text).ok()
}

fn cards_name(lang: &str, sector: &str) -> String {
    format!("codes:{lang}:{sector}")
}

fn copy_name(name: &str) -> String {
    format!("copy:{name}")
}

fn sectors_name(lang: &str) -> String {
    format!("sectors:{lang}")
}
