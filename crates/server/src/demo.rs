//! What a new installation begins with: a fictional organisation to look around in, or one branch
//! and one coordinator to begin for real. Prints no secret itself: `serve` does, once.

pub mod boards;
mod case;
pub mod crowd;
mod dice;
mod duos;
mod library;
pub mod people;
mod waiting;

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
use crowd::Crowd;
use std::time::Instant;

/// A way in, for whoever started the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// For whom, and as what.
    pub label: String,
    /// A sign-in link: one use, three days.
    pub url: String,
}

/// Whose links a demo prints: one of each side of the product.
const GUIDES: [(&str, Role); 5] = [
    ("Asmae", Role::Mentee),
    ("Cécile", Role::Mentor),
    ("Nadia", Role::Coordinator),
    ("Hélène", Role::OrganisationAdmin),
    ("Fonds Rivage", Role::Funder),
];

/// Fills an empty database with the demo, and with a crowd if that is asked for. Makes fresh links
/// at every start.
///
/// # Errors
/// When the store does not do its part.
pub async fn prepare(app: &App, crowd: Option<Crowd>) -> Result<Vec<Link>, StoreError> {
    if app.store.is_empty().await? {
        let now = clock::now();
        people::create(&*app.store, now).await?;
        waiting::create(&*app.store, now).await?;
        library::create(&*app.store, now).await?;
        if let Some(crowd) = crowd {
            let begun = Instant::now();
            crowd::create(&*app.store, crowd, now).await?;
            let seconds = begun.elapsed().as_secs_f64();
            tracing::info!(duos = crowd.duos, seconds, "the crowd is there");
        }
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
        // Whoever comes first sets up everything else, and looks after duos like everybody.
        let first = Person {
            id: PersonId(ids::new_id(now)),
            role: Role::OrganisationAdmin,
            name: "Coordination".to_owned(),
            lang: "fr".to_owned(),
        };
        app.store.add_staff(&first, &[branch], now).await?;
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

#[cfg(test)]
mod tests;
