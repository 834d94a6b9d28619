//! One person: their duos, name and language, what a match is sought by, and removal.

use board::{
    actor::Role,
    id::PersonId,
    protocol::{
        pool::{ChangePerson, PersonCard, PersonDuo},
        problem::FieldRule,
    },
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        choice::Choice,
        confirm_dialog::ConfirmDialog,
        field::Field,
        form::Form,
        link_button::LinkButton,
        notice::Notice,
    },
    features::{
        form_faults::{Fault, FaultSummary, Faults, Question},
        people_of::{profile::ProfileForm, words::lang_options},
    },
    i18n::{format::short_date, t, text, tf},
    paths::{Path, duo_with},
    platform::announce,
};

const QUESTIONS: &[Question] =
    &[Question::plain("name", Key::PeopleOfName), Question::plain("lang", Key::PeopleOfLang)];

/// The person as the server knows them now.
pub type Known = RwSignal<Option<PersonCard>>;

/// Everything about one person that staff may see.
#[component]
pub fn PersonWork(
    /// The person.
    card: PersonCard,
    /// Where a changed one goes.
    known: Known,
) -> impl IntoView {
    let PersonCard { person, duos, profile, elsewhere } = card;
    let role = person.role.clone();
    let is_free = role == Role::Mentor || person.duos == 0;
    let name = StoredValue::new(person.name.clone());
    let create = Signal::derive(move || tf(Key::PeopleOfNewDuo, &[("name", &name.get_value())]));
    let href = duo_with(&role, person.id);
    let can_go = duos.is_empty();
    let (id, version, lang) = (person.id, person.version, person.lang);
    if elsewhere {
        return view! {
            <Notice><p>{move || t(Key::PeopleOfElsewhere)}</p></Notice>
            <Duos duos/>
            {is_free.then(|| view! { <div><LinkButton label=create href=href/></div> })}
        }
        .into_any();
    }
    view! {
        <Duos duos/>
        {is_free.then(|| view! { <div><LinkButton label=create href=href/></div> })}
        <Rename id version name=name.get_value() lang known/>
        <ProfileForm id role profile known/>
        {can_go.then(|| view! { <Removal id name=name.get_value()/> })}
    }
    .into_any()
}

#[component]
fn Duos(duos: Vec<PersonDuo>) -> impl IntoView {
    let row = |duo: PersonDuo| {
        let href = Path::Duo(duo.id.0).href();
        let words = move || {
            let start = short_date(duo.start);
            let with = tf(Key::PeopleOfDuoWith, &[("name", &duo.other), ("date", &start)]);
            if duo.ended { format!("{with} ({})", t(Key::PeopleOfDuoEnded)) } else { with }
        };
        view! { <li><a class="link" href=href>{words}</a></li> }
    };
    let list = if duos.is_empty() {
        view! { <p class="muted">{move || t(Key::PeopleOfDuosNone)}</p> }.into_any()
    } else {
        let rows = duos.into_iter().map(row).collect_view();
        view! { <ul class="stack stack--tight">{rows}</ul> }.into_any()
    };
    view! {
        <section class="stack">
            <h2>{move || t(Key::PeopleOfDuosTitle)}</h2>
            {list}
        </section>
    }
}

#[component]
fn Rename(id: PersonId, version: u64, name: String, lang: String, known: Known) -> impl IntoView {
    let faults = Faults::new("rename", QUESTIONS);
    let (name, lang) = (RwSignal::new(name), RwSignal::new(lang));
    let busy = RwSignal::new(false);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        let wanted = ChangePerson {
            name: name.get_untracked().trim().to_owned(),
            lang: lang.get_untracked(),
        };
        let empty = wanted.name.is_empty().then_some(("name", Fault::Says(Key::ErrorEmpty)));
        if !faults.show(empty.into_iter().collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::people::change(id, version, &wanted).await;
            busy.try_set(false);
            match answer {
                Ok(card) => {
                    announce::announce(&t(Key::PeopleOfSaved));
                    known.try_set(Some(card));
                }
                Err(error) => faults.take(error),
            }
        });
    };
    view! {
        <section class="stack">
            <h2>{move || t(Key::PeopleOfWho)}</h2>
            <FaultSummary faults/>
            <Form on_submit=send>
                <Field
                    id=faults.id("name")
                    label=text(Key::PeopleOfName)
                    hint=text(Key::DuoFormNameHint)
                    value=name
                    error=faults.error("name")
                    spellcheck=false
                />
                <Choice
                    id=faults.id("lang")
                    label=text(Key::PeopleOfLang)
                    options=lang_options()
                    value=lang
                    error=faults.error("lang")
                    columns=true
                />
                <div class="form__actions">
                    <Button label=text(Key::PeopleOfSave) kind=ButtonKind::Quiet submit=true/>
                    <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
                </div>
            </Form>
        </section>
    }
}

/// For somebody who was added by mistake; the server refuses everybody else.
#[component]
fn Removal(id: PersonId, name: String) -> impl IntoView {
    let navigate = use_navigate();
    let faults = Faults::new("removal", QUESTIONS);
    let asking = RwSignal::new(false);
    let remove = move |()| {
        faults.clear();
        let navigate = navigate.clone();
        spawn_local(async move {
            match api::people::remove(id).await {
                Ok(()) => {
                    announce::announce(&t(Key::PeopleOfRemoved));
                    navigate(&Path::People.href(), Default::default());
                }
                Err(error) if is_stuck(&error) => {
                    faults.say("name", Key::PeopleOfStuck);
                }
                Err(error) => faults.take(error),
            }
        });
    };
    let title = Signal::derive(move || tf(Key::PeopleOfRemoveTitle, &[("name", &name)]));
    view! {
        <section class="stack">
            <FaultSummary faults/>
            <div>
                <Button
                    label=text(Key::PeopleOfRemove)
                    kind=ButtonKind::Stop
                    on_press=move |()| asking.set(true)
                />
            </div>
        </section>
        <ConfirmDialog
            open=asking
            title=title
            text=text(Key::PeopleOfRemoveText)
            confirm_label=text(Key::PeopleOfRemove)
            on_confirm=remove
        />
    }
}

fn is_stuck(error: &ApiError) -> bool {
    let ApiError::Problem(problem) = error else { return false };
    problem.fields.iter().any(|field| field.rule == FieldRule::Taken)
}
