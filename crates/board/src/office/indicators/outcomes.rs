//! What came of it for the mentees within twelve months (I07 to I16). A mentee with several duos
//! counts once: from the first of them (or, counted from the end, after the last of them is over).
//!
//! Two things tell of an outcome: that it was noted, with its first day, and that the mentee said
//! so when asked. An answer counts as a declared outcome when its question was due, or it was
//! given, within the twelve months; its day is the day of the answer.

use super::{
    Anchor, Selection,
    figure::{Code, Figure, PartKey, Silence, count},
};
use crate::{
    id::PersonId,
    office::{
        follow_up::{FollowUpAnswer, due_day},
        outcome::{Evidence, Outcome, PositiveKind},
        record::{DuoRecord, Followed},
    },
};
use chrono::{Days, Months, NaiveDate};
use std::collections::HashMap;

/// Months after the anchor within which an outcome counts.
const MONTHS: u32 = 12;
/// Days before the twelve months are over from which an answer tells how they ended.
const NEAR_END: u64 = 31;
/// Days around three and six months of work within which an answer tells of them.
const AROUND: u64 = 31;

/// How twelve months ended for a mentee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// Something began.
    Positive { kind: PositiveKind, evidence: Evidence, day: Option<NaiveDate> },
    /// They said that nothing had.
    Searching,
    /// Nobody knows.
    Unknown(Silence),
}

/// A mentee whose twelve months are over.
struct Mentee<'a> {
    start: NaiveDate,
    horizon: NaiveDate,
    fate: Fate,
    duos: Vec<&'a DuoRecord>,
}

/// The first outcome of a mentee: kind, evidence, first day of their duo, its own first day.
type FirstOutcome = (PositiveKind, Evidence, NaiveDate, Option<NaiveDate>);

/// The mentees of a cohort whose twelve months are over.
pub(super) struct Mentees<'a>(Vec<Mentee<'a>>);

impl<'a> Mentees<'a> {
    pub(super) fn of(
        all: &'a [DuoRecord],
        cohort: &[&'a DuoRecord],
        selection: &Selection,
    ) -> Self {
        let mut chosen = HashMap::<PersonId, (NaiveDate, Option<NaiveDate>)>::new();
        for record in cohort {
            let ended = record.ended_by(selection.today).map(|ended| ended.on);
            let known = chosen.entry(record.mentee).or_insert((record.start, ended));
            known.0 = known.0.min(record.start);
            // Over only once all of their duos are.
            known.1 = known.1.zip(ended).map(|(known, ended)| known.max(ended));
        }
        let mut duos = HashMap::<PersonId, Vec<&DuoRecord>>::new();
        for record in all.iter().filter(|record| chosen.contains_key(&record.mentee)) {
            duos.entry(record.mentee).or_default().push(record);
        }
        let mentee = |(person, (start, ended)): (PersonId, (NaiveDate, Option<NaiveDate>))| {
            let zero = match selection.anchor {
                Anchor::Start => Some(start),
                Anchor::End => ended,
            }?;
            let horizon = zero.checked_add_months(Months::new(MONTHS))?;
            let duos = duos.get(&person).cloned().unwrap_or_default();
            (horizon <= selection.today).then(|| {
                let fate = fate(&duos, start, horizon);
                Mentee { start, horizon, fate, duos }
            })
        };
        Self(chosen.into_iter().filter_map(mentee).collect())
    }

    /// How many, how many with a positive outcome, of how many nothing is known.
    pub(super) fn counts(&self) -> [u32; 3] {
        let positive = self.positive().count();
        let unknown = self.0.iter().filter(|it| matches!(it.fate, Fate::Unknown(_))).count();
        [count(self.0.len()), count(positive), count(unknown)]
    }

    fn positive(&self) -> impl Iterator<Item = FirstOutcome> + Clone {
        self.0.iter().filter_map(|mentee| match mentee.fate {
            Fate::Positive { kind, evidence, day } => Some((kind, evidence, mentee.start, day)),
            Fate::Searching | Fate::Unknown(_) => None,
        })
    }
}

fn noted<'a>(duos: &[&'a DuoRecord], start: NaiveDate) -> impl Iterator<Item = &'a Outcome> {
    let outcomes = duos.iter().flat_map(|duo| &duo.outcomes).collect::<Vec<_>>();
    outcomes.into_iter().filter(move |outcome| outcome.start >= start)
}

fn fate(duos: &[&DuoRecord], start: NaiveDate, horizon: NaiveDate) -> Fate {
    let noted = noted(duos, start).filter(|outcome| outcome.start <= horizon).map(|outcome| {
        let kind = outcome.kind.counted_as();
        (outcome.start, kind, outcome.evidence, Some(outcome.start))
    });
    let answers: Vec<(Followed, NaiveDate)> = duos
        .iter()
        .flat_map(|duo| duo.followed.iter().map(|it| (*it, due_day(duo.start, it.month))))
        .filter(|(answer, _)| answer.day >= start)
        .collect();
    let said = answers.iter().filter_map(|(it, due)| {
        let kind = it.answer.outcome()?.counted_as();
        let within = it.day <= horizon || *due <= horizon;
        within.then_some((it.day.min(horizon), kind, Evidence::Declared, None))
    });
    // On one day, what was noted goes before what was said: its proof is known.
    let first =
        noted.chain(said).min_by_key(|(day, kind, _, noted)| (*day, noted.is_none(), *kind));
    if let Some((_, kind, evidence, day)) = first {
        return Fate::Positive { kind, evidence, day };
    }
    let near = horizon.checked_sub_days(Days::new(NEAR_END)).unwrap_or(NaiveDate::MIN);
    let at_end =
        answers.iter().filter(|(it, due)| it.day >= near && *due <= horizon || *due == horizon);
    let mut silence = Silence::NotAsked;
    for (it, _) in at_end {
        match it.answer {
            FollowUpAnswer::Unreachable => silence = Silence::Unreachable,
            FollowUpAnswer::NoWish => silence = Silence::NoWish,
            _ if it.answer.outcome().is_none() => return Fate::Searching,
            _ => {}
        }
    }
    Fate::Unknown(silence)
}

pub(super) fn figures(mentees: &Mentees, selection: &Selection) -> Vec<Figure> {
    let [mature, positive, unknown] = mentees.counts();
    let share = |code, part| Figure::share(code, part, mature).unknown(unknown);
    let of_kind = |code, wanted| {
        let kinds = mentees.positive().filter(|(kind, ..)| *kind == wanted);
        share(code, count(kinds.count()))
    };
    let durable = mentees.0.iter().filter(|mentee| is_durable(mentee, selection.durable_months));
    let silent = mentees.0.iter().filter_map(|mentee| match mentee.fate {
        Fate::Unknown(silence) => Some(PartKey::Silence(silence)),
        Fate::Positive { .. } | Fate::Searching => None,
    });
    let evidence = mentees.positive().map(|(_, evidence, ..)| evidence);
    let proven = evidence.clone().filter(|evidence| *evidence != Evidence::Declared);
    let days = mentees.positive().filter_map(|(_, _, start, day)| {
        u32::try_from(day?.signed_duration_since(start).num_days()).ok()
    });
    vec![
        share(Code::Positive, positive),
        of_kind(Code::Job, PositiveKind::Job),
        of_kind(Code::Training, PositiveKind::Training),
        of_kind(Code::Internship, PositiveKind::Internship),
        share(Code::Durable, count(durable.count())),
        share(Code::Searching, mature - positive - unknown),
        share(Code::Unknown, unknown).parts(silent),
        Figure::share(Code::Proven, count(proven.count()), positive)
            .parts(evidence.map(PartKey::Evidence)),
        Figure::median(Code::TimeToOutcome, days.collect()),
        in_work(Code::InWork3, 3, mentees, selection.today),
        in_work(Code::InWork6, 6, mentees, selection.today),
    ]
}

fn is_durable(mentee: &Mentee, months: u16) -> bool {
    noted(&mentee.duos, mentee.start)
        .any(|outcome| outcome.start <= mentee.horizon && outcome.is_durable(months))
}

/// Of the mentees whose first job began so long ago, those who said they were in work then. Who
/// was not asked around that day is unknown: the length of a contract is no answer.
fn in_work(code: Code, months: u32, mentees: &Mentees, today: NaiveDate) -> Figure {
    let (mut still, mut all, mut unknown) = (0, 0, 0);
    for mentee in &mentees.0 {
        let jobs = noted(&mentee.duos, mentee.start)
            .filter(|it| it.kind.counted_as() == PositiveKind::Job && it.start <= mentee.horizon);
        let Some(then) = jobs
            .map(|it| it.start)
            .min()
            .and_then(|day| day.checked_add_months(Months::new(months)))
        else {
            continue;
        };
        if then > today {
            continue;
        }
        all += 1;
        let near = mentee.duos.iter().flat_map(|duo| &duo.followed).filter(|it| {
            it.answer.is_known()
                && it.day.signed_duration_since(then).num_days().unsigned_abs() <= AROUND
        });
        let nearest = near.min_by_key(|it| it.day.signed_duration_since(then).num_days().abs());
        match nearest.map(|it| it.answer.outcome().map(|kind| kind.counted_as())) {
            Some(Some(PositiveKind::Job)) => still += 1,
            Some(_) => {}
            None => unknown += 1,
        }
    }
    if all > 0 && all == unknown {
        return Figure::not_asked(code);
    }
    Figure::share(code, still, all).unknown(unknown)
}
