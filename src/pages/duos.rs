//! The duos of my branches.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{icon::IconName, link_button::LinkButton, page::Page},
    features::duos::{calls::OpenCalls, list::DuoList},
    i18n::text,
    paths::Path,
};

/// The list, and the way to a new one.
#[component]
pub fn DuosPage() -> impl IntoView {
    let actions = || {
        view! {
            <LinkButton label=text(Key::DuosNew) href=Path::NewDuo.href() icon=IconName::Plus/>
        }
    };
    view! {
        <Page title=text(Key::DuosTitle) lead=text(Key::DuoPrivacy) actions=actions>
            <OpenCalls/>
            <DuoList/>
        </Page>
    }
    .into_any()
}
