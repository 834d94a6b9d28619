//! Reads the branches for a page.

use board::protocol::team::BranchCard;
use leptos::{prelude::*, task::spawn_local};

use crate::{api, features::fetched::Fetched};

/// Every branch, and how to read them anew.
#[must_use]
pub fn branches() -> (Fetched<Vec<BranchCard>>, Callback<()>) {
    let cards = Fetched::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { cards.take(api::team::branches().await) });
    });
    load.run(());
    (cards, load)
}
