//! The past, page by page, newest first. It lies on the server alone: without a network it says so.

use board::{
    id::ItemId,
    protocol::history::{History, HistoryEvent},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        each::Each,
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{
        fetched::{CopyNote, FetchNotice, Fetched},
        history::{
            fold::fold,
            line::{HistoryLine, has_line, key},
        },
    },
    i18n::{t, text, tn},
    platform::announce::announce,
    state::{board::BoardState, connection::Delivery},
};

/// All that happened on the board, or to one item.
#[component]
pub fn HistoryList(
    /// The item; nothing for the whole board.
    #[prop(optional_no_strip)]
    item: Option<ItemId>,
) -> impl IntoView {
    let board = BoardState::expect();
    let id = board.info().id;
    let past = Fetched::<History>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            // What this person has just done is part of the past too.
            board.send_all().await;
            let name =
                format!("history:{id}:{}", item.map(|item| item.to_string()).unwrap_or_default());
            past.take_or_copy(&name, api::history::read(id, item, None).await).await;
        });
    });
    load.run(());
    let older = Callback::new(move |()| {
        let before = past.value.with_untracked(|past| past.as_ref()?.before.clone());
        let Some(before) = before else { return };
        spawn_local(async move {
            match api::history::read(id, item, Some(&before)).await {
                Ok(page) => add(past, page),
                Err(error) => past.take(Err(error)),
            }
        });
    });
    let lines = Memo::new(move |_| {
        past.value.with(|past| {
            let events = past.as_ref().map(|past| past.events.clone()).unwrap_or_default();
            let worth: Vec<_> = events.into_iter().filter(|event| has_line(board, event)).collect();
            fold(worth)
        })
    });
    let nothing = move || past.is_ready().get() && lines.with(Vec::is_empty);
    let more = Memo::new(move |_| {
        past.value.with(|past| past.as_ref().is_some_and(|past| past.before.is_some()))
    });
    let away = Memo::new(move |_| matches!(board.delivery(), Delivery::Waiting(_)));
    let row = move |event: HistoryEvent| {
        view! { <li><HistoryLine event named=item.is_none() on_restored=load/></li> }
    };
    view! {
        <Show when=move || away.get()>
            <Notice kind=NoticeKind::Attend><p>{move || t(Key::HistoryAway)}</p></Notice>
        </Show>
        <CopyNote kept=past.kept/>
        <FetchNotice ready=past.is_ready() failure=past.failure on_retry=load/>
        <Show when=nothing>
            <p>{move || t(Key::HistoryEmpty)}</p>
        </Show>
        <ol class="stack">
            <Each each=move || lines.get() key=line_key let:event>{row(event)}</Each>
        </ol>
        <Show when=move || more.get()>
            <div>
                <Button
                    label=text(Key::HistoryOlder)
                    kind=ButtonKind::Quiet
                    icon=IconName::Down
                    on_press=older
                />
            </div>
        </Show>
    }
}

/// A line is made anew when an older edit joined it.
fn line_key(event: &HistoryEvent) -> String {
    use board::{op::Op, protocol::boards::FeedChange};
    let (side, rev) = key(event);
    let base = match &event.event.change {
        FeedChange::Op(Op::EditText { base, .. }) => base.len(),
        _ => 0,
    };
    format!("{side:?}.{rev}.{base}")
}

/// Puts an older page under what is there. The page may be gone by now.
fn add(past: Fetched<History>, page: History) {
    let count = page.events.len();
    let shown = past.value.try_update(|past| {
        if let Some(past) = past {
            past.events.extend(page.events);
            past.before = page.before;
        }
    });
    if shown.is_some() {
        past.failure.set(None);
        announce(&tn(Key::HistoryMore, count));
    }
}
