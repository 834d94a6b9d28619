//! What a duo of a list may hold, alone, beside the other rows, and beside the people the branches
//! know. The same rules for the preview and for the creation.

use crate::{http::extract::line, routes::duos::rules, store::pool::KnownPerson};
use board::{
    actor::Role,
    guard,
    id::{BranchId, PersonId},
    protocol::{
        duos::{CADENCE_DAYS, DUOS_MANY, NAME_MAX},
        imports::{CellRemark, CellRule, ImportColumn, ImportDuo, ImportRow},
        problem::FieldRule,
        session::BranchInfo,
    },
    time::Timestamp,
};
use content::fold;
use std::collections::HashMap;
use words::Lang;

/// What the rows are checked against.
pub struct Known {
    /// The branches of whoever sends the list.
    pub branches: Vec<BranchInfo>,
    /// Mentees and mentors of those branches.
    pub people: Vec<KnownPerson>,
    /// Colleagues of those branches; one of several branches comes once for each.
    pub staff: Vec<KnownPerson>,
    /// The language of whoever sends the list: for people of whom the list says none.
    pub lang: String,
    /// Now.
    pub now: Timestamp,
}

/// Adds to each row what is to be said about it, and the mentor it means when the branch knows one.
pub fn all(rows: &mut [ImportRow], known: &Known) {
    for row in rows.iter_mut() {
        alone(row, known);
    }
    among(rows);
    beside_branch(rows, known);
}

fn note(row: &mut ImportRow, column: ImportColumn, rule: CellRule, number: Option<u32>) {
    // A formula, or what is no day, is not empty as well.
    let said = row.remarks.iter().any(|remark| {
        remark.column == column && remark.rule.weight() == board::protocol::imports::Weight::Blocks
    });
    if !said {
        row.remarks.push(CellRemark { column, rule, typed: None, number });
    }
}

fn alone(row: &mut ImportRow, known: &Known) {
    for (column, is_mentee) in [(ImportColumn::MenteeName, true), (ImportColumn::MentorName, false)]
    {
        let duo = &mut row.duo;
        let name = if is_mentee { &mut duo.mentee_name } else { &mut duo.mentor_name };
        let rule = match line(name, NAME_MAX) {
            _ if guard::find(name).is_some() => Some(CellRule::PrivateNumber),
            Ok(clean) => {
                *name = clean;
                None
            }
            Err(FieldRule::Empty) => Some(CellRule::Empty),
            Err(FieldRule::TooLong) => Some(CellRule::TooLong),
            Err(_) => Some(CellRule::Unstorable),
        };
        if let Some(rule) = rule {
            note(row, column, rule, None);
        }
    }
    let duo = &row.duo;
    let is_lang = |tag: &str| Lang::ALL.iter().any(|lang| lang.tag() == tag);
    let of_branch = |staff: &KnownPerson| Some(staff.branch) == row.duo.branch;
    let coordinator = |id| known.staff.iter().any(|staff| staff.id == id && of_branch(staff));
    let wrong = [
        (ImportColumn::MenteeLang, CellRule::Unknown, !is_lang(&duo.mentee_lang)),
        (ImportColumn::MentorLang, CellRule::Unknown, !is_lang(&duo.mentor_lang)),
        (ImportColumn::Branch, CellRule::Empty, duo.branch.is_none()),
        (
            ImportColumn::Branch,
            CellRule::Unknown,
            duo.branch.is_some_and(|id| known.branches.iter().all(|branch| branch.id != id)),
        ),
        (ImportColumn::Start, CellRule::Empty, duo.start.is_none()),
        (
            ImportColumn::Start,
            CellRule::TooFar,
            duo.start.is_some_and(|start| !rules::is_possible_start(start, known.now)),
        ),
        (ImportColumn::Cadence, CellRule::Unknown, !CADENCE_DAYS.contains(&duo.cadence_days)),
        (
            ImportColumn::Sector,
            CellRule::Unknown,
            duo.sector.as_ref().is_some_and(|sector| !rules::is_sector(sector)),
        ),
        (
            ImportColumn::Coordinator,
            CellRule::Unknown,
            duo.coordinator.is_some_and(|id| !coordinator(id)),
        ),
    ];
    let end = duo.start.zip(duo.planned_end).and_then(|(start, end)| rules::end_rule(start, end));
    let same = !duo.mentee_name.is_empty() && fold(&duo.mentee_name) == fold(&duo.mentor_name);
    for (column, rule, is_wrong) in wrong {
        if is_wrong {
            note(row, column, rule, None);
        }
    }
    match end {
        Some(FieldRule::TooEarly) => {
            note(row, ImportColumn::PlannedEnd, CellRule::EndBeforeStart, None);
        }
        Some(_) => note(row, ImportColumn::PlannedEnd, CellRule::TooFar, None),
        None => {}
    }
    if same {
        note(row, ImportColumn::MentorName, CellRule::SamePerson, None);
    }
}

/// A name in a branch.
type Name = (Option<BranchId>, String);

fn among(rows: &mut [ImportRow]) {
    let mut mentees = HashMap::<Name, u32>::new();
    let mut mentors = HashMap::<Name, u32>::new();
    for row in rows {
        let mentee = (row.duo.branch, fold(&row.duo.mentee_name));
        match mentees.get(&mentee) {
            _ if mentee.1.is_empty() => {}
            Some(first) => {
                let first = Some(*first);
                note(row, ImportColumn::MenteeName, CellRule::TwiceInFile, first);
            }
            None => {
                mentees.insert(mentee, row.line);
            }
        }
        let mentor = (row.duo.branch, fold(&row.duo.mentor_name));
        match mentors.get(&mentor) {
            _ if mentor.1.is_empty() => {}
            Some(first) => {
                let first = Some(*first);
                note(row, ImportColumn::MentorName, CellRule::SharedMentor, first);
            }
            None => {
                mentors.insert(mentor, row.line);
            }
        }
    }
}

fn beside_branch(rows: &mut [ImportRow], known: &Known) {
    let mut people = HashMap::<(bool, Name), &KnownPerson>::new();
    for person in &known.people {
        let name = (Some(person.branch), fold(&person.name));
        people.entry((person.role == Role::Mentor, name)).or_insert(person);
    }
    let mut duos = HashMap::<Name, u32>::new();
    for row in rows {
        let mentee = (row.duo.branch, fold(&row.duo.mentee_name));
        if people.contains_key(&(false, mentee)) {
            note(row, ImportColumn::MenteeName, CellRule::InBranch, None);
        }
        let mentor = (row.duo.branch, fold(&row.duo.mentor_name));
        if mentor.1.is_empty() {
            continue;
        }
        let found = people.get(&(true, mentor.clone()));
        row.duo.mentor = found.map(|person| person.id);
        if let Some(person) = found {
            let running = Some(person.running);
            note(row, ImportColumn::MentorName, CellRule::KnownMentor, running);
        }
        let before = duos.entry(mentor).or_insert_with(|| found.map_or(0, |person| person.running));
        if *before >= DUOS_MANY {
            let many = Some(*before + 1);
            note(row, ImportColumn::MentorName, CellRule::ManyDuos, many);
        }
        *before += 1;
    }
}

/// Whether a row may be created as it was sent: nothing blocks it, and the mentor it means is the
/// one the branch knows under that name.
#[must_use]
pub fn is_creatable(row: &ImportRow, sent: &ImportDuo) -> bool {
    use board::protocol::imports::Weight;
    let meant: Option<PersonId> = sent.mentor;
    row.weight() != Some(Weight::Blocks) && row.duo.mentor == meant
}
