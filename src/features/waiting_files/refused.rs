//! What the server did not take of the files, on the page "not sent".

use board::id::ItemId;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        card::{Card, CardKind},
        each::Each,
    },
    features::waiting_files::{
        card::{kept_words, one},
        work::{Refused, Ways},
    },
    i18n::tf,
    state::waiting_files::WaitingFiles,
};

/// A list item for each.
#[component]
pub fn RefusedFiles() -> impl IntoView {
    let files = WaitingFiles::expect().list();
    let ids = Memo::new(move |_| {
        files.with(|files| {
            let refused = files.iter().filter(|file| file.refused.is_some());
            refused.map(|file| file.id).collect::<Vec<_>>()
        })
    });
    let row = move |id: ItemId| view! { <RefusedFile id/> };
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    view! {
        <Show when=move || any.get()>
            <ul class="stack">
                <Each each=move || ids.get() key=|id| *id children=row/>
            </ul>
        </Show>
    }
}

#[component]
fn RefusedFile(id: ItemId) -> impl IntoView {
    let file = one(id);
    let title = move || {
        let name = file.with(|file| file.as_ref().map(|file| file.version.title.text.clone()));
        tf(Key::WaitingFileNotSent, &[("name", &name.unwrap_or_default())])
    };
    let why = move || {
        let code = file.with(|file| file.as_ref()?.refused.clone());
        code.map(|code| view! { <Refused code/> })
    };
    view! {
        <li>
            <Card kind=CardKind::Attend>
                <h2 dir="auto">{title}</h2>
                {why}
                <p class="muted">{move || file.with(|file| file.as_ref().map(kept_words))}</p>
                <Ways id to_list=false/>
            </Card>
        </li>
    }
}
