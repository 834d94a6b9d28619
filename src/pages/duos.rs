//! The duos of my branches: whom to call first, and why.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{icon::IconName, link_button::LinkButton, page::Page},
    features::{
        caseload::list::{CaseloadList, OpenCaseload},
        duos::calls::OpenCalls,
    },
    i18n::text,
    paths::Path,
};

/// Whom to call, the list, and the way to a new duo.
#[component]
pub fn DuosPage() -> impl IntoView {
    let caseload = OpenCaseload::read();
    let actions = || {
        view! {
            <LinkButton label=text(Key::DuosNew) href=Path::NewDuo.href() icon=IconName::Plus/>
        }
    };
    view! {
        <Page title=Signal::derive(move || caseload.heading()) actions=actions>
            <OpenCalls/>
            <CaseloadList caseload=caseload/>
        </Page>
    }
    .into_any()
}
