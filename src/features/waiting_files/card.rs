//! The waiting ones in the list of versions.

use board::id::ItemId;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        card::{Card, CardKind},
        chip::{Chip, ChipKind},
        each::Each,
        icon::IconName,
    },
    features::cvs::file::size_words,
    i18n::{t, text, tf},
    paths::Path,
    state::waiting_files::{WaitingFile, WaitingFiles},
};

/// A group of its own above the versions; nothing while none waits.
#[component]
pub fn WaitingCards() -> impl IntoView {
    let files = WaitingFiles::expect().list();
    let ids = Memo::new(move |_| {
        files.with(|files| files.iter().map(|file| file.id).collect::<Vec<_>>())
    });
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section class="stack">
                    <h2>{move || t(Key::WaitingFileGroup)}</h2>
                    <ul class="grid">
                        <Each each=move || ids.get() key=|id| *id let:id>
                            <li><WaitingCard id/></li>
                        </Each>
                    </ul>
                </section>
            }
        })
    }
}

/// One of them; its heading leads to its page.
#[component]
fn WaitingCard(id: ItemId) -> impl IntoView {
    let file = one(id);
    let read = move |read: fn(&WaitingFile) -> String| {
        Memo::new(move |_| file.with(|file| file.as_ref().map(read).unwrap_or_default()))
    };
    let title = read(|file| file.version.title.text.clone());
    let about = read(kept_words);
    view! {
        <Card kind=CardKind::Plain link=true>
            <h3><a class="card__link" href=Path::Cv(id.0).href() dir="auto">{title}</a></h3>
            <p class="muted">{about}</p>
            <div class="row">{move || file.get().map(|file| view! { <WaitingChip file/> })}</div>
        </Card>
    }
}

/// Waits, or was refused.
#[component]
pub fn WaitingChip(
    /// The file.
    file: WaitingFile,
) -> impl IntoView {
    let (key, icon) = match file.refused {
        None => (Key::WaitingFileChip, IconName::Clock),
        Some(_) => (Key::WaitingFileRefusedChip, IconName::Alert),
    };
    view! { <Chip label=text(key) kind=ChipKind::Attend icon/> }
}

/// One of them, as long as it waits.
#[must_use]
pub fn one(id: ItemId) -> Memo<Option<WaitingFile>> {
    let files = WaitingFiles::expect().list();
    Memo::new(move |_| files.with(|files| files.iter().find(|file| file.id == id).cloned()))
}

/// "240 KB, kept on this device"; tracked.
pub(super) fn kept_words(file: &WaitingFile) -> String {
    let bytes = file.version.file.as_ref().map_or(0, |file| file.bytes);
    tf(Key::WaitingFileKept, &[("size", &size_words(f64::from(bytes)))])
}
