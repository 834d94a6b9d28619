//! Where the search looks for occupations, services and cards, and what weighs more.

use crate::codes::{ANY_SECTOR, Card, codes};
use crate::lang::ByLang;
use crate::occupations::{Occupation, occupations};
use crate::region::Region;
use crate::search::{Field, search};
use crate::services::{Service, services};

/// Occupations for what a person typed, in any of the three languages, theirs first.
#[must_use]
pub fn find_occupations(query: &str, lang: &str, limit: usize) -> Vec<&'static Occupation> {
    search(query, occupations(), limit, |occupation| {
        let mut fields = names(&occupation.name, lang);
        let also = occupation.also.each().into_iter().flat_map(|(_, words)| words);
        fields.extend(also.map(|word| Field::Other(word)));
        fields
    })
}

/// Services for what a person typed; only those of the region when one is given.
#[must_use]
pub fn find_services(
    query: &str,
    lang: &str,
    region: Option<Region>,
    limit: usize,
) -> Vec<&'static Service> {
    let near = services()
        .iter()
        .filter(|service| region.is_none_or(|region| service.regions.contains(&region)));
    search(query, near, limit, |service| {
        let mut fields = names(&service.name, lang);
        fields.push(Field::Body(service.does.in_lang(lang)));
        fields.push(Field::Body(service.who.in_lang(lang)));
        fields.extend(service.note.iter().map(|note| Field::Body(note.in_lang(lang))));
        fields
    })
}

/// Cards for what a person typed; with a sector, its own and those that hold everywhere.
#[must_use]
pub fn find_codes(
    query: &str,
    lang: &str,
    sector: Option<&str>,
    limit: usize,
) -> Vec<&'static Card> {
    let wanted = |card: &&Card| {
        let own = card.sector.as_str();
        sector.is_none_or(|sector| own == sector || own == ANY_SECTOR)
    };
    search(query, codes().iter().filter(wanted), limit, |card| {
        let words = card.words.in_lang(lang);
        let mut fields = vec![Field::Name(&words.situation)];
        let body = [&words.happens, &words.expected, &words.wrong, &words.say];
        fields.extend(body.map(|text| Field::Body(text)));
        fields
    })
}

fn names<'a>(name: &'a ByLang<String>, lang: &str) -> Vec<Field<'a>> {
    let mut fields = vec![Field::Name(name.in_lang(lang))];
    fields.extend(name.each().map(|(_, text)| Field::Other(text)));
    fields
}
