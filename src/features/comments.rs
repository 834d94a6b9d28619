//! What the two say about one item: the words so far, and the place to write the next ones.

mod compose;
mod edit;
mod held;
mod row;
mod seen;

use crate::{
    features::{live_text::errors::reject_text, removed::undo, rows::RowFocus},
    i18n::t,
    platform::announce,
    state::board::BoardState,
};
use board::{
    id::ItemId,
    permit::{Action, may},
    space::Side,
};
use compose::Compose;
use held::{Held, HoldBack};
use leptos::prelude::*;
use row::{CommentRow, row_id};
use words::Key;

/// The heading takes the focus when the last comment goes away.
const HEADING: &str = "comments-title";

/// The comments on one item; one such list per page.
///
/// The list is no live region: the news of the board speak, once. A comment that arrives stands
/// at the end and moves nothing above it. The page offers the way back after a removal.
#[component]
pub fn Comments(
    /// What they are about.
    on: ItemId,
) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(on);
    let rows = Memo::new(move |_| {
        board.view().with(|world| {
            world.comments(on).iter().map(|(_, comment)| comment.id).collect::<Vec<_>>()
        })
    });
    let side = Memo::new(move |_| found.with(|found| found.as_ref().map(|(side, _)| *side)));
    let may_write = Memo::new(move |_| {
        found.with(|found| {
            found.as_ref().is_some_and(|(side, item)| {
                may(&board.actor(), Action::Comment, *side, item) && item.removed.is_none()
            })
        })
    });
    let held = Held::new(board, rows);
    let shown = held.shown();
    let places = RowFocus::watch(shown, row_id, HEADING);
    seen::watch(board, on);
    let remove = Callback::new(move |id: ItemId| {
        places.enter(id);
        let gone = undo::remove(board, id, Key::CommentDeleted, String::new(), row_id(id));
        if let Err(reject) = gone {
            announce::announce(&reject_text(&reject));
        }
    });
    let row = move |id: ItemId| {
        view! { <CommentRow id=id on_enter=move |()| places.enter(id) on_remove=remove/> }
    };
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{move || t(Key::CommentList)}</h2>
            <Show when=move || shown.with(Vec::is_empty)>
                <p class="muted">{move || t(Key::CommentEmpty)}</p>
            </Show>
            <ul class="comments">
                <For each=move || shown.get() key=|id| *id children=row/>
            </ul>
            <Show when=move || may_write.get()>
                <HoldBack held=held>
                    <Compose
                        on=on
                        private=Signal::derive(move || side.get() == Some(Side::Private))
                    />
                </HoldBack>
            </Show>
        </section>
    }
}
