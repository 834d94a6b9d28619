//! Duos that come as a file (features.md K01): what was read, what is wrong with it, what is made.
//!
//! The server reads the file and sends back rows; the coordinator chooses among them, and the rows
//! that were seen are the rows that are created.

use crate::{
    closed_enum::closed_enum,
    id::{BranchId, ImportId, PersonId},
    protocol::duos::FreshInvitation,
    slug::Slug,
    time::Timestamp,
};
use chrono::NaiveDate;
use wire::Wire;

/// Largest file, in bytes.
pub const IMPORT_BYTES_MAX: usize = 1024 * 1024;
/// Most duos in one file.
pub const IMPORT_ROWS_MAX: usize = 2000;

closed_enum! {
    /// A column that means something.
    ImportColumn {
        /// Name of the mentee.
        MenteeName = "mentee_name",
        /// Language of the mentee.
        MenteeLang = "mentee_lang",
        /// Name of the mentor.
        MentorName = "mentor_name",
        /// Language of the mentor.
        MentorLang = "mentor_lang",
        /// The branch that looks after them.
        Branch = "branch",
        /// First day.
        Start = "start",
        /// Last day, as planned.
        PlannedEnd = "planned_end",
        /// Days between two meetings.
        Cadence = "cadence_days",
        /// The sector the mentee aims at.
        Sector = "sector",
        /// Who of the branch looks after them.
        Coordinator = "coordinator",
    }
}

closed_enum! {
    /// What is to be said about a cell.
    CellRule {
        /// Nothing stands there, and something must.
        Empty = "empty",
        /// More characters than a name has.
        TooLong = "too_long",
        /// A character that cannot be stored.
        Unstorable = "unstorable",
        /// A national number or the like (T16).
        PrivateNumber = "private_number",
        /// None of the values there are: no such branch, language, sector, rhythm or colleague.
        Unknown = "unknown",
        /// Not a day.
        NotADay = "not_a_day",
        /// The month stands before the day, as in 03/25/2026.
        MonthFirst = "month_first",
        /// A day too far away.
        TooFar = "too_far",
        /// The last day is not after the first one.
        EndBeforeStart = "end_before_start",
        /// A formula: what it comes to is not trusted.
        Formula = "formula",
        /// Mentee and mentor have the same name.
        SamePerson = "same_person",
        /// The same mentee stands in a row before.
        TwiceInFile = "twice_in_file",
        /// The branch has a mentee of this name.
        InBranch = "in_branch",
        /// The branch has a mentor of this name: is it the same person?
        KnownMentor = "known_mentor",
        /// The mentor would have more duos at once than is usual.
        ManyDuos = "many_duos",
        /// Another row has the same mentor: one person, several duos.
        SharedMentor = "shared_mentor",
    }
}

/// What a remark means for its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The row cannot be created.
    Blocks,
    /// The row is created when somebody says so.
    Asks,
    /// Good to know.
    Tells,
}

impl CellRule {
    /// What it means for the row.
    #[must_use]
    pub fn weight(self) -> Weight {
        match self {
            Self::KnownMentor | Self::ManyDuos => Weight::Asks,
            Self::SharedMentor => Weight::Tells,
            _ => Weight::Blocks,
        }
    }
}

/// A remark about a cell of a row.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CellRemark {
    /// Where.
    pub column: ImportColumn,
    /// What.
    pub rule: CellRule,
    /// What stands in the cell, when it could not be used; shortened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<String>,
    /// Another line of the file, or a number of duos, where the rule speaks of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
}

/// A duo as a row of a file describes it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportDuo {
    /// Name of the mentee.
    pub mentee_name: String,
    /// Language tag of the mentee.
    pub mentee_lang: String,
    /// The mentor, when the branch knows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentor: Option<PersonId>,
    /// Name of the mentor. The same name in the same branch is the same new mentor.
    pub mentor_name: String,
    /// Language tag of the mentor.
    pub mentor_lang: String,
    /// The branch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<BranchId>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// Last day, when the file says one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_end: Option<NaiveDate>,
    /// Days between two meetings.
    pub cadence_days: u16,
    /// The sector the mentee aims at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Slug>,
    /// Who of the branch looks after them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<PersonId>,
}

/// A row of the file.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportRow {
    /// Its line in the file, the first one being 1.
    pub line: u32,
    /// What would be created.
    pub duo: ImportDuo,
    /// What is to be said about it.
    pub remarks: Vec<CellRemark>,
}

impl ImportRow {
    /// The gravest thing that is said about the row.
    #[must_use]
    pub fn weight(&self) -> Option<Weight> {
        let has = |weight| self.remarks.iter().any(|remark| remark.rule.weight() == weight);
        [Weight::Blocks, Weight::Asks, Weight::Tells].into_iter().find(|weight| has(*weight))
    }
}

/// What was read of a file. Nothing is created yet.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportPreview {
    /// The columns that were found.
    pub columns: Vec<ImportColumn>,
    /// Headings that mean nothing here; those columns are left out.
    pub unused: Vec<String>,
    /// The rows, in the order of the file.
    pub rows: Vec<ImportRow>,
}

closed_enum! {
    /// Why a file as a whole cannot be used.
    FileRule {
        /// Neither CSV nor XLSX.
        Kind = "kind",
        /// The file is damaged, or unpacks to far more than it seems.
        Damaged = "damaged",
        /// No line with the headings was found.
        NoHeadings = "no_headings",
        /// The headings are there, and no row below them.
        NoRows = "no_rows",
        /// More rows than are taken at once.
        TooManyRows = "too_many_rows",
    }
}

/// Creates the chosen rows, all or nothing.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateImport {
    /// Made by the app: the same list sent twice is created once.
    pub id: ImportId,
    /// The chosen rows, as the preview gave them. What it asked about them is answered with yes.
    pub duos: Vec<ImportDuo>,
}

/// Invitations of a list, to be printed.
#[derive(Clone, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Slips {
    /// How many people of the list did not come in yet.
    pub total: u32,
    /// Invitations of some of them, in the order of the list.
    pub invitations: Vec<FreshInvitation>,
}

/// A list that was created.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportInfo {
    /// Which.
    pub id: ImportId,
    /// When.
    pub at: Timestamp,
    /// Name of the colleague who did it.
    pub author: String,
    /// How many duos are left of it.
    pub duos: u32,
    /// How many people it added.
    pub people: u32,
    /// How many of them came in already.
    pub came_in: u32,
    /// Whether it can be taken back as a whole: nobody came in, and nothing was noted about them.
    pub can_undo: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gravest_remark_decides() {
        let remark =
            |rule| CellRemark { column: ImportColumn::MentorName, rule, typed: None, number: None };
        let duo = ImportDuo {
            mentee_name: "Asmae".into(),
            mentee_lang: "fr".into(),
            mentor: None,
            mentor_name: "Cécile".into(),
            mentor_lang: "fr".into(),
            branch: None,
            start: None,
            planned_end: None,
            cadence_days: 7,
            sector: None,
            coordinator: None,
        };
        let mut row = ImportRow { line: 2, duo, remarks: Vec::new() };
        assert_eq!(row.weight(), None);
        for (rule, weight) in [
            (CellRule::SharedMentor, Weight::Tells),
            (CellRule::ManyDuos, Weight::Asks),
            (CellRule::Formula, Weight::Blocks),
        ] {
            row.remarks.push(remark(rule));
            assert_eq!(row.weight(), Some(weight));
        }
    }
}
