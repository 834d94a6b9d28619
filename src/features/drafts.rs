//! Words that somebody has begun to type and not sent: never lost by a change from elsewhere, by
//! going to another page and back, or, on the person's own device, by a reload. For a device that
//! keeps nothing the server keeps them ([`shared`]).
//!
//! They live beside the page, not in a view, since views come and go.

pub mod shared;

use crate::{platform::scratch, state::session::SessionState};
use board::{
    id::{ItemId, PersonId},
    op::TextField,
};
use leptos::prelude::*;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

thread_local! {
    static TYPED: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
    /// Of a device that keeps nothing: the places whose words the server has not heard.
    static UNHEARD: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
    /// How often there was something new for the server to hear.
    static NOTED: ArcRwSignal<u32> = ArcRwSignal::new(0);
    /// How often words came from the server.
    static ARRIVED: ArcRwSignal<u32> = ArcRwSignal::new(0);
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
            scratch::remove(&full);
        } else if self.lasting {
            scratch::set(&full, words);
        }
        let before = TYPED.with_borrow_mut(|typed| {
            if words.is_empty() {
                typed.remove(&full)
            } else {
                typed.insert(full.clone(), words.to_owned())
            }
        });
        if !self.lasting && before.as_deref().unwrap_or_default() != words {
            UNHEARD.with_borrow_mut(|unheard| unheard.insert(full));
            NOTED.with(|noted| noted.update(|times| *times += 1));
        }
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
        self.follow(name.to_owned(), typed);
        typed
    }

    /// A form that is open before its words come from the server shows them once they are here,
    /// unless something is typed by then.
    pub fn follow(self, name: String, value: RwSignal<String>) {
        if self.lasting {
            return;
        }
        Effect::new(move |_| {
            let any = ARRIVED.with(ArcRwSignal::get) > 0;
            if any && value.with_untracked(String::is_empty) {
                // The form is outside of the drafts: an effect is the way there.
                self.get(&name).into_iter().for_each(|words| value.set(words));
            }
        });
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
