//! The form for somebody who has no duo yet.

use board::{actor::Role, protocol::pool::NewPerson};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use words::{Key, Lang};

use crate::{
    api,
    components::{button::Button, choice::Choice, field::Field, form::Form},
    features::{
        form_faults::{Fault, FaultSummary, Faults, Question},
        people_of::words::{branch_options, lang_options, role_options},
    },
    i18n::{t, text},
    paths::Path,
    platform::announce,
};

const QUESTIONS: &[Question] = &[
    Question::plain("role", Key::PeopleOfRole),
    Question::plain("name", Key::PeopleOfName),
    Question::plain("lang", Key::PeopleOfLang),
    Question::plain("branch", Key::PeopleOfBranch),
];

/// A name, a role, a language, a branch: no more personal data.
#[component]
pub fn NewPersonForm() -> impl IntoView {
    let navigate = use_navigate();
    let faults = Faults::new("person", QUESTIONS);
    let options = branch_options();
    let only = if let [branch] = &options[..] { branch.value.clone() } else { String::new() };
    let (name, role) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (lang, branch) = (RwSignal::new(Lang::default().tag().to_owned()), RwSignal::new(only));
    let busy = RwSignal::new(false);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        let typed = name.get_untracked().trim().to_owned();
        let chosen = role.get_untracked();
        let mut found = Vec::new();
        if typed.is_empty() {
            found.push(("name", Fault::Says(Key::ErrorEmpty)));
        }
        if chosen.is_empty() {
            found.push(("role", Fault::Says(Key::ErrorChoose)));
        }
        let branch = branch.get_untracked().parse();
        if branch.is_err() {
            found.push(("branch", Fault::Says(Key::ErrorChoose)));
        }
        let (true, Ok(branch)) = (faults.show(found), branch) else { return };
        let new = NewPerson {
            name: typed,
            role: Role::from_word(&chosen),
            lang: lang.get_untracked(),
            branch,
        };
        busy.set(true);
        let navigate = navigate.clone();
        spawn_local(async move {
            let answer = api::people::create(&new).await;
            busy.try_set(false);
            match answer {
                Ok(card) => {
                    announce::announce(&t(Key::PeopleOfAdded));
                    navigate(&Path::Person(card.person.id.0).href(), Default::default());
                }
                Err(error) => faults.take(error),
            }
        });
    };
    view! {
        <FaultSummary faults/>
        <Form on_submit=send>
            <Choice
                id=faults.id("role")
                label=text(Key::PeopleOfRole)
                options=role_options()
                value=role
                error=faults.error("role")
                columns=true
            />
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
            <Choice
                id=faults.id("branch")
                label=text(Key::PeopleOfBranch)
                options=options
                value=branch
                error=faults.error("branch")
                columns=true
            />
            <div class="form__actions">
                <Button label=text(Key::PeopleOfAdd) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
            </div>
        </Form>
    }
}
