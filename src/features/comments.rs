//! What the two say about one item: the words so far, and the place to write the next ones.

mod compose;
mod edit;
mod held;
mod row;
mod seen;
pub mod talk;

use crate::{
    components::each::Each,
    features::{live_text::errors::reject_text, removed::undo, rows::RowFocus},
    i18n::{t, tf},
    paths::Path,
    platform::{announce, focus},
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
use leptos_router::hooks::use_location;
use row::{CommentRow, row_id};
use words::Key;

/// The heading of the page's own list.
const HEADING: &str = "comments-title";

/// The address of one comment: its page, opened at its words.
#[must_use]
pub fn address(page: Path, comment: ItemId) -> String {
    format!("{}#{}", page.href(), row_id(comment))
}

/// The comment on this item that the address asks for. Tracks the address alone: what comes later
/// moves no focus.
fn asked_for(board: BoardState, on: ItemId, hash: Memo<String>) -> Option<ItemId> {
    let hash = hash.get();
    let asked = hash.trim_start_matches('#');
    board.view().with_untracked(|world| {
        let comments = world.comments(on).into_iter().map(|(_, comment)| comment.id);
        comments.into_iter().find(|id| row_id(*id) == asked)
    })
}

/// The comments on one item: the list of the page, or a list within it.
///
/// The list is no live region: the news of the board speak, once. A comment that arrives stands
/// at the end and moves nothing above it. The page offers the way back after a removal.
#[component]
pub fn Comments(
    /// What they are about.
    on: ItemId,
    /// The name of a part of the page, where the comments are on that part alone.
    #[prop(optional, into)]
    within: Option<Signal<String>>,
    /// True while what is written next is a question, until the person says otherwise.
    #[prop(optional, into)]
    asking: Signal<bool>,
    /// Element id of the place to write.
    #[prop(optional, into)]
    input: Option<String>,
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
    let input = StoredValue::new(input);
    let held = Held::new(board, rows);
    let shown = held.shown();
    // The heading takes the focus when the last comment goes away.
    let heading = within.map_or_else(|| HEADING.to_owned(), |_| format!("{HEADING}-{on}"));
    let places = RowFocus::watch(shown, row_id, heading.clone());
    seen::watch(board, on);
    let hash = use_location().hash;
    Effect::new(move |_| {
        if let Some(asked) = asked_for(board, on, hash) {
            focus::focus_soon(row_id(asked));
        }
    });
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
    let (class, id) = (if within.is_some() { "stack" } else { "card" }, heading.clone());
    let title = match within {
        Some(part) => {
            let words = move || tf(Key::CommentListOf, &[("part", &part.get())]);
            view! { <h3 id=id tabindex="-1">{words}</h3> }.into_any()
        }
        None => view! { <h2 id=id tabindex="-1">{move || t(Key::CommentList)}</h2> }.into_any(),
    };
    view! {
        <section class=class aria-labelledby=heading>
            {title}
            <Show when=move || shown.with(Vec::is_empty)>
                <p class="muted">{move || t(Key::CommentEmpty)}</p>
            </Show>
            <ul class="comments">
                <Each each=move || shown.get() key=|id| *id children=row/>
            </ul>
            <Show when=move || may_write.get()>
                <HoldBack held=held>
                    <Compose
                        on=on
                        private=Signal::derive(move || side.get() == Some(Side::Private))
                        asking=asking
                        input=input.get_value()
                    />
                </HoldBack>
            </Show>
        </section>
    }
}
