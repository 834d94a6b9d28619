//! Yes or no, purpose by purpose, then the folded questions for reports.

use board::{
    office::consent::Purpose,
    protocol::{boards::PersonName, consents::ConsentState},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    features::{
        demographics::staff::StaffAnswers,
        duo_head::open::OpenDuo,
        fetched::{FetchNotice, Fetched},
    },
    i18n::{t, tf},
};

const HEADING: &str = "duo-consents";

/// What each of the two agreed to; nothing can be changed here, it is theirs.
#[component]
pub fn DuoConsents(
    /// The duo of this page.
    open: OpenDuo,
) -> impl IntoView {
    let states = Fetched::<Vec<ConsentState>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { states.take(api::consents::of_duo(open.id).await) });
    });
    load.run(());
    let people = Memo::new(move |_| {
        open.row.value.with(|row| row.as_ref().map(|row| (row.mentee.clone(), row.mentor.clone())))
    });
    let lists = move || {
        people.get().map(|(mentee, mentor)| {
            [mentee, mentor].map(|person| of_person(person, states)).into_iter().collect_view()
        })
    };
    // Whoever has left is asked nothing any more.
    let mentee = Memo::new(move |_| {
        people
            .with(|people| people.as_ref().map(|(mentee, _)| mentee.clone()))
            .filter(|mentee| !mentee.name.is_empty())
    });
    let answers = move || {
        mentee.get().map(|mentee| {
            view! { <StaffAnswers person=mentee.id name=Signal::stored(mentee.name)/> }
        })
    };
    view! {
        <section class="card stack" aria-labelledby=HEADING>
            <h2 id=HEADING>{move || t(Key::DuoConsentTitle)}</h2>
            <FetchNotice ready=states.is_ready() failure=states.failure on_retry=load/>
            {lists}
        </section>
        {answers}
    }
}

fn of_person(person: PersonName, states: Fetched<Vec<ConsentState>>) -> AnyView {
    let PersonName { id, name } = person;
    if name.is_empty() {
        return ().into_any();
    }
    let lines = move || {
        let all = states.value.get().unwrap_or_default();
        let own = all.into_iter().filter(|state| state.person == id);
        own.map(|state| view! { <li>{words(state)}</li> }).collect_view()
    };
    view! {
        <div>
            <h3 dir="auto">{name}</h3>
            <ul class="stack stack--tight">{lines}</ul>
        </div>
    }
    .into_any()
}

fn words(state: ConsentState) -> String {
    let purpose = t(match state.purpose {
        Purpose::FollowUp => Key::DuoConsentFollowUp,
        Purpose::Demographics => Key::DuoConsentDemographics,
        Purpose::Story | Purpose::Letters => Key::DuoConsentStory,
    });
    let given = t(match state.given {
        Some(true) => Key::DuoConsentYes,
        Some(false) => Key::DuoConsentNo,
        None => Key::DuoConsentNotAsked,
    });
    tf(Key::DuoConsentLine, &[("purpose", &purpose), ("state", &given)])
}
