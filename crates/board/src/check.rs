//! Everything that must hold before an operation is carried out: its item is there, is of the
//! right kind, the person may, the words fit.

use chrono::{Datelike, NaiveDate};

use crate::{
    actor::Actor,
    apply::targets,
    item::{Body, Item, UNDO_DAYS},
    op::{Op, TextField},
    permit::{Action, may, may_add},
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
    match op {
        Op::AddObjective(add) => {
            check_new(world, actor, add.id)?;
            may_add(actor).then_some(()).ok_or(Reject::NotAllowed)
        }
        Op::AddApplication(add) => {
            check_new(world, actor, add.id)?;
            may_add(actor).then_some(()).ok_or(Reject::NotAllowed)
        }
        Op::AddStep(add) => {
            check_new(world, actor, add.id)?;
            let (side, objective) = world.find(add.objective).ok_or(Reject::NotFound)?;
            is_kind(matches!(objective.body, Body::Objective(_)))?;
            allow(actor, Action::Plan, side, objective)
        }
        Op::AddComment(add) => {
            check_new(world, actor, add.id)?;
            let (side, subject) = world.find(add.on).ok_or(Reject::NotFound)?;
            allow(actor, Action::Comment, side, subject)
        }
        _ => {
            if targets(op).len() > SEEN_MAX {
                return Err(Reject::Full);
            }
            targets(op).iter().try_for_each(|id| {
                let (side, item) = world.find(*id).ok_or(Reject::NotFound)?;
                check_item(actor, at, op, side, item)?;
                let parent = item.parent().filter(|_| matches!(op, Op::Share { .. }));
                // What belongs to a private item cannot be shared before it.
                match parent.and_then(|parent| world.find(parent)) {
                    Some((Side::Private, _)) => Err(Reject::NotAllowed),
                    _ => Ok(()),
                }
            })
        }
    }
}

/// The rules of an operation on an item that exists.
fn check_item(
    actor: &Actor,
    at: Timestamp,
    op: &Op,
    side: Side,
    item: &Item,
) -> Result<(), Reject> {
    let body = &item.body;
    let (action, kind_fits) = match op {
        Op::EditText { field, .. } | Op::ChooseVersion { field, .. } => {
            (Action::Write, item.entry(field).is_some())
        }
        Op::SetHorizon { .. } | Op::SetTheme { .. } | Op::SetState { .. } => {
            (Action::Plan, matches!(body, Body::Objective(_)))
        }
        Op::SetDue { .. } | Op::SetWho { .. } | Op::PlaceStep { .. } => {
            (Action::Plan, matches!(body, Body::Step(_)))
        }
        Op::MoveApplication { .. } | Op::SetNextDay { .. } => {
            (Action::Plan, matches!(body, Body::Application(_)))
        }
        Op::TickStep { .. } => (Action::Tick, matches!(body, Body::Step(_))),
        Op::SeeComments { .. } => (Action::See, matches!(body, Body::Comment(_))),
        Op::Remove { .. } | Op::Restore { .. } => (Action::Remove, true),
        Op::Share { .. } | Op::Unshare { .. } => (Action::Share, true),
        Op::AddObjective(_) | Op::AddStep(_) | Op::AddApplication(_) | Op::AddComment(_) => {
            (Action::Plan, false)
        }
    };
    is_kind(kind_fits)?;
    allow(actor, action, side, item)?;
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
        Op::AddStep(add) => add.who.is_known() && is_a_day_of_a_plan(add.due),
        Op::SetDue { due: day, .. } | Op::SetNextDay { on: day, .. } => is_a_day_of_a_plan(*day),
        Op::AddApplication(add) => add.stage.is_known(),
        Op::EditText { field, .. } => field.is_known(),
        Op::ChooseVersion { field, keep, .. } => field.is_known() && keep.is_known(),
        Op::SetHorizon { horizon, .. } => horizon.is_known(),
        Op::SetTheme { theme, .. } => theme.as_ref().is_none_or(|theme| theme.is_known()),
        Op::SetState { state, .. } => state.is_known(),
        Op::SetWho { who, .. } => who.is_known(),
        Op::MoveApplication { to, .. } => to.is_known(),
        _ => true,
    };
    if known { Ok(()) } else { Err(Reject::UnknownValue) }
}

/// Years that a plan can speak of: what the date field of the app accepts.
fn is_a_day_of_a_plan(day: Option<NaiveDate>) -> bool {
    day.is_none_or(|day| (1900..2200).contains(&day.year()))
}

fn is_kind(fits: bool) -> Result<(), Reject> {
    if fits { Ok(()) } else { Err(Reject::WrongKind) }
}

fn allow(actor: &Actor, action: Action, side: Side, item: &Item) -> Result<(), Reject> {
    if may(actor, action, side, item) { Ok(()) } else { Err(Reject::NotAllowed) }
}
