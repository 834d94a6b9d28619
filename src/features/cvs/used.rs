//! The applications that a version goes with.

use board::{id::ItemId, world::World};
use leptos::prelude::*;
use words::Key;

use crate::{features::removed::item_name, i18n::t, paths::Path, state::board::BoardState};

/// A list of links; nothing while no application uses it.
#[component]
pub(super) fn UsedIn(
    /// The version.
    id: ItemId,
) -> impl IntoView {
    let board = BoardState::expect();
    let used = Memo::new(move |_| board.view().with(|world| applications(world, id)));
    let rows = move || {
        let row = |(application, job, employer): (ItemId, String, String)| {
            view! {
                <li>
                    <a class="link" href=Path::Application(application.0).href()>
                        <span><bdi>{job}</bdi> " – " <bdi>{employer}</bdi></span>
                    </a>
                </li>
            }
        };
        used.get().into_iter().map(row).collect_view()
    };
    let any = Memo::new(move |_| used.with(|used| !used.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section class="card">
                    <h2>{move || t(Key::CvUsedIn)}</h2>
                    <ul class="stack stack--tight">{rows}</ul>
                </section>
            }
        })
    }
}

fn applications(world: &World, version: ItemId) -> Vec<(ItemId, String, String)> {
    let live = world.items().map(|(_, item)| item).filter(|item| item.is_live());
    live.filter_map(|item| {
        let application = item.as_application()?;
        let attached = [application.cv, application.letter].contains(&Some(version));
        attached.then(|| (item.id, item_name(item), application.employer.text.clone()))
    })
    .collect()
}
