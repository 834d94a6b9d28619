//! What the two do with each other: meetings, the agreement, ideas, questions.

use super::*;
use board::{
    item::Suggestion,
    meeting::{MeetingHow, MeetingState, MeetingWord},
    objective::Horizon,
    op::{AddComment, AddObjective, TextField},
};
use bodies::{agreement, day, meeting};

fn set(number: u128, state: MeetingState, minutes: Option<u16>) -> Op {
    Op::SetMeeting { item: id(number), state, minutes }
}

fn stands(world: &World, number: u128) -> (MeetingState, Option<u16>, usize) {
    let meeting = item(world, number).as_meeting().unwrap();
    (meeting.state.clone(), meeting.minutes, meeting.logged.len())
}

#[test]
fn a_proposal_needs_the_other_ones_yes() {
    let mut world = World::default();
    let proposal = Body::Meeting(meeting(5, MeetingState::Proposed));
    done(&mut world, MENTOR, add(10, false, proposal));
    refused(&world, MENTOR, set(10, MeetingState::Planned, None), Reject::NotAllowed);
    done(&mut world, MENTEE, set(10, MeetingState::Planned, None));
    let another = Op::MoveMeeting { item: id(10), on: day(6), time: None, how: MeetingHow::Phone };
    done(&mut world, MENTEE, another);
    refused(&world, MENTEE, set(10, MeetingState::Planned, None), Reject::NotAllowed);
    done(&mut world, MENTOR, set(10, MeetingState::Planned, None));
    done(&mut world, MENTEE, Op::SayMeeting { item: id(10), word: Some(MeetingWord::Late) });
    let said = item(&world, 10).as_meeting().unwrap().said.clone().unwrap();
    assert_eq!((said.by, said.word), (MENTEE.person, MeetingWord::Late));
}

#[test]
fn the_same_meeting_noted_twice_is_one_and_keeps_every_word() {
    let mut world = World::default();
    let mut mentees = meeting(5, MeetingState::Held);
    mentees.minutes = Some(60);
    mentees.notes.text = "Le CV".into();
    done(&mut world, MENTEE, add(10, false, Body::Meeting(mentees)));
    let mut mentors = meeting(5, MeetingState::Held);
    mentors.minutes = Some(90);
    mentors.notes.text = "Les tests".into();
    let commit = done(&mut world, MENTOR, add(11, false, Body::Meeting(mentors)));
    assert_eq!(commit.written, [(board::space::Side::Shared, id(10))]);
    assert_eq!(world.find(id(11)), None);
    assert_eq!(stands(&world, 10), (MeetingState::Held, Some(90), 2));
    let notes = item(&world, 10).entry(&TextField::Notes).unwrap();
    assert_eq!((&*notes.text, &*notes.others[0].text), ("Le CV", "Les tests"));
    // Another day is another meeting.
    let other = Body::Meeting(meeting(6, MeetingState::Held));
    done(&mut world, MENTOR, add(12, false, other));
    assert_eq!(stands(&world, 12), (MeetingState::Held, None, 1));
}

#[test]
fn two_people_finish_one_log_at_once() {
    let mut world = World::default();
    let proposal = Body::Meeting(meeting(5, MeetingState::Proposed));
    done(&mut world, MENTOR, add(10, false, proposal));
    done(&mut world, MENTEE, set(10, MeetingState::Held, Some(60)));
    done(&mut world, MENTOR, set(10, MeetingState::Held, None));
    assert_eq!(stands(&world, 10), (MeetingState::Held, Some(60), 2));
    refused(&world, MENTOR, set(10, MeetingState::Held, Some(0)), Reject::UnknownValue);
}

#[test]
fn a_change_takes_the_signatures_away() {
    let mut world = World::default();
    done(&mut world, MENTEE, add(10, false, agreement()));
    let signed = |world: &World| item(world, 10).as_agreement().unwrap().signed.len();
    assert_eq!(signed(&world), 1);
    done(&mut world, MENTOR, Op::Sign { item: id(10) });
    done(&mut world, MENTOR, Op::Sign { item: id(10) });
    assert_eq!(signed(&world), 2);
    let base = "Une formation d’auxiliaire".to_owned();
    let edit =
        Op::EditText { item: id(10), field: TextField::Notes, base, text: "Un métier".into() };
    done(&mut world, MENTOR, edit);
    assert_eq!(signed(&world), 0);
}

fn idea(number: u128, suggested: bool) -> Op {
    Op::AddObjective(AddObjective {
        id: id(number),
        title: "Visiter une école".into(),
        horizon: Horizon::Short,
        theme: None,
        notes: String::new(),
        only_me: false,
        suggested,
    })
}

#[test]
fn a_mentor_suggests_and_the_mentee_decides() {
    let mut world = World::default();
    refused(&world, MENTOR, idea(10, false), Reject::NotAllowed);
    refused(&world, MENTEE, idea(10, true), Reject::NotAllowed);
    done(&mut world, MENTOR, idea(10, true));
    assert!(!item(&world, 10).is_live());
    let answer = |accept| Op::AnswerSuggestion { item: id(10), accept };
    refused(&world, MENTOR, answer(true), Reject::NotAllowed);
    let changed = done(&mut world.clone(), MENTOR, Op::Remove { item: id(10) });
    assert_eq!(changed.written.len(), 1);
    done(&mut world, MENTEE, answer(false));
    assert_eq!(item(&world, 10).suggestion, Some(Suggestion::Declined));
    let mut taken = World::default();
    done(&mut taken, MENTOR, idea(10, true));
    done(&mut taken, MENTEE, answer(true));
    assert!(item(&taken, 10).is_live());
    // Part of the plan now: no longer the mentor's to take back.
    refused(&taken, MENTOR, Op::Remove { item: id(10) }, Reject::NotAllowed);
}

#[test]
fn an_answer_can_be_taken_back_by_whoever_gave_it() {
    let again = || Op::ReopenSuggestion { item: id(10) };
    for accept in [true, false] {
        let mut world = World::default();
        done(&mut world, MENTOR, idea(10, true));
        refused(&world, MENTEE, again(), Reject::WrongKind);
        done(&mut world, MENTEE, Op::AnswerSuggestion { item: id(10), accept });
        refused(&world, MENTOR, again(), Reject::WrongKind);
        done(&mut world, MENTEE, again());
        assert_eq!(item(&world, 10).suggestion, Some(Suggestion::Open));
    }
    // What the mentee had in mind from the start was never an idea of the mentor.
    let mut own = World::default();
    done(&mut own, MENTEE, idea(10, false));
    refused(&own, MENTEE, again(), Reject::WrongKind);
}

#[test]
fn a_question_is_settled_by_either() {
    let mut world = World::default();
    done(&mut world, MENTEE, idea(10, false));
    let ask = AddComment {
        id: id(11),
        on: id(10),
        text: "Faut-il un diplôme ?".into(),
        only_me: false,
        asks: true,
    };
    done(&mut world, MENTEE, Op::AddComment(ask));
    done(&mut world, MENTOR, Op::Settle { item: id(11) });
    assert_eq!(item(&world, 11).as_comment().unwrap().settled, Some(NOW));
}
