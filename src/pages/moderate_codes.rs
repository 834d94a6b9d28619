//! The library as coordinators look after it.

use board::{protocol::library::CodeCard, slug::Slug};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::{
        button::ButtonKind,
        error_summary::ErrorSummary,
        icon::IconName,
        link_button::LinkButton,
        page::{Back, Page},
    },
    features::{
        codes::{
            draft::Faults,
            form::form_errors,
            moderation::{
                decide::DecideForm,
                queue::{RetiredCodes, WaitingCodes},
            },
            questions::LibraryQuestions,
            shelf::{Meanwhile, read_card},
        },
        fetched::FetchNotice,
    },
    i18n::text,
    pages::not_found::NotFoundPage,
    paths::Path,
};

/// The cards that wait, then the questions that wait for a card.
#[component]
pub fn ModerateCodesPage() -> impl IntoView {
    let actions = || {
        view! {
            <LinkButton
                label=text(Key::CodesTitle)
                href=Path::Codes.href()
                kind=ButtonKind::Quiet
                icon=IconName::Book
            />
            <LinkButton
                label=text(Key::DirectoryTitle)
                href=Path::Directory.href()
                kind=ButtonKind::Quiet
                icon=IconName::Phone
            />
            <LinkButton
                label=text(Key::CodesWrite)
                href=Path::WriteCode.href()
                kind=ButtonKind::Quiet
                icon=IconName::Pencil
            />
        }
    };
    view! {
        <Page title=text(Key::ModerationTitle) lead=text(Key::ModerationLead) actions=actions>
            <WaitingCodes/>
            <LibraryQuestions is_staff=true/>
            <RetiredCodes/>
        </Page>
    }
    .into_any()
}

/// The card of the address.
#[component]
pub fn DecideCodePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<Slug>().ok()));
    move || match id.get() {
        Some(id) => view! { <Decide id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn Decide(id: Slug) -> impl IntoView {
    let (card, retry) = read_card(StoredValue::new(id), Meanwhile::Nothing);
    let faults: Faults = RwSignal::default();
    let errors = form_errors(faults);
    let has_errors = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    // The form begins with the first answer; what comes later must not replace what is typed.
    let first = Memo::new(move |before: Option<&Option<CodeCard>>| {
        before.cloned().flatten().or_else(|| card.value.get())
    });
    let form =
        move || first.get().map(|first| view! { <DecideForm card first faults on_stale=retry/> });
    view! {
        <Page
            title=text(Key::ModerationTitleOne)
            back=Back { href: Path::ModerateCodes.href(), name: text(Key::ModerationTitle) }
            has_errors=has_errors
            summary=move || view! { <ErrorSummary errors=errors/> }
        >
            <FetchNotice ready=card.is_ready() failure=card.failure on_retry=retry/>
            {form}
        </Page>
    }
}
