//! The fictional organisation: branches, staff, and duos in every phase from the first days to
//! after the end. Nobody in it exists. The same at every start, but for the dates, which follow
//! today.

use super::boards::{Story, tell};
use crate::store::{
    Store, StoreError,
    boards::SubmitError,
    people::{NewDuoRow, Person},
};
use board::{
    actor::Role,
    id::{BranchId, DuoId, PersonId},
    protocol::session::BranchInfo,
    time::Timestamp,
};
use chrono::{DateTime, Days, NaiveDate};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// A town with a branch, and the last digits of its phone number.
const BRANCHES: [(&str, &str); 6] = [
    ("Bruxelles", "02 000 00 01"),
    ("Liège", "04 000 00 02"),
    ("Verviers", "087 00 00 03"),
    ("Charleroi", "071 00 00 04"),
    ("Anvers", "03 000 00 05"),
    ("Gand", "09 000 00 06"),
];

/// Somebody who works for the association: name, role, language, branches.
const STAFF: [(&str, Role, &str, &[&str]); 4] = [
    ("Nadia", Role::Coordinator, "fr", &["Liège", "Verviers"]),
    ("Thierry", Role::Coordinator, "fr", &["Bruxelles", "Charleroi"]),
    ("Lotte", Role::Coordinator, "nl", &["Anvers", "Gand"]),
    ("Fonds Rivage", Role::Funder, "fr", &[]),
];

/// Days between two meetings: every week.
const CADENCE: u16 = 7;

/// A duo of the demo.
#[derive(Clone, Copy, Debug)]
pub struct DemoDuo {
    /// Name and language of the mentee. Names are unique in the demo.
    pub mentee: (&'static str, &'static str),
    /// Name and language of the mentor.
    pub mentor: (&'static str, &'static str),
    /// Town of the branch.
    pub branch: &'static str,
    /// Days since the first day.
    pub days: u64,
    /// Days since the end, when it ended.
    pub ended: Option<u64>,
    /// What is on their board.
    pub story: Option<Story>,
}

/// Asmae and Cécile are the guided story; the others are there to be looked after.
pub const DUOS: [DemoDuo; 10] = [
    duo(("Asmae", "fr"), ("Cécile", "fr"), "Liège", 70, None, Some(Story::Asmae)),
    duo(("Yonas", "en"), ("Marc", "fr"), "Liège", 21, None, Some(Story::Programmer)),
    duo(("Fatoumata", "fr"), ("Ingrid", "fr"), "Liège", 175, None, None),
    duo(("Samir", "fr"), ("Luc", "fr"), "Verviers", 30, None, Some(Story::Cook)),
    duo(("Oksana", "en"), ("Brigitte", "fr"), "Bruxelles", 120, None, None),
    duo(("Kevin", "fr"), ("Anne-Marie", "fr"), "Bruxelles", 210, Some(20), None),
    duo(("Jérémy", "fr"), ("Patricia", "fr"), "Charleroi", 3, None, Some(Story::Begun)),
    duo(("Bilal", "nl"), ("Greet", "nl"), "Anvers", 45, None, Some(Story::Warehouse)),
    duo(("Rahel", "en"), ("Wim", "nl"), "Gand", 10, None, None),
    duo(("Amina", "nl"), ("Dirk", "nl"), "Gand", 200, None, Some(Story::Care)),
];

const fn duo(
    mentee: (&'static str, &'static str),
    mentor: (&'static str, &'static str),
    branch: &'static str,
    days: u64,
    ended: Option<u64>,
    story: Option<Story>,
) -> DemoDuo {
    DemoDuo { mentee, mentor, branch, days, ended, story }
}

/// The id of a person of the demo, by name: the same in every demo database.
#[must_use]
pub fn person_id(name: &str) -> PersonId {
    PersonId(fixed_id("person", name))
}

fn fixed_id(kind: &str, name: &str) -> Uuid {
    /// Any moment before the product existed.
    const MILLIS: u64 = 1_700_000_000_000;
    let digest = Sha256::digest(format!("demo {kind} {name}"));
    let random = digest[..10].try_into().expect("ten bytes were taken");
    Builder::from_unix_timestamp_millis(MILLIS, &random).into_uuid()
}

/// Puts the organisation into an empty database.
pub(super) async fn create(store: &dyn Store, now: Timestamp) -> Result<(), StoreError> {
    for (name, phone) in BRANCHES {
        let id = BranchId(fixed_id("branch", name));
        store.add_branch(&BranchInfo { id, name: name.into(), phone: phone.into() }).await?;
    }
    for (name, role, lang, branches) in STAFF {
        let towns = branches.iter().map(|town| BranchId(fixed_id("branch", town)));
        let towns = towns.collect::<Vec<_>>();
        store.add_staff(&person(name, role, lang), &towns, now).await?;
    }
    for demo in &DUOS {
        create_duo(store, demo, now).await?;
    }
    Ok(())
}

async fn create_duo(store: &dyn Store, demo: &DemoDuo, now: Timestamp) -> Result<(), StoreError> {
    let id = DuoId(fixed_id("duo", demo.mentee.0));
    store
        .create_duo(NewDuoRow {
            id,
            mentee: person(demo.mentee.0, Role::Mentee, demo.mentee.1),
            mentor: person(demo.mentor.0, Role::Mentor, demo.mentor.1),
            branch: BranchId(fixed_id("branch", demo.branch)),
            start: day_before(now, demo.days),
            cadence_days: CADENCE,
            created: before(now, demo.days),
            invitations: Vec::new(),
            request: None,
        })
        .await?;
    if let Some(story) = demo.story {
        let people = [person_id(demo.mentee.0), person_id(demo.mentor.0)];
        for board in store.boards_of(people[0]).await? {
            tell(store, board.id, people, story, now).await.map_err(refused)?;
        }
    }
    match demo.ended {
        Some(days) => store.end_duo(id, before(now, days)).await,
        None => Ok(()),
    }
}

fn refused(error: SubmitError) -> StoreError {
    match error {
        SubmitError::Store(error) => error,
        error => StoreError::Trouble(Box::new(error)),
    }
}

fn person(name: &str, role: Role, lang: &str) -> Person {
    Person { id: person_id(name), role, name: name.to_owned(), lang: lang.to_owned() }
}

fn before(now: Timestamp, days: u64) -> Timestamp {
    now.plus_days(-i64::try_from(days).unwrap_or(0))
}

fn day_before(now: Timestamp, days: u64) -> NaiveDate {
    let today = DateTime::from_timestamp_millis(now.0).unwrap_or_default().date_naive();
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}
