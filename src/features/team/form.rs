//! The form for an account, new or there already; its code; its end.

use board::{
    actor::Role,
    id::PersonId,
    protocol::{
        duos::{Handover, NewInvitation},
        problem::FieldRule,
        session::BranchInfo,
        team::{StaffFields, StaffMember},
    },
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use words::{Key, Lang};

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        confirm_dialog::ConfirmDialog,
        field::Field,
        form::Form,
        several::Several,
    },
    features::{
        duos::{codes::CodeCard, fresh::FreshCodes, panel::CODES},
        form_faults::{Fault, FaultSummary, Faults, Question},
        team::words::{role_keys, roles},
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce, focus},
    state::session::SessionState,
};

const QUESTIONS: &[Question] = &[
    Question::plain("name", Key::TeamName),
    Question::plain("role", Key::TeamRole),
    Question::plain("branches", Key::TeamBranches),
    Question::plain("lang", Key::TeamLang),
];

/// What is typed and chosen.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    role: RwSignal<String>,
    lang: RwSignal<String>,
    branches: RwSignal<Vec<String>>,
}

impl Draft {
    fn of(known: Option<&StaffMember>, mine: &[BranchInfo]) -> Self {
        let only = if let [branch] = mine { vec![branch.id.to_string()] } else { Vec::new() };
        let Some(known) = known else {
            return Self {
                name: RwSignal::default(),
                role: RwSignal::new(Role::Coordinator.as_str().to_owned()),
                lang: RwSignal::new(Lang::default().tag().to_owned()),
                branches: RwSignal::new(only),
            };
        };
        Self {
            name: RwSignal::new(known.name.clone()),
            role: RwSignal::new(known.role.as_str().to_owned()),
            lang: RwSignal::new(known.lang.clone()),
            branches: RwSignal::new(known.branches.iter().map(ToString::to_string).collect()),
        }
    }

    fn has_branches(self) -> bool {
        self.role
            .with(|role| matches!(Role::from_word(role), Role::Coordinator | Role::BranchAdmin))
    }

    fn read(self, faults: Faults) -> Option<StaffFields> {
        untrack(|| {
            let mut found = Vec::new();
            let name = self.name.get().trim().to_owned();
            if name.is_empty() {
                found.push(("name", Fault::Says(Key::ErrorEmpty)));
            }
            let chosen = if self.has_branches() { self.branches.get() } else { Vec::new() };
            let branches: Vec<_> = chosen.iter().filter_map(|id| id.parse().ok()).collect();
            if self.has_branches() && branches.is_empty() {
                found.push(("branches", Fault::Says(Key::ErrorChoose)));
            }
            let role = Role::from_word(&self.role.get());
            faults.show(found).then(|| StaffFields { name, role, lang: self.lang.get(), branches })
        })
    }
}

/// Whether the server keeps the last account that can set up everything.
fn is_last(error: &ApiError) -> bool {
    let ApiError::Problem(problem) = error else { return false };
    problem.fields.iter().any(|field| field.field == "role" && field.rule == FieldRule::Taken)
}

fn take(faults: Faults, error: ApiError) {
    if is_last(&error) {
        faults.say("role", Key::TeamLastAdmin);
    } else {
        faults.take(error);
    }
}

/// The questions; for an account that is there also a new code and its end.
#[component]
pub fn StaffForm(
    /// The account, unless it is a new one.
    known: Option<StaffMember>,
) -> impl IntoView {
    let session = SessionState::expect();
    let fresh = FreshCodes::expect();
    let navigate = use_navigate();
    let me = untrack(|| session.session());
    let mine = me.as_ref().map(|session| session.branches.clone()).unwrap_or_default();
    let own_role = me.map_or(Role::Funder, |session| session.role);
    let faults = Faults::new("staff", QUESTIONS);
    let draft = Draft::of(known.as_ref(), &mine);
    let busy = RwSignal::new(false);
    let account = known.as_ref().map(|known| (known.id, known.version));
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        let Some(wanted) = draft.read(faults) else { return };
        busy.set(true);
        let navigate = navigate.clone();
        spawn_local(async move {
            let answer = match account {
                Some((id, version)) => api::team::change(id, version, &wanted).await.map(|_| None),
                None => api::team::create(&wanted).await.map(Some),
            };
            busy.try_set(false);
            match answer {
                Ok(None) => {
                    announce::announce(&t(Key::TeamSaved));
                    navigate(&Path::Team.href(), Default::default());
                }
                Ok(Some(added)) => {
                    announce::announce(&t(Key::TeamAdded));
                    let id = added.member.id;
                    fresh.add(vec![added.invitation]);
                    navigate(&Path::StaffAccount(id.0).href(), Default::default());
                }
                Err(error) => take(faults, error),
            }
        });
    };
    let role_options: Vec<_> = roles(&own_role)
        .into_iter()
        .map(|role| {
            let [label, hint] = role_keys(&role);
            ChoiceOption {
                value: role.as_str().to_owned(),
                label: text(label),
                hint: Some(text(hint)),
            }
        })
        .collect();
    let languages = Lang::ALL
        .map(|lang| ChoiceOption::new(lang.tag(), Signal::stored(lang.own_name().to_owned())));
    let branch_options: Vec<_> = mine
        .into_iter()
        .map(|branch| ChoiceOption::new(branch.id.to_string(), Signal::stored(branch.name)))
        .collect();
    let branch_options = StoredValue::new(branch_options);
    let branch_boxes = move || {
        draft.has_branches().then(|| {
            view! {
                <Several
                    id=faults.id("branches")
                    label=text(Key::TeamBranches)
                    options=branch_options.get_value()
                    value=draft.branches
                    error=faults.error("branches")
                />
            }
        })
    };
    let code = known.as_ref().map(|known| view! { <FreshCode id=known.id/> });
    let ending = known.map(|known| view! { <Account known faults/> });
    view! {
        <FaultSummary faults/>
        {code}
        <Form on_submit=send>
            <Field
                id=faults.id("name")
                label=text(Key::TeamName)
                value=draft.name
                error=faults.error("name")
                spellcheck=false
            />
            <Choice
                id=faults.id("role")
                label=text(Key::TeamRole)
                hint=text(Key::TeamRoleChange)
                options=role_options
                value=draft.role
                error=faults.error("role")
            />
            {branch_boxes}
            <Choice
                id=faults.id("lang")
                label=text(Key::TeamLang)
                options=languages.to_vec()
                value=draft.lang
                error=faults.error("lang")
                columns=true
            />
            <div class="form__actions">
                <Button label=text(Key::TeamSave) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
            </div>
        </Form>
        {ending}
    }
}

/// The code that was just made, once, above everything else.
#[component]
fn FreshCode(id: PersonId) -> impl IntoView {
    let fresh = FreshCodes::expect();
    on_cleanup(move || fresh.clear());
    move || {
        fresh.of([id, id]).into_iter().next().map(|invitation| {
            view! {
                <section class="stack" id=CODES tabindex="-1">
                    <h2>{move || t(Key::DuoCodeLead)}</h2>
                    <CodeCard invitation/>
                </section>
            }
        })
    }
}

/// A new code for somebody who is there, and the end of the account.
#[component]
fn Account(known: StaffMember, faults: Faults) -> impl IntoView {
    let fresh = FreshCodes::expect();
    let navigate = use_navigate();
    let asking = RwSignal::new(false);
    let (id, version) = (known.id, known.version);
    let code = move |()| {
        spawn_local(async move {
            let wanted = NewInvitation { handover: Handover::Remote, end_sessions: false };
            match api::duos::invite(id, &wanted).await {
                Ok(invitation) => {
                    fresh.add(vec![invitation]);
                    focus::focus_soon(CODES);
                }
                Err(error) => faults.take(error),
            }
        });
    };
    let end = move |()| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match api::team::end(id, version).await {
                Ok(()) => {
                    announce::announce(&t(Key::TeamEnded));
                    navigate(&Path::Team.href(), Default::default());
                }
                Err(error) => take(faults, error),
            }
        });
    };
    let name = known.name.clone();
    let title = Signal::derive(move || tf(Key::TeamEndTitle, &[("name", &name)]));
    view! {
        <section class="stack">
            <div class="row">
                <Button label=text(Key::TeamCode) kind=ButtonKind::Quiet on_press=code/>
                <Button
                    label=text(Key::TeamEnd)
                    kind=ButtonKind::Stop
                    on_press=move |()| asking.set(true)
                />
            </div>
        </section>
        <ConfirmDialog
            open=asking
            title=title
            text=text(Key::TeamEndText)
            confirm_label=text(Key::TeamEnd)
            on_confirm=end
        />
    }
}
