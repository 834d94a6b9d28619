//! The proof of job search; it is the mentee's.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::{proof::work::ProofWork, ready::WhenReady},
    i18n::text,
    pages::{more::back_to_more, not_allowed::NotAllowedPage},
    state::board::BoardState,
};

/// Choose, look, take.
#[component]
pub fn ProofPage() -> impl IntoView {
    if !BoardState::expect().is_mentee() {
        return view! { <NotAllowedPage/> }.into_any();
    }
    view! {
        <Page title=text(Key::ProofTitle) back=back_to_more() lead=text(Key::ProofLead)>
            <WhenReady><ProofWork/></WhenReady>
        </Page>
    }
    .into_any()
}
