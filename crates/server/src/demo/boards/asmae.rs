//! Asmae and Cécile in Liège: the guided story. Invented people, invented employers.

mod life;

use super::script::Script;
use board::{
    actor::Seat::{Mentee, Mentor},
    application::Stage,
    id::ItemId,
    objective::{Horizon, Theme},
    op::TextField,
    step::Who,
};

/// Eight weeks, up to a comment this morning that each has not read yet.
pub(super) fn tell(story: &mut Script) {
    let cv = life::tell(story);
    objectives(story);
    the_lutins(story, cv);
    other_applications(story);
}

fn objectives(story: &mut Script) {
    let work = story.on(-56).objective(
        "Travailler dans une crèche à Liège",
        Horizon::Medium,
        Theme::Job,
        "J’aime être avec les petits. J’ai gardé mes cousins pendant deux ans.",
    );
    let welcome =
        story.says(Mentor, work, "Quel beau projet, Asmae. On commence par ton CV jeudi ?");
    story.on(-55).sees(Mentee, &[welcome]);
    let cv = story.step(work, "Mettre mon CV à jour", Who::Both, Some(-42));
    let letter = story.step(work, "Relire la lettre de motivation", Who::Mentor, Some(-20));
    story.on(-43).tick(cv);
    story.on(-21).mentor_ticks(letter);
    story.on(-4).step(work, "Préparer l’entretien ensemble", Who::Both, Some(2));
    story.step(work, "Regarder le trajet de bus jusqu’à la crèche", Who::Mentee, Some(1));
    story.step(work, "Demander des conseils à mon amie puéricultrice", Who::Mentor, Some(3));

    let phone = story.on(-35).objective(
        "Oser téléphoner en français",
        Horizon::Short,
        Theme::Language,
        "Je comprends bien, mais au téléphone je panique.",
    );
    let phrases = story.step(phone, "Écrire mes trois phrases pour commencer", Who::Mentee, None);
    story.on(-30).tick(phrases);
    let practice = story.step(phone, "Un appel d’essai avec Cécile", Who::Both, Some(-14));
    story.on(-14).tick(practice);
    let tip = story.says(Mentor, phone, "Tu as très bien parlé. Souris, ça s’entend !");
    story.on(-13).sees(Mentee, &[tip]);
    story.step(phone, "Appeler la maison de jeunes pour les horaires", Who::Mentee, Some(0));

    let diploma = story.on(-28).objective(
        "Faire reconnaître mon diplôme",
        Horizon::Long,
        Theme::Diploma,
        "Équivalence du certificat du Maroc, pour étudier plus tard.",
    );
    let papers = story.step(diploma, "Rassembler mes bulletins", Who::Mentee, Some(-7));
    story.on(-9).tick(papers);
    story.step(diploma, "Demander le prix des traductions", Who::Both, Some(12));
    story.step(diploma, "Envoyer le dossier d’équivalence", Who::Mentee, Some(40));

    let card = story.on(-20).private_objective(
        "Renouveler ma carte de séjour",
        Horizon::Short,
        Theme::Paperwork,
    );
    let photos = story.step(card, "Faire des photos d’identité", Who::Mentee, Some(-10));
    story.on(-11).tick(photos);
    story.step(card, "Prendre rendez-vous à la commune", Who::Mentee, Some(5));
}

fn the_lutins(story: &mut Script, cv: ItemId) {
    let lutins =
        story.on(-24).application("Crèche Les Lutins", "Puéricultrice, mi-temps", Stage::ToApply);
    story.write(lutins, TextField::Source, "Affiche à la maison de quartier");
    story.write(lutins, TextField::Contact, "Madame Peeters, directrice");
    story.write(lutins, TextField::Place, "Rue Saint-Gilles, Liège");
    story.on(-20).attach(lutins, cv);
    story.stage(lutins, Stage::Sent);
    story.on(-12).stage(lutins, Stage::FollowedUp);
    let call = story.says(Mentee, lutins, "J’ai téléphoné ! La dame était gentille.");
    story.on(-11).sees(Mentor, &[call]);
    let bravo =
        story.says(Mentor, lutins, "Bravo, c’était ton premier appel. Je suis fière de toi.");
    story.on(-10).sees(Mentee, &[bravo]);
    story.on(-4).stage(lutins, Stage::Interview);
    story.write(
        lutins,
        TextField::Notes,
        "Entretien jeudi à 10 h.\nApporter le CV et le certificat de stage.",
    );
    story.next(lutins, "Aller à l’entretien", 4);
    story.on(-1).says(
        Mentee,
        lutins,
        "On me demande d’expliquer pourquoi j’aime ce travail. Tu m’aides ?",
    );
    // This morning; Asmae has not read it yet.
    story.on(0).says(
        Mentor,
        lutins,
        "Bien sûr. Pense à ta petite cousine et au jeu des couleurs : raconte-le tout simplement.",
    );
}

fn other_applications(story: &mut Script) {
    let boat = story.on(-16).application(
        "Crèche Le Petit Bateau",
        "Accueillante d’enfants",
        Stage::ToApply,
    );
    story.write(boat, TextField::Link, "https://exemple.be/offres/petit-bateau");
    story.write(boat, TextField::Source, "Site du Forem");
    story.on(-9).stage(boat, Stage::Sent);

    let school = story.on(-6).application(
        "École communale de Sclessin",
        "Aide à la garderie",
        Stage::ToApply,
    );
    story.write(school, TextField::Place, "Sclessin");
    story.next(school, "Écrire la lettre avec Cécile", 3);

    let holiday =
        story.on(-45).application("Plaine de jeux d’Outremeuse", "Animatrice d’été", Stage::Sent);
    story.on(-33).stage(holiday, Stage::Refused);
    let kind = story.says(Mentor, holiday, "Ils gardent ton CV pour Pâques, c’est déjà bien.");
    story.on(-32).sees(Mentee, &[kind]);

    let halt =
        story.on(-30).application("Halte-accueil La Bulle", "Volontaire le mercredi", Stage::Idea);
    story.on(-26).stage(halt, Stage::Sent);
    story.on(-19).stage(halt, Stage::Accepted);
    story.on(-2).application(
        "Crèche communale de Bressoux",
        "Puéricultrice, remplacement",
        Stage::Idea,
    );
}
