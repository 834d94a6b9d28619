//! One line of text.

use leptos::prelude::*;

use crate::{
    components::label::{FieldError, FieldIds, HintAndError, LabelWords, field_class, has_error},
    platform::ids,
};

/// A labelled text input: the label above it, hint and error tied by `aria-describedby`.
///
/// `value` is the person's own draft. Never tie it to a signal that the other person can change:
/// words from elsewhere must not replace what somebody is typing.
#[component]
pub fn Field(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// The draft.
    value: RwSignal<String>,
    /// At most one sentence.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What to change, and how.
    #[prop(optional, into)]
    error: Option<FieldError>,
    /// True where the answer may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Element id; the error summary leads to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Name in the form.
    #[prop(optional)]
    name: Option<&'static str>,
    /// `autocomplete` token: the right one where the answer is about the person, else `off`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Which keyboard a phone shows: `text`, `numeric`, `url`, `tel`.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Direction: `auto` for words, `ltr` for codes, links and numbers.
    #[prop(default = "auto")]
    dir: &'static str,
    /// False for names, links and codes.
    #[prop(default = true)]
    spellcheck: bool,
    /// Called after each change, to keep a draft.
    #[prop(optional, into)]
    on_input: Option<Callback<()>>,
    /// Called when the person leaves the input.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| ids::element_id("field")));
    let described = ids.clone();
    let typed = move |event| {
        value.set(event_target_value(&event));
        if let Some(on_input) = on_input {
            on_input.run(());
        }
    };
    let left = move |_| {
        if let Some(on_blur) = on_blur {
            on_blur.run(());
        }
    };
    view! {
        <div class=field_class(error)>
            <label class="field__label" id=ids.label.clone() for=ids.input.clone()>
                <LabelWords label=label optional=optional/>
            </label>
            <HintAndError ids=ids.clone() hint=hint error=error/>
            <input
                class="input"
                type="text"
                id=ids.input
                name=name
                dir=dir
                autocomplete=autocomplete
                inputmode=inputmode
                spellcheck=if spellcheck { "true" } else { "false" }
                aria-invalid=move || has_error(error).then_some("true")
                aria-describedby=move || described.described_by(hint.is_some(), has_error(error))
                prop:value=value
                on:input=typed
                on:blur=left
            />
        </div>
    }
}
