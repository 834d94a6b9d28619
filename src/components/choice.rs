//! One answer out of a few, all of them in sight.

use leptos::prelude::*;

use crate::{
    components::label::{FieldError, FieldIds, HintAndError, LabelWords, field_class, has_error},
    platform::ids,
};

/// One answer.
#[derive(Clone)]
pub struct ChoiceOption {
    /// What the form keeps.
    pub value: String,
    /// The words.
    pub label: Signal<String>,
    /// What the answer means, in one sentence.
    pub hint: Option<Signal<String>>,
}

/// A fieldset of native radio buttons; the whole row can be pressed, arrows move inside.
#[component]
pub fn Choice(
    /// The question, as the legend.
    #[prop(into)]
    label: Signal<String>,
    /// The answers.
    #[prop(into)]
    options: Signal<Vec<ChoiceOption>>,
    /// The chosen value; empty while nothing is chosen.
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
    /// Element id of the first answer; the error summary leads to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// True for many short answers, which then stand in columns where there is room.
    #[prop(optional)]
    columns: bool,
    /// Called when the person chooses.
    #[prop(optional, into)]
    on_choose: Option<Callback<String>>,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| ids::element_id("choice")));
    let described = ids.clone();
    let group = ids.input.clone();
    let rows = move || {
        let radio = |(index, option): (usize, ChoiceOption)| {
            let id = if index == 0 { group.clone() } else { format!("{group}-{index}") };
            let own = option.value.clone();
            let chosen = option.value.clone();
            let pick = move |_| {
                value.set(chosen.clone());
                if let Some(on_choose) = on_choose {
                    on_choose.run(chosen.clone());
                }
            };
            let label_for = id.clone();
            let hint_id = format!("{id}-about");
            let described = option.hint.is_some().then(|| hint_id.clone());
            view! {
                <label class="choice__option" for=label_for>
                    <input
                        class="choice__input"
                        type="radio"
                        id=id
                        name=group.clone()
                        value=option.value
                        aria-describedby=described
                        prop:checked=move || value.with(|value| *value == own)
                        on:change=pick
                    />
                    <span class="choice__words">
                        <span>{option.label}</span>
                        {option.hint.map(|hint| {
                            view! { <span class="choice__hint" id=hint_id>{hint}</span> }
                        })}
                    </span>
                </label>
            }
        };
        options.get().into_iter().enumerate().map(radio).collect_view()
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
            <div class=if columns { "choice choice--columns" } else { "choice" }>{rows}</div>
        </fieldset>
    }
}

impl ChoiceOption {
    /// An answer without further words.
    #[must_use]
    pub fn new(value: impl Into<String>, label: Signal<String>) -> Self {
        Self { value: value.into(), label, hint: None }
    }

    /// Adds what the answer means.
    #[must_use]
    pub fn hint(mut self, hint: Signal<String>) -> Self {
        self.hint = Some(hint);
        self
    }
}
