//! The last page of the form: the file where there is one, the name, for what and for whom.

use board::id::ItemId;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button, choice::Choice, field::Field, file_field::FileField, form::Form,
        icon::IconName,
    },
    features::{
        cvs::{
            new::{FILE, NewCv, TITLE},
            sections::Warning,
            sectors::SectorSelect,
            wording::lang_options,
        },
        privacy::privacy_options,
    },
    i18n::text,
    state::board::BoardState,
};

/// What can be chosen; `image/*` lets a phone offer its camera.
const ACCEPT: &str = ".pdf,.docx,.odt,image/*";

/// The file, the name, the language, the sector, the readers.
#[component]
pub fn DetailsStep(
    /// The form.
    form: NewCv,
    /// It was added: the version, and what is said about it.
    on_done: Callback<(ItemId, String)>,
) -> impl IntoView {
    let board = BoardState::expect();
    let send = move |()| form.send(board, on_done);
    let upload = untrack(|| form.is_upload());
    view! {
        <Form on_submit=send>
            {upload.then(|| view! { <FilePart form/> })}
            <Field
                label=text(Key::CvTitleLabel)
                hint=text(Key::CvTitleHint)
                value=form.title
                error=form.error_of(TITLE)
                id=TITLE
            />
            <Choice
                label=text(Key::CvLangQuestion)
                options=Signal::stored(lang_options())
                value=form.lang
                columns=true
            />
            <SectorSelect value=form.sector/>
            <Choice
                label=text(Key::PrivacyQuestion)
                options=privacy_options(board)
                value=form.readers
            />
            <div>
                <Button label=text(Key::CvAdd) icon=IconName::Plus submit=true/>
            </div>
        </Form>
    }
}

/// What does not belong on it, the input, and where the file is.
#[component]
fn FilePart(form: NewCv) -> impl IntoView {
    let wrong = form.error_of(FILE);
    // A wrong choice is said at once, a missing one when the form is sent.
    let error = Signal::derive(move || {
        wrong.get().or_else(|| form.picked.trouble().map(|trouble| trouble.words()))
    });
    let pick = move |()| {
        form.found.update(|found| found.file = None);
        form.picked.take(FILE);
    };
    view! {
        <Warning/>
        <FileField
            label=text(Key::CvFileLabel)
            hint=text(Key::CvFileHint)
            accept=ACCEPT
            error=error
            id=FILE
            on_pick=pick
        />
        <p class="muted" role="status">{move || form.picked.words()}</p>
    }
}
