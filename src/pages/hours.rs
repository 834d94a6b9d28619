//! The volunteer hours of a mentor.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::hours::work::HoursWork,
    i18n::text,
    pages::{more::back_to_more, not_allowed::NotAllowedPage},
    state::board::BoardState,
};

/// Hours by month and year; a mentee has none.
#[component]
pub fn HoursPage() -> impl IntoView {
    if BoardState::expect().is_mentee() {
        return view! { <NotAllowedPage/> }.into_any();
    }
    view! {
        <Page title=text(Key::HoursTitle) back=back_to_more() lead=text(Key::HoursLead)>
            <HoursWork/>
        </Page>
    }
    .into_any()
}
