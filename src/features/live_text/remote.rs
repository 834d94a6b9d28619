//! What the other person wrote in the field where this person is: said, never put in.

use crate::{
    components::button::{Button, ButtonKind},
    features::live_text::draft::LiveDraft,
    i18n::{t, text, tf},
    platform::{announce, focus},
    state::board::BoardState,
};
use leptos::prelude::*;
use words::Key;

/// "Cécile wrote: …", with both answers. Below the input, so that nothing above it moves.
///
/// Not a live region: the news of the board speak, once.
#[component]
pub(super) fn RemoteWords(
    /// The draft that the words did not go into.
    draft: LiveDraft,
    /// Id of the input, where the focus returns.
    input: String,
) -> impl IntoView {
    let board = BoardState::expect();
    let remote = Memo::new(move |_| draft.remote());
    let is_there = Memo::new(move |_| remote.with(Option::is_some));
    let words = move || remote.get().map(|remote| remote.text).unwrap_or_default();
    // After a merge the words are of both: then nobody is named.
    let lead = move || {
        let other = board.other_name();
        let author = remote.get().and_then(|remote| remote.by.filter(|_| !remote.private));
        let by_other = author.is_some_and(|author| author != board.actor().person);
        if by_other && !other.is_empty() {
            tf(Key::RemoteWrote, &[("name", &other)])
        } else {
            t(Key::LiveTextChanged)
        }
    };
    let input = StoredValue::new(input);
    let answer = move |take: bool| {
        if take {
            draft.take_theirs();
            announce::announce(&t(Key::LiveTextTook));
        } else {
            draft.keep_mine();
            announce::announce(&t(Key::LiveTextKept));
        }
        focus::focus_soon(input.get_value());
    };
    view! {
        <Show when=move || is_there.get()>
            // Pressing keeps the focus in the input: leaving it would take the question away.
            <div class="card card--other" on:mousedown=|event| event.prevent_default()>
                <p>{lead}</p>
                <p class="version version--other" dir="auto">{words}</p>
                <div class="row">
                    <Button
                        label=text(Key::RemoteUseTheirs)
                        kind=ButtonKind::Quiet
                        on_press=move |()| answer(true)
                    />
                    <Button
                        label=text(Key::RemoteUseMine)
                        kind=ButtonKind::Quiet
                        on_press=move |()| answer(false)
                    />
                </div>
            </div>
        </Show>
    }
}
