//! Words that a person typed and that are not on the board: in full, to be read and copied.

use crate::{
    components::button::{Button, ButtonKind},
    features::{
        drafts::{Drafts, comment_name, text_name},
        steps::add::draft_name,
    },
    i18n::{t, text},
    platform::{announce, clipboard},
};
use board::{id::ItemId, op::TextField};
use leptos::{prelude::*, task::spawn_local};
use std::iter;
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

/// What was typed about an item that is not there any more, or cannot be changed any more; nothing
/// when nothing was.
#[component]
pub fn KeptWords(
    /// The item.
    item: ItemId,
    /// What belongs to it.
    #[prop(optional)]
    parts: Vec<ItemId>,
    /// A text whose words stand elsewhere.
    #[prop(optional)]
    except: Option<TextField>,
) -> impl IntoView {
    let drafts = Drafts::expect();
    let step = drafts.get(&draft_name(item));
    let step = step.map(|text| Written { label: Key::StepTitleLabel, text });
    let mut words: Vec<Written> = step.into_iter().collect();
    for id in iter::once(item).chain(parts) {
        let comment = drafts.get(&comment_name(id));
        words.extend(comment.map(|text| Written { label: Key::CommentLabel, text }));
        let fields =
            TextField::ALL.iter().filter(|field| id != item || except.as_ref() != Some(*field));
        words.extend(fields.filter_map(|field| kept(drafts, id, field)));
    }
    (!words.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{text(Key::TypedWordsKept)}</h2>
                <TypedWords words=words/>
            </section>
        }
    })
}

/// What was typed into one text of an item that cannot be changed any more.
#[component]
pub fn KeptText(
    /// The item.
    item: ItemId,
    /// Which text.
    field: TextField,
) -> impl IntoView {
    kept(Drafts::expect(), item, &field).map(|written| {
        view! {
            <p>{text(Key::TypedWordsKept)}</p>
            <TypedWords words=vec![written]/>
        }
    })
}

fn kept(drafts: Drafts, item: ItemId, field: &TextField) -> Option<Written> {
    let (base, text) = drafts.get_edit(&text_name(item, field))?;
    (base != text).then_some(Written { label: Key::NotSentWhat, text })
}
