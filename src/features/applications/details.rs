//! All that is written about an application; both write it together.

use crate::{
    components::icon::{Icon, IconName},
    features::{applications::facts::ApplicationFacts, live_text::LiveText},
    i18n::{t, text},
};
use board::{id::ItemId, op::TextField};
use leptos::prelude::*;
use words::Key;

/// The notes.
#[component]
pub(super) fn Notes(
    /// The application.
    id: ItemId,
) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{move || t(Key::ApplicationNotes)}</h2>
            <LiveText
                item=id
                field=TextField::Notes
                label=text(Key::ApplicationNotesLabel)
                multiline=true
            />
        </section>
    }
}

/// The job, the employer, and what else is known.
#[component]
pub(super) fn Details(
    /// The application.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ApplicationFacts>>,
) -> impl IntoView {
    let link = Memo::new(move |_| {
        facts.with(|facts| facts.as_ref().map(|f| f.link.clone()).unwrap_or_default())
    });
    let open_link = move || {
        // Only addresses of web pages are ever stored there.
        let href = link.get();
        (!href.is_empty()).then(|| {
            view! {
                <a class="link" href=href target="_blank" rel="noopener noreferrer">
                    <Icon name=IconName::Globe/>
                    <span>{move || t(Key::ApplicationOpenLink)}</span>
                </a>
            }
        })
    };
    view! {
        <section class="card">
            <h2>{move || t(Key::ApplicationDetails)}</h2>
            <LiveText item=id field=TextField::Job label=text(Key::ApplicationJob)/>
            <LiveText item=id field=TextField::Employer label=text(Key::ApplicationEmployer)/>
            <LiveText item=id field=TextField::Place label=text(Key::ApplicationPlace)/>
            <LiveText item=id field=TextField::Contact label=text(Key::ApplicationContact)/>
            <LiveText item=id field=TextField::Source label=text(Key::ApplicationSource)/>
            <LiveText item=id field=TextField::Link label=text(Key::ApplicationLink)/>
            {open_link}
        </section>
    }
}
