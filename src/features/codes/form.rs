//! The fields of a card and its preview: the same for its author and for coordinators.

use board::protocol::problem::ProblemCode;
use leptos::prelude::*;
use words::{Key, Lang};

use crate::{
    api::http::ApiError,
    components::{
        choice::{Choice, ChoiceOption},
        error_summary::FormError,
        field::Field,
        notice::{Notice, NoticeKind},
        select::Select,
        text_area::TextArea,
    },
    features::{
        api_error::api_error_text,
        codes::{
            draft::{CodeDraft, CodeField, Fault, Faults, NAMED, UNNAMED, fault_text, faults_of},
            face::{CodeFace, Listen},
            sectors::Sectors,
        },
    },
    i18n::{t, text},
    platform::announce::announce,
    state::session::SessionState,
};

/// The faults as the error summary wants them.
#[must_use]
pub fn form_errors(faults: Faults) -> Signal<Vec<FormError>> {
    Signal::derive(move || {
        let error = |(field, fault): (CodeField, Fault)| FormError {
            field_id: field.name().to_owned(),
            message: fault_text(&fault, &t(field.label())),
        };
        faults.get().into_iter().map(error).collect()
    })
}

/// The error of one field.
#[must_use]
pub fn error_of(faults: Faults, field: CodeField) -> Signal<Option<String>> {
    Signal::derive(move || {
        let found = faults.with(|faults| faults.iter().find(|fault| fault.0 == field).cloned());
        found.map(|(field, fault)| fault_text(&fault, &t(field.label())))
    })
}

/// Shows what the server said at the fields it is about, or as a whole.
pub fn note_faults(
    session: SessionState,
    faults: Faults,
    failure: RwSignal<Option<ApiError>>,
    error: ApiError,
) {
    let found = match &error {
        ApiError::Problem(problem) => faults_of(&problem.fields),
        ApiError::Away | ApiError::Doorkeeper | ApiError::Unreadable => Vec::new(),
    };
    if found.is_empty() {
        note_session(session, failure, error);
    } else {
        faults.try_set(found);
    }
}

/// Shows an error as a whole; a session that is over is ended here too.
pub fn note_session(session: SessionState, failure: RwSignal<Option<ApiError>>, error: ApiError) {
    if error.code() == Some(&ProblemCode::SignedOut) {
        session.end();
    }
    announce(&untrack(|| api_error_text(&error)));
    // The page may be another one by now.
    failure.try_set(Some(error));
}

/// What went wrong as a whole, above the button.
#[component]
pub fn Failure(
    /// The error, if any.
    failure: RwSignal<Option<ApiError>>,
) -> impl IntoView {
    move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    }
}

/// How to write, then sector, situation, the four parts, language and name.
#[component]
pub fn CodeFields(
    /// What is typed.
    draft: CodeDraft,
    /// The faults.
    faults: Faults,
    /// Whether its author writes: nobody else decides about their name.
    is_author: bool,
) -> impl IntoView {
    let sectors = Sectors::read();
    let error = move |field| error_of(faults, field);
    let part = move |field: CodeField, hint: Key, value: RwSignal<String>, rows: u32| {
        view! {
            <TextArea
                id=field.name()
                label=text(field.label())
                hint=text(hint)
                value=value
                error=error(field)
                rows=rows
            />
        }
        .into_any()
    };
    let language =
        |lang: Lang| ChoiceOption::new(lang.tag(), Signal::stored(lang.own_name().to_owned()));
    let names = vec![
        ChoiceOption::new(NAMED, text(Key::CodesNameYes)),
        ChoiceOption::new(UNNAMED, text(Key::CodesNameNo)),
    ];
    view! {
        <Notice>
            <p>{move || t(Key::CodesGuard)}</p>
            <p>{move || t(Key::CodesGuardShort)}</p>
        </Notice>
        <Select
            id=CodeField::Sector.name()
            label=text(Key::CodesSector)
            options=sectors.options(draft.sector)
            value=draft.sector
            error=error(CodeField::Sector)
        />
        <Field
            id=CodeField::Situation.name()
            label=text(Key::CodesSituation)
            hint=text(Key::CodesSituationHint)
            value=draft.situation
            error=error(CodeField::Situation)
        />
        {part(CodeField::Happens, Key::CodesHappensHint, draft.happens, 3)}
        {part(CodeField::Expected, Key::CodesExpectedHint, draft.expected, 3)}
        {part(CodeField::Wrong, Key::CodesWrongHint, draft.wrong, 3)}
        {part(CodeField::Say, Key::CodesSayHint, draft.say, 2)}
        <Choice
            label=text(Key::CodesLang)
            options=Lang::ALL.map(language).to_vec()
            value=draft.lang
            columns=true
        />
        {is_author.then(|| view! {
            <Choice
                label=text(Key::CodesNameQuestion)
                options=names
                value=draft.named
                columns=true
            />
        })}
    }
}

/// The card as people will read and hear it, while it is being written. Not a live region: every
/// letter would be said.
#[component]
pub fn CodePreview(
    /// What is typed.
    draft: CodeDraft,
) -> impl IntoView {
    let words = Memo::new(move |_| draft.words());
    let situation = move || {
        let typed = draft.situation.get();
        if typed.trim().is_empty() { t(Key::CodesPreviewEmpty) } else { typed }
    };
    view! {
        <section class="stack">
            <h2>{move || t(Key::CodesPreview)}</h2>
            <p class="codecard__situation" dir="auto" lang=draft.lang>{situation}</p>
            <CodeFace words lang=draft.lang within=true/>
            <Listen words lang=draft.lang/>
        </section>
    }
}
