//! What changed between two versions of a CV or a letter.

use crate::{
    components::page::{Back, Page},
    features::{
        cvs::{
            compare::{Comparison, first_choice},
            wording::version_name,
        },
        ready::WhenReady,
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
    state::board::BoardState,
};
use board::id::ItemId;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map, use_query_map},
};
use words::Key;

/// The version of the address, compared with the one of the query, or with the one before it.
#[component]
pub fn CompareCvPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get_str("id").and_then(|id| id.parse::<ItemId>().ok()))
    });
    move || match id.get() {
        Some(id) => view! { <Compared id=id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn Compared(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let query = use_query_map();
    let with = Memo::new(move |_| {
        let asked = query.with(|query| query.get_str("with").and_then(|id| id.parse().ok()));
        asked.or_else(|| board.view().with(|world| first_choice(world, id)))
    });
    let navigate = use_navigate();
    let choose = Callback::new(move |other: ItemId| {
        let address = format!("{}?with={other}", Path::CompareCv(id.0).href());
        // Looking at several versions is one step back in the history of the browser.
        navigate(&address, NavigateOptions { replace: true, scroll: false, ..Default::default() });
    });
    let found = board.item(id);
    let name = Signal::derive(move || {
        let name = found.with(|found| found.as_ref().map(|(_, item)| version_name(item)));
        name.unwrap_or_else(|| t(Key::CvTitle))
    });
    let back = Back { href: Path::Cv(id.0).href(), name };
    view! {
        <Page title=text(Key::CvCompareTitle) back=back>
            <WhenReady>
                <Comparison id=id with=with on_choose=choose/>
            </WhenReady>
        </Page>
    }
    .into_any()
}
