//! The way back after something was removed or moved.

use std::time::Duration;

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    i18n::text as words_of,
    platform::{announce, focus, ids},
};

/// Twice the ten seconds that slow readers need; longer still while the focus is inside.
const STAYS: Duration = Duration::from_secs(20);

/// Says what was done, politely, and offers to take it back. It never takes the focus.
///
/// Stays 20 seconds, longer while the focus is inside; the caller removes it at the next action.
#[component]
pub fn UndoBar(
    /// What was done.
    #[prop(into)]
    text: Signal<String>,
    /// Takes it back.
    #[prop(into)]
    on_undo: Callback<()>,
    /// The time is over, or the person closed the bar.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let id = ids::element_id("undo");
    let watched = id.clone();
    Effect::new(move |_| announce::announce(&text.get()));
    let timer = set_interval_with_handle(
        move || {
            if !focus::is_within(&watched) {
                on_close.run(());
            }
        },
        STAYS,
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    view! {
        <div class="undo" id=id>
            <p dir="auto">{text}</p>
            <div class="row">
                <Button
                    label=words_of(Key::ActionUndo)
                    kind=ButtonKind::Quiet
                    icon=IconName::Undo
                    on_press=on_undo
                />
                <Button label=words_of(Key::ActionClose) kind=ButtonKind::Plain on_press=on_close/>
            </div>
        </div>
    }
}
