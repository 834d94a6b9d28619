//! One document of each kind, as people of the product would make it.

use typeset::{Cv, CvEntry, CvSection, Sheet, SheetSection, Table};

/// An entry of a CV.
pub fn entry(title: &str, place: &str, period: &str, text: &str) -> CvEntry {
    CvEntry { title: title.into(), place: place.into(), period: period.into(), text: text.into() }
}

fn section(title: &str, entries: Vec<CvEntry>) -> CvSection {
    CvSection { title: title.into(), entries }
}

/// The CV of somebody of twenty.
pub fn cv() -> Cv {
    Cv {
        lang: "fr-BE".into(),
        name: "Asmae El Amrani".into(),
        contact: [
            "Rue Saint-Léonard 118, 4000 Liège",
            "0470 12 34 56",
            "asmae.elamrani@example.be",
        ]
        .map(Into::into)
        .to_vec(),
        profile: "Aide-soignante en formation, calme et ponctuelle. Je cherche un premier emploi \
                  ou un stage auprès de personnes âgées, à Liège ou à Herstal. Je suis libre tout \
                  de suite."
            .into(),
        sections: vec![
            section(
                "Expérience",
                vec![
                    entry(
                        "Stagiaire aide-soignante",
                        "Maison de repos Les Tilleuls, Herstal",
                        "sept. 2025 – déc. 2025",
                        "- Aider douze résidents à se lever, se laver et manger\n- Noter ce que \
                         je vois et le dire à l'infirmière\n- Préparer les chambres et le linge",
                    ),
                    entry(
                        "Bénévole au goûter du quartier",
                        "Service d'entraide familiale, Liège",
                        "depuis mars 2024",
                        "J'accueille quinze enfants le mercredi. J'aide pour les devoirs.",
                    ),
                    entry(
                        "Vendeuse (job d'été)",
                        "Boulangerie Dubois, Liège",
                        "juillet et août 2023",
                        "Servir les clients, tenir la caisse, ranger le magasin.",
                    ),
                ],
            ),
            section(
                "Formation",
                vec![
                    entry(
                        "Aide-soignante, 7e professionnelle",
                        "Institut Sainte-Julienne, Liège",
                        "2024 – 2025",
                        "",
                    ),
                    entry("Premiers secours (BEPS)", "Croix-Rouge de Belgique", "mai 2025", ""),
                ],
            ),
            section("Loisirs", vec![CvEntry::default()]),
            section(
                "Langues",
                vec![entry(
                    "",
                    "",
                    "",
                    "Français : je parle et j'écris très bien\nArabe : ma première langue\n\
                     Néerlandais : je comprends un peu",
                )],
            ),
        ],
    }
}

/// A CV in Arabic: everything begins on the right.
pub fn arabic_cv() -> Cv {
    Cv {
        lang: "ar".into(),
        name: "أسماء بن علي".into(),
        contact: vec!["شارع سان ليونار 118، لييج".into(), "0470 12 34 56".into()],
        profile: "مساعدة تمريض، أبحث عن عمل أو تدريب في لييج (Liège) منذ 2024.".into(),
        sections: vec![section(
            "الخبرة",
            vec![entry(
                "متدربة",
                "Maison de repos Les Tilleuls",
                "2024 – 2025",
                "- مساعدة المقيمين\n- ترتيب الغرف",
            )],
        )],
    }
}

/// A proof of search of several pages.
pub fn table() -> Table {
    let employers = ["CHU de Liège", "Maison de repos Les Tilleuls", "Commune de Saint-Nicolas"];
    let results = ["Pas de réponse", "Entretien le 3 novembre à 14 h", "Refus", "En attente"];
    let row = |at: usize| {
        let employer = employers[at % employers.len()];
        let result = results[at % results.len()];
        let how = "Sur place, avec mon CV";
        [&format!("{} oct. 2026", at % 30 + 1), employer, "Aide-soignante", how, result]
            .map(|cell| cell.to_owned())
            .to_vec()
    };
    Table {
        lang: "fr".into(),
        title: "Preuve de mes recherches d'emploi".into(),
        person: "Asmae El Amrani".into(),
        period: "Du 1er septembre au 22 novembre 2026".into(),
        columns: ["Date", "Employeur", "Travail", "Comment", "Résultat"].map(Into::into).to_vec(),
        rows: (0..60).map(row).collect(),
        notes: vec!["Cette liste contient ce que j'ai choisi de montrer.".into()],
        made_on: "Fait le 22 novembre 2026".into(),
    }
}

/// The page of a meeting.
pub fn sheet() -> Sheet {
    let section = |heading: &str, lines: &[&str]| SheetSection {
        heading: heading.into(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
    };
    Sheet {
        lang: "fr".into(),
        title: "Notre rencontre du jeudi 26 mars, 14 h".into(),
        lead: "Asmae et Cécile, à la bibliothèque. Une heure.".into(),
        sections: vec![
            section(
                "Depuis la dernière fois",
                &["Asmae a envoyé deux lettres.", "Le CPAS a répondu : rendez-vous le 2 avril."],
            ),
            section(
                "Questions ouvertes",
                &["- Faut-il le permis pour ce travail ?", "- Comment dire que je cherche ?"],
            ),
            section("Rien ici", &["", "  "]),
            section(
                "Les trois prochaines étapes",
                &[
                    "☐ Appeler la maison de repos (Asmae, avant lundi)",
                    "☐ Relire la lettre (Cécile, avant mercredi)",
                    "☐ Préparer l'entretien ensemble",
                ],
            ),
        ],
    }
}
