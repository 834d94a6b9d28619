//! What a person can say about a meeting to come, one tap each (features.md M25).

use board::{
    id::ItemId,
    meeting::{MeetingState, MeetingWord, Said},
    op::Op,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
        unfold::Unfold,
    },
    features::{
        live_text::errors::reject_text,
        meetings::{
            facts::MeetingFacts,
            other_day::OtherDay,
            took_place::TookPlace,
            wording::{said_words, waiting_words, when_words},
        },
    },
    i18n::{t, text, tf},
    platform::{announce::announce, clock, focus},
    state::board::BoardState,
};

/// What is to be said now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// Yes, or another day.
    Answer,
    /// Nothing but to wait, or to choose another day.
    Wait,
    /// A word before it.
    Word,
    /// A word before it, or that it took place: today is the day.
    WordToday,
    /// Whether it took place.
    TookPlace,
    Nothing,
}

/// The buttons that fit where the meeting stands, and what the other one said.
#[component]
pub fn Answers(
    /// The meeting.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<MeetingFacts>>,
    /// Element id of what takes the focus when a button goes away.
    #[prop(into)]
    after: String,
) -> impl IntoView {
    let board = BoardState::expect();
    let asks = Memo::new(move |_| facts.with(|facts| facts.as_ref().map_or(Asks::Nothing, asks)));
    let waiting =
        move || facts.with(|facts| facts.as_ref().and_then(|facts| waiting_words(board, facts)));
    // It stays open while the meeting goes from "proposed" to "another day".
    let moving = RwSignal::new(false);
    let after = StoredValue::new(after);
    let buttons = move || {
        let after = after.get_value();
        match asks.get() {
            Asks::Answer => view! { <YesOrOther id facts moving after/> }.into_any(),
            Asks::Word => view! { <Words id facts after/> }.into_any(),
            Asks::WordToday => view! {
                <Words id facts after=after.clone()/>
                <TookPlace id facts after/>
            }
            .into_any(),
            Asks::TookPlace => view! { <TookPlace id facts after/> }.into_any(),
            Asks::Wait | Asks::Nothing => ().into_any(),
        }
    };
    let may_move = Memo::new(move |_| {
        matches!(asks.get(), Asks::Answer | Asks::Wait | Asks::Word | Asks::WordToday)
    });
    let about = about(facts);
    view! {
        {move || waiting().map(|words| view! { <p>{words}</p> })}
        {buttons}
        <Show when=move || may_move.get()>
            <div>
                // Who is asked says first that the day does not suit; the form then opens by itself.
                <Show
                    when=move || asks.get() != Asks::Answer
                    fallback=move || view! { <Declines id moving about/> }
                >
                    <Unfold
                        label=text(Key::MeetingOtherDay)
                        about=about
                        open=moving
                        icon=IconName::Calendar
                        id=move_id(id)
                    >
                        <OtherDay id=id facts=facts open=moving after=after.get_value()/>
                    </Unfold>
                </Show>
            </div>
        </Show>
    }
}

fn asks(facts: &MeetingFacts) -> Asks {
    let today = clock::today();
    match facts.state {
        MeetingState::Proposed if facts.on < today => Asks::TookPlace,
        MeetingState::Proposed if facts.may_answer => Asks::Answer,
        MeetingState::Proposed => Asks::Wait,
        MeetingState::Declined if facts.on >= today => Asks::Wait,
        MeetingState::Planned if facts.on > today => Asks::Word,
        MeetingState::Planned if facts.on == today => Asks::WordToday,
        MeetingState::Planned => Asks::TookPlace,
        _ => Asks::Nothing,
    }
}

fn move_id(id: ItemId) -> String {
    format!("move-{id}")
}

/// The day, for people who hear a button alone.
pub(super) fn about(facts: Memo<Option<MeetingFacts>>) -> Signal<String> {
    Signal::derive(move || {
        facts.with(|facts| {
            facts.as_ref().map(|facts| when_words(facts.on, facts.time)).unwrap_or_default()
        })
    })
}

/// Does it, says it, and gives the focus a place; `said` is read when it is done.
pub(super) fn act(board: BoardState, op: Op, said: impl FnOnce() -> String, after: &str) {
    match board.act(op) {
        Ok(()) => {
            announce(&untrack(said));
            focus::focus_soon(after);
        }
        Err(reject) => announce(&reject_text(&reject)),
    }
}

/// "Yes" to a day that the other one proposes.
#[component]
fn YesOrOther(
    id: ItemId,
    facts: Memo<Option<MeetingFacts>>,
    moving: RwSignal<bool>,
    after: String,
) -> impl IntoView {
    let board = BoardState::expect();
    let about = about(facts);
    let yes = move |()| {
        moving.set(false);
        let op = Op::SetMeeting { item: id, state: MeetingState::Planned, minutes: None };
        act(board, op, || tf(Key::MeetingAgreed, &[("when", &about.get())]), &after);
    };
    view! {
        <div><Button label=text(Key::MeetingYes) about=about icon=IconName::Check on_press=yes/></div>
    }
}

/// "Another day": the other one learns it at once; which day comes in the form that opens.
#[component]
fn Declines(id: ItemId, moving: RwSignal<bool>, about: Signal<String>) -> impl IntoView {
    let board = BoardState::expect();
    let press = move |()| {
        let op = Op::SetMeeting { item: id, state: MeetingState::Declined, minutes: None };
        moving.set(true);
        act(board, op, || t(Key::MeetingDeclinedDone), &move_id(id));
    };
    view! {
        <Button
            label=text(Key::MeetingOtherDay)
            about=about
            kind=ButtonKind::Quiet
            icon=IconName::Calendar
            on_press=press
        />
    }
}

/// "I will be late", "I can't come", and the way to take it back.
#[component]
fn Words(id: ItemId, facts: Memo<Option<MeetingFacts>>, after: String) -> impl IntoView {
    let board = BoardState::expect();
    let me = board.actor().person;
    let about = about(facts);
    let said = Memo::new(move |_| facts.with(|facts| facts.as_ref()?.said.clone()));
    let own = Memo::new(move |_| said.get().filter(|said| said.by == me).map(|said| said.word));
    let after = StoredValue::new(after);
    let say = move |word: Option<MeetingWord>| {
        let key = if word.is_some() { Key::MeetingSayDone } else { Key::MeetingSayTaken };
        let op = Op::SayMeeting { item: id, word };
        let name = board.other_name();
        act(board, op, || tf(key, &[("name", &name)]), &after.get_value());
    };
    let words = move || {
        said.get().map(|Said { by, word }| {
            view! { <p><strong>{move || said_words(board, by, &word)}</strong></p> }
        })
    };
    view! {
        {words}
        <div class="row">
            <Show
                when=move || own.get().is_none()
                fallback=move || {
                    view! {
                        <Button
                            label=text(Key::MeetingSayTake)
                            about=about
                            kind=ButtonKind::Quiet
                            icon=IconName::Undo
                            on_press=move |()| say(None)
                        />
                    }
                }
            >
                <Button
                    label=text(Key::MeetingSayLate)
                    about=about
                    kind=ButtonKind::Quiet
                    icon=IconName::Clock
                    on_press=move |()| say(Some(MeetingWord::Late))
                />
                <Button
                    label=text(Key::MeetingSayCannot)
                    about=about
                    kind=ButtonKind::Quiet
                    icon=IconName::Cross
                    on_press=move |()| say(Some(MeetingWord::CannotCome))
                />
            </Show>
        </div>
    }
}
