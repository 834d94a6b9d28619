//! What counts how much, chosen by the coordinator.

use board::office::matching::{WEIGHT_MAX, Weights};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{choice::ChoiceOption, disclosure::Disclosure, select::Select},
    i18n::text,
};

/// The four weights as they are chosen.
#[derive(Clone, Copy)]
pub struct WeightDraft {
    sector: RwSignal<String>,
    language: RwSignal<String>,
    hours: RwSignal<String>,
    travel: RwSignal<String>,
}

impl WeightDraft {
    /// The usual ones.
    #[must_use]
    pub fn new() -> Self {
        let Weights { sector, language, hours, travel } = Weights::default();
        let draft = |weight: u8| RwSignal::new(weight.to_string());
        Self {
            sector: draft(sector),
            language: draft(language),
            hours: draft(hours),
            travel: draft(travel),
        }
    }

    /// The weights; tracked.
    #[must_use]
    pub fn read(self) -> Weights {
        let read = |draft: RwSignal<String>| draft.with(|typed| typed.parse().unwrap_or(0));
        Weights {
            sector: read(self.sector),
            language: read(self.language),
            hours: read(self.hours),
            travel: read(self.travel),
        }
    }
}

impl Default for WeightDraft {
    fn default() -> Self {
        Self::new()
    }
}

/// A list for each thing that counts, folded away.
#[component]
pub fn WeightChoices(
    /// What is chosen.
    draft: WeightDraft,
) -> impl IntoView {
    let words = [
        Key::MatchingWeight0,
        Key::MatchingWeight1,
        Key::MatchingWeight2,
        Key::MatchingWeight3,
        Key::MatchingWeight4,
        Key::MatchingWeight5,
    ];
    let options = move || {
        let option = |(weight, key): (u8, Key)| ChoiceOption::new(weight.to_string(), text(key));
        (0..=WEIGHT_MAX).zip(words).map(option).collect::<Vec<_>>()
    };
    view! {
        <Disclosure label=text(Key::MatchingWeights)>
            <div class="filters">
                <Select label=text(Key::MatchingSector) options=options() value=draft.sector/>
                <Select label=text(Key::MatchingLanguage) options=options() value=draft.language/>
                <Select label=text(Key::MatchingHours) options=options() value=draft.hours/>
                <Select label=text(Key::MatchingTravel) options=options() value=draft.travel/>
            </div>
        </Disclosure>
    }
}
