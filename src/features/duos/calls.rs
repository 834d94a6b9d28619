//! Those who wait for a call from the coordinator (features.md M28): name, topic, since when.

use std::time::Duration;

use board::{
    actor::Role,
    id::DuoId,
    office::contact::SpokeWith,
    protocol::help::{HelpCall, HelpTopic},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        each::Each,
        icon::IconName,
        link_button::LinkButton,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        fetched::{FetchNotice, Fetched},
    },
    i18n::{format, t, text, tf},
    paths::note_talk,
    platform::{announce::announce, focus, page::PageSignals},
};

const HEADING: &str = "calls-open";
/// The way to the form for the talk, which takes the focus after an answer.
const NOTE: &str = "calls-note";

/// Between two looks at the server.
const AGAIN: Duration = Duration::from_secs(60);

/// Whose call was answered, to note the talk as well.
#[derive(Clone)]
struct Answered {
    duo: DuoId,
    with: SpokeWith,
    name: String,
}

/// The open calls, longest wait first; nothing on the screen while nobody waits. An answered one
/// leads to the form for the talk.
#[component]
pub fn OpenCalls(
    /// Only those of this duo.
    #[prop(optional_no_strip)]
    duo: Option<DuoId>,
    /// Called once the server knows that somebody was called.
    #[prop(optional, into)]
    on_answered: Option<Callback<()>>,
) -> impl IntoView {
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
    let last = RwSignal::new(None::<Answered>);
    let of_page = move |call: &HelpCall| duo.is_none_or(|duo| call.duo == duo);
    let done = Callback::new(move |call: HelpCall| {
        let id = call.request.id;
        let HelpCall { duo, name, role, .. } = call;
        let with = if role == Role::Mentor { SpokeWith::Mentor } else { SpokeWith::Mentee };
        spawn_local(async move {
            match api::help::answered(id).await {
                Ok(()) => {
                    calls.value.try_update(|calls| {
                        calls.iter_mut().for_each(|calls| calls.retain(|it| it.request.id != id));
                    });
                    announce(&tf(Key::CallsNoted, &[("name", &name)]));
                    last.try_set(Some(Answered { duo, with, name }));
                    focus::focus_soon(NOTE);
                    if let Some(on_answered) = on_answered {
                        on_answered.try_run(());
                    }
                }
                Err(error) => announce(&api_error_text(&error)),
            }
        });
    });
    let any = Memo::new(move |_| {
        calls.value.with(|calls| calls.as_ref().is_some_and(|calls| calls.iter().any(of_page)))
    });
    // A list that is empty, or on its way, says nothing; one that cannot be read does.
    let failed = move || {
        (calls.failure.with(Option::is_some) && !calls.is_ready().get()).then(|| {
            view! { <FetchNotice ready=calls.is_ready() failure=calls.failure on_retry=load/> }
        })
    };
    let rows = move || {
        calls.value.get().unwrap_or_default().into_iter().filter(of_page).collect::<Vec<_>>()
    };
    let note = move || {
        last.get().map(|Answered { duo, with, name }| {
            let noted = name.clone();
            let label = Signal::derive(move || tf(Key::CallsNoteYes, &[("name", &name)]));
            view! {
                <Notice kind=NoticeKind::Success>
                    <p>
                        {move || tf(Key::CallsNoted, &[("name", &noted)])} " "
                        {move || t(Key::CallsAndNote)}
                    </p>
                    <div>
                        <LinkButton
                            label=label
                            href=note_talk(duo.0, with)
                            kind=ButtonKind::Quiet
                            icon=IconName::Pencil
                            id=NOTE
                        />
                    </div>
                </Notice>
            }
        })
    };
    view! {
        {failed}
        {note}
        <Show when=move || any.get()>
            <section class="card card--attend" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{move || t(Key::CallsTitle)}</h2>
                <ul class="stack">
                    <Each each=rows key=|call| call.request.id let:call>
                        <Call call on_done=done/>
                    </Each>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Call(call: HelpCall, on_done: Callback<HelpCall>) -> impl IntoView {
    let HelpCall { request, name, role, .. } = call.clone();
    let topic = topic_key(&request.topic);
    let role = if role == Role::Mentor { Key::DuoMentor } else { Key::DuoMentee };
    // Milliseconds since 1970 are far below 2^53.
    let at = request.at.0 as f64;
    let since = move || {
        tf(Key::CallsSince, &[("date", &format::date_time(at)), ("ago", &format::since(at))])
    };
    let about = Signal::stored(name.clone());
    view! {
        <li class="stack stack--tight">
            <p><strong dir="auto">{name.clone()}</strong> ", " {move || t(role)}</p>
            <p>{move || t(topic)}</p>
            <p class="muted">{since}</p>
            <div>
                <Button
                    label=text(Key::CallsDone)
                    about=about
                    kind=ButtonKind::Quiet
                    icon=IconName::Check
                    on_press=move |()| on_done.run(call.clone())
                />
            </div>
        </li>
    }
}

/// The words for what a call is to be about.
#[must_use]
pub fn topic_key(topic: &HelpTopic) -> Key {
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
