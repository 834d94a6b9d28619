//! Questions that wait for an answer: the mark beside a message, and "that is settled".

use board::{
    id::ItemId,
    op::Op,
    permit::{Action, may},
    questions::is_open,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        chip::{Chip, ChipKind},
        icon::IconName,
    },
    features::live_text::errors::reject_text,
    i18n::{t, text},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// Whether a comment is a question that waits; tracked.
#[must_use]
pub fn waits(board: BoardState, id: ItemId) -> Memo<bool> {
    Memo::new(move |_| {
        board.view().with(|world| world.find(id).is_some_and(|(_, item)| is_open(world, item)))
    })
}

/// "Waits for an answer", while it does.
#[component]
pub fn WaitingMark(
    /// The comment.
    id: ItemId,
) -> impl IntoView {
    let waits = waits(BoardState::expect(), id);
    view! {
        <Show when=move || waits.get()>
            <Chip
                label=text(Key::TalkQuestionWaits)
                kind=ChipKind::Attend
                icon=IconName::Info
            />
        </Show>
    }
}

/// "That is settled", for whoever may say so while the question waits.
#[component]
pub fn SettleButton(
    /// The question.
    id: ItemId,
    /// Element id of what takes the focus then.
    #[prop(into)]
    after: String,
) -> impl IntoView {
    let board = BoardState::expect();
    let may_settle = Memo::new(move |_| {
        board.view().with(|world| {
            world.find(id).is_some_and(|(side, item)| {
                is_open(world, item) && may(&board.actor(), Action::Answer, side, item)
            })
        })
    });
    // A question is told apart by how it begins.
    let about: Signal<String> = Signal::derive(move || {
        board.view().with(|world| {
            let words = world.find(id).and_then(|(_, item)| Some(&item.as_comment()?.text.text));
            words.map(|words| words.chars().take(40).collect()).unwrap_or_default()
        })
    });
    let after = StoredValue::new(after);
    let settle = move |()| match board.act(Op::Settle { item: id }) {
        Ok(()) => {
            announce(&t(Key::TalkQuestionSettled));
            focus::focus_soon(after.get_value());
        }
        Err(reject) => announce(&reject_text(&reject)),
    };
    view! {
        <Show when=move || may_settle.get()>
            <Button
                label=text(Key::TalkQuestionSettle)
                about=about
                kind=ButtonKind::Plain
                icon=IconName::Check
                on_press=settle
            />
        </Show>
    }
}
