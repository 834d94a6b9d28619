//! The words for marks, states and parts of a card. A value from a newer version has words too.

use board::{
    code_mark::Mark,
    protocol::library::{CardState, CodeCard, CodeWords},
    slug::Slug,
};
use words::{Key, Lang};

use crate::{
    components::{chip::ChipKind, icon::IconName},
    i18n::{t, tf},
    state::board::BoardState,
};

/// The sector of the cards that hold everywhere.
pub const ANY_SECTOR: &str = "any";

/// The sector of the cards that hold everywhere, as a name.
#[must_use]
pub fn any_sector() -> Slug {
    ANY_SECTOR.parse().expect("three lower-case letters are a short name")
}

/// What the mentee says of a card.
#[must_use]
pub fn mark_key(mark: &Mark) -> Key {
    match mark {
        Mark::New => Key::CodesMarkNew,
        Mark::Tried => Key::CodesMarkTried,
        Mark::Question => Key::CodesMarkQuestion,
        Mark::Other(_) => Key::CodesMarkOther,
    }
}

/// A mark as the reader meets it: one's own answer, or what the mentee said. Tracked.
#[must_use]
pub fn mark_words(board: BoardState, mark: &Mark) -> String {
    if board.is_mentee() {
        return t(mark_key(mark));
    }
    let key = match mark {
        Mark::New => Key::CodesMarkNewOf,
        Mark::Tried => Key::CodesMarkTriedOf,
        Mark::Question => Key::CodesMarkQuestionOf,
        Mark::Other(_) => Key::CodesMarkOtherOf,
    };
    tf(key, &[("name", &board.other_name())])
}

/// The picture and the colour of a mark.
#[must_use]
pub fn mark_look(mark: &Mark) -> (IconName, ChipKind) {
    match mark {
        Mark::Tried => (IconName::Check, ChipKind::Done),
        Mark::Question => (IconName::Message, ChipKind::Attend),
        Mark::New | Mark::Other(_) => (IconName::Eye, ChipKind::Mine),
    }
}

/// Where a card stands.
#[must_use]
pub fn state_key(state: &CardState) -> Key {
    match state {
        CardState::Waiting => Key::CodesStateWaiting,
        CardState::Published => Key::CodesStatePublished,
        CardState::Returned => Key::CodesStateReturned,
        CardState::Retired => Key::CodesStateRetired,
        CardState::Other(_) => Key::CodesStateUnknown,
    }
}

/// The picture and the colour of a state.
#[must_use]
pub fn state_look(state: &CardState) -> (IconName, ChipKind) {
    match state {
        CardState::Published => (IconName::Book, ChipKind::Done),
        CardState::Returned => (IconName::Undo, ChipKind::Attend),
        _ => (IconName::Clock, ChipKind::Plain),
    }
}

/// The words of a card.
#[must_use]
pub fn words_of(card: &CodeCard) -> CodeWords {
    CodeWords {
        situation: card.situation.clone(),
        happens: card.happens.clone(),
        expected: card.expected.clone(),
        wrong: card.wrong.clone(),
        say: card.say.clone(),
    }
}

/// A card as a voice reads it: each part after its name. Tracked.
#[must_use]
pub fn spoken(words: &CodeWords) -> String {
    let parts = [
        (Key::CodesHappens, &words.happens),
        (Key::CodesExpected, &words.expected),
        (Key::CodesWrong, &words.wrong),
        (Key::CodesSay, &words.say),
    ];
    let parts = parts.map(|(name, part)| format!("{} : {part}", t(name)));
    format!("{}. {}", words.situation, parts.join(" "))
}

/// The own name of a language, or its tag when this version does not know it.
#[must_use]
pub fn language_name(tag: &str) -> String {
    Lang::from_tag(tag).map_or_else(|| tag.to_owned(), |lang| lang.own_name().to_owned())
}
