//! The preparation, for the screen and for paper.

use board::{
    id::ItemId,
    item::Body,
    meeting::pick::{last_held, next_meeting},
    op::TextField,
    permit::{Action, may},
    questions::{OpenQuestion, open_questions},
    space::Side,
    week::next_things,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        each::Each,
        icon::IconName,
        link_button::LinkButton,
    },
    features::{
        applications::{facts::day, stages::stage_name},
        comments,
        item_page::{item_title, page_of},
        live_text::LiveText,
        meetings::wording::{about_words_of, when_words},
        people,
        prepare::since::{Change, changes},
        questions::SettleButton,
        steps::facts::due_text,
    },
    i18n::{format, t, text, tf},
    paths::Path,
    platform::{clock, print},
    state::board::BoardState,
};

/// Four parts, and the button that prints them.
#[component]
pub fn Preparation() -> impl IntoView {
    view! {
        <div>
            <Button
                label=text(Key::PreparePrint)
                kind=ButtonKind::Quiet
                icon=IconName::Printer
                on_press=|()| print::print()
            />
        </div>
        <NextOne/>
        <SinceLast/>
        <Questions/>
        <NextSteps/>
        <p class="muted">{move || t(Key::PrepareShared)}</p>
    }
}

/// The next meeting with its topics, which both may write here.
#[component]
fn NextOne() -> impl IntoView {
    let board = BoardState::expect();
    let next = Memo::new(move |_| {
        board.view().with(|world| next_meeting(world, clock::today()).map(|item| item.id))
    });
    move || match next.get() {
        Some(id) => view! { <Topics id/> }.into_any(),
        None => view! {
            <section class="card no-print">
                <h2>{move || t(Key::MeetingsNoneTitle)}</h2>
                <div>
                    <LinkButton
                        label=text(Key::MeetingsPropose)
                        href=Path::NewMeeting.href()
                        kind=ButtonKind::Quiet
                        icon=IconName::Plus
                    />
                </div>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn Topics(id: ItemId) -> impl IntoView {
    let found = BoardState::expect().item(id);
    let read = move |read: fn(&board::meeting::Meeting) -> String| {
        move || found.with(|found| found.as_ref().and_then(|(_, item)| item.as_meeting()).map(read))
    };
    let when = read(|meeting| when_words(meeting.on, meeting.time));
    let about = read(about_words_of);
    let topics = read(|meeting| meeting.notes.text.clone());
    view! {
        <section class="card">
            <h2>{when}</h2>
            <p class="muted" dir="auto">{about}</p>
            <div class="no-print">
                <LiveText
                    item=id
                    field=TextField::Notes
                    label=text(Key::MeetingTopics)
                    hint=text(Key::MeetingTopicsHint)
                    multiline=true
                />
            </div>
            <div class="print-only">
                <h3>{move || t(Key::MeetingTopics)}</h3>
                <p class="keep-lines" dir="auto">{topics}</p>
            </div>
        </section>
    }
}

/// What changed since the two last met.
#[component]
fn SinceLast() -> impl IntoView {
    let board = BoardState::expect();
    let last = Memo::new(move |_| {
        board
            .view()
            .with(|world| last_held(world, clock::today())?.as_meeting().map(|meeting| meeting.on))
    });
    let found = Memo::new(move |_| {
        let last = last.get();
        let counts = |at| last.is_none_or(|last| day(at) >= last);
        board.view().with(|world| changes(world, counts))
    });
    let heading = move || match last.get() {
        Some(on) => tf(Key::PrepareSince, &[("date", &format::long_date(on))]),
        None => t(Key::PrepareSinceStart),
    };
    let rows = move || {
        let row = |change: Change| view! { <li>{move || change_words(&change)}</li> };
        found.get().into_iter().map(row).collect_view()
    };
    view! {
        <section class="card">
            <h2>{heading}</h2>
            <Show when=move || found.with(Vec::is_empty)>
                <p>{move || t(Key::PrepareNothing)}</p>
            </Show>
            <ul class="plain-list">{rows}</ul>
        </section>
    }
}

/// One change as one line; tracked.
fn change_words(change: &Change) -> String {
    match change {
        Change::Reached(title) => tf(Key::PrepareReached, &[("title", title)]),
        Change::Objective(title) => tf(Key::PrepareObjective, &[("title", title)]),
        Change::Step(title) => tf(Key::PrepareStep, &[("title", title)]),
        Change::Application { job, employer, stage } => tf(
            Key::PrepareApplication,
            &[("job", job), ("employer", employer), ("stage", &stage_name(stage))],
        ),
        Change::Cv(kind, number) => {
            let key = if *kind == board::cv::CvKind::Letter {
                Key::PrepareLetter
            } else {
                Key::PrepareCv
            };
            tf(key, &[("number", &number.to_string())])
        }
        Change::Referral { title, went, outcome } => {
            use board::referral::Went;
            let key = match (went, outcome.is_some()) {
                (_, true) => Key::PrepareReferralOutcome,
                (Some(Went::Went), false) => Key::PrepareReferralWent,
                _ => Key::PrepareReferral,
            };
            tf(key, &[("title", title)])
        }
    }
}

/// The questions that wait, whoever is to answer.
#[component]
fn Questions() -> impl IntoView {
    let board = BoardState::expect();
    let me = board.actor().person;
    let open = Memo::new(move |_| board.view().with(|world| open_questions(world, me)));
    view! {
        <section class="card" aria-labelledby="questions-title">
            <h2 id="questions-title" tabindex="-1">{move || t(Key::PrepareQuestions)}</h2>
            <Show when=move || open.with(Vec::is_empty)>
                <p>{move || t(Key::PrepareNoQuestions)}</p>
            </Show>
            <ul class="stack">
                <Each each=move || open.get() key=|question| question.id let:question>
                    <li><QuestionRow question/></li>
                </Each>
            </ul>
        </section>
    }
}

/// Who asks, about what, the words, and "that is settled".
#[component]
fn QuestionRow(question: OpenQuestion) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(question.id);
    let words = move || {
        found.with(|found| {
            let comment = found.as_ref().and_then(|(_, item)| item.as_comment());
            comment.map(|comment| comment.text.text.clone())
        })
    };
    let by = move || found.with(|found| found.as_ref().map(|(_, item)| item.by));
    let asks = move || {
        by().map(|by| {
            if question.to_reader {
                tf(Key::PrepareAsksYou, &[("name", &people::name_of(board, by))])
            } else {
                t(Key::PrepareYouAsk)
            }
        })
    };
    let about = Memo::new(move |_| {
        board.view().with(|world| {
            let (_, subject) = world.find(question.on)?;
            let page = page_of(world, question.on)?;
            Some((comments::address(page, question.id), item_title(subject)))
        })
    });
    let link = move || {
        about.get().map(|(href, title)| {
            view! { <a class="link no-print" href=href><bdi>{title}</bdi></a> }
        })
    };
    view! {
        <p class="keep-lines" dir="auto"><strong>{words}</strong></p>
        <p class="muted">{asks}</p>
        <div class="row">
            {link}
            <SettleButton id=question.id after="questions-title"/>
        </div>
    }
}

/// The three next steps, as the week shows them; the private ones stay away from the paper.
#[component]
fn NextSteps() -> impl IntoView {
    let board = BoardState::expect();
    let rows = Memo::new(move |_| {
        board.view().with(|world| {
            let things = next_things(world, board.actor().seat, clock::today(), &[]);
            let row = |id: ItemId| {
                let (side, item) = world.find(id)?;
                let may_show =
                    side == Side::Shared && may(&board.actor(), Action::Comment, side, item);
                may_show.then(|| match &item.body {
                    Body::Step(step) => (step.title.text.clone(), step.due),
                    Body::Application(it) => {
                        let what = if it.next.text.is_empty() { &it.job } else { &it.next };
                        (what.text.clone(), it.next_on)
                    }
                    _ => (item_title(item), None),
                })
            };
            things.into_iter().filter_map(row).collect::<Vec<_>>()
        })
    });
    let list = move || {
        let row = |(title, due): (String, Option<chrono::NaiveDate>)| {
            let due = move || due.map(due_text);
            view! { <li><span dir="auto">{title}</span> " " <span class="muted">{due}</span></li> }
        };
        rows.get().into_iter().map(row).collect_view()
    };
    view! {
        <section class="card">
            <h2>{move || t(Key::PrepareSteps)}</h2>
            <Show when=move || rows.with(Vec::is_empty)>
                <p>{move || t(Key::WeekNoSteps)}</p>
            </Show>
            <ul class="plain-list">{list}</ul>
        </section>
    }
}
