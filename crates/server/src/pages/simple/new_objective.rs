//! A new objective: one line, and how far away it is.

use super::{
    form::{Answer, Filled, Line, Typed},
    parts::{self, ONLY_ME},
    plan::adding,
    reader::{Reader, Tab},
    wording,
};
use crate::http::extract::FormBody;
use axum::response::{IntoResponse, Redirect, Response};
use board::{
    item::{Item, Kind},
    objective::Horizon,
    op::{AddObjective, Op, TextField},
    permit::may_suggest,
};
use maud::html;
use words::Key;

/// The answers to "by when?", with what each means.
const HORIZONS: [(Horizon, &str, Key); 3] = [
    (Horizon::Short, "short", Key::HorizonShortHint),
    (Horizon::Medium, "medium", Key::HorizonMediumHint),
    (Horizon::Long, "long", Key::HorizonLongHint),
];

pub(super) async fn empty(reader: Reader) -> Response {
    let typed = Typed::new();
    page(&reader, &Filled::new(reader.texts(), &typed), false)
}

pub(super) async fn add(mut reader: Reader, FormBody(typed): FormBody<Typed>) -> Response {
    reader.guest.speak(typed.get("lang").map(String::as_str));
    let mut form = Filled::new(reader.texts(), &typed);
    if form.only_speaks() {
        return page(&reader, &form, true);
    }
    let title = form.read(&line(&reader));
    if !form.is_wrong() {
        let suggested = suggests(&reader);
        let horizon = HORIZONS.into_iter().find(|(_, word, _)| *word == form.value("horizon"));
        let horizon = horizon.map_or(Horizon::Short, |(horizon, ..)| horizon);
        let only_me = !suggested && form.value("readers") == ONLY_ME;
        let add = |id| {
            Op::AddObjective(AddObjective {
                id,
                title: title.clone(),
                horizon: horizon.clone(),
                theme: None,
                notes: String::new(),
                only_me,
                suggested,
            })
        };
        let same = |it: &Item| it.as_objective().is_some_and(|it| it.title.text == title);
        match reader.add(form.id(), add, same).await {
            // An idea has no page of its own here: it waits in the plan.
            Ok(id) if suggested => {
                return Redirect::to(&reader.at(&format!("plan?added={id}"))).into_response();
            }
            Ok(id) => {
                let page = reader.at(&format!("plan/{id}?added={id}"));
                return Redirect::to(&page).into_response();
            }
            Err(refused) => form.refuse(&refused),
        }
    }
    page(&reader, &form, true)
}

fn suggests(reader: &Reader) -> bool {
    may_suggest(&reader.actor, &Kind::Objective)
}

fn line(reader: &Reader) -> Line {
    let label =
        if suggests(reader) { Key::SuggestionObjectiveLabel } else { Key::ObjectiveTitleLabel };
    Line {
        name: "title",
        field: TextField::Title,
        label,
        hint: Some(Key::ObjectiveTitleHint),
        optional: false,
    }
}

/// The page; `sent` when it answers its form.
fn page(reader: &Reader, form: &Filled<'_>, sent: bool) -> Response {
    let texts = reader.texts();
    let title = texts.get(adding(reader).unwrap_or(Key::ObjectiveAdd));
    let action = reader.at("plan/new");
    let horizons = HORIZONS.map(|(horizon, value, hint)| Answer {
        value,
        label: texts.get(wording::horizon(&horizon)).to_owned(),
        hint: Some(texts.get(hint).to_owned()),
    });
    let main = html! {
        p { a class="link" href=(reader.at("plan")) { (texts.get(Key::ActionBack)) } }
        div class="stack" {
            h1 { (title) }
            form class="form" method="post" action=(action) novalidate {
                (form.hidden())
                (form.line(&line(reader)))
                (form.choice("horizon", Key::HorizonQuestion, &horizons))
                @if !suggests(reader) {
                    (form.choice("readers", Key::PrivacyQuestion, &parts::readers(reader)))
                }
                div class="form__actions" { button class="button" { (title) } }
            }
        }
    };
    reader.answer(Tab::Plan, title, sent.then_some((form, action.as_str())), &main)
}
