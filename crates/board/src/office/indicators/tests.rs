//! Figures of small cohorts, reckoned by hand from indicators.md.

use super::{figure::FigureState, *};
use crate::{
    health::facts::{Meeting, MeetingKind, Pause, Pulse},
    id::{DuoId, PersonId},
    office::{
        closure::{Checklist, ClosureKind},
        follow_up::FollowUpAnswer,
        indicators::figure::{Code, PartKey, Silence},
        outcome::{Contract, Evidence, Outcome, OutcomeKind},
        record::{Ended, Followed},
        tally::{CountedObjective, CountedReferral, HelpKind, Topic},
    },
};
use uuid::Uuid;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A duo of its own two people, in branch 1 of Wallonia.
pub(super) fn duo(number: u128, start: &str) -> DuoRecord {
    let person = |place: u128| PersonId(Uuid::from_u128(number * 10 + place));
    let branch = BranchId(Uuid::from_u128(1));
    let people = [person(1), person(2)];
    let record = DuoRecord::begun(DuoId(Uuid::from_u128(number)), people, branch, day(start));
    DuoRecord { region: Some(Region::Wallonia), ..record }
}

pub(super) fn began(kind: OutcomeKind, start: &str) -> Outcome {
    let evidence = Evidence::Declared;
    Outcome { kind, start: day(start), contract: None, months: None, hours: None, evidence }
}

fn ended(on: &str, kind: ClosureKind) -> Option<Ended> {
    Some(Ended { on: day(on), kind: Some(kind), checklist: Checklist::default() })
}

fn year(year: i32, today: &str) -> Selection {
    Selection::of_year(year, day(today))
}

fn find(figures: &[Figure], code: Code) -> &Figure {
    figures.iter().find(|figure| figure.code == code).unwrap()
}

#[track_caller]
fn share(figures: &[Figure], code: Code) -> (u32, u32) {
    let figure = find(figures, code);
    (figure.numerator.unwrap(), figure.denominator.unwrap())
}

fn met(record: &mut DuoRecord, days: &[&str]) {
    let held = |text: &&str| Meeting { day: day(text), kind: MeetingKind::Held };
    record.facts.meetings.extend(days.iter().map(held));
}

#[test]
fn every_figure_is_there_once_and_in_order() {
    let figures = figures(&[], &year(2025, "2026-11-22"), &[]);
    let codes: Vec<_> = figures.iter().map(|figure| figure.code.as_str()).collect();
    let expected: Vec<_> =
        Code::ALL.iter().map(|code| code.as_str()).filter(|code| !code.starts_with('K')).collect();
    assert_eq!(codes, expected);
    for number in 1..=24 {
        let code = format!("I{number:02}");
        assert!(codes.iter().any(|known| known.starts_with(&code)), "{code}");
    }
}

#[test]
fn started_active_and_closed() {
    let mut records = vec![
        duo(1, "2025-01-01"),
        duo(2, "2025-06-15"),
        duo(3, "2025-12-31"),
        duo(4, "2024-12-31"),
    ];
    // Completed; early, of the mentor; and one of the year before that ended in the period.
    records[0].ended = ended("2025-07-02", ClosureKind::PlannedEnd);
    records[1].ended = ended("2025-08-01", ClosureKind::MentorStops);
    records[3].ended = ended("2025-02-01", ClosureKind::PositiveOutcome);
    let figures = figures(&records, &year(2025, "2026-03-01"), &[]);
    assert_eq!(find(&figures, Code::Started).value, Some(3));
    // On 31 December 2025 only the third runs; during the year all four did.
    assert_eq!(find(&figures, Code::ActiveOnDay).value, Some(1));
    assert_eq!(find(&figures, Code::ActiveInPeriod).value, Some(4));
    assert_eq!(share(&figures, Code::Completion), (1, 2));
    // Thirteen weeks of the third are not over on 1 March; 182 days of the first end on 2 July.
    assert_eq!(share(&figures, Code::EarlyEnd13), (1, 2));
    assert_eq!(share(&figures, Code::EarlyEnd26), (1, 2));
    let part = find(&figures, Code::EarlyEnd13).parts[0];
    assert_eq!((part.key, part.count), (PartKey::Closure(ClosureKind::MentorStops), 1));
}

#[test]
fn meetings_are_counted_by_day_and_breaks_left_out() {
    let mut record = duo(1, "2026-01-01");
    // Two notes of one meeting; one before the start; one on the thirteenth day.
    met(&mut record, &["2025-12-20", "2026-01-14", "2026-01-14", "2026-01-28"]);
    met(&mut record, &["2026-02-10", "2026-03-05", "2026-03-12"]);
    record.facts.pauses = vec![Pause { from: day("2026-02-11"), until: day("2026-02-24") }];
    let mut late = duo(2, "2026-01-01");
    met(&mut late, &["2026-01-15"]);
    let figures = figures(&[record, late], &year(2026, "2026-03-31"), &[]);
    // 89 days, less 14 of the break, and 89 of the other one; six meetings.
    let pace = find(&figures, Code::Pace);
    assert_eq!((pace.numerator, pace.denominator), (Some(6), Some(6)));
    assert_eq!(pace.value, Some(102));
    // January and March of the first; three months of the second.
    assert_eq!(share(&figures, Code::Floor), (2, 5));
    // One met before the first day, one on the fifteenth day.
    assert_eq!(share(&figures, Code::FirstMeeting), (1, 2));
}

#[test]
fn the_first_outcome_within_twelve_months_decides() {
    let mut records: Vec<_> = (1..=7).map(|number| duo(number, "2025-01-15")).collect();
    records[0].outcomes =
        vec![began(OutcomeKind::Job, "2025-06-01"), began(OutcomeKind::Internship, "2025-03-01")];
    records[1].outcomes = vec![began(OutcomeKind::Studies, "2026-01-15")];
    // A day too late.
    records[2].outcomes = vec![began(OutcomeKind::Job, "2026-01-16")];
    records[3].followed =
        vec![Followed { month: 12, answer: FollowUpAnswer::Searching, day: day("2026-01-20") }];
    records[4].followed = vec![
        Followed { month: 6, answer: FollowUpAnswer::Searching, day: day("2025-07-15") },
        Followed { month: 12, answer: FollowUpAnswer::Unreachable, day: day("2026-01-20") },
    ];
    // Said on the phone, and nothing noted; the twelfth month of the last one is not over.
    records[5].followed =
        vec![Followed { month: 12, answer: FollowUpAnswer::SelfEmployed, day: day("2026-02-20") }];
    records[6].start = day("2025-11-23");
    let figures = figures(&records, &year(2025, "2026-11-22"), &[]);
    assert_eq!(share(&figures, Code::Positive), (3, 6));
    assert_eq!(find(&figures, Code::Positive).unknown, Some(2));
    assert_eq!(find(&figures, Code::Positive).per_mille(), Some(500));
    assert_eq!(find(&figures, Code::Positive).per_mille_of_known(), Some(750));
    assert!(find(&figures, Code::Positive).is_thin());
    assert_eq!(share(&figures, Code::Job), (1, 6));
    assert_eq!(share(&figures, Code::Training), (1, 6));
    assert_eq!(share(&figures, Code::Internship), (1, 6));
    assert_eq!(share(&figures, Code::Searching), (1, 6));
    assert_eq!(share(&figures, Code::Unknown), (2, 6));
    let silences: Vec<_> =
        find(&figures, Code::Unknown).parts.iter().map(|part| part.key).collect();
    let silence = PartKey::Silence;
    assert_eq!(silences, [silence(Silence::Unreachable), silence(Silence::NotAsked)]);
    // 45 days and 365 days; the one who said so on the phone named no day.
    let time = find(&figures, Code::TimeToOutcome);
    assert_eq!((time.value, time.denominator), (Some(205), Some(2)));
}

#[test]
fn counted_from_the_end_the_twelve_months_begin_later() {
    let mut records = vec![duo(1, "2025-01-15"), duo(2, "2025-01-15"), duo(3, "2025-01-15")];
    records[0].ended = ended("2025-07-16", ClosureKind::PlannedEnd);
    records[0].outcomes = vec![began(OutcomeKind::Job, "2026-05-01")];
    // Found during the duo; closed less than twelve months ago; not closed at all.
    records[1].ended = ended("2026-01-01", ClosureKind::PositiveOutcome);
    records[1].outcomes = vec![began(OutcomeKind::Job, "2025-05-01")];
    let from_start = year(2025, "2026-08-01");
    let from_end = Selection { anchor: Anchor::End, ..from_start.clone() };
    assert_eq!(share(&figures(&records, &from_start, &[]), Code::Positive), (1, 3));
    assert_eq!(share(&figures(&records, &from_end, &[]), Code::Positive), (1, 1));
}

#[test]
fn a_mentee_with_two_duos_is_one_mentee() {
    let (first, mut second) = (duo(1, "2025-01-15"), duo(2, "2025-05-01"));
    second.mentee = first.mentee;
    second.outcomes = vec![began(OutcomeKind::Training, "2025-12-01")];
    let records = [first, second];
    let figures = figures(&records, &year(2025, "2026-11-22"), &[]);
    assert_eq!(find(&figures, Code::Started).value, Some(2));
    assert_eq!(share(&figures, Code::Positive), (1, 1));
    assert_eq!(find(&figures, Code::TimeToOutcome).value, Some(320));
}

#[test]
fn lasting_work_and_work_that_went_on() {
    let mut records = vec![duo(1, "2025-01-15"), duo(2, "2025-01-15"), duo(3, "2025-01-15")];
    let open_ended =
        Outcome { contract: Some(Contract::Permanent), ..began(OutcomeKind::Job, "2025-03-01") };
    records[0].outcomes = vec![open_ended];
    records[0].followed =
        vec![Followed { month: 6, answer: FollowUpAnswer::InJob, day: day("2025-06-10") }];
    let short = Outcome {
        months: Some(2),
        evidence: Evidence::Documented,
        ..began(OutcomeKind::Job, "2025-03-01")
    };
    records[1].outcomes = vec![short];
    records[1].followed =
        vec![Followed { month: 6, answer: FollowUpAnswer::Searching, day: day("2025-06-01") }];
    let three = Outcome { months: Some(3), ..began(OutcomeKind::Job, "2025-04-01") };
    records[2].outcomes = vec![three];
    let mut selection = year(2025, "2026-11-22");
    let found = figures(&records, &selection, &[]);
    assert_eq!(share(&found, Code::Durable), (2, 3));
    assert_eq!(share(&found, Code::Proven), (1, 3));
    assert_eq!(share(&found, Code::InWork3), (1, 3));
    assert_eq!(find(&found, Code::InWork3).unknown, Some(1));
    assert_eq!(find(&found, Code::InWork6).state, FigureState::NotAsked);
    selection.durable_months = 6;
    assert_eq!(share(&figures(&records, &selection, &[]), Code::Durable), (1, 3));
}

#[test]
fn referrals_preconditions_and_faces() {
    let mut record = duo(1, "2026-01-01");
    let referral = |opened: &str, settled: Option<&str>| CountedReferral {
        kind: HelpKind::Service,
        topic: Topic::Housing,
        opened: day(opened),
        settled: settled.map(day),
    };
    record.tally.referrals = vec![
        referral("2026-01-10", Some("2026-01-20")),
        referral("2026-01-10", None),
        referral("2025-12-01", None),
    ];
    let objective = |topic, reached| CountedObjective { topic, reached, closed: day("2026-02-01") };
    record.tally.objectives = vec![
        objective(Topic::Housing, true),
        objective(Topic::Legal, false),
        objective(Topic::Job, true),
        objective(Topic::NotSaid, true),
    ];
    let face = |on: &str, face| Pulse { day: day(on), face };
    record.facts.pulses = vec![face("2026-01-20", 2), face("2026-02-20", 4)];
    let figures = figures(&[record], &year(2026, "2026-03-31"), &[]);
    assert_eq!(find(&figures, Code::Referrals).value, Some(2));
    assert_eq!(share(&figures, Code::ReferralsSettled), (1, 2));
    assert_eq!(find(&figures, Code::ReferralDays).value, Some(10));
    assert_eq!(share(&figures, Code::Preconditions), (1, 2));
    assert_eq!(share(&figures, Code::GoingWell), (1, 1));
    assert_eq!(find(&figures, Code::MentorUseful).state, FigureState::NotAsked);
}

#[test]
fn a_mentor_who_begins_again_anywhere_is_renewed() {
    let mut first = duo(1, "2025-01-15");
    first.ended = ended("2025-07-15", ClosureKind::PlannedEnd);
    let mut again = duo(2, "2026-07-15");
    again.mentor = first.mentor;
    again.branch = BranchId(Uuid::from_u128(2));
    let mut other = duo(3, "2025-01-15");
    other.ended = ended("2025-07-15", ClosureKind::PlannedEnd);
    let mut recent = duo(4, "2025-09-01");
    recent.ended = ended("2026-03-01", ClosureKind::PlannedEnd);
    let records = [first, again, other, recent];
    let mut selection = year(2025, "2026-11-22");
    selection.branches = Some(vec![BranchId(Uuid::from_u128(1))]);
    assert_eq!(share(&figures(&records, &selection, &[]), Code::Renewal), (1, 2));
}

#[test]
fn contacts_count_once_they_can_no_longer_be_in_time() {
    let mut record = duo(1, "2026-01-01");
    // Due on the 15th and the 31st of January, and on the 2nd of March.
    record.facts.contacts.mentee = vec![day("2026-01-20"), day("2026-02-10"), day("2026-03-03")];
    let selection = |today| year(2026, today);
    let at = |today| share(&figures(&[record.clone()], &selection(today), &[]), Code::Support);
    assert_eq!(at("2026-01-14"), (0, 0));
    assert_eq!(at("2026-01-22"), (1, 1), "the mentor's can still be in time");
    assert_eq!(at("2026-01-23"), (1, 2));
    assert_eq!(at("2026-02-28"), (1, 4));
    assert_eq!(at("2026-03-31"), (2, 6));
}

#[test]
fn without_a_project_and_with_one_by_the_eighth_week() {
    let (mut slow, mut quick, mut set) =
        (duo(1, "2026-01-01"), duo(2, "2026-01-01"), duo(3, "2026-01-01"));
    slow.tally.sector_aim = Some(day("2026-02-27"));
    quick.tally.sector_aim = Some(day("2026-02-26"));
    set.sector = Some("care".parse().unwrap());
    let figures = figures(&[slow, quick, set], &year(2026, "2026-03-31"), &[]);
    assert_eq!(share(&figures, Code::NoProject), (2, 3));
    assert_eq!(share(&figures, Code::SectorByWeek8), (1, 2));
}

#[test]
fn cost_needs_whole_years_and_a_budget_of_the_region() {
    let mut records: Vec<_> = (1..=4).map(|number| duo(number, "2024-03-01")).collect();
    records[0].outcomes = vec![began(OutcomeKind::Job, "2024-09-01")];
    records[3].region = Some(Region::Flanders);
    let budget = RegionBudget { region: Region::Wallonia, year: 2024, budget: 9, public: 6 };
    let mut selection = year(2024, "2026-11-22");
    let found = figures(&records, &selection, &[budget]);
    let cost = find(&found, Code::CostPerDuo);
    assert_eq!((cost.numerator, cost.denominator, cost.value), (Some(9000), Some(3), Some(3000)));
    assert_eq!(find(&found, Code::CostPerOutcome).value, Some(9000));
    selection.last = day("2024-12-30");
    let found = figures(&records, &selection, &[budget]);
    assert_eq!(find(&found, Code::CostPerDuo).state, FigureState::NoBudget);
}
