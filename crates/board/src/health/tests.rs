//! The test vectors of health.md, and the edges of each rule.

use super::{
    DuoState::*,
    facts::{Each, Meeting, MeetingKind, MeetingKind::*, Pause, Pulse},
    *,
};
use chrono::Days;

/// A Monday in the fourth month of the duos below.
pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 20).unwrap()
}

pub(super) fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

pub(super) fn ahead(days: u64) -> NaiveDate {
    today() + Days::new(days)
}

pub(super) fn meeting(kind: MeetingKind, day: NaiveDate) -> Meeting {
    Meeting { day, kind }
}

/// A duo in its n-th day, with nothing to say of it but that it has not met.
fn begun(n: u64) -> Facts {
    let mut facts = Facts::of_new_duo(ago(n));
    facts.agreed = Some(ago(n));
    facts.has_active_objective = true;
    facts.plan_changed.mentee = Some(ago(1));
    facts.contacts = Each { mentee: vec![ago(1)], mentor: vec![ago(1)] };
    facts
}

/// A duo in its 105th day that met each week, the last time so many days ago.
pub(super) fn met(days: u64) -> Facts {
    let mut facts = begun(105);
    facts.meetings = (days..105).step_by(7).map(|days| meeting(Held, ago(days))).collect();
    facts
}

fn planned(mut facts: Facts, days: u64) -> Facts {
    facts.meetings.push(meeting(Planned, ahead(days)));
    facts
}

/// The state, and the rules that ask for more than "on track".
#[track_caller]
fn check(facts: &Facts, state: DuoState, asking: &[&str]) {
    check_on(facts, today(), state, asking);
}

#[track_caller]
fn check_on(facts: &Facts, today: NaiveDate, state: DuoState, asking: &[&str]) {
    let health = health(facts, today, &Thresholds::default());
    let asks = health.reasons.iter().filter(|reason| reason.asks.is_some());
    let rules = asks.map(|reason| reason.cause.rule()).collect::<Vec<_>>();
    assert_eq!((health.state, &rules[..]), (state, asking), "{health:?}");
}

fn informs(facts: &Facts, rule: &str) -> bool {
    let health = health(facts, today(), &Thresholds::default());
    health.reasons.iter().any(|reason| reason.asks.is_none() && reason.cause.rule() == rule)
}

#[test]
fn the_vectors_of_health_md() {
    check(&begun(5), TooEarly, &["R4"]);
    check(&planned(begun(16), 2), Watch, &["R4"]);
    check(&begun(28), Stalled, &["R4"]);
    check(&met(13), OnTrack, &[]);
    let calmed = planned(met(15), 5);
    check(&calmed, OnTrack, &[]);
    assert!(informs(&calmed, "R6"));
    check(&planned(met(22), 5), Watch, &["R5"]);
    check(&planned(met(28), 5), Stalled, &["R5"]);

    let mut paused = met(22);
    paused.pauses.push(Pause { from: ago(1), until: ahead(20) });
    check(&paused, Paused, &["R2"]);

    let mut help = met(2);
    help.help.mentee = Some(ago(0));
    check(&help, HelpRequested, &["R1"]);

    let mut untouched = met(3);
    untouched.plan_changed.mentee = Some(ago(40));
    check(&untouched, OnTrack, &[]);
    assert!(informs(&untouched, "R11"));

    let second_of_april = NaiveDate::from_ymd_opt(2026, 4, 2).unwrap();
    let mut few = met(0);
    few.meetings.retain(|meeting| meeting.day < second_of_april - Days::new(33));
    few.meetings.push(meeting(Held, second_of_april - Days::new(9)));
    few.plan_changed.mentee = Some(second_of_april);
    few.contacts = Each { mentee: vec![second_of_april], mentor: vec![second_of_april] };
    check_on(&few, second_of_april, Watch, &["R7"]);

    let mut over = begun(200);
    over.planned_end = ago(200 - 182);
    over.meetings = (2..200).step_by(7).map(|days| meeting(Held, ago(days))).collect();
    check(&over, ClosureOverdue, &["R3"]);

    let mut excused = met(23);
    excused.meetings.extend([16, 9, 2].map(|days| meeting(Excused, ago(days))));
    check(&excused, Stalled, &["R5"]);
    let mut excused = met(13);
    excused.meetings.extend([9, 5, 2].map(|days| meeting(Excused, ago(days))));
    check(&excused, OnTrack, &[]);
}

#[test]
fn first_meeting_and_gap_at_their_edges() {
    check(&begun(0), TooEarly, &["R4"]);
    check(&begun(13), TooEarly, &["R4"]);
    check(&begun(14), Watch, &["R4"]);
    check(&begun(27), Watch, &["R4"]);
    check(&met(14), Watch, &["R5"]);
    check(&met(20), Watch, &["R5"]);
    check(&met(21), Stalled, &["R5"]);
    check(&planned(met(27), 10), Watch, &["R5"]);
    check(&planned(met(15), 11), Watch, &["R5"]);
    check(&planned(met(15), 0), OnTrack, &[]);
    let mut before_it_begins = begun(5);
    before_it_begins.start = ahead(5);
    check(&before_it_begins, TooEarly, &["R4"]);
    // Met once long before the first day: the gap begins with the duo.
    let mut early = begun(3);
    early.meetings.push(meeting(Held, ago(60)));
    check(&early, OnTrack, &[]);
    let talk = |days| {
        let health = health(&met(days), today(), &Thresholds::default());
        health.reasons.iter().any(|r| matches!(r.cause, Cause::LastMet { closure_talk: true, .. }))
    };
    assert!(!talk(41) && talk(42));
    // Every second week: twice the days.
    let mut fortnightly = met(27);
    fortnightly.cadence_days = 14;
    check(&fortnightly, OnTrack, &[]);
    fortnightly.meetings.retain(|meeting| meeting.day < ago(27));
    fortnightly.floor_per_month = 0;
    check(&fortnightly, Watch, &["R5"]);
}

#[test]
fn help_closure_and_breaks_come_first() {
    let mut facts = met(50);
    facts.pauses.push(Pause { from: ago(3), until: ahead(0) });
    facts.planned_end = ago(20);
    check(&facts, Paused, &["R2"]);
    facts.help.mentor = Some(ago(4));
    check(&facts, HelpRequested, &["R1", "R2"]);
    facts.closed = Some(ahead(1));
    check(&facts, HelpRequested, &["R1", "R2"]);
    facts.closed = Some(ago(0));
    check(&facts, Closed, &["closed"]);
    facts.closed = None;
    facts.help.mentor = None;
    facts.pauses[0].until = ago(1);
    let health = health(&facts, today(), &Thresholds::default());
    assert_eq!(health.state, ClosureOverdue);
    let mut soon = met(2);
    soon.planned_end = ago(13);
    check(&soon, OnTrack, &[]);
    assert!(informs(&soon, "R15"));
    soon.planned_end = ahead(28);
    assert!(informs(&soon, "R15"));
    soon.planned_end = ahead(29);
    assert!(!informs(&soon, "R15"));
}

#[test]
fn long_breaks_are_to_be_confirmed_and_their_days_do_not_count() {
    let confirm = |from: u64| {
        let mut facts = met(from + 2);
        facts.pauses.push(Pause { from: ago(from), until: ahead(30) });
        let health = health(&facts, today(), &Thresholds::default());
        health.reasons.iter().any(|r| matches!(r.cause, Cause::Paused { confirm: true, .. }))
    };
    assert!(!confirm(42) && confirm(43));
    let mut back = met(40);
    back.pauses.push(Pause { from: ago(39), until: ago(5) });
    check(&back, OnTrack, &[]);
    back.pauses[0].until = ago(14);
    check(&back, Watch, &["R5"]);
}

#[test]
fn the_answer_is_late_after_two_working_days() {
    let late = |asked| {
        let mut facts = met(2);
        facts.help.mentee = Some(asked);
        let health = health(&facts, today(), &Thresholds::default());
        health.reasons.iter().any(|r| matches!(r.cause, Cause::HelpAsked { late: true, .. }))
    };
    // Today is a Monday: Thursday's answer is due today, Wednesday's was due on Friday.
    assert!(!late(ago(4)) && late(ago(5)));
}

#[test]
fn misses_count_in_a_row() {
    let missed = |held, days: &[u64]| {
        let mut facts = met(held);
        facts.meetings.extend(days.iter().map(|days| meeting(Missed, ago(*days))));
        facts
    };
    check(&missed(13, &[6]), OnTrack, &[]);
    check(&missed(13, &[6, 2]), Watch, &["R8"]);
    check(&missed(13, &[9, 6, 2]), Stalled, &["R8"]);
    // Both noted the same one.
    check(&missed(13, &[6, 6, 6]), OnTrack, &[]);
    // They met in between.
    check(&missed(3, &[9, 6, 2]), OnTrack, &[]);
    let mut excused_between = missed(13, &[9, 2]);
    excused_between.meetings.push(meeting(Excused, ago(6)));
    check(&excused_between, Watch, &["R8"]);
}

#[test]
fn the_floor_looks_at_full_months_without_breaks() {
    let mut facts = met(6);
    facts.meetings.retain(|meeting| meeting.day >= ago(21));
    check(&facts, Watch, &["R7"]);
    let mut paused = facts.clone();
    paused.pauses.push(Pause { from: ago(30), until: ago(28) });
    check(&paused, OnTrack, &[]);
    let mut began_in_march = facts.clone();
    began_in_march.start = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    check(&began_in_march, OnTrack, &[]);
    facts.floor_per_month = 0;
    check(&facts, OnTrack, &[]);
}

#[test]
fn agreement_objective_and_plan() {
    let mut facts = met(2);
    facts.agreed = None;
    facts.has_active_objective = false;
    check(&facts, Watch, &["R9", "R10"]);
    facts.start = ago(29);
    check(&facts, Watch, &["R9"]);
    facts.start = ago(13);
    check(&facts, OnTrack, &[]);
    let mut untouched = met(15);
    untouched.plan_changed = Each { mentee: Some(ago(60)), mentor: Some(ago(28)) };
    check(&untouched, Stalled, &["R11", "R5"]);
    check(&planned(untouched.clone(), 5), OnTrack, &[]);
    untouched.plan_changed.mentor = Some(ago(27));
    check(&untouched, Watch, &["R5"]);
}

#[test]
fn people_and_services_that_do_not_answer() {
    let mut facts = met(2);
    facts.waiting = Each { mentee: Some(ago(9)), mentor: Some(ago(13)) };
    check(&facts, OnTrack, &[]);
    facts.waiting.mentee = Some(ago(10));
    check(&facts, Watch, &["R12"]);
    facts.waiting.mentor = Some(ago(14));
    check(&facts, Watch, &["R12", "R12"]);
    let mut facts = met(2);
    facts.referrals = vec![ago(9), ago(30), ago(30)];
    check(&facts, OnTrack, &[]);
    assert!(informs(&facts, "R14"));
    facts.referrals.push(ago(45));
    check(&facts, Watch, &["R14"]);
}

#[test]
fn the_latest_pulse_counts() {
    let pulse = |pulses: &[(u64, u8)]| {
        let mut facts = met(2);
        let pulses = pulses.iter().map(|(days, face)| Pulse { day: ago(*days), face: *face });
        facts.pulses = pulses.collect();
        facts
    };
    check(&pulse(&[(0, 2)]), Watch, &["R13"]);
    check(&pulse(&[(0, 3), (30, 1)]), OnTrack, &[]);
    check(&pulse(&[(1, 1), (1, 5)]), Watch, &["R13"]);
    check(&pulse(&[(59, 1)]), Watch, &["R13"]);
    check(&pulse(&[(60, 1)]), OnTrack, &[]);
    check(&pulse(&[(1, 0)]), OnTrack, &[]);
}

#[test]
fn contacts_are_due_on_day_14_and_30_and_then_every_30_days() {
    let due = |n: u64, contacts: &[u64]| {
        let mut facts = begun(n);
        let start = facts.start;
        facts.contacts.mentor = contacts.iter().map(|day| start + Days::new(*day)).collect();
        let health = health(&facts, today(), &Thresholds::default());
        health.reasons.iter().find_map(|reason| match reason.cause {
            Cause::ContactDue { with: Seat::Mentor, due } => Some((due - start).num_days()),
            _ => None,
        })
    };
    assert_eq!(due(13, &[]), None);
    assert_eq!(due(14, &[]), Some(14));
    assert_eq!(due(100, &[]), Some(14));
    assert_eq!(due(29, &[12]), None);
    assert_eq!(due(30, &[12]), Some(30));
    // Day 6 is too early to count for day 14; day 7 is not.
    assert_eq!(due(20, &[6]), Some(14));
    assert_eq!(due(20, &[7]), None);
    assert_eq!(due(60, &[14, 30]), Some(60));
    assert_eq!(due(89, &[14, 30, 55]), None);
    assert_eq!(due(90, &[55]), Some(90));
}

#[test]
fn each_of_the_two_sees_the_same_without_the_others_confidences() {
    let mut facts = met(15);
    facts.help = Each { mentee: Some(ago(1)), mentor: None };
    facts.pulses.push(Pulse { day: ago(1), face: 1 });
    facts.contacts = Each::default();
    let seen = |seat| {
        let health = health_for(seat, &facts, today(), &Thresholds::default());
        let rules = health.reasons.iter().map(|reason| reason.cause.rule()).collect::<Vec<_>>();
        (health.state, rules)
    };
    assert_eq!(seen(Seat::Mentee), (HelpRequested, vec!["R1", "R5", "R13"]));
    assert_eq!(seen(Seat::Mentor), (Watch, vec!["R5"]));
}

#[test]
fn branches_set_their_own_numbers() {
    let thresholds = Thresholds { gap_watch: 10, ..Thresholds::default() };
    assert_eq!(health(&met(10), today(), &thresholds).state, Watch);
    // Numbers that nobody checked do not make it stumble.
    let mut zeros = Thresholds::default();
    for (name, _) in Thresholds::default().all() {
        *zeros.get_mut(name).unwrap() = 0;
    }
    assert!(!health(&met(0), today(), &zeros).reasons.is_empty());
}
