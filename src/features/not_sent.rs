//! What the server did not carry out: nothing of it is lost, and the person decides.

mod entry;
pub mod left;
mod unread;
mod what;

use crate::{
    components::{each::Each, empty_state::EmptyState},
    features::waiting_files::refused::RefusedFiles,
    i18n::{t, text},
    state::{board::BoardState, keep::NotSent, waiting_files::WaitingFiles},
};
use entry::TrayEntry;
use left::LeftBehind;
use leptos::prelude::*;
use unread::UnreadTexts;
use words::Key;

/// The tray, oldest first.
#[component]
pub fn Tray() -> impl IntoView {
    let board = BoardState::expect();
    let entries = Memo::new(move |_| board.tray());
    let is_empty = Memo::new(move |_| entries.with(Vec::is_empty));
    let files = WaitingFiles::expect();
    let is_bare =
        Memo::new(move |_| is_empty.get() && board.unread().is_empty() && files.counts().1 == 0);
    // An entry never changes; the moment tells two with the same number apart.
    let key = |entry: &NotSent| (entry.queued.seq, entry.queued.at.0);
    let row = move |entry: NotSent| view! { <TrayEntry entry=entry/> };
    view! {
        <Show when=move || is_bare.get()>
            <EmptyState title=text(Key::NotSentEmpty)/>
        </Show>
        <Show when=move || !is_empty.get()>
            <p>{move || t(Key::NotSentLead)}</p>
        </Show>
        <ul class="stack">
            <Each each=move || entries.get() key=key children=row/>
        </ul>
        <UnreadTexts/>
        <LeftBehind person=board.actor().person elsewhere=true/>
        <RefusedFiles/>
    }
}
