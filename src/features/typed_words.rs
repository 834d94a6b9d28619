//! Words that a person typed and that are not on the board: in full, to be read and copied.

use crate::{
    components::button::{Button, ButtonKind},
    features::drafts::{Drafts, comment_name, text_name},
    i18n::{t, text},
    platform::{announce, clipboard},
};
use board::{id::ItemId, op::TextField};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

/// A typed text under the name of its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The name of the field.
    pub label: Key,
    /// The words.
    pub text: String,
}

/// Each text under its name, and one button that copies them all.
#[component]
pub fn TypedWords(
    /// The texts.
    words: Vec<Written>,
) -> impl IntoView {
    let all = words.iter().map(|written| written.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let all = StoredValue::new(all);
    let copied = RwSignal::new(false);
    let copy = move |()| {
        spawn_local(async move {
            let Some(all) = all.try_get_value() else { return };
            let done = clipboard::copy(&all).await;
            // The page may be another one by now.
            copied.try_set(done);
            announce::announce(&t(if done { Key::ActionCopied } else { Key::NotSentCopyYourself }));
        });
    };
    let label =
        Signal::derive(move || t(if copied.get() { Key::ActionCopied } else { Key::NotSentCopy }));
    let parts = words.into_iter().map(|Written { label, text }| {
        view! {
            <p class="muted">{move || t(label)}</p>
            <p class="version" dir="auto">{text}</p>
        }
    });
    view! {
        <div class="stack stack--tight">{parts.collect_view()}</div>
        <div><Button label=label kind=ButtonKind::Quiet on_press=copy/></div>
    }
}

/// What was typed about an item that is not there any more; nothing when nothing was.
#[component]
pub fn KeptWords(
    /// The item that went away.
    item: ItemId,
) -> impl IntoView {
    let drafts = Drafts::expect();
    let comment = drafts.get(&comment_name(item));
    let comment = comment.map(|text| Written { label: Key::CommentLabel, text });
    let texts = TextField::ALL.iter().filter_map(|field| {
        let (_, text) = drafts.get_edit(&text_name(item, field))?;
        Some(Written { label: Key::NotSentWhat, text })
    });
    let words: Vec<Written> = comment.into_iter().chain(texts).collect();
    (!words.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{text(Key::TypedWordsKept)}</h2>
                <TypedWords words=words/>
            </section>
        }
    })
}
