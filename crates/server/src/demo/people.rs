//! The fictional organisation: branches, staff, and duos in every phase from the first days to
//! after the end. Nobody in it exists. The same at every start, but for the dates, which follow
//! today.

use super::duos;
use crate::{
    local,
    store::{Store, StoreError, figures::TargetChanges, people::Person},
};
use board::{
    actor::Role,
    id::{BranchId, PersonId},
    office::region::Region,
    protocol::{figures::SetTarget, team::BranchFields},
    time::Timestamp,
};
use chrono::Datelike;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// A town with a branch, its phone number, its region.
const BRANCHES: [(&str, &str, Region); 6] = [
    ("Bruxelles", "02 000 00 01", Region::Brussels),
    ("Liège", "04 000 00 02", Region::Wallonia),
    ("Verviers", "087 00 00 03", Region::Wallonia),
    ("Charleroi", "071 00 00 04", Region::Wallonia),
    ("Anvers", "03 000 00 05", Region::Flanders),
    ("Gand", "09 000 00 06", Region::Flanders),
];

/// How many duos each town aims at in a year.
const AIMS: [(&str, u32); 6] = [
    ("Bruxelles", 40),
    ("Liège", 30),
    ("Verviers", 12),
    ("Charleroi", 15),
    ("Anvers", 20),
    ("Gand", 10),
];

/// Every town.
const TOWNS: &[&str] = &["Bruxelles", "Liège", "Verviers", "Charleroi", "Anvers", "Gand"];

/// Somebody who works for the association: name, role, language, branches.
const STAFF: [(&str, Role, &str, &[&str]); 6] = [
    ("Hélène", Role::OrganisationAdmin, "fr", TOWNS),
    ("Benoît", Role::BranchAdmin, "fr", &["Liège"]),
    ("Nadia", Role::Coordinator, "fr", &["Liège", "Verviers"]),
    ("Thierry", Role::Coordinator, "fr", &["Bruxelles", "Charleroi"]),
    ("Lotte", Role::Coordinator, "nl", &["Anvers", "Gand"]),
    ("Fonds Rivage", Role::Funder, "fr", &[]),
];

/// The id of a person of the demo, by name: the same in every demo database.
#[must_use]
pub fn person_id(name: &str) -> PersonId {
    PersonId(fixed_id("person", name))
}

pub(super) fn fixed_id(kind: &str, name: &str) -> Uuid {
    /// Any moment before the product existed.
    const MILLIS: u64 = 1_700_000_000_000;
    let digest = Sha256::digest(format!("demo {kind} {name}"));
    let random = digest[..10].try_into().expect("ten bytes were taken");
    Builder::from_unix_timestamp_millis(MILLIS, &random).into_uuid()
}

/// Puts the organisation into an empty database.
pub(super) async fn create(store: &dyn Store, now: Timestamp) -> Result<(), StoreError> {
    for (name, phone, region) in BRANCHES {
        let (name, phone, region) = (name.to_owned(), phone.to_owned(), Some(region));
        let id = branch_id(&name);
        store.open_branch(id, BranchFields { name, phone, region }).await?;
    }
    set_aims(store, now).await?;
    for (name, role, lang, branches) in STAFF {
        let towns = branches.iter().map(|town| branch_id(town));
        let towns = towns.collect::<Vec<_>>();
        store.add_staff(&person(name, role, lang), &towns, now).await?;
    }
    let duos = duos::all(now).into_iter().map(|case| case.into_past(now));
    store.add_past(duos.collect::<Result<_, _>>()?).await
}

/// Says how many duos each town aims at, this year and the one before.
async fn set_aims(store: &dyn Store, now: Timestamp) -> Result<(), StoreError> {
    let year = u16::try_from(local::day(now).year()).unwrap_or_default();
    let aims = AIMS.iter().flat_map(|(town, duos)| {
        let branch = branch_id(town);
        [year - 1, year].map(|year| SetTarget { branch, year, duos: Some(*duos) })
    });
    let to = TargetChanges { targets: aims.collect(), ..TargetChanges::default() };
    let version = store.targets().await?.version;
    store.change_targets(to, version).await
}

/// The branch of a town.
pub fn branch_id(town: &str) -> BranchId {
    BranchId(fixed_id("branch", town))
}

/// Where a town lies.
pub(super) fn region(town: &str) -> Region {
    let found = BRANCHES.iter().find(|(name, ..)| *name == town);
    found.map_or(Region::Wallonia, |(.., region)| *region)
}

/// Somebody of the demo.
pub(super) fn person(name: &str, role: Role, lang: &str) -> Person {
    Person { id: person_id(name), role, name: name.to_owned(), lang: lang.to_owned() }
}
