//! The people of my branches.

use board::id::PersonId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::{
        button::ButtonKind,
        icon::IconName,
        link_button::LinkButton,
        page::{Back, Page},
    },
    features::{
        fetched::FetchNotice,
        people_of::{card::PersonWork, fetch::person, list::PeopleList, new_form::NewPersonForm},
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
};

/// The list, the way to a new person and to the suggestions.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let actions = || {
        view! {
            <div class="row">
                <LinkButton
                    label=text(Key::PeopleOfAdd)
                    href=Path::NewPerson.href()
                    icon=IconName::Plus
                />
                <LinkButton
                    label=text(Key::PeopleOfMatchLink)
                    href=Path::Matching.href()
                    kind=ButtonKind::Quiet
                    icon=IconName::Pair
                />
            </div>
        }
    };
    view! {
        <Page
            title=text(Key::PeopleOfTitle)
            lead=text(Key::PeopleOfLead)
            back=Back { href: Path::More.href(), name: text(Key::NavMore) }
            actions=actions
        >
            <PeopleList/>
        </Page>
    }
    .into_any()
}

/// Somebody without a duo.
#[component]
pub fn NewPersonPage() -> impl IntoView {
    let back = Back { href: Path::People.href(), name: text(Key::PeopleOfTitle) };
    view! { <Page title=text(Key::PeopleOfAdd) back=back><NewPersonForm/></Page> }.into_any()
}

/// One person.
#[component]
pub fn PersonPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<PersonId>().ok()));
    move || match id.get() {
        Some(id) => view! { <OnePerson id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn OnePerson(id: PersonId) -> impl IntoView {
    let (card, load) = person(id);
    let title = Signal::derive(move || {
        let name = card.value.with(|card| card.as_ref().map(|card| card.person.name.clone()));
        name.unwrap_or_else(|| t(Key::PeopleOfTitle))
    });
    let content =
        move || card.value.get().map(|known| view! { <PersonWork card=known known=card.value/> });
    view! {
        <Page title=title back=Back { href: Path::People.href(), name: text(Key::PeopleOfTitle) }>
            <FetchNotice ready=card.is_ready() failure=card.failure on_retry=load/>
            {content}
        </Page>
    }
}
