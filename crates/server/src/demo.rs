//! What a new installation begins with: a fictional organisation to look around in, or one branch
//! and one coordinator to begin for real. Prints no secret itself: `serve` does, once.

pub mod boards;
mod library;
pub mod people;

use crate::{
    app::App,
    clock, ids, invite,
    store::{StoreError, people::Person},
};
use board::{
    actor::Role,
    id::{BranchId, PersonId},
    protocol::{duos::Handover, session::BranchInfo},
};

/// A way in, for whoever started the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// For whom, and as what.
    pub label: String,
    /// A sign-in link: one use, three days.
    pub url: String,
}

/// Whose links a demo prints: one of each side of the product.
const GUIDES: [(&str, Role); 3] =
    [("Asmae", Role::Mentee), ("Cécile", Role::Mentor), ("Nadia", Role::Coordinator)];

/// Fills an empty database with the demo, and makes fresh links at every start.
///
/// # Errors
/// When the store does not do its part.
pub async fn prepare(app: &App) -> Result<Vec<Link>, StoreError> {
    if app.store.is_empty().await? {
        let now = clock::now();
        people::create(&*app.store, now).await?;
        library::create(&*app.store, now).await?;
    }
    let mut links = Vec::new();
    for (name, role) in GUIDES {
        let person = Person {
            id: people::person_id(name),
            role,
            name: name.to_owned(),
            lang: "fr".to_owned(),
        };
        links.extend(link(app, &person).await?);
    }
    Ok(links)
}

/// Puts a branch and a coordinator into an empty database. While nobody who works there is signed
/// in, there is a link for the first of them.
///
/// # Errors
/// When the store does not do its part.
pub async fn prepare_empty(app: &App) -> Result<Vec<Link>, StoreError> {
    let now = clock::now();
    if app.store.is_empty().await? {
        let branch = BranchId(ids::new_id(now));
        let info = BranchInfo { id: branch, name: "Mon antenne".into(), phone: String::new() };
        app.store.add_branch(&info).await?;
        let coordinator = Person {
            id: PersonId(ids::new_id(now)),
            role: Role::Coordinator,
            name: "Coordination".to_owned(),
            lang: "fr".to_owned(),
        };
        app.store.add_staff(&coordinator, &[branch], now).await?;
    }
    let staff = app.store.staff().await?;
    for person in &staff {
        if !app.store.sessions_of(person.id, now).await?.is_empty() {
            return Ok(Vec::new());
        }
    }
    // The first one can let everybody else in.
    match staff.first() {
        Some(first) => Ok(link(app, first).await?.into_iter().collect()),
        None => Ok(Vec::new()),
    }
}

/// A fresh invitation; none for somebody who is not in this database.
async fn link(app: &App, person: &Person) -> Result<Option<Link>, StoreError> {
    let (now, seed, life) = (clock::now(), ids::random(), invite::lifetime(&Handover::Remote));
    for attempt in 0..invite::ATTEMPTS {
        let secrets = app.keys.secrets(&seed, 0, attempt);
        let row = invite::row(app, person, &secrets, now, life);
        match app.store.invite(row, false).await {
            Ok(_) => {
                let label = format!("{} ({})", person.name, person.role.as_str());
                let url = app.site.sign_in_link(&secrets.token);
                return Ok(Some(Link { label, url }));
            }
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}
