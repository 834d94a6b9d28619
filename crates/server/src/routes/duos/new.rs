//! The rules of a new duo, and what is stored of it.

use crate::{
    app::App,
    http::{extract::line, problem::ApiError},
    ids, invite,
    store::people::{Hash, NewDuoRow, Person, Request},
};
use board::{
    actor::Role,
    id::{DuoId, PersonId},
    protocol::{
        duos::{CADENCE_DAYS, Handover, Member, NAME_MAX, NewDuo},
        problem::{FieldProblem, FieldRule},
        session::BranchInfo,
    },
    time::Timestamp,
};
use chrono::{DateTime, Months, NaiveDate};
use words::Lang;

/// The request, cleaned; or every field that breaks a rule at once.
pub(super) fn check(
    mut new: NewDuo,
    branches: &[BranchInfo],
    now: Timestamp,
) -> Result<NewDuo, ApiError> {
    let mut problems = Vec::new();
    let mut note = |field: &str, rule| {
        problems.push(FieldProblem { field: field.to_owned(), rule });
    };
    match line(&new.mentee_name, NAME_MAX) {
        Ok(name) => new.mentee_name = name,
        Err(rule) => note("mentee_name", rule),
    }
    if !is_spoken(&new.mentee_lang) {
        note("mentee_lang", FieldRule::Unknown);
    }
    match line(&new.mentor_name, NAME_MAX) {
        Ok(name) => new.mentor_name = name,
        Err(rule) => note("mentor_name", rule),
    }
    if !is_spoken(&new.mentor_lang) {
        note("mentor_lang", FieldRule::Unknown);
    }
    if !branches.iter().any(|branch| branch.id == new.branch) {
        note("branch", FieldRule::Unknown);
    }
    if !is_possible_start(new.start, now) {
        note("start", FieldRule::NotADay);
    }
    if !CADENCE_DAYS.contains(&new.cadence_days) {
        note("cadence_days", FieldRule::Unknown);
    }
    if problems.is_empty() { Ok(new) } else { Err(ApiError::Fields(problems)) }
}

fn is_spoken(tag: &str) -> bool {
    Lang::ALL.iter().any(|lang| lang.tag() == tag)
}

/// From 2000, when nobody had a duo yet, to two years ahead.
fn is_possible_start(start: NaiveDate, now: Timestamp) -> bool {
    let today = DateTime::from_timestamp_millis(now.0).map(|moment| moment.date_naive());
    let last = today.and_then(|today| today.checked_add_months(Months::new(24)));
    NaiveDate::from_ymd_opt(2000, 1, 1) <= Some(start) && Some(start) <= last
}

/// What to store, with the secrets of this attempt.
pub(super) fn draft(
    app: &App,
    new: &NewDuo,
    request: Option<Request>,
    seed: &Hash,
    attempt: u8,
    now: Timestamp,
) -> NewDuoRow {
    let person = |role, name: &str, lang: &str| Person {
        id: PersonId(ids::new_id(now)),
        role,
        name: name.to_owned(),
        lang: lang.to_owned(),
    };
    let mentee = person(Role::Mentee, &new.mentee_name, &new.mentee_lang);
    let mentor = person(Role::Mentor, &new.mentor_name, &new.mentor_lang);
    // A printed slip is handed over within days, not minutes.
    let life = invite::lifetime(&Handover::Remote);
    let invitations = [&mentee, &mentor].into_iter().zip(0..).map(|(person, number)| {
        let secrets = app.keys.secrets(seed, number, attempt);
        invite::row(app, person, &secrets, now, life)
    });
    NewDuoRow {
        id: DuoId(ids::new_id(now)),
        invitations: invitations.collect(),
        mentee,
        mentor,
        branch: new.branch,
        start: new.start,
        cadence_days: new.cadence_days,
        created: now,
        request,
    }
}

pub(super) fn person_of(member: &Member) -> Person {
    Person {
        id: member.id,
        role: member.role.clone(),
        name: member.name.clone(),
        lang: member.lang.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::id::BranchId;

    const NOW: Timestamp = Timestamp(1_795_312_000_000); // November 2026

    fn broken(change: impl FnOnce(&mut NewDuo)) -> Vec<(String, FieldRule)> {
        let branch = BranchId(ids::new_id(NOW));
        let mut new = NewDuo {
            mentee_name: " Asmae ".into(),
            mentee_lang: "fr".into(),
            mentor_name: "Cécile".into(),
            mentor_lang: "fr".into(),
            branch,
            start: "2026-11-02".parse().unwrap(),
            cadence_days: 7,
        };
        change(&mut new);
        let branches = [BranchInfo { id: branch, name: "Liège".into(), phone: String::new() }];
        match check(new, &branches, NOW) {
            Ok(new) => {
                assert_eq!(new.mentee_name, "Asmae", "names are cleaned");
                Vec::new()
            }
            Err(error) => {
                let fields = error.problem().fields;
                fields.into_iter().map(|problem| (problem.field, problem.rule)).collect()
            }
        }
    }

    #[test]
    fn each_rule_names_its_field() {
        assert_eq!(broken(|_| {}), []);
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        let one = |field: &str, rule| vec![(field.to_owned(), rule)];
        assert_eq!(
            broken(|new| new.mentor_name = " ".into()),
            one("mentor_name", FieldRule::Empty)
        );
        let long = broken(|new| new.mentor_name = "é".repeat(81));
        assert_eq!(long, one("mentor_name", FieldRule::TooLong));
        let hidden = broken(|new| new.mentee_name = "a\0".into());
        assert_eq!(hidden, one("mentee_name", FieldRule::Unstorable));
        assert_eq!(
            broken(|new| new.mentee_lang = "xx".into()),
            one("mentee_lang", FieldRule::Unknown)
        );
        let foreign = broken(|new| new.branch = BranchId(ids::new_id(NOW)));
        assert_eq!(foreign, one("branch", FieldRule::Unknown));
        assert_eq!(broken(|new| new.start = day("1999-12-31")), one("start", FieldRule::NotADay));
        assert_eq!(broken(|new| new.start = day("2029-01-01")), one("start", FieldRule::NotADay));
        assert_eq!(broken(|new| new.cadence_days = 0), one("cadence_days", FieldRule::Unknown));
        let both = broken(|new| {
            new.mentee_name.clear();
            new.cadence_days = 61;
        });
        assert_eq!(both.len(), 2, "all at once");
    }
}
