//! What people who know the trade say of a card, region by region (features.md T08).

use board::protocol::library::{CodeVotes, Region};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    features::services::region::region_name,
    i18n::tnf,
};

/// "Still true for three people (Brussels)", a line for each region and answer.
#[component]
pub fn Votes(
    /// The counts.
    #[prop(into)]
    votes: Signal<Vec<CodeVotes>>,
) -> impl IntoView {
    let line = |icon: IconName, key: Key, count: u32, region: Region| {
        (count > 0).then(|| {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            let words = move || tnf(key, count, &[("region", &region_name(&region))]);
            view! { <li class="row row--still"><Icon name=icon/> <span>{words}</span></li> }
        })
    };
    let lines = move || {
        let of = |votes: CodeVotes| {
            let CodeVotes { region, still_true, depends } = votes;
            let truth = line(IconName::Check, Key::CodesStillTrue, still_true, region.clone());
            (truth, line(IconName::Info, Key::CodesDepends, depends, region))
        };
        votes.get().into_iter().map(of).collect_view()
    };
    move || {
        votes
            .with(|votes| !votes.is_empty())
            .then(|| view! { <ul class="stack stack--tight">{lines}</ul> })
    }
}
