//! The words about a part of a page, folded behind a button that says how many there are.

use board::{
    id::ItemId,
    item::Item,
    permit::{Action, may},
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use words::Key;

use crate::{
    components::{
        button::ButtonKind,
        chip::{Chip, ChipKind},
        icon::IconName,
        unfold::Unfold,
    },
    features::comments::{Comments, asked_for},
    i18n::{t, tn},
    state::board::BoardState,
};

/// "Talk about it", or "2 messages" and how many of them are new.
#[component]
pub fn Talk(
    /// What it is about.
    on: ItemId,
    /// What that is called.
    title: Signal<String>,
) -> impl IntoView {
    let board = BoardState::expect();
    let said = messages(board, on);
    let label = Signal::derive(move || match said.get() {
        0 => t(Key::CommentTalk),
        said => tn(Key::CommentCount, said),
    });
    let fresh = Memo::new(move |_| {
        board.view().with(|world| {
            let comments = world.comments(on).into_iter();
            let unseen = |item: &Item| item.as_comment().is_some_and(|it| it.seen.is_none());
            let may_see = |side, item: &Item| may(&board.actor(), Action::See, side, item);
            comments.filter(|(side, item)| unseen(item) && may_see(*side, item)).count()
        })
    });
    // Who comes for a message finds it open; one that comes later moves nothing.
    let hash = use_location().hash;
    let asked = untrack(|| asked_for(board, on, hash)).is_some();
    let open = RwSignal::new(asked || fresh.get_untracked() > 0);
    let news = move || {
        (fresh.get() > 0 && !open.get()).then(|| {
            let label = Signal::derive(move || tn(Key::CommentNewCount, fresh.get()));
            view! { <Chip label kind=ChipKind::Other icon=IconName::Message/> }
        })
    };
    view! {
        <Unfold
            label=label
            about=title
            open=open
            kind=ButtonKind::Plain
            icon=IconName::Message
            id=format!("talk-{on}")
        >
            <Comments on within=title/>
        </Unfold>
        {news}
    }
}

/// How many messages there are about an item.
#[must_use]
pub fn messages(board: BoardState, on: ItemId) -> Memo<usize> {
    Memo::new(move |_| board.view().with(|world| world.comments(on).len()))
}
