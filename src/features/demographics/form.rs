//! The questions, each a native list: eight of them must stay short on a phone.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{choice::ChoiceOption, select::Select},
    features::demographics::draft::{Draft, Label, questions},
    i18n::{t, text},
};

/// Every question may stay without an answer, and each has "I prefer not to say".
#[component]
pub(super) fn Questions(draft: Draft) -> impl IntoView {
    let one = |(question, value): (super::draft::Question, RwSignal<String>)| {
        let options = question
            .answers
            .into_iter()
            .map(|(word, label)| {
                let words = match label {
                    Label::Words(key) => Signal::derive(move || t(key)),
                    Label::Name(name) => Signal::stored(name.to_owned()),
                };
                ChoiceOption::new(word, words)
            })
            .collect::<Vec<_>>();
        view! {
            <Select
                label=text(question.label)
                options=Signal::stored(options)
                value=value
                empty_label=text(Key::DemographicsNotAnswered)
            />
        }
        .into_any()
    };
    questions().into_iter().zip(draft.0).map(one).collect_view()
}
