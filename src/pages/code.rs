//! One sector code, and the words of the two about it.

use board::{code_mark::Mark, id::ItemId, item::Item, slug::Slug};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        codes::{
            card::CardWork,
            mark::{Marked, QUESTION, marked},
            marks::was_asked,
            sectors::Sectors,
            shelf::{Meanwhile, read_card},
        },
        comments::Comments,
        ready::WhenReady,
        removed::undo::UndoRemoval,
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
    state::board::BoardState,
};

/// The card of the address.
#[component]
pub fn CodePage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<Slug>().ok()));
    move || match id.get() {
        Some(id) => view! { <OneCode id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

/// The card behind the mark of the address: where words about a mark lead to.
#[component]
pub fn CodeMarkPage() -> impl IntoView {
    let params = use_params_map();
    let board = BoardState::expect();
    // The page stays when the mark goes away.
    let code = Memo::new(move |before: Option<&Option<Slug>>| {
        let id = params.with(|params| params.get("id")?.parse::<ItemId>().ok());
        let code_of = |item: &Item| item.as_code_mark().map(|mark| mark.code.clone());
        let found = board.view().with(|world| world.find(id?).and_then(|(_, item)| code_of(item)));
        found.or_else(|| before.cloned().flatten())
    });
    let known = Memo::new(move |_| code.get().is_some() || !board.is_ready());
    move || match code.get() {
        Some(id) => view! { <OneCode id/> }.into_any(),
        None if known.get() => {
            view! { <Page title=text(Key::CodesTitle)><WhenReady>""</WhenReady></Page> }.into_any()
        }
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn OneCode(id: Slug) -> impl IntoView {
    let sectors = Sectors::read();
    let board = use_context::<BoardState>();
    let (card, retry) = read_card(StoredValue::new(id.clone()), Meanwhile::Copy);
    let marked = match board {
        Some(board) => marked(board, id),
        None => Memo::new(|_| None::<Marked>),
    };
    let sector =
        Memo::new(move |_| card.value.with(|card| card.as_ref().map(|card| card.sector.clone())));
    // Without the card, its mark still knows what it is about.
    let title = Signal::derive(move || {
        let situation = card.value.with(|card| card.as_ref().map(|card| card.situation.clone()));
        situation
            .or_else(|| marked.with(|marked| marked.as_ref().map(|marked| marked.title.clone())))
            .unwrap_or_else(|| t(Key::CodesTitle))
    });
    let lead = Signal::derive(move || {
        sector.with(|sector| sector.as_ref().map(|sector| sectors.name(sector))).unwrap_or_default()
    });
    let back = Back { href: Path::Codes.href(), name: text(Key::CodesTitle) };
    if board.is_none() {
        return view! {
            <Page title=title lead=lead back=back><CardWork card marked on_retry=retry/></Page>
        }
        .into_any();
    }
    let item = Memo::new(move |_| marked.with(|marked| marked.as_ref().map(|marked| marked.item)));
    // The mentee's first question: once one was asked, what is written next is any message.
    let asking = Memo::new(move |_| {
        let Some(board) = board.filter(|board| board.is_mentee()) else { return false };
        let asks = |found: &Marked| found.mark == Mark::Question;
        let asked =
            marked.with(|found| found.as_ref().filter(|found| asks(found)).map(|found| found.item));
        asked.is_some_and(|item| board.view().with(|world| !was_asked(world, item)))
    });
    let comments = move || item.get().map(|on| view! { <Comments on asking input=QUESTION/> });
    let side = move || view! { {comments} };
    view! {
        <Page title=title lead=lead back=back side=side>
            <WhenReady><CardWork card marked on_retry=retry/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
