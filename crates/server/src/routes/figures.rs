//! Figures (features.md K13 to K17): the association's for whoever works for it, for a funder those
//! in which nobody can be recognised. Everything here is a count, a day or a listed word.

mod ask;
mod columns;
mod exports;
mod groups;
mod reader;
mod sheet;
mod targets;

use crate::{
    app::App,
    http::{extract::AskedFor, problem::ApiError},
};
use ask::{AskBreakdown, AskFigures, Asked};
use axum::{Json, extract::State};
use board::{
    office::{
        breakdown::{self, Place},
        evidence,
        indicators::{self, Selection, figure::Figure, veil},
        masking::{Cells, total_shown},
        record::DuoRecord,
        target::{Aims, Progress, progress},
    },
    protocol::{
        figures::{Breakdown, EvidencePack, Indicators},
        problem::Problem,
    },
};
use reader::FigureReader;
use std::{collections::BTreeMap, sync::Arc};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(read_indicators))
        .routes(routes!(read_breakdown))
        .routes(routes!(read_evidence))
        .merge(targets::router())
        .merge(exports::router())
        .merge(groups::router())
}

/// The figures I01 to I24 of the duos that began in a year or a period. A funder asks for whole
/// years, and gets no number from which somebody could be recognised.
#[utoipa::path(get, path = "/indicators", tag = "figures", params(AskFigures),
    responses(
        (status = 200, description = "The figures, and where the year stands", body = Indicators),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such branch for this person", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_indicators(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskFigures>,
) -> Result<Json<Indicators>, ApiError> {
    indicators(&app, &reader, &query).await.map(Json)
}

async fn indicators(
    app: &App,
    reader: &FigureReader,
    query: &AskFigures,
) -> Result<Indicators, ApiError> {
    let asked = Asked::figures(app, reader, query).await?;
    let stored = app.store.targets().await?;
    let records = app.store.duo_records(false).await?;
    let figures = if reader.is_veiled() {
        match asked.place {
            Some(place) => veil::of_place(&records, &asked.selection, place),
            None => veil::whole(&records, &asked.selection, &stored.budgets),
        }
    } else {
        indicators::figures(&records, &asked.selection, &stored.budgets)
    };
    let places: Vec<_> = reader.branches.iter().map(|it| (it.id, it.region)).collect();
    let aims = Aims { branches: &stored.targets, regions: &stored.regions, places: &places };
    let progress = asked.year.map(|year| {
        let own = (!reader.whole).then(|| places.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        let selection = Selection::of_year(i32::from(year), asked.selection.today);
        let started = started(&records, &selection);
        let rows = progress(&started, &aims, year, asked.selection.today, own.as_deref());
        if reader.is_veiled() { veiled(rows, &records, &selection) } else { rows }
    });
    let of = asked.of(reader, &records);
    Ok(Indicators { of, figures, progress: progress.unwrap_or_default() })
}

/// Duos that began, by branch.
fn started(records: &[DuoRecord], selection: &Selection) -> Vec<(board::id::BranchId, u32)> {
    let mut counts = BTreeMap::new();
    for record in records.iter().filter(|record| selection.has(record)) {
        *counts.entry(record.branch).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// Where a year stands, without the counts that a funder does not see elsewhere.
fn veiled(rows: Vec<Progress>, records: &[DuoRecord], selection: &Selection) -> Vec<Progress> {
    let places = breakdown::places_shown(records, selection);
    let is_shown = |place: Place| places.iter().any(|(it, shown)| *it == place && shown.all);
    let row = |row: Progress| {
        let shown = match (row.branch, row.region) {
            (Some(branch), _) => is_shown(Place::Branch(branch)),
            (None, Some(region)) => is_shown(Place::Region(region)),
            (None, None) => {
                let all = row.started.unwrap_or(0);
                total_shown(Cells { all, ..Cells::default() }).all
            }
        };
        Progress { started: row.started.filter(|_| shown), ..row }
    };
    rows.into_iter().map(row).collect()
}

/// One year's duos by gender, age, branch …, with small groups and what would tell of them hidden.
/// What mentees answered is read here and nowhere else. Whoever sees all branches gets a table of
/// all of them, everyone else one of a branch: two tables that overlap could be subtracted.
#[utoipa::path(get, path = "/indicators/breakdown", tag = "figures", params(AskBreakdown),
    responses(
        (status = 200, description = "The table", body = Breakdown),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such branch for this person", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_breakdown(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskBreakdown>,
) -> Result<Json<Breakdown>, ApiError> {
    breakdown(&app, &reader, &query).await.map(Json)
}

async fn breakdown(
    app: &App,
    reader: &FigureReader,
    query: &AskBreakdown,
) -> Result<Breakdown, ApiError> {
    let asked = Asked::breakdown(app, reader, query).await?;
    let records = app.store.duo_records(query.by.is_answered()).await?;
    let (total, rows) = breakdown::table(&records, query.by, &asked.selection);
    let of = asked.of(reader, &records);
    Ok(Breakdown { of, by: query.by, total, rows })
}

/// What quality labels ask for, of the duos that began in a year or a period.
#[utoipa::path(get, path = "/evidence", tag = "figures", params(AskFigures),
    responses(
        (status = 200, description = "The figures", body = EvidencePack),
        (status = 403, description = "`not_allowed`: not for a funder", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such branch for this person", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn read_evidence(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskFigures>,
) -> Result<Json<EvidencePack>, ApiError> {
    evidence_pack(&app, &reader, &query).await.map(Json)
}

async fn evidence_pack(
    app: &App,
    reader: &FigureReader,
    query: &AskFigures,
) -> Result<EvidencePack, ApiError> {
    reader.must_look_after()?;
    let asked = Asked::figures(app, reader, query).await?;
    let records = app.store.duo_records(false).await?;
    let figures: Vec<Figure> = evidence::pack(&records, &asked.selection);
    Ok(EvidencePack { of: asked.of(reader, &records), figures })
}
