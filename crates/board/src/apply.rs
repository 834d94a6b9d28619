//! What an accepted operation does to the space that holds its item: the only code that changes
//! items, the same in the browser and on the server.
//!
//! It looks at nothing but the space, so that every reader of the log reaches the same state. An
//! operation whose item is not there changes nothing.

mod texts;

use crate::{
    add,
    application::{Application, Move},
    comment::Comment,
    cv::CvKind,
    entry::Entry,
    id::{ItemId, PersonId},
    item::{Body, Item, Removal, Suggestion},
    meeting::{Meeting, MeetingState, Said},
    objective::{Objective, ObjectiveState},
    op::Op,
    space::Space,
    step::Step,
    time::Timestamp,
};

/// Carries out `op` by `by` at `at`. Returns the items it wrote.
pub fn apply(space: &mut Space, by: PersonId, at: Timestamp, op: &Op) -> Vec<ItemId> {
    if let Some(mut item) = new_item(by, at, op) {
        if let Some(id) = join_meeting(space, by, at, &item) {
            return vec![id];
        }
        renumber(space, &mut item);
        let id = item.id;
        space.items.insert_new(item);
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
        Op::Add(add) => add.body.parent().map_or(&[], std::slice::from_ref),
        Op::SeeComments { items } => items,
        Op::EditText { item, .. }
        | Op::ChooseVersion { item, .. }
        | Op::SetHorizon { item, .. }
        | Op::SetTheme { item, .. }
        | Op::SetState { item, .. }
        | Op::TickStep { item, .. }
        | Op::SetDue { item, .. }
        | Op::SetWho { item, .. }
        | Op::Place { item, .. }
        | Op::MoveApplication { item, .. }
        | Op::SetNextDay { item, .. }
        | Op::AnswerSuggestion { item, .. }
        | Op::ReopenSuggestion { item }
        | Op::Attach { item, .. }
        | Op::SetReason { item, .. }
        | Op::SetReview { item, .. }
        | Op::Seal { item }
        | Op::SetAim { item, .. }
        | Op::SetDay { item, .. }
        | Op::SetMode { item, .. }
        | Op::SayWent { item, .. }
        | Op::SetOutcome { item, .. }
        | Op::SetReviews { item, .. }
        | Op::SetMark { item, .. }
        | Op::MoveMeeting { item, .. }
        | Op::SetMeeting { item, .. }
        | Op::SayMeeting { item, .. }
        | Op::CorrectMeeting { item, .. }
        | Op::SetCadence { item, .. }
        | Op::Sign { item }
        | Op::EndPause { item }
        | Op::Settle { item }
        | Op::Remove { item }
        | Op::Restore { item }
        | Op::Share { item }
        | Op::Unshare { item } => std::slice::from_ref(item),
    }
}

/// The item that an addition makes, and `None` for every other operation.
fn new_item(by: PersonId, at: Timestamp, op: &Op) -> Option<Item> {
    let (id, only_me, suggested, body) = match op.clone() {
        Op::AddObjective(add) => (
            add.id,
            add.only_me,
            add.suggested,
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
            add.suggested,
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
            add.suggested,
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
                cv: None,
                letter: None,
                reason: None,
                learnt: Entry::default(),
            }),
        ),
        Op::AddComment(add) => (
            add.id,
            add.only_me,
            false,
            Body::Comment(Comment {
                on: add.on,
                text: Entry::new(add.text),
                edited: false,
                seen: None,
                asks: add.asks,
                settled: None,
            }),
        ),
        Op::Add(add) => {
            let mut body = add.body;
            add::stamp(&mut body, by, at);
            (add.id, add.only_me, false, body)
        }
        _ => return None,
    };
    let suggestion = suggested.then_some(Suggestion::Open);
    Some(Item { id, by, at, changed: at, removed: None, only_me, suggestion, body })
}

/// Two people who note the same meeting, or one that was planned, have one meeting (T05).
fn join_meeting(space: &mut Space, by: PersonId, at: Timestamp, new: &Item) -> Option<ItemId> {
    let noted = new.as_meeting().filter(|meeting| meeting.state == MeetingState::Held)?;
    let known = space.items.values_mut().find(|item| {
        item.removed.is_none()
            && item.as_meeting().is_some_and(|known| {
                known.on == noted.on && (known.is_ahead() || known.state == MeetingState::Held)
            })
    })?;
    known.changed = at;
    if let Body::Meeting(meeting) = &mut known.body {
        hold(meeting, by, noted.minutes);
    }
    for (field, entry) in new.body.texts() {
        texts::join(known, by, at, &field, &entry.text);
    }
    Some(known.id)
}

/// Notes that a meeting took place.
fn hold(meeting: &mut Meeting, by: PersonId, minutes: Option<u16>) {
    meeting.state = MeetingState::Held;
    meeting.minutes = minutes.or(meeting.minutes);
    if !meeting.logged.contains(&by) {
        meeting.logged.push(by);
    }
}

/// Numbers are given once: two devices that both made "CV 3" get 3 and 4 (M16).
pub(crate) fn renumber(space: &Space, new: &mut Item) {
    let Body::CvVersion(cv) = &mut new.body else { return };
    let taken = space.items.values().filter_map(Item::as_cv_version);
    let taken: Vec<u32> =
        taken.filter(|other| other.kind == cv.kind).map(|other| other.number).collect();
    if taken.contains(&cv.number) {
        cv.number = taken.iter().max().map_or(1, |highest| highest + 1);
    }
}

/// What `op` does to one item.
fn change(item: &mut Item, by: PersonId, at: Timestamp, op: &Op) {
    match op {
        Op::EditText { field, base, text, .. } => texts::edit(item, by, at, field, base, text),
        Op::ChooseVersion { field, waiting, keep, .. } => {
            texts::choose(item, field, *waiting, keep);
        }
        Op::Remove { .. } => item.removed = Some(Removal { by, at }),
        Op::Restore { .. } => item.removed = None,
        Op::AnswerSuggestion { accept, .. } => {
            item.suggestion = (!accept).then_some(Suggestion::Declined);
        }
        Op::ReopenSuggestion { .. } => item.suggestion = Some(Suggestion::Open),
        _ => change_body(&mut item.body, by, at, op),
    }
}

/// What `op` does to what the item is.
fn change_body(body: &mut Body, by: PersonId, at: Timestamp, op: &Op) {
    match (body, op) {
        (Body::Objective(objective), op) => change_objective(objective, at, op),
        (Body::Step(step), op) => change_step(step, at, op),
        (Body::Application(application), op) => change_application(application, by, at, op),
        (Body::Meeting(meeting), op) => change_meeting(meeting, by, op),
        (Body::Comment(comment), Op::SeeComments { .. }) => {
            comment.seen.get_or_insert(at);
        }
        (Body::Comment(comment), Op::Settle { .. }) => {
            comment.settled.get_or_insert(at);
        }
        (Body::CvVersion(cv), Op::SetReview { review, .. }) => cv.review.clone_from(review),
        (Body::CvVersion(cv), Op::SetAim { sector, .. }) => cv.sector.clone_from(sector),
        (Body::CvVersion(cv), Op::Seal { .. }) => {
            cv.sealed.get_or_insert(at);
        }
        (Body::CvEntry(entry), Op::Place { order, .. }) => entry.order = order.clone(),
        (Body::Referral(referral), Op::SetDay { on, .. }) => referral.on = *on,
        (Body::Referral(referral), Op::SetMode { mode, .. }) => referral.mode = Some(mode.clone()),
        (Body::Referral(referral), Op::SayWent { went, .. }) => {
            referral.say_went(by, at, went.as_ref());
        }
        (Body::Referral(referral), Op::SetOutcome { outcome, .. }) => {
            referral.set_outcome(by, at, outcome.as_ref());
        }
        (Body::Referral(referral), Op::SetReviews { days, .. }) => {
            referral.reviews.clone_from(days);
        }
        (Body::CodeMark(code), Op::SetMark { mark, .. }) => code.mark = mark.clone(),
        (Body::Contact(contact), Op::SetDay { on, .. }) => contact.last = *on,
        (Body::KeyDate(date), Op::SetDay { on: Some(on), .. }) => date.on = *on,
        (Body::Agreement(agreement), Op::SetCadence { days, .. })
            if agreement.cadence_days != *days =>
        {
            agreement.cadence_days = *days;
            agreement.signed.clear();
        }
        (Body::Agreement(agreement), Op::Sign { .. }) if !agreement.is_signed_by(by) => {
            agreement.signed.push(crate::agreement::Signature { by, at });
        }
        (Body::Pause(pause), Op::EndPause { .. }) => {
            pause.ended.get_or_insert(at);
        }
        (Body::Project(project), Op::SetAim { sector, occupation, .. }) => {
            project.sector.clone_from(sector);
            project.occupation.clone_from(occupation);
        }
        _ => {}
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
        Op::Place { order, .. } => step.order = order.clone(),
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
        Op::Attach { kind: CvKind::Letter, version, .. } => application.letter = *version,
        Op::Attach { version, .. } => application.cv = *version,
        Op::SetReason { reason, .. } => application.reason.clone_from(reason),
        _ => {}
    }
}

fn change_meeting(meeting: &mut Meeting, by: PersonId, op: &Op) {
    match op {
        // It took place, or not, while somebody was thinking of another day.
        Op::MoveMeeting { .. } if meeting.is_over() => {}
        Op::MoveMeeting { on, time, how, .. } => {
            meeting.on = *on;
            meeting.time = *time;
            meeting.how = how.clone();
            meeting.state = MeetingState::Proposed;
            meeting.moved_by = Some(by);
            meeting.said = None;
        }
        Op::CorrectMeeting { on, how, minutes, .. } if meeting.is_over() => {
            meeting.on = *on;
            meeting.how = how.clone();
            meeting.minutes = *minutes;
        }
        Op::SetMeeting { state: MeetingState::Held, minutes, .. } => hold(meeting, by, *minutes),
        Op::SetMeeting { state, .. } => meeting.state = state.clone(),
        Op::SayMeeting { word, .. } => {
            meeting.said = word.clone().map(|word| Said { by, word });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
