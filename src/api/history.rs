//! Who changed what, and when.

use crate::api::http::{self, ApiError};
use board::{
    id::{BoardId, ItemId},
    protocol::history::History,
};

/// A page of the history of a board, or of one item, newest first. `before` comes from the page
/// that is newer.
///
/// # Errors
/// Any [`ApiError`].
pub async fn read(
    board: BoardId,
    item: Option<ItemId>,
    before: Option<&str>,
) -> Result<History, ApiError> {
    let item = item.map(|item| format!("item={item}"));
    let before = before.map(|before| format!("before={before}"));
    let asked: Vec<String> = item.into_iter().chain(before).collect();
    http::get(&format!("/boards/{board}/history?{}", asked.join("&"))).await
}
