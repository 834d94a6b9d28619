//! The duos of a coordinator, in the order in which they need somebody (features.md K02, K05).

use crate::{
    health::{
        DuoState, Health, contact_due,
        facts::{Facts, MeetingKind},
        health,
        reason::Cause,
        thresholds::Thresholds,
    },
    id::{BranchId, PersonId},
    protocol::caseload::{Caseload, CaseloadChoices, CaseloadRow, StateCount},
    slug::Slug,
};
use chrono::{Datelike, NaiveDate};

/// States that ask for a call today: nobody else will bring these duos back.
pub const TO_CALL: [DuoState; 3] =
    [DuoState::HelpRequested, DuoState::ClosureOverdue, DuoState::Stalled];

/// Rows of a page, unless fewer are asked for.
pub const PAGE: u32 = 50;

/// What the rules say of a duo today, and the days a coordinator asks about first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// How it is doing.
    pub health: Health,
    /// When the two last met.
    pub last_met: Option<NaiveDate>,
    /// When they meet next.
    pub next_meeting: Option<NaiveDate>,
    /// By when to speak with the mentee.
    pub mentee_due: Option<NaiveDate>,
    /// By when to speak with the mentor.
    pub mentor_due: Option<NaiveDate>,
}

impl Assessed {
    /// Looks at the facts of a duo.
    #[must_use]
    pub fn of(facts: &Facts, today: NaiveDate, thresholds: &Thresholds) -> Self {
        let days = |wanted: MeetingKind| {
            let meetings = facts.meetings.iter().filter(move |meeting| meeting.kind == wanted);
            meetings.map(|meeting| meeting.day)
        };
        let open = facts.closed.is_none_or(|day| day > today);
        let due = |seat| contact_due(facts, seat, today, thresholds).filter(|_| open);
        Self {
            health: health(facts, today, thresholds),
            last_met: days(MeetingKind::Held).filter(|day| *day <= today).max(),
            next_meeting: days(MeetingKind::Planned).filter(|day| open && *day >= today).min(),
            mentee_due: due(crate::actor::Seat::Mentee),
            mentor_due: due(crate::actor::Seat::Mentor),
        }
    }
}

/// Which duos are asked for. An empty filter lets every running duo through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseloadFilter {
    /// Of this branch.
    pub branch: Option<BranchId>,
    /// In one of these states; none said: all but closed.
    pub states: Vec<DuoState>,
    /// Looked after by this person.
    pub coordinator: Option<PersonId>,
    /// Begun in the month of this day.
    pub month: Option<NaiveDate>,
    /// Aiming at this sector.
    pub sector: Option<Slug>,
    /// One of the two reads this language.
    pub lang: Option<String>,
    /// Every one of these words is in a name.
    pub words: Vec<String>,
}

impl CaseloadFilter {
    /// Whether a duo passes, whatever its state. `fold` makes one spelling of many; `words` are
    /// folded already.
    #[must_use]
    pub fn fits(&self, row: &CaseloadRow, fold: impl Fn(&str) -> String) -> bool {
        self.branch.is_none_or(|branch| row.branch == branch)
            && self.coordinator.is_none_or(|wanted| {
                row.coordinator.as_ref().is_some_and(|person| person.id == wanted)
            })
            && self.month.is_none_or(|month| first_of_month(row.start) == first_of_month(month))
            && (self.sector.is_none() || row.sector == self.sector)
            && self
                .lang
                .as_ref()
                .is_none_or(|lang| *lang == row.mentee_lang || *lang == row.mentor_lang)
            && (self.words.is_empty() || {
                let names = fold(&row.mentee.name) + " " + &fold(&row.mentor.name);
                self.words.iter().all(|word| names.contains(word.as_str()))
            })
    }

    /// Whether duos in this state are asked for.
    #[must_use]
    pub fn wants(&self, state: DuoState) -> bool {
        if self.states.is_empty() {
            state != DuoState::Closed
        } else {
            self.states.contains(&state)
        }
    }
}

/// Where a duo stands in the list: by state, then by how long it has been so. Ids keep the order
/// the same from one look to the next.
#[must_use]
pub fn by_need(row: &CaseloadRow) -> (usize, i32, &str, &str, uuid::Uuid) {
    let state = row.health.state;
    let place = DuoState::BY_NEED.iter().position(|known| *known == state);
    let since = match row.health.reasons.first().map(|reason| reason.cause) {
        Some(Cause::HelpAsked { on, .. }) => on.num_days_from_ce(),
        Some(Cause::PastEnd { planned_end, .. }) => planned_end.num_days_from_ce(),
        // Who comes back first; what closed last.
        Some(Cause::Paused { until, .. }) => until.num_days_from_ce(),
        Some(Cause::Closed { on }) => -on.num_days_from_ce(),
        _ => row.last_met.unwrap_or(row.start).num_days_from_ce(),
    };
    (place.unwrap_or(usize::MAX), since, &row.mentee.name, &row.mentor.name, row.id.0)
}

/// Sorts, counts and cuts a page out of all duos that somebody may see.
#[must_use]
pub fn page(
    mut rows: Vec<CaseloadRow>,
    filter: &CaseloadFilter,
    fold: impl Fn(&str) -> String,
    (after, limit): (u32, u32),
    today: NaiveDate,
) -> Caseload {
    let choices = choices(&rows);
    rows.retain(|row| filter.fits(row, &fold));
    let counts = count(rows.iter().map(|row| row.health.state));
    let to_call = counts.iter().filter(|count| TO_CALL.contains(&count.state));
    let to_call = to_call.map(|count| count.duos).sum();
    rows.retain(|row| filter.wants(row.health.state));
    rows.sort_by(|one, other| by_need(one).cmp(&by_need(other)));
    let total = number(rows.len());
    let skip = usize::try_from(after).unwrap_or(usize::MAX);
    let take = usize::try_from(limit).unwrap_or(usize::MAX);
    let rows = rows.into_iter().skip(skip).take(take).collect();
    Caseload { today, rows, after, total, counts, to_call, choices }
}

/// How many are in each state, in the order of need; every state is there.
#[must_use]
pub fn count(states: impl Iterator<Item = DuoState>) -> Vec<StateCount> {
    let mut counts = DuoState::BY_NEED.map(|state| StateCount { state, duos: 0 });
    for state in states {
        let found = counts.iter_mut().find(|count| count.state == state);
        found.into_iter().for_each(|count| count.duos += 1);
    }
    counts.to_vec()
}

fn choices(rows: &[CaseloadRow]) -> CaseloadChoices {
    let mut coordinators: Vec<_> = rows.iter().filter_map(|row| row.coordinator.as_ref()).collect();
    coordinators.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    coordinators.dedup();
    let mut months: Vec<_> = rows.iter().map(|row| first_of_month(row.start)).collect();
    months.sort_unstable_by(|one, other| other.cmp(one));
    months.dedup();
    let mut sectors: Vec<_> = rows.iter().filter_map(|row| row.sector.as_ref()).collect();
    sectors.sort_unstable();
    sectors.dedup();
    let mut langs: Vec<_> =
        rows.iter().flat_map(|row| [&row.mentee_lang, &row.mentor_lang]).collect();
    langs.retain(|lang| !lang.is_empty());
    langs.sort_unstable();
    langs.dedup();
    CaseloadChoices {
        coordinators: coordinators.into_iter().cloned().collect(),
        months,
        sectors: sectors.into_iter().cloned().collect(),
        langs: langs.into_iter().cloned().collect(),
    }
}

/// The first day of the month of a day.
#[must_use]
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
