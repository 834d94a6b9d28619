//! Changing one's own comment, in its place.

use crate::{
    components::{
        button::{Button, ButtonKind},
        form::Form,
        text_area::TextArea,
    },
    features::{
        drafts::{Drafts, text_name},
        live_text::errors::{reject_text, text_error},
    },
    i18n::{t, text},
    platform::{announce, focus, ids},
    state::board::BoardState,
};
use board::{
    id::ItemId,
    op::{Op, TextField},
};
use leptos::prelude::*;
use words::Key;

/// A form that takes the focus when the author asked for it. What is typed stays when the page
/// is left, and comes back with it.
#[component]
pub(super) fn EditComment(
    /// Which comment.
    id: ItemId,
    /// The words are on the board, or the author gave them up.
    on_close: Callback<()>,
) -> impl IntoView {
    let board = BoardState::expect();
    let drafts = Drafts::expect();
    let name = StoredValue::new(text_name(id, &TextField::Body));
    let base = board.view().with_untracked(|world| {
        let entry = world.find(id).and_then(|(_, item)| item.entry(&TextField::Body));
        entry.map(|entry| entry.text.clone()).unwrap_or_default()
    });
    let kept = drafts.get_edit(&name.get_value());
    let came_back = kept.is_some();
    let (base, typed) = kept.unwrap_or_else(|| (base.clone(), base));
    let base = StoredValue::new(base);
    let value = RwSignal::new(typed);
    let problem = RwSignal::new(None::<Problem>);
    let error = Signal::derive(move || problem.get().map(Problem::words));
    let input = ids::element_id("comment");
    if !came_back {
        focus::focus_soon(input.clone());
    }
    let target = input.clone();
    let keep = move |()| {
        drafts.set_edit(&name.get_value(), &base.get_value(), &value.get_untracked());
    };
    let close = move || {
        drafts.forget(&name.get_value());
        on_close.run(());
    };
    let send = move |()| {
        let typed = value.get_untracked();
        let found = match TextField::Body.parse(&typed) {
            Ok(text) if text == base.get_value() => None,
            Ok(text) => {
                let base = base.get_value();
                let edit = Op::EditText { item: id, field: TextField::Body, base, text };
                board.act(edit).err().map(Problem::Reject)
            }
            Err(error) => Some(Problem::Text(error)),
        };
        let failed = found.is_some();
        problem.set(found);
        if failed {
            focus::focus_soon(target.clone());
        } else {
            announce::announce(&t(Key::CommentEditDone));
            close();
        }
    };
    view! {
        <Form on_submit=send>
            <TextArea id=input label=text(Key::CommentLabel) value=value error=error on_input=keep/>
            <div class="row">
                <Button label=text(Key::CommentSave) submit=true/>
                <Button
                    label=text(Key::ActionCancel)
                    kind=ButtonKind::Quiet
                    on_press=move |()| close()
                />
            </div>
        </Form>
    }
}

/// Why the words are not on the board.
#[derive(Clone)]
pub(super) enum Problem {
    /// They break the rule of the field.
    Text(board::text::TextError),
    /// The board refuses.
    Reject(board::reject::Reject),
}

impl Problem {
    /// The sentence beside the input; tracked.
    pub(super) fn words(self) -> String {
        match self {
            Self::Text(error) => text_error(error, &t(Key::CommentLabel)),
            Self::Reject(reject) => reject_text(&reject),
        }
    }
}
