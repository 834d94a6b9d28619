//! The answers so far: one's own, and what the other one let be seen.

use board::id::{ItemId, PersonId};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        each::Each,
    },
    features::{
        applications::facts::day,
        live_text::errors::reject_text,
        pulse::{
            answers,
            face::{FacePicture, face_key, seen_by_key},
        },
        removed::undo,
        rows::RowFocus,
    },
    i18n::{format, t, text, tf},
    platform::announce::announce,
    state::board::BoardState,
};

fn row_id(id: ItemId) -> String {
    format!("pulse-{id}")
}

/// Own answers, latest first; then those that the other one shares.
#[component]
pub fn PulseHistory() -> impl IntoView {
    let board = BoardState::expect();
    let me = board.actor().person;
    let info = board.info();
    let people = std::iter::once(info.mentee).chain(info.mentor);
    let other = people.map(|person| person.id).find(|person| *person != me);
    let heading = Signal::derive(move || t(Key::PulseHistory));
    let name = board.other_name();
    let shared = Signal::derive(move || tf(Key::PulseShared, &[("name", &name)]));
    view! {
        <Answers person=me heading own=true/>
        {other.map(|person| view! { <Answers person heading=shared own=false/> })}
    }
}

/// One person's answers; nothing while there is none.
#[component]
fn Answers(person: PersonId, heading: Signal<String>, own: bool) -> impl IntoView {
    let board = BoardState::expect();
    let ids = Memo::new(move |_| {
        board.view().with(|world| {
            answers(world, person).into_iter().map(|item| item.id).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let focus = RowFocus::watch(ids, row_id, "page-title");
    move || {
        any.get().then(|| {
            view! {
                <section class="card">
                    <h2>{heading}</h2>
                    <ul class="stack">
                        <Each each=move || ids.get() key=|id| *id let:id>
                            <li on:focusin=move |_| focus.enter(id)><Row id own focus/></li>
                        </Each>
                    </ul>
                </section>
            }
        })
    }
}

/// When, the face with its words, who sees it; one's own can be taken back.
#[component]
fn Row(id: ItemId, own: bool, focus: RowFocus) -> impl IntoView {
    let board = BoardState::expect();
    // An answer does not change.
    let known = board.view().with_untracked(|world| {
        let (_, item) = world.find(id)?;
        Some((item.at, item.as_pulse()?.clone()))
    });
    let Some((at, pulse)) = known else { return ().into_any() };
    let (face, seen_by) = (face_key(&pulse.face), seen_by_key(&pulse.seen_by));
    let date = Signal::derive(move || format::long_date(day(at)));
    let remove = move |()| {
        focus.enter(id);
        let said = undo::remove(board, id, Key::PulseRemoved, String::new(), row_id(id));
        if let Err(reject) = said {
            announce(&reject_text(&reject));
        }
    };
    view! {
        <div class="row row--between">
            <div class="row row--still">
                <FacePicture face=pulse.face/>
                <p>
                    {move || t(face)}
                    <br/>
                    <span class="muted">
                        {date}
                        {own.then(|| view! { " · " {move || t(seen_by)} })}
                    </span>
                </p>
            </div>
            {own.then(|| {
                view! {
                    <Button
                        label=text(Key::ActionRemove)
                        about=date
                        kind=ButtonKind::Plain
                        id=row_id(id)
                        on_press=remove
                    />
                }
            })}
        </div>
    }
    .into_any()
}
