//! One duo, running or closed: how it is doing, then what a coordinator does for it, section by
//! section.

use board::id::DuoId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        closing::section::{CLOSING, ClosingSection},
        duo_consents::section::DuoConsents,
        duo_head::{open::OpenDuo, section::DuoHead},
        duo_outcomes::section::{DuoOutcomes, HEADING as OUTCOMES},
        duo_plan::{
            open::OpenPlan,
            section::{PLAN, PlanSection},
        },
        duos::{
            fresh::FreshCodes,
            view::{ACCESS, DuoView},
            words_of::names,
        },
        follow_ups::section::DuoFollowUps,
        page_parts::PageParts,
        rematch::section::RematchSection,
        talks::section::{TALKS, TalkSection},
    },
    i18n::{t, text},
    pages::not_found::NotFoundPage,
    paths::Path,
};

/// What a coordinator comes for; the codes too, when a phone was lost.
const PARTS: &[(&str, Key)] = &[
    (TALKS, Key::TalkTitle),
    (PLAN, Key::DuoPlanTitle),
    (OUTCOMES, Key::OutcomeTitle),
    (CLOSING, Key::ClosingTitle),
    (ACCESS, Key::DuoHeadAccess),
];

/// Follows the id in the address; anything that is no id is no page.
#[component]
pub fn DuoPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<DuoId>().ok()));
    move || match id.get() {
        Some(id) => view! { <OneDuo id=id/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

/// The sections stand in the order in which a coordinator goes through them.
#[component]
fn OneDuo(id: DuoId) -> impl IntoView {
    let open = OpenDuo::read(id);
    let title = Signal::derive(move || {
        let row = open.row.value;
        row.with(|row| match row {
            Some(row) => names(&row.mentee.name, &row.mentor.name),
            None => t(Key::DuosColumnDuo),
        })
    });
    let runs = open.runs();
    let known = Memo::new(move |_| open.row.value.with(Option::is_some));
    let sections = move || {
        known.get().then(|| {
            let plan = OpenPlan::read(open);
            // Codes made a moment ago are handed over before anything else.
            let people = open
                .row
                .value
                .with_untracked(|row| row.as_ref().map(|row| [row.mentee.id, row.mentor.id]));
            let codes_first = people
                .is_some_and(|people| untrack(|| !FreshCodes::expect().of(people).is_empty()));
            view! {
                {codes_first.then(|| view! { <DuoView id=id/> })}
                {move || runs.get().then(|| view! { <PageParts parts=PARTS/> })}
                <TalkSection open=open/>
                <PlanSection open=plan/>
                <DuoOutcomes open=open/>
                <DuoFollowUps open=open/>
                <ClosingSection open=plan/>
                <RematchSection open=plan/>
                {move || (runs.get() && !codes_first).then(|| view! { <DuoView id=id/> })}
                <DuoConsents open=open/>
            }
        })
    };
    view! {
        <Page
            title=title
            back=Back { href: Path::Duos.href(), name: text(Key::DuosTitle) }
        >
            <DuoHead open=open/>
            {sections}
        </Page>
    }
}
