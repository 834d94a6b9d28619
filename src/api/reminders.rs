//! Reminders that need no open app.

use crate::api::http::{self, ApiError};
use board::protocol::reminders::{PushDevice, Reminders, SetReminders, Trial};

/// As it is.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read() -> Result<Reminders, ApiError> {
    http::get("/account/reminders").await
}

/// Changes all of it.
///
/// # Errors
/// Any [`ApiError`].
pub async fn set(wanted: &SetReminders) -> Result<Reminders, ApiError> {
    http::put("/account/reminders", wanted).await
}

/// Has reminders come to this device.
///
/// # Errors
/// Any [`ApiError`].
pub async fn add_device(device: &PushDevice) -> Result<Reminders, ApiError> {
    http::put("/account/reminders/device", device).await
}

/// Ends them on this device.
///
/// # Errors
/// Any [`ApiError`].
pub async fn end_device() -> Result<(), ApiError> {
    http::delete("/account/reminders/device").await
}

/// Sends a trial to this device.
///
/// # Errors
/// Any [`ApiError`].
pub async fn send_trial() -> Result<Trial, ApiError> {
    http::post("/account/reminders/trial", &()).await
}
