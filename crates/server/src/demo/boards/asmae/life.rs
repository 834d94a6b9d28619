//! The rest of Asmae and Cécile's eight weeks: what they agreed, when they met, the two versions
//! of a CV, services, codes of the trade, and what each keeps to herself.

use super::super::script::Script;
use board::{
    actor::Seat::{Mentee, Mentor},
    code_mark::Mark,
    cv::{CvSection, Review},
    id::ItemId,
    key_date::KeyDateKind,
    meeting::MeetingHow,
    objective::{Horizon, Theme},
    pulse::{Face, PulseSeenBy},
    referral::{ReferralMode, ReferralOutcome, Went},
};

pub(super) fn tell(story: &mut Script) -> ItemId {
    together(story);
    services(story);
    codes(story);
    for_oneself(story);
    cvs(story)
}

fn together(story: &mut Script) {
    story.on(-56).agreement("Trouver une formation ou un travail avec des enfants.");
    story.project("education", "childcare-worker", "Travailler avec les tout-petits.");
    for (day, minutes) in [(-56, 90), (-49, 120), (-42, 120), (-35, 90), (-21, 120), (-14, 60)] {
        story.on(day).met(MeetingHow::InPerson, minutes);
    }
    story.on(-28).excused();
    story.on(-7).met(MeetingHow::Phone, 45);
    story.on(-6).will_meet(3, 14, "Bibliothèque des Chiroux", "Préparer l’entretien aux Lutins.");
    let visit = "Visiter une école de puériculture";
    story.on(-2).idea(visit, Horizon::Short, Theme::Training);
}

fn services(story: &mut Script) {
    let forem =
        story.on(-40).refer("forem", "Le Forem", Theme::Job, ReferralMode::CalledTogether, -36);
    story.on(-36).went(forem, Went::Went);
    story.outcome(forem, ReferralOutcome::Registered);
    let diploma = story.on(-12).refer(
        "diploma-secondary-fwb",
        "Équivalence des diplômes",
        Theme::Diploma,
        ReferralMode::Told,
        -8,
    );
    story.on(-8).asks(Mentee, diploma, "Faut-il une traduction jurée de tout ?");
}

fn codes(story: &mut Script) {
    let papers =
        story.on(-18).mark("any", "any-first-call", "Le premier appel à un employeur", Mark::Tried);
    let bravo = story.says(Mentor, papers, "Tu vois, la phrase du début aide beaucoup.");
    story.on(-17).sees(Mentee, &[bravo]);
    story.on(-5).mark(
        "education",
        "education-pickup",
        "Une personne inconnue vient chercher l’enfant",
        Mark::New,
    );
}

fn for_oneself(story: &mut Script) {
    story.on(-25).contact(
        "Fatiha",
        "Une amie de ma mère, puéricultrice",
        "Elle connaît la crèche de Bressoux.",
        -15,
    );
    story.on(-20).key_date(KeyDateKind::Permit, "Ma carte de séjour", 34);
    story.on(-30).pulse(Face::Well, PulseSeenBy::Duo);
    story.on(-14).note(Mentor, "Lui demander comment va le téléphone. Ne pas presser.");
}

/// Two versions; the second one is what employers get.
fn cvs(story: &mut Script) -> ItemId {
    let first = story.on(-48).cv(1, "Mon premier CV", "Je cherche un travail avec des enfants.");
    let animation = ["Animatrice bénévole", "Maison de jeunes, Liège", "2024", ""];
    story.entry(first, CvSection::Experience, animation);
    story.review(Mentee, first, Review::Asked);
    let praise = "Très bien ! Ajoute ce que tu faisais avec les enfants.";
    let praise = story.on(-46).says(Mentor, first, praise);
    story.review(Mentor, first, Review::Commented);
    story.on(-45).sees(Mentee, &[praise]);
    let second = story.on(-44).cv(
        2,
        "CV crèches",
        "Patiente et souriante, j’aime accompagner les tout-petits. Je parle trois langues.",
    );
    for (section, words) in [
        (
            CvSection::Experience,
            [
                "Animatrice bénévole",
                "Maison de jeunes, Liège",
                "2024 – 2025",
                "Ateliers de dessin pour douze enfants de trois à six ans.",
            ],
        ),
        (
            CvSection::Experience,
            ["Garde d’enfants", "En famille, Tétouan et Liège", "2021 – 2023", ""],
        ),
        (CvSection::Education, ["Baccalauréat", "Lycée, Tétouan", "2023", ""]),
        (CvSection::Education, ["Premiers secours", "Croix-Rouge, Liège", "2025", ""]),
        (CvSection::Skills, ["Raconter, chanter, calmer", "", "", ""]),
        (CvSection::Languages, ["Français : bien", "", "", ""]),
        (CvSection::Languages, ["Arabe et espagnol : très bien", "", "", ""]),
    ] {
        story.entry(second, section, words);
    }
    story.on(-43).review(Mentor, second, Review::Ready);
    second
}
