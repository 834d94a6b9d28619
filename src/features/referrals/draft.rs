//! What is typed for a new referral, kept until it is sent, and how it is read.

use board::{
    entry::Entry,
    id::ItemId,
    item::Body,
    objective::Theme,
    op::{AddItem, Op, TextField},
    protocol::library::ServiceInfo,
    referral::{Referral, ReferralKind, ReferralMode},
    reject::Reject,
    slug::Slug,
    text::TextError,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        date_field::{DateDraft, date_error_text, parse::DateError},
        error_summary::FormError,
    },
    features::{
        drafts::Drafts,
        live_text::errors::{reject_text, text_error},
        objectives::wording::theme_from,
        privacy::{BOTH, ONLY_ME},
        services::wording::web_of,
    },
    i18n::t,
    state::board::BoardState,
};

/// Ids of the inputs, which are the names of the drafts too.
pub(super) const TITLE: &str = "referral-title";
pub(super) const THEME: &str = "referral-theme";
pub(super) const DAY: &str = "referral-day";
pub(super) const NOTES: &str = "referral-notes";
pub(super) const PLACE: &str = "referral-place";
pub(super) const CONTACT: &str = "referral-contact";
pub(super) const LINK: &str = "referral-link";
const MONTH: &str = "referral-month";
const YEAR: &str = "referral-year";
const FILLED: &str = "referral-filled";
const KIND: &str = "referral-kind";
const MODE: &str = "referral-mode";
const READERS: &str = "referral-readers";

const NAMES: [&str; 13] =
    [FILLED, KIND, TITLE, THEME, MODE, DAY, MONTH, YEAR, NOTES, PLACE, CONTACT, LINK, READERS];

/// What is left to change.
#[derive(Clone, Debug, PartialEq)]
enum Problem {
    Text(&'static str, Key, TextError),
    Theme,
    Day(DateError),
    Refused(Reject),
}

impl Problem {
    fn field(&self) -> &'static str {
        match self {
            Self::Text(field, ..) => field,
            Self::Theme => THEME,
            Self::Day(_) => DAY,
            Self::Refused(_) => TITLE,
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Text(_, label, error) => text_error(*error, &t(*label)),
            Self::Theme => t(Key::ReferralThemeMissing),
            Self::Day(error) => date_error_text(*error, &t(Key::ReferralDay)),
            Self::Refused(reject) => reject_text(reject),
        }
    }
}

/// The drafts and errors, for the page, which shows the summary over its heading.
#[derive(Clone, Copy)]
pub struct NewReferral {
    drafts: Drafts,
    service: StoredValue<String>,
    filled: RwSignal<String>,
    /// What kind of help.
    pub kind: RwSignal<String>,
    /// What it is called.
    pub title: RwSignal<String>,
    /// What it is to help with.
    pub theme: RwSignal<String>,
    /// How the two went about it; may stay empty.
    pub mode: RwSignal<String>,
    /// The day of the visit or call.
    pub day: DateDraft,
    /// What to bring.
    pub notes: RwSignal<String>,
    /// Address.
    pub place: RwSignal<String>,
    /// Telephone or person.
    pub contact: RwSignal<String>,
    /// Web page.
    pub link: RwSignal<String>,
    /// Who may read it.
    pub readers: RwSignal<String>,
    found: RwSignal<Vec<Problem>>,
}

impl NewReferral {
    /// The drafts as they were left, those for each service of the directory apart. The short
    /// name of the service is empty for one that is not there.
    #[must_use]
    pub fn start(service: String) -> Self {
        let drafts = Drafts::expect();
        let kept = |name| {
            let full = draft_name(name, &service);
            let typed = RwSignal::new(drafts.get(&full).unwrap_or_default());
            // The drafts are outside of the views: an effect is the way there.
            Effect::new(move |_| typed.with(|words| drafts.set(&full, words)));
            typed
        };
        let form = Self {
            drafts,
            filled: kept(FILLED),
            kind: kept(KIND),
            title: kept(TITLE),
            theme: kept(THEME),
            mode: kept(MODE),
            day: DateDraft::from_parts(kept(DAY), kept(MONTH), kept(YEAR)),
            notes: kept(NOTES),
            place: kept(PLACE),
            contact: kept(CONTACT),
            link: kept(LINK),
            readers: RwSignal::new(BOTH.to_owned()),
            found: RwSignal::default(),
            service: StoredValue::new(service.clone()),
        };
        if form.kind.with_untracked(String::is_empty) {
            form.kind.set(ReferralKind::Service.as_str().to_owned());
        }
        form.follow_theme();
        form
    }

    /// Takes over what the directory says of the service, once: then the words are the person's.
    pub fn fill(self, service: &ServiceInfo) {
        if self.filled.with_untracked(|filled| !filled.is_empty()) {
            return;
        }
        let is_diploma = service.kind.as_str() == ReferralKind::Diploma.as_str();
        let kind = if is_diploma { ReferralKind::Diploma } else { ReferralKind::Service };
        let theme = service.themes.first().map(Theme::as_str).unwrap_or_default();
        let bring = service.bring.iter().map(|thing| format!("– {thing}"));
        let notes = bring.chain([service.contact.clone()]).collect::<Vec<_>>().join("\n");
        self.filled.set(service.id.as_str().to_owned());
        self.kind.set(kind.as_str().to_owned());
        self.title.set(service.name.clone());
        self.theme.set(theme.to_owned());
        self.notes.set(notes);
        self.place.set(String::new());
        self.contact.set(service.phone.clone());
        self.link.set(web_of(service));
        self.follow_theme();
    }

    /// A sensitive theme starts as "only me", unless the person has chosen (M09). True then.
    pub fn follow_theme(self) -> bool {
        let chosen = self.drafts.get(&self.readers_draft());
        let sensitive = chosen.is_none()
            && self.theme.with_untracked(|theme| {
                theme_from(theme).is_some_and(|theme| theme.is_sensitive())
            });
        let fallback = if sensitive { ONLY_ME } else { BOTH };
        self.readers.set(chosen.unwrap_or_else(|| fallback.to_owned()));
        sensitive
    }

    /// The person chose who reads it.
    pub fn choose_readers(self, chosen: &str) {
        self.drafts.set(&self.readers_draft(), chosen);
    }

    /// The errors in the order of the inputs; tracked.
    #[must_use]
    pub fn errors(self) -> Vec<FormError> {
        let error = |problem: &Problem| FormError {
            field_id: problem.field().to_owned(),
            message: problem.words(),
        };
        self.found.with(|found| found.iter().map(error).collect())
    }

    /// What is left to change in one input.
    #[must_use]
    pub fn error_of(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.found.with(|found| {
                found.iter().find(|problem| problem.field() == field).map(Problem::words)
            })
        })
    }

    /// Adds the referral, or keeps what is left to change.
    pub(super) fn send(self, board: BoardState) -> Option<(ItemId, String)> {
        let mut found = Vec::new();
        let mut read = |name, label, field: TextField, typed: RwSignal<String>| {
            typed.with_untracked(|typed| field.parse(typed)).unwrap_or_else(|error| {
                found.push(Problem::Text(name, label, error));
                String::new()
            })
        };
        let title = read(TITLE, Key::ReferralName, TextField::Title, self.title);
        let notes = read(NOTES, Key::ReferralBringLabel, TextField::Notes, self.notes);
        let place = read(PLACE, Key::ReferralPlace, TextField::Place, self.place);
        let contact = read(CONTACT, Key::ReferralContact, TextField::Contact, self.contact);
        let link = read(LINK, Key::ReferralLink, TextField::Link, self.link);
        let theme = self.theme.with_untracked(|theme| theme_from(theme));
        let day = untrack(|| self.day.read());
        if theme.is_none() {
            found.push(Problem::Theme);
        }
        if let Err(error) = &day {
            found.push(Problem::Day(*error));
        }
        found.sort_by_key(|problem| NAMES.iter().position(|name| *name == problem.field()));
        let (Some(theme), Ok(on), true) = (theme, day, found.is_empty()) else {
            self.found.set(found);
            return None;
        };
        let mode = self
            .mode
            .with_untracked(|mode| (!mode.is_empty()).then(|| ReferralMode::from_word(mode)));
        let body = Body::Referral(Referral {
            kind: ReferralKind::from_word(&self.kind.get_untracked()),
            service: self.service.with_value(|service| service.parse::<Slug>().ok()),
            title: Entry::new(title.clone()),
            theme,
            mode,
            on,
            went: None,
            outcome: None,
            next: Entry::default(),
            notes: Entry::new(notes),
            place: Entry::new(place),
            contact: Entry::new(contact),
            link: Entry::new(link),
            reviews: Vec::new(),
            news: Vec::new(),
        });
        let id = board.new_id();
        // What a mentor notes for the two is for the two.
        let only_me =
            board.is_mentee() && self.readers.with_untracked(|readers| readers == ONLY_ME);
        if let Err(reject) = board.act(Op::Add(AddItem { id, only_me, body })) {
            self.found.set(vec![Problem::Refused(reject)]);
            return None;
        }
        self.found.set(Vec::new());
        self.forget();
        Some((id, title))
    }

    fn readers_draft(self) -> String {
        self.service.with_value(|service| draft_name(READERS, service))
    }

    fn forget(self) {
        self.service.with_value(|service| {
            NAMES.iter().for_each(|name| self.drafts.forget(&draft_name(name, service)));
        });
    }
}

fn draft_name(name: &str, service: &str) -> String {
    if service.is_empty() { name.to_owned() } else { format!("{name}:{service}") }
}
