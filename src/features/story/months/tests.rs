//! Each thing stands in its month, and strange days do not stretch the story.

use super::*;
use board::{
    actor::{Actor, Seat},
    entry::Entry,
    id::{ItemId, PersonId},
    meeting::{Meeting, MeetingHow},
    objective::Horizon,
    op::{AddApplication, AddItem, AddObjective, Op},
};
use uuid::Uuid;

const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };

fn date(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Times of these tests are days of the year 2026.
fn day_of(at: Timestamp) -> NaiveDate {
    date(1, 1) + Days::new(at.0.unsigned_abs())
}

fn add(world: &mut World, number: u128, at: i64, body: Body) {
    let op = Op::Add(AddItem { id: ItemId(Uuid::from_u128(number)), only_me: false, body });
    world.commit(&MENTEE, Timestamp(at), &op).unwrap();
}

fn meeting(on: NaiveDate, state: MeetingState) -> Body {
    Body::Meeting(Meeting {
        on,
        time: None,
        how: MeetingHow::Phone,
        state,
        minutes: None,
        logged: Vec::new(),
        moved_by: None,
        said: None,
        place: Entry::default(),
        notes: Entry::default(),
    })
}

#[test]
fn an_empty_board_has_six_months_before_it() {
    let months = months(&World::default(), date(3, 10), day_of);
    let firsts = months.iter().map(|month| month.first.month()).collect::<Vec<_>>();
    assert_eq!(firsts, [3, 4, 5, 6, 7, 8]);
}

#[test]
fn meetings_and_breaks_stand_in_their_months() {
    let mut world = World::default();
    add(&mut world, 1, 20, meeting(date(1, 21), MeetingState::Held));
    add(&mut world, 2, 40, meeting(date(3, 20), MeetingState::Proposed));
    let yes = Op::SetMeeting {
        item: ItemId(Uuid::from_u128(2)),
        state: MeetingState::Planned,
        minutes: None,
    };
    world.commit(&MENTOR, Timestamp(41), &yes).unwrap();
    let pause = Pause { from: date(1, 25), until: date(2, 20), ended: None };
    add(&mut world, 3, 24, Body::Pause(pause));
    let end = Op::EndPause { item: ItemId(Uuid::from_u128(3)) };
    world.commit(&MENTEE, Timestamp(40), &end).unwrap();

    let months = months(&world, date(3, 10), day_of);
    assert_eq!(months.len(), 6);
    assert_eq!(months[0].held, [date(1, 21)]);
    assert_eq!(months[0].rests, [(date(1, 25), date(1, 31))]);
    assert_eq!(months[1].rests, [(date(2, 1), date(2, 10))], "it ended early");
    assert_eq!(months[2].planned, [date(3, 20)]);
    assert!(months[2].rests.is_empty());
}

#[test]
fn days_far_away_do_not_stretch_the_story() {
    let mut world = World::default();
    let long_ago = NaiveDate::from_ymd_opt(1901, 1, 1).unwrap();
    add(&mut world, 1, 20, meeting(long_ago, MeetingState::Held));
    assert_eq!(months(&world, date(3, 10), day_of).len(), 24);
}

#[test]
fn what_was_reached_is_told_in_its_month_and_refusals_are_not() {
    let mut world = World::default();
    let id = |number| ItemId(Uuid::from_u128(number));
    let mut act = |at: i64, op: Op| world.commit(&MENTEE, Timestamp(at), &op).unwrap();
    act(
        1,
        Op::AddObjective(AddObjective {
            id: id(1),
            title: "Une formation".to_owned(),
            horizon: Horizon::Short,
            theme: None,
            notes: String::new(),
            only_me: false,
            suggested: false,
        }),
    );
    act(40, Op::SetState { item: id(1), state: ObjectiveState::Reached, why: String::new() });
    for (number, job, end) in [(2, "Vendeuse", Stage::Refused), (3, "Crèche", Stage::Accepted)] {
        act(
            2,
            Op::AddApplication(AddApplication {
                id: id(number),
                employer: "Ici".to_owned(),
                job: job.to_owned(),
                stage: Stage::ToApply,
                link: String::new(),
                source: String::new(),
                contact: String::new(),
                place: String::new(),
                only_me: false,
                suggested: false,
            }),
        );
        act(10, Op::MoveApplication { item: id(number), to: Stage::Sent });
        act(45, Op::MoveApplication { item: id(number), to: end });
    }
    // A wrong press that was taken back is no story.
    act(46, Op::MoveApplication { item: id(2), to: Stage::Accepted });
    act(47, Op::MoveApplication { item: id(2), to: Stage::Refused });
    let months = months(&world, date(3, 1), day_of);
    let told = |month: usize| {
        let reached = months[month].reached.iter();
        reached.map(|it| (it.what, it.title.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(told(0), [(What::Sent, "Vendeuse"), (What::Sent, "Crèche")]);
    assert_eq!(told(1), [(What::Objective, "Une formation"), (What::Accepted, "Crèche")]);
}
