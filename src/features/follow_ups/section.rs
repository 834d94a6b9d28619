//! The three questions on the page of a duo.

use board::{
    office::follow_up::{FollowUpAnswer, open_question},
    protocol::{follow_ups::FollowUpInfo, problem::ProblemCode},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        each::Each,
        icon::IconName,
    },
    features::{
        api_error::api_error_text,
        duo_head::open::OpenDuo,
        duo_outcomes::section::HEADING as OUTCOMES,
        fetched::{FetchNotice, Fetched},
        follow_ups::{answer::Ask, wording},
    },
    i18n::{format, t, text, tf},
    platform::{announce::announce, clock, focus},
};

const HEADING: &str = "follow-ups";

/// What is known after three, six and twelve months, and what is to be asked now.
#[component]
pub fn DuoFollowUps(
    /// The duo of this page.
    open: OpenDuo,
) -> impl IntoView {
    let questions = Fetched::<Vec<FollowUpInfo>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { questions.take(api::follow_ups::of_duo(open.id).await) });
    });
    load.run(());
    let done = Callback::new(move |_: Option<FollowUpAnswer>| {
        load.run(());
        focus::focus_soon(HEADING);
    });
    let asked = Memo::new(move |_| {
        let start = open.row.value.with(|row| row.as_ref().map(|row| row.start))?;
        questions.value.with(|all| {
            let answered: Vec<u8> = all
                .iter()
                .flatten()
                .filter(|info| info.answer.is_some())
                .map(|info| info.month)
                .collect();
            open_question(start, &answered, clock::today())
        })
    });
    let rows = move || questions.value.get().unwrap_or_default();
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{move || t(Key::FollowUpSection)}</h2>
            <FetchNotice ready=questions.is_ready() failure=questions.failure on_retry=load/>
            <ul class="stack">
                <Each each=rows key=|info| (info.month, info.version, info.link_until, info.refused) let:info>
                    <OneQuestion open info asked on_done=done/>
                </Each>
            </ul>
        </section>
    }
}

#[component]
fn OneQuestion(
    open: OpenDuo,
    info: FollowUpInfo,
    asked: Memo<Option<u8>>,
    on_done: Callback<Option<FollowUpAnswer>>,
) -> impl IntoView {
    let duo = open.id;
    let (month, version) = (info.month, info.version);
    let info = StoredValue::new(info);
    let name = move || {
        open.row.value.with_untracked(|row| row.as_ref().map(|row| row.mentee.name.clone()))
    };
    let take_back = move |()| {
        spawn_local(async move {
            match api::follow_ups::answer(duo, month, version, None).await {
                Ok(_) => {
                    announce(&t(Key::FollowUpTakenBack));
                    on_done.run(None);
                }
                Err(error) if error.code() == Some(&ProblemCode::Stale) => {
                    announce(&t(Key::FollowUpStale));
                    on_done.run(None);
                }
                Err(error) => announce(&api_error_text(&error)),
            }
        });
    };
    let refused = info.with_value(|info| info.refused);
    let is_asked = Memo::new(move |_| asked.get() == Some(month) && !refused);
    let words = move || {
        info.with_value(|info| match wording::known(info) {
            Some(known) => known,
            None if is_asked.get() => wording::due(info),
            None if info.refused => t(Key::FollowUpLinkRefused),
            None if info.due > clock::today() => {
                tf(Key::FollowUpLater, &[("date", &format::long_date(info.due))])
            }
            None => t(Key::FollowUpMissed),
        })
    };
    let answer = info.with_value(|info| info.answer);
    let speaks = answer.is_some_and(|answer| answer.outcome().is_some());
    let may_ask = move || {
        is_asked.get().then(|| {
            let name = name().unwrap_or_default();
            view! { <Ask duo name question=info.get_value() on_done/> }
        })
    };
    view! {
        <li class="card stack stack--tight">
            <h3>{move || info.with_value(wording::month)}</h3>
            <p>{words}</p>
            <p class="muted">{move || info.with_value(wording::standing)}</p>
            {speaks.then(|| view! {
                <p>
                    {move || t(Key::FollowUpRecordHint)} " "
                    <a class="link" href=format!("#{OUTCOMES}") rel="external">
                        {move || t(Key::FollowUpRecord)}
                    </a>
                </p>
            })}
            {may_ask}
            {answer.filter(|_| !refused).map(|_| view! {
                <div>
                    <Button
                        label=text(Key::FollowUpAskAgain)
                        kind=ButtonKind::Plain
                        icon=IconName::Undo
                        on_press=take_back
                    />
                </div>
            })}
        </li>
    }
}
