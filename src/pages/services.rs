//! The directory of services.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::ButtonKind,
        icon::IconName,
        link_button::LinkButton,
        page::{Back, Page},
    },
    features::services::directory::Directory,
    i18n::text,
    paths::Path,
};

/// Who helps with what, and the way to a service that is not in the list.
#[component]
pub fn ServicesPage() -> impl IntoView {
    let back = Back { href: Path::Referrals.href(), name: text(Key::ReferralTitle) };
    let other = || {
        view! {
            <LinkButton
                label=text(Key::ServiceOther)
                href=Path::NewReferral.href()
                kind=ButtonKind::Plain
                icon=IconName::Plus
            />
        }
    };
    view! {
        <Page
            title=text(Key::ServiceTitle)
            lead=text(Key::ServiceLead)
            back=back
            actions=other
        >
            <Directory/>
        </Page>
    }
    .into_any()
}
