//! Files on their way, piece by piece: tus 1.0.0 (M16, A21). A phone that lost the network goes on
//! where it was. What has come whole is looked at like any file before anybody gets it.

mod tus;

use super::{boards::refusal, files};
use crate::{
    app::App,
    clock,
    http::{
        extract::{PathId, Piece, SignedIn},
        problem::ApiError,
    },
    ids,
    store::uploads::UploadRow,
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::from_fn,
};
use board::{
    actor::Actor,
    id::BoardId,
    item::Kind,
    permit,
    protocol::{
        account::Uploaded,
        problem::{Problem, ProblemCode},
    },
    time::Timestamp,
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

/// How long a file may take: a phone may be without a network for days.
const LIFE: i64 = 7 * Timestamp::DAY;
/// Files on their way of one person; the oldest make room.
const MOST: u32 = 10;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(describe_uploads, begin_upload))
        .routes(routes!(find_upload, continue_upload, read_upload, end_upload))
        .layer(from_fn(tus::speak))
}

/// Says what of tus is spoken here.
#[utoipa::path(options, path = "/boards/{board}/uploads", tag = "files",
    params(("board" = BoardId, Path, description = "Which board")),
    responses((status = 204, description = "In the headers `Tus-…`")),
    security(()))]
async fn describe_uploads() -> (StatusCode, HeaderMap) {
    (StatusCode::NO_CONTENT, tus::abilities())
}

/// Begins to send a file, by tus 1.0.0; the first piece may come at once.
///
/// `Upload-Metadata` may hold its `filename` and the `sha256` of its bytes. What it is is found out
/// from its content. One that nothing refers to is forgotten after a week.
#[utoipa::path(post, path = "/boards/{board}/uploads", tag = "files",
    params(("board" = BoardId, Path, description = "Which board"),
        ("Tus-Resumable" = String, Header, description = "`1.0.0`"),
        ("Upload-Length" = u32, Header, description = "How many bytes it has"),
        ("Upload-Metadata" = Option<String>, Header, description = "Pairs as tus writes them")),
    request_body(content = Vec<u8>, content_type = "application/offset+octet-stream"),
    responses(
        (status = 201, description = "Begun; `Location` says where it goes on"),
        (status = 400, description = "`malformed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "`not_allowed`: the mentee alone adds CVs", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such board, or not for this person",
            body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`file_quota`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`upload_version`", body = Problem,
            content_type = "application/problem+json"),
        (status = 413, description = "`too_large`: more than 5 MB", body = Problem,
            content_type = "application/problem+json"),
        (status = 415, description = "`file_not_accepted`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`file_empty`, `file_differs`", body = Problem,
            content_type = "application/problem+json"),
        (status = 460, description = "`upload_broken`: not the piece that was announced",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn begin_upload(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
    headers: HeaderMap,
    piece: Piece,
) -> Result<(StatusCode, HeaderMap), ApiError> {
    may_send(&app, &who, board).await?;
    let (length, (name, announced)) = (tus::length(&headers)?, tus::metadata(&headers)?);
    let at = clock::now();
    let id = ids::new_id(at);
    let expires = Timestamp(at.0 + LIFE);
    let person = who.person;
    let row = UploadRow { id, board, person, length, name, announced, at, expires, file: None };
    for old in app.store.begin_upload(row.clone(), MOST).await? {
        app.parts.remove(old).await?;
    }
    let offset = if piece.is_empty() { 0 } else { take(&app, row, 0, &headers, piece).await? };
    let mut said = tus::progress(offset, expires);
    let place = format!("{}/boards/{board}/uploads/{id}", super::PREFIX);
    let place = HeaderValue::from_str(&place).expect("ids are ASCII");
    said.insert(header::LOCATION, place);
    Ok((StatusCode::CREATED, said))
}

/// How much of a file has come.
#[utoipa::path(head, path = "/boards/{board}/uploads/{id}", tag = "files",
    params(("board" = BoardId, Path, description = "Which board"),
        ("id" = Uuid, Path, description = "Which upload"),
        ("Tus-Resumable" = String, Header, description = "`1.0.0`")),
    responses(
        (status = 200, description = "In `Upload-Offset`, of `Upload-Length`"),
        (status = 404, description = "`not_found`: no such upload, or not of this person"),
        (status = 410, description = "`upload_gone`: its time is over"),
        (status = 412, description = "`upload_version`"),
    ))]
async fn find_upload(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId((board, id)): PathId<(BoardId, Uuid)>,
) -> Result<(StatusCode, HeaderMap), ApiError> {
    let row = running(&app, &who, board, id).await?;
    let offset = match row.file {
        Some(_) => u64::from(row.length),
        None => app.parts.length(id).await?,
    };
    let mut said = tus::progress(offset, row.expires);
    tus::say_length(&mut said, row.length);
    said.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok((StatusCode::OK, said))
}

/// Sends the next piece of a file. With the last one it is looked at and kept.
///
/// When only the looking failed, an empty piece at the end asks for it again.
#[utoipa::path(patch, path = "/boards/{board}/uploads/{id}", tag = "files",
    params(("board" = BoardId, Path, description = "Which board"),
        ("id" = Uuid, Path, description = "Which upload"),
        ("Tus-Resumable" = String, Header, description = "`1.0.0`"),
        ("Upload-Offset" = u64, Header, description = "Where the piece begins"),
        ("Upload-Checksum" = Option<String>, Header, description = "`sha256` and the sum in base64")),
    request_body(content = Vec<u8>, content_type = "application/offset+octet-stream"),
    responses(
        (status = 204, description = "Kept; `Upload-Offset` says how much has come"),
        (status = 400, description = "`malformed`: no offset, or the body broke off; what came of \
            it is kept", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such upload, or not of this person",
            body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`upload_offset`: it goes on elsewhere; `file_quota`",
            body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "`upload_gone`: its time is over", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`upload_version`", body = Problem,
            content_type = "application/problem+json"),
        (status = 413, description = "`too_large`: more than was announced", body = Problem,
            content_type = "application/problem+json"),
        (status = 415, description = "`file_not_accepted`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`file_differs`", body = Problem,
            content_type = "application/problem+json"),
        (status = 460, description = "`upload_broken`: not the piece that was announced",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn continue_upload(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId((board, id)): PathId<(BoardId, Uuid)>,
    headers: HeaderMap,
    piece: Piece,
) -> Result<(StatusCode, HeaderMap), ApiError> {
    let row = running(&app, &who, board, id).await?;
    let expires = row.expires;
    let offset = take(&app, row, tus::offset(&headers)?, &headers, piece).await?;
    Ok((StatusCode::NO_CONTENT, tus::progress(offset, expires)))
}

/// What a file was found to be, once it has come whole: to be named in a CV version.
#[utoipa::path(get, path = "/boards/{board}/uploads/{id}", tag = "files",
    params(("board" = BoardId, Path, description = "Which board"),
        ("id" = Uuid, Path, description = "Which upload")),
    responses(
        (status = 200, description = "What was kept", body = Uploaded),
        (status = 404, description = "`not_found`: no such upload, or not of this person",
            body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`upload_offset`: not all of it has come", body = Problem,
            content_type = "application/problem+json"),
        (status = 410, description = "`upload_gone`: its time is over", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_upload(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId((board, id)): PathId<(BoardId, Uuid)>,
) -> Result<Json<Uploaded>, ApiError> {
    let row = running(&app, &who, board, id).await?;
    let hash = row.file.ok_or(ProblemCode::UploadOffset)?;
    // A week without anything that refers to it, or the CV was removed meanwhile.
    let kept = app.store.file(board, who.person, hash).await;
    let kept = kept.map_err(|_| ProblemCode::UploadGone)?;
    Ok(Json(Uploaded { file: kept.into() }))
}

/// Gives up sending a file. One that has come whole stays.
#[utoipa::path(delete, path = "/boards/{board}/uploads/{id}", tag = "files",
    params(("board" = BoardId, Path, description = "Which board"),
        ("id" = Uuid, Path, description = "Which upload"),
        ("Tus-Resumable" = String, Header, description = "`1.0.0`")),
    responses(
        (status = 204, description = "Forgotten"),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such upload, or not of this person",
            body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "`upload_gone`: its time is over", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`upload_version`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn end_upload(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId((board, id)): PathId<(BoardId, Uuid)>,
) -> Result<StatusCode, ApiError> {
    running(&app, &who, board, id).await?;
    forget(&app, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn may_send(app: &App, who: &SignedIn, board: BoardId) -> Result<(), ApiError> {
    let seat = app.store.seat(board, who.person).await.map_err(refusal)?;
    let may = permit::may_add(&Actor { person: who.person, seat }, &Kind::CvVersion);
    if may { Ok(()) } else { Err(ProblemCode::NotAllowed.into()) }
}

/// An upload of this person whose time is not over.
async fn running(
    app: &App,
    who: &SignedIn,
    board: BoardId,
    id: Uuid,
) -> Result<UploadRow, ApiError> {
    may_send(app, who, board).await?;
    let row = app.store.upload(board, who.person, id).await.map_err(refusal)?;
    if row.expires >= clock::now() { Ok(row) } else { Err(ProblemCode::UploadGone.into()) }
}

/// Adds a piece and, with the last one, makes a file of it. Returns where it goes on.
async fn take(
    app: &App,
    row: UploadRow,
    offset: u64,
    headers: &HeaderMap,
    piece: Piece,
) -> Result<u64, ApiError> {
    let length = u64::from(row.length);
    if offset > length {
        return Err(ProblemCode::UploadOffset.into());
    }
    if offset + piece.bytes.len() as u64 > length {
        return Err(ProblemCode::TooLarge.into());
    }
    if row.file.is_some() {
        return if offset == length { Ok(length) } else { Err(ProblemCode::UploadOffset.into()) };
    }
    let broke_off = || ApiError::Because(ProblemCode::Malformed, "the body broke off".into());
    if headers.contains_key(HeaderName::from_static("upload-checksum")) {
        // Half a piece cannot be checked, so nothing of it counts.
        if !piece.is_whole {
            return Err(broke_off());
        }
        tus::check(headers, &piece.bytes)?;
    }
    let (id, is_whole) = (row.id, piece.is_whole);
    let reached = app.parts.append(id, offset, piece.bytes).await?;
    let reached = reached.ok_or(ProblemCode::UploadOffset)?;
    if reached == length {
        finish(app, row).await?;
    } else if !is_whole {
        return Err(broke_off());
    }
    Ok(reached)
}

/// The same look as for any file. What is refused will not become better: it is forgotten at once.
/// What the server could not do can be asked for again.
async fn finish(app: &App, row: UploadRow) -> Result<(), ApiError> {
    let bytes = app.parts.read(row.id).await?;
    let (board, person) = (row.board, row.person);
    let kept = match files::keep(app, &row, bytes).await {
        Ok(kept) => kept,
        Err(error) => {
            if error.problem().status < 500 {
                forget(app, row.id).await?;
            }
            return Err(error);
        }
    };
    app.store.finish_upload(row.id, kept.hash).await?;
    app.parts.remove(row.id).await?;
    tracing::info!(board.id = %board, person.id = %person, bytes = kept.bytes, "file kept");
    Ok(())
}

async fn forget(app: &App, id: Uuid) -> Result<(), ApiError> {
    app.store.forget_upload(id).await?;
    app.parts.remove(id).await?;
    Ok(())
}
