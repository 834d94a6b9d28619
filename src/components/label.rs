//! What stands over every input: label, hint, error, and the ids that tie them to it.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::t,
};

/// The ids around one input, derived from its own.
#[derive(Clone, Debug)]
pub struct FieldIds {
    /// The input, or the first of a group.
    pub input: String,
    /// The label or legend.
    pub label: String,
    hint: String,
    error: String,
}

impl FieldIds {
    /// Derives the ids from the id of the input.
    #[must_use]
    pub fn new(input: String) -> Self {
        Self {
            label: format!("{input}-label"),
            hint: format!("{input}-hint"),
            error: format!("{input}-error"),
            input,
        }
    }

    /// Value of `aria-describedby`: only what is in the page at this moment.
    #[must_use]
    pub fn described_by(&self, hint: bool, error: bool) -> Option<String> {
        let parts: Vec<&str> = [(hint, &*self.hint), (error, &*self.error)]
            .iter()
            .filter(|p| p.0)
            .map(|p| p.1)
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

/// An error signal of a field: `None` while nothing is to be said.
pub type FieldError = Signal<Option<String>>;

/// The class of the wrapper, which shows an error with a bar as well as with words.
#[must_use]
pub fn field_class(error: Option<FieldError>) -> Signal<&'static str> {
    Signal::derive(move || if has_error(error) { "field field--error" } else { "field" })
}

/// True while the field has an error; tracked.
#[must_use]
pub fn has_error(error: Option<FieldError>) -> bool {
    error.is_some_and(|error| error.with(Option::is_some))
}

/// The words of a label, with "(if you like)" where an answer is not needed.
#[component]
pub fn LabelWords(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// True where the answer may stay empty.
    optional: bool,
) -> impl IntoView {
    view! {
        <span>{label}</span>
        {optional.then(|| view! { " " <span class="muted">{move || t(Key::ChoiceOptional)}</span> })}
    }
}

/// Hint and error, between the label and the input.
#[component]
pub fn HintAndError(
    /// Ids of the field.
    ids: FieldIds,
    /// At most one sentence, no links.
    hint: Option<Signal<String>>,
    /// The error, with the same words as in the summary.
    error: Option<FieldError>,
) -> impl IntoView {
    let FieldIds { hint: hint_id, error: error_id, .. } = ids;
    let message = move || {
        let message = error?.get()?;
        Some(view! {
            <p class="field__error" id=error_id.clone()>
                <Icon name=IconName::Alert/>
                <span>{message}</span>
            </p>
        })
    };
    view! {
        {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
        {message}
    }
}
