//! "This week", as the app reckons it: the next meeting, three things to do, what moved, what was
//! said last.

use super::{
    FRONT, days,
    guest::Guest,
    icon::{Icon, icon},
    parts::{self, Origin},
    reader::{Reader, Tab, boards_of},
    talk,
};
use crate::local;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use board::{
    id::ItemId,
    item::Body,
    meeting::{
        Meeting, MeetingWord,
        pick::{next_meeting, to_answer},
    },
    pause,
    protocol::boards::BoardInfo,
    week::{moved, next_things},
};
use chrono::Datelike;
use maud::{Markup, html};
use words::Key;

/// Messages on this page.
const MESSAGES: usize = 3;

/// The week of whoever is signed in; with several plans, the question which one.
pub(super) async fn own(guest: Guest) -> Response {
    let Some(who) = guest.who.clone() else { return Redirect::to(FRONT).into_response() };
    let mut boards = match boards_of(&guest, &who).await {
        Ok(boards) => boards,
        Err(error) => return guest.trouble(&error),
    };
    match boards.len() {
        0 => guest.refuse(StatusCode::OK, Key::SimpleOnlyAppTitle, Key::SimpleOnlyApp),
        1 => match Reader::open(guest, who.person, boards.remove(0)).await {
            Ok(reader) => page(&reader),
            Err(refusal) => refusal,
        },
        _ => Redirect::to(FRONT).into_response(),
    }
}

/// The week of one board.
pub(super) async fn week(reader: Reader) -> Response {
    page(&reader)
}

/// What a plan is called among several, and its address.
pub(super) fn entry(info: &BoardInfo, own: bool) -> (String, &str) {
    let other = if own { info.mentor.as_ref() } else { Some(&info.mentee) };
    let name = other.map_or("", |other| &other.name);
    (format!("{FRONT}/{}/week", info.id), name)
}

fn page(reader: &Reader) -> Response {
    let texts = reader.texts();
    let title = texts.fill(Key::WeekGreeting, &[("name", reader.own_name())]);
    let main = html! {
        div class="stack" {
            h1 { (title) }
            @if !reader.is_mentee() {
                p class="page__lead" {
                    (texts.fill(Key::SimpleMentorLead, &[("name", reader.other_name())]))
                }
            }
            (parts::ticked(reader, Origin::Week))
            (meeting(reader))
            (things(reader))
            p class="muted" { (story(reader)) }
            (talk::section(reader, Key::SimpleMessages, &talk::latest(reader, None, MESSAGES)))
        }
    };
    reader.page(Tab::Week, &title, &main)
}

/// The break, the next meeting, or the day that the other one proposes.
fn meeting(reader: &Reader) -> Markup {
    let (texts, world, today) = (reader.texts(), &reader.world, reader.today);
    let rest = pause::current(world, today).and_then(|item| item.as_pause());
    let when = |meeting: &Meeting| days::when(texts, meeting.on, meeting.time, today);
    let next = next_meeting(world, today).and_then(|item| item.as_meeting());
    let asked = to_answer(world, reader.actor.person, today).and_then(|item| item.as_meeting());
    let (words, place) = match (rest, next, asked) {
        (Some(rest), ..) => {
            let date = days::long(texts, rest.until);
            (texts.fill(Key::WeekLineRests, &[("date", &date)]), None)
        }
        (_, Some(next), _) => {
            let words = texts.fill(Key::WeekLineMeeting, &[("when", &when(next))]);
            (words, Some(next))
        }
        (.., Some(asked)) => {
            let values = [("name", reader.other_name()), ("when", &when(asked))];
            (texts.fill(Key::WeekLineProposed, &values), Some(asked))
        }
        _ => return html! {},
    };
    html! {
        section class="card card--mine" {
            h2 class="link" { (icon(Icon::Calendar)) span { (words) } }
            @if let Some(meeting) = place {
                @if !meeting.place.text.is_empty() { p dir="auto" { (meeting.place.text) } }
                @if let Some(said) = said(reader, meeting) { p { (said) } }
            }
        }
    }
}

/// "Cécile will be late."
fn said(reader: &Reader, meeting: &Meeting) -> Option<String> {
    let said = meeting.said.as_ref()?;
    let own = said.by == reader.actor.person;
    let texts = reader.texts();
    let key = match (&said.word, own) {
        (MeetingWord::Late, true) => Key::MeetingSaidLate,
        (MeetingWord::Late, false) => Key::MeetingSaidLateBy,
        (MeetingWord::CannotCome, true) => Key::MeetingSaidCannot,
        (MeetingWord::CannotCome, false) => Key::MeetingSaidCannotBy,
        (MeetingWord::Other(_), _) => Key::MeetingSaidOther,
    };
    let former = texts.get(Key::PeopleFormer);
    Some(texts.fill(key, &[("name", reader.name_of(said.by).unwrap_or(former))]))
}

fn things(reader: &Reader) -> Markup {
    let (texts, world) = (reader.texts(), &reader.world);
    let things = next_things(world, reader.actor.seat, reader.today, &[]);
    let has_plan = world.items().any(|(_, item)| item.is_live() && item.as_objective().is_some());
    html! {
        @if !things.is_empty() {
            section class="card" aria-labelledby="things" {
                h2 id="things" { (texts.count(Key::WeekThings, things.len() as u64)) }
                ul class="steps" { @for id in things { li { (thing(reader, id)) } } }
            }
        } @else if has_plan {
            section class="card" {
                p { (texts.get(Key::WeekNoSteps)) }
                div { (parts::link_button(&reader.at("plan"), texts.get(Key::WeekSeePlan))) }
            }
        } @else if reader.is_mentee() {
            section class="empty" {
                h2 { (texts.get(Key::PlanEmptyTitle)) }
                (parts::link_button(&reader.at("plan/new"), texts.get(Key::ObjectiveAdd)))
            }
        } @else {
            section class="empty" {
                h2 { (texts.fill(Key::PlanEmptyMentor, &[("name", reader.other_name())])) }
            }
        }
    }
}

/// A step, or the next action of an application.
fn thing(reader: &Reader, id: ItemId) -> Markup {
    let Some((side, item)) = reader.world.find(id) else { return html! {} };
    let Body::Application(application) = &item.body else {
        return parts::step(reader, side, item, Origin::Week);
    };
    let texts = reader.texts();
    let next = &application.next.text;
    let what = if next.is_empty() { texts.get(Key::ApplicationFollowupSuggestion) } else { next };
    let day = application.next_on.map(|on| days::near(texts, on, reader.today));
    let about = [Some(application.employer.text.clone()), day];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    html! {
        div class="step" {
            span class="step__mark step__mark--plain" { (icon(Icon::Briefcase)) }
            div class="step__words" {
                a class="step__label" href=(reader.at(&format!("applications/{id}"))) {
                    span class="step__title" dir="auto" { (what) }
                    span class="step__meta" dir="auto" { (about) }
                }
            }
        }
    }
}

/// What moved this month; on a quiet one a kind word instead of a count.
fn story(reader: &Reader) -> String {
    let (texts, today) = (reader.texts(), reader.today);
    let (steps, sent) = moved(&reader.world, |at| {
        let day = local::day(at);
        (day.year(), day.month()) == (today.year(), today.month())
    });
    let done = (steps > 0).then(|| {
        let key = if reader.is_mentee() { Key::WeekStoryDone } else { Key::WeekStoryDoneOf };
        let text = texts.count(key, steps as u64);
        words::fill(&text, &[("name", reader.other_name())])
    });
    let sent = (sent > 0).then(|| texts.count(Key::WeekStorySent, sent as u64));
    let sentences = done.into_iter().chain(sent).collect::<Vec<_>>();
    if sentences.is_empty() {
        texts.get(Key::WeekStoryStart).to_owned()
    } else {
        sentences.join(" ")
    }
}
