//! The browser app of Passerelle; a library so that tests can mount parts of it.
//!
//! Layers, never upwards: `pages → features → components`, `features → state → api → platform`.
//! All of them may use `i18n`; `pages`, `features` and the root may put parts into a `later` download.

pub mod api;
pub mod app;
pub mod components;
pub mod features;
pub mod i18n;
pub mod later;
pub mod pages;
pub mod paths;
pub mod platform;
pub mod state;
