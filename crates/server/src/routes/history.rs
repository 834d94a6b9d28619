//! Who changed what, and when (A15).

use super::boards::refusal;
use crate::{
    app::App,
    http::{
        extract::{AskedFor, PathId, SignedIn},
        problem::ApiError,
    },
};
use axum::{Json, extract::State};
use board::{
    id::{BoardId, ItemId},
    protocol::{
        history::History,
        problem::{FieldRule, Problem},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(read_history))
}

/// Which part of the past.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Past {
    /// Only what is about this item, and about the comments on it.
    item: Option<ItemId>,
    /// What came before: `before` of the page at hand.
    before: Option<String>,
}

/// A page of what happened on a board, newest first, in the words of those who did it.
///
/// The mentor is not told the past of what the mentee keeps to themselves now.
#[utoipa::path(get, path = "/boards/{board}/history", tag = "boards",
    params(("board" = BoardId, Path, description = "Which board"), Past),
    responses(
        (status = 200, description = "At most fifty events", body = History),
        (status = 404, description = "`not_found`: no such board, or not for this person",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_history(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
    AskedFor(Past { item, before }): AskedFor<Past>,
) -> Result<Json<History>, ApiError> {
    let before = before.map(|text| revisions(&text)).transpose()?;
    let history = app.store.history(board, who.person, item, before).await;
    history.map(Json).map_err(refusal)
}

/// A revision of the shared space and one of the private one: `12.3`.
fn revisions(text: &str) -> Result<(u64, u64), ApiError> {
    let unusable = || ApiError::field("before", FieldRule::Unknown);
    let (shared, private) = text.split_once('.').ok_or_else(unusable)?;
    let number = |part: &str| part.parse::<u32>().map(u64::from).map_err(|_| unusable());
    Ok((number(shared)?, number(private)?))
}
