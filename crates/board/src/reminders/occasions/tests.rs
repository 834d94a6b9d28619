//! What there is to say on which day and at which hour.

use super::*;
use crate::{
    agreement::{Agreement, Signature},
    application::Move,
    comment::Comment,
    entry::Entry,
    id::PersonId,
    item::{Body, Removal},
    key_date::{KeyDate, KeyDateKind},
    meeting::{DayTime, MeetingHow, Said},
    objective::{Horizon, Objective},
    order::Order,
    pause::Pause,
    space::Space,
};
use chrono::Days;
use uuid::Uuid;

const ASMAE: PersonId = PersonId(Uuid::from_u128(1));
const CECILE: PersonId = PersonId(Uuid::from_u128(2));
/// 22 November 2026, midnight; the wall shows UTC here.
const MADE: Timestamp = Timestamp(1_795_305_600_000);
const HOUR: i64 = 60 * 60 * 1000;

fn wall(at: Timestamp) -> NaiveDateTime {
    chrono::DateTime::from_timestamp_millis(at.0).unwrap().naive_utc()
}

fn day(after: u64) -> NaiveDate {
    wall(MADE).date() + Days::new(after)
}

fn item(id: u128, by: PersonId, body: Body) -> Item {
    Item {
        id: ItemId(Uuid::from_u128(id)),
        by,
        at: MADE,
        changed: MADE,
        removed: None,
        only_me: false,
        suggestion: None,
        body,
    }
}

fn shared(items: impl IntoIterator<Item = Item>) -> World {
    World { shared: Space::new(1, items), private: Space::default() }
}

fn says_at(world: &World, seat: Seat, days: i64, hour: i64) -> Vec<Says> {
    let person = if seat == Seat::Mentee { ASMAE } else { CECILE };
    let now = Timestamp(MADE.plus_days(days).0 + hour * HOUR);
    let clock = Clock { now, wall };
    occasions(world, &Actor { person, seat }, clock).iter().map(|one| one.says).collect()
}

fn meeting(on: NaiveDate, time: Option<u16>, state: MeetingState) -> Item {
    let body = Body::Meeting(Meeting {
        on,
        time: time.map(DayTime),
        how: MeetingHow::InPerson,
        state,
        minutes: None,
        logged: Vec::new(),
        moved_by: None,
        said: None,
        place: Entry::default(),
        notes: Entry::default(),
    });
    item(10, CECILE, body)
}

fn objective() -> Item {
    let body = Body::Objective(Objective {
        title: Entry::new("Apprendre".into()),
        horizon: Horizon::Short,
        theme: None,
        notes: Entry::default(),
        state: ObjectiveState::Active,
        why: String::new(),
        since: MADE,
    });
    item(20, ASMAE, body)
}

fn step(who: Who, due: NaiveDate) -> Item {
    let body = Body::Step(Step {
        objective: ItemId(Uuid::from_u128(20)),
        title: Entry::new("Appeler".into()),
        due: Some(due),
        who,
        done: None,
        order: Order::between(None, None),
    });
    item(21, ASMAE, body)
}

fn comment(by: PersonId) -> Item {
    let body = Body::Comment(Comment {
        on: ItemId(Uuid::from_u128(20)),
        text: Entry::new("Bravo".into()),
        edited: false,
        seen: None,
        asks: false,
        settled: None,
    });
    item(22, by, body)
}

fn application(stage: Stage, next_on: Option<NaiveDate>) -> Item {
    let body = Body::Application(Application {
        employer: Entry::new("Crèche".into()),
        job: Entry::new("Aide".into()),
        moves: vec![Move { to: stage.clone(), at: MADE, by: ASMAE }],
        stage,
        link: Entry::default(),
        source: Entry::default(),
        contact: Entry::default(),
        place: Entry::default(),
        notes: Entry::default(),
        next: Entry::default(),
        next_on,
        cv: None,
        letter: None,
        reason: None,
        learnt: Entry::default(),
    });
    item(30, ASMAE, body)
}

fn pause(from: NaiveDate, until: NaiveDate) -> Item {
    item(40, CECILE, Body::Pause(Pause { from, until, ended: None }))
}

#[test]
fn a_meeting_is_said_the_day_before_and_two_hours_before() {
    let world = shared([meeting(day(3), Some(14 * 60), MeetingState::Planned)]);
    for seat in [Seat::Mentee, Seat::Mentor] {
        assert_eq!(says_at(&world, seat, 1, 23), []);
        assert_eq!(says_at(&world, seat, 2, 8), []);
        assert_eq!(says_at(&world, seat, 2, 9), [Says::Tomorrow]);
        assert_eq!(says_at(&world, seat, 2, 23), [Says::Tomorrow]);
        assert_eq!(says_at(&world, seat, 3, 0), []);
        assert_eq!(says_at(&world, seat, 3, 11), []);
        assert_eq!(says_at(&world, seat, 3, 12), [Says::Soon]);
        assert_eq!(says_at(&world, seat, 3, 14), [], "it has begun");
    }
}

#[test]
fn what_does_not_take_place_is_not_said() {
    for state in [MeetingState::Proposed, MeetingState::Declined, MeetingState::Held] {
        let world = shared([meeting(day(3), Some(840), state)]);
        assert_eq!(says_at(&world, Seat::Mentee, 2, 12), []);
    }
    let mut item = meeting(day(3), None, MeetingState::Planned);
    let Body::Meeting(body) = &mut item.body else { unreachable!() };
    body.said = Some(Said { by: CECILE, word: MeetingWord::CannotCome });
    assert_eq!(says_at(&shared([item.clone()]), Seat::Mentee, 2, 12), []);
    let Body::Meeting(body) = &mut item.body else { unreachable!() };
    body.said = Some(Said { by: CECILE, word: MeetingWord::Late });
    assert_eq!(says_at(&shared([item.clone()]), Seat::Mentee, 2, 12), [Says::Tomorrow]);
    item.removed = Some(Removal { by: CECILE, at: MADE });
    assert_eq!(says_at(&shared([item]), Seat::Mentee, 2, 12), []);
}

#[test]
fn a_meeting_that_moves_is_another_one() {
    let key = |on, hours| {
        let world = shared([meeting(on, Some(840), MeetingState::Planned)]);
        let clock = Clock { now: Timestamp(MADE.0 + hours * HOUR), wall };
        let me = Actor { person: ASMAE, seat: Seat::Mentee };
        occasions(&world, &me, clock).remove(0).key
    };
    assert_eq!(key(day(1), 10), key(day(1), 20));
    assert_ne!(key(day(1), 10), key(day(2), 34));
}

#[test]
fn a_step_is_said_on_its_day_to_whoever_does_it() {
    let world = |who| shared([objective(), step(who, day(4))]);
    assert_eq!(says_at(&world(Who::Mentee), Seat::Mentee, 4, 8), []);
    assert_eq!(says_at(&world(Who::Mentee), Seat::Mentee, 4, 9), [Says::Next]);
    assert_eq!(says_at(&world(Who::Mentee), Seat::Mentor, 4, 9), []);
    assert_eq!(says_at(&world(Who::Both), Seat::Mentor, 4, 9), [Says::Next]);
    assert_eq!(says_at(&world(Who::Mentee), Seat::Mentee, 5, 9), [Says::Next], "slept through");
    assert_eq!(says_at(&world(Who::Mentee), Seat::Mentee, 6, 9), []);
    let mut resting = objective();
    let Body::Objective(body) = &mut resting.body else { unreachable!() };
    body.state = ObjectiveState::Paused;
    assert_eq!(says_at(&shared([resting, step(Who::Mentee, day(4))]), Seat::Mentee, 4, 9), []);
}

#[test]
fn an_application_is_said_after_one_two_and_three_weeks() {
    let world = shared([application(Stage::Sent, None)]);
    let clock = |days| Clock { now: Timestamp(MADE.plus_days(days).0 + 12 * HOUR), wall };
    let me = Actor { person: ASMAE, seat: Seat::Mentee };
    let mut keys: Vec<String> =
        (0..29).flat_map(|days| occasions(&world, &me, clock(days))).map(|one| one.key).collect();
    keys.dedup();
    assert_eq!(keys.len(), 3, "{keys:?}");
    assert_eq!(says_at(&world, Seat::Mentor, 7, 12), [], "it is the mentee's");
    let planned = shared([application(Stage::Sent, Some(day(9)))]);
    assert_eq!(says_at(&planned, Seat::Mentee, 8, 12), []);
    assert_eq!(says_at(&planned, Seat::Mentee, 9, 12), [Says::Next, Says::Answer]);
    let ended = shared([application(Stage::Refused, Some(day(9)))]);
    assert_eq!(says_at(&ended, Seat::Mentee, 9, 12), []);
}

#[test]
fn what_the_other_one_wrote_is_said_when_it_was_not_read() {
    let world = shared([objective(), comment(CECILE)]);
    let says = |seat, minutes: i64| {
        let person = if seat == Seat::Mentee { ASMAE } else { CECILE };
        let clock = Clock { now: Timestamp(MADE.0 + minutes * 60_000), wall };
        occasions(&world, &Actor { person, seat }, clock).len()
    };
    assert_eq!(
        [9, 10, 3 * 24 * 60 - 1, 3 * 24 * 60].map(|it| says(Seat::Mentee, it)),
        [0, 1, 1, 0]
    );
    assert_eq!(says(Seat::Mentor, 60), 0, "one's own words");
    let mut seen = comment(CECILE);
    let Body::Comment(body) = &mut seen.body else { unreachable!() };
    body.seen = Some(MADE);
    assert_eq!(says_at(&shared([objective(), seen]), Seat::Mentee, 0, 2), []);
    let mut idea = objective();
    (idea.by, idea.suggestion) = (CECILE, Some(Suggestion::Open));
    assert_eq!(says_at(&shared([idea.clone()]), Seat::Mentee, 0, 2), [Says::Wrote]);
    assert_eq!(says_at(&shared([idea]), Seat::Mentor, 0, 2), []);
}

#[test]
fn key_dates_are_said_twice_to_the_mentee() {
    let body = Body::KeyDate(KeyDate {
        kind: KeyDateKind::Permit,
        title: Entry::new("Carte".into()),
        on: day(60),
        notes: Entry::default(),
    });
    let private =
        World { shared: Space::default(), private: Space::new(1, [item(50, ASMAE, body)]) };
    let me = Actor { person: ASMAE, seat: Seat::Mentee };
    let mut keys: Vec<String> = (0..70)
        .flat_map(|days| {
            let now = Timestamp(MADE.plus_days(days).0 + 12 * HOUR);
            occasions(&private, &me, Clock { now, wall })
        })
        .filter(|one| one.says == Says::KeyDate)
        .map(|one| one.key)
        .collect();
    keys.dedup();
    assert_eq!(keys.len(), 2, "{keys:?}");
}

#[test]
fn the_agreement_waits_for_the_one_who_did_not_sign() {
    let body = Body::Agreement(Agreement {
        version: 1,
        cadence_days: 14,
        notes: Entry::default(),
        signed: vec![Signature { by: CECILE, at: MADE }],
    });
    let world = shared([item(60, CECILE, body)]);
    assert_eq!(says_at(&world, Seat::Mentee, 1, 12), []);
    assert_eq!(says_at(&world, Seat::Mentee, 2, 12), [Says::Agreement]);
    assert_eq!(says_at(&world, Seat::Mentor, 2, 12), []);
}

#[test]
fn how_it_goes_is_asked_once_a_month() {
    let world = shared([objective()]);
    let me = Actor { person: ASMAE, seat: Seat::Mentee };
    let mut keys: Vec<String> = (0..75)
        .flat_map(|days| {
            let now = Timestamp(MADE.plus_days(days).0 + 12 * HOUR);
            occasions(&world, &me, Clock { now, wall })
        })
        .map(|one| one.key)
        .collect();
    keys.dedup();
    assert_eq!(keys.len(), 2, "{keys:?}");
}

#[test]
fn a_duo_that_rests_is_left_in_peace() {
    let items = || [objective(), step(Who::Both, day(4)), comment(CECILE)];
    let mut world = shared(items());
    let rest = pause(day(3), day(5));
    world.shared.items.insert(rest);
    assert_eq!(says_at(&world, Seat::Mentee, 2, 12), [Says::Wrote]);
    assert_eq!(says_at(&world, Seat::Mentee, 4, 12), []);
    assert_eq!(says_at(&world, Seat::Mentor, 4, 12), []);
    assert_eq!(says_at(&shared(items()), Seat::Mentor, 4, 12), [Says::Next]);
}
