//! When the rules of a branch speak up.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        branch_choice::{BranchChoice, chosen_branch},
        thresholds::form::BranchThresholdsForm,
    },
    i18n::text,
    paths::Path,
};

/// The thresholds of one branch.
#[component]
pub fn ThresholdsPage() -> impl IntoView {
    let (branch, value) = chosen_branch();
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    let form = move || branch.get().map(|branch| view! { <BranchThresholdsForm branch=branch/> });
    view! {
        <Page title=text(Key::ThresholdTitle) lead=text(Key::ThresholdLead) back=back>
            <BranchChoice value=value/>
            {form}
        </Page>
    }
    .into_any()
}
