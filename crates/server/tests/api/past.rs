//! Duos of long ago, so that their twelve months are over whenever the tests run.

use crate::helpers::Site;
use board::{
    actor::Role,
    id::{BoardId, BranchId, DuoId},
    office::{
        demographics::{Demographics, Gender},
        outcome::{Evidence, Outcome, OutcomeKind},
    },
    time::Timestamp,
};
use chrono::NaiveDate;
use passerelle_server::{
    demo::people::{branch_id, person_id},
    store::{past::PastDuo, people::Person},
};
use uuid::Uuid;

/// The year in which they began; no duo of the demo did.
pub const YEAR: i32 = 2019;

/// A duo to be.
#[derive(Clone, Copy)]
pub struct Made {
    pub town: &'static str,
    /// Tells it from the others.
    pub place: u32,
    pub found_work: bool,
    pub gender: Option<Gender>,
}

/// The branch of a town of the demo.
pub fn branch(town: &str) -> BranchId {
    branch_id(town)
}

/// A duo that began on 10 January.
pub fn make(made: &Made) -> PastDuo {
    let start = NaiveDate::from_ymd_opt(YEAR, 1, 10).unwrap();
    let id = |kind: u128| {
        Uuid::from_u128(
            0x0180_0000_0000_7000_8000_0000_0000_0000 + u128::from(made.place) * 10 + kind,
        )
    };
    let person = |kind, role, name: &str| Person {
        id: board::id::PersonId(id(kind)),
        role,
        name: format!("{name} {}", made.place),
        lang: "fr".into(),
    };
    let job = Outcome {
        kind: OutcomeKind::Job,
        start: NaiveDate::from_ymd_opt(YEAR, 6, 1).unwrap(),
        contract: None,
        months: None,
        hours: None,
        evidence: Evidence::Declared,
    };
    PastDuo {
        id: DuoId(id(1)),
        board: BoardId(id(2)),
        mentee: person(3, Role::Mentee, "Mentee"),
        mentor: person(4, Role::Mentor, "Mentor"),
        branch: branch(made.town),
        coordinator: person_id("Nadia"),
        start,
        planned_end: start + chrono::Days::new(26 * 7),
        cadence_days: 7,
        sector: None,
        created: Timestamp(1_547_000_000_000),
        spaces: Vec::new(),
        help: Vec::new(),
        contacts: Vec::new(),
        breaks: Vec::new(),
        closure: None,
        outcomes: if made.found_work { vec![job] } else { Vec::new() },
        follow_ups: Vec::new(),
        consents: Vec::new(),
        demographics: made
            .gender
            .map(|gender| Demographics { gender: Some(gender), ..Demographics::default() }),
    }
}

/// Puts them into the database.
pub async fn add(site: &Site, duos: Vec<Made>) {
    let past = duos.iter().map(make).collect();
    site.running.app.store.add_past(past).await.unwrap();
}
