//! The directory of services, as coordinators look after it.

use board::{protocol::library::ServiceInfo, slug::Slug};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::{Key, Lang};

use crate::{
    components::{
        choice::{Choice, ChoiceOption},
        error_summary::ErrorSummary,
        icon::IconName,
        link_button::LinkButton,
        page::{Back, Page},
    },
    features::{
        directory::{
            draft::Faults,
            edit::{EditServiceForm, NewServiceForm},
            fetch::service,
            form::form_errors,
            list::DirectoryList,
        },
        fetched::FetchNotice,
    },
    i18n::{self, text},
    pages::not_found::NotFoundPage,
    paths::Path,
};

/// Every entry, and the way to a new one.
#[component]
pub fn DirectoryPage() -> impl IntoView {
    let actions = || {
        view! {
            <LinkButton
                label=text(Key::DirectoryAdd)
                href=Path::NewService.href()
                icon=IconName::Plus
            />
        }
    };
    view! {
        <Page title=text(Key::DirectoryTitle) lead=text(Key::DirectoryLead) actions=actions>
            <DirectoryList/>
        </Page>
    }
    .into_any()
}

fn back() -> Back {
    Back { href: Path::Directory.href(), name: text(Key::DirectoryTitle) }
}

/// A form for an entry.
#[component]
pub fn NewServicePage() -> impl IntoView {
    let faults: Faults = RwSignal::default();
    let errors = form_errors(faults);
    let has_errors = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    view! {
        <Page
            title=text(Key::DirectoryTitleNew)
            back=back()
            has_errors=has_errors
            summary=move || view! { <ErrorSummary errors=errors/> }
        >
            <NewServiceForm faults/>
        </Page>
    }
    .into_any()
}

/// The entry of the address.
#[component]
pub fn EditServicePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<Slug>().ok()));
    move || match id.get() {
        Some(id) => view! { <Edit id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn Edit(id: Slug) -> impl IntoView {
    let faults: Faults = RwSignal::default();
    let errors = form_errors(faults);
    let has_errors = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    let lang = RwSignal::new(untrack(|| i18n::lang().tag().to_owned()));
    let language =
        |lang: Lang| ChoiceOption::new(lang.tag(), Signal::stored(lang.own_name().to_owned()));
    let id = StoredValue::new(id);
    // Another language is another form: what was typed in the first one is kept by its draft.
    let form = move || {
        let lang = Lang::from_tag(&lang.get()).unwrap_or_default();
        faults.set(Vec::new());
        view! { <InLanguage id lang=lang.tag() faults/> }
    };
    view! {
        <Page
            title=text(Key::DirectoryTitleOne)
            back=back()
            has_errors=has_errors
            summary=move || view! { <ErrorSummary errors=errors/> }
        >
            <Choice
                label=text(Key::DirectoryLang)
                options=Lang::ALL.map(language).to_vec()
                value=lang
                columns=true
            />
            {form}
        </Page>
    }
}

#[component]
fn InLanguage(id: StoredValue<Slug>, lang: &'static str, faults: Faults) -> impl IntoView {
    let (service, read) = service(id.get_value(), lang);
    // The form begins with the first answer; what comes later must not replace what is typed.
    let first = Memo::new(move |before: Option<&Option<ServiceInfo>>| {
        before.cloned().flatten().or_else(|| service.value.get())
    });
    let form = move || {
        first
            .get()
            .map(|first| view! { <EditServiceForm service first lang faults on_stale=read/> })
    };
    view! {
        <FetchNotice ready=service.is_ready() failure=service.failure on_retry=read/>
        {form}
    }
}
