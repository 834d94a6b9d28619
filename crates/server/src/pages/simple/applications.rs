//! The applications, and one of them.

use super::{
    days,
    form::Filled,
    parts,
    reader::{Reader, Tab},
    talk,
};
use crate::papers::proof;
use axum::response::Response;
use board::{
    application::Application,
    item::{Item, Kind},
    permit::{may_add, may_suggest},
    space::Side,
};
use maud::{Markup, html};
use words::Key;

pub(super) async fn list(reader: Reader) -> Response {
    let texts = reader.texts();
    let name = [("name", reader.other_name())];
    let title = match reader.is_mentee() {
        true => texts.get(Key::ApplicationsTitle).to_owned(),
        false => texts.fill(Key::ApplicationsTitleMentor, &name),
    };
    let all = applications(&reader);
    let (shown, pager) = parts::paged(&reader, &all);
    let main = html! {
        div class="stack" {
            h1 { (title) }
            (parts::added(&reader))
            @if let Some(label) = adding(&reader) {
                div { (parts::link_button(&reader.at("applications/new"), texts.get(label))) }
            }
            @for (side, item, application) in shown { (card(&reader, *side, item, application)) }
            @if all.is_empty() {
                section class="empty" {
                    h2 {
                        @if reader.is_mentee() { (texts.get(Key::ApplicationEmptyTitle)) }
                        @else { (texts.fill(Key::ApplicationEmptyMentor, &name)) }
                    }
                }
            }
            (pager)
            (parts::ideas(&reader, |item| item.as_application().is_some()))
        }
    };
    reader.page(Tab::Applications, &title, &main)
}

/// What adding an application is called for this person.
pub(super) fn adding(reader: &Reader) -> Option<Key> {
    if may_add(&reader.actor, &Kind::Application) {
        return Some(Key::ApplicationAdd);
    }
    may_suggest(&reader.actor, &Kind::Application).then_some(Key::SuggestionAddApplication)
}

/// Those that go on first, what comes next soonest first; then the newest.
fn applications(reader: &Reader) -> Vec<(Side, &Item, &Application)> {
    let live = reader.world.items().filter(|(_, item)| item.is_live());
    let mut all: Vec<_> =
        live.filter_map(|(side, item)| Some((side, item, item.as_application()?))).collect();
    all.sort_by_key(|(_, item, application)| {
        let next = application.planned().and_then(|(_, on)| on);
        let newest = std::cmp::Reverse((item.changed, item.id));
        (application.stage.is_end(), next.is_none(), next, newest)
    });
    all
}

fn card(reader: &Reader, side: Side, item: &Item, application: &Application) -> Markup {
    let name = format!("a-{}", item.id);
    html! {
        section.card.card--done[application.stage.is_end()] aria-labelledby=(name) {
            h2 id=(name) {
                a class="link" href=(reader.at(&format!("applications/{}", item.id))) dir="auto" {
                    (application.job.text)
                }
            }
            p {
                bdi { (application.employer.text) } " · "
                (reader.texts().get(proof::stage(&application.stage)))
            }
            @if let Some(next) = next(reader, application) { p class="muted" { (next) } }
            (parts::only_me(reader, side))
        }
    }
}

/// What comes next, and when.
fn next(reader: &Reader, application: &Application) -> Option<String> {
    let texts = reader.texts();
    let (what, on) = application.planned()?;
    let date = on.map(|on| days::near(texts, on, reader.today));
    match (what.text.as_str(), date) {
        ("", None) => None,
        ("", Some(date)) => Some(texts.fill(Key::ApplicationNextDay, &[("date", &date)])),
        (next, None) => Some(texts.fill(Key::ApplicationNextText, &[("next", next)])),
        (next, Some(date)) => {
            Some(texts.fill(Key::ApplicationNextBoth, &[("next", next), ("date", &date)]))
        }
    }
}

/// One application, with what was said about it.
pub(super) async fn read(reader: Reader) -> Response {
    let found = reader.asked_item(|item| item.as_application().is_some());
    let Some((side, item)) = found else { return reader.not_there() };
    page(&reader, side, item, None)
}

/// The page of one; `sent` when it answers the form of its messages.
pub(super) fn page(
    reader: &Reader,
    side: Side,
    item: &Item,
    sent: Option<&Filled<'_>>,
) -> Response {
    let Some(application) = item.as_application() else { return reader.not_there() };
    let texts = reader.texts();
    let title = &application.job.text;
    let back = texts.fill(Key::AppBackTo, &[("page", texts.get(Key::NavApplications))]);
    let main = html! {
        p { a class="link" href=(reader.at("applications")) { (back) } }
        div class="stack" {
            h1 dir="auto" { (title) }
            (parts::added(reader))
            (parts::only_me(reader, side))
            (facts(reader, application))
            (talk::about(reader, side, item, sent))
        }
    };
    let address = talk::address(reader, item);
    let sent = sent.map(|form| (form, address.as_str()));
    reader.answer(Tab::Applications, title, sent, &main)
}

fn facts(reader: &Reader, application: &Application) -> Markup {
    let texts = reader.texts();
    let stage = texts.get(proof::stage(&application.stage)).to_owned();
    let said = |key, text: &str| (!text.is_empty()).then(|| (texts.get(key), text.to_owned()));
    let rows = [
        said(Key::ApplicationEmployer, &application.employer.text),
        said(Key::ApplicationStageQuestion, &stage),
        next(reader, application).map(|next| (texts.get(Key::ApplicationNextAction), next)),
        said(Key::ApplicationPlace, &application.place.text),
        said(Key::ApplicationContact, &application.contact.text),
        said(Key::ApplicationSource, &application.source.text),
        said(Key::ApplicationNotes, &application.notes.text),
        said(Key::ApplicationLearnt, &application.learnt.text),
    ];
    let link = &application.link.text;
    html! {
        dl class="card facts" {
            @for (name, text) in rows.into_iter().flatten() {
                div { dt { (name) } dd class="keep-lines" dir="auto" { (text) } }
            }
            @if !link.is_empty() {
                div {
                    dt { (texts.get(Key::ApplicationLink)) }
                    dd { a class="link" href=(link) rel="noreferrer" dir="ltr" { (link) } }
                }
            }
        }
    }
}
