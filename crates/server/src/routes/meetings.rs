//! Meetings in the person's own calendar (M25): one by one, or by an address that a calendar reads
//! again and again.

use super::{boards::refusal, files::attachment};
use crate::{
    app::App,
    cabinet::hex,
    clock,
    http::{
        extract::{PathId, SignedIn},
        problem::ApiError,
    },
    ics, ids,
    routes::PREFIX,
    secret,
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use board::{
    id::{BoardId, ItemId},
    item::Item,
    protocol::{
        account::CalendarAddress,
        problem::{Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};
use words::{Key, Lang};

/// Media type of a calendar.
const KIND: &str = "text/calendar; charset=utf-8";

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(read_meeting))
        .routes(routes!(create_calendar, end_calendar))
        .routes(routes!(read_calendar))
}

/// One meeting, to put into a calendar: a day and a time, no name and no word of the board.
#[utoipa::path(get, path = "/boards/{board}/meetings/{file}", tag = "meetings",
    params(("board" = BoardId, Path, description = "Which board"),
        ("file" = String, Path, description = "Id of the meeting, then `.ics`")),
    responses(
        (status = 200, description = "The meeting", body = String, content_type = "text/calendar"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_meeting(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId((board, file)): PathId<(BoardId, String)>,
) -> Result<Response, ApiError> {
    let id = file.strip_suffix(".ics").ok_or(ProblemCode::NotFound)?;
    let id: ItemId = id.parse().map_err(|_| ProblemCode::NotFound)?;
    let (_, world) = app.store.world(board, who.person).await.map_err(refusal)?;
    let (_, item) = world.find(id).ok_or(ProblemCode::NotFound)?;
    if item.as_meeting().is_none() || item.removed.is_some() {
        return Err(ProblemCode::NotFound.into());
    }
    let text = calendar(&app, &who.lang, std::slice::from_ref(item));
    Ok(attachment(KIND, "passerelle.ics", text.into_bytes()))
}

/// Makes the address under which a calendar reads the person's meetings. The one before ends.
#[utoipa::path(post, path = "/account/calendar", tag = "account", operation_id = "create_calendar",
    responses(
        (status = 200, description = "The address, told this once", body = CalendarAddress),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn create_calendar(
    State(app): State<Arc<App>>,
    who: SignedIn,
) -> Result<Json<CalendarAddress>, ApiError> {
    let token = URL_SAFE_NO_PAD.encode(ids::random::<20>());
    app.store.set_calendar(who.person, Some(secret::hash(&token)), clock::now()).await?;
    let address = format!("{}{PREFIX}/calendar/{token}.ics", app.site.origin);
    Ok(Json(CalendarAddress { address }))
}

/// Ends that address: whoever has it reads nothing any more.
#[utoipa::path(delete, path = "/account/calendar", tag = "account", operation_id = "end_calendar",
    responses(
        (status = 204, description = "There is none now"),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn end_calendar(State(app): State<Arc<App>>, who: SignedIn) -> Result<StatusCode, ApiError> {
    app.store.set_calendar(who.person, None, clock::now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A person's meetings, for a calendar program. The address is the key; there is no session.
#[utoipa::path(get, path = "/calendar/{file}", tag = "meetings", security(()),
    params(("file" = String, Path, description = "The secret of the address, then `.ics`")),
    responses(
        (status = 200, description = "The meetings: days and times only", body = String,
            content_type = "text/calendar"),
        (status = 304, description = "As it was"),
        (status = 404, description = "`not_found`: never was, or ended", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_calendar(
    State(app): State<Arc<App>>,
    PathId(file): PathId<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let token = file.strip_suffix(".ics").ok_or(ProblemCode::NotFound)?;
    let person = app.store.calendar(secret::hash(token)).await?;
    let meetings = app.store.meetings_of(person.id).await?;
    let text = calendar(&app, &person.lang, &meetings);
    // Weak: what is compressed on the way has other bytes.
    let tag = format!("W/\"{}\"", &hex(&secret::hash(&text))[..32]);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let is_known = known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag));
    let fresh = [
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (header::ETAG, HeaderValue::from_str(&tag).expect("hexadecimal digits are ASCII")),
    ];
    if is_known {
        return Ok((StatusCode::NOT_MODIFIED, fresh).into_response());
    }
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static(KIND))];
    Ok((fresh, kind, text).into_response())
}

fn calendar(app: &App, lang: &str, items: &[Item]) -> String {
    let catalogue = app.pages.catalogue(Lang::from_tag(lang).unwrap_or_default());
    let words = ics::Words {
        name: catalogue.get(Key::CalendarPrintName),
        meeting: catalogue.get(Key::CalendarPrintMeeting),
    };
    ics::calendar(words, items)
}
