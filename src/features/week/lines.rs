//! What waits for this person beside the things to do: one line each, the most pressing first.
//!
//! A low screen has room for one; there a button says how many others wait, and shows them.

use board::{
    item::Suggestion,
    meeting::pick::{next_meeting, to_answer},
    questions::open_questions,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        each::Each,
        icon::{Icon, IconName},
    },
    features::{
        agreement, comments,
        item_page::page_of,
        meetings::wording::when_words,
        pulse,
        reminders::{Reminder, ReminderLine, first_reminder},
        suggestions::which::{Which, ideas},
        week::{
            ideas::IdeasLine,
            messages::{Message, waiting},
        },
    },
    i18n::{t, tf, tn},
    paths::Path,
    platform::{announce::announce, clock, focus},
    state::board::BoardState,
};

/// Id of the list, which takes the focus when all of it is shown.
const LIST: &str = "week-lines";

/// One line.
#[derive(Clone, PartialEq)]
enum Line {
    /// Messages that were not read.
    Message(Message),
    /// The other one proposes a day, beside a meeting that is agreed on.
    Proposal(Path, String),
    /// A key date comes near, or nobody spoke of a referral for a while.
    Reminder(Reminder),
    /// Ideas of the mentor wait for an answer.
    Ideas,
    /// Questions that wait for an answer, and where the oldest stands.
    Questions(String, usize),
    /// The agreement is not signed.
    Agreement,
    /// The question of the month.
    Pulse,
}

impl Line {
    /// A line that says the same stays the same element, with the focus it may have.
    fn key(&self) -> String {
        match self {
            Self::Message(message) => {
                format!("{} {} {}", message.href, message.count, message.name)
            }
            Self::Proposal(path, when) => format!("{} {when}", path.href()),
            Self::Reminder(reminder) => format!("{} !", reminder.path().href()),
            Self::Ideas => "ideas".to_owned(),
            Self::Questions(href, count) => format!("{href} ? {count}"),
            Self::Agreement => "agreement".to_owned(),
            Self::Pulse => "pulse".to_owned(),
        }
    }
}

/// The lines as a list; nothing while nothing waits.
#[component]
pub fn Lines() -> impl IntoView {
    let board = BoardState::expect();
    let skipped = RwSignal::new(false);
    let lines = Memo::new(move |_| lines(board, skipped.get()));
    let any = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let open = RwSignal::new(false);
    let others = Memo::new(move |_| lines.with(Vec::len).saturating_sub(1));
    let show = move |()| {
        open.set(true);
        focus::focus_soon(LIST);
    };
    let more = move || {
        (others.get() > 0 && !open.get()).then(|| {
            let label = Signal::derive(move || tn(Key::WeekMore, others.get()));
            view! {
                <div class="week-more">
                    <Button label kind=ButtonKind::Plain on_press=show/>
                </div>
            }
        })
    };
    view! {
        <Show when=move || any.get()>
            <div class="week-waits">
                <ul
                    class="stack stack--tight week-lines"
                    class:week-lines--all=move || open.get()
                    id=LIST
                    tabindex="-1"
                >
                    <Each each=move || lines.get() key=Line::key let:line>
                        <li>{one(line, skipped)}</li>
                    </Each>
                </ul>
                {more}
            </div>
        </Show>
    }
}

fn lines(board: BoardState, skipped: bool) -> Vec<Line> {
    let me = board.actor().person;
    let today = clock::today();
    let message = waiting(board).map(Line::Message);
    let proposal = board.view().with(|world| {
        next_meeting(world, today)?;
        let item = to_answer(world, me, today)?;
        let meeting = item.as_meeting()?;
        Some(Line::Proposal(Path::Meeting(item.id.0), when_words(meeting.on, meeting.time)))
    });
    let ideas = board.view().with(|world| {
        let waits = || !ideas(world, Which::All, &Suggestion::Open).is_empty();
        (board.is_mentee() && waits()).then_some(Line::Ideas)
    });
    let questions = board.view().with(|world| {
        let open = open_questions(world, me);
        let mine = open.iter().filter(|question| question.to_reader).collect::<Vec<_>>();
        let oldest = mine.first()?;
        let href = comments::address(page_of(world, oldest.on)?, oldest.id);
        Some(Line::Questions(href, mine.len()))
    });
    let has_other = !board.other_name().is_empty();
    let agreement = (has_other && agreement::waits_for_me(board)).then_some(Line::Agreement);
    let pulse = (!skipped && pulse::is_due(board)).then_some(Line::Pulse);
    let reminder = first_reminder(board);
    let near = reminder.clone().filter(Reminder::is_near).map(Line::Reminder);
    let later = reminder.filter(|reminder| !reminder.is_near()).map(Line::Reminder);
    let lines = [near, message, proposal, later, ideas, questions, agreement, pulse];
    lines.into_iter().flatten().collect()
}

fn one(line: Line, skipped: RwSignal<bool>) -> AnyView {
    let link = |href: String, icon: IconName, words: Signal<String>| {
        view! {
            <a class="message message--own" href=href>
                <Icon name=icon/>
                <span class="message__words">{words}</span>
            </a>
        }
        .into_any()
    };
    match line {
        Line::Message(Message { href, count, name }) => view! {
            <a class="message" href=href>
                <Icon name=IconName::Message/>
                <span class="message__words">
                    {move || tn(Key::CommentNewCount, count)}
                    <span class="message__about" dir="auto">{name}</span>
                </span>
            </a>
        }
        .into_any(),
        Line::Proposal(path, when) => link(
            path.href(),
            IconName::Calendar,
            Signal::derive(move || tf(Key::WeekLineProposal, &[("when", &when)])),
        ),
        Line::Reminder(reminder) => view! { <ReminderLine reminder/> }.into_any(),
        Line::Ideas => view! { <IdeasLine/> }.into_any(),
        Line::Questions(href, count) => {
            link(href, IconName::Info, Signal::derive(move || tn(Key::WeekLineQuestions, count)))
        }
        Line::Agreement => {
            let words = Signal::derive(|| t(Key::WeekLineAgreement));
            link(Path::Agreement.href(), IconName::Pencil, words)
        }
        Line::Pulse => {
            let skip = move |()| {
                pulse::skip();
                skipped.set(true);
                announce(&t(Key::PulseSkipped));
                focus::focus_soon("page-title");
            };
            view! {
                <details class="message-fold">
                    <summary class="message message--own">
                        <Icon name=IconName::Person/>
                        <span class="message__words">{move || t(Key::PulseQuestion)}</span>
                    </summary>
                    <div class="row">
                        <a class="button" href=Path::Pulse.href()>{move || t(Key::PulseAnswer)}</a>
                        <Button
                            label=Signal::derive(|| t(Key::PulseSkip))
                            kind=ButtonKind::Plain
                            on_press=skip
                        />
                    </div>
                </details>
            }
            .into_any()
        }
    }
}
