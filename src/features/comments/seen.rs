//! Tells the author that the words were read, once they really were: on the screen for a second,
//! on a page that is in front.

use crate::{features::comments::row::row_id, platform::sight, state::board::BoardState};
use board::{
    id::ItemId,
    op::Op,
    permit::{Action, may},
};
use leptos::prelude::*;
use std::time::Duration;

/// How long words must be in sight to count as read, and how often that is looked at.
const GLANCE: Duration = Duration::from_secs(1);

/// Watches the comments on one item for as long as their list is in the page. It only looks while
/// there is something unread.
pub(super) fn watch(board: BoardState, on: ItemId) {
    let unread = Memo::new(move |_| {
        board.view().with(|world| {
            let comments = world.comments(on).into_iter();
            comments
                .filter(|(side, item)| {
                    may(&board.actor(), Action::See, *side, item)
                        && item.as_comment().is_some_and(|comment| comment.seen.is_none())
                })
                .map(|(_, item)| item.id)
                .collect::<Vec<_>>()
        })
    });
    Effect::new(move |_| {
        if unread.with(Vec::is_empty) {
            return;
        }
        let in_sight = StoredValue::new(Vec::<ItemId>::new());
        let look = move || {
            let Some(unread) = unread.try_get_untracked() else { return };
            let now: Vec<ItemId> =
                unread.into_iter().filter(|id| sight::is_seen(&row_id(*id))).collect();
            let before = in_sight.try_update_value(|seen| std::mem::replace(seen, now.clone()));
            let before = before.unwrap_or_default();
            let read: Vec<ItemId> = now.into_iter().filter(|id| before.contains(id)).collect();
            if !read.is_empty() {
                // Refused only when the comment went away meanwhile.
                let _ = board.act(Op::SeeComments { items: read });
            }
        };
        if let Ok(timer) = set_interval_with_handle(look, GLANCE) {
            on_cleanup(move || timer.clear());
        }
    });
}
