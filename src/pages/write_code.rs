//! Form for a sector code: a new one, or one of one's own again.

use board::{protocol::library::CodeCard, slug::Slug};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use words::Key;

use crate::{
    components::{
        error_summary::ErrorSummary,
        page::{Back, Page},
    },
    features::{
        codes::{
            draft::{CodeDraft, Faults},
            form::form_errors,
            hub::knows_a_trade,
            questions::LibraryQuestions,
            shelf::{Meanwhile, read_card},
            write::WriteForm,
        },
        fetched::FetchNotice,
    },
    i18n::text,
    pages::{not_allowed::NotAllowedPage, not_found::NotFoundPage},
    paths::Path,
};

/// A new card; beside it the questions that wait for one.
#[component]
pub fn WriteCodePage() -> impl IntoView {
    if !knows_a_trade() {
        return view! { <NotAllowedPage/> }.into_any();
    }
    let sector = use_query_map().with_untracked(|query| query.get("sector"));
    let sector = sector.filter(|sector| sector.parse::<Slug>().is_ok()).unwrap_or_default();
    let draft = CodeDraft::new(sector.clone());
    if !sector.is_empty() {
        // A question that somebody asked says which sector now.
        draft.sector.set(sector);
    }
    let faults: Faults = RwSignal::default();
    let errors = form_errors(faults);
    let has_errors = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    view! {
        <Page
            title=text(Key::CodesWrite)
            lead=text(Key::CodesWriteLead)
            back=Back { href: Path::Codes.href(), name: text(Key::CodesTitle) }
            has_errors=has_errors
            summary=move || view! { <ErrorSummary errors=errors/> }
            side=|| view! { <LibraryQuestions/> }
        >
            <WriteForm draft faults card=None/>
        </Page>
    }
    .into_any()
}

/// The card of the address, to be changed and sent again by its author.
#[component]
pub fn RewriteCodePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<Slug>().ok()));
    move || match id.get().filter(|_| knows_a_trade()) {
        Some(id) => view! { <Rewrite id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn Rewrite(id: Slug) -> impl IntoView {
    let (card, retry) = read_card(StoredValue::new(id), Meanwhile::Nothing);
    let faults: Faults = RwSignal::default();
    let errors = form_errors(faults);
    let has_errors = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    // The form begins with the first answer; what comes later must not replace what is typed.
    let first = Memo::new(move |before: Option<&Option<CodeCard>>| {
        before.cloned().flatten().or_else(|| card.value.get())
    });
    let form = move || {
        first.get().map(|card| {
            let draft = CodeDraft::of(&card);
            view! { <WriteForm draft faults card=Some(card)/> }
        })
    };
    view! {
        <Page
            title=text(Key::CodesOwnEdit)
            lead=text(Key::CodesWriteLead)
            back=Back { href: Path::OwnCodes.href(), name: text(Key::CodesOwnTitle) }
            has_errors=has_errors
            summary=move || view! { <ErrorSummary errors=errors/> }
        >
            <FetchNotice
                ready=card.is_ready()
                failure=card.failure
                on_retry=retry
                without=Key::NeedsNewest
            />
            {form}
        </Page>
    }
}
