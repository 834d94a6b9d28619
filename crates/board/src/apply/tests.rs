//! What operations do, and to whom they are refused: cases as data, through [`World::commit`].

use super::*;
use crate::item::Kind;
use crate::objective::Horizon;
use crate::{
    actor::{Actor, Seat},
    application::Stage,
    item::UNDO_DAYS,
    op::{AddApplication, AddComment, AddObjective, AddStep},
    order::Order,
    permit::{Action, may, may_add},
    reject::Reject,
    space::Side,
    step::Who,
    text::TextError,
    world::World,
};
use crate::{
    entry::Version,
    op::{Keep, TextField},
};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_700_000_000_000);
const MENTEE: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::Mentee };
const MENTOR: Actor = Actor { person: PersonId(Uuid::from_u128(2)), seat: Seat::Mentor };
const OBJECTIVE: u128 = 10;
const STEP: u128 = 11;
const APPLICATION: u128 = 12;
const COMMENT: u128 = 13;
const NOTE: u128 = 14;

fn id(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(number))
}

fn objective(number: u128, title: &str, only_me: bool) -> Op {
    Op::AddObjective(AddObjective {
        id: id(number),
        title: title.into(),
        horizon: Horizon::Short,
        theme: None,
        notes: String::new(),
        only_me,
        suggested: false,
    })
}

fn step(number: u128, who: Who, only_me: bool) -> Op {
    Op::AddStep(AddStep {
        id: id(number),
        objective: id(OBJECTIVE),
        title: "Appeler la crèche".into(),
        due: None,
        who,
        order: Order::between(None, None),
        only_me,
        suggested: false,
    })
}

fn application(number: u128) -> Op {
    Op::AddApplication(AddApplication {
        id: id(number),
        employer: "Les Lutins".into(),
        job: "Puéricultrice".into(),
        stage: Stage::ToApply,
        link: String::new(),
        source: String::new(),
        contact: String::new(),
        place: String::new(),
        only_me: false,
        suggested: false,
    })
}

fn comment(number: u128, on: u128, only_me: bool) -> Op {
    Op::AddComment(AddComment {
        id: id(number),
        on: id(on),
        text: "Bravo.".into(),
        only_me,
        asks: false,
    })
}

fn edit(number: u128, field: TextField, base: &str, text: &str) -> Op {
    Op::EditText { item: id(number), field, base: base.into(), text: text.into() }
}

/// A board with one thing of each kind; the comment is the mentor's.
fn board() -> World {
    let mut world = World::default();
    for (actor, op) in [
        (MENTEE, objective(OBJECTIVE, "Travailler en crèche", false)),
        (MENTEE, step(STEP, Who::Mentee, false)),
        (MENTEE, application(APPLICATION)),
        (MENTOR, comment(COMMENT, APPLICATION, false)),
        (MENTEE, comment(NOTE, OBJECTIVE, true)),
    ] {
        world.commit(&actor, NOW, &op).unwrap();
    }
    world
}

fn title(world: &World, number: u128) -> &Entry {
    let (_, item) = world.find(id(number)).unwrap();
    item.entry(&TextField::Title).unwrap()
}

/// What the mentor sees: the shared space and nothing else.
fn as_mentor(world: &World) -> World {
    World { shared: world.shared.clone(), ..World::default() }
}

#[track_caller]
fn refused(actor: Actor, op: Op, why: Reject) {
    let mut world = if actor == MENTEE { board() } else { as_mentor(&board()) };
    let before = world.clone();
    assert_eq!(world.commit(&actor, NOW, &op), Err(why), "{op:?}");
    assert_eq!(world, before, "a refusal changes nothing");
}

#[test]
fn words_written_at_the_same_time_are_both_kept() {
    let mut world = board();
    let base = "Travailler en crèche";
    world.commit(&MENTEE, NOW, &edit(OBJECTIVE, TextField::Title, base, "Stage")).unwrap();
    world.commit(&MENTOR, NOW, &edit(OBJECTIVE, TextField::Title, base, "Emploi")).unwrap();
    let entry = title(&world, OBJECTIVE);
    let waiting = Version { text: "Stage".into(), by: MENTEE.person, at: NOW };
    assert_eq!((entry.text.as_str(), entry.by), ("Emploi", Some(MENTOR.person)));
    assert_eq!(entry.others, [waiting]);
    // Whose version waits goes on writing it; a third version in the same millisecond has its
    // own name.
    world.commit(&MENTEE, NOW, &edit(OBJECTIVE, TextField::Title, "Stage", "Stage long")).unwrap();
    world.commit(&MENTEE, NOW, &edit(OBJECTIVE, TextField::Title, base, "Formation")).unwrap();
    let entry = title(&world, OBJECTIVE);
    let others: Vec<_> = entry.others.iter().map(|one| (one.text.as_str(), one.at.0)).collect();
    assert_eq!(entry.text, "Formation");
    assert_eq!(others, [("Stage long", NOW.0), ("Emploi", NOW.0 + 1)]);
}

#[test]
fn two_versions_are_settled_three_ways() {
    for (keep, line, text) in [
        (Keep::Shown, "Emploi", "Emploi"),
        (Keep::Waiting, "Stage", "Stage"),
        (Keep::Both, "Stage / Emploi", "Stage\n\nEmploi"),
    ] {
        for (field, base, expected) in
            [(TextField::Title, "Travailler en crèche", line), (TextField::Notes, "", text)]
        {
            let mut world = board();
            world.commit(&MENTEE, NOW, &edit(OBJECTIVE, field.clone(), base, "Stage")).unwrap();
            world.commit(&MENTOR, NOW, &edit(OBJECTIVE, field.clone(), base, "Emploi")).unwrap();
            let (item, keep) = (id(OBJECTIVE), keep.clone());
            let settle = Op::ChooseVersion { item, field: field.clone(), waiting: NOW, keep };
            world.commit(&MENTEE, NOW, &settle).unwrap();
            // The other one settles it too, a moment later: nothing more happens.
            world.commit(&MENTOR, NOW, &settle).unwrap();
            let (_, found) = world.find(item).unwrap();
            let entry = found.entry(&field).unwrap();
            assert_eq!((entry.text.as_str(), entry.others.len()), (expected, 0));
        }
    }
}

#[test]
fn what_was_removed_comes_back_within_thirty_days() {
    for (days, expected) in
        [(0, Ok(())), (UNDO_DAYS, Ok(())), (UNDO_DAYS + 1, Err(Reject::TooLate))]
    {
        let mut world = board();
        world.commit(&MENTEE, NOW, &Op::Remove { item: id(OBJECTIVE) }).unwrap();
        let back = Op::Restore { item: id(OBJECTIVE) };
        let result = world.commit(&MENTEE, NOW.plus_days(days), &back);
        assert_eq!(result.map(|_| ()), expected, "after {days} days");
    }
}

#[test]
fn an_edit_by_the_other_beats_a_removal_and_ones_own_does_not() {
    let mut world = board();
    let written = edit(OBJECTIVE, TextField::Title, "Travailler en crèche", "Crèche");
    world.commit(&MENTEE, NOW, &Op::Remove { item: id(OBJECTIVE) }).unwrap();
    assert_eq!(world.commit(&MENTEE, NOW, &written), Err(Reject::Removed));
    world.commit(&MENTOR, NOW, &written).unwrap();
    assert_eq!(world.find(id(OBJECTIVE)).unwrap().1.removed, None);
}

#[test]
fn an_item_is_shared_and_unshared_with_what_belongs_to_it() {
    let mut world = board();
    let there = |world: &World, side: Side| -> Vec<u128> {
        world.space(side).items.keys().map(|id| id.0.as_u128()).collect()
    };
    world.commit(&MENTEE, NOW, &comment(20, STEP, false)).unwrap();
    let commit = world.commit(&MENTEE, NOW, &Op::Unshare { item: id(OBJECTIVE) }).unwrap();
    assert_eq!(there(&world, Side::Shared), [APPLICATION, COMMENT]);
    assert_eq!(there(&world, Side::Private), [OBJECTIVE, STEP, NOTE, 20]);
    let sides: Vec<_> = commit.events.iter().map(|(side, _)| *side).collect();
    assert_eq!(sides, [Side::Shared, Side::Private]);
    // The mentor learns that ids left, not one word.
    assert!(
        matches!(&commit.events[0].1.change, crate::event::Change::Depart(ids) if ids.len() == 3)
    );
    world.commit(&MENTEE, NOW, &Op::Share { item: id(OBJECTIVE) }).unwrap();
    assert_eq!(there(&world, Side::Shared), [OBJECTIVE, STEP, APPLICATION, COMMENT, 20]);
    assert_eq!(there(&world, Side::Private), [NOTE], "the note was marked by itself");
}

#[test]
fn what_belongs_to_a_private_item_is_not_shared_before_it() {
    let mut world = board();
    world.commit(&MENTEE, NOW, &Op::Unshare { item: id(OBJECTIVE) }).unwrap();
    let share = Op::Share { item: id(STEP) };
    assert_eq!(world.commit(&MENTEE, NOW, &share), Err(Reject::NotAllowed));
    // And whatever is added below it is private as well.
    world.commit(&MENTEE, NOW, &step(21, Who::Mentee, false)).unwrap();
    assert_eq!(world.find(id(21)).unwrap().0, Side::Private);
}

/// Rows: kind of item. Columns: [`Action::ALL`] for the mentee, then for the mentor.
#[test]
fn the_table_of_rights() {
    let world = board();
    let mut both = world.clone();
    both.commit(&MENTEE, NOW, &step(22, Who::Both, false)).unwrap();
    let table = [
        // Comment, Write, Plan, Tick, See, Remove, Share, Answer, Review, Sign
        (OBJECTIVE, "yyy..yy...", "yy........"),
        (STEP, "yyyy.yy...", "yy........"),
        (22, "yyyy.yy...", "yy.y......"),
        (APPLICATION, "yyy..yy...", "yy........"),
        // The mentor's comment: the mentee reads it.
        (COMMENT, "....y.....", ".y...y...."),
        // The mentee's private note about the objective.
        (NOTE, ".y...yy...", ".........."),
    ];
    for (number, mentee, mentor) in table {
        let (side, item) = both.find(id(number)).unwrap();
        for (actor, expected) in [(MENTEE, mentee), (MENTOR, mentor)] {
            let found: String = Action::ALL
                .iter()
                .map(|action| if may(&actor, *action, side, item) { 'y' } else { '.' })
                .collect();
            assert_eq!(found, expected, "{:?} and item {number}", actor.seat);
        }
    }
    assert!(may_add(&MENTEE, &Kind::Objective) && !may_add(&MENTOR, &Kind::Objective));
}

#[test]
fn refusals_say_why_and_change_nothing() {
    let long = "x".repeat(201);
    let too_long = TextError::TooLong { max: 200 };
    let base = "Travailler en crèche";
    let title = |text: &str| edit(OBJECTIVE, TextField::Title, base, text);
    let text = |error| Reject::Text { field: TextField::Title, error };
    let stage =
        |word: &str| Op::MoveApplication { item: id(APPLICATION), to: Stage::from_word(word) };
    let tick = |number| Op::TickStep { item: id(number), done: true };
    for (actor, op, why) in [
        (MENTEE, title(""), text(TextError::Empty)),
        (MENTEE, title(&long), text(too_long)),
        (MENTEE, title("a\0b"), text(TextError::Unstorable)),
        (MENTEE, title(" pas propre "), text(TextError::Unstorable)),
        (MENTEE, objective(OBJECTIVE, "Deux fois", false), Reject::Exists),
        (MENTEE, tick(OBJECTIVE), Reject::WrongKind),
        (MENTEE, tick(99), Reject::NotFound),
        (MENTEE, stage("mars"), Reject::UnknownValue),
        (MENTEE, edit(COMMENT, TextField::Body, "Bravo.", "Mieux."), Reject::NotAllowed),
        (MENTEE, Op::Share { item: id(OBJECTIVE) }, Reject::NotFound),
        (MENTOR, objective(30, "Idée du mentor", false), Reject::NotAllowed),
        (MENTOR, step(30, Who::Mentor, false), Reject::NotAllowed),
        (MENTOR, stage("sent"), Reject::NotAllowed),
        (MENTOR, tick(STEP), Reject::NotAllowed),
        (MENTOR, Op::Remove { item: id(APPLICATION) }, Reject::NotAllowed),
        (MENTOR, Op::Unshare { item: id(OBJECTIVE) }, Reject::NotAllowed),
        (MENTOR, Op::SeeComments { items: vec![id(COMMENT)] }, Reject::NotAllowed),
        // What is private is not there, which is all that may be known.
        (MENTOR, edit(NOTE, TextField::Body, "Bravo.", "Vu."), Reject::NotFound),
        (MENTOR, Op::Share { item: id(NOTE) }, Reject::NotFound),
    ] {
        refused(actor, op, why);
    }
}

#[test]
fn saying_it_again_changes_nothing_more() {
    let mut world = board();
    let later = Timestamp(NOW.0 + 5);
    for op in [
        Op::TickStep { item: id(STEP), done: true },
        Op::SeeComments { items: vec![id(COMMENT)] },
        Op::MoveApplication { item: id(APPLICATION), to: Stage::Sent },
    ] {
        world.commit(&MENTEE, NOW, &op).unwrap();
        world.commit(&MENTEE, later, &op).unwrap();
    }
    let found = |number| &world.find(id(number)).unwrap().1.body;
    assert!(matches!(found(STEP), Body::Step(step) if step.done == Some(NOW)));
    assert!(matches!(found(COMMENT), Body::Comment(comment) if comment.seen == Some(NOW)));
    assert!(matches!(found(APPLICATION), Body::Application(one) if one.moves.len() == 2));
}
