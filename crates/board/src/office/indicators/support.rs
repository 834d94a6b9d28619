//! What the association and its mentors did (I17 to I21, I23, I24).

use super::{
    Selection,
    figure::{Code, Figure, PartKey, count},
};
use crate::{
    health::thresholds::Thresholds,
    id::PersonId,
    office::{
        record::DuoRecord,
        tally::{CountedObjective, CountedReferral},
    },
};
use chrono::{Days, Months, NaiveDate};
use std::collections::HashMap;

/// The best faces, of 5, begin here (I19).
const GOOD_FACE: u8 = 4;
/// Days after the start by which a mentee without a project has found a sector (I24).
const SECTOR_DAYS: u64 = 56;

/// I17, I18 and I19, from what both share.
pub(super) fn boards(cohort: &[&DuoRecord], selection: &Selection) -> Vec<Figure> {
    let today = selection.today;
    let own = |record: &&DuoRecord, day: NaiveDate| {
        (record.start..=record.last_day(today)).contains(&day)
    };
    let referrals: Vec<CountedReferral> = cohort
        .iter()
        .flat_map(|record| record.tally.referrals.iter().filter(|it| own(record, it.opened)))
        .copied()
        .collect();
    let settled = referrals.iter().filter_map(|it| {
        u32::try_from(it.settled?.signed_duration_since(it.opened).num_days()).ok()
    });
    let objectives: Vec<CountedObjective> = cohort
        .iter()
        .flat_map(|record| record.tally.objectives.iter().filter(|it| own(record, it.closed)))
        .filter(|it| it.topic.is_precondition())
        .copied()
        .collect();
    let reached = objectives.iter().filter(|it| it.reached);
    let kinds = referrals.iter().flat_map(|it| [PartKey::Topic(it.topic), PartKey::Help(it.kind)]);
    vec![
        Figure::number(Code::Referrals, count(referrals.len())).parts(kinds),
        Figure::share(
            Code::ReferralsSettled,
            count(settled.clone().count()),
            count(referrals.len()),
        ),
        Figure::median(Code::ReferralDays, settled.collect()),
        Figure::share(Code::Preconditions, count(reached.clone().count()), count(objectives.len()))
            .parts(reached.map(|it| PartKey::Topic(it.topic))),
        going_well(cohort, today),
    ]
}

/// The last answer of each mentee who shares how it goes. Nobody is asked anything else.
fn going_well(cohort: &[&DuoRecord], today: NaiveDate) -> Figure {
    let faces = cohort.iter().filter_map(|record| {
        let answers = record.facts.pulses.iter();
        let own = answers.filter(|it| (record.start..=record.last_day(today)).contains(&it.day));
        own.max_by_key(|it| it.day).map(|it| it.face)
    });
    let asked = faces.clone().count();
    if asked == 0 {
        return Figure::not_asked(Code::GoingWell);
    }
    let good = faces.filter(|face| *face >= GOOD_FACE).count();
    Figure::share(Code::GoingWell, count(good), count(asked))
}

/// I20, I21 and I24.
pub(super) fn people(
    all: &[DuoRecord],
    cohort: &[&DuoRecord],
    selection: &Selection,
) -> Vec<Figure> {
    let week8 = |record: &&&DuoRecord| {
        record.start.checked_add_days(Days::new(SECTOR_DAYS)).filter(|day| *day <= selection.today)
    };
    let without = cohort.iter().filter(|record| record.sector.is_none());
    let mature = without.clone().filter_map(|record| {
        let by = week8(&record)?;
        Some(record.tally.sector_aim.is_some_and(|day| day <= by))
    });
    let found = mature.clone().filter(|found| *found).count();
    vec![
        renewal(all, cohort, selection),
        Figure::not_asked(Code::MentorUseful),
        Figure::share(Code::NoProject, count(without.count()), count(cohort.len())),
        Figure::share(Code::SectorByWeek8, count(found), count(mature.count())),
    ]
}

/// Of the mentors whose first duo of the cohort ended twelve months ago or more, those who began
/// another one, in any branch, before those twelve months were over.
fn renewal(all: &[DuoRecord], cohort: &[&DuoRecord], selection: &Selection) -> Figure {
    let mut first = HashMap::<PersonId, (NaiveDate, NaiveDate)>::new();
    for record in cohort {
        if let Some(ended) = record.ended_by(selection.today) {
            let known = first.entry(record.mentor).or_insert((ended.on, record.start));
            *known = (*known).min((ended.on, record.start));
        }
    }
    first.retain(|_, (ended, _)| {
        ended.checked_add_months(Months::new(12)).is_some_and(|day| day <= selection.today)
    });
    let again = first.iter().filter(|(mentor, (ended, start))| {
        let by = ended.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX);
        all.iter().any(|it| it.mentor == **mentor && it.start > *start && it.start <= by)
    });
    Figure::share(Code::Renewal, count(again.count()), count(first.len()))
}

/// I23, with the standard's own days (twice in the first month, then monthly) and not those a
/// branch may have set for itself, so that branches can be compared.
pub(super) fn standard(cohort: &[&DuoRecord], selection: &Selection) -> Vec<Figure> {
    let (mut done, mut due) = (0, 0);
    for record in cohort {
        let (on_time, all) = contacts(record, selection.today);
        done += on_time;
        due += all;
    }
    vec![Figure::share(Code::Support, done, due)]
}

/// How many contacts with the two were made in time, and how many were due. In time is up to a
/// week before or after the day; a contact that can still be in time is not due yet.
#[must_use]
pub fn contacts(record: &DuoRecord, today: NaiveDate) -> (u32, u32) {
    let standard = Thresholds::default();
    let leeway = i64::from(standard.contact_early);
    let (mut done, mut due) = (0, 0);
    for day in contact_days(record, &standard) {
        if day > record.last_day(today) {
            break;
        }
        for (_, made) in record.facts.contacts.both() {
            let in_time = made.iter().any(|made| {
                *made <= today && made.signed_duration_since(day).num_days().abs() <= leeway
            });
            let open = today.signed_duration_since(day).num_days() <= leeway;
            if in_time || !open {
                due += 1;
                done += u32::from(in_time);
            }
        }
    }
    (done, due)
}

fn contact_days(record: &DuoRecord, standard: &Thresholds) -> impl Iterator<Item = NaiveDate> {
    let every = usize::from(standard.contact_every.max(1));
    let later = (u64::from(standard.contact_second)..).step_by(every);
    let days = std::iter::once(u64::from(standard.contact_first)).chain(later);
    let start = record.start;
    days.map_while(move |days| start.checked_add_days(Days::new(days)))
}
