//! The key dates, soonest first; those that are over below.

use board::{id::ItemId, item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{each::Each, empty_state::EmptyState, notice::Notice},
    features::{
        key_dates::{
            add::AddKeyDate,
            row::{KeyDateRow, row_id},
        },
        live_text::errors::reject_text,
        removed::{item_name, undo},
        rows::RowFocus,
    },
    i18n::{t, text},
    platform::{announce::announce, clock},
    state::board::BoardState,
};

/// What does not belong here, the form while it is wanted, then the rows.
#[component]
pub fn KeyDateList(
    /// Whether the button of the page opened the form.
    open: RwSignal<bool>,
) -> impl IntoView {
    let board = BoardState::expect();
    let ahead = Memo::new(move |_| group(board, false));
    let over = Memo::new(move |_| group(board, true));
    let all = Memo::new(move |_| [ahead.get(), over.get()].concat());
    let focus = RowFocus::watch(all, row_id, "page-title");
    let added = Callback::new(move |()| open.set(false));
    let remove = Callback::new(move |id: ItemId| {
        focus.enter(id);
        let title = board
            .view()
            .with_untracked(|world| world.find(id).map(|(_, item)| item_name(item)))
            .unwrap_or_default();
        if let Err(reject) = undo::remove(board, id, Key::KeyDateRemoved, title, row_id(id)) {
            announce(&reject_text(&reject));
        }
    });
    let add = may_add(&board.actor(), &Kind::KeyDate).then(|| {
        view! {
            <Notice><p>{move || t(Key::KeyDateNoNumbers)}</p></Notice>
            <Show when=move || open.get()>
                <section class="card"><AddKeyDate on_added=added/></section>
            </Show>
        }
    });
    let empty_text = if board.is_mentee() { Key::KeyDateEmpty } else { Key::KeyDateEmptyMentor };
    view! {
        {add}
        <Show when=move || all.with(Vec::is_empty)>
            <EmptyState title=text(Key::KeyDateEmptyTitle) text=text(empty_text)/>
        </Show>
        <Group heading=Key::KeyDateAhead ids=ahead focus on_remove=remove/>
        <Group heading=Key::KeyDateOver ids=over over=true focus on_remove=remove/>
    }
}

/// One group with its heading; nothing when it is empty.
#[component]
fn Group(
    heading: Key,
    ids: Memo<Vec<ItemId>>,
    #[prop(optional)] over: bool,
    focus: RowFocus,
    on_remove: Callback<ItemId>,
) -> impl IntoView {
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section class="stack">
                    <h2>{move || t(heading)}</h2>
                    <ul class="grid">
                        <Each each=move || ids.get() key=|id| *id let:id>
                            <li on:focusin=move |_| focus.enter(id)>
                                <KeyDateRow id over on_remove/>
                            </li>
                        </Each>
                    </ul>
                </section>
            }
        })
    }
}

/// The dates ahead, soonest first, or those that are over, latest first.
fn group(board: BoardState, over: bool) -> Vec<ItemId> {
    let today = clock::today();
    board.view().with(|world| {
        let mut rows = world
            .items()
            .filter(|(_, item)| item.is_live())
            .filter_map(|(_, item)| Some((item.as_key_date()?.on, item.id)))
            .filter(|(on, _)| (*on < today) == over)
            .collect::<Vec<_>>();
        rows.sort_unstable();
        if over {
            rows.reverse();
        }
        rows.into_iter().map(|(_, id)| id).collect()
    })
}
