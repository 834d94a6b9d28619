//! The rules of a new duo, and what is stored of it.

use super::rules::{end_rule, is_possible_start, is_sector};
use crate::{
    app::App,
    http::{extract::line, problem::ApiError},
    ids, invite,
    store::people::{Hash, NewDuoRow, Partner, Person, Request},
};
use board::{
    actor::Role,
    id::{DuoId, PersonId},
    protocol::{
        duos::{CADENCE_DAYS, Handover, Member, NAME_MAX, NewDuo, planned_end},
        problem::{FieldProblem, FieldRule},
        session::BranchInfo,
    },
    time::Timestamp,
};
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
    let people = [
        (new.mentee, "mentee", &mut new.mentee_name, &mut new.mentee_lang),
        (new.mentor, "mentor", &mut new.mentor_name, &mut new.mentor_lang),
    ];
    for (known, seat, name, lang) in people {
        if known.is_some() {
            // Whoever is known has a name and a language already.
            name.clear();
            lang.clear();
            continue;
        }
        match line(name, NAME_MAX) {
            Ok(clean) => *name = clean,
            Err(rule) => note(&format!("{seat}_name"), rule),
        }
        if !is_spoken(lang) {
            note(&format!("{seat}_lang"), FieldRule::Unknown);
        }
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
    if let Some(rule) = new.planned_end.and_then(|end| end_rule(new.start, end)) {
        note("planned_end", rule);
    }
    if new.sector.as_ref().is_some_and(|sector| !is_sector(sector)) {
        note("sector", FieldRule::Unknown);
    }
    if problems.is_empty() { Ok(new) } else { Err(ApiError::Fields(problems)) }
}

fn is_spoken(tag: &str) -> bool {
    Lang::ALL.iter().any(|lang| lang.tag() == tag)
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
    let partner = |known: Option<PersonId>, role, name: &str, lang: &str| match known {
        Some(id) => Partner::Known(id),
        None => Partner::New(Person {
            id: PersonId(ids::new_id(now)),
            role,
            name: name.to_owned(),
            lang: lang.to_owned(),
        }),
    };
    let mentee = partner(new.mentee, Role::Mentee, &new.mentee_name, &new.mentee_lang);
    let mentor = partner(new.mentor, Role::Mentor, &new.mentor_name, &new.mentor_lang);
    // A printed slip is handed over within days, not minutes.
    let life = invite::lifetime(&Handover::Remote);
    // Whoever is known has a way in, or gets one on the page of the duo.
    let invitations = [&mentee, &mentor].into_iter().zip(0..).filter_map(|(partner, number)| {
        let Partner::New(person) = partner else { return None };
        let secrets = app.keys.secrets(seed, number, attempt);
        Some(invite::row(app, person, &secrets, now, life))
    });
    NewDuoRow {
        id: DuoId(ids::new_id(now)),
        invitations: invitations.collect(),
        mentee,
        mentor,
        branch: new.branch,
        start: new.start,
        cadence_days: new.cadence_days,
        planned_end: new.planned_end.unwrap_or_else(|| planned_end(new.start)),
        sector: new.sector.clone(),
        coordinator: new.coordinator,
        confirm_many: new.confirm_many,
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
    use chrono::NaiveDate;

    const NOW: Timestamp = Timestamp(1_795_312_000_000); // November 2026

    fn broken(change: impl FnOnce(&mut NewDuo)) -> Vec<(String, FieldRule)> {
        let branch = BranchId(ids::new_id(NOW));
        let mut new = NewDuo {
            mentee: None,
            mentor: None,
            mentee_name: " Asmae ".into(),
            mentee_lang: "fr".into(),
            mentor_name: "Cécile".into(),
            mentor_lang: "fr".into(),
            branch,
            start: "2026-11-02".parse().unwrap(),
            cadence_days: 7,
            planned_end: None,
            sector: None,
            coordinator: None,
            confirm_many: false,
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
        let early = broken(|new| new.planned_end = Some(day("2026-11-02")));
        assert_eq!(early, one("planned_end", FieldRule::TooEarly));
        let far = broken(|new| new.planned_end = Some(day("2029-11-03")));
        assert_eq!(far, one("planned_end", FieldRule::NotADay));
        let sector = broken(|new| new.sector = "piracy".parse().ok());
        assert_eq!(sector, one("sector", FieldRule::Unknown));
        let both = broken(|new| {
            new.mentee_name.clear();
            new.cadence_days = 61;
        });
        assert_eq!(both.len(), 2, "all at once");
        assert_eq!(
            broken(|new| {
                new.mentor = Some(PersonId(ids::new_id(NOW)));
                new.mentor_name.clear();
                new.mentor_lang.clear();
            }),
            [],
            "somebody known needs no name"
        );
    }
}
