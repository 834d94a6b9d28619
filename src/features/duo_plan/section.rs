//! The plan on the page of a duo: what holds, the form that changes it, and the breaks.

use board::protocol::plans::DuoPlan;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{icon::IconName, unfold::Unfold},
    features::{
        duo_plan::{breaks::Breaks, change::ChangeForm, open::OpenPlan},
        duos::words_of::cadence,
        fetched::FetchNotice,
    },
    i18n::{format::long_date, t, text},
    platform::focus,
};

/// The heading of the section.
pub const PLAN: &str = "duo-plan";
const BUTTON: &str = "duo-plan-change";

/// Facts, form and breaks.
#[component]
pub fn PlanSection(
    /// The plan of this page.
    open: OpenPlan,
) -> impl IntoView {
    let form_open = RwSignal::new(false);
    let saved = Callback::new(move |()| {
        form_open.set(false);
        focus::focus_soon(BUTTON);
        open.changed.run(());
    });
    let facts = move || open.plan.value.get().map(|plan| view! { <Facts open=open plan=plan/> });
    let runs = open.runs();
    let change = move || {
        (runs.get() == Some(true)).then(|| {
            view! {
                <div>
                    <Unfold
                        label=text(Key::DuoPlanChange)
                        open=form_open
                        icon=IconName::Pencil
                        id=BUTTON
                    >
                        <ChangeForm open=open on_done=saved/>
                    </Unfold>
                </div>
            }
        })
    };
    let known = Memo::new(move |_| runs.get().is_some());
    view! {
        <section class="card stack" aria-labelledby=PLAN>
            <h2 id=PLAN tabindex="-1">{move || t(Key::DuoPlanTitle)}</h2>
            <FetchNotice
                ready=open.plan.is_ready()
                failure=open.plan.failure
                on_retry=open.load
            />
            {facts}
            {change}
            {move || known.get().then(|| view! { <Breaks open=open/> })}
        </section>
    }
    .into_any()
}

#[component]
fn Facts(open: OpenPlan, plan: DuoPlan) -> impl IntoView {
    let settings = plan.settings;
    let (end, days, sector) = (settings.planned_end, settings.cadence_days, settings.sector);
    let name = plan.colleagues.into_iter().find(|it| Some(it.id) == settings.coordinator);
    let name = name.map(|colleague| colleague.name);
    let fact = |label: Key, words: Signal<String>| {
        view! { <div><dt class="muted">{move || t(label)}</dt><dd dir="auto">{words}</dd></div> }
    };
    let coordinator = Signal::derive(move || name.clone().unwrap_or_else(|| t(Key::DuoPlanNobody)));
    let sector = Signal::derive(move || match &sector {
        Some(sector) => open.sector_name(sector),
        None => t(Key::DuoPlanNoSector),
    });
    view! {
        <dl class="row duo-facts">
            {fact(Key::DuoPlanEnd, Signal::derive(move || long_date(end)))}
            {fact(Key::DuoCadence, Signal::derive(move || cadence(days)))}
            {fact(Key::DuoPlanCoordinator, coordinator)}
            {fact(Key::DuoPlanSector, sector)}
        </dl>
    }
}
