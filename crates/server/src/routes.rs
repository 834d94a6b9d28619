//! Every operation of the API, one noun per file. Only what is described here can be called:
//! `OpenApiRouter` takes no handler without its description.

pub mod account;
pub mod boards;
pub mod branch_view;
pub mod branches;
pub mod caseload;
pub mod codes;
pub mod consents;
pub mod contacts;
pub mod devices;
pub mod digest;
pub mod drafts;
pub mod duo_health;
pub mod duos;
pub mod endings;
pub mod figures;
pub mod files;
pub mod follow_ups;
pub mod health;
pub mod help;
pub mod history;
pub mod imports;
pub mod invitations;
pub mod library;
pub mod live;
pub mod looks;
pub mod matching;
pub mod meetings;
pub mod openapi;
pub mod organisation;
pub mod outcomes;
pub mod papers;
pub mod people;
pub mod plans;
pub mod rematch;
pub mod reminders;
pub mod services;
pub mod session;
pub mod settings;
pub mod team;
pub mod uploads;

use crate::{app::App, http};
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;

/// Where the API lives.
pub const PREFIX: &str = "/api/v1";

/// The format of what travels, as [`PREFIX`] says it. Within one, changes only add: an app of any
/// earlier build goes on working (`tests/api/old_client.rs`).
pub const FORMAT: u32 = 1;

/// The API with its description.
#[must_use]
pub fn api() -> OpenApiRouter<Arc<App>> {
    let nouns = OpenApiRouter::new()
        .merge(session::router())
        .merge(imports::router())
        .merge(invitations::router())
        .merge(devices::router())
        .merge(boards::router())
        .merge(duo_health::router())
        .merge(duos::router())
        .merge(branches::router())
        .merge(branch_view::router())
        .merge(caseload::router())
        .merge(library::router())
        .merge(services::router())
        .merge(codes::router())
        .merge(account::router())
        .merge(contacts::router())
        .merge(digest::router())
        .merge(drafts::router())
        .merge(endings::router())
        .merge(files::router())
        .merge(figures::router())
        .merge(help::router())
        .merge(history::router())
        .merge(consents::router())
        .merge(follow_ups::router())
        .merge(looks::router())
        .merge(outcomes::router())
        .merge(settings::router())
        .merge(matching::router())
        .merge(meetings::router())
        .merge(organisation::router())
        .merge(papers::router())
        .merge(people::router())
        .merge(team::router())
        .merge(plans::router())
        .merge(rematch::router())
        .merge(reminders::router())
        .merge(uploads::router())
        .layer(http::compression())
        .merge(caseload::streams())
        .merge(live::router());
    OpenApiRouter::with_openapi(openapi::frame()).nest(PREFIX, nouns)
}
