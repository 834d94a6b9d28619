//! Every operation of the API, one noun per file. Only what is described here can be called:
//! `OpenApiRouter` takes no handler without its description.

pub mod boards;
pub mod branches;
pub mod devices;
pub mod duos;
pub mod health;
pub mod invitations;
pub mod live;
pub mod openapi;
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
        .merge(duos::router())
        .merge(branches::router())
        .layer(http::compression())
        .merge(live::router());
    OpenApiRouter::with_openapi(openapi::frame()).nest(PREFIX, nouns)
}
