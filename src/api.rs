//! The only HTTP code: one file per noun of the API. It knows nothing of signals or pages.

pub mod boards;
pub mod devices;
pub mod duos;
pub mod http;
pub mod session;
