//! How the duos of a branch are doing together (health.md, "Branch view"). Pure counting over the
//! facts of its duos; every share comes with both of its numbers.

use crate::{
    health::{
        DuoState,
        calendar::Breaks,
        facts::{Facts, MeetingKind},
        health,
        thresholds::Thresholds,
    },
    office::{
        caseload::{count, first_of_month},
        closure::EARLY_WEEKS,
    },
    protocol::caseload::{BranchMoment, Share},
};
use chrono::{Days, Months, NaiveDate};

/// Months whose ends are shown.
pub const TREND_MONTHS: u32 = 6;
/// Months within which beginnings and meetings count.
const RECENT_MONTHS: u32 = 12;
/// Months within which beginnings count for early ends.
const ENDS_MONTHS: u32 = 24;
/// Days within which the first meeting is to be.
const FIRST_MEETING: u64 = 14;

/// The shares of a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// First meeting within 14 days.
    pub early_meeting: Share,
    /// Months with as many meetings as the contract asks for.
    pub floor: Share,
    /// Ended before 13 and before 26 weeks.
    pub ended: [Share; 2],
}

/// Today, and the ends of the last months, the oldest first.
#[must_use]
pub fn moments(
    duos: &[impl AsRef<Facts>],
    today: NaiveDate,
    thresholds: &Thresholds,
) -> (BranchMoment, Vec<BranchMoment>) {
    let ends = (0..TREND_MONTHS).rev().filter_map(|back| {
        let first = first_of_month(today).checked_sub_months(Months::new(back))?;
        first.pred_opt()
    });
    let before = ends.map(|end| moment(duos, end, thresholds)).collect();
    (moment(duos, today, thresholds), before)
}

/// How the duos that ran on a day were doing on it, as far as their facts tell today.
fn moment(duos: &[impl AsRef<Facts>], on: NaiveDate, thresholds: &Thresholds) -> BranchMoment {
    let running = duos
        .iter()
        .map(AsRef::as_ref)
        .filter(|facts| facts.start <= on && facts.closed.is_none_or(|closed| closed > on));
    let (mut states, mut days) = (Vec::new(), Vec::new());
    for facts in running {
        states.push(health(&known_on(facts, on), on, thresholds).state);
        let held = held(facts).filter(|day| *day <= on).max();
        days.extend(held.map(|day| days_between(day, on)));
    }
    days.sort_unstable();
    BranchMoment {
        on,
        running: number(states.len()),
        states: count(states.into_iter())
            .into_iter()
            .filter(|it| it.state != DuoState::Closed)
            .collect(),
        median_days: median(&days),
        met: number(days.len()),
    }
}

/// The facts without what began after a day. When somebody last worked on the plan is known once:
/// on the days before, nothing is held against them.
fn known_on(facts: &Facts, on: NaiveDate) -> Facts {
    let mut facts = facts.clone();
    let until = |day: &mut Option<NaiveDate>| *day = day.filter(|day| *day <= on);
    until(&mut facts.help.mentee);
    until(&mut facts.help.mentor);
    until(&mut facts.waiting.mentee);
    until(&mut facts.waiting.mentor);
    facts.referrals.retain(|day| *day <= on);
    facts
}

/// The shares of the branch on a day.
#[must_use]
pub fn shares(duos: &[impl AsRef<Facts>], today: NaiveDate) -> Shares {
    let mut shares = Shares {
        early_meeting: Share::default(),
        floor: Share::default(),
        ended: [Share::default(); 2],
    };
    let recent = months_before(today, RECENT_MONTHS);
    for facts in duos.iter().map(AsRef::as_ref) {
        let age = days_between(facts.start, today);
        if facts.start >= recent && facts.start <= today && u64::from(age) >= FIRST_MEETING {
            let limit = facts.start + Days::new(FIRST_MEETING);
            let soon = held(facts).any(|day| day < limit);
            add(&mut shares.early_meeting, soon);
        }
        for month in full_months(facts, recent, today) {
            let met = held(facts).filter(|day| first_of_month(*day) == month);
            let mut met = met.collect::<Vec<_>>();
            met.sort_unstable();
            met.dedup();
            add(&mut shares.floor, met.len() >= usize::from(facts.floor_per_month));
        }
        let begun = facts.start >= months_before(today, ENDS_MONTHS) && facts.start <= today;
        for (share, weeks) in shares.ended.iter_mut().zip(EARLY_WEEKS) {
            let limit = u32::try_from(weeks * 7).unwrap_or(u32::MAX);
            if begun && age >= limit {
                let early = |closed| days_between(facts.start, closed) < limit;
                add(share, facts.closed.is_some_and(early));
            }
        }
    }
    shares
}

/// The first days of the calendar months that lie in a duo's time as a whole, outside breaks.
fn full_months(facts: &Facts, from: NaiveDate, today: NaiveDate) -> Vec<NaiveDate> {
    let breaks = Breaks::of(facts);
    let end = facts.closed.unwrap_or(facts.planned_end).min(facts.planned_end);
    let mut months = Vec::new();
    let mut month = first_of_month(from.max(facts.start));
    while let Some(next) = month.checked_add_months(Months::new(1)) {
        let Some(last) = next.pred_opt().filter(|last| *last < today && *last <= end) else {
            break;
        };
        if month >= facts.start && month >= from && breaks.touching(month, last).is_none() {
            months.push(month);
        }
        month = next;
    }
    months
}

fn held(facts: &Facts) -> impl Iterator<Item = NaiveDate> {
    let held = facts.meetings.iter().filter(|meeting| meeting.kind == MeetingKind::Held);
    held.map(|meeting| meeting.day)
}

fn months_before(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}

fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}

/// The one in the middle; of two, the smaller: nobody asks for half days.
fn median(sorted: &[u32]) -> Option<u32> {
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

fn add(share: &mut Share, counts: bool) {
    share.of += 1;
    share.part += u32::from(counts);
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::facts::{Meeting, Pause};
    use proptest::prelude::*;
    use std::sync::Arc;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn duo(start: &str, held: &[&str]) -> Facts {
        let mut facts = Facts::of_new_duo(day(start));
        let meeting = |text: &&str| Meeting { day: day(text), kind: MeetingKind::Held };
        facts.meetings = held.iter().map(meeting).collect();
        facts
    }

    #[test]
    fn shares_carry_both_numbers() {
        let today = day("2026-03-23");
        let mut early = duo("2026-01-01", &["2026-01-10", "2026-01-20", "2026-02-03"]);
        early.closed = Some(day("2026-03-01"));
        let late = duo("2026-01-01", &["2026-02-20"]);
        let young = duo("2026-03-20", &[]);
        let duos: Vec<_> = [early, late, young].into_iter().map(Arc::new).collect();
        let shares = shares(&duos, today);
        assert_eq!(shares.early_meeting, Share { part: 1, of: 2 });
        // January and February of each; the first met the floor of two in January alone.
        assert_eq!(shares.floor, Share { part: 1, of: 4 });
        assert_eq!(shares.ended[0], Share { part: 0, of: 0 }, "nobody could last 13 weeks yet");
        let june = super::shares(&duos, day("2026-06-10"));
        assert_eq!(june.ended, [Share { part: 1, of: 2 }, Share { part: 0, of: 0 }]);
    }

    #[test]
    fn months_with_a_break_are_not_counted() {
        let mut facts = duo("2026-01-01", &[]);
        facts.pauses.push(Pause { from: day("2026-01-31"), until: day("2026-02-01") });
        let months = full_months(&facts, day("2025-01-01"), day("2026-04-01"));
        assert_eq!(months, [day("2026-03-01")]);
    }

    #[test]
    fn the_trend_ends_with_the_month_before() {
        let duos = [Arc::new(duo("2025-12-15", &["2025-12-20"]))];
        let (now, before) = moments(&duos, day("2026-03-23"), &Thresholds::default());
        let ends: Vec<_> = before.iter().map(|moment| moment.on.to_string()).collect();
        assert_eq!(ends[0], "2025-09-30");
        assert_eq!(ends[5], "2026-02-28");
        assert_eq!((now.running, before[2].running, before[3].running), (1, 0, 1));
        assert_eq!((before[3].median_days, before[3].met), (Some(11), 1));
    }

    proptest! {
        /// No share is more than its whole, and every running duo is in one state.
        #[test]
        fn parts_stay_within_their_wholes(
            starts in prop::collection::vec((0_u64..900, 0_u64..400, any::<bool>()), 0..20),
        ) {
            let today = day("2026-03-23");
            let duos: Vec<_> = starts.into_iter().map(|(ago, lasted, closed)| {
                let start = today - Days::new(ago);
                let mut facts = Facts::of_new_duo(start);
                facts.closed = closed.then(|| (start + Days::new(lasted)).min(today));
                facts.meetings = (0..lasted / 7)
                    .map(|week| Meeting { day: start + Days::new(week * 7), kind: MeetingKind::Held })
                    .collect();
                Arc::new(facts)
            }).collect();
            let shares = shares(&duos, today);
            for share in [shares.early_meeting, shares.floor, shares.ended[0], shares.ended[1]] {
                prop_assert!(share.part <= share.of);
            }
            let (now, before) = moments(&duos, today, &Thresholds::default());
            for moment in before.iter().chain([&now]) {
                let counted: u32 = moment.states.iter().map(|count| count.duos).sum();
                prop_assert_eq!(counted, moment.running);
                prop_assert!(moment.met <= moment.running);
            }
        }
    }
}
