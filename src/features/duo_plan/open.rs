//! The plan of the duo whose page is open, read once for the sections that act on it.

use board::{
    id::DuoId,
    protocol::{library::SectorInfo, plans::DuoPlan},
    slug::Slug,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    api::{self, library},
    features::{duo_head::open::OpenDuo, fetched::Fetched},
    i18n::lang,
};

/// The plan, as every section knows it.
#[derive(Clone, Copy)]
pub struct OpenPlan {
    /// Of which duo.
    pub duo: DuoId,
    /// What the server said last.
    pub plan: Fetched<DuoPlan>,
    /// The sectors, in the language of the page.
    pub sectors: Fetched<Vec<SectorInfo>>,
    /// Reads the plan anew.
    pub load: Callback<()>,
    /// Reads the plan and the head of the page anew: after a change.
    pub changed: Callback<()>,
}

impl OpenPlan {
    /// Reads the plan and the sectors.
    #[must_use]
    pub fn read(open: OpenDuo) -> Self {
        let duo = open.id;
        let plan = Fetched::<DuoPlan>::nothing();
        let sectors = Fetched::<Vec<SectorInfo>>::nothing();
        let load = Callback::new(move |()| {
            spawn_local(async move { plan.take(api::plans::read(duo).await) });
        });
        load.run(());
        Effect::new(move |_| {
            let lang = lang().tag();
            spawn_local(async move { sectors.take(library::sectors(lang).await) });
        });
        let changed = Callback::new(move |()| {
            load.try_run(());
            open.reload.try_run(());
        });
        Self { duo, plan, sectors, load, changed }
    }

    /// The name of a sector, or its short name while the list is on its way; tracked.
    #[must_use]
    pub fn sector_name(self, id: &Slug) -> String {
        self.sectors.value.with(|known| {
            let found = known.iter().flatten().find(|sector| sector.id == *id);
            found.map_or_else(|| id.to_string(), |sector| sector.name.clone())
        })
    }

    /// Whether the plan is known and the duo runs. It changes only with that.
    #[must_use]
    pub fn runs(self) -> Memo<Option<bool>> {
        Memo::new(move |_| self.plan.value.with(|plan| Some(plan.as_ref()?.ended.is_none())))
    }
}
