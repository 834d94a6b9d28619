//! What holds for any duo.

use super::{
    facts::{Each, Meeting, MeetingKind, MeetingKind::*, Pause, Pulse},
    tests::{ago, ahead, meeting, today},
    *,
};
use proptest::{collection::vec, option, prelude::*};

/// A day from 250 days ago to 20 days ahead.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0u64..270).prop_map(|days| ahead(20) - chrono::Days::new(days))
}

fn kind() -> impl Strategy<Value = MeetingKind> {
    prop_oneof![Just(Held), Just(Planned), Just(Missed), Just(Excused)]
}

fn some_day() -> impl Strategy<Value = Option<NaiveDate>> {
    option::weighted(0.3, day())
}

fn each() -> impl Strategy<Value = Each<Option<NaiveDate>>> {
    (some_day(), some_day()).prop_map(|(mentee, mentor)| Each { mentee, mentor })
}

fn facts() -> impl Strategy<Value = Facts> {
    let time = (day(), 0u16..220, 1u16..22, 0u16..4);
    let lists = (
        vec((day(), kind()).prop_map(|(day, kind)| Meeting { day, kind }), 0..12),
        vec((day(), 0u16..40), 0..3),
        vec((day(), 0u8..7).prop_map(|(day, face)| Pulse { day, face }), 0..3),
        vec(day(), 0..5),
        vec(day(), 0..3),
        vec(day(), 0..3),
    );
    let rest = (some_day(), each(), any::<bool>(), each(), each());
    (time, lists, rest).prop_map(|(time, lists, rest)| {
        let (start, length, cadence_days, floor_per_month) = time;
        let (meetings, pauses, pulses, referrals, mentee, mentor) = lists;
        let (agreed, plan_changed, has_active_objective, waiting, help) = rest;
        let pause = |(from, days)| Pause { from, until: calendar::later(from, days) };
        Facts {
            start,
            planned_end: calendar::later(start, length),
            closed: None,
            cadence_days,
            floor_per_month,
            meetings,
            pauses: pauses.into_iter().map(pause).collect(),
            agreed,
            plan_changed,
            has_active_objective,
            waiting,
            pulses,
            referrals,
            help,
            contacts: Each { mentee, mentor },
        }
    })
}

fn state(facts: &Facts) -> DuoState {
    health(facts, today(), &Thresholds::default()).state
}

proptest! {
    /// A longer gap since the last meeting never makes a duo look better.
    #[test]
    fn monotone_in_the_gap(facts in facts(), days in 0u64..120, more in 1u64..120) {
        let with_last = |days| {
            let mut facts = facts.clone();
            facts.meetings.retain(|meeting| meeting.kind != Held);
            facts.meetings.push(meeting(Held, ago(days)));
            // R7 looks at calendar months: a meeting moved into one fills it.
            facts.floor_per_month = 0;
            state(&facts)
        };
        // Worse states come first.
        prop_assert!(with_last(days + more) <= with_last(days));
    }

    /// One more meeting never makes a duo that has met look worse.
    #[test]
    fn meetings_never_harm(facts in facts(), days in 0u64..120) {
        let mut fewer = facts;
        fewer.meetings.push(meeting(Held, ago(120)));
        let mut more = fewer.clone();
        more.meetings.push(meeting(Held, ago(days)));
        prop_assert!(state(&more) >= state(&fewer));
    }

    /// While a break runs nothing but a cry for help is heard.
    #[test]
    fn a_break_silences(facts in facts(), since in 0u64..60, until in 0u64..60) {
        let mut paused = facts;
        paused.pauses.push(Pause { from: ago(since), until: ahead(until) });
        let asked = paused.help != Each::default();
        let expected = if asked { DuoState::HelpRequested } else { DuoState::Paused };
        prop_assert_eq!(state(&paused), expected);
        let health = health(&paused, today(), &Thresholds::default());
        let heard = ["R1", "R2", "C1"];
        prop_assert!(health.reasons.iter().all(|reason| heard.contains(&reason.cause.rule())));
    }

    /// After a break the gap is what it was before it.
    #[test]
    fn a_break_stops_the_clock(gap in 1u64..60, length in 1u64..60) {
        let days = |paused: u64| {
            let mut facts = Facts::of_new_duo(ago(200));
            facts.meetings.push(meeting(Held, ago(gap + paused)));
            if paused > 0 {
                facts.pauses.push(Pause { from: ago(gap + paused - 1), until: ago(gap) });
            }
            let health = health(&facts, today(), &Thresholds::default());
            health.reasons.iter().find_map(|reason| match reason.cause {
                Cause::LastMet { days, .. } => Some(days),
                _ => None,
            })
        };
        prop_assert_eq!(days(0), days(length));
    }

    /// A date in the calendar never alarms, and a near one calms the gap.
    #[test]
    fn a_planned_date_calms(facts in facts(), days in 0u64..40) {
        let mut planned = facts.clone();
        planned.meetings.push(meeting(Planned, ahead(days)));
        prop_assert!(state(&planned) >= state(&facts));
        let gap = |facts: &Facts| {
            let health = health(facts, today(), &Thresholds::default());
            let found = health.reasons.into_iter().find_map(|reason| match reason.cause {
                Cause::LastMet { days, .. } => Some((reason.asks, days)),
                _ => None,
            });
            found.unwrap_or((None, 0))
        };
        let mut bare = facts;
        bare.meetings.retain(|meeting| meeting.kind != Planned);
        let ((before, since), (after, _)) = (gap(&bare), gap(&planned));
        if days <= 10 && since <= 27 && before.is_some() {
            prop_assert!(after.unwrap_or(DuoState::OnTrack) > before.unwrap_or(DuoState::OnTrack));
        }
    }

    /// Neither the order in which things were noted nor noting them twice matters.
    #[test]
    fn order_and_doubles_do_not_matter(facts in facts(), turn in 0usize..12) {
        let mut other = facts.clone();
        other.meetings.extend(facts.meetings.clone());
        other.meetings.reverse();
        other.pauses.reverse();
        other.pulses.reverse();
        other.referrals.reverse();
        other.contacts.mentee.reverse();
        let middle = turn.min(other.meetings.len());
        other.meetings.rotate_left(middle);
        let (today, thresholds) = (today(), Thresholds::default());
        prop_assert_eq!(health(&other, today, &thresholds), health(&facts, today, &thresholds));
    }

    /// There is always a reason, and the state is what the strongest one asks for.
    #[test]
    fn the_state_is_explained(facts in facts()) {
        let health = health(&facts, today(), &Thresholds::default());
        prop_assert!(!health.reasons.is_empty());
        let strongest = health.reasons.iter().filter_map(|reason| reason.asks).min();
        prop_assert_eq!(health.state, strongest.unwrap_or(DuoState::OnTrack));
        prop_assert!(health.reasons.iter().all(|r| r.asks.is_none() || r.cause.rule() != "C1"));
    }

    /// On the wire a state and its reasons are enumerated words, days and numbers.
    #[test]
    fn nothing_but_dates_and_numbers_travels(facts in facts()) {
        let health = health(&facts, today(), &Thresholds::default());
        let wire = serde_json::to_value(&health).unwrap();
        prop_assert!(is_plain(&wire), "{}", wire);
        prop_assert_eq!(serde_json::from_value::<Health>(wire).unwrap(), health);
    }

    /// The days at the ends of the calendar do not make it stumble.
    #[test]
    fn any_today(facts in facts(), far in any::<bool>()) {
        let mut odd = facts.clone();
        odd.planned_end = NaiveDate::MAX;
        odd.pauses.push(Pause { from: NaiveDate::MIN, until: NaiveDate::MIN });
        odd.help.mentee = Some(NaiveDate::MAX);
        let today = if far { NaiveDate::MAX } else { NaiveDate::MIN };
        for facts in [&facts, &odd] {
            prop_assert!(!health(facts, today, &Thresholds::default()).reasons.is_empty());
        }
    }
}

fn is_plain(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::String(text) => {
            let words = DuoState::BY_NEED.map(DuoState::as_str);
            let known = words.contains(&&**text) || ["mentee", "mentor"].contains(&&**text);
            known || text.parse::<NaiveDate>().is_ok()
        }
        serde_json::Value::Array(values) => values.iter().all(is_plain),
        serde_json::Value::Object(fields) => fields.values().all(is_plain),
        _ => true,
    }
}

/// What facts may be made of. There is no such thing as a text that is plain.
trait Plain {}
impl Plain for NaiveDate {}
impl Plain for bool {}
impl Plain for u8 {}
impl Plain for u16 {}
impl Plain for MeetingKind {}
impl Plain for Meeting {}
impl Plain for Pause {}
impl Plain for Pulse {}
impl<T: Plain> Plain for Option<T> {}
impl<T: Plain> Plain for Vec<T> {}
impl<T: Plain> Plain for Each<T> {}

/// Compiles only while every fact is a day, a count, or yes or no: a field that is added must be
/// written here, and a text would not be accepted.
#[test]
fn facts_cannot_hold_words() {
    fn plain(_: &[&dyn Plain]) {}
    let Facts {
        start,
        planned_end,
        closed,
        cadence_days,
        floor_per_month,
        meetings,
        pauses,
        agreed,
        plan_changed,
        has_active_objective,
        waiting,
        pulses,
        referrals,
        help,
        contacts,
    } = &Facts::of_new_duo(today());
    plain(&[start, planned_end, closed, cadence_days, floor_per_month, meetings, pauses]);
    plain(&[agreed, plan_changed, has_active_objective, waiting, pulses, referrals, help]);
    plain(&[contacts]);
    let Meeting { day, kind } = &meeting(Held, today());
    let Pause { from, until } = &Pause { from: today(), until: today() };
    let Pulse { day: answered, face } = &Pulse { day: today(), face: 3 };
    plain(&[day, kind, from, until, answered, face]);
}
