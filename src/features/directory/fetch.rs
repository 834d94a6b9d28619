//! Reads one entry for a page.

use board::{protocol::library::ServiceInfo, slug::Slug};
use leptos::{prelude::*, task::spawn_local};

use crate::{api, features::fetched::Fetched};

/// The entry in a language, and how to read it anew.
#[must_use]
pub fn service(id: Slug, lang: &'static str) -> (Fetched<ServiceInfo>, Callback<()>) {
    let service = Fetched::nothing();
    let id = StoredValue::new(id);
    let load = Callback::new(move |()| {
        let id = id.get_value();
        spawn_local(async move { service.take(api::library::service(lang, &id).await) });
    });
    load.run(());
    (service, load)
}
