//! Notes for oneself.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::{notes::list::NoteList, ready::WhenReady, removed::undo::UndoRemoval},
    i18n::text,
    pages::more::back_to_more,
};

/// The notes, with the form to add one.
#[component]
pub fn NotesPage() -> impl IntoView {
    view! {
        <Page title=text(Key::NotesTitle) back=back_to_more()>
            <WhenReady><NoteList/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
