//! The lines of a story about everything that is no objective, step, application or comment.

use super::Script;
use board::{
    actor::Seat,
    agreement::Agreement,
    code_mark::{CodeMark, Mark},
    contact::Contact,
    cv::{CvEntry, CvKind, CvLang, CvSection, CvVersion, Review},
    entry::Entry,
    id::ItemId,
    item::Body,
    key_date::{KeyDate, KeyDateKind},
    meeting::{DayTime, Meeting, MeetingHow, MeetingState},
    note::Note,
    objective::Theme,
    op::{AddItem, Op},
    order::Order,
    pause::Pause,
    project::Project,
    pulse::{Face, Pulse, PulseSeenBy},
    referral::{Referral, ReferralKind, ReferralMode, ReferralOutcome, Went},
    slug::Slug,
};

fn text(words: &str) -> Entry {
    Entry::new(words.to_owned())
}

fn slug(name: &str) -> Slug {
    name.parse().expect("the story names things of the library")
}

impl Script {
    /// Adds an item of a kind that has no operation of its own.
    fn add(&mut self, seat: Seat, only_me: bool, body: Body) -> ItemId {
        let id = self.id();
        self.line(seat, Op::Add(AddItem { id, only_me, body }));
        id
    }

    pub(in super::super) fn project(&mut self, sector: &str, occupation: &str, notes: &str) {
        let (sector, occupation) = (Some(slug(sector)), Some(slug(occupation)));
        let project = Project { sector, occupation, notes: text(notes) };
        self.add(Seat::Mentee, false, Body::Project(project));
    }

    /// The agreement: the mentor begins it, both sign.
    pub(in super::super) fn agreement(&mut self, notes: &str) {
        let item = self.proposes(notes);
        self.signs(Seat::Mentee, item);
    }

    /// An agreement that only the mentor signed so far.
    pub(in super::super) fn proposes(&mut self, notes: &str) -> ItemId {
        let (version, cadence_days) = (board::agreement::AGREEMENT_VERSION, 7);
        let agreement = Agreement { version, cadence_days, notes: text(notes), signed: Vec::new() };
        self.add(Seat::Mentor, false, Body::Agreement(agreement))
    }

    pub(in super::super) fn signs(&mut self, seat: Seat, item: ItemId) {
        self.line(seat, Op::Sign { item });
    }

    /// A break that the mentee announces, in days from today.
    pub(in super::super) fn rests(&mut self, from: i64, until: i64) {
        let pause = Pause { from: self.date(from), until: self.date(until), ended: None };
        self.add(Seat::Mentee, false, Body::Pause(pause));
    }

    /// A meeting that took place on the story's day.
    pub(in super::super) fn met(&mut self, how: MeetingHow, minutes: u16) {
        let on = self.date(self.day);
        let meeting = self.meeting(on, how, MeetingState::Held, Some(minutes));
        self.add(Seat::Mentor, false, Body::Meeting(meeting));
    }

    /// A meeting that one could not come to, and had said so.
    pub(in super::super) fn excused(&mut self) {
        let on = self.date(self.day);
        let meeting = self.meeting(on, MeetingHow::InPerson, MeetingState::Excused, None);
        self.add(Seat::Mentee, false, Body::Meeting(meeting));
    }

    /// A meeting that the mentee did not come to, without a word.
    pub(in super::super) fn missed(&mut self) {
        let on = self.date(self.day);
        let meeting = self.meeting(on, MeetingHow::InPerson, MeetingState::Missed, None);
        self.add(Seat::Mentor, false, Body::Meeting(meeting));
    }

    /// A meeting so many days from today that the other one agrees to.
    pub(in super::super) fn will_meet(&mut self, day: i64, hour: u16, place: &str, notes: &str) {
        let on = self.date(day);
        let mut meeting = self.meeting(on, MeetingHow::InPerson, MeetingState::Proposed, None);
        meeting.time = Some(DayTime(hour * 60));
        meeting.place = text(place);
        meeting.notes = text(notes);
        let item = self.add(Seat::Mentor, false, Body::Meeting(meeting));
        let state = MeetingState::Planned;
        self.line(Seat::Mentee, Op::SetMeeting { item, state, minutes: None });
    }

    fn meeting(
        &self,
        on: chrono::NaiveDate,
        how: MeetingHow,
        state: MeetingState,
        minutes: Option<u16>,
    ) -> Meeting {
        Meeting {
            on,
            time: None,
            how,
            state,
            minutes,
            logged: Vec::new(),
            moved_by: None,
            said: None,
            place: Entry::default(),
            notes: Entry::default(),
        }
    }

    pub(in super::super) fn cv(&mut self, number: u32, title: &str, profile: &str) -> ItemId {
        let cv = CvVersion {
            kind: CvKind::Cv,
            number,
            title: text(title),
            lang: CvLang::French,
            sector: Some(slug("education")),
            file: None,
            name: text("Asmae"),
            contact: text("Liège · permis B en cours"),
            notes: text(profile),
            from: None,
            review: None,
            sealed: None,
        };
        self.add(Seat::Mentee, false, Body::CvVersion(cv))
    }

    /// An entry: what, where, when, and what was done there.
    pub(in super::super) fn entry(&mut self, cv: ItemId, section: CvSection, words: [&str; 4]) {
        let order = Order::between(self.orders.get(&cv), None);
        self.orders.insert(cv, order.clone());
        let [title, place, period, notes] = words.map(text);
        let entry = CvEntry { cv, section, title, place, period, notes, order };
        self.add(Seat::Mentee, false, Body::CvEntry(entry));
    }

    pub(in super::super) fn review(&mut self, seat: Seat, item: ItemId, review: Review) {
        self.line(seat, Op::SetReview { item, review: Some(review) });
    }

    pub(in super::super) fn attach(&mut self, item: ItemId, version: ItemId) {
        let (kind, version) = (CvKind::Cv, Some(version));
        self.mentee(Op::Attach { item, kind, version });
    }

    /// A referral from the directory, with the day of the visit.
    pub(in super::super) fn refer(
        &mut self,
        service: &str,
        title: &str,
        theme: Theme,
        mode: ReferralMode,
        day: i64,
    ) -> ItemId {
        let referral = Referral {
            kind: ReferralKind::Service,
            service: Some(slug(service)),
            title: text(title),
            theme,
            mode: Some(mode),
            on: Some(self.date(day)),
            went: None,
            outcome: None,
            next: Entry::default(),
            notes: Entry::default(),
            place: Entry::default(),
            contact: Entry::default(),
            link: Entry::default(),
            reviews: Vec::new(),
            news: Vec::new(),
        };
        self.add(Seat::Mentor, false, Body::Referral(referral))
    }

    pub(in super::super) fn went(&mut self, item: ItemId, went: Went) {
        self.mentee(Op::SayWent { item, went: Some(went) });
    }

    pub(in super::super) fn outcome(&mut self, item: ItemId, outcome: ReferralOutcome) {
        self.mentee(Op::SetOutcome { item, outcome: Some(outcome) });
    }

    pub(in super::super) fn mark(
        &mut self,
        sector: &str,
        code: &str,
        title: &str,
        mark: Mark,
    ) -> ItemId {
        let (code, sector, title) = (slug(code), slug(sector), text(title));
        let only_me = false;
        self.add(Seat::Mentee, only_me, Body::CodeMark(CodeMark { code, sector, title, mark }))
    }

    pub(in super::super) fn contact(&mut self, name: &str, known: &str, help: &str, day: i64) {
        let last = Some(self.date(day));
        let (title, source, notes) = (text(name), text(known), text(help));
        let contact = Contact { title, source, notes, contact: Entry::default(), last };
        self.add(Seat::Mentee, true, Body::Contact(contact));
    }

    pub(in super::super) fn key_date(&mut self, kind: KeyDateKind, title: &str, day: i64) {
        let on = self.date(day);
        let date = KeyDate { kind, title: text(title), on, notes: Entry::default() };
        self.add(Seat::Mentee, true, Body::KeyDate(date));
    }

    pub(in super::super) fn pulse(&mut self, face: Face, seen_by: PulseSeenBy) {
        let only_me = seen_by != PulseSeenBy::Duo;
        self.add(Seat::Mentee, only_me, Body::Pulse(Pulse { face, seen_by }));
    }

    /// A note that its author alone reads.
    pub(in super::super) fn note(&mut self, seat: Seat, words: &str) {
        self.add(seat, true, Body::Note(Note { on: None, text: text(words) }));
    }

    pub(in super::super) fn asks(&mut self, seat: Seat, on: ItemId, words: &str) {
        self.comment(seat, on, words, true);
    }
}
