//! The paper: the version as an employer reads it, on the screen and from the printer.

use board::id::ItemId;
use leptos::prelude::*;
use words::Key;

use crate::{
    features::cvs::sheet::{Line, Part, Sheet},
    i18n::t,
    state::board::BoardState,
};

/// The sheet of a version; `None` while it is not there.
#[must_use]
pub fn sheet(board: BoardState, id: ItemId) -> Memo<Option<Sheet>> {
    Memo::new(move |_| board.view().with(|world| Sheet::read(world, id)))
}

/// A4, black on white, in the language of the CV; no photo. It is always in the page, so that
/// printing needs no further step, and on the screen when `shown`.
#[component]
pub fn Paper(
    /// The version.
    sheet: Memo<Option<Sheet>>,
    /// Whether it is on the screen too.
    shown: Signal<bool>,
) -> impl IntoView {
    let content = move || {
        sheet.get().map(|sheet| {
            if sheet.is_blank() {
                return view! { <p class="muted">{move || t(Key::CvPaperEmpty)}</p> }.into_any();
            }
            written(sheet)
        })
    };
    let lang = move || sheet.with(|sheet| sheet.as_ref().map(|s| s.lang.as_str().to_owned()));
    view! {
        <article class="cv-paper" class:print-only=move || !shown.get() lang=lang>
            {content}
        </article>
    }
}

fn written(sheet: Sheet) -> AnyView {
    let lang = sheet.lang;
    let parts = sheet.parts.into_iter().map(|Part { section, lines }| {
        let heading = section.heading(&lang);
        view! {
            <section class="cv-paper__part">
                <h3>{heading}</h3>
                {lines.into_iter().map(entry).collect_view()}
            </section>
        }
    });
    let text = |text: String| {
        (!text.is_empty()).then(|| view! { <p class="keep-lines" dir="auto">{text}</p> })
    };
    view! {
        {(!sheet.name.is_empty())
            .then(|| view! { <h2 class="cv-paper__name" dir="auto">{sheet.name}</h2> })}
        {text(sheet.contact)}
        {text(sheet.profile)}
        {parts.collect_view()}
    }
    .into_any()
}

fn entry(Line { title, place, period, notes }: Line) -> AnyView {
    let place = (!place.is_empty()).then(|| view! { <span>", " <bdi>{place}</bdi></span> });
    let period = (!period.is_empty()).then(|| view! { <bdi class="cv-paper__when">{period}</bdi> });
    let notes = (!notes.is_empty()).then(|| view! { <p class="keep-lines" dir="auto">{notes}</p> });
    view! {
        <div class="cv-paper__entry">
            <p class="cv-paper__head">
                <span><strong><bdi>{title}</bdi></strong>{place}</span>
                {period}
            </p>
            {notes}
        </div>
    }
    .into_any()
}
