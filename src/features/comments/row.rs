//! One comment: whose, when, the words, and what its author can do with it.

use crate::{
    components::{
        avatar::Avatar,
        button::{Button, ButtonKind},
        chip::{Chip, ChipKind},
        icon::IconName,
        seen_mark::SeenMark,
    },
    features::{
        comments::edit::EditComment,
        drafts::{Drafts, text_name},
        live_text::errors::reject_text,
        people,
        questions::{SettleButton, WaitingMark},
        versions::Versions,
    },
    i18n::{format, t, text, tf},
    platform::{announce, clock, focus, intl},
    state::board::BoardState,
};
use board::{
    comment::Comment,
    id::ItemId,
    op::{Op, TextField},
    permit::{Action, may},
    space::Side,
    time::Timestamp,
};
use leptos::prelude::*;
use words::Key;

/// The element of a comment; it can take the focus.
pub(super) fn row_id(id: ItemId) -> String {
    format!("comment-{id}")
}

fn edit_id(id: ItemId) -> String {
    format!("comment-{id}-edit")
}

/// A list item. What changes in it never makes it anew, so that a half-typed edit stays.
#[component]
pub(super) fn CommentRow(
    /// Which comment.
    id: ItemId,
    /// The focus came into the row.
    #[prop(into)]
    on_enter: Callback<()>,
    /// The author takes it away.
    on_remove: Callback<ItemId>,
) -> impl IntoView {
    let board = BoardState::expect();
    let me = board.actor().person;
    let found = board.item(id);
    let by = found.with_untracked(|found| found.as_ref().map(|(_, item)| item.by));
    let own = by == Some(me);
    let name = Signal::derive(move || match by {
        Some(by) if !own => people::name_of(board, by),
        _ => t(Key::CommentYou),
    });
    // As it was when it came: the mark stays while the person reads, although it counts as seen.
    let new = !own
        && found.with_untracked(|found| {
            let comment = found.as_ref().and_then(|(_, item)| item.as_comment());
            comment.is_some_and(|comment| comment.seen.is_none())
        });
    let read = move |read: fn(&Comment) -> bool| {
        Memo::new(move |_| {
            found.with(|found| {
                found.as_ref().and_then(|(_, item)| item.as_comment()).is_some_and(read)
            })
        })
    };
    let edited = read(|comment| comment.edited);
    let seen = read(|comment| comment.seen.is_some());
    let private = Memo::new(move |_| found.with(|found| matches!(found, Some((Side::Private, _)))));
    let at = Memo::new(move |_| found.with(|found| found.as_ref().map(|(_, item)| item.at)));
    let words = Memo::new(move |_| {
        found.with(|found| {
            let comment = found.as_ref().and_then(|(_, item)| item.as_comment());
            comment.map(|comment| comment.text.text.clone()).unwrap_or_default()
        })
    });
    let kept = Drafts::expect().get(&text_name(id, &TextField::Body));
    let editing = RwSignal::new(own && kept.is_some());
    let close = Callback::new(move |()| {
        editing.set(false);
        focus::focus_soon(edit_id(id));
    });
    let body = move || {
        if editing.get() {
            view! { <EditComment id=id on_close=close/> }.into_any()
        } else {
            view! { <p class="keep-lines" dir="auto">{words}</p> }.into_any()
        }
    };
    let actions = move || {
        (own && !editing.get())
            .then(|| view! { <Actions id=id private=private words=words editing=editing on_remove=on_remove/> })
    };
    let date = move || at.get().map(said_at);
    view! {
        <li
            class="comment"
            class:comment--other=!own
            id=row_id(id)
            tabindex="-1"
            on:focusin=move |_| on_enter.run(())
        >
            <Avatar name=Signal::derive(move || by.map(|by| people::name_of(board, by)).unwrap_or_default()) other=!own/>
            <div class="comment__body">
                <p class="row">
                    <bdi>{name}</bdi>
                    <span class="muted">{date}</span>
                    {move || edited.get().then(|| view! { <span class="muted">{t(Key::CommentEdited)}</span> })}
                    {new.then(|| view! { <Chip label=text(Key::CommentNew) kind=ChipKind::Other/> })}
                    {move || private.get().then(|| view! { <Chip label=text(Key::CommentOnlyMe) icon=IconName::Lock/> })}
                    <WaitingMark id/>
                </p>
                {body}
                <Versions item=id field=TextField::Body after=row_id(id)/>
                {move || (own && seen.get()).then(|| {
                    view! { <SeenMark name=Signal::derive(move || board.other_name())/> }
                })}
                <SettleButton id after=row_id(id)/>
                {actions}
            </div>
        </li>
    }
}

/// What the author can do.
#[component]
fn Actions(
    id: ItemId,
    private: Memo<bool>,
    words: Memo<String>,
    editing: RwSignal<bool>,
    on_remove: Callback<ItemId>,
) -> impl IntoView {
    let board = BoardState::expect();
    // A comment is told apart by how it begins.
    let about: Signal<String> =
        Signal::derive(move || words.with(|words| words.chars().take(40).collect()));
    let may_share = Memo::new(move |_| {
        board.view().with(|world| {
            world.find(id).is_some_and(|(side, item)| {
                let subject = item.parent().and_then(|subject| world.find(subject));
                side == Side::Private
                    && subject.is_some_and(|(side, _)| side == Side::Shared)
                    && may(&board.actor(), Action::Share, side, item)
            })
        })
    });
    let share = move |()| match board.act(Op::Share { item: id }) {
        Ok(()) => {
            announce::announce(&tf(Key::PrivacyChangedShared, &[("name", &board.other_name())]));
            focus::focus_soon(row_id(id));
        }
        Err(reject) => announce::announce(&reject_text(&reject)),
    };
    let share_label =
        Signal::derive(move || tf(Key::CommentShare, &[("name", &board.other_name())]));
    let has_other = !board.other_name().is_empty();
    view! {
        <div class="row">
            <Button
                label=text(Key::ActionEdit)
                about=about
                kind=ButtonKind::Plain
                id=edit_id(id)
                on_press=move |()| editing.set(true)
            />
            <Button
                label=text(Key::ActionRemove)
                about=about
                kind=ButtonKind::Plain
                on_press=move |()| on_remove.run(id)
            />
            <Show when=move || has_other && private.get() && may_share.get()>
                <Button label=share_label about=about kind=ButtonKind::Plain on_press=share/>
            </Show>
        </div>
    }
}

/// "14:30" today, else with the day; tracked.
fn said_at(at: Timestamp) -> String {
    // Milliseconds since 1970 are far below 2^53.
    let ms = at.0 as f64;
    if intl::day_of(ms) == clock::today() { format::time(ms) } else { format::date_time(ms) }
}
