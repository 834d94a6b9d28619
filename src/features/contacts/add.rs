//! The form for somebody who can help: a name suffices.

use board::{
    contact::Contact,
    entry::Entry,
    item::Body,
    op::{AddItem, Op, TextField},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button,
        choice::Choice,
        error_summary::{ErrorSummary, FormError},
        field::Field,
        form::Form,
        icon::IconName,
        text_area::TextArea,
    },
    features::{
        contacts::row::row_id,
        drafts::Drafts,
        live_text::errors::{reject_text, text_error},
        privacy::{ONLY_ME, privacy_options},
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const NAME: &str = "contact-name";
const KNOWN: &str = "contact-known";
const HELP: &str = "contact-help";
const REACH: &str = "contact-reach";

/// The inputs; the new row takes the focus.
#[component]
pub(super) fn AddContact(
    /// Called when somebody was added.
    on_added: Callback<()>,
) -> impl IntoView {
    let board = BoardState::expect();
    let drafts = Drafts::expect();
    let [name, known, help, reach] = [NAME, KNOWN, HELP, REACH].map(|name| drafts.signal(name));
    let readers = RwSignal::new(ONLY_ME.to_owned());
    let errors = RwSignal::new(Vec::<FormError>::new());
    let error = move |id: &'static str| {
        Signal::derive(move || {
            errors.with(|errors| {
                let error = errors.iter().find(|error| error.field_id == id)?;
                Some(error.message.clone())
            })
        })
    };
    let add = move |()| {
        let mut wrong = Vec::new();
        let mut read = |id: &str, label, field: TextField, typed: RwSignal<String>| {
            let text = typed.with_untracked(|typed| field.parse(typed)).unwrap_or_else(|error| {
                let message = text_error(error, &t(label));
                wrong.push(FormError { field_id: id.to_owned(), message });
                String::new()
            });
            Entry::new(text)
        };
        let contact = Contact {
            title: read(NAME, Key::ContactName, TextField::Title, name),
            source: read(KNOWN, Key::ContactKnown, TextField::Source, known),
            notes: read(HELP, Key::ContactHelp, TextField::Notes, help),
            contact: read(REACH, Key::ContactReach, TextField::Contact, reach),
            last: None,
        };
        if !wrong.is_empty() {
            return errors.set(wrong);
        }
        let (id, said) = (board.new_id(), contact.title.text.clone());
        // What a mentor adds here is for the two.
        let only_me = board.is_mentee() && readers.with_untracked(|readers| readers == ONLY_ME);
        let body = Body::Contact(contact);
        match board.act(Op::Add(AddItem { id, only_me, body })) {
            Ok(()) => {
                [name, known, help, reach].iter().for_each(|typed| typed.set(String::new()));
                announce(&tf(Key::ContactAdded, &[("name", &said)]));
                focus::focus_soon(row_id(id));
                on_added.run(());
            }
            Err(reject) => errors
                .set(vec![FormError { field_id: NAME.to_owned(), message: reject_text(&reject) }]),
        }
    };
    let choose_readers = board.is_mentee().then(|| {
        view! {
            <Choice
                label=text(Key::PrivacyQuestion)
                hint=text(Key::PrivacyHint)
                options=privacy_options(board)
                value=readers
            />
        }
    });
    view! {
        <ErrorSummary errors/>
        <Form on_submit=add>
            <Field
                label=text(Key::ContactName)
                value=name
                error=error(NAME)
                spellcheck=false
                id=NAME
            />
            <Field
                label=text(Key::ContactKnown)
                hint=text(Key::ContactKnownHint)
                value=known
                error=error(KNOWN)
                optional=true
                id=KNOWN
            />
            <TextArea
                label=text(Key::ContactHelp)
                hint=text(Key::ContactHelpHint)
                value=help
                error=error(HELP)
                optional=true
                id=HELP
            />
            <Field
                label=text(Key::ContactReach)
                hint=text(Key::ContactReachHint)
                value=reach
                error=error(REACH)
                spellcheck=false
                optional=true
                id=REACH
            />
            {choose_readers}
            <div><Button label=text(Key::ContactAdd) icon=IconName::Plus submit=true/></div>
        </Form>
    }
}
