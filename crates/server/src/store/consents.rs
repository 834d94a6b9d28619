//! What people agreed to, and the answers that are kept only because they did.

use super::StoreError;
use async_trait::async_trait;
use board::{
    id::{DuoId, PersonId},
    office::consent::Purpose,
    protocol::{
        consents::{ConsentInfo, ConsentState},
        demographics::{DemographicsInfo, SetDemographics},
    },
    time::Timestamp,
};

/// A consent to be.
#[derive(Clone, Debug)]
pub struct NewConsent {
    /// Whose.
    pub person: PersonId,
    /// What for.
    pub purpose: Purpose,
    /// The language in which it was read.
    pub lang: String,
    /// The person, or who of the association heard it.
    pub author: PersonId,
    /// Now.
    pub at: Timestamp,
}

/// Consents, and what hangs on them.
#[async_trait]
pub trait ConsentStore: Send + Sync {
    /// What a person agreed to, every purpose that concerns them.
    async fn consents(&self, person: PersonId) -> Result<Vec<ConsentInfo>, StoreError>;

    /// Notes a consent to the text of today. One that stands already stays as it is.
    async fn give_consent(&self, new: NewConsent) -> Result<(), StoreError>;

    /// Withdraws a consent, or notes that there is none. What it was for ends with it: answers
    /// for reports are deleted, links to the question after some months open nothing, the letter
    /// of the week is off.
    async fn withdraw_consent(&self, refusal: NewConsent) -> Result<(), StoreError>;

    /// Yes or no of both people of a duo in this person's care.
    async fn consent_states(
        &self,
        staff: PersonId,
        duo: DuoId,
    ) -> Result<Vec<ConsentState>, StoreError>;

    /// The answers of a mentee for reports.
    async fn demographics(&self, person: PersonId) -> Result<DemographicsInfo, StoreError>;

    /// Writes them, and the consent when that is new. [`StoreError::Conflict`] when none stands
    /// and none is told; [`StoreError::Stale`] when they are another version by now.
    async fn set_demographics(
        &self,
        consent: NewConsent,
        set: SetDemographics,
        version: u64,
    ) -> Result<(), StoreError>;
}
