//! The form for a branch, new or there already; and its removal.

use board::{
    office::region::Region,
    protocol::{
        problem::FieldRule,
        team::{BranchCard, BranchFields},
    },
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        confirm_dialog::ConfirmDialog,
        field::Field,
        form::Form,
    },
    features::{
        branches::list::region_key,
        form_faults::{Fault, FaultSummary, Faults, Question},
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce, page},
};

const QUESTIONS: &[Question] = &[
    Question::plain("name", Key::BranchesName),
    Question::plain("phone", Key::BranchesPhone),
    Question::plain("region", Key::BranchesRegion),
];

/// Shows what the server said; a name in use and an odd phone number have words of their own.
fn take(faults: Faults, error: ApiError) {
    let fields = match &error {
        ApiError::Problem(problem) => problem.fields.as_slice(),
        ApiError::Away | ApiError::Doorkeeper | ApiError::Unreadable => &[],
    };
    let own = fields.iter().filter_map(|field| match (field.field.as_str(), &field.rule) {
        ("name", FieldRule::Taken) => Some(("name", Fault::Says(Key::BranchesTaken))),
        ("phone", FieldRule::Unknown) => Some(("phone", Fault::Says(Key::BranchesPhoneOdd))),
        ("branch", FieldRule::Taken) => Some(("name", Fault::Says(Key::BranchesInUse))),
        _ => None,
    });
    // When nothing of it has words of its own, the usual ones are said.
    if faults.show(own.collect()) {
        faults.take(error);
    }
}

/// Name, phone, region; for a branch that is there also its removal.
#[component]
pub fn BranchForm(
    /// The branch, unless it is a new one.
    known: Option<BranchCard>,
) -> impl IntoView {
    let faults = Faults::new("branch", QUESTIONS);
    let before = known.as_ref().map(|card| card.fields.clone());
    let name = RwSignal::new(before.as_ref().map(|it| it.name.clone()).unwrap_or_default());
    let phone = RwSignal::new(before.as_ref().map(|it| it.phone.clone()).unwrap_or_default());
    let region = before.and_then(|fields| fields.region);
    let region = RwSignal::new(region.map(|it| it.as_str().to_owned()).unwrap_or_default());
    let busy = RwSignal::new(false);
    let version = known.as_ref().map(|card| (card.id, card.version));
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        let wanted = BranchFields {
            name: name.get_untracked().trim().to_owned(),
            phone: phone.get_untracked().trim().to_owned(),
            region: Region::from_word(&region.get_untracked()),
        };
        let empty = wanted.name.is_empty().then_some(("name", Fault::Says(Key::ErrorEmpty)));
        if !faults.show(empty.into_iter().collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = match version {
                Some((id, version)) => api::team::change_branch(id, version, &wanted).await,
                None => api::team::open_branch(&wanted).await,
            };
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    announce::announce(&t(Key::BranchesSaved));
                    // The session names the branches of whoever is signed in: it is read anew.
                    page::replace_with(&Path::Branches.href());
                }
                Err(error) => take(faults, error),
            }
        });
    };
    let options = Region::ALL
        .iter()
        .map(|region| ChoiceOption::new(region.as_str(), text(region_key(Some(*region)))))
        .collect::<Vec<_>>();
    let removal = known.map(|card| view! { <Removal card faults/> });
    view! {
        <FaultSummary faults/>
        <Form on_submit=send>
            <Field
                id=faults.id("name")
                label=text(Key::BranchesName)
                hint=text(Key::BranchesNameHint)
                value=name
                error=faults.error("name")
                spellcheck=false
            />
            <Field
                id=faults.id("phone")
                label=text(Key::BranchesPhone)
                hint=text(Key::BranchesPhoneHint)
                value=phone
                error=faults.error("phone")
                inputmode="tel"
                dir="ltr"
                optional=true
            />
            <Choice
                id=faults.id("region")
                label=text(Key::BranchesRegion)
                options=options
                value=region
                error=faults.error("region")
                optional=true
            />
            <div class="form__actions">
                <Button label=text(Key::PeopleOfSave) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
            </div>
        </Form>
        {removal}
    }
}

/// Only a branch that nothing belongs to goes.
#[component]
fn Removal(card: BranchCard, faults: Faults) -> impl IntoView {
    let asking = RwSignal::new(false);
    let (id, version) = (card.id, card.version);
    let remove = move |()| {
        spawn_local(async move {
            match api::team::remove_branch(id, version).await {
                Ok(()) => {
                    announce::announce(&t(Key::BranchesRemoved));
                    page::replace_with(&Path::Branches.href());
                }
                Err(error) => take(faults, error),
            }
        });
    };
    let name = card.fields.name;
    let title = Signal::derive(move || tf(Key::BranchesRemoveTitle, &[("name", &name)]));
    view! {
        <div>
            <Button
                label=text(Key::BranchesRemove)
                kind=ButtonKind::Stop
                on_press=move |()| asking.set(true)
            />
        </div>
        <ConfirmDialog
            open=asking
            title=title
            text=text(Key::BranchesRemoveText)
            confirm_label=text(Key::BranchesRemove)
            on_confirm=remove
        />
    }
}
