//! The names of sectors, also without a network.

use board::{protocol::library::SectorInfo, slug::Slug};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::choice::ChoiceOption,
    features::{codes::wording::ANY_SECTOR, fetched::Fetched},
    i18n::{self, t, text},
    state::library::Shelf,
};

/// The sectors in the language of the page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Sectors {
    /// The sectors, in the order people meet them.
    pub list: Fetched<Vec<SectorInfo>>,
}

impl Sectors {
    /// Reads them, and again when the language changes.
    #[must_use]
    pub fn read() -> Self {
        let shelf = Shelf::expect();
        let list = Fetched::nothing();
        let lang = Memo::new(move |_| i18n::lang());
        Effect::new(move |_| {
            let asked = lang.get();
            spawn_local(async move {
                let is_wanted = || lang.try_get_untracked() == Some(asked);
                if let Some(known) = shelf.sectors(asked.tag()).await
                    && is_wanted()
                {
                    list.take(Ok(known));
                }
                let answer = api::library::sectors(asked.tag()).await;
                if let Ok(sectors) = &answer {
                    shelf.keep_sectors(asked.tag(), sectors).await;
                }
                if is_wanted() {
                    list.take(answer);
                }
            });
        });
        Self { list }
    }

    /// The name of a sector; nothing while the list is not here. Tracked.
    #[must_use]
    pub fn known(self, sector: &Slug) -> Option<String> {
        if sector.as_str() == ANY_SECTOR {
            return Some(t(Key::CodesAnySector));
        }
        self.list.value.with(|list| {
            let found = list.iter().flatten().find(|info| info.id == *sector);
            found.map(|info| info.name.clone())
        })
    }

    /// The name of a sector, or the word "sector" while the list is not here: its short name is
    /// nobody's language. Tracked.
    #[must_use]
    pub fn name(self, sector: &Slug) -> String {
        self.known(sector).unwrap_or_else(|| t(Key::CodesSector))
    }

    /// Answers to "which sector?": those that hold everywhere first. One that is chosen already
    /// is there before the list is.
    #[must_use]
    pub fn options(self, chosen: RwSignal<String>) -> Signal<Vec<ChoiceOption>> {
        Signal::derive(move || {
            let named = |info: &SectorInfo| {
                ChoiceOption::new(info.id.as_str(), Signal::stored(info.name.clone()))
            };
            let mut options = vec![ChoiceOption::new(ANY_SECTOR, text(Key::CodesAnySector))];
            self.list.value.with(|list| options.extend(list.iter().flatten().map(named)));
            let kept = chosen.get_untracked();
            if !kept.is_empty() && options.iter().all(|option| option.value != kept) {
                options.push(ChoiceOption::new(kept.clone(), Signal::stored(kept)));
            }
            options
        })
    }
}
