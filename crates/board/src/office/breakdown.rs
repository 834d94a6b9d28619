//! One year's duos by gender, age, branch … with small groups hidden (features.md K14).
//!
//! A breakdown is of whole calendar years and counts twelve months from the first day, so that no
//! two tables can be subtracted that differ by a few days. Groups of groups (ISCED levels, "long
//! term" unemployment) are left out for the same reason: their sums would tell what was hidden.

use super::{
    demographics::Demographics,
    indicators::{Selection, cells, veil::branches_by_region},
    masking::{Cells, Shown, rows_shown, total_shown},
    record::DuoRecord,
    region::Region,
};
use crate::{closed_enum::closed_enum, id::BranchId, slug::Slug};
use wire::Wire;

closed_enum! {
    /// By what duos are told apart.
    By {
        /// Gender.
        Gender = "gender",
        /// Age at the start.
        Age = "age",
        /// Recognised diploma.
        Education = "education",
        /// Diploma from abroad.
        DiplomaAbroad = "diploma_abroad",
        /// Ground of residence.
        Status = "status",
        /// Nationality.
        Nationality = "nationality",
        /// Time without work at the start.
        Unemployment = "unemployment",
        /// Public employment service.
        Pes = "pes",
        /// Region.
        Region = "region",
        /// Branch.
        Branch = "branch",
        /// Sector aimed at when the duo began.
        Sector = "sector",
        /// Language of the mentee.
        Lang = "lang",
    }
}

impl By {
    /// Whether it tells something of the mentees, and not only where their duos are. Such a table is
    /// of one branch or of all of them for one reader, never of both.
    #[must_use]
    pub fn is_of_mentees(self) -> bool {
        !matches!(self, Self::Region | Self::Branch)
    }

    /// Whether it is told from the optional answers.
    #[must_use]
    pub fn is_answered(self) -> bool {
        self.is_of_mentees() && !matches!(self, Self::Sector | Self::Lang)
    }

    /// The groups that are there even when nobody is in them.
    fn groups(self) -> Vec<&'static str> {
        use super::demographics as d;
        macro_rules! words {
            ($list:ty) => {
                <$list>::ALL.iter().map(|value| value.as_str()).collect()
            };
        }
        match self {
            Self::Gender => words!(d::Gender),
            Self::Age => words!(d::AgeBand),
            Self::Education => words!(d::Education),
            Self::DiplomaAbroad => words!(d::DiplomaAbroad),
            Self::Status => words!(d::Status),
            Self::Nationality => words!(d::Nationality),
            Self::Unemployment => words!(d::Unemployment),
            Self::Pes => words!(d::Pes),
            Self::Region => words!(Region),
            Self::Branch | Self::Sector | Self::Lang => Vec::new(),
        }
    }

    /// The group of a duo; nothing when it was not asked or not said at all.
    fn group(self, record: &DuoRecord) -> Option<String> {
        let Demographics {
            gender,
            age,
            education,
            diploma_abroad,
            status,
            nationality,
            unemployment,
            pes,
        } = record.demographics;
        let word = match self {
            Self::Gender => gender.map(|it| it.as_str()),
            Self::Age => age.map(|it| it.as_str()),
            Self::Education => education.map(|it| it.as_str()),
            Self::DiplomaAbroad => diploma_abroad.map(|it| it.as_str()),
            Self::Status => status.map(|it| it.as_str()),
            Self::Nationality => nationality.map(|it| it.as_str()),
            Self::Unemployment => unemployment.map(|it| it.as_str()),
            Self::Pes => pes.map(|it| it.as_str()),
            Self::Region => record.region.map(|it| it.as_str()),
            Self::Branch => return Some(record.branch.to_string()),
            Self::Sector => record.sector.as_ref().map(Slug::as_str),
            Self::Lang => record.lang.as_ref().map(Slug::as_str),
        };
        word.map(str::to_owned)
    }
}

/// A line of a breakdown. A number that is absent is hidden.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BreakdownRow {
    /// A listed word, a sector, a language or a branch; nothing: not asked, not said, no project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Slug>,
    /// Duos that began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duos: Option<u32>,
    /// Mentees whose twelve months are over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mature: Option<u32>,
    /// Of these, with a positive outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub positive: Option<u32>,
    /// Of these, of whom nothing is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unknown: Option<u32>,
}

impl BreakdownRow {
    fn of(key: Option<&str>, cells: Cells, shown: Shown) -> Self {
        Self {
            // Listed words, sectors, languages and ids are all short names.
            key: key.and_then(|key| key.parse().ok()),
            duos: shown.all.then_some(cells.all),
            mature: shown.outcome.then_some(cells.mature),
            positive: shown.outcome.then_some(cells.positive),
            unknown: shown.unknown.then_some(cells.unknown),
        }
    }

    /// Whether anything of it is hidden.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        self.duos.is_none() || self.mature.is_none() || self.unknown.is_none()
    }
}

/// The table of a selection: its total, then its groups.
#[must_use]
pub fn table(
    all: &[DuoRecord],
    by: By,
    selection: &Selection,
) -> (BreakdownRow, Vec<BreakdownRow>) {
    let cohort: Vec<&DuoRecord> = all.iter().filter(|it| selection.has(it)).collect();
    let whole = cells(all, &cohort, selection);
    let total = BreakdownRow::of(None, whole, total_shown(whole));
    match by {
        By::Branch => return (total, branch_rows(all, selection)),
        By::Region => return (total, region_rows(all, selection)),
        _ => {}
    }
    let groups = groups(by, &cohort);
    let counted: Vec<Cells> = groups
        .iter()
        .map(|group| {
            let of_group = |it: &&DuoRecord| by.group(it) == *group;
            let rows: Vec<&DuoRecord> = cohort.iter().copied().filter(of_group).collect();
            cells(all, &rows, selection)
        })
        .collect();
    let shown = rows_shown(&counted);
    let rows = groups.iter().zip(counted).zip(shown);
    let rows = rows.map(|((group, cells), shown)| BreakdownRow::of(group.as_deref(), cells, shown));
    (total, rows.collect())
}

/// The groups of a table, those that are always there first, "nothing said" last.
fn groups(by: By, cohort: &[&DuoRecord]) -> Vec<Option<String>> {
    let mut groups: Vec<Option<String>> =
        by.groups().into_iter().map(|word| Some(word.to_owned())).collect();
    let mut found: Vec<String> = cohort.iter().filter_map(|it| by.group(it)).collect();
    found.sort_unstable();
    found.dedup();
    for group in found {
        if !groups.iter().any(|known| known.as_deref() == Some(&group)) {
            groups.push(Some(group));
        }
    }
    groups.push(None);
    groups
}

/// A region or a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A region.
    Region(Region),
    /// A branch.
    Branch(BranchId),
}

type PlaceCells = (Option<Region>, Vec<(BranchId, Cells)>);

fn place_cells(all: &[DuoRecord], selection: &Selection) -> Vec<PlaceCells> {
    let of_branch = |branch: BranchId| {
        let cohort: Vec<&DuoRecord> =
            all.iter().filter(|it| it.branch == branch && selection.has(it)).collect();
        (branch, cells(all, &cohort, selection))
    };
    let tree = branches_by_region(all.iter().filter(|it| selection.has_in_scope(it)));
    tree.into_iter()
        .map(|(region, branches)| (region, branches.into_iter().map(of_branch).collect()))
        .collect()
}

/// What is shown of every region and every branch. A branch is shown no further than its region,
/// so that a hidden one is never the region less the others.
fn shown_cells(tree: &[PlaceCells]) -> Vec<(Shown, Vec<Shown>)> {
    let cells = |family: &PlaceCells| family.1.iter().map(|(_, cells)| *cells).collect::<Vec<_>>();
    let totals: Vec<Cells> = tree.iter().map(|family| Cells::total(&cells(family))).collect();
    let regions = rows_shown(&totals);
    let families = tree.iter().zip(regions).map(|(family, region)| {
        let rows = rows_shown(&cells(family)).into_iter().map(|row| Shown {
            all: row.all && region.all,
            outcome: row.outcome && region.outcome,
            unknown: row.unknown && region.unknown,
        });
        (region, rows.collect())
    });
    families.collect()
}

/// What is shown of every place, whoever asks for one of them.
#[must_use]
pub fn places_shown(all: &[DuoRecord], selection: &Selection) -> Vec<(Place, Shown)> {
    let tree = place_cells(all, selection);
    let shown = shown_cells(&tree);
    let mut places = Vec::new();
    for ((region, branches), (of_region, of_branches)) in tree.into_iter().zip(shown) {
        places.extend(region.map(|region| (Place::Region(region), of_region)));
        let ids = branches.into_iter().map(|(branch, _)| Place::Branch(branch));
        places.extend(ids.zip(of_branches));
    }
    places
}

/// Hidden as the branches are, so that the two tables cannot be held against each other.
fn region_rows(all: &[DuoRecord], selection: &Selection) -> Vec<BreakdownRow> {
    let tree = place_cells(all, selection);
    let shown = shown_cells(&tree);
    let row = |region: Option<Region>| {
        let found = tree.iter().position(|(known, _)| *known == region);
        let key = region.map(Region::as_str);
        match found {
            Some(place) => {
                let cells: Vec<Cells> = tree[place].1.iter().map(|(_, cells)| *cells).collect();
                BreakdownRow::of(key, Cells::total(&cells), shown[place].0)
            }
            None => BreakdownRow::of(key, Cells::default(), shown_empty()),
        }
    };
    Region::ALL.iter().map(|region| Some(*region)).chain([None]).map(row).collect()
}

/// Nobody is there, and nobody can be recognised.
fn shown_empty() -> Shown {
    Shown { all: true, outcome: true, unknown: true }
}

fn branch_rows(all: &[DuoRecord], selection: &Selection) -> Vec<BreakdownRow> {
    let tree = place_cells(all, selection);
    let shown = shown_cells(&tree);
    let rows = tree.into_iter().zip(shown).flat_map(|((_, branches), (_, shown))| {
        branches.into_iter().zip(shown).map(|((branch, cells), shown)| {
            BreakdownRow::of(Some(&branch.to_string()), cells, shown)
        })
    });
    rows.collect()
}

#[cfg(test)]
mod tests;
