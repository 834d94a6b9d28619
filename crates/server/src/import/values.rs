//! What people write for a language, a rhythm, a sector: the word in French, Dutch or English.

use board::slug::Slug;
use content::fold;
use words::Lang;

/// The language tag of a word.
pub(super) fn lang(text: &str) -> Option<&'static str> {
    let lang = match fold(text).as_str() {
        "fr" | "francais" | "francaise" | "frans" | "french" => Lang::Fr,
        "nl" | "neerlandais" | "nederlands" | "dutch" => Lang::Nl,
        "en" | "anglais" | "engels" | "english" => Lang::En,
        _ => return None,
    };
    Some(lang.tag())
}

/// Days between two meetings.
pub(super) fn cadence(text: &str) -> Option<u16> {
    let folded = fold(text);
    let words = folded.split_whitespace().collect::<Vec<_>>();
    let days = match words[..] {
        ["chaque" | "elke" | "every", "semaine" | "week"]
        | ["hebdomadaire" | "wekelijks" | "weekly"] => 7,
        ["toutes", "les", "deux" | "2", "semaines"]
        | ["om", "de", "twee" | "2", "weken"]
        | ["every", "two" | "2", "weeks"]
        | ["bimensuel" | "tweewekelijks" | "fortnightly"] => 14,
        ["chaque" | "elke" | "every", "mois" | "maand" | "month"]
        | ["mensuel" | "maandelijks" | "monthly"] => 30,
        [number] | [number, "jours" | "jour" | "dagen" | "dag" | "days" | "day" | "j" | "d"] => {
            number.parse().ok()?
        }
        _ => return None,
    };
    Some(days)
}

/// The sector of a name.
pub(super) fn sector(text: &str) -> Option<Slug> {
    let folded = fold(text);
    let is = |sector: &&content::Sector| {
        sector.id.as_str() == folded
            || sector.name.each().iter().any(|(_, name)| fold(name) == folded)
    };
    content::sectors().iter().find(is).map(|sector| sector.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_three_languages_are_understood() {
        assert_eq!(
            (lang("Français"), lang("NEDERLANDS"), lang("klingon")),
            (Some("fr"), Some("nl"), None)
        );
        assert_eq!(cadence("Toutes les deux semaines"), Some(14));
        assert_eq!(
            (cadence("wekelijks"), cadence("10 jours"), cadence("souvent")),
            (Some(7), Some(10), None)
        );
        assert_eq!(sector("bouw"), sector("Construction"));
        assert!(sector("Construction").is_some() && sector("piraterie").is_none());
    }
}
