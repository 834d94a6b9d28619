//! One file from the phone: a document, or a photo taken now.

use leptos::prelude::*;

use crate::{
    components::label::{FieldError, FieldIds, HintAndError, LabelWords, field_class, has_error},
    platform::ids,
};

/// A labelled native file input, with the same contract as `Field`. What was chosen, and what
/// becomes of it, is said by the words that the caller puts under it.
#[component]
pub fn FileField(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen, as for the attribute `accept`.
    accept: &'static str,
    /// At most one sentence.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What to change, and how.
    #[prop(optional, into)]
    error: Option<FieldError>,
    /// Element id; the error summary leads to it, and the chosen file is read from it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Called when the person has chosen, or has taken the choice back.
    #[prop(optional, into)]
    on_pick: Option<Callback<()>>,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| ids::element_id("file")));
    let described = ids.clone();
    let picked = move |_| {
        if let Some(on_pick) = on_pick {
            on_pick.run(());
        }
    };
    view! {
        <div class=field_class(error)>
            <label class="field__label" id=ids.label.clone() for=ids.input.clone()>
                <LabelWords label=label optional=false/>
            </label>
            <HintAndError ids=ids.clone() hint=hint error=error/>
            <input
                class="input input--file"
                type="file"
                id=ids.input
                accept=accept
                aria-invalid=move || has_error(error).then_some("true")
                aria-describedby=move || described.described_by(hint.is_some(), has_error(error))
                on:change=picked
            />
        </div>
    }
}
