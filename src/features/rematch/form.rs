//! The form for a new duo of the same mentee: a mentor whom the branch knows, or somebody new.

use board::{
    id::DuoId,
    protocol::{
        duos::{CADENCE_DAYS, NAME_MAX},
        plans::{DuoPlan, KnownMentor, Rematch},
        problem::FieldRule,
    },
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use words::{Key, Lang};

use crate::{
    api::{self, http::ApiError},
    components::{
        button::Button,
        checkbox::Checkbox,
        choice::{Choice, ChoiceOption},
        date_field::{DateDraft, DateField, parse::DateError},
        field::Field,
        form::Form,
        select::Select,
    },
    features::{
        duos::fresh::FreshCodes,
        fetched::{FetchNotice, Fetched},
        form_faults::{Fault, FaultSummary, Faults, Question},
    },
    i18n::{t, text, tnf},
    paths::Path,
    platform::{announce::announce, clock, ids},
};

/// The answer for a mentor whom the branch does not know yet.
const NEW: &str = "new";

const QUESTIONS: &[Question] = &[
    Question::plain("mentor", Key::RematchWho),
    Question::plain("mentor_name", Key::DuoFormMentorName),
    Question::plain("mentor_lang", Key::DuoFormLanguageMentor),
    Question {
        name: "start",
        label: Key::DuoFormStart,
        day: Key::DuoPlanFar,
        early: Key::DuoPlanEarly,
    },
    Question::plain("cadence_days", Key::DuoPlanCadence),
];

/// What is typed.
#[derive(Clone, Copy)]
struct Draft {
    mentor: RwSignal<String>,
    name: RwSignal<String>,
    lang: RwSignal<String>,
    start: DateDraft,
    cadence: RwSignal<String>,
    many: RwSignal<bool>,
}

impl Draft {
    fn of(plan: &DuoPlan) -> Self {
        let today = clock::today();
        let first = plan.rematch_from.map_or(today, |from| from.max(today));
        Self {
            mentor: RwSignal::default(),
            name: RwSignal::default(),
            lang: RwSignal::default(),
            start: DateDraft::new(Some(first)),
            cadence: RwSignal::new(plan.settings.cadence_days.to_string()),
            many: RwSignal::new(false),
        }
    }

    fn read(self) -> Result<Rematch, Vec<(&'static str, Fault)>> {
        let mut found = Vec::new();
        let chosen = self.mentor.get();
        let (mut name, mut lang) = (String::new(), String::new());
        if chosen.is_empty() {
            found.push(("mentor", Fault::Says(Key::ErrorChoose)));
        } else if chosen == NEW {
            name = self.name.with(|name| name.trim().to_owned());
            lang = self.lang.get();
            if name.is_empty() {
                found.push(("mentor_name", Fault::Says(Key::ErrorEmpty)));
            } else if name.chars().count() > NAME_MAX {
                found.push(("mentor_name", Fault::Says(Key::FormFaultTooLong)));
            }
            if lang.is_empty() {
                found.push(("mentor_lang", Fault::Says(Key::ErrorChoose)));
            }
        }
        let start = self.start.read().and_then(|day| day.ok_or(DateError::Incomplete));
        if let Err(error) = start {
            found.push(("start", Fault::Date(error)));
        }
        let days = self.cadence.with(|typed| typed.trim().parse::<u16>().ok());
        let days = days.filter(|days| CADENCE_DAYS.contains(days));
        if days.is_none() {
            found.push(("cadence_days", Fault::Says(Key::DuoPlanNumber)));
        }
        match (start, days) {
            (Ok(start), Some(cadence_days)) if found.is_empty() => Ok(Rematch {
                mentor: chosen.parse().ok(),
                mentor_name: name,
                mentor_lang: lang,
                start,
                cadence_days,
                confirm_many: self.many.get(),
            }),
            _ => Err(found),
        }
    }
}

/// Mentor, first day, rhythm.
#[component]
pub fn RematchForm(
    /// The plan of the closed duo.
    plan: DuoPlan,
    /// Which duo that is.
    duo: DuoId,
) -> impl IntoView {
    let mentors = Fetched::<Vec<KnownMentor>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { mentors.take(api::plans::mentors(duo).await) });
    });
    load.run(());
    let draft = untrack(|| Draft::of(&plan));
    let ready = mentors.is_ready();
    let known = Memo::new(move |_| ready.get());
    let fields = move || {
        known.get().then(|| {
            let list = mentors.value.get_untracked().unwrap_or_default();
            view! { <Fields duo=duo draft=draft mentors=list/> }
        })
    };
    view! {
        <FetchNotice ready=ready failure=mentors.failure on_retry=load/>
        {fields}
    }
}

#[component]
fn Fields(duo: DuoId, draft: Draft, mentors: Vec<KnownMentor>) -> impl IntoView {
    let faults = Faults::new("rematch", QUESTIONS);
    let (fresh, navigate) = (FreshCodes::expect(), use_navigate());
    let (busy, asks_many) = (RwSignal::new(false), RwSignal::new(false));
    let last = StoredValue::new(None::<(Rematch, String)>);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        let wanted = match untrack(|| draft.read()) {
            Ok(wanted) => wanted,
            Err(found) => {
                let _none = faults.show(found);
                return;
            }
        };
        let key = key_for(last, &wanted);
        busy.set(true);
        let navigate = navigate.clone();
        spawn_local(async move {
            let answer = api::plans::rematch(duo, &key, &wanted).await;
            busy.try_set(false);
            match answer {
                Ok(created) => {
                    fresh.add(created.invitations);
                    announce(&t(Key::RematchDone));
                    navigate(&Path::Duo(created.duo.id.0).href(), Default::default());
                }
                Err(error) => {
                    if is_many(&error) {
                        asks_many.try_set(true);
                    }
                    faults.take(error);
                }
            }
        });
    };
    let option = |mentor: KnownMentor| {
        let KnownMentor { id, name, duos, .. } = mentor;
        let count = usize::try_from(duos).unwrap_or(usize::MAX);
        let label = Signal::derive(move || tnf(Key::RematchKnown, count, &[("name", &name)]));
        ChoiceOption::new(id.to_string(), label)
    };
    let somebody = ChoiceOption::new(NEW, text(Key::RematchSomebody));
    let people: Vec<_> = mentors.into_iter().map(option).chain([somebody]).collect();
    let languages: Vec<_> = Lang::ALL
        .map(|lang| ChoiceOption::new(lang.tag(), Signal::stored(lang.own_name().to_owned())))
        .to_vec();
    let languages = StoredValue::new(languages);
    let is_new = Memo::new(move |_| draft.mentor.with(|chosen| chosen == NEW));
    let new_person = move || {
        is_new.get().then(|| {
            view! {
                <Field
                    id=faults.id("mentor_name")
                    label=text(Key::DuoFormMentorName)
                    hint=text(Key::DuoFormNameHint)
                    value=draft.name
                    error=faults.error("mentor_name")
                    spellcheck=false
                />
                <Choice
                    id=faults.id("mentor_lang")
                    label=text(Key::DuoFormLanguageMentor)
                    options=languages.get_value()
                    value=draft.lang
                    error=faults.error("mentor_lang")
                    columns=true
                />
            }
        })
    };
    let many = move || {
        asks_many.get().then(|| {
            view! { <Checkbox label=text(Key::RematchMany) value=draft.many/> }
        })
    };
    view! {
        <Form on_submit=send>
            <FaultSummary faults=faults/>
            <Select
                id=faults.id("mentor")
                label=text(Key::RematchWho)
                options=people
                value=draft.mentor
                error=faults.error("mentor")
            />
            {many}
            {new_person}
            <DateField
                id=faults.id("start")
                label=text(Key::DuoFormStart)
                value=draft.start
                error=faults.error("start")
            />
            <Field
                id=faults.id("cadence_days")
                label=text(Key::DuoPlanCadence)
                value=draft.cadence
                error=faults.error("cadence_days")
                inputmode="numeric"
                dir="ltr"
            />
            <div class="form__actions">
                <Button label=text(Key::RematchGo) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
            </div>
        </Form>
    }
    .into_any()
}

/// Whether the server asks if one more duo for this mentor is meant.
fn is_many(error: &ApiError) -> bool {
    let ApiError::Problem(problem) = error else { return false };
    problem.fields.iter().any(|field| field.rule == FieldRule::ToConfirm)
}

/// The key of the last try when the answers are the same, else a new one.
fn key_for(last: StoredValue<Option<(Rematch, String)>>, wanted: &Rematch) -> String {
    let known = last.with_value(|last| {
        last.as_ref().filter(|(sent, _)| sent == wanted).map(|(_, key)| key.clone())
    });
    known.unwrap_or_else(|| {
        let key = ids::new_uuid().to_string();
        last.set_value(Some((wanted.clone(), key.clone())));
        key
    })
}
