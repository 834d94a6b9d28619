//! The private address of a person's meetings, for their own calendar.

use crate::api::http::{self, ApiError};
use board::protocol::account::CalendarAddress;

/// Nothing to say with the request.
#[derive(wire::Wire)]
struct Nothing {}

/// Makes a new address; an earlier one ends.
///
/// # Errors
/// Any [`ApiError`].
pub async fn make() -> Result<CalendarAddress, ApiError> {
    http::post("/account/calendar", &Nothing {}).await
}

/// Ends the address.
///
/// # Errors
/// Any [`ApiError`].
pub async fn end() -> Result<(), ApiError> {
    http::delete("/account/calendar").await
}
