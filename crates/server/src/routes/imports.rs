//! Duos from a file (features.md K01): look at it, create what was chosen, print the invitations,
//! take all of it back.

mod rows;

use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, FileBody, LongJson, PathId, Staff},
        problem::ApiError,
    },
    ids, import,
    import::check::Known,
    invite,
    store::{
        StoreError,
        imports::{ImportOutcome, NewImport},
        people::Person,
        pool::KnownPerson,
    },
};
use axum::{Json, extract::State, http::StatusCode};
use board::{
    id::ImportId,
    protocol::{
        duos::{FreshInvitation, Handover},
        imports::{CreateImport, IMPORT_BYTES_MAX, ImportInfo, ImportPreview, Slips},
        problem::{FieldRule, Problem, ProblemCode},
    },
};
use std::sync::Arc;
use tokio::task::spawn_blocking;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Invitations that are made at once: a sheet of paper for each two.
const SLIPS: usize = 50;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(preview))
        .routes(routes!(list, create))
        .routes(routes!(undo))
        .routes(routes!(slips))
}

/// Reads a list of duos, CSV or XLSX, and says of each row what would be created and what is wrong.
/// Nothing is created.
///
/// A file that cannot be used as a whole is named in `fields` as `file` with one of: `kind`,
/// `damaged`, `no_headings`, `no_rows`, `too_many_rows`.
#[utoipa::path(put, path = "/imports/preview", tag = "imports", operation_id = "preview_import",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, description = "What was read", body = ImportPreview),
        (status = 413, description = "`too_large`: more than 1 MiB", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: no list", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn preview(
    State(app): State<Arc<App>>,
    staff: Staff,
    FileBody(bytes): FileBody,
) -> Result<Json<ImportPreview>, ApiError> {
    if bytes.len() > IMPORT_BYTES_MAX {
        return Err(ProblemCode::TooLarge.into());
    }
    let known = known(&app, &staff).await?;
    let read = spawn_blocking(move || import::read(&bytes, &known)).await;
    let read = read.map_err(|_| ApiError::Trouble("reading a list stopped".into()))?;
    read.map(Json).map_err(|rule| ApiError::field("file", FieldRule::from_word(rule.as_str())))
}

/// The lists of the coordinator's branches that still stand, newest first.
#[utoipa::path(get, path = "/imports", tag = "imports", operation_id = "list_imports",
    responses(
        (status = 200, description = "The lists", body = Vec<ImportInfo>),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn list(
    State(app): State<Arc<App>>,
    staff: Staff,
) -> Result<Json<Vec<ImportInfo>>, ApiError> {
    Ok(Json(app.store.imports(staff.who.person).await?))
}

/// Creates the chosen rows of a list, all or none. The same list sent twice is created once.
///
/// A row that may not be created is named in `fields` as `duos[number]`. `stale`: what the rows were
/// checked against has changed; look at the list again.
#[utoipa::path(post, path = "/imports", tag = "imports", operation_id = "create_import",
    request_body = CreateImport,
    responses(
        (status = 201, description = "Created", body = ImportInfo),
        (status = 412, description = "`stale`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn create(
    State(app): State<Arc<App>>,
    staff: Staff,
    LongJson(new): LongJson<CreateImport>,
) -> Result<(StatusCode, Json<ImportInfo>), ApiError> {
    let id = new.id;
    let digest = rows::digest(&new)?;
    let before = app.store.imports(staff.who.person).await?;
    let duos = if before.iter().any(|info| info.id == id) {
        // Its people are known by now: the rows would be refused, and nothing is made of them.
        Vec::new()
    } else {
        rows::drafts(new.duos, &known(&app, &staff).await?, staff.as_coordinator())?
    };
    let import = NewImport { id, author: staff.who.person, digest, at: clock::now(), duos };
    if app.store.create_import(import).await? == ImportOutcome::Reused {
        let why = "the id came before with another list";
        return Err(ApiError::Because(ProblemCode::Unusable, why.into()));
    }
    let lists = app.store.imports(staff.who.person).await?;
    let info = lists.into_iter().find(|info| info.id == id).ok_or(StoreError::NotFound)?;
    Ok((StatusCode::CREATED, Json(info)))
}

/// Takes a whole list back, as long as nobody of it came in and nothing was noted about it.
#[utoipa::path(delete, path = "/imports/{id}", tag = "imports", operation_id = "undo_import",
    params(("id" = ImportId, Path, description = "Which")),
    responses(
        (status = 204, description = "Its duos and the people it added are gone"),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
        (status = 412, description = "`stale`: somebody of it came in, or not all of it is of the \
            reader's branches", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn undo(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<ImportId>,
) -> Result<StatusCode, ApiError> {
    of_branches(&app, &staff, id).await?;
    app.store.undo_import(staff.who.person, id, clock::now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which invitations.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct From {
    /// How many people to pass over, in the order of the list.
    #[serde(default)]
    from: usize,
}

/// Makes invitations for the people of a list who did not come in yet, fifty at a time, to be
/// printed. Older ones of the same people end.
#[utoipa::path(post, path = "/imports/{id}/slips", tag = "imports", operation_id = "print_import",
    params(("id" = ImportId, Path, description = "Which"), From),
    responses(
        (status = 201, description = "The only moment their secrets are told", body = Slips),
        (status = 404, description = "`not_found`", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn slips(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(id): PathId<ImportId>,
    AskedFor(From { from }): AskedFor<From>,
) -> Result<(StatusCode, Json<Slips>), ApiError> {
    of_branches(&app, &staff, id).await?;
    let people = app.store.still_out(staff.who.person, id).await?;
    let total = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let mut invitations = Vec::with_capacity(SLIPS);
    for person in people.iter().skip(from).take(SLIPS) {
        invitations.push(invitation(&app, person).await?);
    }
    Ok((StatusCode::CREATED, Json(Slips { total, invitations })))
}

async fn of_branches(app: &App, staff: &Staff, id: ImportId) -> Result<(), ApiError> {
    let lists = app.store.imports(staff.who.person).await?;
    if lists.iter().any(|info| info.id == id) { Ok(()) } else { Err(ProblemCode::NotFound.into()) }
}

/// A fresh invitation on paper for one person.
pub(super) async fn invitation(app: &App, person: &Person) -> Result<FreshInvitation, ApiError> {
    let (now, seed, life) = (clock::now(), ids::random(), invite::lifetime(&Handover::Remote));
    for attempt in 0..invite::ATTEMPTS {
        let secrets = app.keys.secrets(&seed, 0, attempt);
        let row = invite::row(app, person, &secrets, now, life);
        match app.store.invite(row.clone(), false).await {
            Ok(_) => return invite::fresh(app, person, &secrets, &row),
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::Unavailable.into())
}

/// What rows are checked against.
async fn known(app: &App, staff: &Staff) -> Result<Known, ApiError> {
    let now = clock::now();
    let people = app.store.known_people(staff.who.person).await?;
    let team = app.store.team(now).await?;
    let colleagues = team.into_iter().flat_map(|member| {
        let branches = member.branches.clone();
        branches.into_iter().map(move |branch| KnownPerson {
            id: member.id,
            version: member.version,
            role: member.role.clone(),
            name: member.name.clone(),
            lang: member.lang.clone(),
            branch,
            running: 0,
            looking: false,
        })
    });
    let is_mine = |known: &KnownPerson| staff.branches.iter().any(|mine| mine.id == known.branch);
    Ok(Known {
        branches: staff.branches.clone(),
        people,
        staff: colleagues.filter(is_mine).collect(),
        lang: staff.who.lang.clone(),
        now,
    })
}
