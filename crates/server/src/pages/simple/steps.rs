//! "It is done", and back.

use super::{
    parts::Origin,
    reader::{Reader, Tab},
};
use crate::http::extract::FormBody;
use axum::response::{IntoResponse, Redirect, Response};
use board::op::Op;
use maud::html;
use serde::Deserialize;
use words::Key;

/// What the button of a step carries.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Tick {
    done: String,
    from: String,
}

/// The answer to this form has no address of its own: a reload leads to the plan.
pub(super) async fn back(reader: Reader) -> Redirect {
    Redirect::to(&reader.at("plan"))
}

pub(super) async fn tick(reader: Reader, FormBody(tick): FormBody<Tick>) -> Response {
    let Some((_, item)) = reader.asked_item(|item| item.as_step().is_some()) else {
        return reader.not_there();
    };
    let (id, objective) = (item.id, item.parent());
    let done = tick.done == "yes";
    match reader.act(Op::TickStep { item: id, done }).await {
        Ok(()) => {
            let from = Origin::ALL.into_iter().find(|(_, word)| *word == tick.from);
            let page = match (from, objective) {
                (Some((Origin::Week, _)), _) => "week".to_owned(),
                (Some((Origin::Objective, _)), Some(objective)) => format!("plan/{objective}"),
                _ => "plan".to_owned(),
            };
            Redirect::to(&format!("{}?done={id}", reader.at(&page))).into_response()
        }
        Err(refused) => {
            let texts = reader.texts();
            let title = texts.get(Key::SimpleNotSent);
            let main = html! {
                div class="stack" {
                    h1 { (title) }
                    p { (texts.get(refused.sentence())) }
                    p { (super::parts::link_button(&reader.at("plan"), texts.get(Key::NavPlan))) }
                }
            };
            (refused.status(), reader.page(Tab::Plan, title, &main)).into_response()
        }
    }
}
