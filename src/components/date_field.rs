//! A date as people say it: day, month, year.

use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        date_field::parse::{DateError, parse_date},
        label::{FieldError, FieldIds, HintAndError, LabelWords, field_class, has_error},
    },
    i18n::{t, tf},
    platform::{clock, ids},
};

pub use words::typed_date as parse;

/// The three drafts of one date.
#[derive(Clone, Copy, Debug)]
pub struct DateDraft {
    day: RwSignal<String>,
    month: RwSignal<String>,
    year: RwSignal<String>,
}

impl DateDraft {
    /// Starts empty or from a known date.
    #[must_use]
    pub fn new(date: Option<NaiveDate>) -> Self {
        let draft = Self {
            day: RwSignal::default(),
            month: RwSignal::default(),
            year: RwSignal::default(),
        };
        draft.set(date);
        draft
    }

    /// From drafts that somebody else keeps: day, month, year.
    #[must_use]
    pub fn from_parts(
        day: RwSignal<String>,
        month: RwSignal<String>,
        year: RwSignal<String>,
    ) -> Self {
        Self { day, month, year }
    }

    /// Replaces what is typed.
    pub fn set(self, date: Option<NaiveDate>) {
        let part = |part: Option<String>| part.unwrap_or_default();
        self.day.set(part(date.map(|date| date.day().to_string())));
        self.month.set(part(date.map(|date| date.month().to_string())));
        self.year.set(part(date.map(|date| date.year().to_string())));
    }

    /// Reads what is typed: `None` when all three are empty.
    ///
    /// # Errors
    /// The first part that cannot be read.
    pub fn read(self) -> Result<Option<NaiveDate>, DateError> {
        self.day.with(|day| {
            self.month.with(|month| self.year.with(|year| parse_date(day, month, year)))
        })
    }
}

/// The sentence for a date that cannot be read; `field` is the question. Tracked.
#[must_use]
pub fn date_error_text(error: DateError, field: &str) -> String {
    let key = match error {
        DateError::Incomplete => Key::ErrorDateIncomplete,
        DateError::Day => Key::ErrorDateDay,
        DateError::Month => Key::ErrorDateMonth,
        DateError::Year => Key::ErrorDateYear,
    };
    tf(key, &[("field", field)])
}

/// An example that fits the question: a week from today, or a week ago. Tracked.
fn date_hint(past: bool) -> String {
    let (today, week) = (clock::today(), Days::new(7));
    let day = if past { today.checked_sub_days(week) } else { today.checked_add_days(week) };
    let day = day.unwrap_or(today);
    let example = format!("{} {} {}", day.day(), day.month(), day.year());
    tf(Key::DateHint, &[("example", &example)])
}

/// A fieldset of three text inputs; nothing moves on by itself, nothing is checked while typing.
///
/// Months may be numbers or names in French, Dutch or English, digits of any Arabic script.
#[component]
pub fn DateField(
    /// The question, as the legend.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    value: DateDraft,
    /// At most one sentence; an example when absent.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// True where the question is about a day that was: the example then is one, too.
    #[prop(optional)]
    past: bool,
    /// What to change, and how.
    #[prop(optional, into)]
    error: Option<FieldError>,
    /// True where the answer may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Element id of the first input; the error summary leads to it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| ids::element_id("date")));
    let described = ids.clone();
    let hint = hint.unwrap_or_else(|| Signal::derive(move || date_hint(past)));
    let part = |suffix: &str, class: &'static str, word: Key, mode, value: RwSignal<String>| {
        let id = format!("{}{suffix}", ids.input);
        view! {
            <div class=class>
                <label class="muted" for=id.clone()>{move || t(word)}</label>
                <input
                    class="input"
                    type="text"
                    id=id
                    inputmode=mode
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=move || has_error(error).then_some("true")
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </div>
        }
    };
    let day = part("", "date__part", Key::DateDay, "numeric", value.day);
    let month = part("-month", "date__part date__part--month", Key::DateMonth, "text", value.month);
    let year = part("-year", "date__part date__part--year", Key::DateYear, "numeric", value.year);
    view! {
        <fieldset
            class=field_class(error)
            aria-describedby=move || described.described_by(true, has_error(error))
        >
            <legend class="field__label" id=ids.label.clone()>
                <LabelWords label=label optional=optional/>
            </legend>
            <HintAndError ids=ids.clone() hint=Some(hint) error=error/>
            <div class="date">{day} {month} {year}</div>
        </fieldset>
    }
}
