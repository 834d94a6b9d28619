//! Who may add and do what: the table of permit.rs, line by line.

use super::*;
use board::{
    meeting::MeetingState,
    permit::{Action, may},
    pulse::PulseSeenBy,
    space::Side,
};

/// Kind, shared or not, then what mentee and mentor may do, in the order of `Action::ALL`:
/// Comment, Write, Plan, Tick, See, Remove, Share, Answer, Review, Sign.
fn table() -> Vec<(&'static str, Body, [&'static str; 2])> {
    use bodies::*;
    vec![
        ("cv", Body::CvVersion(cv(1)), ["yyy..yy.y.", "yy......y."]),
        ("referral", Body::Referral(referral()), ["yyyy.yy...", "yyy......."]),
        ("mark", mark(), ["yyy..yy...", "y........."]),
        ("contact", contact(), ["yyy..yy...", "yy........"]),
        ("key date", key_date(), ["yyy..yy...", "yy........"]),
        ("project", project(), ["yyy..yy...", "y........."]),
        (
            "meeting",
            Body::Meeting(meeting(2, MeetingState::Proposed)),
            ["yyy..y....", "yyy......."],
        ),
        ("agreement", agreement(), ["yyy..y...y", "yyy......y"]),
        ("pause", pause(2, 9), ["yyy..y....", "yyy......."]),
        ("pulse", pulse(PulseSeenBy::Duo), ["yy...y....", "y........."]),
    ]
}

#[test]
fn what_each_may_do_with_what_the_mentee_shares() {
    for (name, body, expected) in table() {
        let mut world = World::default();
        done(&mut world, MENTEE, add(10, false, body));
        for (actor, expected) in [MENTEE, MENTOR].into_iter().zip(expected) {
            let rights = Action::ALL.iter().map(|action| {
                if may(&actor, *action, Side::Shared, item(&world, 10)) { 'y' } else { '.' }
            });
            assert_eq!(rights.collect::<String>(), expected, "{name}, {:?}", actor.seat);
        }
    }
}

#[test]
fn what_a_mentor_adds() {
    use bodies::*;
    let facts = [
        (false, Body::Referral(referral())),
        (false, Body::Meeting(meeting(2, MeetingState::Held))),
        (false, contact()),
        (false, agreement()),
        (false, pause(2, 9)),
        (false, pulse(PulseSeenBy::Duo)),
        (true, pulse(PulseSeenBy::Coordinator)),
        (true, note()),
    ];
    for (only_me, body) in facts {
        done(&mut World::default(), MENTOR, add(10, only_me, body));
    }
    for body in [Body::CvVersion(cv(1)), mark(), key_date(), project()] {
        refused(&World::default(), MENTOR, add(10, false, body), Reject::NotAllowed);
    }
}

#[test]
fn who_reads_is_decided_by_the_kind_where_it_is_not_a_choice() {
    use bodies::*;
    let world = World::default();
    for body in [Body::Meeting(meeting(2, MeetingState::Held)), agreement(), pause(2, 9)] {
        refused(&world, MENTEE, add(10, true, body), Reject::NotAllowed);
    }
    for body in [note(), pulse(PulseSeenBy::Nobody), pulse(PulseSeenBy::Coordinator)] {
        refused(&world, MENTEE, add(10, false, body), Reject::NotAllowed);
    }
    let mut world = World::default();
    done(&mut world, MENTEE, add(10, true, note()));
    refused(&world, MENTEE, Op::Share { item: id(10) }, Reject::NotAllowed);
    done(&mut world, MENTEE, add(11, true, key_date()));
    done(&mut world, MENTEE, Op::Share { item: id(11) });
    assert_eq!(world.find(id(11)).unwrap().0, Side::Shared);
}

#[test]
fn what_only_time_can_bring_is_refused_in_a_new_item() {
    use bodies::*;
    let sealed = board::cv::CvVersion { sealed: Some(NOW), ..cv(1) };
    let mut logged = meeting(2, MeetingState::Held);
    logged.logged.push(MENTOR.person);
    let planned = meeting(2, MeetingState::Planned);
    for body in [
        Body::CvVersion(sealed),
        Body::Meeting(logged),
        Body::Meeting(planned),
        pause(9, 2),
        Body::CvVersion(cv(0)),
    ] {
        refused(&World::default(), MENTEE, add(10, false, body), Reject::UnknownValue);
    }
    let mut contested = cv(1);
    contested.title.by = Some(MENTOR.person);
    refused(
        &World::default(),
        MENTEE,
        add(10, false, Body::CvVersion(contested)),
        Reject::UnknownValue,
    );
}
