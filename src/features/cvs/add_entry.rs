//! The form for the next entry of a part: one line suffices, and it stays ready for another one.

use board::{
    cv::{CvEntry, CvSection},
    entry::Entry,
    id::ItemId,
    item::Body,
    op::{AddItem, Op, TextField},
    order::Order,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        error_summary::{ErrorSummary, FormError},
        field::Field,
        form::Form,
        icon::IconName,
        text_area::TextArea,
    },
    features::{
        cvs::questions::{field_hint, field_label, fields},
        drafts::Drafts,
        live_text::errors::{reject_text, text_error},
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// One text of the form.
#[derive(Clone)]
struct Line {
    field: TextField,
    /// Also the id of the input.
    name: String,
    label: Key,
    hint: Key,
    value: RwSignal<String>,
}

/// Adds an entry at the end of a part; the focus returns to the first, empty line.
#[component]
pub(super) fn AddEntry(
    /// The version.
    cv: ItemId,
    /// The part.
    section: CvSection,
) -> impl IntoView {
    let board = BoardState::expect();
    let drafts = Drafts::expect();
    let lines = fields(&section).iter().map(|field| {
        let name = format!("{cv}:{}:{}", section.as_str(), field.as_str());
        Line {
            value: RwSignal::new(drafts.get(&name).unwrap_or_default()),
            field: field.clone(),
            name,
            label: field_label(&section, field),
            hint: field_hint(&section, field),
        }
    });
    let lines = StoredValue::new(lines.collect::<Vec<_>>());
    let errors = RwSignal::new(Vec::<FormError>::new());
    let add = move |()| {
        let (mut wrong, mut texts) = (Vec::new(), Vec::new());
        for line in lines.get_value() {
            match line.value.with_untracked(|typed| line.field.parse(typed)) {
                Ok(text) => texts.push((line.field, text)),
                Err(error) => {
                    let message = text_error(error, &t(line.label));
                    wrong.push(FormError { field_id: line.name, message });
                }
            }
        }
        let first = lines.with_value(|lines| lines.first().map(|line| line.name.clone()));
        let first = first.unwrap_or_default();
        if !wrong.is_empty() {
            return errors.set(wrong);
        }
        let text = |field: TextField| {
            let found = texts.iter().find(|(of, _)| *of == field);
            Entry::new(found.map(|(_, text)| text.clone()).unwrap_or_default())
        };
        let entry = CvEntry {
            cv,
            section: section.clone(),
            title: text(TextField::Title),
            place: text(TextField::Place),
            period: text(TextField::Period),
            notes: text(TextField::Notes),
            order: last_place(board, cv, &section),
        };
        let said = tf(Key::CvEntryAdded, &[("title", &entry.title.text)]);
        let body = Body::CvEntry(entry);
        match board.act(Op::Add(AddItem { id: board.new_id(), only_me: false, body })) {
            Ok(()) => {
                errors.set(Vec::new());
                for line in lines.get_value() {
                    line.value.set(String::new());
                    drafts.forget(&line.name);
                }
                announce(&said);
                focus::focus_soon(first);
            }
            Err(reject) => {
                errors.set(vec![FormError { field_id: first, message: reject_text(&reject) }]);
            }
        }
    };
    let inputs = lines.get_value().into_iter().map(|line| {
        let Line { field, name, label, hint, value } = line;
        let (of, draft) = (name.clone(), name.clone());
        let error = Signal::derive(move || {
            errors.with(|errors| {
                let error = errors.iter().find(|error| error.field_id == of)?;
                Some(error.message.clone())
            })
        });
        let keep = move |()| value.with_untracked(|typed| drafts.set(&draft, typed));
        let (label, hint) = (text(label), text(hint));
        let optional = field != TextField::Title;
        if field.is_long() {
            view! { <TextArea label hint value error optional id=name on_input=keep/> }.into_any()
        } else {
            view! { <Field label hint value error optional id=name on_input=keep/> }.into_any()
        }
    });
    let inputs = inputs.collect_view();
    view! {
        <ErrorSummary errors/>
        <Form on_submit=add>
            {inputs}
            <div>
                <Button
                    label=text(Key::ActionAdd)
                    kind=ButtonKind::Quiet
                    icon=IconName::Plus
                    submit=true
                />
            </div>
        </Form>
    }
}

/// The end of a part.
fn last_place(board: BoardState, cv: ItemId, section: &CvSection) -> Order {
    board.view().with_untracked(|world| {
        let entries = world.cv_entries(cv);
        let mut from_the_end = entries.iter().rev().filter_map(|(_, item)| item.as_cv_entry());
        let last = from_the_end.find(|entry| entry.section == *section);
        Order::between(last.map(|entry| &entry.order), None)
    })
}
