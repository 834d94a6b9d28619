//! The form for a key date: what it is, and the day.

use board::{
    entry::Entry,
    item::Body,
    key_date::{KeyDate, KeyDateKind},
    op::{AddItem, Op, TextField},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button,
        choice::Choice,
        date_field::{DateDraft, DateField, date_error_text, parse::DateError},
        error_summary::{ErrorSummary, FormError},
        field::Field,
        form::Form,
        icon::IconName,
    },
    features::{
        drafts::Drafts,
        key_dates::{
            row::row_id,
            wording::{kind_key, kind_options, when_words},
        },
        live_text::errors::{reject_text, text_error},
        privacy::{ONLY_ME, privacy_options},
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const DAY: &str = "key-date-day";
const TITLE: &str = "key-date-title";
const NAMES: [&str; 5] = ["key-date-kind", TITLE, DAY, "key-date-month", "key-date-year"];

/// The inputs; the new row takes the focus.
#[component]
pub(super) fn AddKeyDate(
    /// Called when a date was added.
    on_added: Callback<()>,
) -> impl IntoView {
    let board = BoardState::expect();
    let drafts = Drafts::expect();
    let [kind, title, day, month, year] = NAMES.map(|name| drafts.signal(name));
    if kind.with_untracked(String::is_empty) {
        kind.set(KeyDateKind::Permit.as_str().to_owned());
    }
    let date = DateDraft::from_parts(day, month, year);
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
    let wrong = |id: &str, message| FormError { field_id: id.to_owned(), message };
    let add = move |()| {
        let words = title.with_untracked(|typed| {
            // Nothing typed: the kind is name enough.
            let own = t(kind_key(&KeyDateKind::from_word(&kind.get_untracked())));
            TextField::Title.parse(if typed.trim().is_empty() { &own } else { typed })
        });
        let on = untrack(|| date.read()).and_then(|on| on.ok_or(DateError::Incomplete));
        let (words, on) = match (words, on) {
            (Ok(words), Ok(on)) => (words, on),
            (words, on) => {
                let words = words.err().map(|error| text_error(error, &t(Key::KeyDateTitle)));
                let on = on.err().map(|error| date_error_text(error, &t(Key::KeyDateDay)));
                let words = words.map(|message| wrong(TITLE, message));
                return errors.set(words.into_iter().chain(on.map(|on| wrong(DAY, on))).collect());
            }
        };
        let id = board.new_id();
        let body = Body::KeyDate(KeyDate {
            kind: KeyDateKind::from_word(&kind.get_untracked()),
            title: Entry::new(words.clone()),
            on,
            notes: Entry::default(),
        });
        let only_me = readers.with_untracked(|readers| readers == ONLY_ME);
        match board.act(Op::Add(AddItem { id, only_me, body })) {
            Ok(()) => {
                NAMES.iter().for_each(|name| drafts.forget(name));
                let when = untrack(|| when_words(on));
                announce(&tf(Key::KeyDateAdded, &[("title", &words), ("when", &when)]));
                focus::focus_soon(row_id(id));
                on_added.run(());
            }
            Err(reject) => errors.set(vec![wrong(TITLE, reject_text(&reject))]),
        }
    };
    view! {
        <ErrorSummary errors/>
        <Form on_submit=add>
            <Choice label=text(Key::KeyDateKind) options=kind_options() value=kind columns=true/>
            <Field
                label=text(Key::KeyDateTitle)
                hint=text(Key::KeyDateTitleHint)
                value=title
                error=error(TITLE)
                optional=true
                id=TITLE
            />
            <DateField label=text(Key::KeyDateDay) value=date error=error(DAY) id=DAY/>
            <Choice
                label=text(Key::PrivacyQuestion)
                hint=text(Key::PrivacyHint)
                options=privacy_options(board)
                value=readers
            />
            <div><Button label=text(Key::KeyDateAdd) icon=IconName::Plus submit=true/></div>
        </Form>
    }
}
