//! Who is to look after a new duo: whoever makes it, unless a colleague of the branch is chosen.

use board::{actor::Role, id::BranchId, protocol::boards::PersonName};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{choice::ChoiceOption, select::Select},
    features::duos::new::DuoField,
    i18n::text,
    state::session::SessionState,
};

/// The choice, once the branch is known to have somebody else.
#[component]
pub fn CoordinatorChoice(
    /// The branch of the duo.
    branch: RwSignal<String>,
    /// Who; empty: whoever makes the duo, or nobody when they coordinate none.
    value: RwSignal<String>,
    /// What to change.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let session = untrack(|| SessionState::expect().session());
    let own = session.filter(|session| session.role == Role::Coordinator);
    let own = own.map(|session| session.person);
    let colleagues = RwSignal::new(Vec::<PersonName>::new());
    Effect::new(move |_| {
        let asked = branch.get();
        // Those of another branch cannot look after it.
        colleagues.set(Vec::new());
        value.set(String::new());
        let Ok(id) = asked.parse::<BranchId>() else { return };
        spawn_local(async move {
            // Without a network nobody else can be chosen; the form says the rest when it is sent.
            let Ok(found) = api::duos::colleagues(id).await else { return };
            if branch.try_get_untracked() == Some(asked) {
                colleagues.try_set(found);
            }
        });
    });
    let options = Signal::derive(move || {
        colleagues.with(|colleagues| {
            let others = colleagues.iter().filter(|person| Some(person.id) != own);
            let option = |person: &PersonName| {
                ChoiceOption::new(person.id.to_string(), Signal::stored(person.name.clone()))
            };
            others.map(option).collect::<Vec<_>>()
        })
    });
    let some = Memo::new(move |_| options.with(|options| !options.is_empty()));
    let nobody = if own.is_some() { Key::CaseloadMine } else { Key::DuoPlanNobody };
    move || {
        some.get().then(|| {
            view! {
                <Select
                    id=DuoField::Coordinator.name()
                    label=text(DuoField::Coordinator.label())
                    options=options
                    value=value
                    empty_label=text(nobody)
                    error=error
                />
            }
        })
    }
}
