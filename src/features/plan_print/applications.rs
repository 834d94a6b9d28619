//! The applications in short: what, where, at which stage, and what comes next.

use board::{application::Application, world::World};
use leptos::prelude::*;
use words::Key;

use crate::{
    features::applications::{facts::day, stages::stage_name},
    i18n::{format, t},
    state::board::BoardState,
};

/// What is under way, then what is over; nothing while there is none.
#[component]
pub(super) fn PrintedApplications() -> impl IntoView {
    let board = BoardState::expect();
    // Made once for the paper, which does not change: nothing here needs to be followed.
    let draw = |world: &World| {
        let mut all = world
            .items()
            .filter(|(_, item)| item.is_live())
            .filter_map(|(_, item)| Some((item.at, item.id, item.as_application()?)))
            .collect::<Vec<_>>();
        all.sort_unstable_by_key(|(at, id, _)| (*at, *id));
        let part = |heading: Key, over: bool| {
            let found = all.iter().filter(|(.., application)| application.stage.is_end() == over);
            let rows = found.map(|(.., application)| row(application)).collect_view();
            (!rows.is_empty()).then(|| view! { <h2>{t(heading)}</h2> <ul>{rows}</ul> })
        };
        view! {
            {part(Key::PlanPrintApplications, false)}
            {part(Key::PlanPrintApplicationsOver, true)}
        }
    };
    untrack(|| board.view().with_untracked(draw))
}

fn row(application: &Application) -> AnyView {
    let moved = application.moves.last().map(|last| format::short_date(day(last.at)));
    let stage = [Some(stage_name(&application.stage)), moved].into_iter().flatten();
    let stage = stage.collect::<Vec<_>>().join(", ");
    let where_to = [&application.employer, &application.place];
    let where_to = where_to.iter().filter(|part| !part.is_empty());
    let where_to = where_to.map(|part| part.text.clone()).collect::<Vec<_>>().join(", ");
    let next = application.planned().and_then(|(next, on)| {
        let next = Some(next.text.clone()).filter(|next| !next.is_empty());
        let next = next.into_iter().chain(on.map(format::long_date)).collect::<Vec<_>>();
        (!next.is_empty()).then(|| next.join(", "))
    });
    view! {
        <li class="printed__part">
            <strong dir="auto">{application.job.text.clone()}</strong>
            <span dir="auto">{where_to}</span>
            <span>{stage}</span>
            {next.map(|next| view! { <span dir="auto">{next}</span> })}
        </li>
    }
    .into_any()
}
