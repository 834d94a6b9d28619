//! Branches of the association, for those who set them up.

use board::id::BranchId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::{
        icon::IconName,
        link_button::LinkButton,
        page::{Back, Page},
    },
    features::{
        branches::{fetch::branches, form::BranchForm, list::BranchList},
        fetched::FetchNotice,
    },
    i18n::{t, text},
    paths::Path,
};

/// The list, and the way to a new one.
#[component]
pub fn BranchesPage() -> impl IntoView {
    let actions = || {
        view! {
            <LinkButton
                label=text(Key::BranchesAdd)
                href=Path::OpenBranch.href()
                icon=IconName::Plus
            />
        }
    };
    view! {
        <Page
            title=text(Key::BranchesTitle)
            lead=text(Key::BranchesLead)
            back=Back { href: Path::More.href(), name: text(Key::NavMore) }
            actions=actions
        >
            <BranchList/>
        </Page>
    }
    .into_any()
}

/// A new branch.
#[component]
pub fn NewBranchPage() -> impl IntoView {
    let back = Back { href: Path::Branches.href(), name: text(Key::BranchesTitle) };
    view! { <Page title=text(Key::BranchesAdd) back=back><BranchForm known=None/></Page> }
        .into_any()
}

/// A branch that is there.
#[component]
pub fn EditBranchPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<BranchId>().ok()));
    let (cards, load) = branches();
    let card = Memo::new(move |_| {
        let id = id.get()?;
        cards.value.with(|cards| cards.iter().flatten().find(|card| card.id == id).cloned())
    });
    let content = move || match (cards.is_ready().get(), card.get()) {
        (false, _) => ().into_any(),
        (true, Some(card)) => view! { <BranchForm known=Some(card)/> }.into_any(),
        (true, None) => view! { <p>{move || t(Key::ApiNotFound)}</p> }.into_any(),
    };
    let back = Back { href: Path::Branches.href(), name: text(Key::BranchesTitle) };
    view! {
        <Page title=text(Key::BranchesEdit) back=back>
            <FetchNotice ready=cards.is_ready() failure=cards.failure on_retry=load/>
            {content}
        </Page>
    }
    .into_any()
}
