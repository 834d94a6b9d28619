//! Forms without script: every fault is said above and beside its field, and what was typed stays.

use super::{
    act::{Refused, new_id},
    wording,
};
use crate::pages::{Texts, parts::Languages};
use axum::http::StatusCode;
use board::{id::ItemId, op::TextField};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::HashMap;
use words::{Key, typed_date::parse_date};

/// What the fields of a form hold, by name.
pub(super) type Typed = HashMap<String, String>;

/// A text of a form.
pub(super) struct Line {
    /// Its name, and the id of its input.
    pub(super) name: &'static str,
    /// Whose rule holds.
    pub(super) field: TextField,
    /// The question.
    pub(super) label: Key,
    /// At most one sentence.
    pub(super) hint: Option<Key>,
    /// Whether the answer may stay empty.
    pub(super) optional: bool,
}

/// A day of a form that may stay empty.
pub(super) struct Day {
    /// The names of day, month and year, and the ids of their inputs.
    pub(super) names: [&'static str; 3],
    /// The question.
    pub(super) label: Key,
}

/// A fault: of the field with this name, or of the whole form.
struct Wrong {
    name: Option<&'static str>,
    sentence: String,
}

/// A form as it was sent, or empty.
pub(super) struct Filled<'a> {
    texts: Texts<'a>,
    typed: &'a Typed,
    id: ItemId,
    wrong: Vec<Wrong>,
    status: StatusCode,
}

impl<'a> Filled<'a> {
    /// The form with what was typed. One that brings no id gets a new one.
    pub(super) fn new(texts: Texts<'a>, typed: &'a Typed) -> Self {
        let id = typed.get("id").and_then(|id| id.parse().ok()).unwrap_or_else(new_id);
        Self { texts, typed, id, wrong: Vec::new(), status: StatusCode::OK }
    }

    /// The id of what it adds.
    pub(super) fn id(&self) -> ItemId {
        self.id
    }

    /// What a field holds.
    pub(super) fn value(&self, name: &str) -> &str {
        self.typed.get(name).map_or("", String::as_str)
    }

    /// Whether only its language is to change.
    pub(super) fn only_speaks(&self) -> bool {
        self.typed.contains_key("lang")
    }

    /// A text by its rule; one that breaks it is noted, and empty here.
    pub(super) fn read(&mut self, line: &Line) -> String {
        line.field.parse(self.value(line.name)).unwrap_or_else(|error| {
            let label = self.texts.get(line.label);
            self.note(line.name, wording::text_error(self.texts, error, label));
            String::new()
        })
    }

    /// A day of three parts; none when all of them are empty, or when it is noted as wrong.
    pub(super) fn read_day(&mut self, day: &Day) -> Option<NaiveDate> {
        let [date, month, year] = day.names.map(|name| self.value(name));
        parse_date(date, month, year).unwrap_or_else(|error| {
            let label = self.texts.get(day.label);
            self.note(day.names[0], wording::date_error(self.texts, error, label));
            None
        })
    }

    fn note(&mut self, name: &'static str, sentence: String) {
        self.wrong.push(Wrong { name: Some(name), sentence });
        self.status = StatusCode::UNPROCESSABLE_ENTITY;
    }

    /// Whether one of these fields was filled in or is wrong: what is folded away then opens.
    pub(super) fn any(&self, names: &[&str]) -> bool {
        let wrong = |name: &str| self.wrong.iter().any(|wrong| wrong.name == Some(name));
        names.iter().any(|name| !self.value(name).is_empty() || wrong(name))
    }

    /// Notes why the whole was not carried out.
    pub(super) fn refuse(&mut self, refused: &Refused) {
        let sentence = self.texts.get(refused.sentence()).to_owned();
        self.wrong.push(Wrong { name: None, sentence });
        self.status = refused.status();
    }

    /// Whether something is wrong with it.
    pub(super) fn is_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// The status of the answer that shows it.
    pub(super) fn status(&self) -> StatusCode {
        self.status
    }

    /// How the page that answers it changes its language: with all that was typed.
    pub(super) fn languages<'l>(&self, action: &'l str) -> Languages<'l> {
        let mut typed: Vec<_> = self.typed.iter().filter(|(name, _)| *name != "lang").collect();
        typed.sort();
        let fields = html! {
            @for (name, value) in typed { input type="hidden" name=(name) value=(value); }
        };
        Languages::Again { action, fields }
    }

    /// What is wrong, above everything; it takes the focus by itself.
    pub(super) fn summary(&self) -> Markup {
        html! {
            @if self.is_wrong() {
                div class="summary" tabindex="-1" autofocus {
                    div role="alert" {
                        h2 { (self.texts.count(Key::ErrorSummaryTitle, self.wrong.len() as u64)) }
                        ul class="summary__list" {
                            @for wrong in &self.wrong {
                                li {
                                    @if let Some(name) = wrong.name {
                                        a class="summary__link" href={ "#" (name) } { (wrong.sentence) }
                                    } @else { p { (wrong.sentence) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The field that carries the id.
    pub(super) fn hidden(&self) -> Markup {
        html! { input type="hidden" name="id" value=(self.id); }
    }

    /// The fault of a field, and the ids of what describes it: its hint and that fault.
    fn described(&self, name: &str, has_hint: bool) -> (Option<&Wrong>, Option<String>) {
        let wrong = self.wrong.iter().find(|wrong| wrong.name == Some(name));
        let hint = has_hint.then(|| format!("{name}-hint"));
        let error = wrong.map(|_| format!("{name}-error"));
        let ids = hint.into_iter().chain(error).collect::<Vec<_>>();
        (wrong, (!ids.is_empty()).then(|| ids.join(" ")))
    }

    /// A text with its question, hint and fault.
    pub(super) fn line(&self, line: &Line) -> Markup {
        let (texts, name) = (self.texts, line.name);
        let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
        let (wrong, described) = self.described(name, line.hint.is_some());
        let is_link = line.field == TextField::Link;
        html! {
            div.field.field--error[wrong.is_some()] {
                label class="field__label" for=(name) {
                    (texts.get(line.label))
                    @if line.optional {
                        " " span class="muted" { (texts.get(Key::ChoiceOptional)) }
                    }
                }
                @if let Some(hint) = line.hint {
                    p class="field__hint" id=(hint_id) { (texts.get(hint)) }
                }
                @if let Some(wrong) = wrong {
                    p class="field__error" id=(error_id) { (wrong.sentence) }
                }
                input class="input" type="text" id=(name) name=(name) value=(self.value(name))
                    dir=(if is_link { "ltr" } else { "auto" })
                    inputmode=[is_link.then_some("url")] autocomplete="off"
                    aria-describedby=[described] aria-invalid=[wrong.map(|_| "true")];
            }
        }
    }

    /// A text of several lines; `label` is the question, in words of its own.
    pub(super) fn area(&self, line: &Line, label: &str) -> Markup {
        let name = line.name;
        let (wrong, described) = self.described(name, false);
        html! {
            div.field.field--error[wrong.is_some()] {
                label class="field__label" for=(name) { (label) }
                @if let Some(wrong) = wrong {
                    p class="field__error" id={ (name) "-error" } { (wrong.sentence) }
                }
                // A line break right after the tag would be swallowed.
                textarea class="input input--area" id=(name) name=(name) rows="3" dir="auto"
                    autocomplete="off" aria-describedby=[described]
                    aria-invalid=[wrong.map(|_| "true")] { "\n" (self.value(name)) }
            }
        }
    }

    /// A day, as people say it: three inputs under one question. `example` is such a day.
    pub(super) fn day(&self, day: &Day, example: &str) -> Markup {
        let (texts, id) = (self.texts, day.names[0]);
        let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
        let (wrong, described) = self.described(id, true);
        let parts = [
            ("date__part", Key::DateDay, "numeric"),
            ("date__part date__part--month", Key::DateMonth, "text"),
            ("date__part date__part--year", Key::DateYear, "numeric"),
        ];
        html! {
            fieldset.field.field--error[wrong.is_some()] aria-describedby=[described] {
                legend class="field__label" {
                    (texts.get(day.label)) " "
                    span class="muted" { (texts.get(Key::ChoiceOptional)) }
                }
                p class="field__hint" id=(hint_id) {
                    (texts.fill(Key::DateHint, &[("example", example)]))
                }
                @if let Some(wrong) = wrong {
                    p class="field__error" id=(error_id) { (wrong.sentence) }
                }
                div class="date" {
                    @for (name, (class, label, mode)) in day.names.into_iter().zip(parts) {
                        div class=(class) {
                            label class="muted" for=(name) { (texts.get(label)) }
                            input class="input" type="text" id=(name) name=(name)
                                value=(self.value(name)) inputmode=(mode) autocomplete="off"
                                spellcheck="false" aria-invalid=[wrong.map(|_| "true")];
                        }
                    }
                }
            }
        }
    }

    /// Something to tick.
    pub(super) fn tick(&self, name: &str, label: &str) -> Markup {
        html! {
            label class="choice__option" for=(name) {
                input class="choice__input" type="checkbox" id=(name) name=(name) value="yes"
                    checked[!self.value(name).is_empty()];
                span { (label) }
            }
        }
    }

    /// A question with a few answers, the first one chosen beforehand.
    pub(super) fn choice(&self, name: &str, label: Key, answers: &[Answer]) -> Markup {
        let chosen = answers.iter().position(|answer| answer.value == self.value(name));
        let chosen = chosen.unwrap_or_default();
        html! {
            fieldset class="field" {
                legend class="field__label" { (self.texts.get(label)) }
                div class="choice" {
                    @for (place, answer) in answers.iter().enumerate() {
                        label class="choice__option" {
                            input class="choice__input" type="radio" name=(name)
                                value=(answer.value) checked[place == chosen];
                            span class="choice__words" {
                                span { (answer.label) }
                                @if let Some(hint) = &answer.hint {
                                    span class="choice__hint" { (hint) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One answer of a choice.
pub(super) struct Answer {
    /// What the form carries.
    pub(super) value: &'static str,
    /// The words.
    pub(super) label: String,
    /// What it means.
    pub(super) hint: Option<String>,
}
