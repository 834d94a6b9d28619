//! One answer out of many that need not all be in sight.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        choice::ChoiceOption,
        label::{FieldError, FieldIds, HintAndError, LabelWords, field_class, has_error},
    },
    i18n::t,
    platform::ids,
};

/// A labelled native `select`; choosing changes a draft and nothing else.
#[component]
pub fn Select(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// The answers; their hints are not shown here.
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
    /// The words for "nothing chosen", where that is an answer too.
    #[prop(optional, into)]
    empty_label: Option<Signal<String>>,
    /// True where the answer may stay empty.
    #[prop(optional)]
    optional: bool,
    /// True where one of the options always holds: there is no empty answer beside it.
    #[prop(optional)]
    always: bool,
    /// Element id; the error summary leads to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Called with the new value when the person chooses.
    #[prop(optional, into)]
    on_choose: Option<Callback<String>>,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| ids::element_id("select")));
    let described = ids.clone();
    let answers = move || {
        let answer = |ChoiceOption { value: own, label, .. }| {
            let same = own.clone();
            view! {
                <option value=own prop:selected=move || value.with(|value| *value == same)>
                    {label}
                </option>
            }
        };
        options.get().into_iter().map(answer).collect_view()
    };
    // A value of the address that is none of the options still shows that none holds.
    let may_be_empty = Memo::new(move |_| {
        let known = |own: &String| options.with(|all| all.iter().any(|it| it.value == *own));
        !always || !value.with(known)
    });
    let empty = move || {
        may_be_empty.get().then(|| {
            view! {
                <option value="" prop:selected=move || value.with(String::is_empty)>
                    {move || empty_label.map_or_else(|| t(Key::ChoicePick), |label| label.get())}
                </option>
            }
        })
    };
    let choose = move |event| {
        let chosen = event_target_value(&event);
        value.set(chosen.clone());
        if let Some(on_choose) = on_choose {
            on_choose.run(chosen);
        }
    };
    view! {
        <div class=field_class(error)>
            <label class="field__label" id=ids.label.clone() for=ids.input.clone()>
                <LabelWords label=label optional=optional/>
            </label>
            <HintAndError ids=ids.clone() hint=hint error=error/>
            <select
                class="input"
                id=ids.input
                aria-invalid=move || has_error(error).then_some("true")
                aria-describedby=move || described.described_by(hint.is_some(), has_error(error))
                on:change=choose
            >
                {empty}
                {answers}
            </select>
        </div>
    }
}
