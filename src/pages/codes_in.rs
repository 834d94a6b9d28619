//! The situations of one sector.

use board::{protocol::library::CodeCard, slug::Slug};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::{
        empty_state::EmptyState,
        page::{Back, Page},
    },
    features::{
        codes::{
            rows::CodeRows,
            sectors::Sectors,
            shelf::{CodeList, KeptNote},
            wording::ANY_SECTOR,
        },
        fetched::FetchNotice,
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
};

/// The sector of the address.
#[component]
pub fn CodesInPage() -> impl IntoView {
    let params = use_params_map();
    let sector =
        Memo::new(move |_| params.with(|params| params.get("sector")?.parse::<Slug>().ok()));
    move || match sector.get() {
        Some(sector) => view! { <OneSector sector/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

/// The cards of the sector first, then those that hold everywhere.
#[component]
fn OneSector(sector: Slug) -> impl IntoView {
    let sectors = Sectors::read();
    let everywhere = sector.as_str() == ANY_SECTOR;
    let named = sector.clone();
    let title = Signal::derive(move || sectors.name(&named));
    let list = CodeList::read(Memo::new(move |_| sector.clone()));
    let of = move |every: bool| {
        Signal::derive(move || {
            let fits = |card: &&CodeCard| (card.sector.as_str() == ANY_SECTOR) == every;
            list.cards
                .value
                .with(|cards| cards.iter().flatten().filter(fits).cloned().collect::<Vec<_>>())
        })
    };
    let (first, rest) = (of(everywhere), of(true));
    let back = Back { href: Path::Codes.href(), name: text(Key::CodesTitle) };
    view! {
        <Page title=title back=back>
            <FetchNotice ready=list.cards.is_ready() failure=list.cards.failure on_retry=list.retry()/>
            <Show when=move || list.cards.is_ready().get()>
                <KeptNote list/>
                <h2 class="visually-hidden">{title}</h2>
                <Show when=move || first.with(Vec::is_empty)>
                    <EmptyState title=text(Key::CodesEmpty)/>
                </Show>
                <CodeRows cards=first/>
                {(!everywhere).then(|| view! {
                    <h2>{move || t(Key::CodesAnySector)}</h2>
                    <CodeRows cards=rest/>
                })}
            </Show>
        </Page>
    }
}
