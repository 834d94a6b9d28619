//! Another day for a meeting: the form under its button.

use board::{id::ItemId, meeting::MeetingHow, op::Op};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button,
        choice::Choice,
        date_field::{DateDraft, DateField},
        field::Field,
        form::Form,
    },
    features::{
        live_text::errors::reject_text,
        meetings::{
            facts::MeetingFacts,
            new_form::{DayProblem, read_day, read_time},
            wording::{how_options, time_words, when_words},
        },
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus, ids},
    state::board::BoardState,
};

/// Day, time and how; the other one answers it then.
#[component]
pub fn OtherDay(
    /// The meeting.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<MeetingFacts>>,
    /// Closed once the day is proposed.
    open: RwSignal<bool>,
    /// Element id of what takes the focus then.
    #[prop(into)]
    after: String,
) -> impl IntoView {
    let board = BoardState::expect();
    let known = facts.get_untracked();
    let day = DateDraft::new(None);
    let time = untrack(|| known.as_ref().and_then(|facts| facts.time).map(time_words));
    let time = RwSignal::new(time.unwrap_or_default());
    let how = known.map_or_else(|| MeetingHow::InPerson, |facts| facts.how);
    let how = RwSignal::new(how.as_str().to_owned());
    let problem = RwSignal::new(None::<DayProblem>);
    let (day_id, time_id) = (ids::element_id("other-day"), ids::element_id("other-time"));
    let (day_input, time_input) = (day_id.clone(), time_id.clone());
    let error = move |of_time: bool| {
        Signal::derive(move || {
            problem.get().filter(|found| found.is_time() == of_time).map(DayProblem::words)
        })
    };
    let send = move |()| {
        let read = read_day(day).and_then(|on| Ok((on, read_time(time)?)));
        let (on, time) = match read {
            Ok(read) => read,
            Err(found) => {
                problem.set(Some(found));
                let input = if found.is_time() { &time_input } else { &day_input };
                return focus::focus_soon(input.clone());
            }
        };
        let how = MeetingHow::from_word(&how.get_untracked());
        match board.act(Op::MoveMeeting { item: id, on, time, how }) {
            Ok(()) => {
                announce(&tf(Key::MeetingProposed, &[("when", &when_words(on, time))]));
                open.set(false);
                focus::focus_soon(after.clone());
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    view! {
        <Form on_submit=send>
            <DateField label=text(Key::MeetingDay) value=day error=error(false) id=day_id/>
            <Field
                label=text(Key::MeetingTime)
                hint=text(Key::MeetingTimeHint)
                value=time
                error=error(true)
                spellcheck=false
                optional=true
                id=time_id
            />
            <Choice label=text(Key::MeetingHow) options=how_options() value=how/>
            <div><Button label=Signal::derive(|| t(Key::MeetingPropose)) submit=true/></div>
        </Form>
    }
}
