//! A duo in words: its names, when it began, who has come in.

use board::{
    protocol::duos::{InvitationStatus, Member},
    time::Timestamp,
};
use chrono::NaiveDate;
use words::{Key, Lang};

use crate::{
    i18n::{
        format::{relative_date, short_date},
        t, tf, tn,
    },
    platform::clock,
};

/// "Asmae et Cécile"; tracked. Who left has no name.
#[must_use]
pub fn names(mentee: &str, mentor: &str) -> String {
    let name = |name: &str| if name.is_empty() { t(Key::DuoHeadLeft) } else { name.to_owned() };
    tf(Key::DuoTitle, &[("mentee", &name(mentee)), ("mentor", &name(mentor))])
}

/// "Depuis le 3 mars (il y a 12 jours)"; tracked.
#[must_use]
pub fn start_words(start: NaiveDate) -> String {
    let key = if start > clock::today() { Key::DuosFrom } else { Key::DuosSince };
    let date = tf(key, &[("date", &short_date(start))]);
    format!("{date} ({})", relative_date(start))
}

/// The rhythm; tracked.
#[must_use]
pub fn cadence(days: u16) -> String {
    match days {
        7 => t(Key::DuoFormCadenceWeekly),
        14 => t(Key::DuoFormCadenceBiweekly),
        30 => t(Key::DuoFormCadenceMonthly),
        days => tn(Key::DuoCadenceDays, usize::from(days)),
    }
}

/// Whether the person ever came in, as far as the coordinator can tell.
#[must_use]
pub fn is_in(member: &Member) -> bool {
    let used = |state: &InvitationStatus| *state == InvitationStatus::Used;
    member.devices > 0 || member.invitation.as_ref().is_some_and(|state| used(&state.status))
}

/// The own name of a language, or its tag when this version does not know it.
#[must_use]
pub fn language_name(tag: &str) -> String {
    Lang::from_tag(tag).map_or_else(|| tag.to_owned(), |lang| lang.own_name().to_owned())
}

/// Milliseconds as the browser counts them.
#[must_use]
pub fn milliseconds(time: Timestamp) -> f64 {
    // Milliseconds since 1970 are far below 2^53.
    time.0 as f64
}
