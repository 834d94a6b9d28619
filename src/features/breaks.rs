//! "I need a break until …": no reason is asked, and it can end early (features.md M29).

use board::{
    id::ItemId,
    item::Body,
    op::{AddItem, Op},
    pause::{Pause, current},
};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        date_field::{DateDraft, DateField},
        form::Form,
        icon::IconName,
        notice::Notice,
    },
    features::{
        live_text::errors::reject_text,
        meetings::new_form::{DayProblem, read_day},
        people,
    },
    i18n::{format, t, text, tf, tn},
    platform::{announce::announce, clock, focus},
    state::board::BoardState,
};

/// Weeks that one tap says.
const WEEKS: [u64; 3] = [1, 2, 4];
/// The answer "another day".
const OTHER: &str = "other";
const DAY: &str = "break-day";

/// Until when the duo rests; `None` when it does not. Tracked.
#[must_use]
pub fn rests_until(board: BoardState) -> Option<NaiveDate> {
    let today = clock::today();
    board.view().with(|world| current(world, today)?.as_pause().map(|pause| pause.until))
}

/// The break as it is, or the question until when.
#[component]
pub fn BreakWork() -> impl IntoView {
    let board = BoardState::expect();
    let id = Memo::new(move |_| {
        board.view().with(|world| current(world, clock::today()).map(|item| item.id))
    });
    move || match id.get() {
        Some(id) => view! { <Resting id/> }.into_any(),
        None => view! { <Begin/> }.into_any(),
    }
}

/// Until when, who asked, and the end before that.
#[component]
fn Resting(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let until = move || {
        let until = found.with(|found| Some(found.as_ref()?.1.as_pause()?.until));
        until.map(|until| tf(Key::BreakUntil, &[("date", &format::long_date(until))]))
    };
    let by = move || {
        let by = found.with(|found| found.as_ref().map(|(_, item)| item.by))?;
        Some(if by == board.actor().person {
            t(Key::BreakByYou)
        } else {
            tf(Key::BreakBy, &[("name", &people::name_of(board, by))])
        })
    };
    let end = move |()| match board.act(Op::EndPause { item: id }) {
        Ok(()) => {
            announce(&t(Key::BreakEnded));
            focus::focus_soon("page-title");
        }
        Err(reject) => announce(&reject_text(&reject)),
    };
    view! {
        <section class="card">
            <h2>{until}</h2>
            <p>{by}</p>
            <p>{move || t(Key::BreakMeans)}</p>
            <div>
                <Button
                    label=text(Key::BreakEnd)
                    kind=ButtonKind::Quiet
                    icon=IconName::Check
                    on_press=end
                />
            </div>
        </section>
    }
}

/// Until when?
#[component]
fn Begin() -> impl IntoView {
    let board = BoardState::expect();
    let chosen = RwSignal::new(String::new());
    let day = DateDraft::new(None);
    let problem = RwSignal::new(None::<DayProblem>);
    let is_other = Memo::new(move |_| chosen.with(|chosen| chosen == OTHER));
    let error = move |of_day: bool| {
        Signal::derive(move || {
            problem.get().filter(|_| is_other.get() == of_day).map(|found| match found {
                DayProblem::Missing if !of_day => {
                    tf(Key::ErrorChoose, &[("field", &t(Key::BreakQuestion))])
                }
                found => found.words(),
            })
        })
    };
    let week = |weeks: u64| {
        let count = usize::try_from(weeks).unwrap_or(0);
        let words = Signal::derive(move || tn(Key::BreakWeeks, count));
        let hint = Signal::derive(move || format::long_date(after(weeks)));
        ChoiceOption::new(weeks.to_string(), words).hint(hint)
    };
    let other = ChoiceOption::new(OTHER, text(Key::BreakOther));
    let options = WEEKS.into_iter().map(week).chain([other]).collect::<Vec<_>>();
    let send = move |()| {
        let until = if is_other.get_untracked() {
            read_day(day)
        } else {
            let weeks = chosen.with_untracked(|chosen| chosen.parse().ok());
            weeks.map(after).ok_or(DayProblem::Missing)
        };
        let until = match until {
            Ok(until) => until,
            Err(found) => {
                problem.set(Some(found));
                return focus::focus_soon(if is_other.get_untracked() { DAY } else { "break" });
            }
        };
        let body = Body::Pause(Pause { from: clock::today(), until, ended: None });
        match board.act(Op::Add(AddItem { id: board.new_id(), only_me: false, body })) {
            Ok(()) => {
                announce(&tf(Key::BreakBegun, &[("date", &format::long_date(until))]));
                focus::focus_soon("page-title");
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    let name = board.other_name();
    let told = (!name.is_empty()).then(|| {
        view! { <Notice><p>{move || tf(Key::BreakTold, &[("name", &name)])}</p></Notice> }
    });
    view! {
        <Form on_submit=send>
            <Choice
                label=text(Key::BreakQuestion)
                options=Signal::stored(options)
                value=chosen
                error=error(false)
                on_choose=move |_| problem.set(None)
                id="break"
            />
            <Show when=move || is_other.get()>
                <DateField label=text(Key::MeetingDay) value=day error=error(true) id=DAY/>
            </Show>
            {told}
            <div><Button label=text(Key::BreakBegin) submit=true/></div>
        </Form>
    }
}

fn after(weeks: u64) -> NaiveDate {
    let today = clock::today();
    today.checked_add_days(Days::new(weeks * 7)).unwrap_or(today)
}
