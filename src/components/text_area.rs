//! Several lines of text.

use leptos::prelude::*;

use crate::{
    components::label::{FieldError, FieldIds, HintAndError, LabelWords, field_class, has_error},
    platform::ids,
};

/// A labelled text area that grows with its text; the same contract as `Field`.
#[component]
pub fn TextArea(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// The draft, never tied to what the other person can change.
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
    /// Lines shown before it grows.
    #[prop(default = 3)]
    rows: u32,
    /// Called after each change, to keep a draft.
    #[prop(optional, into)]
    on_input: Option<Callback<()>>,
    /// Called when the person enters the area.
    #[prop(optional, into)]
    on_focus: Option<Callback<()>>,
    /// Called when the person leaves it.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| ids::element_id("area")));
    let described = ids.clone();
    let call = move |callback: Option<Callback<()>>| {
        if let Some(callback) = callback {
            callback.run(());
        }
    };
    let typed = move |event| {
        value.set(event_target_value(&event));
        call(on_input);
    };
    view! {
        <div class=field_class(error)>
            <label class="field__label" id=ids.label.clone() for=ids.input.clone()>
                <LabelWords label=label optional=optional/>
            </label>
            <HintAndError ids=ids.clone() hint=hint error=error/>
            <textarea
                class="input input--area"
                id=ids.input
                name=name
                dir="auto"
                rows=rows
                autocomplete="off"
                aria-invalid=move || has_error(error).then_some("true")
                aria-describedby=move || described.described_by(hint.is_some(), has_error(error))
                prop:value=value
                on:input=typed
                on:focus=move |_| call(on_focus)
                on:blur=move |_| call(on_blur)
            ></textarea>
        </div>
    }
}
