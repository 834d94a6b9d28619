//! The three next things of small boards.

use super::*;
use crate::{
    actor::Actor,
    id::PersonId,
    objective::Theme,
    op::{AddApplication, AddObjective, AddStep, Op},
};
use uuid::Uuid;

struct Board {
    world: World,
    last: Option<Order>,
}

fn id(n: u128) -> ItemId {
    ItemId(Uuid::from_u128(n))
}

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, n).unwrap()
}

impl Board {
    fn new() -> Self {
        let mut board = Self { world: World::default(), last: None };
        board.act(Op::AddObjective(AddObjective {
            id: id(1),
            title: "Travailler".into(),
            horizon: Horizon::Short,
            theme: Some(Theme::Job),
            notes: String::new(),
            only_me: false,
            suggested: false,
        }));
        board
    }

    fn act(&mut self, op: Op) {
        let actor = Actor { person: PersonId(Uuid::from_u128(9)), seat: Seat::Mentee };
        self.world.commit(&actor, Timestamp(1), &op).unwrap();
    }

    fn step(&mut self, n: u128, due: Option<NaiveDate>, who: Who) {
        let order = Order::between(self.last.as_ref(), None);
        self.last = Some(order.clone());
        let (id, objective) = (id(n), id(1));
        let title = format!("Étape {n}");
        self.act(Op::AddStep(AddStep {
            id,
            objective,
            title,
            due,
            who,
            order,
            only_me: false,
            suggested: false,
        }));
    }

    fn next(&self, seat: Seat, shown: &[ItemId]) -> Vec<u128> {
        let things = next_things(&self.world, seat, day(10), shown);
        things.into_iter().map(|id| id.0.as_u128()).collect()
    }
}

#[test]
fn at_most_three_by_day_then_by_place() {
    let mut board = Board::new();
    board.step(2, None, Who::Mentee);
    board.step(3, Some(day(20)), Who::Mentee);
    board.step(4, None, Who::Mentee);
    board.step(5, Some(day(12)), Who::Both);
    assert_eq!(board.next(Seat::Mentee, &[]), [5, 3, 2]);
}

#[test]
fn a_mentor_meets_their_own_steps_first() {
    let mut board = Board::new();
    board.step(2, Some(day(11)), Who::Mentee);
    board.step(3, None, Who::Mentor);
    assert_eq!(board.next(Seat::Mentor, &[]), [3, 2]);
}

#[test]
fn what_is_shown_stays_where_it_is_when_it_is_ticked() {
    let mut board = Board::new();
    (2..6).for_each(|n| board.step(n, None, Who::Mentee));
    let shown = [id(2), id(3), id(4)];
    board.act(Op::TickStep { item: id(2), done: true });
    assert_eq!(board.next(Seat::Mentee, &shown), [2, 3, 4]);
    assert_eq!(board.next(Seat::Mentee, &[]), [3, 4, 5]);
    board.act(Op::Remove { item: id(3) });
    assert_eq!(board.next(Seat::Mentee, &shown), [2, 4, 5]);
}

#[test]
fn nothing_of_an_objective_that_rests() {
    let mut board = Board::new();
    board.step(2, None, Who::Mentee);
    let state = ObjectiveState::Paused;
    board.act(Op::SetState { item: id(1), state, why: String::new() });
    assert!(board.next(Seat::Mentee, &[]).is_empty());
}

#[test]
fn a_next_action_comes_up_within_the_week() {
    let mut board = Board::new();
    board.step(2, None, Who::Mentee);
    let (job, employer) = ("Aide".to_owned(), "Crèche".to_owned());
    board.act(Op::AddApplication(AddApplication {
        id: id(7),
        employer,
        job,
        stage: AddApplication::first_stage(),
        link: String::new(),
        source: String::new(),
        contact: String::new(),
        place: String::new(),
        only_me: false,
        suggested: false,
    }));
    board.act(Op::SetNextDay { item: id(7), on: Some(day(18)) });
    assert_eq!(board.next(Seat::Mentee, &[]), [2]);
    board.act(Op::SetNextDay { item: id(7), on: Some(day(17)) });
    assert_eq!(board.next(Seat::Mentee, &[]), [7, 2]);
}
