//! By what was chosen, outside the quiet hours, once.

use super::*;
use crate::protocol::reminders::QUIET_HOURS;
use chrono::NaiveDate;

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

fn occasion(says: Says, key: &str) -> Occasion {
    Occasion { says, key: key.to_owned() }
}

fn choice(kind: ReminderKind, channel: Channel) -> ReminderChoice {
    ReminderChoice { kind, channel }
}

#[test]
fn nothing_is_told_that_was_not_chosen() {
    let found = [occasion(Says::Tomorrow, "a"), occasion(Says::Wrote, "b")];
    let told = Told::default();
    assert_eq!(due(&found, &[], None, &told, at(12, 0)), []);
    let off = [choice(ReminderKind::Meeting, Channel::Off)];
    assert_eq!(due(&found, &off, None, &told, at(12, 0)), []);
    let mail = [choice(ReminderKind::Meeting, Channel::Mail)];
    let one = Due { says: Says::Tomorrow, channel: Channel::Mail, keys: vec!["a".into()] };
    assert_eq!(due(&found, &mail, None, &told, at(12, 0)), [one]);
}

#[test]
fn quiet_hours_keep_everything_until_they_are_over() {
    let found = [occasion(Says::Soon, "a")];
    let choices = [choice(ReminderKind::Meeting, Channel::Push)];
    let count = |hour, minute| {
        let told = Told::default();
        due(&found, &choices, Some(QUIET_HOURS), &told, at(hour, minute)).len()
    };
    assert_eq!(
        [count(20, 59), count(21, 0), count(0, 0), count(7, 59), count(8, 0)],
        [1, 0, 0, 0, 1]
    );
}

#[test]
fn the_same_words_are_said_once_and_not_again() {
    let found = ["a", "b", "c"].map(|key| occasion(Says::Next, key));
    let choices = [choice(ReminderKind::Next, Channel::Push)];
    let mut told = Told::default();
    let first = due(&found, &choices, None, &told, at(9, 0));
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].keys, ["a", "b", "c"]);
    told.keys.extend(first[0].keys.iter().take(2).cloned());
    assert_eq!(due(&found, &choices, None, &told, at(9, 5))[0].keys, ["c"]);
    told.keys.insert("c".into());
    assert_eq!(due(&found, &choices, None, &told, at(9, 10)), []);
}

#[test]
fn messages_of_the_other_one_are_told_once_a_day() {
    let found = [occasion(Says::Wrote, "b"), occasion(Says::Tomorrow, "m")];
    let kinds = [ReminderKind::Wrote, ReminderKind::Meeting];
    let choices = kinds.map(|kind| choice(kind, Channel::Push));
    let told = Told { wrote_today: true, ..Told::default() };
    let says: Vec<Says> =
        due(&found, &choices, None, &told, at(12, 0)).iter().map(|one| one.says).collect();
    assert_eq!(says, [Says::Tomorrow]);
}
