//! Words that somebody has begun to type and not sent: never lost by a change from elsewhere, by
//! going to another page and back, or, on the person's own device, by a reload.
//!
//! They live beside the page, not in a view, since views come and go.

use crate::{platform::scratch, state::session::SessionState};
use board::{
    id::{ItemId, PersonId},
    op::TextField,
};
use leptos::prelude::*;
use std::{cell::RefCell, collections::BTreeMap};

thread_local! {
    static TYPED: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Between the base and the words of an edit; no typed text holds it.
const SEPARATOR: char = '\u{1f}';

/// Reads and keeps half-typed words under a name. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Drafts {
    person: Option<PersonId>,
    /// Whether this device may keep them over a reload.
    lasting: bool,
}

impl Drafts {
    /// The drafts of the person who is signed in.
    #[must_use]
    pub fn expect() -> Self {
        let session = untrack(|| SessionState::expect().session());
        Self {
            person: session.as_ref().map(|session| session.person),
            lasting: session.is_some_and(|session| session.own_device),
        }
    }

    /// What was typed under this name.
    #[must_use]
    pub fn get(self, name: &str) -> Option<String> {
        let full = self.place(name);
        TYPED
            .with_borrow(|typed| typed.get(&full).cloned())
            .or_else(|| self.lasting.then(|| scratch::get(&full)).flatten())
    }

    /// Keeps what is typed; nothing typed forgets the name.
    pub fn set(self, name: &str, words: &str) {
        let full = self.place(name);
        if words.is_empty() {
            TYPED.with_borrow_mut(|typed| typed.remove(&full));
            scratch::remove(&full);
            return;
        }
        if self.lasting {
            scratch::set(&full, words);
        }
        TYPED.with_borrow_mut(|typed| typed.insert(full, words.to_owned()));
    }

    /// Forgets a name: its words were sent, or the person gave them up.
    pub fn forget(self, name: &str) {
        self.set(name, "");
    }

    /// A text of a form that lives here from the first letter on.
    #[must_use]
    pub fn signal(self, name: &'static str) -> RwSignal<String> {
        let typed = RwSignal::new(self.get(name).unwrap_or_default());
        // The drafts are outside of the views: an effect is the way there.
        Effect::new(move |_| typed.with(|words| self.set(name, words)));
        typed
    }

    /// A half-typed edit: the text as the person had read it, and what they made of it.
    #[must_use]
    pub fn get_edit(self, name: &str) -> Option<(String, String)> {
        let kept = self.get(name)?;
        kept.split_once(SEPARATOR).map(|(base, typed)| (base.to_owned(), typed.to_owned()))
    }

    /// Keeps a half-typed edit.
    pub fn set_edit(self, name: &str, base: &str, typed: &str) {
        self.set(name, &format!("{base}{SEPARATOR}{typed}"));
    }

    /// Every name carries its person, so that nobody finds another one's words.
    fn place(self, name: &str) -> String {
        self.person
            .map_or_else(|| format!("draft::{name}"), |person| format!("draft:{person}:{name}"))
    }
}

/// The name of the draft of one text of an item.
#[must_use]
pub fn text_name(item: ItemId, field: &TextField) -> String {
    format!("{item}:{}", field.as_str())
}

/// The name of the draft of a new comment on an item.
#[must_use]
pub fn comment_name(on: ItemId) -> String {
    format!("{on}:new-comment")
}
