//! A meeting that took place, in three taps: the day, how long, how (features.md M26, T05).

use board::{
    entry::Entry,
    id::ItemId,
    item::Body,
    meeting::{Meeting, MeetingHow, MeetingState, pick::twin},
    op::{AddItem, Op},
};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        date_field::{DateDraft, DateField},
        form::Form,
        icon::IconName,
    },
    features::{
        live_text::errors::reject_text,
        meetings::{
            list::card_id,
            new_form::{DayProblem, read_past_day},
            wording::{how_key, length_words},
        },
    },
    i18n::{format, t, text, tf},
    platform::{announce::announce, clock, focus},
    state::board::BoardState,
};

/// The lengths that one tap says, in minutes.
pub const LENGTHS: [u16; 4] = [30, 60, 90, 120];

/// The question takes the focus from one tap to the next.
const QUESTION: &str = "log-question";
const HEADING: &str = "log-title";

/// How far the person is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Asked {
    Day,
    OtherDay,
    Length(NaiveDate),
    How(NaiveDate, Option<u16>),
}

/// The card; its first question stands open, so that three taps suffice.
#[component]
pub fn LogMeeting() -> impl IntoView {
    let board = BoardState::expect();
    let asked = RwSignal::new(Asked::Day);
    let ask = Callback::new(move |next: Asked| {
        asked.set(next);
        focus::focus_soon(QUESTION);
    });
    let save = Callback::new(move |how: MeetingHow| {
        let Asked::How(on, minutes) = asked.get_untracked() else { return };
        match note(board, on, minutes, how) {
            Ok((id, joined)) => {
                asked.set(Asked::Day);
                let key = if joined { Key::LogJoined } else { Key::LogAdded };
                announce(&tf(key, &[("date", &format::long_date(on))]));
                focus::focus_soon(card_id(id));
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    });
    let question = move || match asked.get() {
        Asked::Day | Asked::OtherDay => t(Key::LogDay),
        Asked::Length(on) => tf(Key::LogLengthOn, &[("date", &format::long_date(on))]),
        Asked::How(on, _) => tf(Key::LogHowOn, &[("date", &format::long_date(on))]),
    };
    let answers = move || match asked.get() {
        Asked::Day => view! { <Day ask/> }.into_any(),
        Asked::OtherDay => view! { <OtherDay ask/> }.into_any(),
        Asked::Length(on) => view! { <Length on ask/> }.into_any(),
        Asked::How(..) => view! { <How save/> }.into_any(),
    };
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING>{move || t(Key::LogTitle)}</h2>
            <div class="stack stack--tight" role="group" aria-labelledby=QUESTION>
                <p id=QUESTION tabindex="-1">{question}</p>
                {answers}
            </div>
            <Show when=move || asked.get() != Asked::Day>
                <div>
                    <Button
                        label=text(Key::ActionCancel)
                        kind=ButtonKind::Plain
                        on_press=move |()| ask.run(Asked::Day)
                    />
                </div>
            </Show>
        </section>
    }
}

/// Adds it. When the day has its meeting already, that one is kept and the answers go into it:
/// its id, and whether that was so.
fn note(
    board: BoardState,
    on: NaiveDate,
    minutes: Option<u16>,
    how: MeetingHow,
) -> Result<(ItemId, bool), board::reject::Reject> {
    let id = board.new_id();
    let body = Body::Meeting(Meeting {
        on,
        time: None,
        how: how.clone(),
        state: MeetingState::Held,
        minutes,
        logged: Vec::new(),
        moved_by: None,
        said: None,
        place: Entry::default(),
        notes: Entry::default(),
    });
    board.act(Op::Add(AddItem { id, only_me: false, body }))?;
    let joined = board.view().with_untracked(|world| {
        let known = if world.find(id).is_none() { twin(world, id, on) } else { None };
        known.and_then(|item| Some((item.id, item.as_meeting()?.clone())))
    });
    let Some((known, meeting)) = joined else { return Ok((id, false)) };
    if meeting.how != how {
        board.act(Op::CorrectMeeting { item: known, on, how, minutes: meeting.minutes })?;
    }
    Ok((known, true))
}

#[component]
fn Day(ask: Callback<Asked>) -> impl IntoView {
    let today = clock::today();
    let day = move |label: Key, ago: u64| {
        let on = today.checked_sub_days(Days::new(ago)).unwrap_or(today);
        view! {
            <Button
                label=text(label)
                kind=ButtonKind::Quiet
                on_press=move |()| ask.run(Asked::Length(on))
            />
        }
    };
    view! {
        <div class="row">
            {day(Key::LogToday, 0)}
            {day(Key::LogYesterday, 1)}
            <Button
                label=text(Key::LogOtherDay)
                kind=ButtonKind::Quiet
                icon=IconName::Calendar
                on_press=move |()| ask.run(Asked::OtherDay)
            />
        </div>
    }
}

#[component]
fn OtherDay(ask: Callback<Asked>) -> impl IntoView {
    let draft = DateDraft::new(None);
    let problem = RwSignal::new(None::<DayProblem>);
    let error = Signal::derive(move || problem.get().map(DayProblem::words));
    let go_on = move |()| match read_past_day(draft) {
        Ok(on) => ask.run(Asked::Length(on)),
        Err(found) => {
            problem.set(Some(found));
            focus::focus_soon("log-day");
        }
    };
    view! {
        <Form on_submit=go_on>
            <DateField label=text(Key::MeetingDay) value=draft past=true error=error id="log-day"/>
            <div><Button label=text(Key::ActionNext) submit=true/></div>
        </Form>
    }
}

#[component]
fn Length(on: NaiveDate, ask: Callback<Asked>) -> impl IntoView {
    let lengths = LENGTHS.map(|minutes| {
        view! {
            <Button
                label=Signal::derive(move || length_words(minutes))
                kind=ButtonKind::Quiet
                icon=IconName::Clock
                on_press=move |()| ask.run(Asked::How(on, Some(minutes)))
            />
        }
    });
    view! {
        <div class="row">
            {lengths.into_iter().collect_view()}
            <Button
                label=text(Key::LogLengthUnknown)
                kind=ButtonKind::Plain
                on_press=move |()| ask.run(Asked::How(on, None))
            />
        </div>
    }
}

#[component]
fn How(save: Callback<MeetingHow>) -> impl IntoView {
    let how = |how: &MeetingHow| {
        let (label, chosen) = (text(how_key(how)), how.clone());
        view! {
            <Button
                label=label
                kind=ButtonKind::Quiet
                on_press=move |()| save.run(chosen.clone())
            />
        }
    };
    view! { <div class="row">{MeetingHow::ALL.iter().map(how).collect_view()}</div> }
}
