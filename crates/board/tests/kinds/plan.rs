//! CV versions and what was sent, referrals, the career aim.

use super::*;
use board::{
    application::{EndReason, Stage},
    cv::{CvKind, FileKind, FileRef, Review},
    op::{AddApplication, TextField},
    referral::{ReferralOutcome, Went},
    space::Side,
};
use bodies::{cv, day, entry, project, referral};

fn application(number: u128, only_me: bool) -> Op {
    Op::AddApplication(AddApplication {
        id: id(number),
        employer: "Les Lutins".into(),
        job: "Puéricultrice".into(),
        stage: Stage::ToApply,
        link: String::new(),
        source: String::new(),
        contact: String::new(),
        place: String::new(),
        only_me,
        suggested: false,
    })
}

fn rename(number: u128, text: &str) -> Op {
    let (field, base) = (TextField::Title, "CV crèches".to_owned());
    Op::EditText { item: id(number), field, base, text: text.into() }
}

fn attach(application: u128, version: u128) -> Op {
    Op::Attach { item: id(application), kind: CvKind::Cv, version: Some(id(version)) }
}

#[test]
fn what_was_sent_does_not_change() {
    let mut world = World::default();
    done(&mut world, MENTEE, add(10, false, Body::CvVersion(cv(1))));
    done(&mut world, MENTEE, add(11, false, entry(10)));
    done(&mut world, MENTEE, application(12, false));
    refused(&world, MENTEE, attach(12, 11), Reject::WrongKind);
    done(&mut world, MENTEE, attach(12, 10));
    refused(&world, MENTEE, Op::Seal { item: id(10) }, Reject::NotAllowed);
    let sent = Op::MoveApplication { item: id(12), to: Stage::Sent };
    assert_eq!(done(&mut world, MENTEE, sent).events.len(), 2);
    assert!(world.is_sealed(item(&world, 11)));
    for actor in [MENTEE, MENTOR] {
        refused(&world, actor, rename(10, "Autre"), Reject::Sealed);
    }
    refused(&world, MENTEE, add(13, false, entry(10)), Reject::Sealed);
    let edit = Op::EditText {
        item: id(11),
        field: TextField::Title,
        base: "Animatrice".into(),
        text: "Aide".into(),
    };
    refused(&world, MENTEE, edit, Reject::Sealed);
    // A version that is attached later, to what was sent already, is sealed at once.
    done(&mut world, MENTEE, add(14, false, Body::CvVersion(cv(2))));
    assert_eq!(done(&mut world, MENTEE, attach(12, 14)).events.len(), 2);
    assert!(world.is_sealed(item(&world, 14)));
}

#[test]
fn a_private_application_tells_nothing_of_a_shared_version() {
    let mut world = World::default();
    done(&mut world, MENTEE, add(10, false, Body::CvVersion(cv(1))));
    done(&mut world, MENTEE, application(12, true));
    done(&mut world, MENTEE, attach(12, 10));
    done(&mut world, MENTEE, Op::MoveApplication { item: id(12), to: Stage::Sent });
    assert!(!world.is_sealed(item(&world, 10)));
    assert_eq!(world.shared.rev, 1);
}

#[test]
fn numbers_are_given_once_on_each_side() {
    let mut world = World::default();
    done(&mut world, MENTEE, add(10, false, Body::CvVersion(cv(1))));
    done(&mut world, MENTEE, add(11, false, Body::CvVersion(cv(1))));
    done(&mut world, MENTEE, add(12, true, Body::CvVersion(cv(1))));
    let number = |world: &World, which| item(world, which).as_cv_version().unwrap().number;
    assert_eq!((number(&world, 10), number(&world, 11), number(&world, 12)), (1, 2, 1));
    assert_eq!(world.next_number(Side::Shared, &CvKind::Cv), 3);
    done(&mut world, MENTEE, Op::Share { item: id(12) });
    assert_eq!(number(&world, 12), 3);
}

#[test]
fn reading_a_cv_together() {
    let mut world = World::default();
    done(&mut world, MENTEE, add(10, false, Body::CvVersion(cv(1))));
    for (actor, review) in [(MENTEE, Review::Asked), (MENTOR, Review::Commented)] {
        done(&mut world, actor, Op::SetReview { item: id(10), review: Some(review) });
    }
    assert_eq!(item(&world, 10).as_cv_version().unwrap().review, Some(Review::Commented));
}

#[test]
fn files_are_named_by_what_is_in_them() {
    let sound = FileRef {
        sha256: "0123456789abcdef".repeat(4),
        kind: FileKind::Pdf,
        bytes: 20_000,
        name: "mon cv.pdf".into(),
    };
    let with = |file: FileRef| Body::CvVersion(board::cv::CvVersion { file: Some(file), ..cv(1) });
    done(&mut World::default(), MENTEE, add(10, false, with(sound.clone())));
    for broken in [
        FileRef { sha256: "ABC".into(), ..sound.clone() },
        FileRef { bytes: 0, ..sound.clone() },
        FileRef { bytes: board::cv::FILE_MAX + 1, ..sound.clone() },
        FileRef { name: "../../etc/passwd".into(), ..sound.clone() },
        FileRef { name: String::new(), ..sound.clone() },
        FileRef { kind: FileKind::from_word("exe"), ..sound },
    ] {
        refused(&World::default(), MENTEE, add(10, false, with(broken)), Reject::UnknownValue);
    }
}

#[test]
fn a_referral_from_the_call_to_the_outcome() {
    let mut world = World::default();
    done(&mut world, MENTOR, add(10, false, Body::Referral(referral())));
    done(&mut world, MENTOR, Op::SetDay { item: id(10), on: Some(day(9)) });
    let went = |went| Op::SayWent { item: id(10), went: Some(went) };
    refused(&world, MENTOR, went(Went::Went), Reject::NotAllowed);
    done(&mut world, MENTEE, went(Went::DidNotDare));
    done(&mut world, MENTEE, went(Went::Went));
    let outcome = Some(ReferralOutcome::Registered);
    done(&mut world, MENTEE, Op::SetOutcome { item: id(10), outcome: outcome.clone() });
    let referral = item(&world, 10).as_referral().unwrap();
    assert_eq!((referral.on, &referral.outcome), (Some(day(9)), &outcome));
    let back_and_forth = vec![day(9), day(2)];
    let reviews = Op::SetReviews { item: id(10), days: back_and_forth };
    refused(&world, MENTEE, reviews, Reject::UnknownValue);
}

#[test]
fn an_application_ends_kindly() {
    let mut world = World::default();
    done(&mut world, MENTEE, application(10, false));
    done(&mut world, MENTEE, Op::MoveApplication { item: id(10), to: Stage::Refused });
    let reason = Some(EndReason::Experience);
    done(&mut world, MENTEE, Op::SetReason { item: id(10), reason: reason.clone() });
    let learnt = Op::EditText {
        item: id(10),
        field: TextField::Learnt,
        base: String::new(),
        text: "Demander un stage d’abord".into(),
    };
    done(&mut world, MENTOR, learnt);
    let ended = item(&world, 10).as_application().unwrap();
    assert_eq!((&ended.reason, &*ended.learnt.text), (&reason, "Demander un stage d’abord"));
}

#[test]
fn an_aim_can_wait() {
    let mut world = World::default();
    done(&mut world, MENTEE, add(10, false, project()));
    let sector = Some("education".parse().unwrap());
    let aim = Op::SetAim { item: id(10), sector: sector.clone(), occupation: None };
    refused(&world, MENTOR, aim.clone(), Reject::NotAllowed);
    done(&mut world, MENTEE, aim);
    assert_eq!(item(&world, 10).as_project().unwrap().sector, sector);
}
