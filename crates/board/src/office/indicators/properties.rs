//! What holds for every cohort there could be.

use super::{
    figure::Code,
    tests::{began, day, duo},
    *,
};
use crate::office::{
    follow_up::FollowUpAnswer,
    outcome::OutcomeKind,
    record::{Ended, Followed},
};
use proptest::prelude::*;

prop_compose! {
    /// A mentee who began in 2024 or 2025, with outcomes and answers on any days after.
    fn some_duo()(
        number in 1_u128..1_000_000,
        begun in 0_u64..700,
        length in proptest::option::of(1_u64..500),
        outcomes in proptest::collection::vec((0..OutcomeKind::ALL.len(), 0_u64..900), 0..3),
        answers in proptest::collection::vec((0..FollowUpAnswer::ALL.len(), 0..3_usize, 0_u64..60), 0..3),
    ) -> DuoRecord {
        let later = |from: NaiveDate, days| from.checked_add_days(Days::new(days)).unwrap();
        let mut record = duo(number, "2024-01-01");
        record.start = later(record.start, begun);
        let start = record.start;
        record.ended = length.map(|days| Ended {
            on: later(start, days), kind: None, checklist: Default::default(),
        });
        record.outcomes = outcomes.into_iter().map(|(kind, days)| {
            let mut outcome = began(OutcomeKind::ALL[kind], "2024-01-01");
            outcome.start = later(start, days);
            outcome
        }).collect();
        record.followed = answers.into_iter().map(|(answer, place, late)| {
            let month = [3, 6, 12][place];
            let due = crate::office::follow_up::due_day(start, month);
            Followed { month, answer: FollowUpAnswer::ALL[answer], day: later(due, late) }
        }).collect();
        record
    }
}

fn selection(anchor: Anchor) -> Selection {
    Selection {
        first: day("2024-01-01"),
        last: day("2025-12-31"),
        anchor,
        ..Selection::of_year(2024, day("2026-11-22"))
    }
}

fn numbers(records: &[DuoRecord], anchor: Anchor, code: Code) -> (u32, u32) {
    let figures = figures(records, &selection(anchor), &[]);
    let figure = figures.iter().find(|figure| figure.code == code).unwrap();
    (figure.numerator.unwrap(), figure.denominator.unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_split_adds_up(
        records in proptest::collection::vec(some_duo(), 0..30),
        end in any::<bool>(),
    ) {
        let anchor = if end { Anchor::End } else { Anchor::Start };
        let part = |code| numbers(&records, anchor, code).0;
        let (positive, mature) = numbers(&records, anchor, Code::Positive);
        prop_assert_eq!(part(Code::Job) + part(Code::Training) + part(Code::Internship), positive);
        prop_assert_eq!(positive + part(Code::Searching) + part(Code::Unknown), mature);
        prop_assert!(part(Code::Durable) <= positive);
    }

    #[test]
    fn one_more_outcome_never_lowers_the_share(
        mut records in proptest::collection::vec(some_duo(), 1..30),
        kind in 0..OutcomeKind::ALL.len(),
        days in 0_u64..365,
    ) {
        let (before, mature) = numbers(&records, Anchor::Start, Code::Positive);
        let mut outcome = began(OutcomeKind::ALL[kind], "2024-01-01");
        outcome.start = records[0].start.checked_add_days(Days::new(days)).unwrap();
        records[0].outcomes.push(outcome);
        let (after, same) = numbers(&records, Anchor::Start, Code::Positive);
        prop_assert!(after >= before && after <= before + 1);
        prop_assert_eq!(mature, same);
    }

    #[test]
    fn the_order_of_rows_changes_nothing(
        mut records in proptest::collection::vec(some_duo(), 0..20),
    ) {
        let before = figures(&records, &selection(Anchor::Start), &[]);
        records.reverse();
        prop_assert_eq!(before, figures(&records, &selection(Anchor::Start), &[]));
    }
}
