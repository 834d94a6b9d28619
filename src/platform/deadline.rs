//! Patience with limits: a request that gets no answer ends by itself.

/// A signal that stops a request after so many seconds.
#[must_use]
pub fn after_seconds(seconds: u32) -> web_sys::AbortSignal {
    web_sys::AbortSignal::timeout_with_u32(seconds * 1000)
}
