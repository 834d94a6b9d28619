//! One note: read at once, changed one press further.

use board::{id::ItemId, op::TextField};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::Card,
        unfold::Unfold,
    },
    features::{
        item_page::{item_title, page_of},
        live_text::LiveText,
        removed::item_name,
    },
    i18n::{format, text, tf},
    state::board::BoardState,
};

/// The id of a row, which takes the focus.
pub(super) fn row_id(note: ItemId) -> String {
    format!("note-{note}")
}

/// The words, the day, what it is about; then the ways to change and remove it.
#[component]
pub(super) fn NoteRow(
    /// The note.
    id: ItemId,
    /// Called when the person removes it.
    on_remove: Callback<ItemId>,
) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let words = Memo::new(move |_| {
        found.with(|found| {
            let note = found.as_ref().and_then(|(_, item)| item.as_note());
            note.map(|note| note.text.text.clone()).unwrap_or_default()
        })
    });
    let name = Signal::derive(move || {
        found.with(|found| found.as_ref().map(|(_, item)| item_name(item)).unwrap_or_default())
    });
    let at = Memo::new(move |_| found.with(|found| found.as_ref().map(|(_, item)| item.at.0)));
    // Milliseconds since 1970 are far below 2^53.
    let when = move || at.get().map(|at| format::date_time(at as f64));
    let about = Memo::new(move |_| {
        let on = found.with(|found| found.as_ref().and_then(|(_, item)| item.as_note()?.on))?;
        board.view().with(|world| {
            let (_, item) = world.find(on)?;
            Some((page_of(world, on)?.href(), item_title(item)))
        })
    });
    let link = move || {
        about.get().map(|(href, title)| {
            let words = move || tf(Key::NotesOn, &[("title", &title)]);
            view! { <p><a class="link" href=href>{words}</a></p> }
        })
    };
    let open = RwSignal::new(false);
    view! {
        <Card>
            <p id=row_id(id) tabindex="-1" class="muted">{when}</p>
            <Show when=move || !open.get()>
                <p class="keep-lines" dir="auto">{words}</p>
            </Show>
            {link}
            <div>
                <Unfold
                    label=text(Key::ActionEdit)
                    about=name
                    open=open
                    id=format!("note-edit-{id}")
                >
                    <LiveText
                        item=id
                        field=TextField::Body
                        label=text(Key::NotesLabel)
                        multiline=true
                    />
                    <div>
                        <Button
                            label=text(Key::NotesRemove)
                            about=name
                            kind=ButtonKind::Stop
                            on_press=move |()| on_remove.run(id)
                        />
                    </div>
                </Unfold>
            </div>
        </Card>
    }
}
