//! One text of an item that two people may write at the same time.
//!
//! The draft in the input is the person's own: while they are in the field, nothing from
//! elsewhere is put into it (accessibility.md 57, 58). What the other person wrote meanwhile
//! stands below, with a choice.

mod draft;
pub mod errors;
mod remote;

use crate::{
    components::{field::Field, label::FieldIds, text_area::TextArea},
    features::{
        boundaries::BoundariesLine, live_text::remote::RemoteWords, presence::keep_focus,
        typed_words::KeptText, versions::Versions,
    },
    i18n::t,
    platform::{focus, ids},
    state::board::BoardState,
};
use board::{id::ItemId, op::TextField, permit::Action};
use draft::LiveDraft;
use leptos::prelude::*;
use std::time::Duration;
use words::Key;

/// Shows one text of an item, and lets whoever may write it do so.
///
/// A group around the input, named by the same label; it takes the focus after a choice between
/// two versions. Saves by itself, when the person stops writing or leaves the field.
#[component]
pub fn LiveText(
    /// Whose text.
    item: ItemId,
    /// Which text.
    field: TextField,
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// At most one sentence.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// True for several lines.
    #[prop(optional)]
    multiline: bool,
) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(item);
    let may_write = Memo::new(move |_| {
        board.view().with(|world| {
            world.find(item).is_some_and(|(side, item)| {
                board::permit::may(&board.actor(), Action::Write, side, item)
                    && !world.is_sealed(item)
            })
        })
    });
    let draft = LiveDraft::new(board, item, field.clone(), found);
    // Of the entries of a CV there are many on one page: there it is said once, by the page.
    let reminds = multiline
        && found.with_untracked(|found| {
            found.as_ref().is_none_or(|(_, item)| item.as_cv_entry().is_none())
        });
    let group = ids::element_id("live");
    let ids = FieldIds::new(format!("{group}-input"));
    let wrote = StoredValue::new(false);
    move || {
        if !may_write.get() {
            if wrote.get_value() {
                // The input had the focus, perhaps.
                keep_focus();
            }
            return view! {
                <ReadOnly label=label text=draft.shown()/>
                <KeptText item=item field=draft.field()/>
            }
            .into_any();
        }
        wrote.set_value(true);
        let (group, ids) = (group.clone(), ids.clone());
        let (left, after, group_name) = (group.clone(), group.clone(), ids.label.clone());
        // What has the focus next is known only after the event.
        let leave = move |_| {
            draft.save();
            let group = left.clone();
            set_timeout(
                move || {
                    if !focus::is_within(&group) {
                        draft.leave();
                    }
                },
                Duration::ZERO,
            );
        };
        view! {
            <div
                class="stack stack--tight"
                id=group.clone()
                role="group"
                tabindex="-1"
                aria-labelledby=group_name
                on:focusin=move |_| draft.enter()
                on:focusout=leave
            >
                <Editor
                    field=draft.field()
                    id=ids.input.clone()
                    label=label
                    hint=hint
                    multiline=multiline
                    draft=draft
                />
                {reminds.then(|| view! { <BoundariesLine/> })}
                <RemoteWords draft=draft input=ids.input.clone()/>
                <Versions
                    item=item
                    field=draft.field()
                    after=after
                    on_chosen=move |()| draft.chosen()
                />
            </div>
        }
        .into_any()
    }
}

/// The input that fits the kind of text.
#[component]
fn Editor(
    field: TextField,
    id: String,
    label: Signal<String>,
    hint: Option<Signal<String>>,
    multiline: bool,
    draft: LiveDraft,
) -> impl IntoView {
    let error = draft.error_text(label);
    let typed = Callback::new(move |()| draft.typed());
    let value = draft.value();
    let is_link = field == TextField::Link;
    let spellcheck = matches!(field, TextField::Title | TextField::Next | TextField::Job);
    let inputmode = if is_link { "url" } else { "text" };
    let dir = if is_link { "ltr" } else { "auto" };
    match (multiline, hint) {
        (true, Some(hint)) => {
            view! { <TextArea id label value hint error on_input=typed/> }.into_any()
        }
        (true, None) => view! { <TextArea id label value error on_input=typed/> }.into_any(),
        (false, Some(hint)) => {
            view! { <Field id label value hint error inputmode dir spellcheck on_input=typed/> }
                .into_any()
        }
        (false, None) => {
            view! { <Field id label value error inputmode dir spellcheck on_input=typed/> }
                .into_any()
        }
    }
}

/// The text for whoever may not change it.
#[component]
fn ReadOnly(label: Signal<String>, text: Signal<String>) -> impl IntoView {
    let words = move || {
        let text = text.get();
        if text.is_empty() {
            view! { <p class="muted">{move || t(Key::LiveTextNothing)}</p> }.into_any()
        } else {
            view! { <p class="keep-lines" dir="auto">{text}</p> }.into_any()
        }
    };
    view! {
        <div class="field">
            <p class="field__label">{label}</p>
            {words}
        </div>
    }
}
