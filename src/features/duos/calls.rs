//! Those who wait for a call from the coordinator (features.md M28): name, topic, since when.

use std::time::Duration;

use board::{
    actor::Role,
    protocol::help::{HelpCall, HelpTopic},
};
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    features::{
        api_error::api_error_text,
        fetched::{FetchNotice, Fetched},
    },
    i18n::{format, t, text, tf},
    platform::{announce::announce, focus, page::PageSignals},
};

const HEADING: &str = "calls-open";

/// Between two looks at the server.
const AGAIN: Duration = Duration::from_secs(60);

/// The open calls, longest wait first; nothing on the screen while nobody waits.
#[component]
pub fn OpenCalls() -> impl IntoView {
    let window = expect_context::<PageSignals>();
    let calls = Fetched::<Vec<HelpCall>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { calls.take(api::help::open_calls().await) });
    });
    // Runs at the start and each time the page is seen again.
    Effect::new(move |_| {
        if window.visible.get() {
            load.run(());
        }
    });
    let timer = set_interval_with_handle(
        move || {
            if window.visible.get_untracked() {
                load.run(());
            }
        },
        AGAIN,
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    let done = Callback::new(move |(id, name): (Uuid, String)| {
        spawn_local(async move {
            match api::help::answered(id).await {
                Ok(()) => {
                    calls.value.try_update(|calls| {
                        calls.iter_mut().for_each(|calls| calls.retain(|it| it.request.id != id));
                    });
                    announce(&tf(Key::CallsNoted, &[("name", &name)]));
                    let left = calls.value.try_with_untracked(|calls| {
                        calls.as_ref().is_some_and(|calls| !calls.is_empty())
                    });
                    focus::focus_soon(if left == Some(true) { HEADING } else { "page-title" });
                }
                Err(error) => announce(&api_error_text(&error)),
            }
        });
    });
    let any = Memo::new(move |_| {
        calls.value.with(|calls| calls.as_ref().is_some_and(|calls| !calls.is_empty()))
    });
    // A list that is empty, or on its way, says nothing; one that cannot be read does.
    let failed = move || {
        (calls.failure.with(Option::is_some) && !calls.is_ready().get()).then(|| {
            view! { <FetchNotice ready=calls.is_ready() failure=calls.failure on_retry=load/> }
        })
    };
    let rows = move || calls.value.get().unwrap_or_default();
    view! {
        {failed}
        <Show when=move || any.get()>
            <section class="card card--attend" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{move || t(Key::CallsTitle)}</h2>
                <ul class="stack">
                    <For each=rows key=|call| call.request.id let:call>
                        <Call call on_done=done/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Call(call: HelpCall, on_done: Callback<(Uuid, String)>) -> impl IntoView {
    let HelpCall { request, name, role } = call;
    let topic = topic_key(&request.topic);
    let role = if role == Role::Mentor { Key::DuoMentor } else { Key::DuoMentee };
    // Milliseconds since 1970 are far below 2^53.
    let at = request.at.0 as f64;
    let since = move || {
        tf(Key::CallsSince, &[("date", &format::date_time(at)), ("ago", &format::since(at))])
    };
    let (id, about) = (request.id, Signal::stored(name.clone()));
    view! {
        <li>
            <p><strong dir="auto">{name.clone()}</strong> ", " {move || t(role)}</p>
            <p>{move || t(topic)}</p>
            <p class="muted">{since}</p>
            <div>
                <Button
                    label=text(Key::CallsDone)
                    about=about
                    kind=ButtonKind::Quiet
                    icon=IconName::Check
                    on_press=move |()| on_done.run((id, name.clone()))
                />
            </div>
        </li>
    }
}

fn topic_key(topic: &HelpTopic) -> Key {
    match topic {
        HelpTopic::Call => Key::CallsTopicCall,
        HelpTopic::Meeting => Key::CallsTopicMeeting,
        HelpTopic::Match => Key::CallsTopicMatch,
        HelpTopic::HowToHelp => Key::CallsTopicHowToHelp,
        HelpTopic::Safety => Key::CallsTopicSafety,
        HelpTopic::App => Key::CallsTopicApp,
        HelpTopic::Other(_) => Key::CallsTopicOther,
    }
}
