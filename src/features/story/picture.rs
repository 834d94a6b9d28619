//! The months as a picture: one line each, a dot for each meeting, a band for each break. Where
//! there is room the lines stand side by side.
//!
//! Shapes tell the kinds apart, so that it reads in black and white too.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use words::Key;

use crate::{
    features::story::months::Month,
    i18n::{format, t},
    platform::{clock, ids},
};

/// Units of the drawing; its width on the screen is the style's.
const WIDTH: u32 = 320;
const HEIGHT: u32 = 58;
const LINE: u32 = 40;
const EDGE: u32 = 12;
const DAYS: u32 = 31;

/// The drawing, with a title and what its shapes mean for people who hear it. The table under it
/// says the same.
#[component]
pub fn Timeline(
    /// The months, first one first.
    months: Memo<Vec<Month>>,
) -> impl IntoView {
    let (title, about) = (ids::element_id("timeline"), ids::element_id("timeline"));
    let named = format!("{title} {about}");
    let rows = move || months.get().into_iter().map(row).collect_view();
    view! {
        <div class="timeline" role="img" aria-labelledby=named>
            <span id=title class="visually-hidden">{move || t(Key::StoryPicture)}</span>
            <span id=about class="visually-hidden">{move || t(Key::StoryPictureAbout)}</span>
            {rows}
        </div>
    }
}

fn row(month: Month) -> AnyView {
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    let first = month.first;
    let name = move || format::month(first);
    let bands = month.rests.into_iter().map(|(from, until)| {
        view! {
            <line class="timeline__rest" x1=across(from) x2=across(until) y1=LINE y2=LINE></line>
        }
    });
    let held = month.held.into_iter().map(|on| {
        view! { <circle class="timeline__held" cx=across(on) cy=LINE r="8"></circle> }
    });
    let planned = month.planned.into_iter().map(|on| {
        view! { <circle class="timeline__planned" cx=across(on) cy=LINE r="8"></circle> }
    });
    let today = clock::today();
    let is_now = (today.year(), today.month()) == (first.year(), first.month());
    let now = is_now.then(|| {
        let x = across(today);
        view! { <line class="timeline__today" x1=x x2=x y1=LINE - 14 y2=LINE + 14></line> }
    });
    view! {
        <svg class="timeline__row" viewBox=view_box aria-hidden="true">
            <text class="timeline__month" x="0" y="20">{name}</text>
            <line class="timeline__line" x1=EDGE x2=WIDTH - EDGE y1=LINE y2=LINE></line>
            {bands.collect_view()}
            {now}
            {held.collect_view()}
            {planned.collect_view()}
        </svg>
    }
    .into_any()
}

/// Where a day stands on its line.
fn across(day: NaiveDate) -> u32 {
    EDGE + (day.day() - 1) * (WIDTH - 2 * EDGE) / (DAYS - 1)
}

/// What the shapes mean, each shape beside its words.
#[component]
pub fn Legend() -> impl IntoView {
    let shapes = [(Key::StoryHeld, "timeline__held"), (Key::StoryPlanned, "timeline__planned")];
    let dot = |(words, class): (Key, &'static str)| {
        view! {
            <li class="row row--still">
                <svg class="timeline__sign" viewBox="0 0 24 24" aria-hidden="true">
                    <circle class=class cx="12" cy="12" r="8"></circle>
                </svg>
                <span>{move || t(words)}</span>
            </li>
        }
    };
    let line = |words: Key, class: &'static str, vertical: bool| {
        let (x1, x2, y1, y2) = if vertical { (12, 12, 2, 22) } else { (2, 22, 12, 12) };
        view! {
            <li class="row row--still">
                <svg class="timeline__sign" viewBox="0 0 24 24" aria-hidden="true">
                    <line class=class x1=x1 x2=x2 y1=y1 y2=y2></line>
                </svg>
                <span>{move || t(words)}</span>
            </li>
        }
    };
    view! {
        <ul class="row">
            {shapes.map(dot).into_iter().collect_view()}
            {line(Key::StoryRest, "timeline__rest", false)}
            {line(Key::StoryToday, "timeline__today", true)}
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stay_on_their_line() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        assert_eq!(across(day(1)), EDGE);
        assert_eq!(across(day(31)), WIDTH - EDGE);
    }
}
