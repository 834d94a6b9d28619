//! A new version of a CV or a letter, one question a page.

use crate::{
    components::{
        error_summary::ErrorSummary,
        page::{Back, Page},
    },
    features::{
        cvs::new::{
            NewCv,
            details::DetailsStep,
            steps::{KindStep, WayStep},
        },
        ready::WhenReady,
    },
    i18n::text,
    pages::not_allowed::NotAllowedPage,
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};
use board::{id::ItemId, item::Kind, permit::may_add};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};
use words::Key;

/// What is asked. The address knows it, so that the phone's own "back" goes one question back.
#[derive(Clone, Copy, PartialEq)]
enum Question {
    Kind,
    Way,
    Details,
}

const WAY: &str = "how";
const DETAILS: &str = "details";

/// The form; what was answered stays while one goes back and forth.
#[component]
pub fn NewCvPage() -> impl IntoView {
    let board = BoardState::expect();
    if !may_add(&board.actor(), &Kind::CvVersion) {
        return view! { <NotAllowedPage/> }.into_any();
    }
    let form = NewCv::start();
    let query = use_query_map();
    let question = Memo::new(move |_| {
        query.with(|query| match query.get_str("step") {
            Some(WAY) => Question::Way,
            Some(DETAILS) => Question::Details,
            _ => Question::Kind,
        })
    });
    let navigate = StoredValue::new(use_navigate());
    let go = move |address: &str| {
        navigate.with_value(|navigate| navigate(address, NavigateOptions::default()));
    };
    let step = |step: &str| format!("{}?step={step}", Path::NewCv.href());
    let done = Callback::new(move |(id, said): (ItemId, String)| {
        go(&Path::Cv(id.0).href());
        announce(&said);
    });
    let back = |href: String, name: Key| Back { href, name: text(name) };
    (move || match question.get() {
        Question::Kind => view! {
            <Page title=text(Key::CvNewTitle) back=back(Path::Cvs.href(), Key::CvTitle)>
                <KindStep form on_next=move |()| go(&step(WAY))/>
            </Page>
        }
        .into_any(),
        Question::Way => view! {
            <Page
                title=text(Key::CvNewWayTitle)
                back=back(Path::NewCv.href(), Key::CvNewTitle)
            >
                <WhenReady>
                    <WayStep form on_next=move |()| go(&step(DETAILS))/>
                </WhenReady>
            </Page>
        }
        .into_any(),
        Question::Details => {
            let errors = Signal::derive(move || form.errors());
            let has_errors = Signal::derive(move || errors.with(|errors| !errors.is_empty()));
            let summary = move || view! { <ErrorSummary errors=errors/> };
            view! {
                <Page
                    title=text(Key::CvNewDetailsTitle)
                    back=back(step(WAY), Key::CvNewWayTitle)
                    has_errors=has_errors
                    summary=summary
                >
                    <WhenReady>
                        <DetailsStep form on_done=done/>
                    </WhenReady>
                </Page>
            }
            .into_any()
        }
    })
    .into_any()
}
