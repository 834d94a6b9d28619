//! Figures to take along (features.md K16): one line a duo under pseudonyms, and the figures that
//! the page shows, as the person who asks may see them.

use super::{
    ask::{AskFigures, Asked},
    columns::{Cell, HEADINGS, Named, row},
    evidence_pack, indicators,
    reader::FigureReader,
    sheet::{self, Sheet},
};
use crate::{
    app::App,
    clock,
    http::{extract::AskedFor, problem::ApiError},
};
use axum::{extract::State, response::Response};
use board::{
    id::PersonId,
    office::{
        duty::Duty,
        indicators::figure::{Code, Figure, FigureState},
        look::Looked,
        record::DuoRecord,
    },
    protocol::{figures::FiguresOf, problem::Problem},
};
use std::{collections::HashMap, sync::Arc};
use utoipa_axum::{router::OpenApiRouter, routes};
use words::{Catalogue, Key, Lang};

pub(super) fn router() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(export_duos_csv))
        .routes(routes!(export_duos_xlsx))
        .routes(routes!(export_indicators_csv))
        .routes(routes!(export_indicators_xlsx))
        .routes(routes!(export_evidence_csv))
}

/// How a CSV begins.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AskExport {
    /// The calendar year in which the duos began; this year when no day is given either.
    year: Option<u16>,
    /// Or: the first day on which they began.
    from: Option<chrono::NaiveDate>,
    /// And the last.
    to: Option<chrono::NaiveDate>,
    /// From where twelve months are counted.
    anchor: Option<board::office::indicators::Anchor>,
    /// Only this branch.
    branch: Option<board::id::BranchId>,
    /// Only this region.
    region: Option<board::office::region::Region>,
    /// Whether a CSV begins with the mark of UTF-8; it does unless this is `false`.
    bom: Option<bool>,
}

impl AskExport {
    fn figures(&self) -> AskFigures {
        AskFigures {
            year: self.year,
            from: self.from,
            to: self.to,
            anchor: self.anchor,
            branch: self.branch,
            region: self.region,
        }
    }

    fn mark(&self) -> bool {
        self.bom.unwrap_or(true)
    }
}

/// One line a duo, as CSV: UTF-8, semicolons, days as `2026-11-22`. Codes stand for people.
#[utoipa::path(get, path = "/exports/duos.csv", tag = "figures", params(AskExport),
    responses(
        (status = 200, description = "The lines", body = String, content_type = "text/csv"),
        (status = 403, description = "`not_allowed`: not for a funder", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn export_duos_csv(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskExport>,
) -> Result<Response, ApiError> {
    let (sheet, name) = duos(&app, &reader, &query).await?;
    Ok(sheet::csv(&sheet, &name, query.mark()))
}

/// The same lines for a spreadsheet.
#[utoipa::path(get, path = "/exports/duos.xlsx", tag = "figures", params(AskExport),
    responses(
        (status = 200, description = "The lines", body = Vec<u8>,
            content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 403, description = "`not_allowed`: not for a funder", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn export_duos_xlsx(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskExport>,
) -> Result<Response, ApiError> {
    let (sheet, name) = duos(&app, &reader, &query).await?;
    sheet::xlsx(&sheet, &name)
}

async fn duos(
    app: &App,
    reader: &FigureReader,
    query: &AskExport,
) -> Result<(Sheet, String), ApiError> {
    reader.must(Duty::ExportRows)?;
    let asked = Asked::figures(app, reader, &query.figures()).await?;
    let records = app.store.duo_records(false).await?;
    let chosen: Vec<&DuoRecord> = records.iter().filter(|it| asked.selection.has(it)).collect();
    let people: Vec<PersonId> = chosen.iter().flat_map(|it| [it.mentee, it.mentor]).collect();
    // Under pseudonyms, but a line a person all the same: they see that it was taken out.
    app.store.note_looks(reader.who.person, &people, Looked::Export, clock::now()).await?;
    let branches: HashMap<_, _> =
        reader.branches.iter().map(|branch| (branch.id, branch.name.as_str())).collect();
    let named = |record: &DuoRecord| Named {
        duo: app.keys.pseudonym(record.duo.0.as_bytes()),
        mentee: app.keys.pseudonym(record.mentee.0.as_bytes()),
        mentor: app.keys.pseudonym(record.mentor.0.as_bytes()),
        branch: branches.get(&record.branch).copied().unwrap_or_default().to_owned(),
    };
    let (today, durable) = (asked.selection.today, asked.selection.durable_months);
    let rows = chosen.into_iter().map(|it| row(it, named(it), today, durable)).collect();
    let texts = texts(reader);
    let headings = HEADINGS.iter().map(|key| texts.get(*key).to_owned()).collect();
    let name = format!("duos-{}-{}", asked.selection.first, asked.selection.last);
    Ok((Sheet { headings, rows }, name))
}

/// The figures of the page, as CSV.
#[utoipa::path(get, path = "/exports/indicators.csv", tag = "figures", params(AskExport),
    responses(
        (status = 200, description = "The figures", body = String, content_type = "text/csv"),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn export_indicators_csv(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskExport>,
) -> Result<Response, ApiError> {
    let answer = indicators(&app, &reader, &query.figures()).await?;
    let sheet = figures(&texts(&reader), &answer.figures);
    Ok(sheet::csv(&sheet, &named("figures", &answer.of), query.mark()))
}

/// The figures of the page, for a spreadsheet.
#[utoipa::path(get, path = "/exports/indicators.xlsx", tag = "figures", params(AskExport),
    responses(
        (status = 200, description = "The figures", body = Vec<u8>,
            content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 403, description = "`not_allowed`", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn export_indicators_xlsx(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskExport>,
) -> Result<Response, ApiError> {
    let answer = indicators(&app, &reader, &query.figures()).await?;
    sheet::xlsx(&figures(&texts(&reader), &answer.figures), &named("figures", &answer.of))
}

/// The evidence pack, as CSV.
#[utoipa::path(get, path = "/exports/evidence.csv", tag = "figures", params(AskExport),
    responses(
        (status = 200, description = "The figures", body = String, content_type = "text/csv"),
        (status = 403, description = "`not_allowed`: not for a funder", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "`unusable`: `fields` says which and why", body = Problem,
            content_type = "application/problem+json"),
    ))]
async fn export_evidence_csv(
    State(app): State<Arc<App>>,
    reader: FigureReader,
    AskedFor(query): AskedFor<AskExport>,
) -> Result<Response, ApiError> {
    let answer = evidence_pack(&app, &reader, &query.figures()).await?;
    let sheet = figures(&texts(&reader), &answer.figures);
    Ok(sheet::csv(&sheet, &named("evidence", &answer.of), query.mark()))
}

fn named(kind: &str, of: &FiguresOf) -> String {
    format!("{kind}-{}-{}", of.from, of.to)
}

/// The words of whoever takes them along.
pub(super) fn texts(reader: &FigureReader) -> Catalogue {
    Catalogue::whole(Lang::from_tag(&reader.who.lang).unwrap_or_default())
}

/// A line for each figure, then one for each part of it.
fn figures(texts: &Catalogue, figures: &[Figure]) -> Sheet {
    let headings = [
        Key::ExportColumnCode,
        Key::ExportColumnFigure,
        Key::ExportColumnState,
        Key::ExportColumnValue,
        Key::ExportColumnNumerator,
        Key::ExportColumnDenominator,
        Key::ExportColumnUnknown,
        Key::ExportColumnPercent,
        Key::ExportColumnPercentKnown,
    ];
    let tenths = |tenths: Option<u32>| tenths.map_or(Cell::Empty, |it| Cell::Tenths(it.into()));
    let mut rows = Vec::new();
    for figure in figures {
        let share = figure.state == FigureState::Shown && figure.value.is_none();
        rows.push(vec![
            Cell::Text(figure.code.as_str().to_owned()),
            Cell::Text(texts.get(name_of(figure.code)).to_owned()),
            Cell::Text(figure.state.as_str().to_owned()),
            Cell::number(figure.value),
            Cell::number(figure.numerator),
            Cell::number(figure.denominator),
            Cell::number(figure.unknown),
            if share { tenths(figure.per_mille()) } else { Cell::Empty },
            if share { tenths(figure.per_mille_of_known()) } else { Cell::Empty },
        ]);
        for part in &figure.parts {
            let mut row = vec![Cell::Empty; headings.len()];
            row[0] = Cell::Text(format!("{}.{}", figure.code.as_str(), part.key.as_str()));
            row[1] = Cell::Text(part.key.as_str().to_owned());
            row[3] = Cell::Number(part.count.into());
            rows.push(row);
        }
    }
    Sheet { headings: headings.map(|key| texts.get(key).to_owned()).into(), rows }
}

/// What a figure is called.
fn name_of(code: Code) -> Key {
    match code {
        Code::Started => Key::FigureStarted,
        Code::ActiveOnDay => Key::FigureActiveOnDay,
        Code::ActiveInPeriod => Key::FigureActiveInPeriod,
        Code::Completion => Key::FigureCompletion,
        Code::EarlyEnd13 => Key::FigureEarlyEnd13,
        Code::EarlyEnd26 => Key::FigureEarlyEnd26,
        Code::Pace => Key::FigurePace,
        Code::Floor => Key::FigureFloor,
        Code::FirstMeeting => Key::FigureFirstMeeting,
        Code::Positive => Key::FigurePositive,
        Code::Job => Key::FigureJob,
        Code::Training => Key::FigureTraining,
        Code::Internship => Key::FigureInternship,
        Code::Durable => Key::FigureDurable,
        Code::Searching => Key::FigureSearching,
        Code::Unknown => Key::FigureUnknown,
        Code::Proven => Key::FigureProven,
        Code::TimeToOutcome => Key::FigureTimeToOutcome,
        Code::InWork3 => Key::FigureInWork3,
        Code::InWork6 => Key::FigureInWork6,
        Code::Referrals => Key::FigureReferrals,
        Code::ReferralsSettled => Key::FigureReferralsSettled,
        Code::ReferralDays => Key::FigureReferralDays,
        Code::Preconditions => Key::FigurePreconditions,
        Code::GoingWell => Key::FigureGoingWell,
        Code::Renewal => Key::FigureRenewal,
        Code::MentorUseful => Key::FigureMentorUseful,
        Code::CostPerDuo => Key::FigureCostPerDuo,
        Code::CostPerOutcome => Key::FigureCostPerOutcome,
        Code::Support => Key::FigureSupport,
        Code::NoProject => Key::FigureNoProject,
        Code::SectorByWeek8 => Key::FigureSectorByWeek8,
        Code::Agreement => Key::FigureAgreement,
        Code::FirstContact => Key::FigureFirstContact,
        Code::CalendarKept => Key::FigureCalendarKept,
        Code::ChecklistComplete => Key::FigureChecklistComplete,
    }
}
