//! The plan without the app: plain HTML for whoever has no script or no wasm, or too little data
//! for either. They read what the app reads and write with the same rules; the other person sees
//! it live.

mod act;
mod applications;
mod blank;
mod days;
mod form;
mod front;
mod guest;
pub(super) mod icon;
pub(super) mod meanwhile;
mod new_application;
mod new_objective;
mod objective;
mod parts;
mod plan;
mod reader;
mod steps;
mod talk;
mod week;
mod wording;

use crate::app::App;
use axum::{
    Router,
    routing::{get, post},
};
use std::sync::Arc;

pub(super) use blank::STYLE as BLANK_STYLE;

/// What this is, how to come in, whom to call.
pub(super) const FRONT: &str = "/simple";
/// The week of whoever is signed in.
pub(super) const WEEK: &str = "/simple/week";
/// A plan to fill in by hand.
const BLANK: &str = "/simple/blank";
/// "Do you want to leave?", and leaving.
const LEAVE: &str = "/simple/leave";

pub(super) fn router() -> Router<Arc<App>> {
    Router::new()
        .route(FRONT, get(front::front))
        .route(WEEK, get(week::own))
        .route(BLANK, get(blank::blank))
        .route(LEAVE, get(front::ask).post(front::leave))
        .route("/simple/{board}/week", get(week::week))
        .route("/simple/{board}/plan", get(plan::plan))
        .route("/simple/{board}/plan/new", get(new_objective::empty).post(new_objective::add))
        .route("/simple/{board}/plan/{item}", get(objective::read).post(objective::add_step))
        .route("/simple/{board}/steps/{item}", post(steps::tick).get(steps::back))
        .route("/simple/{board}/applications", get(applications::list))
        .route(
            "/simple/{board}/applications/new",
            get(new_application::empty).post(new_application::add),
        )
        .route("/simple/{board}/applications/{item}", get(applications::read))
        .route("/simple/{board}/talk/{item}", post(talk::say).get(talk::back))
}
