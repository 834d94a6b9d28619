//! Every component with its states: what axe walks, and where a newcomer looks first.
//!
//! It needs no account and sends nothing. Words are the product's own; names are fictional.

mod actions;
mod board;
mod feedback;
mod figures;
mod forms;

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        error_summary::{ErrorSummary, FormError},
        icon::IconName,
        navigation::{Navigation, NavigationItem},
        page::{Back, Page},
    },
    i18n::{text, tf},
    paths::Path,
};

/// The id that the error summary leads to.
const WRONG_FIELD: &str = "gallery-employer";

/// The sentence beside the field and in the summary.
fn wrong_field_text() -> String {
    tf(Key::ErrorEmpty, &[("field", &crate::i18n::t(Key::ApplicationEmployer))])
}

/// The page of all parts.
#[component]
pub fn GalleryPage() -> impl IntoView {
    let errors = RwSignal::new(Vec::new());
    let show_errors = Callback::new(move |()| {
        errors
            .set(vec![FormError { field_id: WRONG_FIELD.to_owned(), message: wrong_field_text() }]);
    });
    let has_errors = Signal::derive(move || errors.with(|errors| !errors.is_empty()));
    view! {
        <Page
            title=text(Key::GalleryTitle)
            lead=text(Key::GalleryLead)
            back=Back { href: Path::Week.href(), name: text(Key::NavWeek) }
            has_errors=has_errors
            summary=move || view! { <ErrorSummary errors=errors/> }
            side=move || view! { <board::Conversation/> }
        >
            <forms::Forms has_errors=has_errors on_submit=show_errors/>
            <actions::Actions/>
            <feedback::Feedback/>
            <board::Board/>
            <figures::Figures/>
            <Navigation items=vec![
                NavigationItem::new(Path::Week.href(), Key::NavWeek, IconName::Calendar),
                NavigationItem::new(Path::Gallery.href(), Key::NavPlan, IconName::Flag),
                NavigationItem::new(Path::Applications.href(), Key::NavApplications, IconName::Briefcase),
                NavigationItem::new(Path::More.href(), Key::NavMore, IconName::Menu),
            ]/>
        </Page>
    }
    .into_any()
}
