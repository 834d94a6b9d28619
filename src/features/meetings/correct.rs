//! Putting right what was noted about a meeting that is over; both of the two may (T05).

use board::{
    id::ItemId,
    meeting::{MINUTES_MAX, MeetingHow, MeetingState},
    op::Op,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::Choice,
        date_field::{DateDraft, DateField},
        field::Field,
        form::Form,
        unfold::Unfold,
    },
    features::{
        live_text::errors::reject_text,
        meetings::{
            answers::act,
            facts::MeetingFacts,
            new_form::{DayProblem, read_past_day},
            wording::how_options,
        },
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const BUTTON: &str = "correct-meeting";
const DAY: &str = "correct-day";
const MINUTES: &str = "correct-minutes";

/// The button and its form; nothing for a meeting to come.
#[component]
pub fn Correct(
    /// The meeting.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<MeetingFacts>>,
) -> impl IntoView {
    let state = Memo::new(move |_| facts.with(|facts| facts.as_ref().map(|f| f.state.clone())));
    let is_over = move || {
        matches!(
            state.get(),
            Some(MeetingState::Held | MeetingState::Missed | MeetingState::Excused)
        )
    };
    let open = RwSignal::new(false);
    view! {
        <Show when=is_over>
            <section class="card">
                <h2>{move || t(Key::CorrectTitle)}</h2>
                <OtherStates id state/>
                <div>
                    <Unfold label=text(Key::CorrectOpen) open=open id=BUTTON>
                        <CorrectForm id facts open/>
                    </Unfold>
                </div>
            </section>
        </Show>
    }
}

/// One tap for "it did take place" and "it did not".
#[component]
fn OtherStates(id: ItemId, state: Memo<Option<MeetingState>>) -> impl IntoView {
    let board = BoardState::expect();
    let set = move |to: MeetingState| {
        let op = Op::SetMeeting { item: id, state: to, minutes: None };
        act(board, op, || t(Key::CorrectDone), BUTTON);
    };
    let others = move || {
        let choices = [
            (MeetingState::Held, Key::CorrectHeld),
            (MeetingState::Excused, Key::MeetingNotHeldTold),
            (MeetingState::Missed, Key::MeetingNotHeldMissed),
        ];
        let now = state.get();
        let button = |(to, label): (MeetingState, Key)| {
            view! {
                <Button
                    label=text(label)
                    kind=ButtonKind::Quiet
                    on_press=move |()| set(to.clone())
                />
            }
        };
        let others = choices.into_iter().filter(|(to, _)| Some(to) != now.as_ref());
        others.map(button).collect_view()
    };
    view! { <div class="row">{others}</div> }
}

/// Day, length and how.
#[component]
fn CorrectForm(
    id: ItemId,
    facts: Memo<Option<MeetingFacts>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let board = BoardState::expect();
    let known = facts.get_untracked();
    let day = DateDraft::new(known.as_ref().map(|facts| facts.on));
    let minutes = known.as_ref().and_then(|facts| facts.minutes);
    let minutes = RwSignal::new(minutes.map(|minutes| minutes.to_string()).unwrap_or_default());
    let how = known.map_or_else(|| MeetingHow::InPerson, |facts| facts.how);
    let how = RwSignal::new(how.as_str().to_owned());
    let day_problem = RwSignal::new(None::<DayProblem>);
    let bad_minutes = RwSignal::new(false);
    let day_error = Signal::derive(move || day_problem.get().map(DayProblem::words));
    let minutes_error =
        Signal::derive(move || bad_minutes.get().then(|| t(Key::CorrectErrorMinutes)));
    let save = move |()| {
        let on = read_past_day(day);
        let length = minutes.with_untracked(|typed| read_minutes(typed));
        day_problem.set(on.err());
        bad_minutes.set(length.is_none());
        let (on, minutes) = match (on, length) {
            (Ok(on), Some(minutes)) => (on, minutes),
            (Err(_), _) => return focus::focus_soon(DAY),
            (Ok(_), None) => return focus::focus_soon(MINUTES),
        };
        let how = MeetingHow::from_word(&how.get_untracked());
        match board.act(Op::CorrectMeeting { item: id, on, how, minutes }) {
            Ok(()) => {
                announce(&t(Key::CorrectDone));
                open.set(false);
                focus::focus_soon(BUTTON);
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    let other = board.other_name();
    let hint = Signal::derive(move || tf(Key::CorrectHint, &[("name", &other)]));
    view! {
        <Form on_submit=save>
            <DateField label=text(Key::MeetingDay) value=day past=true error=day_error id=DAY/>
            <Field
                label=text(Key::CorrectMinutes)
                hint=hint
                value=minutes
                error=minutes_error
                inputmode="numeric"
                spellcheck=false
                optional=true
                id=MINUTES
            />
            <Choice label=text(Key::MeetingHow) options=how_options() value=how/>
            <div><Button label=text(Key::ActionSave) submit=true/></div>
        </Form>
    }
}

/// Minutes as typed: nothing is no length; `None` when they cannot be read.
fn read_minutes(typed: &str) -> Option<Option<u16>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    let minutes = typed.parse::<u16>().ok()?;
    (1..=MINUTES_MAX).contains(&minutes).then_some(Some(minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_optional_and_bounded() {
        assert_eq!(read_minutes(" "), Some(None));
        assert_eq!(read_minutes("75"), Some(Some(75)));
        for typed in ["0", "-5", "721", "une heure"] {
            assert_eq!(read_minutes(typed), None, "{typed}");
        }
    }
}
