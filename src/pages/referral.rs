//! One referral: the work on it, and the words about it beside.

use board::{id::ItemId, item::Kind};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        comments::Comments,
        history::item::ItemHistory,
        presence::{Presence, presence},
        ready::WhenReady,
        referrals::{facts::referral_facts, page::ReferralWork},
        removed::undo::UndoRemoval,
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
    state::board::BoardState,
};

/// The referral of the address.
#[component]
pub fn ReferralPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get_str("id").and_then(|id| id.parse::<ItemId>().ok()))
    });
    move || match id.get() {
        Some(id) => view! { <OneReferral id=id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

/// The page stays the same one when the referral goes away, so that the focus stays too.
#[component]
fn OneReferral(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let facts = referral_facts(board, id);
    let presence = presence(board, id, Kind::Referral);
    // The name it had is still its name when it goes away.
    let known = Memo::new(move |before: Option<&Option<String>>| {
        let title = facts.with(|facts| facts.as_ref().map(|facts| facts.title.clone()));
        title.or_else(|| before.cloned().flatten())
    });
    let title = Signal::derive(move || {
        known.get().unwrap_or_else(|| {
            t(if board.is_ready() { Key::ReferralGoneTitle } else { Key::ReferralTitle })
        })
    });
    let back = Back { href: Path::Referrals.href(), name: text(Key::ReferralTitle) };
    let side = move || {
        view! {
            <Show when=move || presence.get() == Presence::Here>
                <Comments on=id/>
                <ItemHistory item=id/>
            </Show>
        }
    };
    view! {
        <Page title=title back=back side=side>
            <WhenReady><ReferralWork id=id facts=facts/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
