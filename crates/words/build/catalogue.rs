//! Reads one language's file and holds it against the source language.
//!
//! Pure, so that the rules have tests: a rule that nobody has seen fail is not a rule.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

/// Stands between the plural forms of one text; never typed by a translator.
pub const FORM_SEPARATOR: char = '\u{1f}';

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// With which pages a text travels; the order of the keys follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The first pages: `locales/*.toml`.
    First,
    /// The other pages of a board: the folders beside them.
    Board,
    /// Pages of a board that are opened now and then: some of those folders (`build.rs`).
    Pages,
    /// The pages of the association: `locales/staff…/`.
    Staff,
    /// With none: what the server alone says, `locales/server…/`.
    Server,
}

/// One text: a plain sentence, or its plural forms in the order of the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// The same words for every number.
    Plain(String),
    /// `one`, (`many`), `other`.
    Plural(Vec<(String, String)>),
}

/// All texts of one language, by dotted key, sorted.
#[derive(Debug)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: String,
    /// Part and dotted key to text.
    pub texts: BTreeMap<(Part, String), Text>,
}

/// Reads the files of one language; every problem is told, not the first one alone.
pub fn parse(tag: &str, sources: &[(Part, String)]) -> Result<Language, Vec<String>> {
    let mut language = Language { tag: tag.to_owned(), texts: BTreeMap::new() };
    let mut problems = Vec::new();
    for (part, source) in sources {
        let table: Table = source.parse().map_err(|error| vec![format!("{tag}.toml: {error}")])?;
        walk(&mut language, *part, &mut problems, "", &table);
    }
    if problems.is_empty() { Ok(language) } else { Err(problems) }
}

fn walk(
    language: &mut Language,
    part: Part,
    problems: &mut Vec<String>,
    prefix: &str,
    table: &Table,
) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
            problems.push(format!("{}: key {key} may only hold a-z, 0-9 and _", language.tag));
        }
        let text = match value {
            Value::String(text) => Text::Plain(text.clone()),
            Value::Table(inner) if is_plural(inner) => plural(&language.tag, &key, inner, problems),
            Value::Table(inner) => {
                walk(language, part, problems, &key, inner);
                continue;
            }
            _ => {
                problems.push(format!("{}: {key} is neither a text nor a table", language.tag));
                continue;
            }
        };
        check_words(&language.tag, &key, &text, problems);
        if language.texts.keys().any(|(_, known)| *known == key) {
            problems.push(format!("{}: {key} stands in two files", language.tag));
        }
        language.texts.insert((part, key), text);
    }
}

fn is_plural(table: &Table) -> bool {
    !table.is_empty() && table.iter().all(|(k, v)| CATEGORIES.contains(&k.as_str()) && v.is_str())
}

/// French may leave out `many` (a million and more): it then reads as `other`.
fn plural(tag: &str, key: &str, table: &Table, problems: &mut Vec<String>) -> Text {
    let (needed, allowed): (&[&str], &[&str]) = match tag {
        "fr" => (&["one", "other"], &["one", "many", "other"]),
        _ => (&["one", "other"], &["one", "other"]),
    };
    for category in needed {
        if !table.contains_key(*category) {
            problems.push(format!("{tag}: {key} lacks the plural form {category}"));
        }
    }
    for category in table.keys() {
        if !allowed.contains(&category.as_str()) {
            problems.push(format!("{tag}: {key} has a form that {tag} does not use: {category}"));
        }
    }
    let forms = allowed.iter().filter_map(|category| {
        Some(((*category).to_owned(), table.get(*category)?.as_str()?.to_owned()))
    });
    Text::Plural(forms.collect())
}

fn check_words(tag: &str, key: &str, text: &Text, problems: &mut Vec<String>) {
    for form in text.forms() {
        if form.trim().is_empty() {
            problems.push(format!("{tag}: {key} is empty"));
        }
        if form.contains(['\\', FORM_SEPARATOR]) {
            problems.push(format!("{tag}: {key} holds a backslash or a control character"));
        }
        if form.matches('{').count() != form.matches('}').count() {
            problems.push(format!("{tag}: {key} has a brace without its twin"));
        }
    }
}

impl Text {
    /// The words of every form.
    pub fn forms(&self) -> Vec<&str> {
        match self {
            Self::Plain(text) => vec![text],
            Self::Plural(forms) => forms.iter().map(|(_, text)| text.as_str()).collect(),
        }
    }

    /// The names between braces, over all forms: "une chose" need not repeat `{n}`. A little word
    /// before a name, as in `{de:name}`, belongs to its language.
    pub fn placeholders(&self) -> BTreeSet<&str> {
        self.forms()
            .into_iter()
            .flat_map(|form| form.split('{').skip(1))
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .map(|name| name.split_once(':').map_or(name, |(_, name)| name))
            .collect()
    }
}

/// Holds every language against the first one.
pub fn compare(languages: &[Language]) -> Result<(), Vec<String>> {
    let Some((source, others)) = languages.split_first() else { return Ok(()) };
    let mut problems = Vec::new();
    for other in others {
        for (place, text) in &source.texts {
            let (_, key) = place;
            match other.texts.get(place) {
                None => problems.push(format!("{}: {key} is missing", other.tag)),
                Some(translated) => compare_text(&other.tag, key, text, translated, &mut problems),
            }
        }
        for place in other.texts.keys().filter(|place| !source.texts.contains_key(*place)) {
            let (_, key) = place;
            problems.push(format!("{}: {key} is not in {}", other.tag, source.tag));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

fn compare_text(tag: &str, key: &str, text: &Text, other: &Text, problems: &mut Vec<String>) {
    if matches!(text, Text::Plain(_)) != matches!(other, Text::Plain(_)) {
        problems.push(format!("{tag}: {key} is plural in one language and plain in the other"));
    }
    if text.placeholders() != other.placeholders() {
        problems.push(format!(
            "{tag}: {key} has the placeholders {:?}, the source has {:?}",
            other.placeholders(),
            text.placeholders()
        ));
    }
}
