//! What the two said last, and the form for the next message.

use super::{
    applications, days,
    form::{Filled, Line, Typed},
    objective::{self, Sent},
    parts,
    reader::Reader,
};
use crate::{http::extract::FormBody, local};
use axum::response::{IntoResponse, Redirect, Response};
use board::{
    id::ItemId,
    item::{Body, Item},
    op::{AddComment, Op, TextField},
    permit::{Action, may},
    space::Side,
};
use maud::{Markup, html};
use words::Key;

/// Messages that a page shows.
const MOST: usize = 10;

/// The objective or application on whose page a message stands.
fn home(reader: &Reader, item: &Item) -> Option<ItemId> {
    let (_, about) = reader.world.find(item.parent()?)?;
    let about = match &about.body {
        Body::Step(step) if about.is_live() => reader.world.find(step.objective)?.1,
        _ => about,
    };
    let kind = matches!(about.body, Body::Objective(_) | Body::Application(_));
    (kind && about.is_live()).then_some(about.id)
}

/// The latest messages, newest first: of the whole board, or of what stands on one page.
pub(super) fn latest(
    reader: &Reader,
    about: Option<ItemId>,
    most: usize,
) -> Vec<(Side, &Item, ItemId)> {
    let live = reader.world.items().filter(|(_, item)| item.is_live());
    let comments = live.filter(|(_, item)| item.as_comment().is_some());
    let mut found: Vec<_> = comments
        .filter_map(|(side, item)| Some((side, item, home(reader, item)?)))
        .filter(|(.., home)| about.is_none_or(|about| about == *home))
        .collect();
    found.sort_by_key(|(_, item, _)| std::cmp::Reverse((item.at, item.id)));
    found.truncate(most);
    found
}

/// Where the message of a page is sent.
pub(super) fn address(reader: &Reader, about: &Item) -> String {
    reader.at(&format!("talk/{}", about.id))
}

/// The answer to this form has no address of its own: a reload leads to the plan.
pub(super) async fn back(reader: Reader) -> Redirect {
    Redirect::to(&reader.at("plan"))
}

/// Says something about an objective or an application.
pub(super) async fn say(mut reader: Reader, FormBody(typed): FormBody<Typed>) -> Response {
    reader.guest.speak(typed.get("lang").map(String::as_str));
    let has_page = |item: &Item| matches!(item.body, Body::Objective(_) | Body::Application(_));
    let Some((side, item)) = reader.asked_item(has_page) else { return reader.not_there() };
    let mut form = Filled::new(reader.texts(), &typed);
    if !form.only_speaks() {
        let text = form.read(&WORDS);
        if !form.is_wrong() {
            // Under a private item the message follows its item when that is shared.
            let only_me = side == Side::Shared && !form.value(MINE).is_empty();
            let add = |id| {
                let (on, text) = (item.id, text.clone());
                Op::AddComment(AddComment { id, on, text, only_me, asks: false })
            };
            let same = |it: &Item| it.as_comment().is_some_and(|it| it.text.text == text);
            match reader.add(form.id(), add, same).await {
                Ok(id) => {
                    let home = place(&reader, item.id).map_or_else(String::new, |(at, _)| at);
                    return Redirect::to(&format!("{home}?added={id}")).into_response();
                }
                Err(refused) => form.refuse(&refused),
            }
        }
    }
    match &item.body {
        Body::Objective(_) => objective::page(&reader, side, item, Some(Sent::Message(&form))),
        _ => applications::page(&reader, side, item, Some(&form)),
    }
}

/// What is said.
const WORDS: Line = Line {
    name: "words",
    field: TextField::Body,
    label: Key::CommentLabel,
    hint: None,
    optional: false,
};
/// Ticked by whoever keeps it to themselves.
const MINE: &str = "mine";

/// The messages of a page, and the form for the next one; `sent` when it was sent.
pub(super) fn about(reader: &Reader, side: Side, item: &Item, sent: Option<&Filled<'_>>) -> Markup {
    let texts = reader.texts();
    let found = latest(reader, Some(item.id), MOST);
    let may_write = !reader.guest.fragment && may(&reader.actor, Action::Comment, side, item);
    let typed = Typed::new();
    let empty = Filled::new(texts, &typed);
    html! {
        @if may_write || !found.is_empty() {
            section class="card" aria-labelledby="talk" {
                h2 id="talk" { (texts.get(Key::CommentList)) }
                (list(reader, &found, false))
                @if may_write { (next(reader, side, item, sent.unwrap_or(&empty))) }
            }
        }
    }
}

/// The form for a message, or for a note where nobody else reads.
fn next(reader: &Reader, side: Side, item: &Item, form: &Filled<'_>) -> Markup {
    let (texts, other) = (reader.texts(), reader.other_name());
    let note = side == Side::Private;
    let label = match (note, other) {
        (true, _) => texts.get(Key::CommentLabelNote).to_owned(),
        (false, "") => texts.get(Key::CommentLabel).to_owned(),
        (false, other) => texts.fill(Key::CommentLabelTo, &[("name", other)]),
    };
    let (send, readers) = match note {
        true => (Key::CommentKeepNote, Key::CommentOnlyYou),
        false => (Key::CommentSend, Key::CommentOnlyTwo),
    };
    html! {
        form class="form" method="post" action=(address(reader, item)) novalidate {
            (form.hidden())
            (form.area(&WORDS, &label))
            p class="muted" { (texts.get(Key::BoundariesLine)) }
            @if !note && !other.is_empty() {
                (form.tick(MINE, &texts.fill(Key::CommentKeepMine, &[("name", other)])))
            }
            div class="row" {
                button class="button" { (texts.get(send)) }
                p class="muted" { (texts.get(readers)) }
            }
        }
    }
}

/// The messages that come from several pages, each with the way to where it stands and can be
/// answered; nothing where none was written.
pub(super) fn section(reader: &Reader, title: Key, found: &[(Side, &Item, ItemId)]) -> Markup {
    html! {
        @if !found.is_empty() {
            section class="stack" aria-labelledby="talk" {
                h2 id="talk" { (reader.texts().get(title)) }
                (list(reader, found, true))
            }
        }
    }
}

fn list(reader: &Reader, found: &[(Side, &Item, ItemId)], leads: bool) -> Markup {
    html! {
        @if !found.is_empty() {
            ul class="comments" {
                @for (side, item, home) in found {
                    li { (one(reader, *side, item, leads.then_some(*home))) }
                }
            }
        }
    }
}

fn one(reader: &Reader, side: Side, item: &Item, home: Option<ItemId>) -> Markup {
    let texts = reader.texts();
    let Some(comment) = item.as_comment() else { return html! {} };
    let own = item.by == reader.actor.person;
    let former = texts.get(Key::PeopleFormer);
    let name = reader.name_of(item.by).unwrap_or(former);
    let said_by = if own { texts.get(Key::CommentYou) } else { name };
    let initial: String = name.chars().take(1).collect();
    let day = days::near(texts, local::day(item.at), reader.today);
    html! {
        article.comment.comment--other[!own] {
            span.avatar.avatar--other[!own] aria-hidden="true" { (initial) }
            div class="comment__body" {
                p { strong { bdi { (said_by) } } " " span class="muted" { (day) } }
                p class="keep-lines" dir="auto" { (comment.text.text) }
                @if side == Side::Private { (parts::only_me(reader, side)) }
                @if let Some((href, title)) = home.and_then(|home| place(reader, home)) {
                    p { a class="link" href=(href) dir="auto" { (title) } }
                }
            }
        }
    }
}

/// The address and the name of an objective or application.
fn place(reader: &Reader, id: ItemId) -> Option<(String, &str)> {
    let (_, item) = reader.world.find(id)?;
    match &item.body {
        Body::Objective(it) => Some((reader.at(&format!("plan/{id}")), it.title.text.as_str())),
        Body::Application(it) => {
            Some((reader.at(&format!("applications/{id}")), it.job.text.as_str()))
        }
        _ => None,
    }
}
