//! The duos of a coordinator, the one to look at first before the others (features.md K02 to K05).

mod live;

use crate::{
    app::App,
    clock,
    http::{
        cached,
        extract::{AskedFor, PathId, Staff},
        problem::ApiError,
    },
    local,
    store::caseload::CaseDuo,
};
use axum::{Json, extract::State, http::HeaderMap, response::Response};
use board::{
    health::DuoState,
    id::{BranchId, DuoId, PersonId},
    office::{
        caseload::{Assessed, CaseloadFilter, PAGE, page},
        duty::Duty,
        look::Looked,
    },
    protocol::{
        caseload::{Caseload, CaseloadRow},
        problem::{Problem, ProblemCode},
    },
    slug::Slug,
};
use chrono::NaiveDate;
use content::fold;
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Longest name that is searched for, in bytes.
const SEARCH_MAX: usize = 200;
/// Most rows of a page.
const ROWS_MAX: u32 = 200;

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(read_caseload)).routes(routes!(read_duo_state))
}

/// The stream, which is not compressed.
pub(super) fn streams() -> OpenApiRouter<Arc<App>> {
    live::router()
}

/// Which duos, and which page of them.
#[derive(Debug, Default, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// Of this branch.
    branch: Option<BranchId>,
    /// In these states, with commas between them. Without it: all but `closed`.
    state: Option<String>,
    /// Looked after by this person.
    coordinator: Option<PersonId>,
    /// Begun in this month: `2026-03`.
    month: Option<String>,
    /// Aiming at this sector.
    sector: Option<Slug>,
    /// One of the two reads this language.
    lang: Option<String>,
    /// Words of the names, in any order.
    q: Option<String>,
    /// How many to pass over.
    after: Option<u32>,
    /// How many to tell: 50 unless said otherwise, 200 at most.
    limit: Option<u32>,
}

impl Asked {
    fn filter(&self) -> Option<CaseloadFilter> {
        let states = self.state.as_deref().unwrap_or_default();
        let states = states.split(',').filter(|word| !word.is_empty());
        let states =
            states.map(|word| DuoState::BY_NEED.into_iter().find(|state| state.as_str() == word));
        let month = match &self.month {
            Some(month) => Some(format!("{month}-01").parse::<NaiveDate>().ok()?),
            None => None,
        };
        let q = self.q.as_deref().unwrap_or_default();
        if q.len() > SEARCH_MAX {
            return None;
        }
        Some(CaseloadFilter {
            branch: self.branch,
            states: states.collect::<Option<_>>()?,
            coordinator: self.coordinator,
            month,
            sector: self.sector.clone(),
            lang: self.lang.clone(),
            words: fold(q).split_whitespace().map(str::to_owned).collect(),
        })
    }
}

/// A page of the duos of the coordinator's branches, in the order in which they need somebody.
///
/// Counts hold for the filter without its states. The same again is answered with 304.
#[utoipa::path(get, path = "/caseload", tag = "caseload", params(Asked),
    responses(
        (status = 200, description = "Rows, counts, and what can be filtered by", body = Caseload),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: the branch is not one of the reader's",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: an unknown state, month or parameter",
            body = Problem, content_type = "application/problem+json"),
    ))]
async fn read_caseload(
    State(app): State<Arc<App>>,
    staff: Staff,
    AskedFor(asked): AskedFor<Asked>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    staff.must(Duty::LookAfter)?;
    let Some(filter) = asked.filter() else {
        let why = "a state, a month or a search that cannot be";
        return Err(ApiError::Because(ProblemCode::Unusable, why.into()));
    };
    if filter.branch.is_some_and(|wanted| !staff.branches.iter().any(|it| it.id == wanted)) {
        return Err(ProblemCode::NotFound.into());
    }
    let limit = asked.limit.unwrap_or(PAGE).min(ROWS_MAX);
    let today = local::day(clock::now());
    let duos = app.store.caseload(staff.who.person, None).await?;
    let rows = duos.into_iter().map(|duo| row(duo, today)).collect();
    let caseload: Caseload = page(rows, &filter, fold, (asked.after.unwrap_or(0), limit), today);
    cached::json(&headers, &caseload)
}

/// One duo of the coordinator's branches, running or closed: its state and every reason.
#[utoipa::path(get, path = "/duos/{id}/state", tag = "caseload",
    params(("id" = DuoId, Path, description = "Which")),
    responses(
        (status = 200, description = "The duo", body = CaseloadRow),
        (status = 404, description = "`not_found`: nor one of another branch", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_duo_state(
    State(app): State<Arc<App>>,
    staff: Staff,
    PathId(duo): PathId<DuoId>,
) -> Result<Json<CaseloadRow>, ApiError> {
    staff.must(Duty::LookAfter)?;
    let found = app.store.caseload(staff.who.person, Some(duo)).await?.pop();
    let found = found.ok_or(ProblemCode::NotFound)?;
    let people = [found.mentee.id, found.mentor.id];
    app.store.note_looks(staff.who.person, &people, Looked::DuoPage, clock::now()).await?;
    Ok(Json(row(found, local::day(clock::now()))))
}

fn row(duo: CaseDuo, today: NaiveDate) -> CaseloadRow {
    let Assessed { health, last_met, next_meeting, mentee_due, mentor_due } =
        Assessed::of(&duo.facts, today, &duo.branch.thresholds);
    CaseloadRow {
        id: duo.id,
        version: duo.version,
        branch: duo.branch.id,
        branch_name: duo.branch.name.clone(),
        region: duo.branch.region,
        mentee: duo.mentee,
        mentee_lang: duo.mentee_lang,
        mentor: duo.mentor,
        mentor_lang: duo.mentor_lang,
        coordinator: duo.coordinator,
        sector: duo.sector,
        start: duo.start,
        planned_end: duo.facts.planned_end,
        health,
        last_met,
        next_meeting,
        mentee_due,
        mentor_due,
    }
}
