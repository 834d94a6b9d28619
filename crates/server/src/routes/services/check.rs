//! The rules of an entry of the directory, and what is stored of it.

use crate::{
    http::{fields::Fields, problem::ApiError},
    store::library::{ServiceRow, ServiceText},
};
use board::{
    protocol::{
        library::{NewService, SERVICE_BRING_MAX, SERVICE_TEXT_MAX},
        problem::FieldRule,
    },
    slug::Slug,
    text::{self, LINE_MAX},
    time::Timestamp,
};
use chrono::DateTime;
use content::ServiceKind;

/// Longest telephone number, in characters.
const PHONE_MAX: usize = 40;

/// A service, cleaned; or every field that breaks a rule at once.
pub(super) fn service(
    id: Slug,
    mut new: NewService,
    now: Timestamp,
) -> Result<ServiceRow, ApiError> {
    let mut fields = Fields::default();
    fields.lang("lang", &new.lang);
    let is_kind = ServiceKind::ALL.iter().any(|kind| kind.as_str() == new.kind.as_str());
    fields.known("kind", is_kind);
    fields.line("name", &mut new.name, LINE_MAX);
    fields.known("regions", !new.regions.is_empty() && new.regions.iter().all(|it| it.is_known()));
    fields.known("themes", new.themes.iter().all(|theme| theme.is_known()));
    fields.needed("does", &mut new.does, SERVICE_TEXT_MAX);
    fields.needed("who", &mut new.who, SERVICE_TEXT_MAX);
    fields.needed("contact", &mut new.contact, SERVICE_TEXT_MAX);
    fields.text("note", &mut new.note, SERVICE_TEXT_MAX);
    fields.text("first_question", &mut new.first_question, SERVICE_TEXT_MAX);
    fields.text("phone", &mut new.phone, PHONE_MAX);
    if new.bring.len() > SERVICE_BRING_MAX {
        fields.note("bring", FieldRule::TooLong);
    }
    for thing in &mut new.bring {
        fields.line("bring", thing, LINE_MAX);
    }
    match text::parse_link(&new.web) {
        Ok(web) if web.is_empty() => fields.note("web", FieldRule::Empty),
        Ok(web) => new.web = web,
        Err(text::TextError::TooLong { .. }) => fields.note("web", FieldRule::TooLong),
        Err(_) => fields.note("web", FieldRule::Unknown),
    }
    let today = DateTime::from_timestamp_millis(now.0).map(|moment| moment.date_naive());
    if new.verified.is_some() && new.verified > today {
        fields.note("verified", FieldRule::NotADay);
    }
    fields.or(row(id, new))
}

fn row(id: Slug, mut new: NewService) -> ServiceRow {
    new.regions.sort();
    new.regions.dedup();
    new.themes.dedup();
    ServiceRow {
        id,
        kind: new.kind,
        regions: new.regions,
        themes: new.themes,
        web: new.web,
        phone: new.phone,
        verified: new.verified,
        texts: vec![ServiceText {
            lang: new.lang,
            name: new.name,
            does: new.does,
            who: new.who,
            bring: new.bring,
            contact: new.contact,
            note: new.note,
            first_question: new.first_question,
        }],
    }
}
