//! For whoever runs the server: does the process answer, and does its database?

use crate::app::App;
use axum::{Router, extract::State, http::StatusCode, routing::get};
use std::sync::Arc;

const OK: &str = "ok\n";

/// `/health/live` says that the process runs, `/health` and `/health/ready` that it can work.
pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/health", get(ready))
        .route("/health/live", get(async || OK))
        .route("/health/ready", get(ready))
}

async fn ready(State(app): State<Arc<App>>) -> (StatusCode, &'static str) {
    match app.store.ping().await {
        Ok(()) => (StatusCode::OK, OK),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
