//! Small pieces that several of these pages show.

use super::{
    days,
    form::Answer,
    icon::{Icon, icon},
    reader::Reader,
    wording,
};
use board::{
    id::ItemId,
    item::{Body, Item, Suggestion},
    permit::{Action, may},
    space::Side,
};
use maud::{Markup, html};
use words::Key;

/// A link that looks like a button beside the main one.
pub(super) fn link_button(href: &str, words: &str) -> Markup {
    html! { a class="button button--quiet" href=(href) { (words) } }
}

/// What was just done, in words. It takes the focus, so that it is read at once.
pub(super) fn notice(words: &str, more: &Markup) -> Markup {
    html! {
        div class="notice notice--success" role="status" tabindex="-1" autofocus {
            (icon(Icon::Check))
            div class="stack stack--tight" { p dir="auto" { (words) } (more) }
        }
    }
}

/// "Only me", for what the other person does not see.
pub(super) fn only_me(reader: &Reader, side: Side) -> Markup {
    let private = side == Side::Private;
    html! {
        @if private {
            div {
                span class="chip" {
                    (icon(Icon::Lock)) span { (reader.texts().get(Key::PrivacyMe)) }
                }
            }
        }
    }
}

/// A step: a form of its own where this person may say that it is done.
pub(super) fn step(reader: &Reader, side: Side, item: &Item, from: Origin) -> Markup {
    let Some(step) = item.as_step() else { return html! {} };
    let texts = reader.texts();
    let (title, done) = (&step.title.text, step.done.is_some());
    let due = step.due.filter(|_| !done).map(|due| days::due(texts, due, reader.today));
    let about = [due, wording::who(reader, &step.who)];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let words = html! {
        span.step__mark.step__mark--done[done] { (icon(Icon::Check)) }
        div class="step__words" {
            div class="step__label" {
                span class="step__title" dir="auto" { (title) }
                @if !about.is_empty() { span class="step__meta" { (about) } }
            }
            (only_me(reader, side))
        }
    };
    let may_tick = !done && may(&reader.actor, Action::Tick, side, item);
    html! {
        @if may_tick {
            form class="step" method="post" action=(reader.at(&format!("steps/{}", item.id))) {
                (words)
                (from.field())
                button class="button button--quiet" name="done" value="yes"
                    aria-label=(texts.fill(Key::SimpleDoneAbout, &[("title", title)])) {
                    (texts.get(Key::SimpleDone))
                }
            }
        } @else {
            div.step.step--done[done] { (words) }
        }
    }
}

/// "That step is done", with the way back.
pub(super) fn ticked(reader: &Reader, from: Origin) -> Markup {
    let told = reader.guest.asked.done.as_deref().and_then(|id| id.parse::<ItemId>().ok());
    let item = told.and_then(|id| reader.world.find(id)).map(|(_, item)| item);
    let Some((item, step)) = item.and_then(|item| Some((item, item.as_step()?))) else {
        return html! {};
    };
    let texts = reader.texts();
    let key = if step.done.is_some() { Key::StepDone } else { Key::StepUndone };
    let words = texts.fill(key, &[("title", &step.title.text)]);
    notice(
        &words,
        &html! {
            @if step.done.is_some() {
                form method="post" action=(reader.at(&format!("steps/{}", item.id))) {
                    (from.field())
                    button class="button button--quiet" name="done" value="no" {
                        (texts.get(Key::SimpleUndo))
                    }
                }
            }
        },
    )
}

/// "It is added"; what the mentor adds is an idea for the mentee.
pub(super) fn added(reader: &Reader) -> Markup {
    let told = reader.guest.asked.added.as_deref().and_then(|id| id.parse::<ItemId>().ok());
    let Some((side, item)) = told.and_then(|id| reader.world.find(id)) else { return html! {} };
    let key = match &item.body {
        _ if item.suggestion.is_some() => Key::SuggestionSent,
        Body::Objective(_) => Key::ObjectiveAdded,
        Body::Step(_) => Key::StepAdded,
        Body::Application(_) => Key::ApplicationAdded,
        Body::Comment(_) if side == Side::Private => Key::CommentAddedPrivate,
        Body::Comment(_) => Key::CommentSent,
        _ => return html! {},
    };
    let values = [("title", title(item)), ("name", reader.other_name())];
    notice(&reader.texts().fill(key, &values), &html! {})
}

/// What an objective, a step or an application is called.
fn title(item: &Item) -> &str {
    match &item.body {
        Body::Objective(it) => &it.title.text,
        Body::Step(it) => &it.title.text,
        Body::Application(it) => &it.job.text,
        _ => "",
    }
}

/// The mentor's ideas that wait for an answer, which is given in the app.
pub(super) fn ideas(reader: &Reader, fits: impl Fn(&Item) -> bool) -> Markup {
    let texts = reader.texts();
    let waits = |item: &&Item| {
        item.removed.is_none() && item.suggestion == Some(Suggestion::Open) && fits(item)
    };
    let waiting: Vec<&Item> = reader.world.items().map(|(_, item)| item).filter(waits).collect();
    let key = if reader.is_mentee() { Key::SuggestionList } else { Key::SuggestionListMentor };
    html! {
        @if !waiting.is_empty() {
            section class="card card--other" aria-labelledby="ideas" {
                h2 id="ideas" { (texts.fill(key, &[("name", reader.other_name())])) }
                ul class="stack stack--tight" {
                    @for item in waiting.iter().take(PER_PAGE) { li dir="auto" { (title(item)) } }
                }
                @if reader.is_mentee() { p { (texts.get(Key::SimpleIdeasWhere)) } }
            }
        }
    }
}

/// Both of us, or only me.
pub(super) fn readers(reader: &Reader) -> [Answer; 2] {
    let texts = reader.texts();
    let other = reader.other_name();
    let other = if other.is_empty() { texts.get(Key::PrivacyMentor) } else { other };
    let named = |key| texts.fill(key, &[("name", other)]);
    [
        Answer {
            value: BOTH,
            label: named(Key::PrivacyShared),
            hint: Some(named(Key::PrivacySharedHint)),
        },
        Answer {
            value: ONLY_ME,
            label: texts.get(Key::PrivacyMe).to_owned(),
            hint: Some(texts.get(Key::PrivacyMeHint).to_owned()),
        },
    ]
}

/// What a form says of who may read.
const BOTH: &str = "both";
/// The same, for nobody else.
pub(super) const ONLY_ME: &str = "me";

/// The page that a step was ticked on, and is shown again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Week,
    Plan,
    Objective,
}

impl Origin {
    /// What the form says of it.
    pub(super) const ALL: [(Self, &'static str); 3] =
        [(Self::Week, "week"), (Self::Plan, "plan"), (Self::Objective, "objective")];

    fn field(self) -> Markup {
        let word = Self::ALL.into_iter().find(|(from, _)| *from == self).map_or("", |(_, it)| it);
        html! { input type="hidden" name="from" value=(word); }
    }
}

/// Entries of a page of a long list.
pub(super) const PER_PAGE: usize = 20;

/// The part of a list that the address asks for, and the links to the parts beside it.
pub(super) fn paged<'i, T>(reader: &Reader, items: &'i [T]) -> (&'i [T], Markup) {
    let texts = reader.texts();
    let pages = items.len().div_ceil(PER_PAGE).max(1);
    let page = reader.guest.asked.page.unwrap_or(1).clamp(1, pages);
    let first = (page - 1) * PER_PAGE;
    let shown = &items[first..items.len().min(first + PER_PAGE)];
    let links = html! {
        @if pages > 1 {
            p class="muted" { (texts.fill(Key::SimplePageOf, &[("n", &page.to_string())])) }
            div class="row" {
                @if page > 1 {
                    (link_button(&format!("?page={}", page - 1), texts.get(Key::SimpleEarlier)))
                }
                @if page < pages {
                    (link_button(&format!("?page={}", page + 1), texts.get(Key::SimpleLater)))
                }
            }
        }
    };
    (shown, links)
}
