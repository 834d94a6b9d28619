//! What the health of a duo may read on a board.

use super::*;
use board::{
    health::{
        board::take_in,
        facts::{Each, Facts, MeetingKind},
    },
    meeting::MeetingState,
    op::AddComment,
    pulse::PulseSeenBy,
};
use bodies::{agreement, day, meeting, pause, pulse, referral};

const PEOPLE: Each<PersonId> = Each { mentee: MENTEE.person, mentor: MENTOR.person };

fn facts(world: &World) -> Facts {
    let mut facts = Facts::of_new_duo(day(1));
    // Every moment of these tests is on the fifteenth.
    take_in(&mut facts, world, &PEOPLE, |_| day(15));
    facts
}

#[test]
fn days_and_kinds_arrive() {
    let mut world = World::default();
    done(&mut world, MENTEE, add(10, false, Body::Meeting(meeting(3, MeetingState::Held))));
    done(&mut world, MENTEE, add(11, false, Body::Meeting(meeting(20, MeetingState::Proposed))));
    done(&mut world, MENTOR, add(12, false, pause(4, 30)));
    done(&mut world, MENTOR, Op::EndPause { item: id(12) });
    done(&mut world, MENTEE, add(13, false, agreement()));
    done(&mut world, MENTEE, add(14, false, Body::Referral(referral())));
    let found = facts(&world);
    let meetings: Vec<_> = found.meetings.iter().map(|it| (it.day, it.kind)).collect();
    assert_eq!(meetings, [(day(3), MeetingKind::Held)]);
    assert_eq!((found.pauses[0].from, found.pauses[0].until), (day(4), day(14)));
    assert_eq!(found.agreed, None, "one signature is no agreement");
    assert_eq!(found.referrals, [day(15)]);
    done(&mut world, MENTOR, Op::Sign { item: id(13) });
    assert_eq!(facts(&world).agreed, Some(day(15)));
}

#[test]
fn who_waits_is_told_and_not_for_what() {
    let mut world = World::default();
    done(&mut world, MENTEE, add(14, false, Body::Referral(referral())));
    let ask = |number, text: &str| {
        let (id, on, text) = (id(number), id(14), text.to_owned());
        Op::AddComment(AddComment { id, on, text, only_me: false, asks: true })
    };
    done(&mut world, MENTEE, ask(15, "Que faut-il apporter ?"));
    assert_eq!(facts(&world).waiting, Each { mentee: Some(day(15)), mentor: None });
    done(&mut world, MENTOR, Op::SeeComments { items: vec![id(15)] });
    done(&mut world, MENTOR, Op::Settle { item: id(15) });
    assert_eq!(facts(&world).waiting, Each::default());
}

#[test]
fn private_items_change_nothing_but_the_faces_shown_to_the_coordinator() {
    let mut world = World::default();
    let before = facts(&world);
    done(&mut world, MENTEE, add(10, true, pulse(PulseSeenBy::Nobody)));
    done(&mut world, MENTEE, add(11, true, bodies::note()));
    done(&mut world, MENTEE, add(12, true, Body::Referral(referral())));
    done(&mut world, MENTEE, add(13, false, pulse(PulseSeenBy::Duo)));
    assert_eq!(facts(&world), before);
    done(&mut world, MENTEE, add(14, true, pulse(PulseSeenBy::Coordinator)));
    assert_eq!(facts(&world).pulses.len(), 1);
}
