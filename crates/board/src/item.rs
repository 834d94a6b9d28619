//! What a board holds. One file per kind of item sits beside this one.

use crate::{
    agreement::Agreement,
    application::Application,
    code_mark::CodeMark,
    comment::Comment,
    contact::Contact,
    cv::{CvEntry, CvVersion},
    entry::Entry,
    id::{ItemId, PersonId},
    key_date::KeyDate,
    meeting::Meeting,
    note::Note,
    objective::Objective,
    op::TextField,
    pause::Pause,
    project::Project,
    pulse::Pulse,
    referral::Referral,
    step::Step,
    time::Timestamp,
    wire_enum::wire_enum,
};
use wire::{CloneOnce, Wire};

/// One thing on a board, with what is common to all kinds.
#[derive(CloneOnce, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Item {
    /// Made by the app that made the item.
    pub id: ItemId,
    /// Who made it.
    pub by: PersonId,
    /// When it was made, by the server's clock once the server has it.
    pub at: Timestamp,
    /// When it last changed in any way.
    pub changed: Timestamp,
    /// Set while the item lies in "removed", from where it can come back for 30 days (M05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<Removal>,
    /// The person chose "only me" for this very item, so it does not follow its parent when the
    /// parent is shared (M10). Where an item can be read is decided by its space, not by this.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_me: bool,
    /// Set while the item is the mentor's idea and not part of the plan (T03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Suggestion>,
    /// What it is.
    pub body: Body,
}

wire_enum! {
    /// Where a mentor's idea stands (T03). An accepted one is an item like any other.
    Suggestion {
        /// The mentee has not answered yet.
        Open = "open",
        /// "Not for me, thank you."
        Declined = "declined",
    }
}

/// Who removed an item, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Removal {
    /// Who removed it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Days during which a removed item can come back (features.md M05).
pub const UNDO_DAYS: i64 = 30;

/// The kinds of items.
#[derive(CloneOnce, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// Something to reach (M04).
    Objective(Objective),
    /// Something to do for an objective (M06).
    Step(Step),
    /// A job application (M11).
    Application(Application),
    /// Words from one to the other about an item (T02).
    Comment(Comment),
    /// A version of a CV or a letter (M16).
    CvVersion(CvVersion),
    /// One entry of a CV.
    CvEntry(CvEntry),
    /// A referral to a service (M20).
    Referral(Referral),
    /// A mark on a sector code (M22).
    CodeMark(CodeMark),
    /// A meeting of the two (M25).
    Meeting(Meeting),
    /// Somebody who can help (M24).
    Contact(Contact),
    /// A day that must not be missed (M30).
    KeyDate(KeyDate),
    /// How it goes (M27).
    Pulse(Pulse),
    /// What the two promise each other (A14).
    Agreement(Agreement),
    /// A break (M29).
    Pause(Pause),
    /// A note for its author alone (T06).
    Note(Note),
    /// The career aim (M08).
    Project(Project),
}

wire_enum! {
    /// The kinds of items, without what is in them.
    Kind {
        /// Something to reach.
        Objective = "objective",
        /// Something to do for an objective.
        Step = "step",
        /// A job application.
        Application = "application",
        /// Words about an item.
        Comment = "comment",
        /// A version of a CV or a letter.
        CvVersion = "cv_version",
        /// One entry of a CV.
        CvEntry = "cv_entry",
        /// A referral to a service.
        Referral = "referral",
        /// A mark on a sector code.
        CodeMark = "code_mark",
        /// A meeting.
        Meeting = "meeting",
        /// Somebody who can help.
        Contact = "contact",
        /// A day that must not be missed.
        KeyDate = "key_date",
        /// How it goes.
        Pulse = "pulse",
        /// What the two promise each other.
        Agreement = "agreement",
        /// A break.
        Pause = "pause",
        /// A note for its author alone.
        Note = "note",
        /// The career aim.
        Project = "project",
    }
}

/// Which texts each kind of item has: one table for reading and for writing.
macro_rules! texts {
    ($body:expr, $field:expr, $($reference:tt)+) => {
        Some(match ($body, $field) {
            (Body::Objective(it), TextField::Title) => $($reference)+ it.title,
            (Body::Objective(it), TextField::Notes) => $($reference)+ it.notes,
            (Body::Step(it), TextField::Title) => $($reference)+ it.title,
            (Body::Comment(it), TextField::Body) => $($reference)+ it.text,
            (Body::Application(it), TextField::Employer) => $($reference)+ it.employer,
            (Body::Application(it), TextField::Job) => $($reference)+ it.job,
            (Body::Application(it), TextField::Link) => $($reference)+ it.link,
            (Body::Application(it), TextField::Source) => $($reference)+ it.source,
            (Body::Application(it), TextField::Contact) => $($reference)+ it.contact,
            (Body::Application(it), TextField::Place) => $($reference)+ it.place,
            (Body::Application(it), TextField::Notes) => $($reference)+ it.notes,
            (Body::Application(it), TextField::Next) => $($reference)+ it.next,
            (Body::Application(it), TextField::Learnt) => $($reference)+ it.learnt,
            (Body::CvVersion(it), TextField::Title) => $($reference)+ it.title,
            (Body::CvVersion(it), TextField::Name) => $($reference)+ it.name,
            (Body::CvVersion(it), TextField::Contact) => $($reference)+ it.contact,
            (Body::CvVersion(it), TextField::Notes) => $($reference)+ it.notes,
            (Body::CvEntry(it), TextField::Title) => $($reference)+ it.title,
            (Body::CvEntry(it), TextField::Place) => $($reference)+ it.place,
            (Body::CvEntry(it), TextField::Period) => $($reference)+ it.period,
            (Body::CvEntry(it), TextField::Notes) => $($reference)+ it.notes,
            (Body::Referral(it), TextField::Title) => $($reference)+ it.title,
            (Body::Referral(it), TextField::Next) => $($reference)+ it.next,
            (Body::Referral(it), TextField::Notes) => $($reference)+ it.notes,
            (Body::Referral(it), TextField::Place) => $($reference)+ it.place,
            (Body::Referral(it), TextField::Contact) => $($reference)+ it.contact,
            (Body::Referral(it), TextField::Link) => $($reference)+ it.link,
            (Body::CodeMark(it), TextField::Title) => $($reference)+ it.title,
            (Body::Meeting(it), TextField::Place) => $($reference)+ it.place,
            (Body::Meeting(it), TextField::Notes) => $($reference)+ it.notes,
            (Body::Contact(it), TextField::Title) => $($reference)+ it.title,
            (Body::Contact(it), TextField::Source) => $($reference)+ it.source,
            (Body::Contact(it), TextField::Notes) => $($reference)+ it.notes,
            (Body::Contact(it), TextField::Contact) => $($reference)+ it.contact,
            (Body::KeyDate(it), TextField::Title) => $($reference)+ it.title,
            (Body::KeyDate(it), TextField::Notes) => $($reference)+ it.notes,
            (Body::Agreement(it), TextField::Notes) => $($reference)+ it.notes,
            (Body::Note(it), TextField::Body) => $($reference)+ it.text,
            (Body::Project(it), TextField::Notes) => $($reference)+ it.notes,
            _ => return None,
        })
    };
}

impl Body {
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Objective(_) => Kind::Objective,
            Self::Step(_) => Kind::Step,
            Self::Application(_) => Kind::Application,
            Self::Comment(_) => Kind::Comment,
            Self::CvVersion(_) => Kind::CvVersion,
            Self::CvEntry(_) => Kind::CvEntry,
            Self::Referral(_) => Kind::Referral,
            Self::CodeMark(_) => Kind::CodeMark,
            Self::Meeting(_) => Kind::Meeting,
            Self::Contact(_) => Kind::Contact,
            Self::KeyDate(_) => Kind::KeyDate,
            Self::Pulse(_) => Kind::Pulse,
            Self::Agreement(_) => Kind::Agreement,
            Self::Pause(_) => Kind::Pause,
            Self::Note(_) => Kind::Note,
            Self::Project(_) => Kind::Project,
        }
    }

    /// The item this one belongs to: a step's objective, a comment's subject, an entry's CV.
    #[must_use]
    pub fn parent(&self) -> Option<&ItemId> {
        match self {
            Self::Step(step) => Some(&step.objective),
            Self::Comment(comment) => Some(&comment.on),
            Self::CvEntry(entry) => Some(&entry.cv),
            _ => None,
        }
    }

    /// The text behind `field`, when this kind of item has that field.
    #[must_use]
    pub fn entry(&self, field: &TextField) -> Option<&Entry> {
        texts!(self, field, &)
    }

    /// Every text with its field.
    pub fn texts(&self) -> impl Iterator<Item = (TextField, &Entry)> {
        TextField::ALL.iter().filter_map(|field| Some((field.clone(), self.entry(field)?)))
    }
}

impl Item {
    /// The item this one belongs to.
    #[must_use]
    pub fn parent(&self) -> Option<ItemId> {
        self.body.parent().copied()
    }

    /// Whether it counts: not removed, and not a mere idea of the mentor.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.removed.is_none() && self.suggestion.is_none()
    }

    /// The text behind `field`, when this kind of item has that field.
    #[must_use]
    pub fn entry(&self, field: &TextField) -> Option<&Entry> {
        self.body.entry(field)
    }

    /// Like [`Item::entry`], to change it.
    pub(crate) fn entry_mut(&mut self, field: &TextField) -> Option<&mut Entry> {
        texts!(&mut self.body, field, &mut)
    }
}

/// One reader per kind: the body, when the item is of that kind.
macro_rules! readers {
    ($($name:ident: $kind:ident),+ $(,)?) => {
        impl Item {
            $(
                #[doc = concat!("The body, when this is of the kind `", stringify!($kind), "`.")]
                #[must_use]
                pub fn $name(&self) -> Option<&$kind> {
                    if let Body::$kind(body) = &self.body { Some(body) } else { None }
                }
            )+
        }
    };
}

readers! {
    as_objective: Objective,
    as_step: Step,
    as_application: Application,
    as_comment: Comment,
    as_cv_version: CvVersion,
    as_cv_entry: CvEntry,
    as_referral: Referral,
    as_code_mark: CodeMark,
    as_meeting: Meeting,
    as_contact: Contact,
    as_key_date: KeyDate,
    as_pulse: Pulse,
    as_agreement: Agreement,
    as_pause: Pause,
    as_note: Note,
    as_project: Project,
}
