//! What there is to remind somebody of at a moment who does not have the app open.
//!
//! Everything here is true at that moment and goes away by itself: a reminder that could not be
//! sent in time is not sent late. Days and times are those of the clock on the wall in Belgium.

use super::{ReferralReminder, key_date_reminder, referral_reminder};
use crate::{
    actor::{Actor, Seat},
    agreement,
    application::{Application, Stage},
    health::hint::{ApplicationHint, application_hint},
    id::ItemId,
    item::{Item, Suggestion},
    key_date::REMINDER_DAYS,
    meeting::{Meeting, MeetingState, MeetingWord},
    objective::ObjectiveState,
    protocol::reminders::ReminderKind,
    pulse::PULSE_DAYS,
    referral::ReferralStage,
    space::Side,
    step::{Step, Who},
    time::Timestamp,
    world::World,
};
use chrono::{Duration, NaiveDate, NaiveDateTime};

/// The hour from which on a day's reminders come.
const MORNING: i64 = 9;
/// How long before a meeting it is said once more.
const SOON: i64 = 2;
/// Whoever has the app open reads a message before it is worth a reminder.
const READING: i64 = 10;
/// Days after which a message that was not read is not said any more.
const FRESH_DAYS: i64 = 3;
/// Days that an agreement may wait before somebody is reminded of it.
const SIGNING_DAYS: i64 = 2;

/// What a reminder says. None of it holds a word of a board, and no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// A meeting or a visit is tomorrow.
    Tomorrow,
    /// A meeting is within two hours.
    Soon,
    /// The other one wrote.
    Wrote,
    /// It is the day of something to do.
    Next,
    /// An employer has not answered.
    Answer,
    /// A referral is worth a question.
    Referral,
    /// A key date comes near.
    KeyDate,
    /// The agreement waits for a signature.
    Agreement,
    /// How does it go?
    Pulse,
}

impl Says {
    /// The choice it falls under.
    #[must_use]
    pub fn kind(self) -> ReminderKind {
        match self {
            Self::Tomorrow | Self::Soon => ReminderKind::Meeting,
            Self::Wrote => ReminderKind::Wrote,
            Self::Next => ReminderKind::Next,
            Self::Answer => ReminderKind::Answer,
            Self::Referral => ReminderKind::Referral,
            Self::KeyDate => ReminderKind::KeyDate,
            Self::Agreement => ReminderKind::Agreement,
            Self::Pulse => ReminderKind::Pulse,
        }
    }
}

/// One thing to remind of. The key is the same as long as it is the same thing: a meeting that
/// is moved to another day is another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occasion {
    /// What is said.
    pub says: Says,
    /// By what it is known that it was said. Ids and numbers only.
    pub key: String,
}

/// The clock, and how it reads on the wall.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The moment.
    pub now: Timestamp,
    /// What the clock on the wall shows at a moment.
    pub wall: fn(Timestamp) -> NaiveDateTime,
}

impl Clock {
    fn now(self) -> NaiveDateTime {
        (self.wall)(self.now)
    }

    fn today(self) -> NaiveDate {
        self.now().date()
    }

    fn day(self, at: Timestamp) -> NaiveDate {
        (self.wall)(at).date()
    }

    /// Whether the day's reminders come by now.
    fn is_morning_over(self) -> bool {
        self.now() >= self.today().and_time(chrono::NaiveTime::MIN) + Duration::hours(MORNING)
    }
}

/// What there is now for one of the two of a duo that runs, on one board. While it rests there is
/// nothing.
#[must_use]
pub fn occasions(world: &World, me: &Actor, clock: Clock) -> Vec<Occasion> {
    let today = clock.today();
    let rests = |item: &Item| item.is_live() && item.as_pause().is_some_and(|it| it.covers(today));
    if world.items().any(|(_, item)| rests(item)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (side, item) in world.items() {
        found.extend(of_now(world, me, clock, side, item));
        if clock.is_morning_over() {
            found.extend(of_today(world, me, clock, item));
        }
    }
    if clock.is_morning_over() {
        found.extend(signature(world, me, clock));
        found.extend(pulse(world, me, clock));
    }
    found.sort_unstable();
    found
}

fn occasion(says: Says, item: ItemId, rest: impl std::fmt::Display) -> Occasion {
    Occasion { says, key: format!("{}:{item}:{rest}", says.kind().as_str()) }
}

/// What is about hours and minutes.
fn of_now(world: &World, me: &Actor, clock: Clock, side: Side, item: &Item) -> Option<Occasion> {
    if let Some(meeting) = item.as_meeting().filter(|_| item.is_live()) {
        return soon(item, meeting, clock);
    }
    let is_idea = me.seat == Seat::Mentee && item.suggestion == Some(Suggestion::Open);
    let is_unread = item.as_comment().is_some_and(|comment| {
        let subject = world.find(comment.on);
        comment.seen.is_none() && subject.is_some_and(|(_, subject)| subject.removed.is_none())
    });
    let is_news = is_idea || (is_unread && item.is_live());
    let age = clock.now.0 - item.at.0;
    let is_due = (READING * 60 * 1000..FRESH_DAYS * Timestamp::DAY).contains(&age);
    let other = side == Side::Shared && item.by != me.person && item.removed.is_none();
    (is_news && is_due && other).then(|| occasion(Says::Wrote, item.id, ""))
}

fn soon(item: &Item, meeting: &Meeting, clock: Clock) -> Option<Occasion> {
    let time = meeting.time.filter(|_| takes_place(meeting))?;
    let start = meeting.on.and_time(chrono::NaiveTime::MIN) + Duration::minutes(time.0.into());
    let now = clock.now();
    let is_soon = (start - Duration::hours(SOON)..start).contains(&now);
    is_soon.then(|| occasion(Says::Soon, item.id, format_args!("{}:{}:soon", meeting.on, time.0)))
}

fn takes_place(meeting: &Meeting) -> bool {
    let is_off = meeting.said.as_ref().is_some_and(|said| said.word == MeetingWord::CannotCome);
    meeting.state == MeetingState::Planned && !is_off
}

/// What is about days: one may be about several, like a project with a visit and a quiet month.
fn of_today(world: &World, me: &Actor, clock: Clock, item: &Item) -> Vec<Occasion> {
    if !item.is_live() {
        return Vec::new();
    }
    let is_mine = me.seat == Seat::Mentee;
    let next = || {
        let on = match (item.as_application(), item.as_step()) {
            (Some(application), _) if is_mine => application.planned()?.1?,
            (_, Some(step)) => step_on(world, me, step)?,
            _ => return None,
        };
        // A day that the server slept through is made up for on the next one.
        let days = (clock.today() - on).num_days();
        (0..=1).contains(&days).then(|| occasion(Says::Next, item.id, on))
    };
    let found = [
        tomorrow(item, is_mine, clock),
        next(),
        item.as_application().filter(|_| is_mine).and_then(|it| answer(item.id, it, clock)),
        referral(item, clock),
        key_date(item, clock.today()).filter(|_| is_mine),
    ];
    found.into_iter().flatten().collect()
}

fn tomorrow(item: &Item, is_mine: bool, clock: Clock) -> Option<Occasion> {
    let next = clock.today().succ_opt()?;
    let is_meeting = item.as_meeting().is_some_and(|it| takes_place(it) && it.on == next);
    let is_visit = is_mine
        && item.as_referral().is_some_and(|it| {
            let is_to_do = it.stage() == ReferralStage::ToDo;
            (is_to_do && it.on == Some(next)) || it.reviews.contains(&next)
        });
    (is_meeting || is_visit).then(|| occasion(Says::Tomorrow, item.id, next))
}

/// The day of a step that this person does, in an objective that is being worked on.
fn step_on(world: &World, me: &Actor, step: &Step) -> Option<NaiveDate> {
    let own = match me.seat {
        Seat::Mentee => Who::Mentee,
        Seat::Mentor => Who::Mentor,
    };
    let (_, objective) = world.find(step.objective)?;
    let is_active = objective.is_live()
        && objective.as_objective().is_some_and(|it| it.state == ObjectiveState::Active);
    let is_to_do = step.done.is_none() && (step.who == own || step.who == Who::Both);
    step.due.filter(|_| is_active && is_to_do)
}

/// An application that was sent, once for each of the three hints.
fn answer(item: ItemId, application: &Application, clock: Clock) -> Option<Occasion> {
    let today = clock.today();
    let waits = matches!(application.stage, Stage::Sent | Stage::FollowedUp)
        && application.next_on.is_none_or(|on| on <= today);
    let moved = application.moves.last().filter(|_| waits)?.at;
    let week = match application_hint((today - clock.day(moved)).num_days())? {
        ApplicationHint::FollowUp => 1,
        ApplicationHint::Gentle => 2,
        ApplicationHint::OfferNoAnswer => 3,
    };
    Some(occasion(Says::Answer, item, format_args!("{}:{week}", moved.0)))
}

fn referral(item: &Item, clock: Clock) -> Option<Occasion> {
    let asks = match referral_reminder(item, clock.now)? {
        ReferralReminder::AskNews => "news",
        ReferralReminder::AskOutcome => "outcome",
    };
    Some(occasion(Says::Referral, item.id, format_args!("{}:{asks}", item.changed.0)))
}

fn key_date(item: &Item, today: NaiveDate) -> Option<Occasion> {
    let left = key_date_reminder(item, today)?;
    let on = item.as_key_date()?.on;
    let [_, second] = REMINDER_DAYS;
    let which = if left > second { "first" } else { "second" };
    Some(occasion(Says::KeyDate, item.id, format_args!("{on}:{which}")))
}

fn signature(world: &World, me: &Actor, clock: Clock) -> Option<Occasion> {
    let item = agreement::current(world)?;
    let waits = item.as_agreement().is_some_and(|it| !it.is_signed_by(me.person));
    let is_old = item.changed.plus_days(SIGNING_DAYS) <= clock.now;
    (waits && is_old).then(|| occasion(Says::Agreement, item.id, item.changed.0))
}

/// Once a month, from a month after the first thing on the board or the last answer on.
fn pulse(world: &World, me: &Actor, clock: Clock) -> Option<Occasion> {
    let answers = world.items().map(|(_, item)| item);
    let answers =
        answers.filter(|it| it.is_live() && it.by == me.person && it.as_pulse().is_some());
    let begun = world.items().map(|(_, item)| item.at).min()?;
    let since = answers.map(|item| item.at).max().unwrap_or(begun);
    let month = (clock.today() - clock.day(since)).num_days() / PULSE_DAYS;
    let key = format!("{}:{}:{month}", ReminderKind::Pulse.as_str(), since.0);
    (month > 0).then_some(Occasion { says: Says::Pulse, key })
}

#[cfg(test)]
mod tests;
