//! One change in a few words: what it was, without saying who, which stands above it.

use board::{
    id::ItemId,
    item::{Body, Kind},
    op::{Op, TextField},
    protocol::{boards::FeedChange, history::HistoryEvent},
    space::Side,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    features::{
        applications::stages::{reason_key, stage_name},
        item_page::item_title,
        kind_name::kind_name,
        meetings::wording as meetings,
        objectives::wording::{horizon_key, state_key, theme_key},
        referrals::wording as referrals,
        steps::facts::who_text,
    },
    i18n::{format, t, tf},
    state::board::BoardState,
};

/// The words for an event; nothing for what is not worth a line. Tracked.
#[must_use]
pub(super) fn words_of(board: BoardState, history: &HistoryEvent) -> Option<String> {
    match &history.event.change {
        FeedChange::Op(op) => of_op(board, op),
        FeedChange::Arrive(_) if history.side == Side::Shared => Some(t(Key::HistoryShared)),
        FeedChange::Arrive(_) => Some(t(Key::HistoryUnshared)),
        // The arrival on the other side tells it already.
        FeedChange::Depart(_) | FeedChange::Own(_) | FeedChange::Newer => None,
    }
}

/// The item that an event is about, when it is about one.
#[must_use]
pub(super) fn subject(change: &FeedChange) -> Option<ItemId> {
    match change {
        FeedChange::Op(op) => op.added().or_else(|| board::apply::targets(op).first().copied()),
        FeedChange::Arrive(items) => items.first().map(|item| item.id),
        FeedChange::Depart(_) | FeedChange::Own(_) | FeedChange::Newer => None,
    }
}

/// What the item of an event is called now, or was called when it came; empty when nobody knows.
#[must_use]
pub(super) fn subject_name(board: BoardState, change: &FeedChange) -> String {
    let known = subject(change)
        .and_then(|id| board.view().with(|world| world.find(id).map(|(_, item)| item_title(item))));
    known.unwrap_or_else(|| match change {
        FeedChange::Arrive(items) => items.first().map(item_title).unwrap_or_default(),
        FeedChange::Op(Op::AddObjective(add)) => add.title.clone(),
        FeedChange::Op(Op::AddStep(add)) => add.title.clone(),
        FeedChange::Op(Op::AddApplication(add)) => add.job.clone(),
        _ => String::new(),
    })
}

fn of_op(board: BoardState, op: &Op) -> Option<String> {
    let with = |key, value: String| tf(key, &[("value", &value)]);
    let day = |key, on: Option<NaiveDate>| match on {
        Some(on) => with(key, format::long_date(on)),
        None => t(Key::HistoryDayGone),
    };
    Some(match op {
        Op::AddObjective(add) => added(&Kind::Objective, add.suggested),
        Op::AddStep(add) => added(&Kind::Step, add.suggested),
        Op::AddApplication(add) => added(&Kind::Application, add.suggested),
        Op::AddComment(_) => added(&Kind::Comment, false),
        Op::Add(add) => added_body(&add.body),
        Op::EditText { field, .. } => with(Key::HistoryText, field_name(field)),
        Op::ChooseVersion { field, .. } => with(Key::HistoryChosen, field_name(field)),
        Op::SetHorizon { horizon, .. } => with(Key::HistoryWhen, t(horizon_key(horizon))),
        Op::SetTheme { theme: Some(theme), .. } => with(Key::HistoryTheme, t(theme_key(theme))),
        Op::SetTheme { theme: None, .. } => t(Key::HistoryThemeGone),
        Op::SetState { state, .. } => with(Key::HistoryState, t(state_key(state))),
        Op::TickStep { done: true, .. } => t(Key::HistoryTicked),
        Op::TickStep { done: false, .. } => t(Key::HistoryUnticked),
        Op::SetDue { due, .. } => day(Key::HistoryDay, *due),
        Op::SetWho { who, .. } => with(Key::HistoryWho, who_text(board, who)),
        Op::Place { .. } => t(Key::HistoryPlaced),
        Op::MoveApplication { to, .. } => with(Key::HistoryStage, stage_name(to)),
        Op::SetNextDay { on, .. } => day(Key::HistoryNextDay, *on),
        Op::AnswerSuggestion { accept: true, .. } => t(Key::HistoryAccepted),
        Op::AnswerSuggestion { accept: false, .. } => t(Key::HistoryDeclined),
        Op::ReopenSuggestion { .. } => t(Key::HistoryReopened),
        Op::Attach { version: Some(_), .. } => t(Key::HistoryAttached),
        Op::Attach { version: None, .. } => t(Key::HistoryDetached),
        Op::SetReason { reason: Some(reason), .. } => {
            with(Key::HistoryReason, t(reason_key(reason)))
        }
        Op::SetReason { reason: None, .. } => t(Key::HistoryReasonGone),
        Op::SetReview { .. } => t(Key::HistoryReview),
        Op::Seal { .. } => t(Key::HistorySealed),
        Op::SetAim { .. } => t(Key::HistoryAim),
        Op::SetDay { on, .. } => day(Key::HistoryDay, *on),
        Op::SetMode { mode, .. } => with(Key::HistoryMode, t(referrals::mode_key(mode))),
        Op::SayWent { went: Some(went), .. } => {
            with(Key::HistoryWent, t(referrals::went_key(went)))
        }
        Op::SetOutcome { outcome: Some(outcome), .. } => {
            with(Key::HistoryOutcome, t(referrals::outcome_key(outcome)))
        }
        Op::SayWent { went: None, .. } | Op::SetOutcome { outcome: None, .. } => {
            t(Key::HistoryAnswerGone)
        }
        Op::SetReviews { .. } => t(Key::HistoryReviews),
        Op::SetMark { .. } => t(Key::HistoryMark),
        Op::MoveMeeting { on, time, .. } => {
            with(Key::HistoryMeetingMoved, meetings::when_words(*on, *time))
        }
        Op::SetMeeting { state, .. } => with(Key::HistoryMeeting, t(meetings::state_key(state))),
        Op::SayMeeting { .. } => t(Key::HistoryMeetingSaid),
        Op::CorrectMeeting { .. } => t(Key::HistoryMeetingCorrected),
        Op::SetCadence { .. } => t(Key::HistoryCadence),
        Op::Sign { .. } => t(Key::HistorySigned),
        Op::EndPause { .. } => t(Key::HistoryPauseEnded),
        Op::Settle { .. } => t(Key::HistorySettled),
        Op::Remove { .. } => t(Key::HistoryRemoved),
        Op::Restore { .. } => t(Key::HistoryRestored),
        Op::Share { .. } => t(Key::HistoryShared),
        Op::Unshare { .. } => t(Key::HistoryUnshared),
        Op::SeeComments { .. } => return None,
    })
}

fn added(kind: &Kind, suggested: bool) -> String {
    let key = if suggested { Key::HistorySuggested } else { Key::HistoryAdded };
    tf(key, &[("kind", &kind_name(kind))])
}

fn added_body(body: &Body) -> String {
    match body {
        Body::Meeting(meeting) => {
            let when = meetings::when_words(meeting.on, meeting.time);
            format!("{} {when}.", added(&Kind::Meeting, false))
        }
        body => added(&body.kind(), false),
    }
}

/// The name of a text field, without its item.
#[must_use]
pub(super) fn field_name(field: &TextField) -> String {
    t(match field {
        TextField::Title => Key::ItemFieldTitle,
        TextField::Notes => Key::ItemFieldNotes,
        TextField::Body => Key::ItemFieldBody,
        TextField::Employer => Key::ItemFieldEmployer,
        TextField::Job => Key::ItemFieldJob,
        TextField::Link => Key::ItemFieldLink,
        TextField::Source => Key::ItemFieldSource,
        TextField::Contact => Key::ItemFieldContact,
        TextField::Place => Key::ItemFieldPlace,
        TextField::Next => Key::ItemFieldNext,
        TextField::Learnt => Key::ItemFieldLearnt,
        TextField::Name => Key::ItemFieldName,
        TextField::Period => Key::ItemFieldPeriod,
        TextField::Other(_) => Key::ItemFieldOther,
    })
}
