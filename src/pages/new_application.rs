//! Form for a job application.

use crate::{
    components::{
        error_summary::ErrorSummary,
        page::{Back, Page},
    },
    features::applications::new_form::{NewApplication, NewApplicationForm},
    i18n::text,
    pages::not_allowed::NotAllowedPage,
    paths::Path,
    state::board::BoardState,
};
use board::{item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

/// The form; a mentor is told that applications are the mentee's to add.
#[component]
pub fn NewApplicationPage() -> impl IntoView {
    if !may_add(&BoardState::expect().actor(), &Kind::Application) {
        return view! { <NotAllowedPage/> }.into_any();
    }
    let form = NewApplication::start();
    let errors = Memo::new(move |_| form.errors());
    let back = Back { href: Path::Applications.href(), name: text(Key::ApplicationsTitle) };
    let summary = move || view! { <ErrorSummary errors=errors/> };
    view! {
        <Page
            title=text(Key::ApplicationNewTitle)
            back=back
            has_errors=Signal::derive(move || errors.with(|errors| !errors.is_empty()))
            summary=summary
        >
            <NewApplicationForm form=form/>
        </Page>
    }
    .into_any()
}
