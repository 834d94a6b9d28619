//! Form for a referral to a service.

use board::{item::Kind, permit::may_add, slug::Slug};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use words::Key;

use crate::{
    components::{
        error_summary::ErrorSummary,
        page::{Back, Page},
    },
    features::referrals::{draft::NewReferral, new_form::NewReferralForm},
    i18n::text,
    pages::not_allowed::NotAllowedPage,
    paths::Path,
    state::board::BoardState,
};

/// The form, filled from the directory when the address names a service.
#[component]
pub fn NewReferralPage() -> impl IntoView {
    if !may_add(&BoardState::expect().actor(), &Kind::Referral) {
        return view! { <NotAllowedPage/> }.into_any();
    }
    let query = use_query_map();
    let service = query
        .with_untracked(|query| query.get_str("service").and_then(|id| id.parse::<Slug>().ok()));
    let form = NewReferral::start(service.clone().map(String::from).unwrap_or_default());
    let errors = Memo::new(move |_| form.errors());
    let back = Back { href: Path::Services.href(), name: text(Key::ServiceTitle) };
    let summary = move || view! { <ErrorSummary errors=errors/> };
    view! {
        <Page
            title=text(Key::ReferralNewTitle)
            back=back
            has_errors=Signal::derive(move || errors.with(|errors| !errors.is_empty()))
            summary=summary
        >
            <NewReferralForm form=form service=service/>
        </Page>
    }
    .into_any()
}
