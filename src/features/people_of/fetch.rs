//! Reads one person for a page.

use board::{id::PersonId, protocol::pool::PersonCard};
use leptos::{prelude::*, task::spawn_local};

use crate::{api, features::fetched::Fetched};

/// The person, and how to read them anew.
#[must_use]
pub fn person(id: PersonId) -> (Fetched<PersonCard>, Callback<()>) {
    let card = Fetched::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { card.take(api::people::read(id).await) });
    });
    load.run(());
    (card, load)
}
