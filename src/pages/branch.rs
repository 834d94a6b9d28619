//! How a branch is doing.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        branch_choice::{BranchChoice, chosen_branch},
        branch_view::view::BranchNumbers,
    },
    i18n::text,
    paths::Path,
};

/// Shares, states and six months of one branch.
#[component]
pub fn BranchPage() -> impl IntoView {
    let (branch, value) = chosen_branch();
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    let numbers = move || branch.get().map(|branch| view! { <BranchNumbers branch=branch/> });
    view! {
        <Page title=text(Key::BranchViewTitle) lead=text(Key::BranchViewLead) back=back>
            <BranchChoice value=value/>
            {numbers}
        </Page>
    }
    .into_any()
}
