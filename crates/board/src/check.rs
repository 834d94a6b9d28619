//! Everything that must hold before an operation is carried out: its item is there, is of the
//! right kind, the person may, the words fit.

use crate::{
    actor::Actor,
    add::{self, CADENCE_MAX_DAYS, Readers, are_minutes, are_reviews, is_a_day},
    apply::targets,
    item::{Body, Item, Kind, Suggestion, UNDO_DAYS},
    op::{AddItem, Op, TextField},
    permit::{Action, may, may_add, may_set_meeting, may_suggest},
    reject::Reject,
    space::Side,
    text::TextError,
    time::Timestamp,
    world::World,
};

/// Most items a board holds for one person: far more than six months need, and little enough for
/// a cheap phone.
pub const ITEMS_MAX: usize = 3000;
/// Most comments one "seen" can name.
const SEEN_MAX: usize = 500;

/// Whether `op` may be carried out on `world` by `actor` at `at`.
///
/// # Errors
/// The first [`Reject`] that applies.
pub fn check(world: &World, actor: &Actor, at: Timestamp, op: &Op) -> Result<(), Reject> {
    check_words(op)?;
    check_values(op)?;
    if let Some(id) = op.added() {
        check_new(world, actor, id)?;
    }
    match op {
        Op::AddObjective(add) => may_begin(actor, &Kind::Objective, add.suggested, add.only_me),
        Op::AddApplication(add) => may_begin(actor, &Kind::Application, add.suggested, add.only_me),
        Op::AddStep(add) => {
            may_begin(actor, &Kind::Step, add.suggested, add.only_me)?;
            let (side, objective) = world.find(add.objective).ok_or(Reject::NotFound)?;
            is_kind(matches!(objective.body, Body::Objective(_)))?;
            // An idea for a step needs no more than the right to say something.
            let action = if add.suggested { Action::Comment } else { Action::Plan };
            allow(actor, action, side, objective)
        }
        Op::AddComment(add) => {
            let (side, subject) = world.find(add.on).ok_or(Reject::NotFound)?;
            allow(actor, Action::Comment, side, subject)
        }
        Op::Add(add) => check_add(world, actor, add),
        // Sealing follows from sending; nobody asks for it.
        Op::Seal { .. } => Err(Reject::NotAllowed),
        _ => {
            if targets(op).len() > SEEN_MAX {
                return Err(Reject::Full);
            }
            targets(op).iter().try_for_each(|id| {
                let (side, item) = world.find(*id).ok_or(Reject::NotFound)?;
                check_item(actor, at, op, side, item)?;
                if world.is_sealed(item) && changes_content(op) {
                    return Err(Reject::Sealed);
                }
                let parent = item.parent().filter(|_| matches!(op, Op::Share { .. }));
                // What belongs to a private item cannot be shared before it.
                match parent.and_then(|parent| world.find(parent)) {
                    Some((Side::Private, _)) => Err(Reject::NotAllowed),
                    _ => Ok(()),
                }
            })?;
            check_attached(world, op)
        }
    }
}

/// A mentor's objectives, steps and applications come as ideas, a mentee's never (T03).
fn may_begin(actor: &Actor, kind: &Kind, suggested: bool, only_me: bool) -> Result<(), Reject> {
    let allowed =
        if suggested { may_suggest(actor, kind) && !only_me } else { may_add(actor, kind) };
    if allowed { Ok(()) } else { Err(Reject::NotAllowed) }
}

/// The rules of an addition of any other kind.
fn check_add(world: &World, actor: &Actor, add: &AddItem) -> Result<(), Reject> {
    let kind = add.body.kind();
    is_kind(add::is_plain(&kind))?;
    let readers_fit = match add::readers(&add.body) {
        Readers::Choice => true,
        Readers::Both => !add.only_me,
        Readers::Maker => add.only_me,
    };
    if !readers_fit || !may_add(actor, &kind) {
        return Err(Reject::NotAllowed);
    }
    if let Body::CvEntry(entry) = &add.body {
        let (side, cv) = world.find(entry.cv).ok_or(Reject::NotFound)?;
        is_kind(matches!(cv.body, Body::CvVersion(_)))?;
        if world.is_sealed(cv) {
            return Err(Reject::Sealed);
        }
        allow(actor, Action::Plan, side, cv)?;
    }
    Ok(())
}

/// Whether an operation changes what an employer would read.
fn changes_content(op: &Op) -> bool {
    matches!(
        op,
        Op::EditText { .. } | Op::ChooseVersion { .. } | Op::Place { .. } | Op::SetReview { .. }
    )
}

/// What is attached to an application must be a version of that kind.
fn check_attached(world: &World, op: &Op) -> Result<(), Reject> {
    let Op::Attach { kind, version: Some(version), .. } = op else { return Ok(()) };
    let (_, item) = world.find(*version).ok_or(Reject::NotFound)?;
    is_kind(item.as_cv_version().is_some_and(|cv| cv.kind == *kind))
}

/// The rules of an operation on an item that exists.
fn check_item(
    actor: &Actor,
    at: Timestamp,
    op: &Op,
    side: Side,
    item: &Item,
) -> Result<(), Reject> {
    let kind = item.body.kind();
    let (action, kind_fits) = match op {
        Op::EditText { field, .. } | Op::ChooseVersion { field, .. } => {
            (Action::Write, item.entry(field).is_some())
        }
        Op::SetHorizon { .. } | Op::SetTheme { .. } | Op::SetState { .. } => {
            (Action::Plan, kind == Kind::Objective)
        }
        Op::SetDue { .. } | Op::SetWho { .. } => (Action::Plan, kind == Kind::Step),
        Op::Place { .. } => (Action::Plan, matches!(kind, Kind::Step | Kind::CvEntry)),
        Op::MoveApplication { .. }
        | Op::SetNextDay { .. }
        | Op::Attach { .. }
        | Op::SetReason { .. } => (Action::Plan, kind == Kind::Application),
        Op::TickStep { .. } => (Action::Tick, kind == Kind::Step),
        Op::SayWent { .. } => (Action::Tick, kind == Kind::Referral),
        Op::SetMode { .. } | Op::SetOutcome { .. } | Op::SetReviews { .. } => {
            (Action::Plan, kind == Kind::Referral)
        }
        Op::SetDay { .. } => {
            (Action::Plan, matches!(kind, Kind::Referral | Kind::Contact | Kind::KeyDate))
        }
        Op::SetAim { .. } => (Action::Plan, matches!(kind, Kind::CvVersion | Kind::Project)),
        Op::SetReview { .. } => (Action::Review, kind == Kind::CvVersion),
        Op::SetMark { .. } => (Action::Plan, kind == Kind::CodeMark),
        Op::MoveMeeting { .. }
        | Op::SetMeeting { .. }
        | Op::SayMeeting { .. }
        | Op::CorrectMeeting { .. } => (Action::Plan, kind == Kind::Meeting),
        Op::SetCadence { .. } => (Action::Write, kind == Kind::Agreement),
        Op::Sign { .. } => (Action::Sign, kind == Kind::Agreement),
        Op::EndPause { .. } => (Action::Plan, kind == Kind::Pause),
        Op::AnswerSuggestion { .. } => (Action::Answer, item.suggestion.is_some()),
        Op::ReopenSuggestion { .. } => (Action::Plan, was_answered(actor, item)),
        Op::Settle { .. } => (Action::Answer, kind == Kind::Comment),
        Op::SeeComments { .. } => (Action::See, kind == Kind::Comment),
        Op::Remove { .. } | Op::Restore { .. } => (Action::Remove, true),
        Op::Share { .. } | Op::Unshare { .. } => (Action::Share, true),
        Op::AddObjective(_)
        | Op::AddStep(_)
        | Op::AddApplication(_)
        | Op::AddComment(_)
        | Op::Add(_)
        | Op::Seal { .. } => (Action::Plan, false),
    };
    is_kind(kind_fits)?;
    allow(actor, action, side, item)?;
    if let Op::SetMeeting { state, .. } = op
        && !may_set_meeting(actor, item, state)
    {
        return Err(Reject::NotAllowed);
    }
    match (op, item.removed) {
        (Op::Restore { .. }, Some(removal)) if at > removal.at.plus_days(UNDO_DAYS) => {
            Err(Reject::TooLate)
        }
        (Op::Restore { .. } | Op::Remove { .. } | Op::SeeComments { .. }, _) => Ok(()),
        (_, Some(removal)) if removal.by == actor.person => Err(Reject::Removed),
        (Op::Share { .. }, _) if side == Side::Shared => Err(Reject::NotFound),
        (Op::Unshare { .. }, _) if side == Side::Private => Err(Reject::NotFound),
        _ => Ok(()),
    }
}

/// Whether an item is an idea that somebody else had and that was taken or declined.
fn was_answered(actor: &Actor, item: &Item) -> bool {
    let kind = item.body.kind();
    matches!(kind, Kind::Objective | Kind::Step | Kind::Application)
        && item.by != actor.person
        && item.suggestion != Some(Suggestion::Open)
}

fn check_new(world: &World, actor: &Actor, id: crate::id::ItemId) -> Result<(), Reject> {
    if world.find(id).is_some() {
        return Err(Reject::Exists);
    }
    let own = world.items().filter(|(_, item)| item.by == actor.person).count();
    if own >= ITEMS_MAX { Err(Reject::Full) } else { Ok(()) }
}

/// Texts must already be clean: an app cleans them while it can still tell the person why.
fn check_words(op: &Op) -> Result<(), Reject> {
    let fields = match op {
        Op::AddObjective(add) => {
            vec![(TextField::Title, &add.title), (TextField::Notes, &add.notes)]
        }
        Op::AddStep(add) => vec![(TextField::Title, &add.title)],
        Op::AddApplication(add) => vec![
            (TextField::Employer, &add.employer),
            (TextField::Job, &add.job),
            (TextField::Link, &add.link),
            (TextField::Source, &add.source),
            (TextField::Contact, &add.contact),
            (TextField::Place, &add.place),
        ],
        Op::AddComment(add) => vec![(TextField::Body, &add.text)],
        Op::Add(add) => {
            let texts = add.body.texts().collect::<Vec<_>>();
            if texts.iter().any(|(_, entry)| entry.by.is_some() || !entry.others.is_empty()) {
                return Err(Reject::UnknownValue);
            }
            texts.into_iter().map(|(field, entry)| (field, &entry.text)).collect()
        }
        Op::EditText { field, text, .. } => vec![(field.clone(), text)],
        Op::SetState { why, .. } => vec![(TextField::Notes, why)],
        _ => Vec::new(),
    };
    fields.into_iter().try_for_each(|(field, text)| match field.parse(text) {
        Ok(clean) if clean == *text => Ok(()),
        Ok(_) => Err(Reject::Text { field, error: TextError::Unstorable }),
        Err(error) => Err(Reject::Text { field, error }),
    })?;
    match op {
        // Two long versions kept side by side may have met before this edit.
        Op::EditText { field, base, .. } if base.chars().count() > 4 * field.max() + 8 => {
            let error = TextError::TooLong { max: field.max() };
            Err(Reject::Text { field: field.clone(), error })
        }
        _ => Ok(()),
    }
}

fn check_values(op: &Op) -> Result<(), Reject> {
    let known = match op {
        Op::AddObjective(add) => {
            add.horizon.is_known() && add.theme.as_ref().is_none_or(|theme| theme.is_known())
        }
        Op::AddStep(add) => add.who.is_known() && add.due.is_none_or(is_a_day),
        Op::SetDue { due: day, .. }
        | Op::SetNextDay { on: day, .. }
        | Op::SetDay { on: day, .. } => day.is_none_or(is_a_day),
        Op::AddApplication(add) => add.stage.is_known(),
        Op::Add(add) => add::can_begin(&add.body),
        Op::EditText { field, .. } => field.is_known(),
        Op::ChooseVersion { field, keep, .. } => field.is_known() && keep.is_known(),
        Op::SetHorizon { horizon, .. } => horizon.is_known(),
        Op::SetTheme { theme, .. } => theme.as_ref().is_none_or(|theme| theme.is_known()),
        Op::SetState { state, .. } => state.is_known(),
        Op::SetWho { who, .. } => who.is_known(),
        Op::MoveApplication { to, .. } => to.is_known(),
        Op::Attach { kind, .. } => kind.is_known(),
        Op::SetReason { reason, .. } => reason.as_ref().is_none_or(|reason| reason.is_known()),
        Op::SetReview { review, .. } => review.as_ref().is_none_or(|review| review.is_known()),
        Op::SetMode { mode, .. } => mode.is_known(),
        Op::SayWent { went, .. } => went.as_ref().is_none_or(|went| went.is_known()),
        Op::SetOutcome { outcome, .. } => outcome.as_ref().is_none_or(|outcome| outcome.is_known()),
        Op::SetReviews { days, .. } => are_reviews(days),
        Op::SetMark { mark, .. } => mark.is_known(),
        Op::MoveMeeting { on, time, how, .. } => {
            is_a_day(*on) && time.is_none_or(|time| time.is_sound()) && how.is_known()
        }
        Op::SetMeeting { state, minutes, .. } => state.is_known() && are_minutes(*minutes),
        Op::SayMeeting { word, .. } => word.as_ref().is_none_or(|word| word.is_known()),
        Op::CorrectMeeting { on, how, minutes, .. } => {
            is_a_day(*on) && how.is_known() && are_minutes(*minutes)
        }
        Op::SetCadence { days, .. } => (1..=CADENCE_MAX_DAYS).contains(days),
        _ => true,
    };
    if known { Ok(()) } else { Err(Reject::UnknownValue) }
}

fn is_kind(fits: bool) -> Result<(), Reject> {
    if fits { Ok(()) } else { Err(Reject::WrongKind) }
}

fn allow(actor: &Actor, action: Action, side: Side, item: &Item) -> Result<(), Reject> {
    if may(actor, action, side, item) { Ok(()) } else { Err(Reject::NotAllowed) }
}
