//! Duos themselves: how many, how they ended, how often the two met (I01 to I06).

use super::{
    Selection,
    figure::{Code, Figure, FigureState, PartKey, Silence, Unit, count, rounded},
};
use crate::{
    health::{calendar::days_without_breaks, facts::MeetingKind},
    office::{closure::EARLY_WEEKS, record::DuoRecord},
};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Days within which the first meeting counts as prompt (I06).
pub const FIRST_MEETING_DAYS: u64 = 14;

/// I01 and I02. Duos that run are all that are in scope, whenever they began.
pub(super) fn begun(
    scope: &[&DuoRecord],
    cohort: &[&DuoRecord],
    selection: &Selection,
) -> Vec<Figure> {
    let last = selection.last.min(selection.today);
    let runs = |record: &DuoRecord, from: NaiveDate| {
        record.start <= last && record.ended.is_none_or(|ended| ended.on >= from)
    };
    // On its last day a duo is over.
    let on_day = scope.iter().filter(|it| runs(it, last) && it.ended_by(last).is_none());
    let in_period = scope.iter().filter(|it| runs(it, selection.first));
    vec![
        Figure::number(Code::Started, count(cohort.len())),
        Figure::number(Code::ActiveOnDay, count(on_day.count())),
        Figure::number(Code::ActiveInPeriod, count(in_period.count())),
    ]
}

/// I03 to I06.
pub(super) fn course(cohort: &[&DuoRecord], selection: &Selection) -> Vec<Figure> {
    let today = selection.today;
    vec![
        completion(cohort, today),
        early_end(Code::EarlyEnd13, EARLY_WEEKS[0], cohort, today),
        early_end(Code::EarlyEnd26, EARLY_WEEKS[1], cohort, today),
        pace(cohort, today),
        floor(cohort, today),
        first_meeting(cohort, today),
    ]
}

fn completion(cohort: &[&DuoRecord], today: NaiveDate) -> Figure {
    let ended = cohort.iter().filter_map(|it| Some((it.ended_by(today)?, it.planned_end)));
    let done = ended.clone().filter(|(ended, planned_end)| {
        ended.kind == Some(crate::office::closure::ClosureKind::PositiveOutcome)
            || ended.on >= *planned_end
    });
    Figure::share(Code::Completion, count(done.count()), count(ended.clone().count()))
        .parts(ended.map(|(ended, _)| why(ended.kind)))
}

fn why(kind: Option<crate::office::closure::ClosureKind>) -> PartKey {
    kind.map_or(PartKey::Silence(Silence::NotNoted), PartKey::Closure)
}

/// Of the duos whose weeks are over, so that no duo counts before it could have lasted.
fn early_end(code: Code, weeks: i64, cohort: &[&DuoRecord], today: NaiveDate) -> Figure {
    let days = Days::new(u64::try_from(weeks * 7).unwrap_or(0));
    let mature = cohort.iter().filter_map(|it| {
        let end = it.start.checked_add_days(days).filter(|end| *end <= today)?;
        Some((it.ended_by(today), end))
    });
    let early = mature.clone().filter_map(|(ended, end)| ended.filter(|ended| ended.on < end));
    Figure::share(code, count(early.clone().count()), count(mature.count()))
        .parts(early.map(|ended| why(ended.kind)))
}

/// The days on which the two met while the duo ran, each once.
fn days_met(record: &DuoRecord, today: NaiveDate) -> Vec<NaiveDate> {
    let last = record.last_day(today);
    let held = record.facts.meetings.iter().filter(|it| it.kind == MeetingKind::Held);
    let held = held.map(|it| it.day).filter(|day| (record.start..=last).contains(day));
    let mut days: Vec<NaiveDate> = held.collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Meetings in four weeks of a running duo; days of breaks do not count.
fn pace(cohort: &[&DuoRecord], today: NaiveDate) -> Figure {
    let met: usize = cohort.iter().map(|it| days_met(it, today).len()).sum();
    let days = cohort
        .iter()
        .map(|it| u64::from(days_without_breaks(&it.facts, it.start, it.last_day(today))));
    let days: u64 = days.sum();
    let state = if days == 0 { FigureState::NothingYet } else { FigureState::Shown };
    let mut figure = Figure::number(Code::Pace, 0);
    figure.unit = Unit::Pace;
    figure.state = state;
    figure.numerator = Some(count(met));
    figure.denominator = rounded(days, 28);
    figure.value = rounded(met as u64 * 28 * 100, days);
    figure
}

/// Months of duos with as many meetings as the contract asks for: whole calendar months in which
/// the duo ran and took no break.
fn floor(cohort: &[&DuoRecord], today: NaiveDate) -> Figure {
    let (mut kept, mut all) = (0, 0);
    for record in cohort {
        let last = record.last_day(today).min(record.planned_end);
        let met = days_met(record, today);
        for (first, end) in months(record.start, last) {
            let paused = record.facts.pauses.iter().any(|it| it.from <= end && first <= it.until);
            if !paused {
                let held = met.iter().filter(|day| (first..=end).contains(day)).count();
                all += 1;
                kept += u32::from(held >= usize::from(record.facts.floor_per_month));
            }
        }
    }
    Figure::share(Code::Floor, kept, all)
}

/// First and last day of every calendar month that lies between two days.
fn months(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
    let next = |day: NaiveDate| day.with_day(1)?.checked_add_months(Months::new(1));
    let first = if from.day() == 1 { Some(from) } else { next(from) };
    let firsts = std::iter::successors(first, move |day| next(*day));
    let months = firsts.map_while(move |day| Some((day, next(day)?.pred_opt()?)));
    months.take_while(move |(_, last)| *last <= to)
}

fn first_meeting(cohort: &[&DuoRecord], today: NaiveDate) -> Figure {
    let mature = cohort.iter().filter_map(|it| {
        let by = it.start.checked_add_days(Days::new(FIRST_MEETING_DAYS))?;
        let held = it.facts.meetings.iter().filter(|meeting| meeting.kind == MeetingKind::Held);
        let met = held.map(|meeting| meeting.day).min();
        (by <= today).then_some(met.is_some_and(|day| day < by))
    });
    let prompt = mature.clone().filter(|prompt| *prompt).count();
    Figure::share(Code::FirstMeeting, count(prompt), count(mature.count()))
}
