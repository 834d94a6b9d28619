//! What is kept of the question after three, six and twelve months: answers, tries, links.

use super::{StoreError, people::Hash};
use async_trait::async_trait;
use board::{
    id::{DuoId, PersonId},
    office::follow_up::FollowUpAnswer,
    protocol::follow_ups::{FollowUpInfo, FollowUpList},
    time::Timestamp,
};

/// One question of one duo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which duo.
    pub duo: DuoId,
    /// After how many months: one of `board::office::follow_up::FOLLOW_UP_MONTHS`.
    pub month: u8,
}

/// What a link opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The mentee's language.
    pub lang: String,
    /// What they said before, through this link or to a coordinator.
    pub answer: Option<FollowUpAnswer>,
}

/// Questions of duos in somebody's care; of others, [`StoreError::NotFound`].
#[async_trait]
pub trait FollowUpStore: Send + Sync {
    /// The questions of a duo, all three.
    async fn follow_ups(
        &self,
        staff: PersonId,
        duo: DuoId,
    ) -> Result<Vec<FollowUpInfo>, StoreError>;

    /// What is still to be asked in the branches of `staff`, and what came back.
    async fn follow_up_list(
        &self,
        staff: PersonId,
        now: Timestamp,
        most: usize,
    ) -> Result<FollowUpList, StoreError>;

    /// Notes what the mentee said to a coordinator, or takes it back.
    /// [`StoreError::Stale`] when another answer came in the meantime.
    async fn answer_follow_up(
        &self,
        staff: PersonId,
        question: Question,
        answer: Option<FollowUpAnswer>,
        version: u64,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Notes that nobody was reached once more.
    async fn try_follow_up(
        &self,
        staff: PersonId,
        question: Question,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Makes a link in place of the one before. [`StoreError::Conflict`] when the mentee does not
    /// want to be asked, or has no name any more.
    async fn link_follow_up(
        &self,
        staff: PersonId,
        question: Question,
        token: Hash,
        until: Timestamp,
    ) -> Result<(), StoreError>;

    /// What a link opens; [`StoreError::NotFound`] when it opens nothing any more.
    async fn asked_by_link(&self, token: Hash, now: Timestamp) -> Result<Asked, StoreError>;

    /// Notes the mentee's own answer.
    async fn answer_by_link(
        &self,
        token: Hash,
        answer: FollowUpAnswer,
        now: Timestamp,
    ) -> Result<(), StoreError>;
}
