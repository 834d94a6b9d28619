//! One change of the other person as one sentence: who and what, never their words.

use crate::{
    features::applications::stages::stage_name,
    i18n::{tf, tnf},
    state::board::BoardState,
};
use board::{
    event::{Change, Event},
    id::ItemId,
    item::Body,
    meeting::{MeetingState, MeetingWord},
    op::{Op, TextField},
};
use leptos::prelude::*;
use words::Key;

/// The sentence for an event; nothing for one's own changes on another device, and for what is
/// not worth a word.
pub(super) fn of(board: BoardState, event: &Event) -> Option<String> {
    if event.by == board.actor().person {
        return None;
    }
    let name = board.other_name();
    let said = |key| Some(tf(key, &[("name", &name)]));
    let op = match &event.change {
        Change::Arrive(_) => return said(Key::RemoteShared),
        Change::Depart(_) => return said(Key::RemoteRemoved),
        Change::Op(op) => op,
    };
    if is_idea(op) {
        return said(Key::RemoteIdea);
    }
    match op {
        Op::AddComment(add) if add.asks => said(Key::RemoteMeetingAsked),
        Op::AddComment(_) => said(Key::RemoteCommentAdded),
        Op::AddObjective(_) => said(Key::RemoteObjectiveAdded),
        Op::AddStep(_) => said(Key::RemoteStepAdded),
        Op::AddApplication(_) => said(Key::RemoteApplicationAdded),
        Op::MoveApplication { item, to } => Some(tf(
            Key::RemoteApplicationMoved,
            &[("title", &job(board, *item)), ("stage", &stage_name(to))],
        )),
        Op::TickStep { done: true, .. } => said(Key::RemoteStepDone),
        Op::TickStep { done: false, .. }
        | Op::SetDue { .. }
        | Op::SetWho { .. }
        | Op::Place { .. } => said(Key::RemoteStepChanged),
        Op::SetHorizon { .. } | Op::SetTheme { .. } | Op::SetState { .. } => {
            said(Key::RemoteObjectiveChanged)
        }
        Op::SetNextDay { .. } => said(Key::RemoteApplicationChanged),
        Op::EditText { item, .. } | Op::ChooseVersion { item, .. } => {
            match changed(board, *item)? {
                Key::RemoteChanges => Some(tnf(Key::RemoteChanges, 1, &[("name", &name)])),
                key => said(key),
            }
        }
        Op::Remove { .. } => said(Key::RemoteRemoved),
        Op::Restore { .. } | Op::Share { .. } | Op::Unshare { .. } => {
            Some(tnf(Key::RemoteChanges, 1, &[("name", &name)]))
        }
        Op::AnswerSuggestion { .. } | Op::ReopenSuggestion { .. } => said(Key::RemoteAnswered),
        Op::Add(_)
        | Op::MoveMeeting { .. }
        | Op::SetMeeting { .. }
        | Op::SayMeeting { .. }
        | Op::Sign { .. } => match meeting_key(op) {
            Some(key) => said(key),
            None => Some(tnf(Key::RemoteChanges, 1, &[("name", &name)])),
        },
        Op::CorrectMeeting { .. } | Op::SetCadence { .. } | Op::EndPause { .. } => {
            Some(tnf(Key::RemoteChanges, 1, &[("name", &name)]))
        }
        Op::Attach { .. } | Op::SetReason { .. } => said(Key::RemoteApplicationChanged),
        Op::SetReview { .. }
        | Op::SetAim { .. }
        | Op::SetDay { .. }
        | Op::SetMode { .. }
        | Op::SayWent { .. }
        | Op::SetOutcome { .. }
        | Op::SetReviews { .. }
        | Op::SetMark { .. }
        | Op::Settle { .. } => Some(tnf(Key::RemoteChanges, 1, &[("name", &name)])),
        Op::SeeComments { .. } | Op::Seal { .. } => None,
    }
}

/// Whether it brings an idea of the mentor, which is not on the plan yet (features.md T03).
fn is_idea(op: &Op) -> bool {
    match op {
        Op::AddObjective(add) => add.suggested,
        Op::AddStep(add) => add.suggested,
        Op::AddApplication(add) => add.suggested,
        _ => false,
    }
}

/// The sentence for what the two say about their meetings and their agreement.
fn meeting_key(op: &Op) -> Option<Key> {
    Some(match op {
        Op::Add(add) => match &add.body {
            Body::Meeting(meeting) if meeting.state == MeetingState::Proposed => {
                Key::RemoteMeetingProposed
            }
            Body::Meeting(_) => Key::RemoteMeetingNoted,
            Body::Agreement(_) => Key::RemoteMeetingSigned,
            _ => return None,
        },
        Op::Sign { .. } => Key::RemoteMeetingSigned,
        Op::MoveMeeting { .. } => Key::RemoteMeetingProposed,
        Op::SetMeeting { state, .. } => match state {
            MeetingState::Planned => Key::RemoteMeetingAgreed,
            MeetingState::Declined => Key::RemoteMeetingDeclined,
            _ => Key::RemoteMeetingNoted,
        },
        Op::SayMeeting { word: Some(MeetingWord::Late), .. } => Key::RemoteMeetingLate,
        Op::SayMeeting { word: Some(MeetingWord::CannotCome), .. } => Key::RemoteMeetingCannot,
        _ => return None,
    })
}

/// Which sentence a changed text gets; nothing when its item is gone again.
fn changed(board: BoardState, item: ItemId) -> Option<Key> {
    board.view().with_untracked(|world| {
        world.find(item).map(|(_, item)| match item.body {
            Body::Step(_) => Key::RemoteStepChanged,
            Body::Application(_) => Key::RemoteApplicationChanged,
            Body::Comment(_) => Key::RemoteCommentChanged,
            Body::Objective(_) => Key::RemoteObjectiveChanged,
            _ => Key::RemoteChanges,
        })
    })
}

fn job(board: BoardState, item: ItemId) -> String {
    board.view().with_untracked(|world| {
        let entry = world.find(item).and_then(|(_, item)| item.entry(&TextField::Job));
        entry.map(|entry| entry.text.clone()).unwrap_or_default()
    })
}
