//! The next meeting of the two, in one line; or the break, or the invitation to propose a day.

use board::meeting::{
    DayTime, MeetingWord,
    pick::{next_meeting, to_answer},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    features::{
        breaks::rests_until,
        meetings::wording::{said_words, time_words, when_words},
    },
    i18n::{format, t, tf},
    paths::Path,
    platform::clock,
    state::board::BoardState,
};

#[derive(Clone, PartialEq)]
enum Next {
    Rests(NaiveDate),
    /// Agreed on; and what the other one says about it.
    Meets(Path, NaiveDate, Option<DayTime>, Option<MeetingWord>),
    /// The other one proposes a day.
    Proposed(Path, NaiveDate, Option<DayTime>),
    Nothing,
}

/// One link, always there: it leads to where the answer is given.
#[component]
pub fn NextMeeting() -> impl IntoView {
    let board = BoardState::expect();
    let next = Memo::new(move |_| next(board));
    let words = move || match next.get() {
        Next::Rests(until) => tf(Key::WeekLineRests, &[("date", &format::short_date(until))]),
        Next::Meets(_, on, time, _) => tf(Key::WeekLineMeeting, &[("when", &soon(on, time))]),
        Next::Proposed(_, on, time) => {
            let name = board.other_name();
            tf(Key::WeekLineProposed, &[("name", &name), ("when", &when_words(on, time))])
        }
        Next::Nothing => t(Key::WeekLinePropose),
    };
    let said = move || match next.get() {
        Next::Meets(.., Some(word)) => {
            let info = board.info();
            let people = std::iter::once(info.mentee.id).chain(info.mentor.map(|it| it.id));
            let other = people.into_iter().find(|person| *person != board.actor().person)?;
            Some(said_words(board, other, &word))
        }
        _ => None,
    };
    let href = move || {
        match next.get() {
            Next::Rests(_) => Path::Break,
            Next::Meets(path, ..) | Next::Proposed(path, ..) => path,
            Next::Nothing => Path::NewMeeting,
        }
        .href()
    };
    view! {
        <a class="message message--own" href=href>
            <Icon name=IconName::Calendar/>
            <span class="message__words">
                {words}
                {move || said().map(|said| view! { <span class="message__about">{said}</span> }.into_any())}
            </span>
        </a>
    }
}

fn next(board: BoardState) -> Next {
    if let Some(until) = rests_until(board) {
        return Next::Rests(until);
    }
    let (me, today) = (board.actor().person, clock::today());
    let found = board.view().with(|world| {
        if let Some(item) = next_meeting(world, today) {
            let meeting = item.as_meeting()?;
            let said = meeting.said.as_ref().filter(|said| said.by != me);
            let said = said.map(|said| said.word.clone());
            return Some(Next::Meets(Path::Meeting(item.id.0), meeting.on, meeting.time, said));
        }
        let item = to_answer(world, me, today)?;
        let meeting = item.as_meeting()?;
        Some(Next::Proposed(Path::Meeting(item.id.0), meeting.on, meeting.time))
    });
    found.unwrap_or(Next::Nothing)
}

/// "demain, 14 h" for the nearest days, else with the name of the day; tracked.
fn soon(on: NaiveDate, time: Option<DayTime>) -> String {
    if (on - clock::today()).num_days() > 1 {
        return when_words(on, time);
    }
    let day = format::relative_date(on);
    time.map_or_else(|| day.clone(), |time| format!("{day}, {}", time_words(time)))
}
