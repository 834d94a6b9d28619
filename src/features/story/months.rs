//! What happened in each month. Pure, so that the story can be tested.

use board::{
    application::Stage,
    cv::{CvKind, Review},
    entry::Entry,
    id::ItemId,
    item::{Body, Item},
    meeting::MeetingState,
    objective::ObjectiveState,
    pause::Pause,
    referral::ReferralOutcome,
    time::Timestamp,
    world::World,
};
use chrono::{Datelike, Days, Months, NaiveDate};

use crate::features::applications::trail::trail;

/// As long as a duo goes on together.
const MONTHS: u32 = 6;
/// A story that is longer begins later.
const BACK_MAX: u32 = 23;
/// Plans further ahead than this are no story yet.
const AHEAD_MAX: u32 = 6;

/// A kind of thing that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// An objective.
    Objective,
    /// An application left.
    Sent,
    /// The mentee said yes to an offer.
    Accepted,
    /// A service they were referred to took them in.
    Registered,
    /// A CV was read by both and is good to send.
    Cv,
    /// The same for a letter.
    Letter,
}

/// Something that was reached, under its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reached {
    /// What it is.
    pub what: What,
    /// What it is called.
    pub title: String,
}

/// One month of the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// Days on which the two met.
    pub held: Vec<NaiveDate>,
    /// Days on which they are going to meet.
    pub planned: Vec<NaiveDate>,
    /// Breaks: first and last day within the month.
    pub rests: Vec<(NaiveDate, NaiveDate)>,
    /// Steps that were done, in the order in which they were.
    pub steps: Vec<String>,
    /// What was reached, in the same order.
    pub reached: Vec<Reached>,
}

/// The months from the first trace of the duo on, six of them at least.
#[must_use]
pub fn months(
    world: &World,
    today: NaiveDate,
    day_of: impl Fn(Timestamp) -> NaiveDate,
) -> Vec<Month> {
    let held = dates(world, &MeetingState::Held);
    let planned = dates(world, &MeetingState::Planned);
    let live = || world.items().map(|(_, item)| item).filter(|item| item.is_live());
    let traces = live().map(|item| day_of(item.at)).chain(held.iter().copied());
    let earliest = back(today, BACK_MAX);
    let start = first_of(traces.min().unwrap_or(today).clamp(earliest, today));
    let latest = ahead(first_of(today), AHEAD_MAX);
    let plans = planned.iter().copied().filter(|on| *on <= latest).max().unwrap_or(today);
    let end = plans.max(today).max(ahead(start, MONTHS - 1));
    let mut months = Vec::new();
    let mut first = start;
    while first <= end {
        months.push(Month { first, ..Month::default() });
        first = ahead(first, 1);
    }
    let mut steps = live()
        .filter_map(|item| {
            let step = item.as_step()?;
            Some((step.done?, item.id, step.title.text.clone()))
        })
        .collect::<Vec<_>>();
    steps.sort();
    let mut reached = live().flat_map(reached_by).collect::<Vec<_>>();
    reached.sort();
    let pauses = live()
        .filter_map(|item| item.as_pause())
        .filter_map(|pause| span(pause, &day_of))
        .collect::<Vec<_>>();
    for month in &mut months {
        let last = last_of(month.first);
        let inside = |day: &NaiveDate| (month.first..=last).contains(day);
        month.held = held.iter().copied().filter(inside).collect();
        month.planned = planned.iter().copied().filter(inside).filter(|on| *on >= today).collect();
        month.steps = steps
            .iter()
            .filter(|(at, ..)| inside(&day_of(*at)))
            .map(|(.., title)| title.clone())
            .collect();
        month.reached = reached
            .iter()
            .filter(|(at, ..)| inside(&day_of(*at)))
            .map(|(.., reached)| reached.clone())
            .collect();
        month.rests = pauses
            .iter()
            .map(|(from, until)| ((*from).max(month.first), (*until).min(last)))
            .filter(|(from, until)| from <= until)
            .collect();
    }
    months
}

/// What an item tells of: when, and what. Refusals are nobody's story.
fn reached_by(item: &Item) -> Vec<(Timestamp, ItemId, Reached)> {
    let named = |at: Timestamp, what: What, title: &Entry| {
        (at, item.id, Reached { what, title: title.text.clone() })
    };
    match &item.body {
        Body::Objective(objective) if objective.state == ObjectiveState::Reached => {
            vec![named(objective.since, What::Objective, &objective.title)]
        }
        Body::Application(application) => {
            let what = |stage: &Stage| match stage {
                Stage::Sent => Some(What::Sent),
                Stage::Accepted => Some(What::Accepted),
                _ => None,
            };
            let told = trail(application).into_iter();
            told.filter_map(|step| Some(named(step.at, what(&step.to)?, &application.job)))
                .collect()
        }
        Body::Referral(referral) if referral.outcome == Some(ReferralOutcome::Registered) => {
            let said = referral.news.iter().rev().find(|news| news.outcome == referral.outcome);
            let at = said.map_or(item.changed, |news| news.at);
            vec![named(at, What::Registered, &referral.title)]
        }
        Body::CvVersion(cv) if cv.review == Some(Review::Ready) => {
            let what = if cv.kind == CvKind::Letter { What::Letter } else { What::Cv };
            vec![named(cv.sealed.unwrap_or(item.changed), what, &cv.title)]
        }
        _ => Vec::new(),
    }
}

/// The days of meetings in a state, in order.
fn dates(world: &World, state: &MeetingState) -> Vec<NaiveDate> {
    let live = world.items().map(|(_, item)| item).filter(|item| item.is_live());
    let mut dates = live
        .filter_map(|item| match &item.body {
            Body::Meeting(meeting) if meeting.state == *state => Some(meeting.on),
            _ => None,
        })
        .collect::<Vec<_>>();
    dates.sort_unstable();
    dates
}

/// The days of a break, as it was.
fn span(pause: &Pause, day_of: impl Fn(Timestamp) -> NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let until = pause.ended.map_or(pause.until, |at| day_of(at).min(pause.until));
    (pause.from <= until).then_some((pause.from, until))
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn last_of(first: NaiveDate) -> NaiveDate {
    ahead(first, 1).checked_sub_days(Days::new(1)).unwrap_or(first)
}

fn ahead(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}

fn back(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(day)
}

#[cfg(test)]
mod tests;
