//! One plain body of each kind.

use board::{
    agreement::Agreement,
    code_mark::{CodeMark, Mark},
    contact::Contact,
    cv::{CvEntry, CvKind, CvLang, CvSection, CvVersion},
    entry::Entry,
    item::Body,
    key_date::{KeyDate, KeyDateKind},
    meeting::{DayTime, Meeting, MeetingHow, MeetingState},
    note::Note,
    objective::Theme,
    order::Order,
    pause::Pause,
    project::Project,
    pulse::{Face, Pulse, PulseSeenBy},
    referral::{Referral, ReferralKind},
};
use chrono::NaiveDate;

pub fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, number).unwrap()
}

fn text(words: &str) -> Entry {
    Entry::new(words.to_owned())
}

pub fn cv(number: u32) -> CvVersion {
    CvVersion {
        kind: CvKind::Cv,
        number,
        title: text("CV crèches"),
        lang: CvLang::French,
        sector: None,
        file: None,
        name: text("Asmae"),
        contact: Entry::default(),
        notes: Entry::default(),
        from: None,
        review: None,
        sealed: None,
    }
}

pub fn entry(cv: u128) -> Body {
    Body::CvEntry(CvEntry {
        cv: super::id(cv),
        section: CvSection::Experience,
        title: text("Animatrice"),
        place: Entry::default(),
        period: Entry::default(),
        notes: Entry::default(),
        order: Order::between(None, None),
    })
}

pub fn referral() -> Referral {
    Referral {
        kind: ReferralKind::Service,
        service: Some("forem".parse().unwrap()),
        title: text("Forem"),
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

pub fn meeting(on: u32, state: MeetingState) -> Meeting {
    Meeting {
        on: day(on),
        time: Some(DayTime(14 * 60)),
        how: MeetingHow::InPerson,
        state,
        minutes: None,
        logged: Vec::new(),
        moved_by: None,
        said: None,
        place: Entry::default(),
        notes: Entry::default(),
    }
}

pub fn mark() -> Body {
    Body::CodeMark(CodeMark {
        code: "care-handover".parse().unwrap(),
        sector: "care".parse().unwrap(),
        title: text("La transmission"),
        mark: Mark::New,
    })
}

pub fn contact() -> Body {
    Body::Contact(Contact {
        title: text("Fatiha"),
        source: Entry::default(),
        notes: Entry::default(),
        contact: Entry::default(),
        last: None,
    })
}

pub fn key_date() -> Body {
    Body::KeyDate(KeyDate {
        kind: KeyDateKind::Permit,
        title: text("Carte"),
        on: day(30),
        notes: Entry::default(),
    })
}

pub fn pulse(seen_by: PulseSeenBy) -> Body {
    Body::Pulse(Pulse { face: Face::Well, seen_by })
}

pub fn agreement() -> Body {
    Body::Agreement(Agreement {
        version: 1,
        cadence_days: 7,
        notes: text("Une formation d’auxiliaire"),
        signed: Vec::new(),
    })
}

pub fn pause(from: u32, until: u32) -> Body {
    Body::Pause(Pause { from: day(from), until: day(until), ended: None })
}

pub fn note() -> Body {
    Body::Note(Note { on: None, text: text("Parler du permis") })
}

pub fn project() -> Body {
    Body::Project(Project { sector: None, occupation: None, notes: Entry::default() })
}
