//! The app's own page with one of these in it: the plan can be read, and a step be done, while the app
//! is on its way; a network that is too bad for the app still brings the plan.
//!
//! A worker that has the app answers with the bare page that it keeps, and nobody asks here.

use super::{
    applications,
    guest::Guest,
    objective, plan,
    reader::{Reader, boards_of},
    week,
};
use crate::app::App;
use axum::{
    body::to_bytes,
    extract::{FromRequestParts, Request},
    http::{HeaderName, Method, StatusCode, header},
    response::Response,
};
use board::{actor::Role, id::ItemId};
use std::sync::Arc;

/// What a browser says of a page that it is about to show; a worker that fetches the page to keep it
/// says something else.
const DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// More bytes than any of these pages has.
const PAGE_MAX: usize = 1 << 20;

/// The addresses that the app shares with these pages, as far as they have no fields.
#[derive(Clone, Copy)]
enum Place {
    Week,
    Plan,
    Objective(ItemId),
    Applications,
    Application(ItemId),
}

impl Place {
    fn of(path: &str) -> Option<Self> {
        match *path.split('/').skip(1).collect::<Vec<_>>() {
            ["" | "week"] => Some(Self::Week),
            ["plan"] => Some(Self::Plan),
            ["plan", id] => Some(Self::Objective(id.parse().ok()?)),
            ["applications"] => Some(Self::Applications),
            ["applications", id] => Some(Self::Application(id.parse().ok()?)),
            _ => None,
        }
    }
}

/// The app's page with the simple page of the same address; nothing where there is none.
pub async fn meanwhile(app: &Arc<App>, request: Request) -> Option<Response> {
    let (mut parts, _) = request.into_parts();
    let shows = parts.headers.get(DESTINATION).is_some_and(|it| it == "document");
    if parts.method != Method::GET || !shows {
        return None;
    }
    let place = Place::of(parts.uri.path())?;
    let mut guest = Guest::from_request_parts(&mut parts, app).await.ok()?;
    let who = guest.who.clone()?;
    if !matches!(who.role, Role::Mentee | Role::Mentor) {
        return None;
    }
    // As the app chooses on a device that remembers nothing.
    let board = boards_of(&guest, &who).await.ok()?.into_iter().next()?;
    guest.fragment = true;
    let reader = Reader::open(guest, who.person, board).await.ok()?;
    let page = match place {
        Place::Week => week::week(reader).await,
        Place::Plan => plan::plan(reader).await,
        Place::Objective(id) => objective::read(reader.about(id)).await,
        Place::Applications => applications::list(reader).await,
        Place::Application(id) => applications::read(reader.about(id)).await,
    };
    if page.status() != StatusCode::OK {
        return None;
    }
    let (mut head, body) = page.into_parts();
    let body = to_bytes(body, PAGE_MAX).await.ok()?;
    let whole = app.assets.shell_around(&parts.headers, std::str::from_utf8(&body).ok()?)?;
    head.headers.remove(header::CONTENT_LENGTH);
    Some(Response::from_parts(head, whole.into()))
}
