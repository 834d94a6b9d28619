//! The catalogue of steps (M07).

use board::objective::Theme;
use content::{Region, steps};

#[test]
fn there_are_enough_steps_for_every_theme() {
    assert!(steps().len() >= 60, "{} steps", steps().len());
    for theme in Theme::ALL {
        let count = steps().iter().filter(|step| step.theme == *theme).count();
        let least = match theme {
            Theme::Job | Theme::Training | Theme::Diploma | Theme::Language => 7,
            _ => 3,
        };
        assert!(count >= least, "{theme:?}: {count}");
    }
}

#[test]
fn every_step_is_known_once() {
    super::assert_unique(steps().iter().map(|step| step.id.as_str()));
    for step in steps() {
        assert!(step.theme.is_known(), "{}", step.id);
        for (lang, title) in step.title.each() {
            let same = steps().iter().filter(|other| other.title.in_lang(lang) == title).count();
            assert_eq!(same, 1, "{} {lang}: {title}", step.id);
        }
    }
}

#[test]
fn titles_and_reasons_are_short() {
    let words = |text: &str| text.split_whitespace().count();
    for step in steps() {
        for (lang, title) in step.title.each() {
            assert!(words(title) <= 10, "{} {lang}", step.id);
        }
        for (lang, why) in step.why.iter().flat_map(content::Text::each) {
            assert!(words(why) <= 12, "{} {lang}", step.id);
        }
    }
}

#[test]
fn recognition_starts_with_the_question_whether_it_is_needed() {
    let first = steps().iter().find(|step| step.theme == Theme::Diploma).unwrap();
    assert_eq!(first.id.as_str(), "diploma-need");
}

#[test]
fn a_step_of_one_region_is_not_shown_in_another() {
    let actiris = steps().iter().find(|step| step.id.as_str() == "job-register-actiris").unwrap();
    assert!(actiris.is_in(Region::Brussels) && !actiris.is_in(Region::Flanders));
    let cv = steps().iter().find(|step| step.id.as_str() == "job-cv").unwrap();
    assert!(Region::ALL.into_iter().all(|region| cv.is_in(region)));
}
