//! A duo of the demo, from its first day to today, as one thing that can be stored.

use super::{
    boards::{self, Board},
    people::fixed_id,
};
use crate::{
    local,
    store::{
        StoreError,
        past::{PastContact, PastDuo, PastFollowUp, PastHelp},
        people::Person,
    },
};
use board::{
    actor::Seat,
    health::facts::Each,
    id::{BoardId, BranchId, DuoId, PersonId},
    meeting::DayTime,
    office::{
        closure::{Checklist, Closure, ClosureKind},
        consent::Purpose,
        contact::{Channel, SpokeWith},
        demographics::Demographics,
        follow_up::FollowUpAnswer,
        outcome::Outcome,
    },
    protocol::{duos::planned_end, help::HelpTopic},
    time::Timestamp,
};
use chrono::{Days, NaiveDate};

/// Days between two meetings: every week.
const CADENCE: u16 = 7;

/// Everything about a duo. Days count from today.
pub(super) struct Case {
    /// Names it for ever: its ids follow from it.
    pub(super) key: String,
    pub(super) mentee: Person,
    pub(super) mentor: Person,
    pub(super) branch: BranchId,
    pub(super) coordinator: PersonId,
    /// What is on the board.
    pub(super) board: Board,
    /// First day.
    pub(super) first: i64,
    pub(super) sector: Option<&'static str>,
    pub(super) help: Vec<Call>,
    pub(super) contacts: Vec<Talk>,
    /// Breaks that the coordinator noted: first and last day.
    pub(super) rests: Vec<(i64, i64)>,
    pub(super) end: Option<End>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) follow_ups: Vec<Asked>,
    pub(super) consents: Vec<Purpose>,
    pub(super) demographics: Option<Demographics>,
}

/// Somebody wants a call.
#[derive(Clone)]
pub(super) struct Call {
    pub(super) by: Seat,
    pub(super) topic: HelpTopic,
    pub(super) day: i64,
    pub(super) answered: Option<i64>,
}

/// The coordinator spoke with them.
#[derive(Clone)]
pub(super) struct Talk {
    pub(super) day: i64,
    pub(super) with: SpokeWith,
    pub(super) channel: Channel,
    pub(super) again: Option<i64>,
    pub(super) note: &'static str,
}

/// How it ended.
#[derive(Clone, Copy)]
pub(super) struct End {
    pub(super) kind: ClosureKind,
    pub(super) day: i64,
    pub(super) checklist: Checklist,
}

/// A question after three, six or twelve months.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) month: u8,
    pub(super) answer: Option<FollowUpAnswer>,
    pub(super) day: i64,
    pub(super) tries: u8,
}

/// A calendar day, counted from the day it is in Belgium.
pub(super) fn date(now: Timestamp, day: i64) -> NaiveDate {
    let today = local::day(now);
    let days = Days::new(day.unsigned_abs());
    let date = if day < 0 { today.checked_sub_days(days) } else { today.checked_add_days(days) };
    date.unwrap_or(today)
}

/// An hour of such a day, which is over by now.
fn moment(now: Timestamp, day: i64, hour: u16) -> Timestamp {
    let at = local::moment(date(now, day), DayTime(hour * 60)).timestamp_millis();
    Timestamp(at.min(now.0))
}

/// The talks that the contact calendar asks for: a few days before each is due.
pub(super) fn talks(first: i64, until: i64) -> Vec<Talk> {
    let days = [12, 28].into_iter().chain((58..).step_by(30)).map(|days| first + days);
    days.take_while(|day| *day <= until)
        .map(|day| Talk {
            day,
            with: SpokeWith::Both,
            channel: Channel::Phone,
            again: None,
            note: "",
        })
        .collect()
}

impl Case {
    /// All of it, as it is stored.
    pub(super) fn into_past(self, now: Timestamp) -> Result<PastDuo, StoreError> {
        let id = DuoId(fixed_id("duo", &self.key));
        let board = BoardId(fixed_id("board", &self.key));
        let people = Each { mentee: self.mentee.id, mentor: self.mentor.id };
        let lines = boards::lines(&self.board, script_number(id), now);
        let spaces = boards::play::play(board, &people, lines);
        let spaces = spaces.map_err(|error| StoreError::Trouble(Box::new(error)))?;
        let start = date(now, self.first);
        let by = |seat: Seat| if seat == Seat::Mentee { people.mentee } else { people.mentor };
        let help = self.help.iter().enumerate().map(|(number, call)| PastHelp {
            id: fixed_id("help", &format!("{} {number}", self.key)),
            person: by(call.by),
            topic: call.topic.clone(),
            at: moment(now, call.day, 11),
            answered: call.answered.map(|day| moment(now, day, 15)),
        });
        let contacts = self.contacts.iter().enumerate().map(|(number, talk)| PastContact {
            id: fixed_id("contact", &format!("{} {number}", self.key)),
            with: talk.with,
            day: date(now, talk.day),
            channel: talk.channel,
            follow_up: talk.again.map(|day| date(now, day)),
            note: talk.note.to_owned(),
        });
        let follow_ups = self.follow_ups.iter().map(|asked| PastFollowUp {
            month: asked.month,
            answer: asked.answer,
            day: date(now, asked.day),
            tries: asked.tries,
        });
        let breaks = self.rests.iter().map(|(from, to)| (date(now, *from), date(now, *to)));
        let closure = self.end.map(|end| {
            let (kind, on, checklist) = (end.kind, date(now, end.day), end.checklist);
            (Closure { kind, on, checklist }, moment(now, end.day, 16))
        });
        Ok(PastDuo {
            id,
            board,
            branch: self.branch,
            coordinator: self.coordinator,
            start,
            planned_end: planned_end(start),
            cadence_days: CADENCE,
            sector: self.sector.map(|name| {
                name.parse().expect("the sectors of the demo are those of the library")
            }),
            created: moment(now, self.first, 9),
            spaces,
            help: help.collect(),
            contacts: contacts.collect(),
            breaks: breaks.collect(),
            closure,
            outcomes: self.outcomes,
            follow_ups: follow_ups.collect(),
            consents: self.consents,
            demographics: self.demographics,
            mentee: self.mentee,
            mentor: self.mentor,
        })
    }
}

/// The ids on a board follow from this number.
fn script_number(duo: DuoId) -> u32 {
    let bytes = duo.0.as_bytes();
    u32::from_be_bytes([bytes[12], bytes[13], bytes[14], bytes[15]])
}
