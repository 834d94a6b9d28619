//! A change in words: what it was about, and what the person had typed.

use crate::{
    features::{removed::item_name, typed_words::Written},
    i18n::{t, tf},
    state::board::BoardState,
};
use board::{apply::targets, op::Op};
use leptos::prelude::*;
use words::Key;

/// What the person wanted, as a heading; tracked.
pub(super) fn what(board: BoardState, op: &Op) -> String {
    let item = match op {
        Op::AddComment(_) => return t(Key::NotSentComment),
        Op::AddObjective(_) => return t(Key::NotSentObjective),
        Op::AddStep(_) => return t(Key::NotSentStep),
        Op::AddApplication(_) => return t(Key::NotSentApplication),
        Op::SeeComments { .. } => None,
        op => targets(op).first().copied(),
    };
    let title = item.and_then(|item| {
        board.view().with(|world| world.find(item).map(|(_, item)| item_name(item)))
    });
    match title {
        Some(title) => tf(Key::NotSentChangeIn, &[("title", &title)]),
        None => t(Key::NotSentChange),
    }
}

/// What was typed, part by part; empty for a change without words.
pub(super) fn written(op: &Op) -> Vec<Written> {
    let parts: Vec<(Key, &str)> = match op {
        Op::AddComment(add) => vec![(Key::CommentLabel, &add.text)],
        Op::AddObjective(add) => {
            vec![(Key::ObjectiveTitleLabel, &add.title), (Key::ObjectiveWhyLabel, &add.notes)]
        }
        Op::AddStep(add) => vec![(Key::StepTitleLabel, &add.title)],
        Op::AddApplication(add) => vec![
            (Key::ApplicationJob, &add.job),
            (Key::ApplicationEmployer, &add.employer),
            (Key::ApplicationLink, &add.link),
            (Key::ApplicationPlace, &add.place),
            (Key::ApplicationContact, &add.contact),
            (Key::ApplicationSource, &add.source),
        ],
        Op::Add(add) => {
            add.body.texts().map(|(_, entry)| (Key::NotSentWhat, entry.text.as_str())).collect()
        }
        Op::EditText { text, .. } => vec![(Key::NotSentWhat, text)],
        Op::SetState { why, .. } => vec![(Key::ObjectiveWhyLabel, why)],
        _ => Vec::new(),
    };
    let typed = parts.into_iter().filter(|(_, text)| !text.is_empty());
    typed.map(|(label, text)| Written { label, text: text.to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{id::ItemId, op::AddComment};
    use uuid::Uuid;

    #[test]
    fn every_typed_word_is_there() {
        let id = ItemId(Uuid::from_u128(1));
        let text = "Bonjour\nà tous".to_owned();
        let add = AddComment { id, on: id, text: text.clone(), only_me: false, asks: false };
        let words = vec![Written { label: Key::CommentLabel, text }];
        assert_eq!(written(&Op::AddComment(add)), words);
        assert!(written(&Op::Remove { item: id }).is_empty());
    }
}
