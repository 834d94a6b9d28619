//! The story: the picture, the months in words, and the table behind the picture.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        disclosure::Disclosure,
        icon::IconName,
    },
    features::{
        applications::facts::day,
        story::{
            duo_health::DuoHealth,
            months::{Month, Reached, What, months},
            picture::{Legend, Timeline},
        },
    },
    i18n::{format, t, text, tf},
    platform::{clock, print},
    state::board::BoardState,
};

/// All of it, kept up to date.
#[component]
pub fn StoryWork() -> impl IntoView {
    let board = BoardState::expect();
    let months = Memo::new(move |_| board.view().with(|world| months(world, clock::today(), day)));
    view! {
        <DuoHealth/>
        <section class="card">
            <Timeline months/>
            <Legend/>
        </section>
        <InWords months/>
        <div class="no-print">
            <Disclosure label=text(Key::StoryTable)><Table months/></Disclosure>
        </div>
        <div class="print-only"><Table months/></div>
        <div>
            <Button
                label=text(Key::ActionPrint)
                kind=ButtonKind::Quiet
                icon=IconName::Printer
                on_press=|()| print::print()
            />
        </div>
    }
}

/// The latest month first: what was done, in the person's own words.
#[component]
fn InWords(months: Memo<Vec<Month>>) -> impl IntoView {
    let told = move || {
        let has_words = |month: &Month| {
            !(month.held.is_empty() && month.steps.is_empty() && month.reached.is_empty())
        };
        months.get().into_iter().rev().filter(has_words).collect::<Vec<_>>()
    };
    let one = |month: Month| {
        let first = month.first;
        let met = (!month.held.is_empty()).then(|| {
            let held = month.held.clone();
            view! { <p>{move || tf(Key::StoryMet, &[("dates", &days(&held))])}</p> }
        });
        let steps = (!month.steps.is_empty()).then(|| {
            let rows = month.steps.into_iter().map(|title| view! { <li dir="auto">{title}</li> });
            view! {
                <p>{move || t(Key::StorySteps)}</p>
                <ul class="plain-list">{rows.collect_view()}</ul>
            }
        });
        let reached = (!month.reached.is_empty()).then(|| {
            let line = |it: Reached| view! { <li>{move || reached_words(&it)}</li> };
            let rows = month.reached.into_iter().map(line).collect_view();
            view! {
                <p>{move || t(Key::StoryReached)}</p>
                <ul class="plain-list">{rows}</ul>
            }
        });
        view! {
            <section class="card">
                <h2>{move || format::month(first)}</h2>
                {reached}
                {met}
                {steps}
            </section>
        }
    };
    move || {
        let told = told();
        if told.is_empty() {
            view! { <p>{move || t(Key::StoryEmpty)}</p> }.into_any()
        } else {
            told.into_iter().map(one).collect_view().into_any()
        }
    }
}

/// What the picture shows, as a table.
#[component]
fn Table(months: Memo<Vec<Month>>) -> impl IntoView {
    let heads = [
        Key::StoryMonth,
        Key::StoryHeld,
        Key::StoryPlanned,
        Key::StoryRest,
        Key::StoryStepsDone,
        Key::StoryReachedShort,
    ];
    let head = |key: Key| view! { <th scope="col">{move || t(key)}</th> };
    let rows = move || {
        let row = |month: Month| {
            let rests = month.rests.iter().map(|(from, until)| {
                let (from, until) = (format::short_date(*from), format::short_date(*until));
                tf(Key::StoryFromUntil, &[("from", &from), ("until", &until)])
            });
            let rests = rests.collect::<Vec<_>>().join(", ");
            view! {
                <tr>
                    <th scope="row">{format::month(month.first)}</th>
                    <td>{days(&month.held)}</td>
                    <td>{days(&month.planned)}</td>
                    <td>{rests}</td>
                    <td dir="auto">{month.steps.join(", ")}</td>
                    <td>{month.reached.iter().map(reached_words).collect::<Vec<_>>().join(", ")}</td>
                </tr>
            }
        };
        months.get().into_iter().map(row).collect_view()
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=move || t(Key::StoryTable)>
            <table>
                <thead><tr>{heads.map(head).into_iter().collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// "CV prêt : Service du soir"; tracked.
fn reached_words(reached: &Reached) -> String {
    let key = match reached.what {
        What::Objective => Key::StoryToldObjective,
        What::Sent => Key::StoryToldSent,
        What::Accepted => Key::StoryToldAccepted,
        What::Registered => Key::StoryToldRegistered,
        What::Cv => Key::StoryToldCv,
        What::Letter => Key::StoryToldLetter,
    };
    tf(key, &[("title", &reached.title)])
}

/// "5 mars et 19 mars"; tracked.
fn days(dates: &[chrono::NaiveDate]) -> String {
    format::list(dates.iter().map(|date| format::short_date(*date)).collect())
}
