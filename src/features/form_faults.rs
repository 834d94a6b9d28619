//! What is left to change in a form of staff, found by the app or told by the server: the same
//! sentence beside the field and in the summary.

use board::protocol::problem::{FieldProblem, FieldRule, ProblemCode};
use leptos::prelude::*;
use words::Key;

use crate::{
    api::http::ApiError,
    components::{
        date_field::{date_error_text, parse::DateError},
        error_summary::{ErrorSummary, FormError},
        notice::{Notice, NoticeKind},
    },
    features::api_error::api_error_text,
    i18n::{t, tf},
    platform::announce,
    state::session::SessionState,
};

/// Why an answer cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A sentence with the name of the field in it.
    Says(Key),
    /// A date that cannot be read.
    Date(DateError),
}

/// A question of a form: its name in the request and its words.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Its name in the request.
    pub name: &'static str,
    /// The question.
    pub label: Key,
    /// The sentence when the server says that the day is none that can be.
    pub day: Key,
    /// The sentence when the server says that the day is too early.
    pub early: Key,
}

impl Question {
    /// A question that is not about a day.
    #[must_use]
    pub const fn plain(name: &'static str, label: Key) -> Self {
        Self { name, label, day: Key::FormFaultUnusable, early: Key::FormFaultUnusable }
    }
}

/// The faults of one form. Element ids begin with the word of the form, so that two forms on one
/// page never share one.
#[derive(Clone, Copy)]
pub struct Faults {
    form: StoredValue<String>,
    questions: &'static [Question],
    found: RwSignal<Vec<(usize, Fault)>>,
    /// What went wrong as a whole.
    failure: RwSignal<Option<ApiError>>,
    session: SessionState,
}

impl Faults {
    /// No faults yet.
    #[must_use]
    pub fn new(form: impl Into<String>, questions: &'static [Question]) -> Self {
        Self {
            form: StoredValue::new(form.into()),
            questions,
            found: RwSignal::default(),
            failure: RwSignal::new(None),
            session: SessionState::expect(),
        }
    }

    /// Forgets them all, before the form is read again.
    pub fn clear(self) {
        self.found.set(Vec::new());
        self.failure.set(None);
    }

    /// Shows what reading the form found; whether that is nothing.
    #[must_use]
    pub fn show(self, found: Vec<(&'static str, Fault)>) -> bool {
        let mut found: Vec<(usize, Fault)> = found
            .into_iter()
            .filter_map(|(name, fault)| Some((self.place(name)?, fault)))
            .collect();
        found.sort_by_key(|(place, _)| *place);
        let none = found.is_empty();
        self.found.set(found);
        none
    }

    /// Shows one sentence at one question.
    pub fn say(self, name: &str, key: Key) {
        let place = self.place(name);
        self.found.set(place.map(|place| (place, Fault::Says(key))).into_iter().collect());
    }

    fn place(self, name: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.name == name)
    }

    /// Shows what the server said, at the fields it is about or as a whole.
    pub fn take(self, error: ApiError) {
        if error.code() == Some(&ProblemCode::SignedOut) {
            self.session.end();
        }
        let fields = match &error {
            ApiError::Problem(problem) => problem.fields.as_slice(),
            ApiError::Away | ApiError::Doorkeeper | ApiError::Unreadable => &[],
        };
        let found: Vec<_> = fields.iter().filter_map(|field| self.of(field)).collect();
        if found.is_empty() {
            announce::announce(&api_error_text(&error));
            self.failure.try_set(Some(error));
        } else {
            self.found.try_set(found);
        }
    }

    fn of(self, problem: &FieldProblem) -> Option<(usize, Fault)> {
        let place = self.place(&problem.field)?;
        let question = &self.questions[place];
        let key = match problem.rule {
            FieldRule::Empty => Key::ErrorEmpty,
            FieldRule::NotADay => question.day,
            FieldRule::TooEarly => question.early,
            FieldRule::PrivateNumber => Key::FormFaultPrivate,
            FieldRule::Unstorable => Key::ErrorUnreadable,
            FieldRule::ToConfirm => Key::RematchManyFault,
            FieldRule::TooLong => Key::FormFaultTooLong,
            _ => Key::FormFaultUnusable,
        };
        Some((place, Fault::Says(key)))
    }

    /// The element id of a question.
    #[must_use]
    pub fn id(self, name: &str) -> String {
        self.form.with_value(|form| format!("{form}-{name}"))
    }

    /// The sentence beside a question; tracked.
    #[must_use]
    pub fn error(self, name: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let place = self.place(name)?;
            let found = self.found.with(|found| found.iter().find(|it| it.0 == place).copied());
            found.map(|(place, fault)| self.words(place, fault))
        })
    }

    fn words(self, place: usize, fault: Fault) -> String {
        let label = t(self.questions[place].label);
        match fault {
            Fault::Says(key) => tf(key, &[("field", &label)]),
            Fault::Date(error) => date_error_text(error, &label),
        }
    }
}

/// The summary above the form, and what went wrong as a whole.
#[component]
pub fn FaultSummary(
    /// The faults of the form.
    faults: Faults,
) -> impl IntoView {
    let errors = Signal::derive(move || {
        let one = |(place, fault): &(usize, Fault)| FormError {
            field_id: faults.id(faults.questions[*place].name),
            message: faults.words(*place, *fault),
        };
        faults.found.with(|found| found.iter().map(one).collect::<Vec<_>>())
    });
    let failed = move || {
        faults.failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    view! {
        <ErrorSummary errors=errors/>
        {failed}
    }
}
