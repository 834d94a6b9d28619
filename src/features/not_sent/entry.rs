//! One change that the server did not carry out.

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::{Card, CardKind},
        confirm_dialog::ConfirmDialog,
    },
    features::{
        live_text::errors::reject_text,
        not_sent::what::{what, written},
        typed_words::TypedWords,
    },
    i18n::{t, text, tf},
    platform::{announce, focus},
    state::{board::BoardState, keep::NotSent},
};
use leptos::prelude::*;
use words::Key;

/// Id of the heading of the page, where the focus goes when an entry goes away.
const PAGE: &str = "page-title";

/// A list item: what it was, the words in full, why, and what can be done.
#[component]
pub(super) fn TrayEntry(
    /// The change.
    entry: NotSent,
) -> impl IntoView {
    let board = BoardState::expect();
    let op = entry.queued.op.clone();
    let title = Signal::derive(move || what(board, &op));
    let words = written(&entry.queued.op);
    let reason = RwSignal::new(entry.reason.clone());
    let asking = RwSignal::new(false);
    let entry = StoredValue::new(entry);
    let go = move |said| {
        entry.with_value(|entry| board.dismiss(entry));
        announce::announce(&t(said));
        focus::focus_soon(PAGE);
    };
    let send = move |()| match board.act(entry.with_value(|entry| entry.queued.op.clone())) {
        Ok(()) => go(Key::NotSentAgain),
        Err(reject) => {
            announce::announce(&reject_text(&reject));
            reason.set(reject);
        }
    };
    let why =
        move || reason.with(|reason| tf(Key::NotSentReason, &[("reason", &reject_text(reason))]));
    let has_words = !words.is_empty();
    view! {
        <li>
            <Card kind=CardKind::Attend>
                <h2 dir="auto">{title}</h2>
                {has_words.then(|| view! { <TypedWords words=words/> })}
                <p>{why}</p>
                <div class="row">
                    <Button label=text(Key::NotSentRetry) about=title on_press=send/>
                    <Button
                        label=text(Key::NotSentDiscard)
                        about=title
                        kind=ButtonKind::Stop
                        on_press=move |()| asking.set(true)
                    />
                </div>
                <ConfirmDialog
                    open=asking
                    title=text(Key::NotSentDiscardConfirm)
                    confirm_label=text(Key::NotSentDiscard)
                    on_confirm=move |()| go(Key::NotSentDiscarded)
                />
            </Card>
        </li>
    }
}
