//! The names of the sectors that mentees aim at.

use board::protocol::{caseload::CaseloadChoices, library::SectorInfo};
use leptos::{prelude::*, task::spawn_local};

use crate::{api::library, components::choice::ChoiceOption, features::fetched::Fetched, i18n};

/// The sectors there are to choose from, by name. Until the names are here, their short words.
#[must_use]
pub fn sector_options(choices: Memo<CaseloadChoices>) -> Signal<Vec<ChoiceOption>> {
    let known = Fetched::<Vec<SectorInfo>>::nothing();
    Effect::new(move |_| {
        let lang = i18n::lang().tag();
        spawn_local(async move { known.take(library::sectors(lang).await) });
    });
    Signal::derive(move || {
        let name = |slug: &board::slug::Slug| {
            known.value.with(|known| {
                let found = known.iter().flatten().find(|info| info.id == *slug);
                found.map_or_else(|| slug.to_string(), |info| info.name.clone())
            })
        };
        choices.with(|choices| {
            let option = |slug| ChoiceOption::new(format!("{slug}"), Signal::stored(name(slug)));
            choices.sectors.iter().map(option).collect::<Vec<_>>()
        })
    })
}
