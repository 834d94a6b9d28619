//! The person's own words in one field, apart from the board: what they type, what they last saw
//! or saved, and whether they are in the field.

use crate::{
    features::{
        drafts::{Drafts, text_name},
        live_text::errors::{reject_text, text_error},
    },
    state::board::BoardState,
};
use board::{
    entry::Entry,
    id::{ItemId, PersonId},
    item::Item,
    op::{Op, TextField},
    reject::Reject,
    space::Side,
    text::TextError,
};
use leptos::prelude::*;
use std::time::Duration;

/// So much quiet, and the words are sent (design.md §4).
const QUIET: Duration = Duration::from_millis(800);

/// A text as the board has it, with the one who wrote it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct OnBoard {
    pub(super) text: String,
    pub(super) by: Option<PersonId>,
    /// The words of this person that wait for a choice.
    waiting: Vec<String>,
    pub(super) private: bool,
    /// False while the item is not there.
    there: bool,
}

/// Why the words are not on the board.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Trouble {
    Text(TextError),
    Reject(Reject),
}

/// The draft of one field. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct LiveDraft {
    board: BoardState,
    drafts: Drafts,
    item: ItemId,
    field: StoredValue<TextField>,
    on_board: Memo<OnBoard>,
    value: RwSignal<String>,
    /// What the person last saw or saved.
    base: RwSignal<String>,
    inside: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl LiveDraft {
    pub(super) fn new(
        board: BoardState,
        item: ItemId,
        field: TextField,
        found: Memo<Option<(Side, Item)>>,
    ) -> Self {
        let field = StoredValue::new(field);
        let on_board = Memo::new(move |_| {
            found.with(|found| {
                let field = field.get_value();
                let entry = found.as_ref().and_then(|(side, item)| {
                    item.entry(&field).map(|entry| (*side, item.by, entry))
                });
                entry
                    .map(|(side, maker, entry)| OnBoard::new(board, side, maker, entry))
                    .unwrap_or_default()
            })
        });
        let seen = on_board.get_untracked().text;
        let draft = Self {
            board,
            drafts: Drafts::expect(),
            item,
            field,
            on_board,
            value: RwSignal::new(seen.clone()),
            base: RwSignal::new(seen),
            inside: RwSignal::new(false),
            trouble: RwSignal::new(None),
            timer: StoredValue::new(None),
        };
        draft.take_kept();
        // An effect, although it copies: the draft is apart from the board on purpose, and only
        // follows it while the person is elsewhere and has said all they had to say.
        Effect::new(move |_| {
            let there = on_board.with(|on_board| on_board.there);
            if there && !draft.inside.get() && draft.trouble.with(Option::is_none) {
                draft.follow();
            }
        });
        on_cleanup(move || {
            draft.stop_timer();
            draft.save();
        });
        draft
    }

    pub(super) fn field(self) -> TextField {
        self.field.get_value()
    }

    /// What the input shows.
    pub(super) fn value(self) -> RwSignal<String> {
        self.value
    }

    /// What the board has; tracked.
    pub(super) fn shown(self) -> Signal<String> {
        let on_board = self.on_board;
        Signal::derive(move || on_board.with(|on_board| on_board.text.clone()))
    }

    /// The error beside the input.
    pub(super) fn error_text(self, label: Signal<String>) -> Signal<Option<String>> {
        Signal::derive(move || match self.trouble.get()? {
            Trouble::Text(error) => Some(label.with(|label| text_error(error, label))),
            Trouble::Reject(reject) => Some(reject_text(&reject)),
        })
    }

    /// The words that came from elsewhere while the person is in the field; tracked.
    pub(super) fn remote(self) -> Option<OnBoard> {
        let on_board = self.on_board.get();
        let base = self.base.get();
        let contested = on_board.waiting.contains(&base);
        (on_board.there && self.inside.get() && on_board.text != base && !contested)
            .then_some(on_board)
    }

    /// The focus came in.
    pub(super) fn enter(self) {
        self.inside.set(true);
    }

    /// A letter was typed.
    pub(super) fn typed(self) {
        self.keep();
        self.stop_timer();
        let quiet = move || {
            self.save();
        };
        self.timer.set_value(set_timeout_with_handle(quiet, QUIET).ok());
    }

    /// The focus went elsewhere: now is the time to say what cannot be used.
    pub(super) fn leave(self) {
        let trouble = self.save();
        // The view may be gone by now.
        self.trouble.try_set(trouble);
        self.inside.try_set(false);
    }

    /// The person takes the words from elsewhere.
    pub(super) fn take_theirs(self) {
        self.stop_timer();
        self.trouble.set(None);
        self.follow();
        self.drafts.forget(&self.name());
    }

    /// The person settled two versions: the input shows the result, unless more was typed.
    pub(super) fn chosen(self) {
        if self.save().is_none() {
            self.follow();
        }
    }

    /// The person keeps their own words, having read the others.
    pub(super) fn keep_mine(self) {
        self.base.set(self.on_board.with_untracked(|on_board| on_board.text.clone()));
        let trouble = self.save();
        self.trouble.set(trouble);
    }

    /// Puts the words on the board when they differ from what the person last saw. Returns why
    /// that cannot be done; the words stay in the input and among the drafts.
    pub(super) fn save(self) -> Option<Trouble> {
        let typed = self.value.try_get_untracked()?;
        let base = self.base.try_get_untracked()?;
        if typed == base {
            self.settle();
            return None;
        }
        let field = self.field();
        let text = match field.parse(&typed) {
            Ok(text) => text,
            Err(error) => return Some(Trouble::Text(error)),
        };
        if text != base {
            let edit = Op::EditText { item: self.item, field, base, text: text.clone() };
            if let Err(reject) = self.board.act(edit) {
                return Some(Trouble::Reject(reject));
            }
            self.base.set(text);
        }
        self.settle();
        None
    }

    /// All is said: nothing to keep, nothing to complain about.
    fn settle(self) {
        self.drafts.forget(&self.name());
        if self.trouble.with_untracked(Option::is_some) {
            self.trouble.set(None);
        }
    }

    fn follow(self) {
        let text = self.on_board.with_untracked(|on_board| on_board.text.clone());
        if self.value.with_untracked(|value| *value != text) {
            self.value.set(text.clone());
        }
        self.base.set(text);
    }

    fn name(self) -> String {
        self.field.with_value(|field| text_name(self.item, field))
    }

    fn keep(self) {
        let (base, typed) = (self.base.get_untracked(), self.value.get_untracked());
        self.drafts.set_edit(&self.name(), &base, &typed);
    }

    /// Words that did not reach the board last time come back, and are tried again.
    fn take_kept(self) {
        let Some((base, typed)) = self.drafts.get_edit(&self.name()) else { return };
        self.base.set(base);
        self.value.set(typed);
        self.trouble.set(self.save());
    }

    fn stop_timer(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}

impl OnBoard {
    fn new(board: BoardState, side: Side, maker: PersonId, entry: &Entry) -> Self {
        let me = board.actor().person;
        let own = entry.others.iter().filter(|version| version.by == me);
        Self {
            text: entry.text.clone(),
            by: Some(entry.by.unwrap_or(maker)),
            waiting: own.map(|version| version.text.clone()).collect(),
            private: side == Side::Private,
            there: true,
        }
    }
}
