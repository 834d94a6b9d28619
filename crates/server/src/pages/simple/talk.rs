//! What the two said last, to be read. Answers are written in the app.

use super::{days, reader::Reader};
use crate::local;
use board::{
    id::ItemId,
    item::{Body, Item},
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

/// The messages of a page; nothing where none was written.
pub(super) fn about(reader: &Reader, about: ItemId) -> Markup {
    section(reader, Key::CommentList, &latest(reader, Some(about), MOST), false)
}

/// A list of messages; with the way to where each stands, when they come from several pages.
pub(super) fn section(
    reader: &Reader,
    title: Key,
    found: &[(Side, &Item, ItemId)],
    leads: bool,
) -> Markup {
    let texts = reader.texts();
    html! {
        @if !found.is_empty() {
            section class="stack" aria-labelledby="talk" {
                h2 id="talk" { (texts.get(title)) }
                ul class="comments" {
                    @for (side, item, home) in found {
                        li { (one(reader, *side, item, leads.then_some(*home))) }
                    }
                }
                p class="muted" { (texts.get(Key::SimpleReadOnly)) }
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
                @if side == Side::Private { (super::parts::only_me(reader, side)) }
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
