//! "Please call me": name and time reach the coordinator, nothing of the board
//! (features.md M28, T14).

use board::protocol::help::{HelpRequest, HelpTopic};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::Button,
        choice::{Choice, ChoiceOption},
        form::Form,
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        fetched::{FetchNotice, Fetched},
        more::help::BranchPhones,
    },
    i18n::{format, t, text, tf},
    platform::{announce::announce, focus},
    state::{board::BoardState, connection::Delivery},
};

const HEADING: &str = "calls-title";
const TOPIC: &str = "call-topic";

/// What is asked for and who sees it; then what was asked and whether it was dealt with.
#[component]
pub fn CallWork() -> impl IntoView {
    let board = BoardState::expect();
    let id = board.info().id;
    let requests = Fetched::<Vec<HelpRequest>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            let answer = api::help::list(id).await.map(|mut list| {
                list.sort_by_key(|request| std::cmp::Reverse(request.at));
                list
            });
            requests.take_or_copy(&format!("calls:{id}"), answer).await;
        });
    });
    let away = Memo::new(move |_| matches!(board.delivery(), Delivery::Waiting(_)));
    // What was asked is read when the page opens, and when the network comes back to it.
    Effect::new(move |_| {
        if !away.get() {
            load.run(());
        }
    });
    let failure = RwSignal::new(None::<ApiError>);
    let working = StoredValue::new(false);
    let ask = Callback::new(move |topic: HelpTopic| {
        if working.get_value() {
            return;
        }
        working.set_value(true);
        spawn_local(async move {
            let answer = api::help::ask(id, topic).await;
            working.try_set_value(false);
            match answer {
                Ok(request) => {
                    failure.try_set(None);
                    requests.value.try_update(|list| {
                        list.get_or_insert_default().insert(0, request);
                    });
                    announce(&t(Key::CallSent));
                    focus::focus_soon(HEADING);
                }
                Err(error) => {
                    announce(&api_error_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    });
    let waits = Memo::new(move |_| {
        requests.value.with(|list| {
            let mut list = list.iter().flatten();
            list.any(|request| request.answered.is_none() && request.topic == HelpTopic::Call)
        })
    });
    let trouble = move || {
        // That the network is away is said once, with the number to call instead.
        let news = failure.get().filter(|error| !away.get() || !error.is_away());
        news.map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    let form = move || {
        if !board.is_mentee() {
            view! { <Topics ask/> }.into_any()
        } else if waits.get() {
            view! { <Notice><p>{move || t(Key::CallWaits)}</p></Notice> }.into_any()
        } else {
            let press = move |()| ask.run(HelpTopic::Call);
            view! {
                <div><Button label=text(Key::CallMe) icon=IconName::Phone on_press=press/></div>
            }
            .into_any()
        }
    };
    view! {
        <p>{move || t(Key::CallShares)}</p>
        <p>{move || t(Key::CallTime)}</p>
        {move || away.get().then(|| {
            view! { <Notice><p>{t(Key::CallAway)}</p><BranchPhones/></Notice> }
        })}
        {trouble}
        {form}
        <Show when=move || !away.get() || requests.is_ready().get()>
            <section class="card" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{move || t(Key::CallList)}</h2>
                <FetchNotice ready=requests.is_ready() failure=requests.failure on_retry=load/>
                <Requests requests/>
            </section>
        </Show>
        <p class="muted">{move || t(Key::CallUrgent)}</p>
    }
}

/// A mentor says what it is about, without a word about the mentee.
#[component]
fn Topics(ask: Callback<HelpTopic>) -> impl IntoView {
    let topic = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let error = Signal::derive(move || {
        missing.get().then(|| tf(Key::ErrorChoose, &[("field", &t(Key::CallTopic))]))
    });
    let options = HelpTopic::ALL.iter();
    let options = options
        .map(|topic| ChoiceOption::new(topic.as_str(), text(topic_key(topic))))
        .collect::<Vec<_>>();
    let send = move |()| {
        let chosen = topic.with_untracked(|topic| HelpTopic::from_word(topic));
        if chosen.is_known() {
            ask.run(chosen);
        } else {
            missing.set(true);
            focus::focus_soon(TOPIC);
        }
    };
    view! {
        <Form on_submit=send>
            <Choice
                label=text(Key::CallTopic)
                hint=text(Key::CallTopicHint)
                options=Signal::stored(options)
                value=topic
                error=error
                on_choose=move |_| missing.set(false)
                id=TOPIC
            />
            <div><Button label=text(Key::CallMeBack) icon=IconName::Phone submit=true/></div>
        </Form>
    }
}

/// What was asked, latest first.
#[component]
fn Requests(requests: Fetched<Vec<HelpRequest>>) -> impl IntoView {
    let none =
        Memo::new(move |_| requests.value.with(|list| list.as_ref().is_some_and(Vec::is_empty)));
    let rows = move || {
        let row = |request: HelpRequest| {
            let topic = topic_key(&request.topic);
            // Milliseconds since 1970 are far below 2^53.
            let sent =
                move || tf(Key::CallSentAt, &[("date", &format::date_time(request.at.0 as f64))]);
            let state = move || match request.answered {
                Some(at) => tf(Key::CallAnswered, &[("date", &format::date_time(at.0 as f64))]),
                None => t(Key::CallOpen),
            };
            view! {
                <li>
                    <p><strong>{move || t(topic)}</strong></p>
                    <p class="muted">{sent} " " {state}</p>
                </li>
            }
        };
        requests.value.get().unwrap_or_default().into_iter().map(row).collect_view()
    };
    view! {
        <Show when=move || none.get()>
            <p>{move || t(Key::CallNone)}</p>
        </Show>
        <ul class="stack">{rows}</ul>
    }
}

/// What a call is to be about.
fn topic_key(topic: &HelpTopic) -> Key {
    match topic {
        HelpTopic::Call => Key::CallTopicCall,
        HelpTopic::Meeting => Key::CallTopicMeeting,
        HelpTopic::Match => Key::CallTopicMatch,
        HelpTopic::HowToHelp => Key::CallTopicHowToHelp,
        HelpTopic::Safety => Key::CallTopicSafety,
        HelpTopic::App => Key::CallTopicApp,
        HelpTopic::Other(_) => Key::CallTopicOther,
    }
}
