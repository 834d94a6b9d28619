//! A plan on paper: A4, both sides, to be filled in by hand. Nobody needs to be signed in.

use super::{FRONT, guest::Guest};
use crate::pages::parts::Frame;
use axum::response::Response;
use board::protocol::team::BranchFields;
use maud::{Markup, html};
use words::Key;

/// Black on white, 12 points, lines to write on.
pub(in crate::pages) const STYLE: &str = include_str!("blank.css");

const OBJECTIVES: usize = 2;
const STEPS: usize = 4;
const APPLICATIONS: usize = 8;
const MEETINGS: usize = 7;

pub(super) async fn blank(guest: Guest) -> Response {
    let branches = match guest.app.store.branch_cards().await {
        Ok(cards) => cards.into_iter().map(|card| card.fields).collect::<Vec<_>>(),
        Err(error) => return guest.trouble(&error.into()),
    };
    let texts = guest.texts();
    let title = texts.get(Key::BlankTitle);
    let frame = Frame { styles: &[STYLE], ..Frame::plain(&guest.app.pages, texts, title) };
    let say = |key: Key| texts.get(key);
    let main = html! {
        p class="screen" { a class="link" href=(FRONT) { (say(Key::SimpleStart)) } }
        h1 { (title) }
        p { (say(Key::BlankLead)) }
        p class="screen muted" { (say(Key::BlankPrintHow)) }
        div class="sheet" {
            @for key in [Key::BlankName, Key::BlankMentor, Key::BlankPhone] { (line(say(key))) }
            h2 { (say(Key::BlankObjectives)) }
            @for number in 1..=OBJECTIVES {
                section class="whole" {
                    (line(&format!("{} {number}", say(Key::BlankObjective))))
                    (line(say(Key::BlankWhy)))
                    (table(
                        say(Key::BlankSteps),
                        &[Key::StepLabel, Key::BlankStepDay, Key::BlankStepDone].map(say),
                        STEPS,
                        false,
                    ))
                }
            }
            h2 class="turn" { (say(Key::BlankApplications)) }
            (table(
                say(Key::BlankApplications),
                &[
                    Key::BlankApplicationName,
                    Key::BlankApplicationSent,
                    Key::BlankApplicationNext,
                ]
                .map(say),
                APPLICATIONS,
                false,
            ))
            h2 { (say(Key::BlankMeetings)) }
            (table(
                say(Key::BlankMeetings),
                &[Key::BlankMeetingDay, Key::BlankMeetingSaid].map(say),
                MEETINGS,
                true,
            ))
            (numbers(say(Key::SimplePhones), &branches))
        }
    };
    guest.answer(frame.around(&main))
}

/// Something to write down, with the line for it.
fn line(label: &str) -> Markup {
    html! { p class="line" { span { (label) } span class="line__room" {} } }
}

/// Rows to write in, with most room in the first column or in the last.
fn table(caption: &str, columns: &[&str], rows: usize, last: bool) -> Markup {
    html! {
        table.whole.sheet__last[last] {
            caption class="visually-hidden" { (caption) }
            thead { tr { @for column in columns { th scope="col" { (column) } } } }
            tbody {
                @for _ in 0..rows { tr { @for _ in columns { td class="room" {} } } }
            }
        }
    }
}

fn numbers(title: &str, branches: &[BranchFields]) -> Markup {
    let known: Vec<_> = branches.iter().filter(|branch| !branch.phone.is_empty()).collect();
    html! {
        @if !known.is_empty() {
            section class="whole" {
                h2 { (title) }
                p {
                    @for (place, branch) in known.iter().enumerate() {
                        @if place > 0 { " · " }
                        bdi { (branch.name) } "\u{a0}: " (branch.phone.replace(' ', "\u{a0}"))
                    }
                }
            }
        }
    }
}
