//! A part of the page that could not be shown.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button,
        notice::{Notice, NoticeKind},
    },
    i18n::{t, text},
};

/// Says what happened and what to do, and offers to try again.
#[component]
pub fn ErrorState(
    /// What happened and, where something was written, that it is safe: in words for this error.
    #[prop(into)]
    what: Signal<String>,
    /// Tries again; absent where that would not help.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// The network is away: nothing is broken, and the rest of the page may well be there.
    #[prop(optional)]
    away: bool,
) -> impl IntoView {
    let retry = on_retry.map(|on_retry| {
        view! {
            <p>{move || t(Key::FailureTodo)}</p>
            <div><Button label=text(Key::ActionRetry) on_press=on_retry/></div>
        }
    });
    view! {
        <Notice kind=if away { NoticeKind::Attend } else { NoticeKind::Error }>
            {(!away).then(|| view! { <h2>{move || t(Key::FailureTitle)}</h2> })}
            <p>{what}</p>
            {retry}
        </Notice>
    }
}
