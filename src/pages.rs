//! One module per route: a title, and the features that stand under it.

pub mod application;
pub mod applications;
pub mod closed;
pub mod devices;
pub mod duo;
pub mod duos;
pub mod gallery;
pub mod home;
pub mod more;
pub mod new_application;
pub mod new_duo;
pub mod new_objective;
pub mod not_allowed;
pub mod not_found;
pub mod not_sent;
pub mod objective;
pub mod plan;
pub mod removed;
pub mod week;
