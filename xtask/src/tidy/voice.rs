//! Words that the product does not say, in any language: they blame, or they hide behind office
//! speech. The list follows the voice of the house.

use super::{File, Finding, has_word};

const BANNED: &[(&str, &[&str])] = &[
    ("fr.toml", &["veuillez", "invalide", "invalides", "obligatoire", "oups"]),
    ("nl.toml", &["gelieve", "ongeldig", "ongeldige", "verplicht", "oeps"]),
    ("en.toml", &["please", "sorry", "invalid", "mandatory", "oops"]),
];

/// The findings in one catalogue.
pub fn check(file: &File) -> Vec<Finding> {
    let Some((_, banned)) = BANNED.iter().find(|(name, _)| file.path.ends_with(name)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        let text = line.split_once('=').map_or(line, |(_, text)| text).to_lowercase();
        let note = line.trim_start().starts_with('#');
        for word in banned.iter().filter(|word| !note && has_word(&text, word)) {
            findings.push(file.finding(number, format!("say it without « {word} »")));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_every_banned_word_in_texts_only() {
        for (path, words) in BANNED {
            for word in *words {
                let text = format!("# {word}\n{word} = \"Rien\"\nkey = \"Tiens, {word} !\"\n");
                let findings = check(&File::sample(path, &text));
                assert_eq!(findings.len(), 1, "{word}");
                assert_eq!(findings[0].line, 3);
            }
        }
        assert!(check(&File::sample("fr.toml", "a = \"Invalidité\"")).is_empty());
    }
}
