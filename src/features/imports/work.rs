//! The page of imports: one file at a time, and the lists that stand.

use board::{
    id::ImportId,
    protocol::imports::{ImportInfo, ImportPreview},
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    features::{
        fetched::Fetched,
        imports::{lists::LastLists, pick::PickFile, preview::Preview, slips::PrintSlips},
    },
};

/// What the parts of the page share. Cheap to copy.
#[derive(Clone, Copy)]
pub struct ImportWork {
    /// What was read of the chosen file.
    pub preview: RwSignal<Option<ImportPreview>>,
    /// The last lists.
    pub lists: Fetched<Vec<ImportInfo>>,
    /// The list whose invitations are being printed.
    pub printing: RwSignal<Option<ImportId>>,
    /// How many duos the file just created.
    pub created: RwSignal<Option<u32>>,
}

impl ImportWork {
    /// Reads the lists.
    #[must_use]
    pub fn new() -> Self {
        let work = Self {
            preview: RwSignal::new(None),
            lists: Fetched::nothing(),
            printing: RwSignal::new(None),
            created: RwSignal::new(None),
        };
        work.reload();
        work
    }

    /// Reads the lists anew.
    pub fn reload(self) {
        let lists = self.lists;
        spawn_local(async move { lists.take(api::imports::list().await) });
    }
}

impl Default for ImportWork {
    fn default() -> Self {
        Self::new()
    }
}

/// The file, its rows, the invitations, the last lists.
#[component]
pub fn Imports() -> impl IntoView {
    let work = ImportWork::new();
    let content = move || match work.preview.get() {
        Some(preview) => view! { <Preview preview work/> }.into_any(),
        None => view! { <PickFile work/> }.into_any(),
    };
    view! {
        {content}
        <PrintSlips work/>
        <LastLists work/>
    }
}
