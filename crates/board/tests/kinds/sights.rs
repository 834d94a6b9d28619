//! The table "who sees what" says what the rules do.

use crate::{MENTEE, MENTOR, add, bodies, done, id};
use board::{
    actor::Seat,
    add::{Readers, readers},
    health::{
        board::take_in,
        facts::{Each, Facts},
    },
    item::{Body, Item, Kind},
    meeting::MeetingState,
    op::{AddApplication, AddComment, AddObjective, Op},
    permit::{Action, may},
    pulse::PulseSeenBy,
    space::Side,
    visibility::{Onlooker, Sight, sight},
    world::World,
};

/// One body of each kind that comes with `Op::Add`; of pulses one for each choice.
fn plain() -> Vec<Body> {
    vec![
        Body::CvVersion(bodies::cv(1)),
        Body::Referral(bodies::referral()),
        bodies::mark(),
        Body::Meeting(bodies::meeting(2, MeetingState::Held)),
        bodies::contact(),
        bodies::key_date(),
        bodies::pulse(PulseSeenBy::Nobody),
        bodies::pulse(PulseSeenBy::Duo),
        bodies::agreement(),
        bodies::pause(3, 9),
        bodies::note(),
        bodies::project(),
    ]
}

fn mentor(kind: &Kind) -> Sight {
    sight(kind, Onlooker::Seat(Seat::Mentor))
}

#[test]
fn the_readers_of_the_table_are_the_readers_of_the_rules() {
    for body in plain() {
        let kind = body.kind();
        let both = readers(&body) == Readers::Both;
        match mentor(&kind) {
            Sight::Words => assert!(both, "{kind:?}"),
            Sight::Own => assert_eq!(readers(&body), Readers::Maker, "{kind:?}"),
            Sight::Offered => assert_eq!(kind, Kind::Pulse),
            Sight::Shared => assert_eq!(readers(&body), Readers::Choice, "{kind:?}"),
            sight => panic!("{kind:?}: {sight:?} is for staff"),
        }
    }
}

/// A shared world with one item of each kind.
fn full() -> World {
    let mut world = World::default();
    for (number, body) in (10..).zip(plain()) {
        let only_me = readers(&body) == Readers::Maker;
        done(&mut world, MENTEE, add(number, only_me, body));
    }
    done(&mut world, MENTEE, add(5, false, bodies::entry(10)));
    done(
        &mut world,
        MENTEE,
        Op::AddObjective(AddObjective {
            id: id(1),
            title: "Formation".into(),
            horizon: board::objective::Horizon::Short,
            theme: None,
            notes: String::new(),
            only_me: false,
            suggested: false,
        }),
    );
    done(
        &mut world,
        MENTEE,
        Op::AddApplication(AddApplication {
            id: id(2),
            employer: "Les Lutins".into(),
            job: "Aide".into(),
            stage: board::application::Stage::Sent,
            link: String::new(),
            source: String::new(),
            contact: String::new(),
            place: String::new(),
            only_me: false,
            suggested: false,
        }),
    );
    done(
        &mut world,
        MENTEE,
        Op::AddComment(AddComment {
            id: id(3),
            on: id(1),
            text: "Bonjour".into(),
            only_me: false,
            asks: false,
        }),
    );
    world
}

#[test]
fn rights_follow_sight() {
    let world = full();
    for (_, item) in world.items() {
        let kind = item.body.kind();
        let can_share = may(&MENTEE, Action::Share, Side::Shared, item) || kind == Kind::Comment;
        let chooses = mentor(&kind) == Sight::Shared;
        assert_eq!(chooses, can_share, "{kind:?}: what can be shared is the mentee's choice");
        if matches!(mentor(&kind), Sight::Words | Sight::Shared) && kind != Kind::Comment {
            assert!(
                may(&MENTOR, Action::Comment, Side::Shared, item),
                "{kind:?}: who reads, speaks"
            );
        }
        if mentor(&kind) == Sight::Own {
            let any = Action::ALL.iter().any(|action| may(&MENTOR, *action, Side::Shared, item));
            assert!(!any, "{kind:?}: nothing can be done with what is not seen");
        }
    }
}

/// What the health of the duo says when one item is all that is shared.
fn health(item: Option<&Item>) -> Facts {
    let mut world = World::default();
    if let Some(item) = item {
        let private = item.as_pulse().is_some();
        let space = if private { &mut world.private } else { &mut world.shared };
        space.items.insert(item.clone());
    }
    let mut facts = Facts::of_new_duo(bodies::day(1));
    let people = Each { mentee: MENTEE.person, mentor: MENTOR.person };
    take_in(&mut facts, &world, &people, |_| bodies::day(20));
    facts
}

#[test]
fn staff_learn_days_and_counts_of_these_kinds_alone() {
    let mut world = full();
    let agreement = world.items().find(|(_, item)| item.as_agreement().is_some());
    let agreement = agreement.map(|(_, item)| item.id).unwrap();
    done(&mut world, MENTOR, Op::Sign { item: agreement });
    done(&mut world, MENTEE, add(40, true, bodies::pulse(PulseSeenBy::Coordinator)));
    let nothing = health(None);
    for kind in Kind::ALL {
        let of_kind = world.items().filter(|(_, item)| item.body.kind() == *kind);
        let tells = of_kind.into_iter().any(|(_, item)| health(Some(item)) != nothing);
        let sees = sight(kind, Onlooker::Coordinator);
        assert_eq!(tells, sees != Sight::Nothing, "{kind:?}");
        assert!(!matches!(sees, Sight::Words | Sight::Shared | Sight::Own | Sight::Offered));
        assert_eq!(sees, sight(kind, Onlooker::Admin), "{kind:?}");
        assert!(matches!(sight(kind, Onlooker::Funder), Sight::Sums | Sight::Nothing));
    }
}
