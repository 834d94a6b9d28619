//! Reads the accounts of the association for a page.

use board::protocol::team::StaffMember;
use leptos::{prelude::*, task::spawn_local};

use crate::{api, features::fetched::Fetched};

/// Every account that this person may see, and how to read them anew.
#[must_use]
pub fn team() -> (Fetched<Vec<StaffMember>>, Callback<()>) {
    let team = Fetched::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { team.take(api::team::list().await) });
    });
    load.run(());
    (team, load)
}
