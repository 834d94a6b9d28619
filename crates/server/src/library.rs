//! What the product ships with, on its way into the database: cards and services, which people
//! may change there. Steps, sectors and occupations never change and stay in the program.

use crate::store::{
    Store, StoreError,
    library::{CardText, ServiceRow, ServiceText, ShippedCard},
};
use board::{protocol::library::Region, slug::Slug, time::Timestamp};
use content::{ByLang, Card, CardWords, Service};

/// Takes in the shipped cards and services that this database has not seen.
///
/// # Errors
/// When the store does not do its part.
pub async fn fill(store: &dyn Store, now: Timestamp) -> Result<(), StoreError> {
    let cards = content::codes().iter().map(card).collect();
    let services = content::services().iter().map(service).collect();
    store.ship(cards, services, now).await
}

/// The region as it travels.
#[must_use]
pub fn region(region: content::Region) -> Region {
    Region::from_word(region.as_str())
}

fn card(card: &Card) -> ShippedCard {
    let text = |(lang, words): (&str, &CardWords)| CardText {
        lang: lang.to_owned(),
        situation: words.situation.clone(),
        happens: words.happens.clone(),
        expected: words.expected.clone(),
        wrong: words.wrong.clone(),
        say: words.say.clone(),
    };
    let texts = card.words.each().map(text).into();
    ShippedCard { id: card.id.clone(), sector: card.sector.clone(), texts }
}

fn service(service: &Service) -> ServiceRow {
    let kind = service.kind.as_str().parse::<Slug>();
    let optional = |text: &Option<ByLang<String>>, lang: &str| {
        text.as_ref().map(|text| text.in_lang(lang).clone()).unwrap_or_default()
    };
    let text = |(lang, name): (&str, &String)| ServiceText {
        lang: lang.to_owned(),
        name: name.clone(),
        does: service.does.in_lang(lang).clone(),
        who: service.who.in_lang(lang).clone(),
        bring: service.bring.in_lang(lang).clone(),
        contact: service.contact.in_lang(lang).clone(),
        note: optional(&service.note, lang),
        first_question: optional(&service.first_question, lang),
    };
    ServiceRow {
        id: service.id.clone(),
        kind: kind.expect("the words of the kinds are short names"),
        regions: service.regions.iter().copied().map(region).collect(),
        themes: service.themes.clone(),
        web: service.web.clone(),
        phone: service.phone.clone().unwrap_or_default(),
        verified: service.verified,
        texts: service.name.each().map(text).into(),
    }
}
