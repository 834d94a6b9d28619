//! Which figures somebody asks for, and whether they may.

use super::reader::FigureReader;
use crate::{app::App, clock, http::problem::ApiError, local};
use board::{
    id::BranchId,
    office::{
        breakdown::{By, Place},
        indicators::{Anchor, Selection},
        record::DuoRecord,
        region::Region,
        target::YEARS,
    },
    protocol::{figures::FiguresOf, problem::FieldRule},
};
use chrono::{Datelike, NaiveDate};

/// Which duos, and how they are counted.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AskFigures {
    /// The calendar year in which they began; this year when no day is given either.
    pub(super) year: Option<u16>,
    /// Or: the first day on which they began.
    pub(super) from: Option<NaiveDate>,
    /// And the last.
    pub(super) to: Option<NaiveDate>,
    /// From where twelve months are counted; from the start when it is not said.
    pub(super) anchor: Option<Anchor>,
    /// Only this branch.
    pub(super) branch: Option<BranchId>,
    /// Only this region.
    pub(super) region: Option<Region>,
}

/// Which duos, and by what they are told apart.
#[derive(Debug, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AskBreakdown {
    /// By what.
    pub(super) by: By,
    /// The calendar year in which they began; this year when it is not said.
    year: Option<u16>,
    /// Only this branch.
    branch: Option<BranchId>,
}

/// What was asked for, and is allowed.
pub(super) struct Asked {
    pub(super) selection: Selection,
    /// The year, when it is one.
    pub(super) year: Option<u16>,
    /// The one branch or region.
    pub(super) place: Option<Place>,
}

impl Asked {
    pub(super) async fn figures(
        app: &App,
        reader: &FigureReader,
        query: &AskFigures,
    ) -> Result<Self, ApiError> {
        let mut asked = Self::of_year(app, reader, query.year).await?;
        if query.from.is_some() || query.to.is_some() {
            if reader.is_veiled() {
                // Two periods that differ by a day would tell of a single duo.
                return Err(ApiError::field("from", FieldRule::Unknown));
            }
            asked.period(query)?;
        }
        asked.selection.anchor = query.anchor.unwrap_or(Anchor::Start);
        match (query.branch, query.region) {
            (Some(_), Some(_)) => return Err(ApiError::field("region", FieldRule::Unknown)),
            (Some(branch), None) => asked.branch(reader, branch)?,
            (None, Some(region)) => {
                asked.selection.region = Some(region);
                asked.place = Some(Place::Region(region));
            }
            (None, None) => {}
        }
        Ok(asked)
    }

    pub(super) async fn breakdown(
        app: &App,
        reader: &FigureReader,
        query: &AskBreakdown,
    ) -> Result<Self, ApiError> {
        let mut asked = Self::of_year(app, reader, query.year).await?;
        let only = reader.branches.first().filter(|_| reader.branches.len() == 1);
        if reader.whole || !query.by.is_of_mentees() {
            if let Some(branch) = query.branch {
                reader.branch(branch)?;
                return Err(ApiError::field("branch", FieldRule::Unknown));
            }
        } else {
            let branch = query.branch.or(only.map(|branch| branch.id));
            let branch = branch.ok_or_else(|| ApiError::field("branch", FieldRule::Empty))?;
            asked.branch(reader, branch)?;
        }
        Ok(asked)
    }

    async fn of_year(
        app: &App,
        reader: &FigureReader,
        year: Option<u16>,
    ) -> Result<Self, ApiError> {
        let today = local::day(clock::now());
        let this_year = u16::try_from(today.year()).unwrap_or(*YEARS.end());
        let year = year.unwrap_or(this_year);
        if !YEARS.contains(&year) {
            return Err(ApiError::field("year", FieldRule::Unknown));
        }
        let mut selection = Selection::of_year(i32::from(year), today);
        selection.durable_months = app.store.settings().await?.0.durable_months;
        if !reader.whole {
            selection.branches = Some(reader.branches.iter().map(|branch| branch.id).collect());
        }
        Ok(Self { selection, year: Some(year), place: None })
    }

    fn branch(&mut self, reader: &FigureReader, branch: BranchId) -> Result<(), ApiError> {
        reader.branch(branch)?;
        self.selection.branches = Some(vec![branch]);
        self.place = Some(Place::Branch(branch));
        Ok(())
    }

    /// A period instead of a year.
    fn period(&mut self, query: &AskFigures) -> Result<(), ApiError> {
        let in_years =
            |day: &NaiveDate| u16::try_from(day.year()).is_ok_and(|it| YEARS.contains(&it));
        for (name, day) in [("from", query.from), ("to", query.to)] {
            if day.is_none_or(|day| !in_years(&day)) {
                return Err(ApiError::field(name, FieldRule::NotADay));
            }
        }
        let (Some(from), Some(to), None) = (query.from, query.to, query.year) else {
            return Err(ApiError::field("year", FieldRule::Unknown));
        };
        if to < from {
            return Err(ApiError::field("to", FieldRule::NotADay));
        }
        (self.selection.first, self.selection.last) = (from, to);
        let years = self.selection.whole_years().filter(|years| years.start() == years.end());
        self.year = years.and_then(|years| u16::try_from(*years.start()).ok());
        Ok(())
    }

    /// What the answer is of.
    pub(super) fn of(&self, reader: &FigureReader, records: &[DuoRecord]) -> FiguresOf {
        let own = |record: &&DuoRecord| reader.branches.iter().any(|it| it.id == record.branch);
        let begun = records.iter().filter(own).map(|record| record.start.year());
        let mut years: Vec<u16> = begun.filter_map(|year| u16::try_from(year).ok()).collect();
        years.extend(u16::try_from(self.selection.today.year()).ok());
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        let (branch, region) = match self.place {
            Some(Place::Branch(branch)) => (Some(branch), None),
            Some(Place::Region(region)) => (None, Some(region)),
            None => (None, None),
        };
        FiguresOf {
            from: self.selection.first,
            to: self.selection.last,
            anchor: self.selection.anchor,
            branch,
            region,
            on: self.selection.today,
            years,
            branches: reader.branches.clone(),
            whole: reader.whole,
        }
    }
}
