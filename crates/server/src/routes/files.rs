//! Files of a board: a CV that was made elsewhere, a photo of one on paper (M16, A21). How they
//! come is in `uploads`.

use super::boards::refusal;
use crate::{
    app::App,
    cabinet, clock,
    http::{
        extract::{PathId, SignedIn},
        headers::DOCUMENT_POLICY,
        problem::ApiError,
    },
    secret, sniff,
    store::{
        files::{FileRow, Quota},
        people::Hash,
        uploads::UploadRow,
    },
};
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use board::{
    cv::FileKind,
    id::BoardId,
    protocol::problem::{Problem, ProblemCode},
};
use std::sync::Arc;
use tokio::task::spawn_blocking;
use utoipa_axum::{router::OpenApiRouter, routes};

/// What one person can keep: two files a week for two years, or twenty of the largest.
const QUOTA: Quota = Quota { files: 200, bytes: 100_000_000 };

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(read_file))
}

/// Looks at what came of an upload, and keeps it.
pub(super) async fn keep(
    app: &App,
    upload: &UploadRow,
    bytes: Vec<u8>,
) -> Result<FileRow, ApiError> {
    let (hash, kind, bytes) = examine(upload.announced, bytes).await?;
    let row = FileRow {
        board: upload.board,
        hash,
        person: upload.person,
        name: sniff::name_for(&upload.name, &kind),
        kind,
        bytes: u32::try_from(bytes.len()).map_err(|_| ProblemCode::TooLarge)?,
        at: clock::now(),
    };
    store(app, row.clone(), bytes).await?;
    Ok(row)
}

/// Looks at the bytes on a thread that may take its time.
async fn examine(
    announced: Option<Hash>,
    bytes: Vec<u8>,
) -> Result<(Hash, FileKind, Vec<u8>), ApiError> {
    let look = move || {
        let hash = secret::hash(&bytes);
        let same = announced.is_none_or(|announced| announced == hash);
        let kind = if same { sniff::kind_of(&bytes) } else { None };
        (same, hash, kind, bytes)
    };
    let looked = spawn_blocking(look).await;
    let (same, hash, kind, bytes) =
        looked.map_err(|_| ApiError::Trouble("a look broke off".into()))?;
    if !same {
        return Err(ProblemCode::FileDiffers.into());
    }
    Ok((hash, kind.ok_or(ProblemCode::FileNotAccepted)?, bytes))
}

/// First the bytes, then the row: a crash in between leaves bytes that the next start clears away.
async fn store(app: &App, row: FileRow, bytes: Vec<u8>) -> Result<(), ApiError> {
    let hash = row.hash;
    let _order = app.files.lock().await;
    app.files.put(hash, bytes).await?;
    let kept = app.store.add_file(row, QUOTA).await;
    if !matches!(kept, Ok(true)) && !app.store.is_file_kept(hash).await? {
        app.files.remove(hash).await?;
    }
    if kept? { Ok(()) } else { Err(ProblemCode::FileQuota.into()) }
}

/// A file, to be saved: never shown as a page of ours.
#[utoipa::path(get, path = "/boards/{board}/files/{sha256}", tag = "files",
    params(("board" = BoardId, Path, description = "Which board"),
        ("sha256" = String, Path, description = "SHA-256 of the bytes")),
    responses(
        (status = 200, description = "The bytes", body = Vec<u8>,
            content_type = "application/octet-stream"),
        (status = 404, description = "`not_found`: nothing this person may read refers to it",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn read_file(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId((board, sha256)): PathId<(BoardId, String)>,
) -> Result<Response, ApiError> {
    let hash = cabinet::parse_hex(&sha256).ok_or(ProblemCode::NotFound)?;
    let row = app.store.file(board, who.person, hash).await.map_err(refusal)?;
    let bytes = app.files.get(hash).await?;
    Ok(attachment(sniff::media_type(&row.kind), &row.name, bytes))
}

/// Bytes to be saved under a name.
pub(super) fn attachment(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let plain = |sign: char| if is_plain(sign) { sign } else { '_' };
    let ascii: String = name.chars().map(plain).collect();
    let value = format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{}", encoded(name));
    let value = HeaderValue::from_str(&value).expect("what is not plain ASCII was replaced");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, value),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(DOCUMENT_POLICY)),
    ];
    (headers, bytes).into_response()
}

fn is_plain(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, ' ' | '.' | '-' | '_' | '(' | ')')
}

/// As RFC 8187 wants names that are not plain.
fn encoded(name: &str) -> String {
    let byte = |byte: u8| match byte {
        b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'.' | b'-' | b'_' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    name.bytes().map(byte).collect()
}
