//! What stands on a proof, and what is ticked before the mentee looks at it.

use super::*;
use crate::{
    actor::{Actor, Seat},
    id::PersonId,
    objective::Horizon,
    op::{AddApplication, AddObjective, AddStep, Op},
    order::Order,
    step::Who,
};
use uuid::Uuid;

const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };

fn id(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(number))
}

/// Moments are days of March here.
fn at(day: i64) -> Timestamp {
    Timestamp(day * Timestamp::DAY)
}

fn march(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn day_of(at: Timestamp) -> NaiveDate {
    march(u32::try_from(at.0 / Timestamp::DAY).unwrap())
}

fn act(world: &mut World, day: i64, op: Op) {
    world.commit(&MENTEE, at(day), &op).unwrap();
}

fn application(number: u128, only_me: bool) -> Op {
    Op::AddApplication(AddApplication {
        id: id(number),
        employer: "Les Lutins".into(),
        job: "Aide".into(),
        stage: Stage::ToApply,
        link: String::new(),
        source: "Forem".into(),
        contact: String::new(),
        place: String::new(),
        only_me,
        suggested: false,
    })
}

fn step(number: u128, theme: Option<Theme>) -> [Op; 2] {
    let objective = id(number + 1000);
    [
        Op::AddObjective(AddObjective {
            id: objective,
            title: "Objectif".into(),
            horizon: Horizon::Short,
            theme,
            notes: String::new(),
            only_me: false,
            suggested: false,
        }),
        Op::AddStep(AddStep {
            id: id(number),
            objective,
            title: "Appeler".into(),
            due: None,
            who: Who::Mentee,
            order: Order::between(None, None),
            only_me: false,
            suggested: false,
        }),
    ]
}

fn chosen(world: &World, from: u32, until: u32) -> Vec<(ItemId, u32, bool)> {
    use chrono::Datelike;
    let rows = rows(world, &(march(from)..=march(until)), &day_of);
    rows.into_iter().map(|row| (row.item, row.on.day(), row.proposed)).collect()
}

#[test]
fn an_application_counts_on_the_day_it_was_sent() {
    let mut world = World::default();
    act(&mut world, 2, application(1, false));
    assert_eq!(chosen(&world, 1, 31), [(id(1), 2, false)], "not sent yet: offered, not ticked");
    act(&mut world, 5, Op::MoveApplication { item: id(1), to: Stage::Sent });
    act(&mut world, 9, Op::MoveApplication { item: id(1), to: Stage::Refused });
    assert_eq!(chosen(&world, 1, 31), [(id(1), 5, true)]);
    assert_eq!(chosen(&world, 6, 31), [(id(1), 9, true)], "in these days the answer came");
    assert_eq!(chosen(&world, 10, 31), [], "nothing happened in these days");
}

#[test]
fn what_is_private_is_offered_and_never_ticked() {
    let mut world = World::default();
    act(&mut world, 2, application(1, true));
    act(&mut world, 3, Op::MoveApplication { item: id(1), to: Stage::Sent });
    let rows = rows(&world, &(march(1)..=march(31)), &day_of);
    assert_eq!((rows[0].private, rows[0].proposed), (true, false));
}

#[test]
fn steps_about_work_are_ticked_and_others_only_offered() {
    let mut world = World::default();
    for (number, theme) in [(1, Some(Theme::Job)), (2, Some(Theme::Health)), (3, None)] {
        for op in step(number, theme) {
            act(&mut world, 2, op);
        }
        act(&mut world, 4, Op::TickStep { item: id(number), done: true });
    }
    let all = [(id(1), 4, true), (id(2), 4, false), (id(3), 4, false)];
    assert_eq!(chosen(&world, 1, 31), all);
    act(&mut world, 5, Op::Remove { item: id(1) });
    assert_eq!(chosen(&world, 1, 31).len(), 2, "what was removed is gone");
}
