//! Accounts of the association.

use board::id::PersonId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::{
        icon::IconName,
        link_button::LinkButton,
        notice::Notice,
        page::{Back, Page},
    },
    features::{
        fetched::FetchNotice,
        team::{fetch::team, form::StaffForm, list::TeamList},
    },
    i18n::{t, text, tf},
    paths::Path,
};

/// The list, and the way to a new account.
#[component]
pub fn TeamPage() -> impl IntoView {
    let actions = || {
        view! {
            <LinkButton
                label=text(Key::TeamAdd)
                href=Path::NewStaffAccount.href()
                icon=IconName::Plus
            />
        }
    };
    view! {
        <Page
            title=text(Key::TeamTitle)
            lead=text(Key::TeamLead)
            back=Back { href: Path::More.href(), name: text(Key::NavMore) }
            actions=actions
        >
            <TeamList/>
        </Page>
    }
    .into_any()
}

/// A new account.
#[component]
pub fn NewStaffPage() -> impl IntoView {
    let back = Back { href: Path::Team.href(), name: text(Key::TeamTitle) };
    view! { <Page title=text(Key::TeamAdd) back=back><StaffForm known=None/></Page> }.into_any()
}

/// An account that is there.
#[component]
pub fn StaffAccountPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<PersonId>().ok()));
    let (team, load) = team();
    let member = Memo::new(move |_| {
        let id = id.get()?;
        team.value.with(|team| team.iter().flatten().find(|member| member.id == id).cloned())
    });
    let title = Signal::derive(move || match member.get() {
        Some(member) => tf(Key::TeamEdit, &[("name", &member.name)]),
        None => t(Key::TeamTitle),
    });
    let content = move || match (team.is_ready().get(), member.get()) {
        (false, _) => ().into_any(),
        (true, Some(member)) if member.may_change => {
            view! { <StaffForm known=Some(member)/> }.into_any()
        }
        (true, Some(_)) => view! { <Notice><p>{move || t(Key::TeamYou)}</p></Notice> }.into_any(),
        (true, None) => view! { <p>{move || t(Key::ApiNotFound)}</p> }.into_any(),
    };
    view! {
        <Page title=title back=Back { href: Path::Team.href(), name: text(Key::TeamTitle) }>
            <FetchNotice ready=team.is_ready() failure=team.failure on_retry=load/>
            {content}
        </Page>
    }
    .into_any()
}
