//! Everything that is kept of one person, to read and to print (M32). One file without links or
//! scripts: it can be saved and shown to anybody.

mod item;
mod office;
mod reminders;

use super::{Pages, Texts};
use crate::{
    http::{assets::csp_hash, headers::DOCUMENT_POLICY},
    local,
};
use axum::{
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use board::{
    protocol::my_data::{MyBoard, MyData, MyDuo},
    time::Timestamp,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use words::{Key, Lang};

/// Black on white, readable at 12 points on paper.
const STYLE: &str = include_str!("my_data/style.css");

/// The page, with the policy that lets its own style in and nothing else.
pub fn page(pages: &Pages, lang: Lang, data: &MyData) -> Response {
    let markup = markup(pages.texts(lang), data);
    let policy = format!("{DOCUMENT_POLICY}; style-src {}", csp_hash(STYLE));
    let policy = HeaderValue::from_str(&policy).expect("base64 and keywords are ASCII");
    ([(header::CONTENT_SECURITY_POLICY, policy)], Html(markup.0)).into_response()
}

fn markup(texts: Texts<'_>, data: &MyData) -> Markup {
    let say = |key: Key| texts.get(key);
    html! {
        (DOCTYPE)
        html lang=(texts.lang.tag()) dir=(texts.lang.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (say(Key::DataPrintTitle)) " – " (say(Key::AppName)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (say(Key::DataPrintTitle)) }
                    p { (say(Key::DataPrintLead)) }
                    p { (dated(texts, Key::DataPrintMadeOn, data.at)) }
                    (profile(texts, data))
                    h2 { (say(Key::DataPrintBoards)) }
                    @for board in &data.boards { (one_board(texts, board)) }
                    @if data.boards.is_empty() { (nothing(texts)) }
                    (list(texts, Key::DataPrintFiles, data.files.iter().map(|it| html! {
                        bdi { (it.file.name) } ", " (day(it.at))
                    })))
                    (list(texts, Key::DataPrintDevices, data.devices.iter().map(|it| html! {
                        (it.label) ", " (dated(texts, Key::DataPrintSince, it.since))
                    })))
                    (list(texts, Key::DataPrintHelp, data.help.iter().map(|it| html! {
                        (day(it.at))
                        @if let Some(at) = it.answered {
                            ", " (dated(texts, Key::DataPrintCalled, at))
                        }
                    })))
                    (list(texts, Key::DataPrintCards, data.cards.iter().map(|it| html! {
                        @for text in [&it.situation, &it.happens, &it.expected, &it.wrong, &it.say] {
                            p dir="auto" { (text) }
                        }
                    })))
                    @if !data.drafts.is_empty() {
                        (list(texts, Key::DataPrintDrafts, data.drafts.iter().map(|it| html! {
                            // Of an edit, what was read stands before what was made of it.
                            @for text in it.words.split('\u{1f}') { p dir="auto" { (text) } }
                        })))
                    }
                    (list(texts, Key::DataPrintHours, data.hours.iter().map(|it| html! {
                        (local::written(it.on)) ", "
                        (texts.fill(Key::DataPrintMinutes, &[("n", &it.minutes.to_string())]))
                    })))
                    (reminders::markup(texts, data.reminders.as_ref()))
                    (office::markup(texts, &data.office))
                }
            }
        }
    }
}

fn profile(texts: Texts<'_>, data: &MyData) -> Markup {
    html! {
        h2 { (texts.get(Key::DataPrintProfile)) }
        ul {
            li { bdi { (data.profile.name) } }
            li { (dated(texts, Key::DataPrintSince, data.profile.since)) }
            @if let Some(since) = data.calendar_since {
                li { (dated(texts, Key::DataPrintCalendar, since)) }
            }
            @if let Some(address) = &data.digest.address {
                li { (texts.fill(Key::DataPrintMail, &[("address", address)])) }
            }
        }
        (list(texts, Key::DataPrintDuos, data.duos.iter().map(|duo| html! { (one_duo(texts, duo)) })))
    }
}

fn one_duo(texts: Texts<'_>, duo: &MyDuo) -> String {
    let start = local::written(duo.start);
    match duo.ended {
        None => texts.fill(Key::DataPrintDuo, &[("date", &start)]),
        Some(ended) => {
            let values = [("date", start.as_str()), ("until", &day(ended))];
            texts.fill(Key::DataPrintDuoEnded, &values)
        }
    }
}

fn one_board(texts: Texts<'_>, board: &MyBoard) -> Markup {
    let is_mentee = board.seat == board::actor::Seat::Mentee;
    let shared = if is_mentee { Key::DataPrintShared } else { Key::DataPrintByMe };
    html! {
        @if let Some(other) = &board.other { p { bdi { (other.name) } } }
        @for (key, items) in [(shared, &board.shared), (Key::DataPrintPrivate, &board.private)] {
            h3 { (texts.get(key)) }
            @for one in items { (item::markup(texts, one)) }
            @if items.is_empty() { (nothing(texts)) }
        }
    }
}

/// A heading with a list, or with a word that there is nothing.
fn list(texts: Texts<'_>, title: Key, lines: impl Iterator<Item = Markup>) -> Markup {
    let lines: Vec<Markup> = lines.collect();
    html! {
        h2 { (texts.get(title)) }
        @if lines.is_empty() { (nothing(texts)) } @else {
            ul { @for line in lines { li { (line) } } }
        }
    }
}

fn nothing(texts: Texts<'_>) -> Markup {
    html! { p { (texts.get(Key::DataPrintNone)) } }
}

fn dated(texts: Texts<'_>, key: Key, at: Timestamp) -> String {
    texts.fill(key, &[("date", &day(at))])
}

fn day(at: Timestamp) -> String {
    local::written(local::day(at))
}
