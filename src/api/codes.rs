//! Sector codes: the library, what people write into it, and what they say of it.

use crate::api::{
    http::{self, ApiError},
    library::searched,
};
use board::{
    protocol::library::{
        CodeCard, CodeDecision, CodeQuestion, CodeVersion, NewCode, NewCodeQuestion, NewVerdict,
    },
    slug::Slug,
};

/// The cards of a sector, and those that hold everywhere.
///
/// # Errors
/// Any [`ApiError`].
pub async fn list(lang: &str, sector: &Slug) -> Result<Vec<CodeCard>, ApiError> {
    http::get(&format!("/codes?lang={lang}&sector={sector}")).await
}

/// The cards of all sectors that fit what somebody typed, best first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn search(lang: &str, typed: &str) -> Result<Vec<CodeCard>, ApiError> {
    http::get(&format!("/codes/search?lang={lang}{}", searched(typed))).await
}

/// One card.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read(lang: &str, id: &Slug) -> Result<CodeCard, ApiError> {
    http::get(&format!("/codes/{id}?lang={lang}")).await
}

/// Sends a new card to the coordinators; `key` makes a second arrival harmless.
///
/// # Errors
/// Any [`ApiError`].
pub async fn create(key: &str, card: &NewCode) -> Result<CodeCard, ApiError> {
    http::post_once("/codes", key, card).await
}

/// The cards that the person wrote, newest first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn own(lang: &str) -> Result<Vec<CodeCard>, ApiError> {
    http::get(&format!("/codes/mine?lang={lang}")).await
}

/// Changes a card of one's own; it waits for a coordinator again.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change(id: &Slug, version: u64, card: &NewCode) -> Result<CodeCard, ApiError> {
    http::patch_version(&format!("/codes/{id}"), version, card).await
}

/// Says whether a card is still true.
///
/// # Errors
/// Any [`ApiError`].
pub async fn judge(lang: &str, id: &Slug, verdict: &NewVerdict) -> Result<CodeCard, ApiError> {
    http::post(&format!("/codes/{id}/verdict?lang={lang}"), verdict).await
}

/// Gives a question to the library, without a name.
///
/// # Errors
/// Any [`ApiError`].
pub async fn ask(question: &NewCodeQuestion) -> Result<(), ApiError> {
    http::post_quiet("/codes/questions", question).await
}

/// The questions that wait for a card, newest first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn questions() -> Result<Vec<CodeQuestion>, ApiError> {
    http::get("/codes/questions").await
}

/// Takes a question out.
///
/// # Errors
/// Any [`ApiError`].
pub async fn remove_question(id: &Slug) -> Result<(), ApiError> {
    http::delete(&format!("/codes/questions/{id}")).await
}

/// The cards that wait for a coordinator, oldest first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn waiting(lang: &str) -> Result<Vec<CodeCard>, ApiError> {
    http::get(&format!("/codes/waiting?lang={lang}")).await
}

/// The cards that were taken out, the last one first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn retired(lang: &str) -> Result<Vec<CodeCard>, ApiError> {
    http::get(&format!("/codes/retired?lang={lang}")).await
}

/// Publishes a card, sends it back, or takes it out.
///
/// # Errors
/// Any [`ApiError`].
pub async fn decide(
    id: &Slug,
    version: u64,
    decision: &CodeDecision,
) -> Result<CodeCard, ApiError> {
    http::post_version(&format!("/codes/{id}/decision"), version, decision).await
}

/// Every version of a card, newest first.
///
/// # Errors
/// Any [`ApiError`].
pub async fn history(id: &Slug) -> Result<Vec<CodeVersion>, ApiError> {
    http::get(&format!("/codes/{id}/history")).await
}
