//! Several answers out of a few, all of them in sight.

use leptos::prelude::*;

use crate::{
    components::{
        checkbox::Checkbox,
        choice::ChoiceOption,
        label::{FieldError, FieldIds, HintAndError, LabelWords, field_class, has_error},
    },
    platform::ids,
};

/// A fieldset of native checkboxes; the whole row can be pressed. The draft holds the chosen words
/// with a space between them.
#[component]
pub fn CheckGroup(
    /// The question, as the legend.
    #[prop(into)]
    label: Signal<String>,
    /// The answers.
    options: Signal<Vec<ChoiceOption>>,
    /// The chosen words.
    value: RwSignal<String>,
    /// What to change, and how.
    #[prop(optional, into)]
    error: Option<FieldError>,
    /// True where the answer may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Element id of the first answer; the error summary leads to it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| ids::element_id("checks")));
    let described = ids.clone();
    let group = ids.input.clone();
    let rows = move || {
        let check = |(index, option): (usize, ChoiceOption)| {
            let id = if index == 0 { group.clone() } else { format!("{group}-{index}") };
            let word = option.value;
            let checked = RwSignal::new(value.with_untracked(|value| holds(value, &word)));
            let change = move |now: bool| value.update(|value| put(value, &word, now));
            view! { <Checkbox label=option.label value=checked id=id on_change=change/> }
        };
        options.get().into_iter().enumerate().map(check).collect_view()
    };
    view! {
        <fieldset
            class=field_class(error)
            aria-describedby=move || described.described_by(false, has_error(error))
        >
            <legend class="field__label" id=ids.label.clone()>
                <LabelWords label=label optional=optional/>
            </legend>
            <HintAndError ids=ids.clone() hint=None error=error/>
            <div class="choice choice--columns">{rows}</div>
        </fieldset>
    }
}

fn holds(chosen: &str, word: &str) -> bool {
    chosen.split(' ').any(|one| one == word)
}

fn put(chosen: &mut String, word: &str, wanted: bool) {
    let mut words: Vec<&str> =
        chosen.split(' ').filter(|one| !one.is_empty() && *one != word).collect();
    if wanted {
        words.push(word);
    }
    *chosen = words.join(" ");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_and_go() {
        let mut chosen = String::new();
        put(&mut chosen, "job", true);
        put(&mut chosen, "health", true);
        put(&mut chosen, "health", true);
        assert!(holds(&chosen, "job") && holds(&chosen, "health") && !holds(&chosen, "heal"));
        put(&mut chosen, "job", false);
        assert_eq!(chosen, "health");
    }
}
