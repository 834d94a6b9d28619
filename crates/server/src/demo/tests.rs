//! On any day on which the demo is started, a coordinator finds a duo in every state.

use super::{case::Case, duos, people::branch_id};
use crate::{local, store::past::PastDuo};
use board::{
    actor::Seat,
    health::{
        DuoState,
        board::take_in,
        facts::{Each, Facts, Pause},
        health,
        plan::changes_plan,
        reason::Cause,
        thresholds::Thresholds,
    },
    space::Space,
    time::Timestamp,
    world::World,
};
use std::collections::{BTreeMap, BTreeSet};

/// A Friday.
const FROM: Timestamp = Timestamp(1_790_000_000_000);

/// What the server reckons from what is stored of a duo.
pub(super) fn facts(past: &PastDuo) -> Facts {
    let mut facts = Facts::of_new_duo(past.start);
    let people = Each { mentee: past.mentee.id, mentor: past.mentor.id };
    facts.closed = past.closure.map(|(closure, _)| closure.on);
    let space = |person| {
        let found = past.spaces.iter().find(|space| space.person == person);
        found.map_or_else(Space::default, |it| {
            Space::new(it.events.len() as u64, it.items.iter().cloned())
        })
    };
    let world = World { shared: space(None), private: space(Some(people.mentee)) };
    take_in(&mut facts, &world, &people, local::day);
    let world = World { shared: world.shared, private: Space::default() };
    let events = &past.spaces[0].events;
    let changed = |person| {
        let own = events.iter().filter(|event| event.by == person);
        own.filter(|it| changes_plan(&it.change, &world)).map(|it| local::day(it.at)).max()
    };
    facts.plan_changed = Each { mentee: changed(people.mentee), mentor: changed(people.mentor) };
    for call in past.help.iter().filter(|call| call.answered.is_none()) {
        let on = Some(local::day(call.at));
        if call.person == people.mentee { facts.help.mentee = on } else { facts.help.mentor = on }
    }
    for contact in &past.contacts {
        for seat in contact.with.seats() {
            match seat {
                Seat::Mentee => facts.contacts.mentee.push(contact.day),
                Seat::Mentor => facts.contacts.mentor.push(contact.day),
            }
        }
    }
    facts
        .pauses
        .extend(past.breaks.iter().map(|(from, until)| Pause { from: *from, until: *until }));
    facts
}

/// The states of Nadia's duos at a moment, by the name of the mentee.
fn states(now: Timestamp) -> BTreeMap<String, (DuoState, Vec<Cause>)> {
    let cases = duos::all(now).into_iter();
    let mine = cases.filter(|it| [branch_id("Liège"), branch_id("Verviers")].contains(&it.branch));
    mine.map(|case| {
        let past = case.into_past(now).unwrap_or_else(|why| panic!("{why}"));
        let found = health(&facts(&past), local::day(now), &Thresholds::default());
        let causes = found.reasons.into_iter().map(|reason| reason.cause).collect();
        (past.mentee.name, (found.state, causes))
    })
    .collect()
}

#[test]
fn every_state_is_there_on_any_day() {
    let mut seen = BTreeSet::new();
    for days in 0..70 {
        // Another hour each day.
        let now = Timestamp(FROM.plus_days(days).0 + (days * 7 % 24) * 3_600_000);
        let states = states(now);
        for (name, state) in [
            ("Yusuf", DuoState::HelpRequested),
            ("Mariam", DuoState::ClosureOverdue),
            ("Lina", DuoState::Stalled),
            ("Daniel", DuoState::Stalled),
            ("Mehwish", DuoState::Watch),
            ("Yonas", DuoState::Watch),
            ("Ibrahim", DuoState::Watch),
            ("Hawa", DuoState::Watch),
            ("Selam", DuoState::Watch),
            ("Tarek", DuoState::Watch),
            ("Nour", DuoState::TooEarly),
            ("Aïcha", DuoState::Paused),
            ("Sonia", DuoState::Paused),
            ("Asmae", DuoState::OnTrack),
            ("Samir", DuoState::OnTrack),
            ("Fatoumata", DuoState::OnTrack),
            ("Idriss", DuoState::OnTrack),
            ("Zahra", DuoState::Closed),
        ] {
            let (found, causes) = &states[name];
            assert_eq!(*found, state, "{name} on {}: {causes:?}", local::day(now));
        }
        assert!((22..30).contains(&states.len()));
        seen.extend(states.values().map(|(state, _)| state.as_str()));
    }
    assert_eq!(seen.len(), DuoState::BY_NEED.len());
}

#[test]
fn the_reasons_are_those_of_the_guided_tour() {
    let states = states(FROM);
    let first = |name: &str| states[name].1[0];
    assert!(matches!(first("Yusuf"), Cause::HelpAsked { by: Seat::Mentor, .. }));
    assert!(matches!(first("Lina"), Cause::LastMet { days: 24, planned: None, .. }));
    assert!(matches!(first("Daniel"), Cause::NotMetYet { days: 28, .. }));
    assert!(matches!(first("Mehwish"), Cause::Missed { count: 2, .. }), "{:?}", first("Mehwish"));
    let calm = &states["Idriss"].1;
    assert!(calm.iter().any(|cause| matches!(cause, Cause::Calmed { .. })), "{calm:?}");
    let call = |case: &Case| case.help.first().map(|call| call.day);
    let friday = duos::all(FROM).iter().find_map(call).unwrap();
    assert_eq!(super::case::date(FROM, friday).format("%a").to_string(), "Fri");
}

#[test]
fn nobody_has_two_names_and_no_name_two_people() {
    let cases = duos::all(FROM);
    let mentees: BTreeSet<_> = cases.iter().map(|case| &case.mentee.name).collect();
    assert_eq!(mentees.len(), cases.len());
    assert!(cases.iter().all(|case| !mentees.contains(&case.mentor.name)));
}
