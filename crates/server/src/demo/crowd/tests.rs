//! A small crowd: every state occurs, the numbers agree with each other, and nothing depends on
//! anything but the seed and the day.

use super::{Crowd, case};
use crate::{demo::tests::facts, local};
use board::{
    health::{DuoState, health, thresholds::Thresholds},
    office::closure::ClosureKind,
    time::Timestamp,
};
use std::collections::{BTreeMap, BTreeSet};

const NOW: Timestamp = Timestamp(1_790_000_000_000);

#[test]
fn a_seed_makes_the_same_crowd_again() {
    let crowd = |seed| {
        let crowd = Crowd { duos: 12, seed };
        let all = (0..12).map(|number| case(crowd, number, NOW).into_past(NOW));
        all.map(|past| format!("{:?}", past.unwrap_or_else(|why| panic!("{why}"))))
            .collect::<Vec<_>>()
    };
    assert_eq!(crowd(5), crowd(5));
    assert_ne!(crowd(5), crowd(6));
}

#[test]
fn every_state_and_every_end_occurs() {
    let crowd = Crowd { duos: 300, seed: 1 };
    let today = local::day(NOW);
    let mut states: BTreeMap<DuoState, usize> = BTreeMap::new();
    let mut ends = BTreeSet::new();
    let mut outcomes = 0;
    for number in 0..crowd.duos {
        let past = case(crowd, number, NOW).into_past(NOW);
        let past = past.unwrap_or_else(|why| panic!("{number}: {why}"));
        let found = health(&facts(&past), today, &Thresholds::default());
        *states.entry(found.state).or_default() += 1;
        assert_eq!(past.closure.is_some(), found.state == DuoState::Closed);
        assert!(past.start < today && past.start < past.planned_end);
        for outcome in &past.outcomes {
            assert_eq!(outcome.faults(past.start, today), Vec::new(), "{outcome:?}");
            outcomes += 1;
        }
        if let Some((closure, _)) = past.closure {
            ends.insert(closure.kind);
            assert!(past.start < closure.on && closure.on <= today);
            let positive = closure.kind == ClosureKind::PositiveOutcome;
            assert!(!positive || !past.outcomes.is_empty());
            let late = past.contacts.iter().filter(|contact| contact.day > closure.on);
            assert_eq!(late.count(), 0);
        }
        for space in &past.spaces {
            assert!(space.events.iter().zip(1..).all(|(event, rev)| event.rev == rev));
            assert!(space.events.is_sorted_by_key(|event| event.at));
            assert!(space.events.iter().all(|event| event.at <= NOW));
        }
    }
    assert_eq!(states.len(), DuoState::BY_NEED.len(), "{states:?}");
    assert_eq!(states.values().sum::<usize>(), 300);
    assert!(states[&DuoState::OnTrack] > states[&DuoState::Stalled], "{states:?}");
    assert_eq!(ends.len(), ClosureKind::ALL.len(), "{ends:?}");
    assert!(outcomes > 60, "{outcomes}");
}
