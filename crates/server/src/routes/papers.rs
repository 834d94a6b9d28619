//! Pages to print and to send: a CV, a proof of search.

use super::{boards::refusal, files::attachment};
use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, JsonBody, PathId, SignedIn},
        problem::ApiError,
    },
    papers::{
        self,
        proof::{NoProof, proof},
    },
};
use axum::{
    Json,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use board::{
    actor::Seat,
    id::{BoardId, ItemId},
    proof::PROOF_MAX,
    protocol::{
        account::{MissingLetters, ProofRequest},
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};
use words::Lang;

/// Most letters that one question names.
const LETTERS_MAX: usize = 500;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(read_cv))
        .routes(routes!(make_proof))
        .routes(routes!(find_missing_letters))
}

/// A CV version that was written in the app, as an A4 page (`.pdf`) or to paste into a web form
/// (`.txt`), with headings in the language of the CV. A version that is a file is not here.
#[utoipa::path(get, path = "/boards/{board}/cvs/{file}", tag = "papers",
    params(("board" = BoardId, Path, description = "Which board"),
        ("file" = String, Path, description = "Id of the version, then `.pdf` or `.txt`")),
    responses(
        (status = 200, description = "The CV", content(
            (Vec<u8> = "application/pdf"), (String = "text/plain"))),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: there is nothing to print", body = Problem,
            content_type = "application/problem+json"),
        (status = 503, description = "`unavailable`: too many pages at once", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_cv(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId((board, file)): PathId<(BoardId, String)>,
) -> Result<Response, ApiError> {
    let (id, ending) = file.rsplit_once('.').ok_or(ProblemCode::NotFound)?;
    let id: ItemId = id.parse().map_err(|_| ProblemCode::NotFound)?;
    let (_, world) = app.store.world(board, who.person).await.map_err(refusal)?;
    let found = papers::cv::cv(&world, id);
    let (name, cv) = found.ok_or(ProblemCode::NotFound)?;
    match ending {
        "pdf" => {
            let pdf = app.press.print(move || typeset::cv_pdf(&cv)).await?;
            Ok(attachment("application/pdf", &name, pdf))
        }
        "txt" => {
            let plain = HeaderValue::from_static("text/plain; charset=utf-8");
            Ok(([(header::CONTENT_TYPE, plain)], typeset::cv_text(&cv)).into_response())
        }
        _ => Err(ProblemCode::NotFound.into()),
    }
}

/// A proof of job search: what the mentee chose, item by item, and nothing else.
#[utoipa::path(post, path = "/boards/{board}/proof.pdf", tag = "papers",
    operation_id = "make_proof",
    params(("board" = BoardId, Path, description = "Which board")),
    request_body = ProofRequest,
    responses(
        (status = 200, description = "An A4 page", body = Vec<u8>,
            content_type = "application/pdf"),
        (status = 403, description = "`not_allowed`: it is the mentee's proof", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such board, or not for this person",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which field and why",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn make_proof(
    State(app): State<Arc<App>>,
    who: SignedIn,
    PathId(board): PathId<BoardId>,
    JsonBody(request): JsonBody<ProofRequest>,
) -> Result<Response, ApiError> {
    let (seat, world) = app.store.world(board, who.person).await.map_err(refusal)?;
    if seat != Seat::Mentee {
        return Err(ProblemCode::NotAllowed.into());
    }
    let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == request.lang);
    let lang = lang.ok_or_else(|| ApiError::field("lang", FieldRule::Unknown))?;
    if request.items.is_empty() {
        return Err(ApiError::field("items", FieldRule::Empty));
    }
    if request.items.len() > PROOF_MAX {
        return Err(ApiError::field("items", FieldRule::TooLong));
    }
    if request.from > request.until {
        return Err(ApiError::field("until", FieldRule::NotADay));
    }
    let table = proof(&world, &request, &who.name, app.pages.catalogue(lang), clock::now());
    let table = table.map_err(|error| match error {
        NoProof::NotThere | NoProof::NotInTime => ApiError::field("items", FieldRule::Unknown),
    })?;
    let pdf = app.press.print(move || typeset::table_pdf(&table)).await?;
    Ok(attachment("application/pdf", &format!("{} {}.pdf", request.from, request.until), pdf))
}

/// Letters to look for.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AskLetters {
    /// The letters of a text, each once, at most 500.
    of: String,
}

/// Which letters the fonts of the PDFs lack: to say so beside the download. A box stands in the
/// place of such a letter.
#[utoipa::path(get, path = "/papers/missing-letters", tag = "papers", params(AskLetters),
    responses(
        (status = 200, description = "Those that are missing", body = MissingLetters),
        (status = 401, description = "`signed_out`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: more letters than a text has", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn find_missing_letters(
    _who: SignedIn,
    AskedFor(AskLetters { of }): AskedFor<AskLetters>,
) -> Result<Json<MissingLetters>, ApiError> {
    if of.chars().count() > LETTERS_MAX {
        return Err(ApiError::field("of", FieldRule::TooLong));
    }
    let letters = typeset::missing_glyphs(&of).into_iter().collect();
    Ok(Json(MissingLetters { letters }))
}
