//! The optional questions for reports.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::demographics::own::OwnAnswers,
    i18n::text,
    pages::not_allowed::NotAllowedPage,
    paths::Path,
    state::board::BoardState,
};

/// For the mentee; nobody asks a mentor.
#[component]
pub fn ReportQuestionsPage() -> impl IntoView {
    if !BoardState::expect().is_mentee() {
        return view! { <NotAllowedPage/> }.into_any();
    }
    let back = Back { href: Path::Consents.href(), name: text(Key::ConsentTitle) };
    view! {
        <Page title=text(Key::DemographicsTitle) lead=text(Key::DemographicsLead) back=back>
            <OwnAnswers/>
        </Page>
    }
    .into_any()
}
