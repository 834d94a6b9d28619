//! What an accepted operation does to the space that holds its item: the only code that changes
//! items, the same in the browser and on the server.
//!
//! It looks at nothing but the space, so that every reader of the log reaches the same state. An
//! operation whose item is not there changes nothing.

use crate::{
    application::{Application, Move},
    comment::Comment,
    entry::{Entry, Version},
    id::{ItemId, PersonId},
    item::{Body, Item, Removal},
    merge::{Merged, merge},
    objective::{Objective, ObjectiveState},
    op::{Keep, Op, TextField},
    space::Space,
    step::Step,
    time::Timestamp,
};

/// Carries out `op` by `by` at `at`. Returns the items it wrote.
pub fn apply(space: &mut Space, by: PersonId, at: Timestamp, op: &Op) -> Vec<ItemId> {
    if let Some(item) = new_item(by, at, op) {
        let id = item.id;
        space.items.entry(id).or_insert(item);
        return vec![id];
    }
    let mut touched = Vec::new();
    for id in targets(op) {
        if let Some(item) = space.items.get_mut(id) {
            item.changed = at;
            // An edit by another person beats a removal; the app says so (design.md §3).
            let edits = !matches!(op, Op::SeeComments { .. } | Op::Remove { .. });
            if edits && item.removed.is_some_and(|removal| removal.by != by) {
                item.removed = None;
            }
            change(item, by, at, op);
            touched.push(*id);
        }
    }
    touched
}

/// The items an operation is about; for an addition, the item it is added to.
#[must_use]
pub fn targets(op: &Op) -> &[ItemId] {
    match op {
        Op::AddObjective(_) | Op::AddApplication(_) => &[],
        Op::AddStep(add) => std::slice::from_ref(&add.objective),
        Op::AddComment(add) => std::slice::from_ref(&add.on),
        Op::SeeComments { items } => items,
        Op::EditText { item, .. }
        | Op::ChooseVersion { item, .. }
        | Op::SetHorizon { item, .. }
        | Op::SetTheme { item, .. }
        | Op::SetState { item, .. }
        | Op::TickStep { item, .. }
        | Op::SetDue { item, .. }
        | Op::SetWho { item, .. }
        | Op::PlaceStep { item, .. }
        | Op::MoveApplication { item, .. }
        | Op::SetNextDay { item, .. }
        | Op::Remove { item }
        | Op::Restore { item }
        | Op::Share { item }
        | Op::Unshare { item } => std::slice::from_ref(item),
    }
}

/// The item that an addition makes, and `None` for every other operation.
fn new_item(by: PersonId, at: Timestamp, op: &Op) -> Option<Item> {
    let (id, only_me, body) = match op.clone() {
        Op::AddObjective(add) => (
            add.id,
            add.only_me,
            Body::Objective(Objective {
                title: Entry::new(add.title),
                horizon: add.horizon,
                theme: add.theme,
                notes: Entry::new(add.notes),
                state: ObjectiveState::Active,
                why: String::new(),
                since: at,
            }),
        ),
        Op::AddStep(add) => (
            add.id,
            add.only_me,
            Body::Step(Step {
                objective: add.objective,
                title: Entry::new(add.title),
                due: add.due,
                who: add.who,
                done: None,
                order: add.order,
            }),
        ),
        Op::AddApplication(add) => (
            add.id,
            add.only_me,
            Body::Application(Application {
                employer: Entry::new(add.employer),
                job: Entry::new(add.job),
                moves: vec![Move { to: add.stage.clone(), at, by }],
                stage: add.stage,
                link: Entry::new(add.link),
                source: Entry::new(add.source),
                contact: Entry::new(add.contact),
                place: Entry::new(add.place),
                notes: Entry::default(),
                next: Entry::default(),
                next_on: None,
            }),
        ),
        Op::AddComment(add) => (
            add.id,
            add.only_me,
            Body::Comment(Comment {
                on: add.on,
                text: Entry::new(add.text),
                edited: false,
                seen: None,
            }),
        ),
        _ => return None,
    };
    Some(Item { id, by, at, changed: at, removed: None, only_me, body })
}

/// What `op` does to one item.
fn change(item: &mut Item, by: PersonId, at: Timestamp, op: &Op) {
    match op {
        Op::EditText { field, base, text, .. } => edit_text(item, by, at, field, base, text),
        Op::ChooseVersion { field, waiting, keep, .. } => {
            if let Some(entry) = item.entry_mut(field) {
                choose_version(entry, field, *waiting, keep);
            }
        }
        Op::Remove { .. } => item.removed = Some(Removal { by, at }),
        Op::Restore { .. } => item.removed = None,
        _ => match &mut item.body {
            Body::Objective(objective) => change_objective(objective, at, op),
            Body::Step(step) => change_step(step, at, op),
            Body::Application(application) => change_application(application, by, at, op),
            Body::Comment(comment) => {
                if matches!(op, Op::SeeComments { .. }) {
                    comment.seen.get_or_insert(at);
                }
            }
        },
    }
}

fn change_objective(objective: &mut Objective, at: Timestamp, op: &Op) {
    match op {
        Op::SetHorizon { horizon, .. } => objective.horizon = horizon.clone(),
        Op::SetTheme { theme, .. } => objective.theme.clone_from(theme),
        Op::SetState { state, why, .. } => {
            objective.state = state.clone();
            objective.why.clone_from(why);
            objective.since = at;
        }
        _ => {}
    }
}

fn change_step(step: &mut Step, at: Timestamp, op: &Op) {
    match op {
        Op::TickStep { done: false, .. } => step.done = None,
        Op::TickStep { done: true, .. } => {
            step.done.get_or_insert(at);
        }
        Op::SetDue { due, .. } => step.due = *due,
        Op::SetWho { who, .. } => step.who = who.clone(),
        Op::PlaceStep { order, .. } => step.order = order.clone(),
        _ => {}
    }
}

fn change_application(application: &mut Application, by: PersonId, at: Timestamp, op: &Op) {
    match op {
        Op::MoveApplication { to, .. } if application.stage != *to => {
            application.stage = to.clone();
            application.moves.push(Move { to: to.clone(), at, by });
        }
        Op::SetNextDay { on, .. } => application.next_on = *on,
        _ => {}
    }
}

fn edit_text(
    item: &mut Item,
    by: PersonId,
    at: Timestamp,
    field: &TextField,
    base: &str,
    text: &str,
) {
    let maker = item.by;
    let Some(entry) = item.entry_mut(field) else { return };
    // Somebody whose version is waiting goes on writing it: still one waiting version.
    if entry.text != base
        && let Some(own) = entry.others.iter_mut().find(|own| own.by == by && own.text == base)
    {
        text.clone_into(&mut own.text);
        return;
    }
    let author = entry.by.unwrap_or(maker);
    match merge(base, &entry.text, text) {
        Merged::Clean(merged) => entry.text = merged,
        Merged::Clash => {
            let lost = std::mem::replace(&mut entry.text, text.to_owned());
            // Two clashes in one millisecond still need two names.
            let named = entry.others.last().map_or(at, |last| at.max(Timestamp(last.at.0 + 1)));
            entry.others.push(Version { text: lost, by: author, at: named });
        }
    }
    if entry.text == text {
        entry.by = (by != maker).then_some(by);
    }
    if let Body::Comment(comment) = &mut item.body {
        comment.edited = true;
    }
}

fn choose_version(entry: &mut Entry, field: &TextField, waiting: Timestamp, keep: &Keep) {
    let Some(place) = entry.others.iter().position(|version| version.at == waiting) else {
        return; // The other person settled it first.
    };
    let version = entry.others.remove(place);
    match keep {
        Keep::Shown | Keep::Other(_) => {}
        Keep::Waiting => {
            entry.text = version.text;
            entry.by = Some(version.by);
        }
        Keep::Both => {
            let gap = if field.is_long() { "\n\n" } else { " / " };
            entry.text = [version.text.as_str(), entry.text.as_str()].join(gap);
        }
    }
}

#[cfg(test)]
mod tests;
