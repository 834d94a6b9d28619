//! What the association keeps of the person beside the boards, on the page of all data.

use super::{dated, list};
use crate::{local, pages::Texts};
use board::{
    office::{
        consent::Purpose,
        demographics::Demographics,
        follow_up::FollowUpAnswer,
        look::Looked,
        outcome::{Outcome, OutcomeKind},
    },
    protocol::{consents::ConsentInfo, my_data::MyOffice},
};
use maud::{Markup, html};
use words::Key;

pub(super) fn markup(texts: Texts<'_>, office: &MyOffice) -> Markup {
    html! {
        (list(texts, Key::LooksTitle, office.looks.iter().map(|look| {
            let name = if look.by.is_empty() { texts.get(Key::LooksNobody) } else { &look.by };
            let values = [("name", name), ("what", texts.get(looked(look.what)))];
            html! { (local::written(look.on)) ", " (texts.fill(Key::LooksLine, &values)) }
        })))
        (list(texts, Key::ConsentTitle, office.consents.iter().map(|one| consent(texts, one))))
        (list(texts, Key::DataOfficeDemographics,
            office.answers.iter().flat_map(|answers| given(texts, answers))))
        (list(texts, Key::DataOfficeOutcomes,
            office.outcomes.iter().map(|outcome| began(texts, outcome))))
        (list(texts, Key::DataOfficeFollowUps, office.follow_ups.iter().map(|one| {
            let month = one.month.to_string();
            let values = [("n", month.as_str()), ("what", texts.get(answered(one.answer)))];
            html! { (local::written(one.on)) ", " (texts.fill(Key::DataOfficeAnswered, &values)) }
        })))
    }
}

fn looked(what: Looked) -> Key {
    match what {
        Looked::DuoPage => Key::LooksWhatDuoPage,
        Looked::PersonPage => Key::LooksWhatPersonPage,
        Looked::Demographics => Key::LooksWhatDemographics,
        Looked::Outcomes => Key::LooksWhatOutcomes,
        Looked::FollowUps => Key::LooksWhatFollowUps,
        Looked::Export => Key::LooksWhatExport,
        Looked::NewCode => Key::LooksWhatNewCode,
        Looked::Matching => Key::LooksWhatMatching,
    }
}

fn consent(texts: Texts<'_>, info: &ConsentInfo) -> Markup {
    let name = match info.purpose {
        Purpose::FollowUp => Key::ConsentFollowUp,
        Purpose::Demographics => Key::ConsentDemographics,
        Purpose::Story => Key::ConsentStory,
        Purpose::Letters => Key::ConsentLetters,
    };
    let state = match (&info.given, info.withdrawn) {
        (Some(given), _) => dated(texts, Key::ConsentGivenOn, given.at),
        (None, Some(at)) => dated(texts, Key::DataOfficeWithdrawn, at),
        (None, None) => texts.get(Key::ConsentNotAsked).to_owned(),
    };
    html! { (texts.get(name)) ", " (state) }
}

/// Each question that was answered, with the answer as it is kept.
fn given(texts: Texts<'_>, answers: &Demographics) -> Vec<Markup> {
    let Demographics {
        gender,
        age,
        education,
        diploma_abroad,
        status,
        nationality,
        unemployment,
        pes,
    } = *answers;
    let all = [
        (Key::DemographicsGender, gender.map(|it| it.as_str())),
        (Key::DemographicsAge, age.map(|it| it.as_str())),
        (Key::DemographicsEducation, education.map(|it| it.as_str())),
        (Key::DemographicsAbroad, diploma_abroad.map(|it| it.as_str())),
        (Key::DemographicsStatus, status.map(|it| it.as_str())),
        (Key::DemographicsNationality, nationality.map(|it| it.as_str())),
        (Key::DemographicsUnemployment, unemployment.map(|it| it.as_str())),
        (Key::DemographicsPes, pes.map(|it| it.as_str())),
    ];
    let line = |(key, word): (Key, Option<&'static str>)| {
        word.map(|word| html! { (texts.get(key)) ": " code { (word) } })
    };
    all.into_iter().filter_map(line).collect()
}

fn began(texts: Texts<'_>, outcome: &Outcome) -> Markup {
    let kind = match outcome.kind {
        OutcomeKind::Job => Key::OutcomeKindJob,
        OutcomeKind::Training => Key::OutcomeKindTraining,
        OutcomeKind::Internship => Key::OutcomeKindInternship,
        OutcomeKind::Studies => Key::OutcomeKindStudies,
        OutcomeKind::SelfEmployment => Key::OutcomeKindSelf,
    };
    let since = local::written(outcome.start);
    html! { (texts.get(kind)) ", " (texts.fill(Key::DataPrintSince, &[("date", &since)])) }
}

fn answered(answer: FollowUpAnswer) -> Key {
    match answer {
        FollowUpAnswer::InJob => Key::AskInJob,
        FollowUpAnswer::InTraining => Key::AskInTraining,
        FollowUpAnswer::InInternship => Key::AskInInternship,
        FollowUpAnswer::InStudies => Key::AskInStudies,
        FollowUpAnswer::SelfEmployed => Key::AskSelfEmployed,
        FollowUpAnswer::Searching => Key::AskSearching,
        FollowUpAnswer::NotSearching => Key::AskNotSearching,
        FollowUpAnswer::NoWish => Key::AskNoWish,
        FollowUpAnswer::Unreachable => Key::FollowUpUnreachable,
    }
}
