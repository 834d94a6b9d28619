//! The months as a picture: one line each, a dot for each meeting, a band for each break.
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
const ROW: u32 = 58;
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
    let view_box = move || {
        let rows = u32::try_from(months.with(Vec::len)).unwrap_or(1);
        format!("0 0 {WIDTH} {}", rows * ROW)
    };
    let rows = move || {
        let row = |(place, month): (usize, Month)| {
            let top = u32::try_from(place).unwrap_or(0) * ROW;
            row(top, month)
        };
        months.get().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <svg class="timeline" role="img" aria-labelledby=named viewBox=view_box>
            <title id=title>{move || t(Key::StoryPicture)}</title>
            <desc id=about>{move || t(Key::StoryPictureAbout)}</desc>
            {rows}
        </svg>
    }
}

fn row(top: u32, month: Month) -> AnyView {
    let line = top + LINE;
    let first = month.first;
    let name = move || format::month(first);
    let bands = month.rests.into_iter().map(|(from, until)| {
        view! {
            <line class="timeline__rest" x1=across(from) x2=across(until) y1=line y2=line></line>
        }
    });
    let held = month.held.into_iter().map(|on| {
        view! { <circle class="timeline__held" cx=across(on) cy=line r="8"></circle> }
    });
    let planned = month.planned.into_iter().map(|on| {
        view! { <circle class="timeline__planned" cx=across(on) cy=line r="8"></circle> }
    });
    let today = clock::today();
    let is_now = (today.year(), today.month()) == (first.year(), first.month());
    let now = is_now.then(|| {
        let x = across(today);
        view! { <line class="timeline__today" x1=x x2=x y1=line - 14 y2=line + 14></line> }
    });
    view! {
        <text class="timeline__month" x="0" y=top + 20>{name}</text>
        <line class="timeline__line" x1=EDGE x2=WIDTH - EDGE y1=line y2=line></line>
        {bands.collect_view()}
        {now}
        {held.collect_view()}
        {planned.collect_view()}
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
