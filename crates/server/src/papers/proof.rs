//! The proof of job search (M31): what the mentee chose, and nothing else. No comment, no
//! referral, no reason of a refusal.

use crate::local;
use board::{
    application::{Application, Stage},
    item::{Body, Item},
    protocol::account::ProofRequest,
    step::Step,
    time::Timestamp,
    world::World,
};
use chrono::NaiveDate;
use words::{Catalogue, Key};

/// Why there is no proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoProof {
    /// Something chosen is not there for this person.
    NotThere,
    /// Something chosen is no application and no step, or nothing happened to it in that time.
    NotInTime,
}

/// A line of the table: when, with whom, what, how, with what result.
struct Line {
    on: NaiveDate,
    cells: [String; 4],
}

/// The table to print.
///
/// # Errors
/// [`NoProof`] when not all that was chosen can stand on it.
pub fn proof(
    world: &World,
    request: &ProofRequest,
    person: &str,
    texts: &Catalogue,
    now: Timestamp,
) -> Result<typeset::Table, NoProof> {
    let mut lines = Vec::with_capacity(request.items.len());
    for id in &request.items {
        let (_, item) = world.find(*id).ok_or(NoProof::NotThere)?;
        let item = Some(item).filter(|item| item.is_live()).ok_or(NoProof::NotThere)?;
        lines.push(line(item, request, texts).ok_or(NoProof::NotInTime)?);
    }
    lines.sort_by(|one, other| (one.on, &one.cells).cmp(&(other.on, &other.cells)));
    let row = |line: Line| [vec![local::written(line.on)], line.cells.into()].concat();
    let say = |key: Key, values: &[(&str, &str)]| words::fill(texts.get(key), values);
    let (from, until) = (local::written(request.from), local::written(request.until));
    let columns = [
        Key::ProofPrintDate,
        Key::ProofPrintEmployer,
        Key::ProofPrintJob,
        Key::ProofPrintHow,
        Key::ProofPrintResult,
    ];
    Ok(typeset::Table {
        lang: request.lang.clone(),
        title: texts.get(Key::ProofPrintTitle).to_owned(),
        person: person.to_owned(),
        period: say(Key::ProofPrintPeriod, &[("from", &from), ("until", &until)]),
        columns: columns.map(|key| texts.get(key).to_owned()).into(),
        rows: lines.into_iter().map(row).collect(),
        notes: Vec::new(),
        made_on: say(Key::ProofPrintMadeOn, &[("date", &local::written(local::day(now)))]),
    })
}

fn line(item: &Item, request: &ProofRequest, texts: &Catalogue) -> Option<Line> {
    let in_time = |at: Timestamp| {
        let day = local::day(at);
        (request.from..=request.until).contains(&day).then_some(day)
    };
    match &item.body {
        Body::Application(application) => {
            // The day it was sent, else the last thing that happened to it in that time.
            let mut moves = application.moves.iter();
            let sent = moves.find(|step| step.to.is_sent()).and_then(|step| in_time(step.at));
            let last = || application.moves.iter().rev().find_map(|step| in_time(step.at));
            let on = sent.or_else(last).or_else(|| in_time(item.at))?;
            Some(Line { on, cells: application_cells(application, texts) })
        }
        Body::Step(step) => {
            let on = step.done.and_then(in_time).or_else(|| in_time(item.at))?;
            Some(Line { on, cells: step_cells(step, texts) })
        }
        _ => None,
    }
}

fn application_cells(application: &Application, texts: &Catalogue) -> [String; 4] {
    [
        application.employer.text.clone(),
        application.job.text.clone(),
        application.source.text.clone(),
        texts.get(stage(&application.stage)).to_owned(),
    ]
}

fn step_cells(step: &Step, texts: &Catalogue) -> [String; 4] {
    let key = if step.done.is_some() { Key::ProofPrintDone } else { Key::ProofPrintGoingOn };
    [String::new(), step.title.text.clone(), String::new(), texts.get(key).to_owned()]
}

/// The words for a stage.
#[must_use]
pub fn stage(stage: &Stage) -> Key {
    match stage {
        Stage::Idea => Key::StageIdea,
        Stage::ToApply => Key::StageToApply,
        Stage::Sent => Key::StageSent,
        Stage::FollowedUp => Key::StageFollowedUp,
        Stage::Interview => Key::StageInterview,
        Stage::Trial => Key::StageTrial,
        Stage::Offer => Key::StageOffer,
        Stage::Accepted => Key::StageAccepted,
        Stage::Refused => Key::StageRefused,
        Stage::NoAnswer => Key::StageNoAnswer,
        Stage::Withdrawn => Key::StageWithdrawn,
        Stage::Other(_) => Key::StageUnknown,
    }
}
