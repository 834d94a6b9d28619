//! How long a name and its words stay after the last duo (features.md A16, M35), and the way to
//! keep them longer.

use board::protocol::settings::Retention;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{api_error::api_error_text, fetched::Fetched},
    i18n::{format, t, text, tf, tn},
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};

fn read() -> Fetched<Retention> {
    let known = Fetched::nothing();
    spawn_local(async move { known.take(api::settings::retention().await) });
    known
}

/// The rule in words, and the day where there is one: on the page of one's own data. Says nothing
/// while the server does not answer; the rest of the page needs no answer.
#[component]
pub fn HowLong() -> impl IntoView {
    let known = read();
    let content = move || {
        let Retention { months, until, .. } = known.value.get()?;
        let date = until.map(format::long_date);
        let day = date.map(|date| {
            view! { <p>{tf(Key::RetentionUntil, &[("date", &date)])}</p> <Keep known/> }
        });
        Some(view! {
            <section class="card stack">
                <h2>{t(Key::RetentionTitle)}</h2>
                <p>{tn(Key::RetentionRule, usize::from(months))}</p>
                <p>{t(Key::RetentionUse)}</p>
                {day}
                <p>{t(Key::RetentionCounts)}</p>
            </section>
        })
    };
    view! { {content} }
}

/// The last thirty days before a plan goes: over this week, with the two ways to keep the words.
#[component]
pub fn GoesSoon() -> impl IntoView {
    let mentee = BoardState::expect().is_mentee();
    let known = read();
    let content = move || {
        let until = known.value.get().filter(|known| known.notice)?.until?;
        let date = format::long_date(until);
        let key = if mentee { Key::RetentionNotice } else { Key::RetentionNoticeMentor };
        Some(view! {
            <Notice kind=NoticeKind::Attend>
                <p><strong>{tf(key, &[("date", &date)])}</strong></p>
                <p>{t(Key::RetentionCounts)}</p>
                <Keep known/>
                <p>
                    <a class="link" href=Path::MyData.href()>{t(Key::RetentionTake)}</a>
                </p>
            </Notice>
        })
    };
    view! { {content} }
}

/// One press, two more years.
#[component]
fn Keep(known: Fetched<Retention>) -> impl IntoView {
    let failure = RwSignal::new(None::<ApiError>);
    let keep = move |()| {
        spawn_local(async move {
            match api::settings::keep_known().await {
                Ok(now) => {
                    let date = now.until.map(format::long_date).unwrap_or_default();
                    announce(&tf(Key::RetentionKept, &[("date", &date)]));
                    known.value.try_set(Some(now));
                }
                Err(error) => {
                    announce(&api_error_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    };
    let trouble = move || failure.get().map(|error| view! { <p>{api_error_text(&error)}</p> });
    view! {
        {trouble}
        <div>
            <Button
                label=text(Key::RetentionKeep)
                kind=ButtonKind::Quiet
                icon=IconName::Check
                on_press=keep
            />
        </div>
    }
}
