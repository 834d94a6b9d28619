//! Which steps of the catalogue fit a theme, a region and a few typed letters. Pure.

use board::{
    objective::Theme,
    protocol::library::{CatalogueStep, Region},
};

/// What the person looks for; nothing chosen lets everything through.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wanted {
    pub(super) theme: Option<Theme>,
    pub(super) region: Option<Region>,
    pub(super) typed: String,
}

/// Steps on one theme.
pub(super) type Group = (Theme, Vec<CatalogueStep>);

/// The steps that fit, theme by theme; the theme of the objective comes first.
pub(super) fn fitting(
    steps: &[CatalogueStep],
    wanted: &Wanted,
    first: Option<&Theme>,
) -> Vec<Group> {
    let words = fold(&wanted.typed);
    let words = words.split_whitespace().collect::<Vec<_>>();
    let fits = |step: &CatalogueStep| {
        let region = wanted.region.as_ref();
        let here =
            step.regions.is_empty() || region.is_none_or(|region| step.regions.contains(region));
        let text = fold(&format!("{} {}", step.title, step.why));
        let theme = wanted.theme.as_ref().is_none_or(|theme| *theme == step.theme);
        theme && here && words.iter().all(|word| text.contains(word))
    };
    let rest = Theme::ALL.iter().filter(|theme| Some(*theme) != first);
    let themes = first.into_iter().chain(rest);
    let group = |theme: &Theme| {
        let steps = steps.iter().filter(|step| step.theme == *theme && fits(step));
        (theme.clone(), steps.cloned().collect::<Vec<_>>())
    };
    themes.map(group).filter(|(_, steps)| !steps.is_empty()).collect()
}

/// Small letters without accents, so that "elec" finds "Électricien". The letters of French,
/// Dutch and English; any other stays as it is.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'à' | 'á' | 'â' | 'ä' => "a",
            'ç' => "c",
            'è' | 'é' | 'ê' | 'ë' => "e",
            'ì' | 'í' | 'î' | 'ï' => "i",
            'ò' | 'ó' | 'ô' | 'ö' => "o",
            'ù' | 'ú' | 'û' | 'ü' => "u",
            'ÿ' => "y",
            'æ' => "ae",
            'œ' => "oe",
            '’' => "'",
            // Accents that some keyboards send after the letter.
            '\u{300}'..='\u{36f}' => "",
            other => {
                folded.push(other);
                continue;
            }
        };
        folded.push_str(plain);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(id: &str, theme: Theme, title: &str, regions: &[Region]) -> CatalogueStep {
        let regions = regions.to_vec();
        CatalogueStep {
            id: id.parse().unwrap(),
            theme,
            title: title.into(),
            why: String::new(),
            regions,
        }
    }

    fn catalogue() -> Vec<CatalogueStep> {
        vec![
            step("a", Theme::Job, "M’inscrire chez Actiris", &[Region::Brussels]),
            step("b", Theme::Job, "M’inscrire au Forem", &[Region::Wallonia]),
            step("c", Theme::Diploma, "Demander l’équivalence", &[]),
        ]
    }

    fn found(wanted: &Wanted, first: Option<&Theme>) -> Vec<String> {
        let groups = fitting(&catalogue(), wanted, first);
        groups.into_iter().flat_map(|(_, steps)| steps).map(|step| step.id.to_string()).collect()
    }

    #[test]
    fn the_theme_of_the_objective_comes_first() {
        assert_eq!(found(&Wanted::default(), None), ["a", "b", "c"]);
        assert_eq!(found(&Wanted::default(), Some(&Theme::Diploma)), ["c", "a", "b"]);
        let job = Wanted { theme: Some(Theme::Job), ..Wanted::default() };
        assert_eq!(found(&job, Some(&Theme::Job)), ["a", "b"]);
    }

    #[test]
    fn what_exists_everywhere_fits_every_region() {
        let region = Some(Region::Wallonia);
        assert_eq!(found(&Wanted { region, ..Wanted::default() }, None), ["b", "c"]);
    }

    #[test]
    fn accents_capitals_and_the_order_of_words_do_not_matter() {
        for typed in ["EQUIVALENCE", "équiv dem", "e\u{301}quiva", " l'equi "] {
            assert_eq!(found(&Wanted { typed: typed.into(), ..Wanted::default() }, None), ["c"]);
        }
        assert!(found(&Wanted { typed: "pain".into(), ..Wanted::default() }, None).is_empty());
    }
}
