//! A new duo.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        error_summary::ErrorSummary,
        page::{Back, Page},
    },
    features::duos::new_form::{Faults, NewDuoForm, form_errors},
    i18n::text,
    paths::Path,
};

/// The form; its errors stand above the heading.
#[component]
pub fn NewDuoPage() -> impl IntoView {
    let faults: Faults = RwSignal::default();
    let errors = form_errors(faults);
    let has_errors = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    view! {
        <Page
            title=text(Key::DuoFormTitle)
            back=Back { href: Path::Duos.href(), name: text(Key::DuosTitle) }
            has_errors=has_errors
            summary=move || view! { <ErrorSummary errors=errors/> }
        >
            <NewDuoForm faults=faults/>
        </Page>
    }
    .into_any()
}
