//! The plain text of a CV.

use typeset::{Cv, cv_text};

use crate::samples::{cv, entry};

#[test]
fn the_plain_text_can_be_pasted_into_a_form() {
    let mut cv = cv();
    cv.sections.truncate(1);
    cv.sections[0].entries.truncate(2);
    cv.profile = " Calme.\r\n\r\n\r\nPonctuelle.\t \n".into();
    let wanted = "\
Asmae El Amrani
Rue Saint-Léonard 118, 4000 Liège
0470 12 34 56
asmae.elamrani@example.be

Calme.

Ponctuelle.

EXPÉRIENCE
Stagiaire aide-soignante, Maison de repos Les Tilleuls, Herstal, sept. 2025 – déc. 2025
- Aider douze résidents à se lever, se laver et manger
- Noter ce que je vois et le dire à l'infirmière
- Préparer les chambres et le linge

Bénévole au goûter du quartier, Service d'entraide familiale, Liège, depuis mars 2024
J'accueille quinze enfants le mercredi. J'aide pour les devoirs.
";
    assert_eq!(cv_text(&cv), wanted);
}

#[test]
fn what_is_empty_leaves_no_trace() {
    assert_eq!(cv_text(&Cv::default()), "");
    let mut cv = Cv { name: "A".into(), sections: cv().sections, ..Cv::default() };
    cv.sections.truncate(1);
    cv.sections[0].title = String::new();
    cv.sections[0].entries = vec![entry("", "", "", ""), entry("", "b", "", "")];
    assert_eq!(cv_text(&cv), "A\n\nb\n");
}
