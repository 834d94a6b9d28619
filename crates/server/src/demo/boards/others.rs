//! The other demo boards: shorter, each at another point of the way. Invented people.

use super::script::Script;
use board::{
    actor::Seat::{Mentee, Mentor},
    application::Stage,
    meeting::MeetingHow,
    objective::{Horizon, Theme},
    op::TextField,
    step::Who,
};

pub(super) fn cook(story: &mut Script) {
    story.on(-27).agreement("Se voir chaque mercredi.");
    for day in [-27, -20, -13, -6] {
        story.on(day).met(MeetingHow::InPerson, 60);
    }
    story.on(-5).will_meet(2, 18, "", "");
    let job = story.on(-28).objective(
        "Devenir commis de cuisine",
        Horizon::Medium,
        Theme::Job,
        "Je cuisine pour ma famille depuis toujours.",
    );
    let hygiene = story.step(job, "M’inscrire à la formation hygiène", Who::Mentee, Some(-14));
    story.on(-15).tick(hygiene);
    story.step(job, "Imprimer cinq CV", Who::Both, Some(-3));
    let brasserie =
        story.on(-12).application("Brasserie du Canal", "Commis de cuisine", Stage::Sent);
    story.write(brasserie, TextField::Place, "Charleroi");
    story.on(-3).stage(brasserie, Stage::Trial);
    let shift = story.says(Mentee, brasserie, "Jour d’essai samedi, je suis stressé.");
    story.on(-2).sees(Mentor, &[shift]);
    story.says(Mentor, brasserie, "Arrive dix minutes avant et pose des questions. Tout ira bien.");
}

pub(super) fn begun(story: &mut Script) {
    let first = story.on(-1).objective(
        "Trouver une formation en soudure",
        Horizon::Medium,
        Theme::Training,
        "",
    );
    story.step(first, "Regarder les séances d’info à Verviers", Who::Both, Some(6));
}

pub(super) fn warehouse(story: &mut Script) {
    let job = story.on(-40).objective(
        "Vast werk in een magazijn",
        Horizon::Short,
        Theme::Job,
        "Liefst met de fiets bereikbaar.",
    );
    let licence = story.step(job, "Attest heftruck halen", Who::Mentee, Some(-10));
    story.on(-11).tick(licence);
    story.step(job, "Sollicitatiegesprek oefenen", Who::Both, Some(2));
    let dutch =
        story.on(-38).objective("Beter Nederlands spreken", Horizon::Long, Theme::Language, "");
    story.step(dutch, "Elke dinsdag naar de babbelgroep", Who::Mentee, None);
    let harbour = story.on(-20).application("Havenlogistiek Noord", "Orderpicker", Stage::ToApply);
    story.write(harbour, TextField::Source, "Jobbeurs in Deurne");
    story.on(-18).stage(harbour, Stage::Sent);
    story.on(-5).stage(harbour, Stage::Interview);
    let ready = story.says(Mentor, harbour, "Zullen we maandag samen het gesprek voorbereiden?");
    story.on(-4).sees(Mentee, &[ready]);
    story.says(Mentee, harbour, "Ja graag, om 17 uur?");
    let shop =
        story.on(-25).application("Fietsatelier De Spaak", "Hulp in het magazijn", Stage::Sent);
    story.on(-10).stage(shop, Stage::NoAnswer);
}

pub(super) fn care(story: &mut Script) {
    let job = story.on(-175).objective(
        "Werken als zorgkundige in Gent",
        Horizon::Medium,
        Theme::Job,
        "Ik heb thuis voor mijn oma gezorgd.",
    );
    let course = story.step(job, "Opleiding zorgkundige afmaken", Who::Mentee, Some(-60));
    let letter = story.step(job, "Brief nalezen", Who::Mentor, Some(-50));
    story.on(-62).tick(course);
    story.on(-52).mentor_ticks(letter);
    let home = story.on(-50).application("Woonzorgcentrum De Linde", "Zorgkundige", Stage::Sent);
    story.on(-40).stage(home, Stage::Interview);
    story.on(-33).stage(home, Stage::Offer);
    story.on(-30).stage(home, Stage::Accepted);
    story.reach(job, "Contract van onbepaalde duur!");
    let party = story.says(Mentor, job, "Wat heb je dat goed gedaan. Proficiat!");
    story.on(-29).sees(Mentee, &[party]);
}

pub(super) fn programmer(story: &mut Script) {
    let job = story.on(-21).objective(
        "Find a first job as a web developer",
        Horizon::Medium,
        Theme::Job,
        "I taught myself and finished a six-month course.",
    );
    let portfolio = story.step(job, "Put two projects online", Who::Mentee, Some(-7));
    story.on(-8).tick(portfolio);
    story.step(job, "Show the CV to somebody who hires", Who::Mentor, Some(4));
    let studio =
        story.on(-9).application("Studio Meridian", "Junior web developer", Stage::ToApply);
    story.write(studio, TextField::Link, "https://example.com/jobs/junior");
    story.on(-3).stage(studio, Stage::Sent);
    story.says(Mentee, studio, "Sent it! They answer within two weeks.");
    story.on(-2).private_objective("Pay back my cousin", Horizon::Long, Theme::Money);
}
