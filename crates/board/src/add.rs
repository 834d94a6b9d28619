//! What a new item may hold, and who besides its maker reads it.
//!
//! A new item comes as the body it is to have. What only time can bring is added when it is
//! carried out (signatures) or must still be empty (answers, seals).

use crate::{
    agreement::Signature,
    id::PersonId,
    item::{Body, Kind},
    meeting::{MINUTES_MAX, Meeting, MeetingState},
    pulse::PulseSeenBy,
    referral::REVIEWS_MAX,
    time::Timestamp,
};
use chrono::{Datelike, NaiveDate};

/// Longest break that can be announced, in days.
pub const PAUSE_MAX_DAYS: i64 = 366;
/// Longest time between two meetings that can be agreed, in days.
pub const CADENCE_MAX_DAYS: u16 = 60;

/// Who may read a new item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// The maker chooses.
    Choice,
    /// Always both of the duo.
    Both,
    /// Always the maker alone.
    Maker,
}

/// Who may read an item with this body.
#[must_use]
pub fn readers(body: &Body) -> Readers {
    match (body, readers_of_kind(&body.kind())) {
        (Body::Pulse(pulse), None) if pulse.seen_by == PulseSeenBy::Duo => Readers::Both,
        (_, None) => Readers::Maker,
        (_, Some(readers)) => readers,
    }
}

/// Who may read the items of a kind; nothing where each item says it by itself.
#[must_use]
pub fn readers_of_kind(kind: &Kind) -> Option<Readers> {
    match kind {
        Kind::Meeting | Kind::Agreement | Kind::Pause => Some(Readers::Both),
        Kind::Note => Some(Readers::Maker),
        Kind::Pulse => None,
        _ => Some(Readers::Choice),
    }
}

/// Whether items of this kind come with [`Op::Add`](crate::op::Op::Add).
#[must_use]
pub fn is_plain(kind: &Kind) -> bool {
    !matches!(
        kind,
        Kind::Objective | Kind::Step | Kind::Application | Kind::Comment | Kind::Other(_)
    )
}

/// Whether a new item may begin like this. Its texts are looked at elsewhere.
pub(crate) fn can_begin(body: &Body) -> bool {
    match body {
        Body::CvVersion(cv) => {
            cv.kind.is_known()
                && cv.lang.is_known()
                && (1..10_000).contains(&cv.number)
                && cv.review.is_none()
                && cv.sealed.is_none()
                && cv.file.as_ref().is_none_or(|file| file.is_sound())
        }
        Body::CvEntry(entry) => entry.section.is_known(),
        Body::Referral(referral) => {
            referral.kind.is_known()
                && referral.theme.is_known()
                && referral.mode.as_ref().is_none_or(|mode| mode.is_known())
                && referral.on.is_none_or(is_a_day)
                && referral.went.is_none()
                && referral.outcome.is_none()
                && referral.news.is_empty()
                && are_reviews(&referral.reviews)
        }
        Body::CodeMark(mark) => mark.mark.is_known(),
        Body::Meeting(meeting) => meeting_can_begin(meeting),
        Body::Contact(contact) => contact.last.is_none_or(is_a_day),
        Body::KeyDate(date) => date.kind.is_known() && is_a_day(date.on),
        Body::Pulse(pulse) => pulse.face.is_known() && pulse.seen_by.is_known(),
        Body::Agreement(agreement) => {
            agreement.version > 0
                && (1..=CADENCE_MAX_DAYS).contains(&agreement.cadence_days)
                && agreement.signed.is_empty()
        }
        Body::Pause(pause) => {
            let days = (pause.until - pause.from).num_days();
            is_a_day(pause.from) && (0..=PAUSE_MAX_DAYS).contains(&days) && pause.ended.is_none()
        }
        Body::Note(_) | Body::Project(_) => true,
        Body::Objective(_) | Body::Step(_) | Body::Application(_) | Body::Comment(_) => false,
    }
}

fn meeting_can_begin(meeting: &Meeting) -> bool {
    let begins =
        [MeetingState::Proposed, MeetingState::Held, MeetingState::Missed, MeetingState::Excused];
    begins.contains(&meeting.state)
        && meeting.how.is_known()
        && is_a_day(meeting.on)
        && meeting.time.is_none_or(|time| time.is_sound())
        && are_minutes(meeting.minutes)
        && meeting.logged.is_empty()
        && meeting.said.is_none()
}

/// Adds what the moment of the addition brings.
pub(crate) fn stamp(body: &mut Body, by: PersonId, at: Timestamp) {
    match body {
        Body::Meeting(meeting) if meeting.state == MeetingState::Held => meeting.logged.push(by),
        Body::Agreement(agreement) => agreement.signed.push(Signature { by, at }),
        _ => {}
    }
}

/// Whether a meeting can have taken this long.
pub(crate) fn are_minutes(minutes: Option<u16>) -> bool {
    minutes.is_none_or(|minutes| (1..=MINUTES_MAX).contains(&minutes))
}

/// Whether these can be the days on which a PIIS is looked at again.
pub(crate) fn are_reviews(days: &[NaiveDate]) -> bool {
    days.len() <= REVIEWS_MAX && days.is_sorted() && days.iter().copied().all(is_a_day)
}

/// Years that a plan can speak of: what the date field of the app accepts.
pub(crate) fn is_a_day(day: NaiveDate) -> bool {
    (1900..2200).contains(&day.year())
}
