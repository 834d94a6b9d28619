//! Every branch.

use board::{office::region::Region, protocol::team::BranchCard};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    features::fetched::{FetchNotice, Fetched},
    i18n::t,
    paths::Path,
};

/// The name of a region.
#[must_use]
pub fn region_key(region: Option<Region>) -> Key {
    match region {
        Some(Region::Brussels) => Key::BranchesRegionBrussels,
        Some(Region::Wallonia) => Key::BranchesRegionWallonia,
        Some(Region::Flanders) => Key::BranchesRegionFlanders,
        None => Key::BranchesRegionNone,
    }
}

/// A table where there is room, cards on a phone.
#[component]
pub fn BranchList() -> impl IntoView {
    let cards = Fetched::<Vec<BranchCard>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { cards.take(api::team::branches().await) });
    });
    load.run(());
    let head = move || {
        let heads = [
            Key::BranchesName,
            Key::BranchesRegion,
            Key::BranchesPhone,
            Key::BranchesColumnDuos,
            Key::BranchesColumnStaff,
        ];
        let cell = |key| view! { <th scope="col" role="columnheader">{move || t(key)}</th> };
        heads.map(cell).into_iter().collect_view()
    };
    let rows = move || {
        let cards = cards.value.get().unwrap_or_default();
        cards.into_iter().map(|card| view! { <Row card/> }).collect_view()
    };
    view! {
        <FetchNotice ready=cards.is_ready() failure=cards.failure on_retry=load/>
        <Show when=move || cards.is_ready().get()>
            <table class="cards-table" role="table" aria-label=move || t(Key::BranchesTable)>
                <thead role="rowgroup"><tr role="row">{head}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </Show>
    }
}

#[component]
fn Row(card: BranchCard) -> impl IntoView {
    let href = Path::EditBranch(card.id.0).href();
    let region = region_key(card.fields.region);
    let cell = |label: Key, words: Signal<String>| {
        view! {
            <td role="cell">
                <span class="cards-table__label" aria-hidden="true">{move || t(label)}</span>
                <span dir="auto">{words}</span>
            </td>
        }
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a class="link" dir="auto" href=href>{card.fields.name}</a>
            </th>
            {cell(Key::BranchesRegion, Signal::derive(move || t(region)))}
            {cell(Key::BranchesPhone, Signal::stored(card.fields.phone))}
            {cell(Key::BranchesColumnDuos, Signal::stored(card.duos.to_string()))}
            {cell(Key::BranchesColumnStaff, Signal::stored(card.staff.to_string()))}
        </tr>
    }
}
