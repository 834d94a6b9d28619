//! Meetings as a calendar reads them (RFC 5545). Content-free: other people see calendars, so
//! there is a day and a time, and no name, no place and no word of the board.

use crate::local;
use board::{
    item::Item,
    meeting::{Meeting, MeetingState},
    time::Timestamp,
};
use chrono::{DateTime, Duration, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};

/// How long a meeting is taken to be, in minutes, until it is known.
const MINUTES: i64 = 60;

/// What stands in the calendar, in the person's language.
#[derive(Clone, Copy, Debug)]
pub struct Words<'w> {
    /// The name of the calendar.
    pub name: &'w str,
    /// What every meeting is called.
    pub meeting: &'w str,
}

/// A calendar of these meetings, in their order in time. Those that will not take place are left
/// out, so that they vanish from whoever reads it again.
#[must_use]
pub fn calendar(words: Words<'_>, items: &[Item]) -> String {
    let mut meetings: Vec<(&Item, &Meeting)> = items
        .iter()
        .filter(|item| item.removed.is_none())
        .filter_map(|item| Some((item, item.as_meeting()?)))
        .filter(|(_, meeting)| meeting.is_ahead() || meeting.state == MeetingState::Held)
        .collect();
    meetings.sort_by_key(|(item, meeting)| (meeting.on, meeting.time, item.id));
    let mut calendar = Calendar::new();
    calendar.name(words.name);
    for (item, meeting) in meetings {
        calendar.push(event(words, item, meeting));
    }
    calendar.done().to_string()
}

fn event(words: Words<'_>, item: &Item, meeting: &Meeting) -> Event {
    let status = match meeting.state {
        MeetingState::Proposed => EventStatus::Tentative,
        _ => EventStatus::Confirmed,
    };
    let changed = moment(item.changed);
    let mut event = Event::new();
    event
        .uid(&format!("{}@passerelle", item.id))
        .timestamp(changed)
        .last_modified(changed)
        .summary(words.meeting)
        .status(status);
    match meeting.time {
        Some(time) => {
            let begins = local::moment(meeting.on, time);
            let minutes = meeting.minutes.map_or(MINUTES, i64::from);
            event.starts(begins).ends(begins + Duration::minutes(minutes));
        }
        None => {
            event.all_day(meeting.on);
        }
    }
    event.done()
}

fn moment(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn meeting(id: &str, state: &str, time: Option<u16>) -> Item {
        let body = json!({ "meeting": { "on": "2026-07-15", "time": time, "how": "in_person",
            "state": state, "place": "Canari", "notes": "Canari" } });
        let json = json!({ "id": id, "by": "018f0000-0000-7000-8000-000000000001",
            "at": 0, "changed": 1_767_308_400_000_i64, "body": body });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn a_calendar_has_days_and_times_and_no_words() {
        let items = [
            meeting("018f0000-0000-7000-8000-00000000000a", "planned", Some(14 * 60)),
            meeting("018f0000-0000-7000-8000-00000000000b", "proposed", None),
            meeting("018f0000-0000-7000-8000-00000000000c", "declined", Some(600)),
        ];
        let long = "Rencontre – Passerelle, avec un nom bien plus long que les lignes permises";
        let words = Words { name: "Passerelle", meeting: long };
        let text = calendar(words, &items);
        assert!(!text.contains("Canari"), "{text}");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "{text}");
        for part in [
            "DTSTART:20260715T120000Z\r\n",
            "DTEND:20260715T130000Z\r\n",
            "DTSTART;VALUE=DATE:20260715\r\n",
            "DTSTAMP:20260101T230000Z\r\n",
            "STATUS:TENTATIVE\r\n",
            "UID:018f0000-0000-7000-8000-00000000000a@passerelle\r\n",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert!(text.replace("\r\n ", "").contains("Passerelle\\, avec un nom"), "{text}");
        assert_eq!(text, calendar(words, &items), "the same meetings are the same bytes");
    }
}
