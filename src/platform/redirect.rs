//! Requests that stay where they were sent.

/// A redirect is told to the caller and not followed.
#[must_use]
pub fn none() -> web_sys::RequestRedirect {
    web_sys::RequestRedirect::Manual
}
