//! The form of an outcome: what only work has is asked for work only.

use board::{
    office::outcome::{Contract, Evidence, OutcomeKind},
    protocol::{
        outcomes::{NewOutcome, OutcomeInfo},
        problem::ProblemCode,
    },
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        date_field::DateField,
        error_summary::{ErrorSummary, FormError},
        field::Field,
        form::Form,
        notice::{Notice, NoticeKind},
        select::Select,
    },
    features::{
        api_error::api_error_text,
        duo_head::open::OpenDuo,
        duo_outcomes::{
            draft::{Draft, Fault, faults_of},
            wording,
        },
    },
    i18n::text,
    platform::{announce::announce, ids},
};

/// Notes a new outcome, or writes a known one again. A lost answer sent again notes nothing twice.
#[component]
pub(super) fn OutcomeForm(
    /// The duo of this page.
    open: OpenDuo,
    /// The outcome that is changed.
    #[prop(optional_no_strip)]
    known: Option<OutcomeInfo>,
    /// It is noted, or a colleague was faster: read them all anew.
    on_done: Callback<Key>,
    /// Closes the form.
    on_close: Callback<()>,
) -> impl IntoView {
    let draft = Draft::of(known.as_ref().map(|known| &known.outcome));
    let id = known.map_or_else(ids::new_uuid, |known| known.id);
    let form = StoredValue::new(ids::element_id("outcome"));
    let start = move || {
        open.row.value.with_untracked(|row| row.as_ref().map(|row| row.start)).unwrap_or_default()
    };
    let faults = RwSignal::new(Vec::<Fault>::new());
    let failure = RwSignal::new(None::<ApiError>);
    let working = StoredValue::new(false);
    let send = move |()| {
        let outcome = match draft.read(start()) {
            Ok(outcome) => outcome,
            Err(found) => return faults.set(found),
        };
        if working.get_value() {
            return;
        }
        working.set_value(true);
        faults.set(Vec::new());
        failure.set(None);
        spawn_local(async move {
            let answer = save(open, known, NewOutcome { id, outcome }).await;
            working.try_set_value(false);
            match answer {
                Ok(_) => {
                    let said = known.map_or(Key::OutcomeSaved, |_| Key::OutcomeChanged);
                    on_done.run(said);
                }
                Err(error) if error.code() == Some(&ProblemCode::Stale) => {
                    on_done.run(Key::OutcomeStale);
                }
                Err(error) => note(error, faults, failure),
            }
        });
    };
    let of = move |field: &str| form.with_value(|form| format!("{form}-{field}"));
    let errors = Signal::derive(move || {
        let error =
            |fault: Fault| FormError { field_id: of(fault.field()), message: fault.words(start()) };
        faults.get().into_iter().map(error).collect::<Vec<_>>()
    });
    let error = move |field: &'static str| {
        Signal::derive(move || {
            let found = faults.with(|faults| faults.iter().find(|it| it.field() == field).copied());
            found.map(|fault| fault.words(start()))
        })
    };
    let kinds = options(OutcomeKind::ALL, OutcomeKind::as_str, wording::kind);
    let evidences = options(Evidence::ALL, Evidence::as_str, wording::evidence);
    let is_job = Memo::new(move |_| draft.chosen() == Some(OutcomeKind::Job));
    let is_work = Memo::new(move |_| {
        matches!(draft.chosen(), Some(OutcomeKind::Job | OutcomeKind::SelfEmployment))
    });
    let trouble = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    view! {
        <ErrorSummary errors=errors/>
        <Form on_submit=send>
            <Choice
                id=of("kind")
                label=text(Key::OutcomeKind)
                options=kinds
                value=draft.kind
                error=error("kind")
                columns=true
            />
            <DateField
                id=of("start")
                label=text(Key::OutcomeStart)
                value=draft.start
                past=true
                error=error("start")
            />
            <Show when=move || is_job.get()>
                <Select
                    id=of("contract")
                    label=text(Key::OutcomeContract)
                    options=options(Contract::ALL, Contract::as_str, wording::contract)
                    value=draft.contract
                    error=error("contract")
                    empty_label=text(Key::OutcomeContractUnknown)
                    optional=true
                />
            </Show>
            <Show when=move || is_work.get()>
                {number(of("months"), Key::OutcomeMonths, draft.months, error("months"))}
                {number(of("hours"), Key::OutcomeHours, draft.hours, error("hours"))}
            </Show>
            <Choice
                id=of("evidence")
                label=text(Key::OutcomeEvidence)
                options=evidences
                value=draft.evidence
                error=error("evidence")
            />
            {trouble}
            <div class="form__actions row">
                <Button label=text(Key::OutcomeSave) submit=true/>
                <Button
                    label=text(Key::ActionCancel)
                    kind=ButtonKind::Plain
                    on_press=move |()| on_close.run(())
                />
            </div>
        </Form>
    }
}

async fn save(
    open: OpenDuo,
    known: Option<OutcomeInfo>,
    new: NewOutcome,
) -> Result<OutcomeInfo, ApiError> {
    match known {
        Some(known) => api::outcomes::change(known.id, known.version, &new.outcome).await,
        None => api::outcomes::add(open.id, &new).await,
    }
}

fn note(error: ApiError, faults: RwSignal<Vec<Fault>>, failure: RwSignal<Option<ApiError>>) {
    let found = match &error {
        ApiError::Problem(problem) => faults_of(&problem.fields),
        ApiError::Away | ApiError::Doorkeeper | ApiError::Unreadable => Vec::new(),
    };
    if found.is_empty() {
        announce(&api_error_text(&error));
        failure.try_set(Some(error));
    } else {
        faults.try_set(found);
    }
}

fn options<T: Copy>(
    all: &[T],
    word: fn(T) -> &'static str,
    label: fn(T) -> Key,
) -> Signal<Vec<ChoiceOption>> {
    let option = |value: &T| ChoiceOption::new(word(*value), text(label(*value)));
    Signal::stored(all.iter().map(option).collect())
}

fn number(
    id: String,
    label: Key,
    value: RwSignal<String>,
    error: Signal<Option<String>>,
) -> AnyView {
    view! {
        <Field
            id=id
            label=text(label)
            value=value
            error=error
            optional=true
            inputmode="numeric"
            dir="ltr"
            spellcheck=false
        />
    }
    .into_any()
}
