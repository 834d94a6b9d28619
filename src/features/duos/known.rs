//! Somebody the branch knows, in the form of a new duo: they come with the address of the form.

use board::{
    id::PersonId,
    protocol::pool::{Named, PersonCard},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_query_map;
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        card::Card,
        checkbox::Checkbox,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        duos::{
            new::{DuoDraft, DuoField, Fault, fault_text},
            new_form::Faults,
        },
    },
    i18n::{t, text, tf, tn},
    paths::Path,
};

/// Who stands in the address, and why they could not be read.
#[derive(Clone, Copy)]
pub struct KnownPeople {
    failure: RwSignal<Option<ApiError>>,
    is_plain: bool,
}

impl KnownPeople {
    /// Reads whom the address names into the draft.
    #[must_use]
    pub fn of_address(draft: DuoDraft) -> Self {
        let query = use_query_map().get_untracked();
        let failure = RwSignal::new(None);
        let mut is_plain = true;
        for (name, place) in [("mentee", draft.mentee), ("mentor", draft.mentor)] {
            let Some(id) = query.get(name).and_then(|id| id.parse::<PersonId>().ok()) else {
                continue;
            };
            is_plain = false;
            spawn_local(async move {
                match api::people::read(id).await {
                    Ok(card) => fill(draft, place, &card),
                    Err(error) => drop(failure.try_set(Some(error))),
                }
            });
        }
        Self { failure, is_plain }
    }
}

/// Takes the person into the form, with their branch and the sector they aim at.
fn fill(draft: DuoDraft, place: RwSignal<Option<Named>>, card: &PersonCard) {
    let person = &card.person;
    let named = Named { id: person.id, name: person.name.clone(), duos: person.duos };
    place.try_set(Some(named));
    if let [branch] = &person.branches[..] {
        draft.branch.try_set(branch.to_string());
    }
    let is_mentee = person.role == board::actor::Role::Mentee;
    if let (true, [sector, ..]) = (is_mentee, &card.profile.profile.sectors[..]) {
        draft.sector.try_set(sector.to_string());
    }
}

/// The way to people who are known; or why the ones of the address could not be read.
#[component]
pub fn KnownNotice(
    /// Whom the address names.
    known: KnownPeople,
) -> impl IntoView {
    let failed = move || {
        known.failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    let link = known.is_plain.then(|| {
        view! {
            <p>
                <a class="link" href=Path::People.href()>{move || t(Key::DuoKnownLink)}</a>
            </p>
            <p>
                <a class="link" href=Path::ImportDuos.href()>{move || t(Key::DuoKnownList)}</a>
            </p>
        }
    });
    view! {
        {failed}
        {link}
    }
}

/// A person who is known stands in the place of the two questions about a new one.
#[component]
pub fn KnownPerson(
    /// Who.
    person: Named,
    /// The form.
    draft: DuoDraft,
    /// Whether it is the mentee.
    is_mentee: bool,
    /// What is left to change.
    faults: Faults,
) -> impl IntoView {
    let field = if is_mentee { DuoField::Mentee } else { DuoField::Mentor };
    let name = StoredValue::new(person.name);
    let duos = usize::try_from(person.duos).unwrap_or(usize::MAX);
    let who = move || {
        let name = name.get_value();
        if is_mentee {
            tf(Key::DuoKnownMentee, &[("name", &name)])
        } else if duos == 0 {
            // French has no plural for none: "un duo" would be wrong.
            format!("{} · {name}. {}", t(Key::DuoMentor), t(Key::PeopleOfDuosNone))
        } else {
            let duos = tn(Key::ImportDuos, duos);
            tf(Key::DuoKnownMentor, &[("name", &name), ("duos", &duos)])
        }
    };
    let fault = Memo::new(move |_| {
        faults.with(|faults| faults.iter().find(|found| found.0 == field).map(|found| found.1))
    });
    let many = move || {
        let asks = fault.get() == Some(Fault::Many) || draft.confirm_many.get();
        (!is_mentee && asks).then(|| {
            let label = Signal::derive(move || {
                tf(Key::DuoKnownConfirmMany, &[("name", &name.get_value())])
            });
            view! {
                <Notice kind=NoticeKind::Attend>
                    <p>{move || t(Key::DuoKnownMany)}</p>
                </Notice>
                <Checkbox label=label value=draft.confirm_many/>
            }
        })
    };
    let said = move || {
        fault.get().filter(|fault| *fault != Fault::Many).map(|fault| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || fault_text(field, fault)}</p></Notice>
            }
        })
    };
    let place = if is_mentee { draft.mentee } else { draft.mentor };
    view! {
        <Card>
            <div class="stack" id=field.name() tabindex="-1">
                <p>{who}</p>
                {said}
                {many}
                <div>
                    <Button
                        label=text(Key::DuoKnownOther)
                        kind=ButtonKind::Plain
                        on_press=move |()| place.set(None)
                    />
                </div>
            </div>
        </Card>
    }
}
