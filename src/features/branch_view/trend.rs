//! Six months of a branch: one line of states a month, and the numbers behind it.

use board::{
    health::DuoState,
    protocol::caseload::{BranchMoment, BranchView},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::disclosure::Disclosure,
    features::{branch_view::view::count, caseload::state::state_key},
    i18n::{format, t, text},
};

/// The running states, the one that goes best first.
const ORDER: [DuoState; 7] = [
    DuoState::OnTrack,
    DuoState::TooEarly,
    DuoState::Paused,
    DuoState::Watch,
    DuoState::Stalled,
    DuoState::ClosureOverdue,
    DuoState::HelpRequested,
];

/// Width of a line of the picture, and its height.
const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 24.0;

/// A picture for those who see it; the table below says the same.
#[component]
pub fn Trend(
    /// The branch.
    view: BranchView,
) -> impl IntoView {
    let moments: Vec<BranchMoment> = view.before.into_iter().chain([view.now]).collect();
    let lines = moments.iter().cloned().map(|moment| {
        let on = moment.on;
        view! {
            <li class="bars__row">
                <span>{move || format::short_date(on)}</span>
                {line(&moment)}
                <span class="bars__words">{move || format::number(count(moment.running))}</span>
            </li>
        }
    });
    let lines = lines.collect_view();
    let legend = ORDER.map(|state| {
        view! {
            <li>
                <svg class="trend__key" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <rect class=class(state) width="16" height="16"/>
                </svg>
                " " {move || t(state_key(state))}
            </li>
        }
    });
    view! {
        <h2>{move || t(Key::BranchViewTrend)}</h2>
        <div aria-hidden="true">
            <ul class="bars">{lines}</ul>
            <ul class="row trend__legend">{legend.into_iter().collect_view()}</ul>
        </div>
        <Disclosure label=text(Key::BranchViewTable) open=true>
            <Numbers moments=moments/>
        </Disclosure>
    }
}

fn line(moment: &BranchMoment) -> AnyView {
    let whole = f64::from(moment.running.max(1));
    let mut x = 0.0;
    let mut parts = Vec::new();
    for state in ORDER {
        let width = f64::from(duos(moment, state)) / whole * WIDTH;
        if width > 0.0 {
            parts.push(view! {
                <rect
                    class=class(state)
                    x=format!("{x:.1}")
                    width=format!("{width:.1}")
                    height=HEIGHT.to_string()
                />
            });
            x += width;
        }
    }
    view! {
        <svg
            class="bars__drawing"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
        >
            <rect class="bars__room" width=WIDTH.to_string() height=HEIGHT.to_string()/>
            {parts}
        </svg>
    }
    .into_any()
}

fn class(state: DuoState) -> &'static str {
    match state {
        DuoState::OnTrack => "trend__on-track",
        DuoState::TooEarly => "trend__calm",
        DuoState::Paused | DuoState::Closed => "trend__rest",
        DuoState::Watch => "trend__watch",
        DuoState::Stalled => "trend__still",
        DuoState::ClosureOverdue => "trend__over",
        DuoState::HelpRequested => "trend__stop",
    }
}

fn duos(moment: &BranchMoment, state: DuoState) -> u32 {
    moment.states.iter().find(|count| count.state == state).map_or(0, |count| count.duos)
}

/// Every number of the picture, and the median.
#[component]
fn Numbers(moments: Vec<BranchMoment>) -> impl IntoView {
    let heads = ORDER.map(|state| {
        view! { <th scope="col">{move || t(state_key(state))}</th> }
    });
    let rows: Vec<_> = moments
        .into_iter()
        .map(|moment| {
            let on = moment.on;
            let cells = ORDER.map(|state| {
                let duos = count(duos(&moment, state));
                view! { <td>{move || format::number(duos)}</td> }
            });
            let median = moment.median_days;
            let median =
                move || median.map_or_else(|| "–".to_owned(), |days| format::number(count(days)));
            view! {
                <tr>
                    <th scope="row">{move || format::digits(on)}</th>
                    {cells.into_iter().collect_view()}
                    <td>{median}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move || t(Key::BranchViewChart)>
            <table>
                <caption>{move || t(Key::BranchViewChart)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || t(Key::BranchViewMonth)}</th>
                        {heads.into_iter().collect_view()}
                        <th scope="col">{move || t(Key::BranchViewMedianHead)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
