//! The fields of a service, the same for a new one and for one that is there.

use leptos::prelude::*;
use words::{Key, Lang};

use crate::{
    api::http::ApiError,
    components::{
        checkbox::Checkbox,
        error_summary::FormError,
        field::Field,
        notice::{Notice, NoticeKind},
        select::Select,
        text_area::TextArea,
    },
    features::{
        api_error::api_error_text,
        codes::form::note_session,
        directory::{
            check_group::CheckGroup,
            draft::{Faults, ServiceDraft, ServiceField, fault_text, faults_of},
            wording::kind_options,
        },
        objectives::wording::theme_options,
        services::region::region_options,
    },
    i18n::{t, text},
    state::session::SessionState,
};

/// The faults as the error summary wants them.
#[must_use]
pub fn form_errors(faults: Faults) -> Signal<Vec<FormError>> {
    Signal::derive(move || {
        let error = |(field, fault)| {
            let field: ServiceField = field;
            FormError { field_id: field.name().to_owned(), message: fault_text(field, fault) }
        };
        faults.get().into_iter().map(error).collect()
    })
}

/// Shows what the server said at the fields it is about, or as a whole.
pub(super) fn note_faults(
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
        // The page may be another one by now.
        faults.try_set(found);
    }
}

/// What went wrong as a whole, above the button.
#[component]
pub(super) fn Failure(
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

/// Every question about a service.
#[component]
pub(super) fn ServiceFields(
    /// What is typed.
    draft: ServiceDraft,
    /// The faults.
    faults: Faults,
) -> impl IntoView {
    let error = move |field: ServiceField| {
        Signal::derive(move || {
            let found = faults.with(|faults| faults.iter().find(|fault| fault.0 == field).copied());
            found.map(|(field, fault)| fault_text(field, fault))
        })
    };
    let line = move |field: ServiceField, hint: Option<Key>, optional: bool| {
        let (id, name) = (field.name(), field.name());
        let (label, value, error) = (text(field.label()), draft.value(field), error(field));
        match hint {
            Some(hint) => {
                view! { <Field id name label hint=text(hint) value error optional/> }.into_any()
            }
            None => view! { <Field id name label value error optional/> }.into_any(),
        }
    };
    let area = move |field: ServiceField, hint: Option<Key>, optional: bool| {
        let id = field.name();
        let (label, value, error) = (text(field.label()), draft.value(field), error(field));
        match hint {
            Some(hint) => {
                view! { <TextArea id label hint=text(hint) value error optional/> }.into_any()
            }
            None => view! { <TextArea id label value error optional/> }.into_any(),
        }
    };
    let lang = Lang::from_tag(draft.lang).unwrap_or_default();
    view! {
        <p class="muted">
            {move || t(Key::DirectoryLang)} " · " {lang.own_name()}
        </p>
        {line(ServiceField::Name, None, false)}
        <Select
            id=ServiceField::Kind.name()
            label=text(Key::DirectoryKind)
            options=kind_options()
            value=draft.value(ServiceField::Kind)
            error=error(ServiceField::Kind)
        />
        <CheckGroup
            id=ServiceField::Regions.name()
            label=text(Key::DirectoryRegions)
            options=region_options()
            value=draft.value(ServiceField::Regions)
            error=error(ServiceField::Regions)
        />
        <CheckGroup
            id=ServiceField::Themes.name()
            label=text(Key::DirectoryThemes)
            options=theme_options()
            value=draft.value(ServiceField::Themes)
            error=error(ServiceField::Themes)
            optional=true
        />
        {area(ServiceField::Does, None, false)}
        {area(ServiceField::Who, None, false)}
        {area(ServiceField::Bring, Some(Key::DirectoryBringHint), true)}
        {area(ServiceField::Contact, Some(Key::DirectoryContactHint), false)}
        {line(ServiceField::Web, Some(Key::DirectoryWebHint), false)}
        {line(ServiceField::Phone, None, true)}
        {area(ServiceField::FirstQuestion, Some(Key::DirectoryFirstQuestionHint), true)}
        {area(ServiceField::Note, None, true)}
        <Checkbox label=text(Key::DirectoryChecked) value=draft.checked id="checked"/>
    }
}
