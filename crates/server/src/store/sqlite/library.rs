//! The library in SQLite. Each subject is in a file beside this one.

mod card_changes;
mod cards;
mod history;
mod questions;
mod services;
mod shipped;

use super::SqliteStore;
use crate::store::{
    StoreError,
    library::{CardOutcome, Cards, Decided, LibraryStore, ServiceRow, ShippedCard},
    people::Hash,
};
use async_trait::async_trait;
use board::{
    id::PersonId,
    protocol::library::{
        CodeCard, CodeDecision, CodeQuestion, CodeVersion, NewCode, NewCodeQuestion, NewVerdict,
        ServiceInfo,
    },
    slug::Slug,
    time::Timestamp,
};
use card_changes::Change;
use chrono::NaiveDate;
use std::collections::HashMap;

#[async_trait]
impl LibraryStore for SqliteStore {
    async fn ship(
        &self,
        cards: Vec<ShippedCard>,
        services: Vec<ServiceRow>,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(shipped::take_in(connection, cards, services, at)))
            .await
    }

    async fn cards(
        &self,
        which: Cards,
        reader: PersonId,
        lang: &str,
    ) -> Result<Vec<CodeCard>, StoreError> {
        cards::read(self.reader(), which, reader, lang).await
    }

    async fn card_counts(&self) -> Result<HashMap<String, u32>, StoreError> {
        cards::counts(self.reader()).await
    }

    async fn add_card(
        &self,
        id: &Slug,
        author: PersonId,
        card: NewCode,
        digest: Hash,
        at: Timestamp,
    ) -> Result<CardOutcome, StoreError> {
        let change = Change { id: id.to_string(), person: author, at };
        self.write(move |connection| Box::pin(card_changes::add(connection, change, card, digest)))
            .await
    }

    async fn change_card(
        &self,
        id: &Slug,
        author: PersonId,
        version: u64,
        card: NewCode,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let change = Change { id: id.to_string(), person: author, at };
        self.write(move |connection| {
            Box::pin(card_changes::write_again(connection, change, version, card))
        })
        .await
    }

    async fn decide_card(
        &self,
        id: &Slug,
        staff: PersonId,
        version: u64,
        decision: CodeDecision,
        at: Timestamp,
    ) -> Result<Decided, StoreError> {
        let change = Change { id: id.to_string(), person: staff, at };
        self.write(move |connection| {
            Box::pin(card_changes::decide(connection, change, version, decision))
        })
        .await
    }

    async fn card_history(&self, id: &Slug) -> Result<Vec<CodeVersion>, StoreError> {
        history::read(self.reader(), id).await
    }

    async fn set_verdict(
        &self,
        id: &Slug,
        person: PersonId,
        verdict: NewVerdict,
    ) -> Result<(), StoreError> {
        let id = id.to_string();
        self.write(move |connection| Box::pin(card_changes::judge(connection, id, person, verdict)))
            .await
    }

    async fn add_question(
        &self,
        id: &Slug,
        question: NewCodeQuestion,
        day: NaiveDate,
    ) -> Result<(), StoreError> {
        let id = id.to_string();
        self.write(move |connection| Box::pin(questions::add(connection, id, question, day))).await
    }

    async fn questions(&self, sector: Option<&Slug>) -> Result<Vec<CodeQuestion>, StoreError> {
        questions::read(self.reader(), sector).await
    }

    async fn remove_question(&self, id: &Slug) -> Result<(), StoreError> {
        let id = id.to_string();
        self.write(move |connection| Box::pin(questions::remove(connection, id))).await
    }

    async fn services(&self, lang: &str) -> Result<Vec<ServiceInfo>, StoreError> {
        services::read(self.reader(), None, lang).await
    }

    async fn verify_service(
        &self,
        id: &Slug,
        version: u64,
        day: NaiveDate,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let id = id.clone();
        self.write(move |connection| {
            Box::pin(async move { services::verify(connection, &id, version, day, at).await })
        })
        .await
    }

    async fn retire_service(
        &self,
        id: &Slug,
        version: u64,
        retired: bool,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let id = id.clone();
        self.write(move |connection| {
            Box::pin(async move { services::retire(connection, &id, version, retired, at).await })
        })
        .await
    }

    async fn service(&self, id: &Slug, lang: &str) -> Result<ServiceInfo, StoreError> {
        let found = services::read(self.reader(), Some(id), lang).await?;
        found.into_iter().next().ok_or(StoreError::NotFound)
    }

    async fn add_service(&self, service: ServiceRow, at: Timestamp) -> Result<(), StoreError> {
        self.write(move |connection| Box::pin(services::add(connection, service, None, at))).await
    }

    async fn change_service(
        &self,
        service: ServiceRow,
        version: u64,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            Box::pin(services::write_again(connection, service, version, at))
        })
        .await
    }
}

/// The place of what people write: after all that the product ships, whose places count from zero.
const LAST: i64 = 1_000_000;

/// A name that was stored by us; one that is not any more is the database's trouble.
fn slug(text: String) -> Result<Slug, StoreError> {
    Slug::try_from(text).map_err(|error| StoreError::Trouble(Box::new(error)))
}
