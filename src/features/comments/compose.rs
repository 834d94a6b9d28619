//! Where the next comment is written.

use crate::{
    components::{
        button::Button, checkbox::Checkbox, form::Form, icon::IconName, text_area::TextArea,
    },
    features::{
        boundaries::BoundariesLine,
        comments::edit::Problem,
        drafts::{Drafts, comment_name},
    },
    i18n::{t, text, tf},
    platform::{announce, focus, ids},
    state::board::BoardState,
};
use board::{
    id::ItemId,
    op::{AddComment, Op, TextField},
};
use leptos::prelude::*;
use words::Key;

/// A form with one area. What is typed stays when the page is left, and comes back with it.
#[component]
pub(super) fn Compose(
    /// What the comment is about.
    on: ItemId,
    /// Whether this person alone sees what it is about; the comment is then theirs alone too.
    private: Signal<bool>,
    /// True while what is written next is a question, until the person says otherwise.
    asking: Signal<bool>,
    /// Element id of the place to write.
    input: Option<String>,
) -> impl IntoView {
    let board = BoardState::expect();
    let drafts = Drafts::expect();
    let name = StoredValue::new(comment_name(on));
    let value = RwSignal::new(drafts.get(&name.get_value()).unwrap_or_default());
    drafts.follow(name.get_value(), value);
    let only_me = RwSignal::new(false);
    let asks = RwSignal::new(false);
    let alone = board.other_name().is_empty();
    let problem = RwSignal::new(None::<Problem>);
    let error = Signal::derive(move || problem.get().map(Problem::words));
    Effect::new(move |_| asks.set(asking.get()));
    let input = input.unwrap_or_else(|| ids::element_id("write"));
    let target = input.clone();
    // What nobody else reads is a note; a message goes to somebody.
    let is_note = Memo::new(move |_| private.get() || only_me.get());
    let label = Signal::derive(move || match (is_note.get(), alone) {
        (true, _) => t(Key::CommentLabelNote),
        (false, true) => t(Key::CommentLabel),
        (false, false) => tf(Key::CommentLabelTo, &[("name", &board.other_name())]),
    });
    let send_label = Signal::derive(move || {
        t(if is_note.get() { Key::CommentKeepNote } else { Key::CommentSend })
    });
    let mine_label =
        Signal::derive(move || tf(Key::CommentKeepMine, &[("name", &board.other_name())]));
    let readers = move || t(if is_note.get() { Key::CommentOnlyYou } else { Key::CommentOnlyTwo });
    let keep = move |()| drafts.set(&name.get_value(), &value.get_untracked());
    let send = move |()| {
        let mine = only_me.get_untracked() || private.get_untracked();
        let sent =
            TextField::Body.parse(&value.get_untracked()).map_err(Problem::Text).and_then(|text| {
                let id = board.new_id();
                // Under a private item the comment follows its item when that is shared.
                let only_me = only_me.get_untracked();
                // Nobody can answer what nobody else reads.
                let asks = asks.get_untracked() && !mine;
                let add = AddComment { id, on, text, only_me, asks };
                board.act(Op::AddComment(add)).map_err(Problem::Reject)
            });
        match sent {
            Ok(()) => {
                problem.set(None);
                value.set(String::new());
                only_me.set(false);
                asks.set(false);
                drafts.forget(&name.get_value());
                let said = if mine { Key::CommentAddedPrivate } else { Key::CommentSent };
                announce::announce(&t(said));
            }
            Err(found) => {
                problem.set(Some(found));
                focus::focus_soon(target.clone());
            }
        }
    };
    view! {
        <Form on_submit=send>
            <TextArea id=input label=label value=value error=error on_input=keep/>
            <BoundariesLine/>
            <Show when=move || !private.get() && !alone>
                <Checkbox label=mine_label value=only_me/>
                <Show when=move || !only_me.get()>
                    <Checkbox label=text(Key::TalkQuestionAsks) value=asks/>
                </Show>
            </Show>
            <div class="row">
                <Button label=send_label icon=IconName::Message submit=true/>
                <p class="muted">{readers}</p>
            </div>
        </Form>
    }
}
