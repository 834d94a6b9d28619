//! Where a referral stands, and what is told of it.

use super::*;
use uuid::Uuid;

const BY: PersonId = PersonId(Uuid::from_u128(1));

fn referral() -> Referral {
    Referral {
        kind: ReferralKind::Service,
        service: None,
        title: Entry::new("Le Forem".into()),
        theme: Theme::Job,
        mode: None,
        on: None,
        went: None,
        outcome: None,
        next: Entry::default(),
        notes: Entry::default(),
        place: Entry::default(),
        contact: Entry::default(),
        link: Entry::default(),
        reviews: Vec::new(),
        news: Vec::new(),
    }
}

#[test]
fn the_stage_follows_what_was_said() {
    use ReferralStage::{Done, ToDo, Waiting};
    let cases = [
        (None, None, ToDo),
        (Some(Went::CouldNot), None, ToDo),
        (Some(Went::DidNotDare), None, ToDo),
        (Some(Went::Went), None, Waiting),
        (Some(Went::Went), Some(ReferralOutcome::WaitingList), Waiting),
        (Some(Went::Went), Some(ReferralOutcome::Helped), Done),
        (None, Some(ReferralOutcome::GaveUp), Done),
    ];
    for (went, outcome, stage) in cases {
        let referral = Referral { went, outcome, ..referral() };
        assert_eq!(referral.stage(), stage, "{referral:?}");
    }
}

#[test]
fn a_word_taken_back_leaves_no_trace() {
    let mut referral = referral();
    referral.say_went(BY, Timestamp(1), Some(&Went::DidNotDare));
    referral.say_went(BY, Timestamp(2), Some(&Went::DidNotDare));
    referral.say_went(BY, Timestamp(3), Some(&Went::Went));
    referral.set_outcome(BY, Timestamp(4), Some(&ReferralOutcome::Registered));
    let told = |referral: &Referral| referral.news.iter().map(|n| n.at.0).collect::<Vec<_>>();
    assert_eq!(told(&referral), [1, 3, 4]);
    referral.say_went(BY, Timestamp(5), None);
    assert_eq!(told(&referral), [1, 4]);
    referral.set_outcome(BY, Timestamp(6), None);
    assert_eq!(told(&referral), [1]);
}

#[test]
fn the_story_stays_short() {
    let mut referral = referral();
    for at in 0..200 {
        let went = if at % 2 == 0 { Went::CouldNot } else { Went::DidNotDare };
        referral.say_went(BY, Timestamp(at), Some(&went));
    }
    assert_eq!(referral.news.len(), NEWS_MAX);
    assert_eq!(referral.news.last().map(|news| news.at), Some(Timestamp(199)));
}
