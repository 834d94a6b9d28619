//! What is likely to be read without a network is fetched while there is one: the services of the
//! region, the catalogue, the occupations, the codes of the sectors the person aims at. Once a day
//! at most, on the person's own device, and not where data is saved.

use std::collections::BTreeSet;

use board::{project::current, slug::Slug, world::World};
use leptos::{prelude::*, task::spawn_local};
use wire::Wire;

use crate::{
    api::{self, http::ApiError, library},
    features::services::{
        directory::copy_name,
        region::{known, remembered},
    },
    i18n,
    platform::network,
    state::{board::BoardState, library::Shelf},
};

/// At most so many sectors.
const SECTORS_MAX: usize = 3;

/// Shows nothing; fetches once the board is here.
#[component]
pub fn Ahead() -> impl IntoView {
    let (board, shelf) = (BoardState::expect(), Shelf::expect());
    Effect::new(move |begun: Option<bool>| {
        let begin = board.is_ready() && begun != Some(true);
        if begin && shelf.is_there() && !network::saves_data() {
            let lang = i18n::lang().tag();
            let sectors = board.view().with_untracked(aimed_at);
            // Later, nobody knows any more whose board it is.
            let region = untrack(remembered);
            spawn_local(fetch(shelf, lang, region, sectors));
        }
        begin || begun == Some(true)
    });
}

async fn fetch(shelf: Shelf, lang: &'static str, region: String, sectors: BTreeSet<Slug>) {
    // One after the other: whatever the person does meanwhile comes first.
    let services = copy_name(lang, &region);
    if shelf.is_old(&services).await {
        put(shelf, &services, library::services(lang, known(&region).as_ref(), "").await).await;
    }
    let steps = format!("steps:{lang}");
    if shelf.is_old(&steps).await {
        put(shelf, &steps, library::steps(lang).await).await;
    }
    let names = format!("sectors:{lang}");
    if shelf.is_old(&names).await {
        let answer = library::sectors(lang).await;
        if let Ok(list) = &answer {
            shelf.keep_sectors(lang, list).await;
        }
        put(shelf, &names, answer).await;
    }
    // Without their names an aim cannot be read.
    let occupations = format!("occupations:{lang}");
    if shelf.is_old(&occupations).await {
        put(shelf, &occupations, library::occupations(lang, "").await).await;
    }
    for sector in sectors {
        let codes = format!("codes-of:{lang}:{sector}");
        if shelf.is_old(&codes).await
            && let Ok(cards) = api::codes::list(lang, &sector).await
        {
            shelf.keep_cards(lang, &sector, &cards).await;
            shelf.put(&codes, &()).await;
        }
    }
}

async fn put<T: Wire>(shelf: Shelf, name: &str, answer: Result<T, ApiError>) {
    // Without an answer an older copy stays.
    if let Ok(value) = answer {
        shelf.put(name, &value).await;
    }
}

/// The sectors of the career aim and of the CVs.
fn aimed_at(world: &World) -> BTreeSet<Slug> {
    let aim = current(world).and_then(|(_, item)| item.as_project()?.sector.clone());
    let live = world.items().filter(|(_, item)| item.is_live());
    let cvs = live.filter_map(|(_, item)| item.as_cv_version()?.sector.clone());
    aim.into_iter().chain(cvs).take(SECTORS_MAX).collect()
}
