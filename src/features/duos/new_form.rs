//! The form that creates a duo (K01): two names, two languages, a branch, a first day, a rhythm.

use board::protocol::{
    duos::NewDuo,
    library::SectorInfo,
    problem::{Problem, ProblemCode},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use words::{Key, Lang};

use crate::{
    api::{self, http::ApiError},
    components::{
        button::Button,
        choice::{Choice, ChoiceOption},
        date_field::DateField,
        error_summary::FormError,
        field::Field,
        form::Form,
        notice::{Notice, NoticeKind},
        select::Select,
    },
    features::{
        api_error::api_error_text,
        codes::sectors::Sectors,
        duos::{
            coordinator::CoordinatorChoice,
            fresh::FreshCodes,
            known::{KnownNotice, KnownPeople, KnownPerson},
            new::{DuoDraft, DuoField, Fault, fault_text, faults_of},
        },
    },
    i18n::{t, text},
    paths::Path,
    platform::{announce, ids},
    state::session::SessionState,
};

/// The faults of the form, for the page's error summary.
pub type Faults = RwSignal<Vec<(DuoField, Fault)>>;

/// The faults as the error summary wants them.
#[must_use]
pub fn form_errors(faults: Faults) -> Signal<Vec<FormError>> {
    Signal::derive(move || {
        let error = |(field, fault): (DuoField, Fault)| FormError {
            field_id: field.name().to_owned(),
            message: fault_text(field, fault),
        };
        faults.get().into_iter().map(error).collect()
    })
}

/// The questions and one button. A second press, or the same form sent again after a lost
/// answer, creates nothing twice: the key stays while the answers stay.
#[component]
pub fn NewDuoForm(
    /// Where the faults go; setting it moves the focus to the summary.
    faults: Faults,
) -> impl IntoView {
    let session = SessionState::expect();
    let fresh = FreshCodes::expect();
    let navigate = use_navigate();
    let branches =
        untrack(|| session.session().map(|session| session.branches).unwrap_or_default());
    let only = match &*branches {
        [branch] => branch.id.to_string(),
        _ => String::new(),
    };
    let draft = DuoDraft::new(only);
    let known = StoredValue::new(KnownPeople::of_address(draft));
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let last = StoredValue::new(None::<(NewDuo, String)>);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        let duo = match draft.read() {
            Ok(duo) => duo,
            Err(found) => return faults.set(found),
        };
        let key = key_for(last, &duo);
        busy.set(true);
        faults.set(Vec::new());
        failure.set(None);
        let navigate = navigate.clone();
        spawn_local(async move {
            let answer = api::duos::create(&key, &duo).await;
            busy.set(false);
            match answer {
                Ok(created) => {
                    fresh.add(created.invitations);
                    announce::announce(&t(Key::DuoFormCreated));
                    navigate(&Path::Duo(created.duo.id.0).href(), Default::default());
                }
                Err(error) => note(&error, session, faults, failure),
            }
        });
    };
    let branch_options: Vec<_> = branches
        .into_iter()
        .map(|branch| ChoiceOption::new(branch.id.to_string(), Signal::stored(branch.name)))
        .collect();
    let error = move |field| error_of(faults, field);
    view! {
        <Form on_submit=send>
            <KnownNotice known=known.get_value()/>
            {move || match draft.mentee.get() {
                Some(mentee) => view! { <KnownPerson person=mentee draft is_mentee=true faults/> }
                    .into_any(),
                None => view! {
                    {name_field(DuoField::MenteeName, draft.mentee_name, faults)}
                    {language_choice(DuoField::MenteeLang, draft.mentee_lang, faults)}
                }
                .into_any(),
            }}
            {move || match draft.mentor.get() {
                Some(mentor) => view! { <KnownPerson person=mentor draft is_mentee=false faults/> }
                    .into_any(),
                None => view! {
                    {name_field(DuoField::MentorName, draft.mentor_name, faults)}
                    {language_choice(DuoField::MentorLang, draft.mentor_lang, faults)}
                }
                .into_any(),
            }}
            <Choice
                id=DuoField::Branch.name()
                label=text(DuoField::Branch.label())
                options=branch_options
                value=draft.branch
                error=error(DuoField::Branch)
                columns=true
            />
            <DateField
                id=DuoField::Start.name()
                label=text(DuoField::Start.label())
                value=draft.start
                error=error(DuoField::Start)
            />
            <Choice
                id=DuoField::Cadence.name()
                label=text(DuoField::Cadence.label())
                options=cadences()
                value=draft.cadence
                error=error(DuoField::Cadence)
            />
            <DateField
                id=DuoField::End.name()
                label=text(DuoField::End.label())
                hint=text(Key::DuoKnownEndHint)
                value=draft.end
                error=error(DuoField::End)
                optional=true
            />
            <SectorChoice value=draft.sector error=error(DuoField::Sector)/>
            <CoordinatorChoice
                branch=draft.branch
                value=draft.coordinator
                error=error(DuoField::Coordinator)
            />
            <Failure failure=failure/>
            <div class="form__actions">
                <Button label=text(Key::DuoFormSubmit) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::DuoFormWorking))}</p>
            </div>
        </Form>
    }
}

/// Where the mentee wants to go, as far as it is known.
#[component]
fn SectorChoice(value: RwSignal<String>, error: Signal<Option<String>>) -> impl IntoView {
    let sectors = Sectors::read();
    let options = Signal::derive(move || {
        let option = |info: &SectorInfo| {
            ChoiceOption::new(info.id.to_string(), Signal::stored(info.name.clone()))
        };
        sectors.list.value.with(|list| list.iter().flatten().map(option).collect::<Vec<_>>())
    });
    view! {
        <Select
            id=DuoField::Sector.name()
            label=text(DuoField::Sector.label())
            options=options
            value=value
            empty_label=text(Key::DuoKnownNoSector)
            error=error
        />
    }
}

/// What went wrong as a whole, above the button.
#[component]
fn Failure(failure: RwSignal<Option<ApiError>>) -> impl IntoView {
    move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    }
}

fn name_field(field: DuoField, value: RwSignal<String>, faults: Faults) -> AnyView {
    view! {
        <Field
            id=field.name()
            name=field.name()
            label=text(field.label())
            hint=text(Key::DuoFormNameHint)
            value=value
            error=error_of(faults, field)
            spellcheck=false
        />
    }
    .into_any()
}

fn language_choice(field: DuoField, value: RwSignal<String>, faults: Faults) -> AnyView {
    let option =
        |lang: Lang| ChoiceOption::new(lang.tag(), Signal::stored(lang.own_name().to_owned()));
    view! {
        <Choice
            id=field.name()
            label=text(field.label())
            options=Lang::ALL.map(option).to_vec()
            value=value
            error=error_of(faults, field)
            columns=true
        />
    }
    .into_any()
}

fn cadences() -> Vec<ChoiceOption> {
    vec![
        ChoiceOption::new("7", text(Key::DuoFormCadenceWeekly)),
        ChoiceOption::new("14", text(Key::DuoFormCadenceBiweekly)),
        ChoiceOption::new("30", text(Key::DuoFormCadenceMonthly)),
    ]
}

fn error_of(faults: Faults, field: DuoField) -> Signal<Option<String>> {
    Signal::derive(move || {
        let found = faults.with(|faults| faults.iter().find(|fault| fault.0 == field).copied());
        found.map(|(field, fault)| fault_text(field, fault))
    })
}

/// The key of the last try when the answers are the same, else a new one.
fn key_for(last: StoredValue<Option<(NewDuo, String)>>, duo: &NewDuo) -> String {
    let known = last.with_value(|last| {
        last.as_ref().filter(|(sent, _)| sent == duo).map(|(_, key)| key.clone())
    });
    known.unwrap_or_else(|| {
        let key = ids::new_uuid().to_string();
        last.set_value(Some((duo.clone(), key.clone())));
        key
    })
}

/// Shows what the server said at the fields it is about, or as a whole.
fn note(
    error: &ApiError,
    session: SessionState,
    faults: Faults,
    failure: RwSignal<Option<ApiError>>,
) {
    if error.code() == Some(&ProblemCode::SignedOut) {
        session.end();
    }
    let found = match error {
        ApiError::Problem(problem) => {
            let Problem { fields, .. } = &**problem;
            faults_of(fields)
        }
        ApiError::Away | ApiError::Doorkeeper | ApiError::Unreadable => Vec::new(),
    };
    if found.is_empty() {
        announce::announce(&api_error_text(error));
        failure.set(Some(error.clone()));
    } else {
        faults.set(found);
    }
}
