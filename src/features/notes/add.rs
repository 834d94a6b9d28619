//! The form for a note: a few words, and what they are about when they are about something.

use board::{
    entry::Entry,
    id::ItemId,
    item::{Body, Item},
    note::Note,
    op::{AddItem, Op, TextField},
    world::World,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button, choice::ChoiceOption, form::Form, icon::IconName, select::Select,
        text_area::TextArea,
    },
    features::{
        boundaries::BoundariesLine,
        drafts::Drafts,
        item_page::item_title,
        live_text::errors::{reject_text, text_error},
        notes::row::row_id,
    },
    i18n::{t, text},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const WORDS: &str = "new-note";

/// The inputs; the new note takes the focus.
#[component]
pub(super) fn AddNote(
    /// Called when the note was added.
    on_added: Callback<()>,
) -> impl IntoView {
    let board = BoardState::expect();
    let words = Drafts::expect().signal(WORDS);
    let about = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Result<board::text::TextError, board::reject::Reject>>);
    let error = Signal::derive(move || {
        Some(match problem.get()? {
            Ok(error) => text_error(error, &t(Key::NotesLabel)),
            Err(reject) => reject_text(&reject),
        })
    });
    let add = move |()| {
        let text = match words.with_untracked(|words| TextField::Body.parse(words)) {
            Ok(text) => text,
            Err(error) => {
                problem.set(Some(Ok(error)));
                return focus::focus_soon(WORDS);
            }
        };
        let on = about.with_untracked(|about| about.parse::<ItemId>().ok());
        let body = Body::Note(Note { on, text: Entry::new(text) });
        let id = board.new_id();
        match board.act(Op::Add(AddItem { id, only_me: true, body })) {
            Ok(()) => {
                words.set(String::new());
                announce(&t(Key::NotesAdded));
                focus::focus_soon(row_id(id));
                on_added.run(());
            }
            Err(reject) => {
                problem.set(Some(Err(reject)));
                focus::focus_soon(WORDS);
            }
        }
    };
    let options = Memo::new(move |_| board.view().with(subjects));
    let options = Signal::derive(move || {
        let option =
            |(id, name): (ItemId, String)| ChoiceOption::new(id.to_string(), Signal::stored(name));
        options.get().into_iter().map(option).collect::<Vec<_>>()
    });
    view! {
        <Form on_submit=add>
            <TextArea label=text(Key::NotesLabel) value=words error=error rows=4 id=WORDS/>
            <BoundariesLine/>
            <Select
                label=text(Key::NotesAbout)
                options=options
                value=about
                empty_label=text(Key::NotesAboutNothing)
                optional=true
            />
            <div><Button label=text(Key::NotesAdd) icon=IconName::Plus submit=true/></div>
        </Form>
    }
}

/// What a note can be about: what has a page of its own, latest first.
fn subjects(world: &World) -> Vec<(ItemId, String)> {
    let has_page = |item: &Item| {
        let body = &item.body;
        matches!(
            body,
            Body::Objective(_)
                | Body::Application(_)
                | Body::Referral(_)
                | Body::Meeting(_)
                | Body::CvVersion(_)
        )
    };
    let mut found: Vec<_> = world
        .items()
        .filter(|(_, item)| item.is_live() && has_page(item))
        .map(|(_, item)| (item.changed, item.id, item_title(item)))
        .collect();
    found.sort_by(|a, b| b.cmp(a));
    found.into_iter().map(|(_, id, title)| (id, title)).collect()
}
