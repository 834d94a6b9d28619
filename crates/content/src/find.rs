//! Where the search looks for occupations, and what weighs more. Services and cards live in the
//! database once the program runs, and are searched there.

use crate::lang::ByLang;
use crate::occupations::{Occupation, occupations};
use crate::search::{Field, search};

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

fn names<'a>(name: &'a ByLang<String>, lang: &str) -> Vec<Field<'a>> {
    let mut fields = vec![Field::Name(name.in_lang(lang))];
    fields.extend(name.each().map(|(_, text)| Field::Other(text)));
    fields
}
