//! A breakdown to take along (features.md K14, K16): the table of the page, with the same numbers
//! hidden.

use super::{
    ask::AskBreakdown,
    breakdown,
    columns::Cell,
    exports::texts,
    reader::FigureReader,
    sheet::{self, Sheet},
};
use crate::{
    app::App,
    http::{extract::AskedFor, problem::ApiError},
};
use axum::{extract::State, response::Response};
use board::{
    office::breakdown::{BreakdownRow, By},
    protocol::{figures::Breakdown, problem::Problem},
};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};
use words::{Catalogue, Key};

/// Stands for a group of whom nothing was noted, and for all groups together.
const NOTHING: &str = "not_noted";
const ALL: &str = "all";

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(export_breakdown_csv))
        .routes(routes!(export_breakdown_xlsx))
}

/// A line a group, then one of all; an empty cell is hidden.
#[utoipa::path(get, path = "/exports/breakdown.csv", tag = "figures", params(AskBreakdown),
    responses(
        (status = 200, description = "The lines", body = String, content_type = "text/csv"),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such branch for this person", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn export_breakdown_csv(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskBreakdown>,
) -> Result<Response, ApiError> {
    let table = breakdown(&app, &reader, &query).await?;
    Ok(sheet::csv(&lines(&texts(&reader), &table), &name(&table), true))
}

/// The same lines for a spreadsheet.
#[utoipa::path(get, path = "/exports/breakdown.xlsx", tag = "figures", params(AskBreakdown),
    responses(
        (status = 200, description = "The lines", body = Vec<u8>,
            content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "`not_found`: no such branch for this person", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn export_breakdown_xlsx(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskBreakdown>,
) -> Result<Response, ApiError> {
    let table = breakdown(&app, &reader, &query).await?;
    sheet::xlsx(&lines(&texts(&reader), &table), &name(&table))
}

fn name(table: &Breakdown) -> String {
    format!("{}-{}-{}", table.by.as_str(), table.of.from, table.of.to)
}

fn lines(texts: &Catalogue, table: &Breakdown) -> Sheet {
    let headings = [
        Key::BreakdownGroup,
        Key::BreakdownDuos,
        Key::BreakdownMature,
        Key::BreakdownPositive,
        Key::BreakdownUnknown,
    ];
    let line = |row: &BreakdownRow, group: String| {
        let numbers = [row.duos, row.mature, row.positive, row.unknown];
        [Cell::Text(group)].into_iter().chain(numbers.map(Cell::number)).collect()
    };
    let mut rows: Vec<Vec<Cell>> =
        table.rows.iter().map(|row| line(row, group(table, row))).collect();
    rows.push(line(&table.total, ALL.to_owned()));
    Sheet { headings: headings.map(|key| texts.get(key).to_owned()).into(), rows }
}

/// The listed word of a group; of a branch its name.
fn group(table: &Breakdown, row: &BreakdownRow) -> String {
    let Some(key) = &row.key else { return NOTHING.to_owned() };
    let is_it = |branch: &&board::protocol::figures::BranchName| {
        table.by == By::Branch && branch.id.to_string() == key.as_str()
    };
    let branch = table.of.branches.iter().find(is_it);
    branch.map_or_else(|| key.to_string(), |branch| branch.name.clone())
}
