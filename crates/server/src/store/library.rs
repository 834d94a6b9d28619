//! What is kept of the library: sector codes with their history, and the directory of services.

use super::{StoreError, people::Hash};
use async_trait::async_trait;
use board::{
    id::PersonId,
    objective::Theme,
    protocol::library::{
        CodeCard, CodeDecision, CodeQuestion, CodeVersion, NewCode, NewCodeQuestion, NewVerdict,
        Region, ServiceInfo,
    },
    slug::Slug,
    time::Timestamp,
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The words of a card in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardText {
    /// Language tag.
    pub lang: String,
    /// When it matters.
    pub situation: String,
    /// What happens.
    pub happens: String,
    /// What is expected.
    pub expected: String,
    /// What often goes wrong.
    pub wrong: String,
    /// A sentence one can say.
    pub say: String,
}

impl From<&NewCode> for CardText {
    fn from(new: &NewCode) -> Self {
        Self {
            lang: new.lang.clone(),
            situation: new.situation.clone(),
            happens: new.happens.clone(),
            expected: new.expected.clone(),
            wrong: new.wrong.clone(),
            say: new.say.clone(),
        }
    }
}

/// A card that came with the product.
#[derive(Clone, Debug)]
pub struct ShippedCard {
    /// Its name.
    pub id: Slug,
    /// Its sector.
    pub sector: Slug,
    /// In every language, the source first.
    pub texts: Vec<CardText>,
}

/// The words of a service in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceText {
    /// Language tag.
    pub lang: String,
    /// What people call it.
    pub name: String,
    /// What it does.
    pub does: String,
    /// Who may go.
    pub who: String,
    /// What to bring.
    pub bring: Vec<String>,
    /// How to get in touch.
    pub contact: String,
    /// Something worth knowing before going.
    pub note: String,
    /// What to ask oneself before going.
    pub first_question: String,
}

/// A service with its words.
#[derive(Clone, Debug)]
pub struct ServiceRow {
    /// Its name.
    pub id: Slug,
    /// What kind of service.
    pub kind: Slug,
    /// Where it works.
    pub regions: Vec<Region>,
    /// What it helps with.
    pub themes: Vec<Theme>,
    /// Its web page.
    pub web: String,
    /// Its telephone.
    pub phone: String,
    /// When somebody last looked whether it is true.
    pub verified: Option<NaiveDate>,
    /// In the languages there are.
    pub texts: Vec<ServiceText>,
}

/// Which cards.
#[derive(Clone, Debug)]
pub enum Cards {
    /// Those of the library; of one sector with those that hold everywhere, or all.
    Published(Option<Slug>),
    /// Those that the reader wrote, newest first.
    Own,
    /// Those that wait for a coordinator, oldest first.
    Waiting,
    /// Those that a coordinator took out, the last one first.
    Retired,
    /// One, whatever its state.
    One(Slug),
}

/// What became of a card to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardOutcome {
    /// It exists now, or the same request made it before.
    Written,
    /// The same key came with another card.
    Reused,
}

/// What became of a coordinator's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// It holds.
    Done,
    /// There is no author to send the card back to.
    NoAuthor,
}

/// Sector codes, questions about them, and services.
#[async_trait]
pub trait LibraryStore: Send + Sync {
    /// Takes in what the product ships with. What people changed stays as they made it.
    async fn ship(
        &self,
        cards: Vec<ShippedCard>,
        services: Vec<ServiceRow>,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Cards in a language, else in French, else in their own.
    async fn cards(
        &self,
        which: Cards,
        reader: PersonId,
        lang: &str,
    ) -> Result<Vec<CodeCard>, StoreError>;

    /// How many published cards each sector has.
    async fn card_counts(&self) -> Result<HashMap<String, u32>, StoreError>;

    /// Adds a card that waits for a coordinator. `digest` is of the request.
    async fn add_card(
        &self,
        id: &Slug,
        author: PersonId,
        card: NewCode,
        digest: Hash,
        at: Timestamp,
    ) -> Result<CardOutcome, StoreError>;

    /// Its author writes a card again, which waits or was sent back. [`StoreError::Stale`] when it
    /// is another version by now, or was decided about.
    async fn change_card(
        &self,
        id: &Slug,
        author: PersonId,
        version: u64,
        card: NewCode,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// A coordinator decides about a card. [`StoreError::Stale`] when it is another version by now.
    async fn decide_card(
        &self,
        id: &Slug,
        staff: PersonId,
        version: u64,
        decision: CodeDecision,
        at: Timestamp,
    ) -> Result<Decided, StoreError>;

    /// Every version of a card, newest first.
    async fn card_history(&self, id: &Slug) -> Result<Vec<CodeVersion>, StoreError>;

    /// What somebody says of a published card that somebody else wrote.
    async fn set_verdict(
        &self,
        id: &Slug,
        person: PersonId,
        verdict: NewVerdict,
    ) -> Result<(), StoreError>;

    /// Keeps a question, without a person and without a moment.
    async fn add_question(
        &self,
        id: &Slug,
        question: NewCodeQuestion,
        day: NaiveDate,
    ) -> Result<(), StoreError>;

    /// The newest questions, of one sector or of all.
    async fn questions(&self, sector: Option<&Slug>) -> Result<Vec<CodeQuestion>, StoreError>;

    /// Takes a question out: it was answered by a card, or says who somebody is.
    async fn remove_question(&self, id: &Slug) -> Result<(), StoreError>;

    /// Every service in a language, else in French, else in what there is.
    async fn services(&self, lang: &str) -> Result<Vec<ServiceInfo>, StoreError>;

    /// Notes that somebody looked on that day, and that an entry is true. [`StoreError::Stale`]
    /// when it is another version by now.
    async fn verify_service(
        &self,
        id: &Slug,
        version: u64,
        day: NaiveDate,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Takes a service out of the directory, or puts it back. [`StoreError::Stale`] when it is
    /// another version by now.
    async fn retire_service(
        &self,
        id: &Slug,
        version: u64,
        retired: bool,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// One of them.
    async fn service(&self, id: &Slug, lang: &str) -> Result<ServiceInfo, StoreError>;

    /// Adds a service. [`StoreError::Conflict`] when the name is taken.
    async fn add_service(&self, service: ServiceRow, at: Timestamp) -> Result<(), StoreError>;

    /// Writes a service again; the words of languages that are not in it stay.
    /// [`StoreError::Stale`] when it is another version by now.
    async fn change_service(
        &self,
        service: ServiceRow,
        version: u64,
        at: Timestamp,
    ) -> Result<(), StoreError>;
}
