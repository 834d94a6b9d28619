//! What the association noted of a duo of the crowd.

use super::fate::Fate;
use crate::demo::{
    case::{Asked, Call, Talk, date, talks},
    dice::Dice,
};
use board::{
    actor::Seat,
    office::{
        closure::{Checklist, ClosureKind},
        consent::Purpose,
        contact::{Channel, SpokeWith},
        demographics::{
            AgeBand, Demographics, DiplomaAbroad, Education, Gender, Nationality, Pes, Status,
            Unemployment,
        },
        follow_up::FollowUpAnswer,
        outcome::{Contract, Evidence, Outcome, OutcomeKind, PositiveKind},
        region::Region,
    },
    protocol::help::HelpTopic,
    time::Timestamp,
};

/// Now and then somebody asked for a call; those who still wait did so lately.
pub(super) fn calls(fate: &Fate, dice: &mut Dice) -> Vec<Call> {
    let by = dice.one(&[Seat::Mentee, Seat::Mentor, Seat::Mentor]);
    let topics = [HelpTopic::Call, HelpTopic::Meeting, HelpTopic::HowToHelp, HelpTopic::Match];
    let topic = topics[dice.below(4)].clone();
    let (first, last) = (fate.course.first, fate.course.last);
    if fate.asks {
        let day = (-dice.between(0, 6)).max(first);
        return vec![Call { by, topic, day, answered: None }];
    }
    let day = dice.between(first + 5, last.max(first + 6) - 1);
    if !dice.happens(12) || day + 3 > last.min(-1) {
        return Vec::new();
    }
    vec![Call { by, topic, day, answered: Some(day + dice.between(0, 3)) }]
}

/// The calendar, kept or not; most by phone.
pub(super) fn contacts(fate: &Fate, dice: &mut Dice) -> Vec<Talk> {
    let until = fate.course.last.min(-1);
    let mut talks = talks(fate.course.first, until);
    if !fate.in_touch {
        talks.retain(|_| dice.happens(55));
    }
    for talk in &mut talks {
        talk.channel = dice.weighed(&[
            (60, Channel::Phone),
            (15, Channel::Message),
            (10, Channel::Office),
            (10, Channel::Video),
            (5, Channel::Visit),
        ]);
        talk.with = dice.weighed(&[
            (70, SpokeWith::Both),
            (15, SpokeWith::Mentee),
            (15, SpokeWith::Mentor),
        ]);
    }
    talks
}

/// Six in ten were closed with everything done.
pub(super) fn checklist(dice: &mut Dice) -> Checklist {
    if dice.happens(60) {
        let (notice, talk_mentee, talk_mentor) = (true, true, true);
        return Checklist { notice, talk_mentee, talk_mentor, next_step: true, contact_rule: true };
    }
    Checklist {
        notice: dice.happens(60),
        talk_mentee: dice.happens(70),
        talk_mentor: dice.happens(60),
        next_step: dice.happens(50),
        contact_rule: dice.happens(40),
    }
}

/// What came of it: of a positive end always something, of a planned one often, later sometimes.
pub(super) fn outcomes(fate: &Fate, now: Timestamp, dice: &mut Dice) -> Vec<Outcome> {
    let Some((kind, end)) = fate.end else { return Vec::new() };
    let chance = match kind {
        ClosureKind::PositiveOutcome => 100,
        ClosureKind::PlannedEnd => 62,
        _ => 18,
    };
    if !dice.happens(chance) {
        return Vec::new();
    }
    let day = match fate.course.work {
        Some(found) => found + dice.between(1, 10),
        None => end + dice.between(-20, 90),
    };
    let kind = dice.weighed(&[
        (55, OutcomeKind::Job),
        (20, OutcomeKind::Training),
        (9, OutcomeKind::Internship),
        (9, OutcomeKind::Studies),
        (7, OutcomeKind::SelfEmployment),
    ]);
    let day = day.min(-1).max(fate.course.first + 10);
    vec![outcome(kind, day, now, dice)]
}

fn outcome(kind: OutcomeKind, day: i64, now: Timestamp, dice: &mut Dice) -> Outcome {
    let is_job = kind == OutcomeKind::Job;
    let contract = is_job.then(|| {
        dice.weighed(&[
            (30, Contract::Permanent),
            (35, Contract::FixedTerm),
            (18, Contract::Agency),
            (7, Contract::Replacement),
            (2, Contract::Student),
            (8, Contract::SocialEmployment),
        ])
    });
    let months = match contract {
        None | Some(Contract::Permanent) => None,
        Some(Contract::Agency) => Some(dice.one(&[1, 1, 2, 3])),
        Some(_) => Some(dice.one(&[2, 3, 6, 6, 12])),
    };
    let evidence = dice.weighed(&[
        (60, Evidence::Declared),
        (30, Evidence::Documented),
        (10, Evidence::Administrative),
    ]);
    let is_work = kind.counted_as() == PositiveKind::Job;
    let hours = is_work.then(|| dice.one(&[19, 24, 30, 38, 38]));
    Outcome { kind, start: date(now, day), contract, months, hours, evidence }
}

/// The questions after three, six and twelve months: most were answered, some reached nobody.
pub(super) fn follow_ups(fate: &Fate, outcomes: &[Outcome], dice: &mut Dice) -> Vec<Asked> {
    let mut asked = Vec::new();
    for (month, days) in [(3, 92), (6, 183), (12, 366)] {
        let day = fate.course.first + days + dice.between(0, 20);
        if day >= -5 {
            break;
        }
        let has_begun = fate.end.is_some_and(|(_, end)| end <= day) && !outcomes.is_empty();
        let answer = dice.weighed(&[
            (if has_begun { 62 } else { 8 }, Some(FollowUpAnswer::InJob)),
            (12, Some(FollowUpAnswer::InTraining)),
            (2, Some(FollowUpAnswer::InInternship)),
            (3, Some(FollowUpAnswer::InStudies)),
            (2, Some(FollowUpAnswer::SelfEmployed)),
            (if has_begun { 8 } else { 50 }, Some(FollowUpAnswer::Searching)),
            (3, Some(FollowUpAnswer::NotSearching)),
            (9, Some(FollowUpAnswer::Unreachable)),
            (2, Some(FollowUpAnswer::NoWish)),
            (8, None),
        ]);
        let tries = if answer == Some(FollowUpAnswer::Unreachable) { 3 } else { 1 };
        if answer.is_some() {
            asked.push(Asked { month, answer, day, tries });
        }
    }
    asked
}

/// Most agree to be asked later, and to answer for the figures.
pub(super) fn consents(dice: &mut Dice) -> Vec<Purpose> {
    let mut given = vec![Purpose::Demographics];
    if dice.happens(90) {
        given.push(Purpose::FollowUp);
    }
    if dice.happens(20) {
        given.push(Purpose::Story);
    }
    given
}

/// Answers for the breakdowns, each of which may be missing.
pub(super) fn answers(region: Region, dice: &mut Dice) -> Demographics {
    let pes = match region {
        Region::Brussels => Pes::Actiris,
        Region::Wallonia => Pes::Forem,
        Region::Flanders => Pes::Vdab,
    };
    Demographics {
        gender: said(
            dice,
            &[(53, Gender::Female), (44, Gender::Male), (1, Gender::Another), (2, Gender::NotSaid)],
        ),
        age: said(
            dice,
            &[
                (30, AgeBand::From18),
                (38, AgeBand::From25),
                (24, AgeBand::From30),
                (8, AgeBand::OtherAge),
            ],
        ),
        education: said(
            dice,
            &[
                (38, Education::NoneRecognised),
                (22, Education::BelowCess),
                (22, Education::Cess),
                (10, Education::Bachelor),
                (8, Education::Master),
            ],
        ),
        diploma_abroad: said(
            dice,
            &[
                (30, DiplomaAbroad::NoneAbroad),
                (12, DiplomaAbroad::BelowSecondary),
                (28, DiplomaAbroad::Secondary),
                (25, DiplomaAbroad::Higher),
                (5, DiplomaAbroad::NotSaid),
            ],
        ),
        status: said(
            dice,
            &[
                (24, Status::Citizen),
                (36, Status::FamilyReunification),
                (20, Status::Refugee),
                (12, Status::Subsidiary),
                (4, Status::Student),
                (4, Status::OtherGround),
            ],
        ),
        nationality: said(
            dice,
            &[
                (24, Nationality::Belgian),
                (12, Nationality::Eu),
                (62, Nationality::NonEu),
                (2, Nationality::NotSaid),
            ],
        ),
        unemployment: said(
            dice,
            &[
                (28, Unemployment::Under6),
                (24, Unemployment::From6),
                (22, Unemployment::From12),
                (16, Unemployment::From24),
                (10, Unemployment::Inactive),
            ],
        ),
        pes: said(dice, &[(85, pes), (12, Pes::NotRegistered), (3, Pes::NotSaid)]),
    }
}

/// One answer in twenty is missing.
fn said<T: Copy>(dice: &mut Dice, of: &[(usize, T)]) -> Option<T> {
    let answer = dice.weighed(of);
    dice.happens(95).then_some(answer)
}
