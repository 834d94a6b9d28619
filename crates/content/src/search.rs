//! A small search that forgives accents, capitals and typos, for lists of a few hundred texts.
//!
//! Every word typed is held against every word of every field. A word counts as found when it is
//! the same, when it begins a word ("infirm"), when it stands inside one ("chauffeur" in
//! "vrachtwagenchauffeur") or when it is a slip or two away. Only what misses the fewest words is
//! shown, and slips are only forgiven when nothing fits as typed: "je cherche cuisinier" finds
//! cooks, "chauffeur de bus" no taxis, and "soin" nothing about "son".

mod distance;
mod fold;

pub use distance::distance;
pub use fold::fold;

use distance::nearness;

/// Longest query that is read: nobody types more, and time stays bounded.
const QUERY_WORDS: usize = 8;
/// Longest word that is compared, in characters.
const WORD_LETTERS: usize = 40;
/// What a word costs that is found nowhere: more than all words found badly.
const MISSING: usize = 1000;
/// What a word costs that is found after a slip: more than all words found well.
const SLIPPED: usize = 100;
/// What a word like "de" or "un" costs that is missing beside a longer one: it hardly matters.
const LITTLE_MISSING: usize = 9;
/// From how many letters on a word counts.
const COUNTS: usize = 3;

/// A text to look in, by how much it says about the thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field<'a> {
    /// Its name, in the language of the person.
    Name(&'a str),
    /// Another name: a synonym, or the name in another language.
    Other(&'a str),
    /// What is said about it. Typos are not forgiven here: too much would be found.
    Body(&'a str),
}

/// The things that fit what was typed, the best first, at most `limit`. Nothing typed gives the
/// first things as they come.
pub fn search<'a, T>(
    query: &str,
    things: impl IntoIterator<Item = &'a T>,
    limit: usize,
    fields: impl Fn(&'a T) -> Vec<Field<'a>>,
) -> Vec<&'a T> {
    let mut query = words_of(query);
    query.truncate(QUERY_WORDS);
    if query.is_empty() {
        return things.into_iter().take(limit).collect();
    }
    let mut found: Vec<(usize, usize, &'a T)> = things
        .into_iter()
        .filter_map(|thing| {
            let fields = fields(thing);
            cost(&query, &fields).map(|cost| (cost, name_words(&fields), thing))
        })
        .collect();
    // Stable: what costs the same stays in the order of the list.
    found.sort_by_key(|(cost, words, _)| (*cost, *words));
    let fewest = found.first().map_or(0, |(cost, ..)| cost / SLIPPED);
    let near = found.into_iter().take_while(|(cost, ..)| cost / SLIPPED == fewest);
    near.take(limit).map(|(.., thing)| thing).collect()
}

fn words_of(text: &str) -> Vec<Vec<char>> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(WORD_LETTERS).collect())
        .collect()
}

/// A short name that holds the word says more than a long one.
fn name_words(fields: &[Field<'_>]) -> usize {
    fields
        .iter()
        .find_map(|field| match field {
            Field::Name(name) => Some(words_of(name).len()),
            _ => None,
        })
        .unwrap_or(0)
}

fn cost(query: &[Vec<char>], fields: &[Field<'_>]) -> Option<usize> {
    let counting = query.iter().any(|word| word.len() >= COUNTS);
    let unfound = |word: &Vec<char>| {
        if counting && word.len() < COUNTS { LITTLE_MISSING } else { MISSING }
    };
    let mut best: Vec<usize> = query.iter().map(unfound).collect();
    for field in fields {
        let (text, weight) = match field {
            Field::Name(text) => (text, 0),
            Field::Other(text) => (text, 1),
            Field::Body(text) => (text, 2),
        };
        for word in with_joined(words_of(text)) {
            for (typed, best) in query.iter().zip(&mut best) {
                if let Some(way) = way(typed, &word, !matches!(field, Field::Body(_))) {
                    *best = (*best).min(way + weight);
                }
            }
        }
    }
    let counts = |(typed, cost): (&Vec<char>, &usize)| {
        *cost < MISSING && (!counting || typed.len() >= COUNTS)
    };
    query.iter().zip(&best).any(counts).then(|| best.iter().sum())
}

/// The words, and each two neighbours as one: people write "sagefemme" and "aide soignant".
fn with_joined(words: Vec<Vec<char>>) -> Vec<Vec<char>> {
    let joined: Vec<_> = words.windows(2).map(|pair| pair.concat()).collect();
    [words, joined].concat()
}

/// How far a typed word is from a word of a text: 0 the same, `None` another word.
fn way(typed: &[char], word: &[char], forgive: bool) -> Option<usize> {
    if typed == word {
        return Some(0);
    }
    if word.starts_with(typed) {
        return Some(3);
    }
    if !forgive {
        return None;
    }
    if typed.len() >= 4 && word.windows(typed.len()).any(|part| part == typed) {
        return Some(6);
    }
    let slips = match typed.len() {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    if word.len() + slips < typed.len() {
        return None;
    }
    // What lies further on makes the whole word another one anyway.
    let word = &word[..word.len().min(typed.len() + slips + 1)];
    let (whole, begun) = nearness(typed, word);
    if whole <= slips {
        Some(SLIPPED + whole * 3)
    } else if typed.len() >= 5 && begun <= slips {
        Some(SLIPPED + (begun + 3) * 3)
    } else {
        None
    }
}
