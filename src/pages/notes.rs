//! Notes for oneself.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{button::Button, icon::IconName, page::Page},
    features::{notes::list::NoteList, ready::WhenReady, removed::undo::UndoRemoval},
    i18n::text,
    pages::more::back_to_more,
};

/// The notes, with the form to add one.
#[component]
pub fn NotesPage() -> impl IntoView {
    let open = RwSignal::new(false);
    let add = move || {
        view! {
            <Button
                label=text(Key::NotesNew)
                icon=IconName::Plus
                expanded=open
                id="note-add"
                on_press=move |()| open.update(|open| *open = !*open)
            />
        }
    };
    view! {
        <Page title=text(Key::NotesTitle) back=back_to_more() actions=add>
            <WhenReady><NoteList open/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
