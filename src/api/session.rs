//! Who is signed in on this device.

use crate::api::http::{self, ApiError};
use board::protocol::session::{ChangeSession, Session};

/// Who is signed in.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read() -> Result<Session, ApiError> {
    match http::get_early("/session").await? {
        Some(session) => Ok(session),
        None => http::get("/session").await,
    }
}

/// Tells the server which language the person chose.
///
/// # Errors
/// Any [`ApiError`].
pub async fn set_language(lang: &str) -> Result<Session, ApiError> {
    http::patch("/session", &ChangeSession { lang: lang.to_owned() }).await
}

/// Leaves: the session ends here.
///
/// # Errors
/// Any [`ApiError`].
pub async fn leave() -> Result<(), ApiError> {
    http::delete("/session").await
}
