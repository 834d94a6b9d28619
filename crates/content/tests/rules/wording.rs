//! How everything shipped reads: short sentences, no word that blames, practices and never peoples.

use content::{Text, codes, occupations, sectors, services, steps};

/// The longest sentence a card may hold; the house aims at twelve words.
const LONGEST_SENTENCE: usize = 15;

const BANNED: [(&str, &[&str]); 3] = [
    ("fr", &["veuillez", "invalide", "obligatoire", "oups", "interdit", "désolé", "désolée"]),
    ("nl", &["gelieve", "ongeldig", "ongeldige", "verplicht", "verplichte", "oeps", "verboden"]),
    ("en", &["please", "sorry", "invalid", "mandatory", "oops", "forbidden"]),
];

/// A card is about work, not about where people come from or what they believe.
const PEOPLES: [(&str, &[&str]); 3] = [
    (
        "fr",
        &[
            "étranger",
            "étrangère",
            "étrangers",
            "immigré",
            "migrant",
            "musulman",
            "musulmane",
            "chrétien",
            "juif",
            "islam",
            "ramadan",
            "culture",
            "cultures",
            "race",
            "ethnie",
            "arabe",
            "africain",
            "africaine",
        ],
    ),
    (
        "nl",
        &[
            "vreemdeling",
            "buitenlander",
            "allochtoon",
            "migrant",
            "moslim",
            "christen",
            "jood",
            "islam",
            "ramadan",
            "cultuur",
            "culturen",
            "ras",
            "arabisch",
            "afrikaan",
        ],
    ),
    (
        "en",
        &[
            "foreigner",
            "immigrant",
            "migrant",
            "muslim",
            "christian",
            "jew",
            "islam",
            "ramadan",
            "culture",
            "cultures",
            "race",
            "arab",
            "african",
            "your country",
        ],
    ),
];

type Texts = Vec<(&'static str, String, &'static str)>;

fn add(texts: &mut Texts, place: &str, text: &'static Text) {
    texts.extend(text.each().map(|(lang, words)| (lang, place.to_owned(), words.as_str())));
}

fn cards() -> Texts {
    let mut texts = Vec::new();
    for card in codes() {
        for (lang, words) in card.words.each() {
            let fields =
                [&words.situation, &words.happens, &words.expected, &words.wrong, &words.say];
            texts.extend(fields.map(|text| (lang, card.id.to_string(), text.as_str())));
        }
    }
    texts
}

fn everything() -> Texts {
    let mut texts = cards();
    for step in steps() {
        add(&mut texts, step.id.as_str(), &step.title);
        step.why.iter().for_each(|why| add(&mut texts, step.id.as_str(), why));
    }
    for service in services() {
        let id = service.id.as_str();
        for text in [&service.name, &service.does, &service.who, &service.contact] {
            add(&mut texts, id, text);
        }
        service.note.iter().chain(&service.first_question).for_each(|it| add(&mut texts, id, it));
        for (lang, things) in service.bring.each() {
            texts.extend(things.iter().map(|thing| (lang, id.to_owned(), thing.as_str())));
        }
    }
    sectors().iter().for_each(|sector| add(&mut texts, sector.id.as_str(), &sector.name));
    occupations().iter().for_each(|it| add(&mut texts, it.id.as_str(), &it.name));
    texts
}

#[test]
fn no_text_is_empty_or_untidy() {
    for (lang, place, text) in everything() {
        assert!(!text.is_empty() && text.trim() == text, "{place} {lang}: {text:?}");
        assert!(!text.contains("  ") && !text.contains('\''), "{place} {lang}: {text}");
        let breaks = [" ?", " !", " :", " ;", " »", "« "].iter().any(|sign| text.contains(sign));
        assert!(lang != "fr" || !breaks, "{place}: a breaking space before a sign: {text}");
    }
}

#[test]
fn sentences_are_short() {
    let mut long = Vec::new();
    for (lang, place, text) in everything() {
        for sentence in text.split(['.', '?', '!', ':', ';', '\n']) {
            let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
            let count = sentence.split_whitespace().filter(is_word).count();
            if count > LONGEST_SENTENCE {
                long.push(format!("{place} {lang}: {count} words: {sentence}"));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

fn found(texts: Texts, banned: [(&str, &[&str]); 3]) -> Vec<String> {
    let mut found = Vec::new();
    for (lang, place, text) in texts {
        let lower = text.to_lowercase();
        let spaced: String =
            lower.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let padded = format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "));
        let (_, words) =
            banned.iter().find(|(known, _)| *known == lang).expect("every language has its list");
        for word in words.iter().filter(|word| padded.contains(&format!(" {word} "))) {
            found.push(format!("{place} {lang}: {word}: {text}"));
        }
    }
    found
}

#[test]
fn no_word_blames() {
    let found = found(everything(), BANNED);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn cards_speak_of_practices_and_never_of_peoples() {
    let found = found(cards(), PEOPLES);
    assert!(found.is_empty(), "{}", found.join("\n"));
}
