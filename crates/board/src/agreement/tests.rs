//! A signature stands under what was read, and under nothing else.

use super::*;
use crate::{
    actor::{Actor, Seat},
    id::ItemId,
    item::Body,
    op::{AddItem, Keep, Op, TextField},
    reject::Reject,
};
use uuid::Uuid;

const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };
const ITEM: ItemId = ItemId(Uuid::from_u128(9));

fn words(base: &str, text: &str) -> Op {
    Op::EditText { item: ITEM, field: TextField::Notes, base: base.into(), text: text.into() }
}

/// An agreement that both have signed.
fn signed() -> World {
    let mut world = World::default();
    let body = Body::Agreement(Agreement {
        version: AGREEMENT_VERSION,
        cadence_days: 14,
        notes: Entry::new("Trouver une crèche.".into()),
        signed: Vec::new(),
    });
    let add = Op::Add(AddItem { id: ITEM, only_me: false, body });
    world.commit(&MENTEE, Timestamp(1), &add).unwrap();
    world.commit(&MENTOR, Timestamp(2), &Op::Sign { item: ITEM }).unwrap();
    world
}

fn count(world: &World) -> usize {
    current(world).unwrap().as_agreement().unwrap().signed.len()
}

#[test]
fn who_begins_it_signs_it() {
    let world = signed();
    assert_eq!(count(&world), 2);
    assert!(current(&world).unwrap().as_agreement().unwrap().is_signed_by(MENTEE.person));
}

#[test]
fn another_text_or_cadence_takes_the_signatures_away() {
    let mut world = signed();
    world
        .commit(&MENTOR, Timestamp(3), &words("Trouver une crèche.", "Trouver un stage."))
        .unwrap();
    assert_eq!(count(&world), 0);

    let mut world = signed();
    let cadence = |days| Op::SetCadence { item: ITEM, days };
    world.commit(&MENTOR, Timestamp(3), &cadence(14)).unwrap();
    assert_eq!(count(&world), 2, "the same cadence is no change");
    world.commit(&MENTOR, Timestamp(4), &cadence(7)).unwrap();
    assert_eq!(count(&world), 0);
    assert_eq!(world.commit(&MENTEE, Timestamp(5), &cadence(0)), Err(Reject::UnknownValue));
}

#[test]
fn a_choice_between_two_texts_is_a_change_too() {
    let mut world = signed();
    world.commit(&MENTEE, Timestamp(3), &words("Trouver une crèche.", "Lire.")).unwrap();
    world.commit(&MENTOR, Timestamp(4), &words("Trouver une crèche.", "Écrire.")).unwrap();
    world.commit(&MENTOR, Timestamp(5), &Op::Sign { item: ITEM }).unwrap();
    let waiting = current(&world).unwrap().as_agreement().unwrap().notes.others[0].at;
    let choose = |keep| Op::ChooseVersion { item: ITEM, field: TextField::Notes, waiting, keep };
    let mut same = world.clone();
    same.commit(&MENTEE, Timestamp(6), &choose(Keep::Shown)).unwrap();
    assert_eq!(count(&same), 1);
    world.commit(&MENTEE, Timestamp(6), &choose(Keep::Waiting)).unwrap();
    assert_eq!(count(&world), 0);
}
