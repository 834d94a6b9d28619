//! Any number of answers out of a few, all of them in sight.

use leptos::prelude::*;

use crate::{
    components::{
        choice::ChoiceOption,
        label::{FieldError, FieldIds, HintAndError, LabelWords, field_class, has_error},
    },
    platform::ids,
};

/// A fieldset of native checkboxes; the whole row can be pressed. The values stay in the order in
/// which they were chosen.
#[component]
pub fn Several(
    /// The question, as the legend.
    #[prop(into)]
    label: Signal<String>,
    /// The answers.
    #[prop(into)]
    options: Signal<Vec<ChoiceOption>>,
    /// The chosen values.
    value: RwSignal<Vec<String>>,
    /// At most one sentence.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What to change, and how.
    #[prop(optional, into)]
    error: Option<FieldError>,
    /// Element id of the first answer; the error summary leads to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// True where none is an answer too.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| ids::element_id("several")));
    let described = ids.clone();
    let group = ids.input.clone();
    let rows = move || {
        let one = |(index, option): (usize, ChoiceOption)| {
            let id = if index == 0 { group.clone() } else { format!("{group}-{index}") };
            let (own, same) = (option.value.clone(), option.value);
            let change = move |event| {
                let yes = event_target_checked(&event);
                value.update(|list| {
                    list.retain(|known| *known != own);
                    if yes {
                        list.push(own.clone());
                    }
                });
            };
            let label_for = id.clone();
            view! {
                <label class="choice__option" for=label_for>
                    <input
                        class="choice__input"
                        type="checkbox"
                        id=id
                        prop:checked=move || value.with(|list| list.contains(&same))
                        on:change=change
                    />
                    <span>{option.label}</span>
                </label>
            }
        };
        options.get().into_iter().enumerate().map(one).collect_view()
    };
    view! {
        <fieldset
            class=field_class(error)
            aria-describedby=move || described.described_by(hint.is_some(), has_error(error))
        >
            <legend class="field__label" id=ids.label.clone()>
                <LabelWords label=label optional=optional/>
            </legend>
            <HintAndError ids=ids.clone() hint=hint error=error/>
            <div class="choice choice--columns">{rows}</div>
        </fieldset>
    }
}
