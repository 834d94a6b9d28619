//! What a line of the export of duos holds (features.md K16; `docs/exports.md`). Names and optional
//! answers are not in it; what a duo was referred for is not either, since a theme next to a branch
//! and a date can tell who it was.

use board::{
    health::facts::MeetingKind,
    office::{
        closure::ClosureKind,
        follow_up::FollowUpAnswer,
        indicators::support::contacts,
        outcome::{Evidence, Outcome, PositiveKind},
        record::DuoRecord,
    },
    slug::Slug,
};
use chrono::NaiveDate;
use words::Key;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Empty,
    /// Words: never carried out by a spreadsheet.
    Text(String),
    /// A number.
    Number(i64),
    /// A number with one decimal, in tenths.
    Tenths(i64),
    /// A day.
    Day(NaiveDate),
}

impl Cell {
    pub(super) fn number(number: Option<impl Into<i64>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.into()))
    }

    fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    pub(super) fn word(word: Option<&str>) -> Self {
        word.map_or(Self::Empty, |word| Self::Text(word.to_owned()))
    }

    fn yes(yes: bool) -> Self {
        Self::Number(i64::from(yes))
    }
}

/// The headings of the export of duos.
pub(super) const HEADINGS: [Key; 30] = [
    Key::ExportColumnDuo,
    Key::ExportColumnMentee,
    Key::ExportColumnMentor,
    Key::ExportColumnBranch,
    Key::ExportColumnRegion,
    Key::ExportColumnStart,
    Key::ExportColumnPlannedEnd,
    Key::ExportColumnEnded,
    Key::ExportColumnClosure,
    Key::ExportColumnWeeks,
    Key::ExportColumnSector,
    Key::ExportColumnLang,
    Key::ExportColumnMeetings,
    Key::ExportColumnFirstMeeting,
    Key::ExportColumnAgreement,
    Key::ExportColumnContactsInTime,
    Key::ExportColumnContactsDue,
    Key::ExportColumnObjectives,
    Key::ExportColumnReached,
    Key::ExportColumnReferrals,
    Key::ExportColumnSettled,
    Key::ExportColumnOutcome,
    Key::ExportColumnOutcomeStart,
    Key::ExportColumnOutcomeDays,
    Key::ExportColumnDurable,
    Key::ExportColumnProof,
    Key::ExportColumnFollow3,
    Key::ExportColumnFollow6,
    Key::ExportColumnFollow12,
    Key::ExportColumnChecklist,
];

/// The codes and the name that stand for a duo in this installation.
pub(super) struct Named {
    pub(super) duo: String,
    pub(super) mentee: String,
    pub(super) mentor: String,
    pub(super) branch: String,
}

/// One duo, in the order of [`HEADINGS`].
pub(super) fn row(record: &DuoRecord, named: Named, today: NaiveDate, durable: u16) -> Vec<Cell> {
    let ended = record.ended_by(today);
    let last = record.last_day(today);
    let days = |day: NaiveDate| day.signed_duration_since(record.start).num_days();
    let (in_time, due) = contacts(record, today);
    let first = record.outcomes.iter().min_by_key(|outcome| outcome.start);
    let mut met: Vec<NaiveDate> = record
        .facts
        .meetings
        .iter()
        .filter(|meeting| meeting.kind == MeetingKind::Held && meeting.day <= last)
        .map(|meeting| meeting.day)
        .collect();
    met.sort_unstable();
    met.dedup();
    let length = |count: usize| Cell::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let objectives = &record.tally.objectives;
    let referrals = &record.tally.referrals;
    let answer = |month: u8| {
        let found = record.followed.iter().find(|answer| answer.month == month);
        Cell::word(found.map(|answer| FollowUpAnswer::as_str(answer.answer)))
    };
    vec![
        Cell::Text(named.duo),
        Cell::Text(named.mentee),
        Cell::Text(named.mentor),
        Cell::Text(named.branch),
        Cell::word(record.region.map(|region| region.as_str())),
        Cell::Day(record.start),
        Cell::Day(record.planned_end),
        Cell::day(ended.map(|ended| ended.on)),
        Cell::word(ended.and_then(|ended| ended.kind).map(ClosureKind::as_str)),
        Cell::Number(days(last).max(0) / 7),
        Cell::word(record.sector.as_ref().map(Slug::as_str)),
        Cell::word(record.lang.as_ref().map(Slug::as_str)),
        length(met.len()),
        Cell::number(met.first().map(|day| days(*day).max(0))),
        Cell::number(record.facts.agreed.map(|day| days(day).max(0))),
        Cell::Number(in_time.into()),
        Cell::Number(due.into()),
        length(objectives.len()),
        length(objectives.iter().filter(|objective| objective.reached).count()),
        length(referrals.len()),
        length(referrals.iter().filter(|referral| referral.settled.is_some()).count()),
        Cell::word(first.map(counted_as)),
        Cell::day(first.map(|outcome| outcome.start)),
        Cell::number(first.map(|outcome| days(outcome.start))),
        first.map_or(Cell::Empty, |_| {
            Cell::yes(record.outcomes.iter().any(|outcome| outcome.is_durable(durable)))
        }),
        Cell::word(first.map(|outcome| Evidence::as_str(outcome.evidence))),
        answer(3),
        answer(6),
        answer(12),
        ended.map_or(Cell::Empty, |ended| Cell::yes(ended.checklist.is_complete())),
    ]
}

fn counted_as(outcome: &Outcome) -> &'static str {
    match outcome.kind.counted_as() {
        PositiveKind::Job => "job",
        PositiveKind::Training => "training",
        PositiveKind::Internship => "internship",
    }
}
