//! The rows of a list that were chosen, checked once more, as what is stored.

use crate::{
    http::problem::ApiError,
    ids,
    import::check::{self, Known},
    secret,
    store::people::{Hash, NewDuoRow, Partner, Person},
};
use board::{
    actor::Role,
    id::{BranchId, DuoId, PersonId},
    protocol::{
        duos::planned_end,
        imports::{CreateImport, IMPORT_ROWS_MAX, ImportDuo, ImportRow},
        problem::{FieldProblem, FieldRule},
    },
};
use content::fold;
use std::collections::HashMap;

/// What tells one list from another under the same id.
pub(super) fn digest(new: &CreateImport) -> Result<Hash, ApiError> {
    let json = serde_json::to_vec(&new.duos)
        .map_err(|_| ApiError::Trouble("a list that was read is not JSON".into()))?;
    Ok(secret::hash(json))
}

/// What to store; a mentor of several rows is added once.
pub(super) fn drafts(
    duos: Vec<ImportDuo>,
    known: &Known,
    usual: Option<PersonId>,
) -> Result<Vec<NewDuoRow>, ApiError> {
    if duos.is_empty() {
        return Err(ApiError::field("duos", FieldRule::Empty));
    }
    if duos.len() > IMPORT_ROWS_MAX {
        return Err(ApiError::field("duos", FieldRule::TooLong));
    }
    let row = |(duo, line): (&ImportDuo, u32)| {
        // Which mentor is meant is found anew, and then compared with what was seen.
        let duo = ImportDuo { mentor: None, ..duo.clone() };
        ImportRow { line, duo, remarks: Vec::new() }
    };
    let mut rows: Vec<ImportRow> = duos.iter().zip(1..).map(row).collect();
    check::all(&mut rows, known);
    let unusable = rows.iter().zip(&duos).filter(|(row, sent)| !check::is_creatable(row, sent));
    let problems: Vec<FieldProblem> = unusable
        .map(|(row, _)| FieldProblem {
            field: format!("duos[{}]", row.line - 1),
            rule: FieldRule::Unknown,
        })
        .collect();
    if !problems.is_empty() {
        return Err(ApiError::Fields(problems));
    }
    let mut mentors = HashMap::<(BranchId, String), PersonId>::new();
    let mut drafts: Vec<NewDuoRow> =
        rows.into_iter().filter_map(|row| draft(row.duo, known, &mut mentors)).collect();
    for draft in &mut drafts {
        draft.coordinator = draft.coordinator.or(usual);
    }
    Ok(drafts)
}

/// A row that was checked has a branch and a first day.
fn draft(
    duo: ImportDuo,
    known: &Known,
    mentors: &mut HashMap<(BranchId, String), PersonId>,
) -> Option<NewDuoRow> {
    let (branch, start) = (duo.branch?, duo.start?);
    let person = |role, name: String, lang: String| Person {
        id: PersonId(ids::new_id(known.now)),
        role,
        name,
        lang,
    };
    let key = (branch, fold(&duo.mentor_name));
    let mentor = match duo.mentor.or_else(|| mentors.get(&key).copied()) {
        Some(id) => Partner::Known(id),
        None => {
            let mentor = person(Role::Mentor, duo.mentor_name, duo.mentor_lang);
            mentors.insert(key, mentor.id);
            Partner::New(mentor)
        }
    };
    Some(NewDuoRow {
        id: DuoId(ids::new_id(known.now)),
        mentee: Partner::New(person(Role::Mentee, duo.mentee_name, duo.mentee_lang)),
        mentor,
        branch,
        start,
        cadence_days: duo.cadence_days,
        planned_end: duo.planned_end.unwrap_or_else(|| planned_end(start)),
        sector: duo.sector,
        coordinator: duo.coordinator,
        // The preview asked, and the row was chosen.
        confirm_many: true,
        created: known.now,
        // Made when they are printed: a list is often ready days before the people come.
        invitations: Vec::new(),
        request: None,
    })
}
