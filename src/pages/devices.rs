//! The devices that can open my plan.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::devices::DeviceList,
    i18n::{t, text},
    paths::Path,
    state::session::SessionState,
};

/// The list, with a way to end each of them.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let session = SessionState::expect();
    let lead = Signal::derive(move || {
        let is_staff = session.session().is_some_and(|session| session.role.is_staff());
        t(if is_staff { Key::DevicesLeadStaff } else { Key::DevicesLead })
    });
    view! {
        <Page
            title=text(Key::DevicesTitle)
            lead=lead
            back=Back { href: Path::More.href(), name: text(Key::NavMore) }
        >
            <DeviceList/>
        </Page>
    }
    .into_any()
}
