//! One thing of a board with all its words.

use super::{Texts, day};
use crate::{local, papers::proof::stage};
use board::{
    item::{Body, Item, Kind},
    op::TextField,
};
use maud::{Markup, html};
use words::Key;

/// What it is, its dates, its words. Versions of a text that wait for a choice come too.
pub(super) fn markup(texts: Texts<'_>, item: &Item) -> Markup {
    html! {
        article {
            h4 { (texts.get(kind(&item.body.kind()))) }
            p {
                (day(item.at))
                @if let Some(removal) = item.removed {
                    ". " (texts.fill(Key::DataPrintRemoved, &[("date", &day(removal.at))]))
                }
                @for fact in facts(texts, &item.body) { ". " (fact) }
            }
            dl {
                @for (field, entry) in item.body.texts() {
                    @if !entry.is_empty() {
                        dt { (texts.get(label(&field))) }
                        dd dir="auto" { (entry.text) }
                        @for other in &entry.others { dd dir="auto" { (other.text) } }
                    }
                }
            }
        }
    }
}

/// What is not a text: where it stands, and days.
fn facts(texts: Texts<'_>, body: &Body) -> Vec<String> {
    let written = |days: &[Option<chrono::NaiveDate>]| {
        days.iter().flatten().map(|day| local::written(*day)).collect::<Vec<_>>()
    };
    match body {
        Body::Objective(it) if !it.why.is_empty() => vec![it.why.clone()],
        Body::Application(it) => {
            let step = |it: &board::application::Move| {
                format!("{} {}", texts.get(stage(&it.to)), day(it.at))
            };
            it.moves.iter().map(step).chain(written(&[it.next_on])).collect()
        }
        Body::Step(it) => {
            let done = it.done.map(|at| format!("{} {}", texts.get(Key::ProofPrintDone), day(at)));
            written(&[it.due]).into_iter().chain(done).collect()
        }
        Body::Meeting(it) => written(&[Some(it.on)]),
        Body::KeyDate(it) => written(&[Some(it.on)]),
        Body::Referral(it) => written(&[it.on]),
        Body::Contact(it) => written(&[it.last]),
        Body::Pause(it) => written(&[Some(it.from), Some(it.until)]),
        Body::CvVersion(it) => {
            let file = it.file.iter().map(|file| file.name.clone());
            [format!("{}", it.number)].into_iter().chain(file).collect()
        }
        _ => Vec::new(),
    }
}

fn kind(kind: &Kind) -> Key {
    match kind {
        Kind::Objective => Key::ItemKindObjective,
        Kind::Step => Key::ItemKindStep,
        Kind::Application => Key::ItemKindApplication,
        Kind::Comment => Key::ItemKindComment,
        Kind::CvVersion => Key::ItemKindCvVersion,
        Kind::CvEntry => Key::ItemKindCvEntry,
        Kind::Referral => Key::ItemKindReferral,
        Kind::CodeMark => Key::ItemKindCodeMark,
        Kind::Meeting => Key::ItemKindMeeting,
        Kind::Contact => Key::ItemKindContact,
        Kind::KeyDate => Key::ItemKindKeyDate,
        Kind::Pulse => Key::ItemKindPulse,
        Kind::Agreement => Key::ItemKindAgreement,
        Kind::Pause => Key::ItemKindPause,
        Kind::Note => Key::ItemKindNote,
        Kind::Project => Key::ItemKindProject,
        Kind::Other(_) => Key::ItemKindOther,
    }
}

fn label(field: &TextField) -> Key {
    match field {
        TextField::Title => Key::ItemFieldTitle,
        TextField::Notes => Key::ItemFieldNotes,
        TextField::Body => Key::ItemFieldBody,
        TextField::Employer => Key::ItemFieldEmployer,
        TextField::Job => Key::ItemFieldJob,
        TextField::Link => Key::ItemFieldLink,
        TextField::Source => Key::ItemFieldSource,
        TextField::Contact => Key::ItemFieldContact,
        TextField::Place => Key::ItemFieldPlace,
        TextField::Next => Key::ItemFieldNext,
        TextField::Learnt => Key::ItemFieldLearnt,
        TextField::Name => Key::ItemFieldName,
        TextField::Period => Key::ItemFieldPeriod,
        TextField::Other(_) => Key::ItemFieldOther,
    }
}
