//! What was kept on this device and can no longer be understood: shown as it stands, so that its
//! words can be copied.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::{Card, CardKind},
        confirm_dialog::ConfirmDialog,
        each::Each,
    },
    features::typed_words::{TypedWords, Written},
    i18n::{t, text},
    platform::{announce, focus},
    state::board::BoardState,
};

/// Id of the heading of the page, where the focus goes when a text goes away.
const PAGE: &str = "page-title";

/// A card each; nothing when there is none.
#[component]
pub(super) fn UnreadTexts() -> impl IntoView {
    let board = BoardState::expect();
    let all = Memo::new(move |_| board.unread());
    view! {
        <ul class="stack">
            <Each each=move || all.get() key=String::clone let:raw><Unread raw/></Each>
        </ul>
    }
}

#[component]
fn Unread(raw: String) -> impl IntoView {
    let board = BoardState::expect();
    let words = vec![Written { label: Key::UnreadRest, text: raw.clone() }];
    let asking = RwSignal::new(false);
    let discard = move |()| {
        board.dismiss_unread(&raw);
        announce::announce(&t(Key::NotSentDiscarded));
        focus::focus_soon(PAGE);
    };
    view! {
        <li>
            <Card kind=CardKind::Attend>
                <h2>{move || t(Key::UnreadTitle)}</h2>
                <p>{move || t(Key::UnreadLead)}</p>
                <TypedWords words=words/>
                <div>
                    <Button
                        label=text(Key::NotSentDiscard)
                        about=text(Key::UnreadTitle)
                        kind=ButtonKind::Stop
                        on_press=move |()| asking.set(true)
                    />
                </div>
                <ConfirmDialog
                    open=asking
                    title=text(Key::NotSentDiscardConfirm)
                    confirm_label=text(Key::NotSentDiscard)
                    on_confirm=discard
                />
            </Card>
        </li>
    }
}
