//! The proof of job search (M31): what the mentee chose, and nothing else. No comment, no
//! referral, no reason of a refusal.

use crate::local;
use board::{
    application::Stage,
    proof::{self, ProofResult, ProofRow},
    protocol::account::ProofRequest,
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
    let days = request.from..=request.until;
    let mut lines = Vec::with_capacity(request.items.len());
    for id in &request.items {
        let (side, item) = world.find(*id).ok_or(NoProof::NotThere)?;
        let item = Some(item).filter(|item| item.is_live()).ok_or(NoProof::NotThere)?;
        let row = proof::row(world, side, item, &days, &local::day).ok_or(NoProof::NotInTime)?;
        lines.push(line(row, texts));
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

fn line(row: ProofRow, texts: &Catalogue) -> Line {
    let result = match &row.result {
        ProofResult::Stage(at) => stage(at),
        ProofResult::Done => Key::ProofPrintDone,
        ProofResult::GoingOn => Key::ProofPrintGoingOn,
    };
    Line { on: row.on, cells: [row.employer, row.what, row.how, texts.get(result).to_owned()] }
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
