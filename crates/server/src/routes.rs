//! Every operation of the API, one noun per file. Only what is described here can be called:
//! `OpenApiRouter` takes no handler without its description.

pub mod account;
pub mod boards;
pub mod branches;
pub mod codes;
pub mod devices;
pub mod digest;
pub mod duo_health;
pub mod duos;
pub mod endings;
pub mod files;
pub mod health;
pub mod help;
pub mod history;
pub mod invitations;
pub mod library;
pub mod live;
pub mod meetings;
pub mod openapi;
pub mod papers;
pub mod services;
pub mod session;

use crate::{app::App, http};
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;

/// Where the API lives.
pub const PREFIX: &str = "/api/v1";

/// The API with its description.
#[must_use]
pub fn api() -> OpenApiRouter<Arc<App>> {
    let nouns = OpenApiRouter::new()
        .merge(session::router())
        .merge(invitations::router())
        .merge(devices::router())
        .merge(boards::router())
        .merge(duo_health::router())
        .merge(duos::router())
        .merge(branches::router())
        .merge(library::router())
        .merge(services::router())
        .merge(codes::router())
        .merge(account::router())
        .merge(digest::router())
        .merge(endings::router())
        .merge(files::router())
        .merge(help::router())
        .merge(history::router())
        .merge(meetings::router())
        .merge(papers::router())
        .layer(http::compression())
        .merge(live::router());
    OpenApiRouter::with_openapi(openapi::frame()).nest(PREFIX, nouns)
}
