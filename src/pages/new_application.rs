//! Form for a job application.

use crate::{
    components::{
        error_summary::ErrorSummary,
        page::{Back, Page},
    },
    features::applications::new_form::{NewApplication, NewApplicationForm},
    i18n::{text, tf},
    pages::not_allowed::NotAllowedPage,
    paths::Path,
    state::board::BoardState,
};
use board::{
    item::Kind,
    permit::{may_add, may_suggest},
};
use leptos::prelude::*;
use words::Key;

/// The form; what the mentor adds is an idea, for the mentee to take or decline.
#[component]
pub fn NewApplicationPage() -> impl IntoView {
    let board = BoardState::expect();
    let (actor, kind) = (board.actor(), Kind::Application);
    let may_add = may_add(&actor, &kind);
    if !may_add && !may_suggest(&actor, &kind) {
        return view! { <NotAllowedPage/> }.into_any();
    }
    let title = if may_add { Key::ApplicationNewTitle } else { Key::SuggestionAddApplication };
    let lead = Signal::derive(move || {
        let lead = || tf(Key::SuggestionAddLead, &[("name", &board.other_name())]);
        if may_add { String::new() } else { lead() }
    });
    let form = NewApplication::start();
    let errors = Memo::new(move |_| form.errors());
    let back = Back { href: Path::Applications.href(), name: text(Key::ApplicationsTitle) };
    let summary = move || view! { <ErrorSummary errors=errors/> };
    view! {
        <Page
            title=text(title)
            lead=lead
            back=back
            has_errors=Signal::derive(move || errors.with(|errors| !errors.is_empty()))
            summary=summary
        >
            <NewApplicationForm form=form/>
        </Page>
    }
    .into_any()
}
