//! A service that is being written: its drafts, the rules of each field, and the server's answer.

use board::{
    guard,
    objective::Theme,
    protocol::{
        library::{NewService, Region, SERVICE_BRING_MAX, SERVICE_TEXT_MAX, ServiceInfo},
        problem::{FieldProblem, FieldRule},
    },
    slug::Slug,
    text::{LINE_MAX, TextError, parse_line, parse_link, parse_text},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    features::{drafts::Drafts, live_text::errors::text_error},
    i18n::{t, tf},
};

/// Longest telephone number, in characters: as on the server.
const PHONE_MAX: usize = 40;

/// A question of the form, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceField {
    /// What people call it.
    Name,
    /// What kind of service.
    Kind,
    /// Where it works.
    Regions,
    /// What it helps with.
    Themes,
    /// What it does.
    Does,
    /// Who may go.
    Who,
    /// What to bring.
    Bring,
    /// How to get in touch.
    Contact,
    /// Its web page.
    Web,
    /// Its telephone.
    Phone,
    /// What to ask oneself before going.
    FirstQuestion,
    /// Something worth knowing.
    Note,
}

impl ServiceField {
    const ALL: [Self; 12] = [
        Self::Name,
        Self::Kind,
        Self::Regions,
        Self::Themes,
        Self::Does,
        Self::Who,
        Self::Bring,
        Self::Contact,
        Self::Web,
        Self::Phone,
        Self::FirstQuestion,
        Self::Note,
    ];

    /// Its name in the request, which is also its element id.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Regions => "regions",
            Self::Themes => "themes",
            Self::Does => "does",
            Self::Who => "who",
            Self::Bring => "bring",
            Self::Contact => "contact",
            Self::Web => "web",
            Self::Phone => "phone",
            Self::FirstQuestion => "first_question",
            Self::Note => "note",
        }
    }

    /// The question.
    #[must_use]
    pub fn label(self) -> Key {
        match self {
            Self::Name => Key::DirectoryName,
            Self::Kind => Key::DirectoryKind,
            Self::Regions => Key::DirectoryRegions,
            Self::Themes => Key::DirectoryThemes,
            Self::Does => Key::DirectoryDoes,
            Self::Who => Key::DirectoryWho,
            Self::Bring => Key::DirectoryBring,
            Self::Contact => Key::ServiceContact,
            Self::Web => Key::DirectoryWeb,
            Self::Phone => Key::DirectoryPhone,
            Self::FirstQuestion => Key::DirectoryFirstQuestion,
            Self::Note => Key::DirectoryNote,
        }
    }

    fn max(self) -> usize {
        match self {
            Self::Name | Self::Web | Self::Bring => LINE_MAX,
            Self::Phone => PHONE_MAX,
            _ => SERVICE_TEXT_MAX,
        }
    }
}

/// Why an answer cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text breaks its rule.
    Text(TextError),
    /// A number that belongs to one person (T16).
    Private,
    /// Nothing was chosen.
    Choose,
    /// More things to bring than a card holds.
    Rows,
}

/// The faults of a form.
pub type Faults = RwSignal<Vec<(ServiceField, Fault)>>;

/// The sentence, the same beside the field and in the summary; tracked.
#[must_use]
pub fn fault_text(field: ServiceField, fault: Fault) -> String {
    let label = t(field.label());
    match (field, fault) {
        (_, Fault::Text(error)) => text_error(error, &label),
        (_, Fault::Private) => tf(Key::DirectoryErrorPrivate, &[("field", &label)]),
        (_, Fault::Rows) => t(Key::DirectoryErrorRows),
        (ServiceField::Regions, Fault::Choose) => t(Key::DirectoryChooseRegion),
        (_, Fault::Choose) => t(Key::DirectoryChooseKind),
    }
}

/// What the server found, by field. Fields of a newer server are not in this form.
#[must_use]
pub fn faults_of(problems: &[FieldProblem]) -> Vec<(ServiceField, Fault)> {
    let fault = |field: ServiceField, rule: &FieldRule| match (field, rule) {
        (ServiceField::Kind | ServiceField::Regions | ServiceField::Themes, _) => Fault::Choose,
        (_, FieldRule::PrivateNumber) => Fault::Private,
        (ServiceField::Web, FieldRule::Unknown) => Fault::Text(TextError::NotALink),
        (field, FieldRule::TooLong) => Fault::Text(TextError::TooLong { max: field.max() }),
        (_, FieldRule::Empty) => Fault::Text(TextError::Empty),
        _ => Fault::Text(TextError::Unstorable),
    };
    let find = |field: ServiceField| {
        let problem = problems.iter().find(|problem| problem.field == field.name())?;
        Some((field, fault(field, &problem.rule)))
    };
    ServiceField::ALL.into_iter().filter_map(find).collect()
}

/// What is typed and chosen; kept while the page is left.
#[derive(Clone, Copy)]
pub struct ServiceDraft {
    /// Tag of the language of the words.
    pub lang: &'static str,
    /// Whether all of it was checked today.
    pub checked: RwSignal<bool>,
    values: StoredValue<Vec<RwSignal<String>>>,
    name: StoredValue<String>,
    drafts: Drafts,
    verified: Option<NaiveDate>,
}

impl ServiceDraft {
    /// A service that is there, or a new one; or what was typed of it before.
    #[must_use]
    pub fn of(service: Option<&ServiceInfo>, lang: &'static str) -> Self {
        let drafts = Drafts::expect();
        let id = service.map_or("new", |service| service.id.as_str());
        let name = format!("service:{id}:{lang}");
        let begin = |field| service.map(|service| words_of(service, field)).unwrap_or_default();
        let signal = |field: ServiceField| {
            let place = format!("{name}:{}", field.name());
            let begun = begin(field);
            let typed = RwSignal::new(drafts.get(&place).unwrap_or_else(|| begun.clone()));
            // The drafts are outside of the views: an effect is the way there.
            Effect::new(move |_| {
                typed.with(|typed| drafts.set(&place, if *typed == begun { "" } else { typed }));
            });
            typed
        };
        let values = ServiceField::ALL.map(signal).to_vec();
        Self {
            lang,
            checked: RwSignal::new(service.is_none()),
            values: StoredValue::new(values),
            name: StoredValue::new(name),
            drafts,
            verified: service.and_then(|service| service.verified),
        }
    }

    /// The words of a field.
    #[must_use]
    pub fn value(self, field: ServiceField) -> RwSignal<String> {
        let place = ServiceField::ALL.iter().position(|one| *one == field).unwrap_or_default();
        self.values.with_value(|values| values[place])
    }

    /// Forgets what was typed: it was sent.
    pub fn forget(self) {
        for field in ServiceField::ALL {
            self.drafts.forget(&format!("{}:{}", self.name.get_value(), field.name()));
        }
    }

    /// The service, or everything that has to change: the same rules as on the server.
    ///
    /// # Errors
    /// The faults in the order of the page.
    pub fn read(self, today: NaiveDate) -> Result<NewService, Vec<(ServiceField, Fault)>> {
        let mut faults = Vec::new();
        let typed = |field: ServiceField| self.value(field).get_untracked();
        let mut text = |field: ServiceField, needed: bool| {
            let read = parse(field, &typed(field), needed);
            read.unwrap_or_else(|fault| {
                faults.push((field, fault));
                String::new()
            })
        };
        let (name, does) = (text(ServiceField::Name, true), text(ServiceField::Does, true));
        let (who, contact) = (text(ServiceField::Who, true), text(ServiceField::Contact, true));
        let (web, phone) = (text(ServiceField::Web, true), text(ServiceField::Phone, false));
        let first_question = text(ServiceField::FirstQuestion, false);
        let note = text(ServiceField::Note, false);
        let kind = typed(ServiceField::Kind).parse::<Slug>();
        if kind.is_err() {
            faults.push((ServiceField::Kind, Fault::Choose));
        }
        let regions: Vec<Region> = chosen(&typed(ServiceField::Regions), Region::from_word);
        if regions.is_empty() {
            faults.push((ServiceField::Regions, Fault::Choose));
        }
        let bring = rows(&typed(ServiceField::Bring));
        faults.extend(bring.as_ref().err().map(|fault| (ServiceField::Bring, *fault)));
        faults.sort_by_key(|(field, _)| ServiceField::ALL.iter().position(|one| one == field));
        let (Ok(kind), Ok(bring), true) = (kind, bring, faults.is_empty()) else {
            return Err(faults);
        };
        Ok(NewService {
            lang: self.lang.to_owned(),
            kind,
            name,
            regions,
            themes: chosen(&typed(ServiceField::Themes), Theme::from_word),
            does,
            who,
            bring,
            contact,
            web,
            phone,
            note,
            first_question,
            verified: if self.checked.get_untracked() { Some(today) } else { self.verified },
        })
    }
}

/// The words of a field of a service.
fn words_of(service: &ServiceInfo, field: ServiceField) -> String {
    let words = |words: Vec<&str>| words.join(" ");
    match field {
        ServiceField::Name => service.name.clone(),
        ServiceField::Kind => service.kind.to_string(),
        ServiceField::Regions => words(service.regions.iter().map(|one| one.as_str()).collect()),
        ServiceField::Themes => words(service.themes.iter().map(|one| one.as_str()).collect()),
        ServiceField::Does => service.does.clone(),
        ServiceField::Who => service.who.clone(),
        ServiceField::Bring => service.bring.join("\n"),
        ServiceField::Contact => service.contact.clone(),
        ServiceField::Web => service.web.clone(),
        ServiceField::Phone => service.phone.clone(),
        ServiceField::FirstQuestion => service.first_question.clone(),
        ServiceField::Note => service.note.clone(),
    }
}

fn chosen<T>(words: &str, of: impl Fn(&str) -> T) -> Vec<T> {
    words.split(' ').filter(|word| !word.is_empty()).map(of).collect()
}

/// One thing a line; empty lines are none.
fn rows(typed: &str) -> Result<Vec<String>, Fault> {
    let lines = typed.lines().filter(|line| !line.trim().is_empty());
    let read = lines.map(|line| parse(ServiceField::Bring, line, true));
    let rows = read.collect::<Result<Vec<_>, _>>()?;
    if rows.len() > SERVICE_BRING_MAX { Err(Fault::Rows) } else { Ok(rows) }
}

fn parse(field: ServiceField, typed: &str, needed: bool) -> Result<String, Fault> {
    let parsed = match field {
        ServiceField::Web => parse_link(typed),
        ServiceField::Name | ServiceField::Bring | ServiceField::Phone => parse_line(typed),
        _ => parse_text(typed),
    };
    let words = parsed.map_err(|error| match error {
        TextError::NationalNumber | TextError::CardNumber => Fault::Private,
        error => Fault::Text(error),
    })?;
    let max = field.max();
    if needed && words.is_empty() {
        Err(Fault::Text(TextError::Empty))
    } else if words.chars().count() > max {
        Err(Fault::Text(TextError::TooLong { max }))
    } else if guard::find(&words).is_some() {
        Err(Fault::Private)
    } else {
        Ok(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_a_line() {
        assert_eq!(rows("Carte\n\n  Diplôme  \n"), Ok(vec!["Carte".into(), "Diplôme".into()]));
        assert_eq!(rows(&"a\n".repeat(13)), Err(Fault::Rows));
        assert_eq!(rows("85.07.30-033.28"), Err(Fault::Private));
    }

    #[test]
    fn the_web_page_is_an_address() {
        let read = |typed| parse(ServiceField::Web, typed, true);
        assert_eq!(read("www.leforem.be").as_deref(), Ok("https://www.leforem.be"));
        assert_eq!(read("le forem"), Err(Fault::Text(TextError::NotALink)));
        assert_eq!(read(" "), Err(Fault::Text(TextError::Empty)));
    }

    #[test]
    fn the_server_speaks_of_the_same_fields() {
        let problem = |field: &str, rule| FieldProblem { field: field.into(), rule };
        let found = faults_of(&[
            problem("web", FieldRule::Unknown),
            problem("regions", FieldRule::Unknown),
            problem("who", FieldRule::PrivateNumber),
            problem("nothing", FieldRule::Empty),
        ]);
        assert_eq!(
            found,
            [
                (ServiceField::Regions, Fault::Choose),
                (ServiceField::Who, Fault::Private),
                (ServiceField::Web, Fault::Text(TextError::NotALink)),
            ]
        );
    }
}
