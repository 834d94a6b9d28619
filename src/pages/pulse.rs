//! How it goes, month by month.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        pulse::{answer::PulseForm, history::PulseHistory, next_on},
        ready::WhenReady,
        removed::undo::UndoRemoval,
    },
    i18n::{format, t, text, tf},
    paths::Path,
    state::board::BoardState,
};

/// The question, or the day on which it comes back; then the answers so far.
#[component]
pub fn PulsePage() -> impl IntoView {
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    view! {
        <Page title=text(Key::PulseTitle) lead=text(Key::PulseLead) back=back>
            <WhenReady>
                <Question/>
                <PulseHistory/>
            </WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}

/// One answer a month is enough.
#[component]
fn Question() -> impl IntoView {
    let board = BoardState::expect();
    let next = Memo::new(move |_| next_on(board));
    let skipped = RwSignal::new(false);
    move || match (next.get(), skipped.get()) {
        (Some(on), _) => view! {
            <p>{move || tf(Key::PulseNext, &[("date", &format::long_date(on))])}</p>
        }
        .into_any(),
        (None, true) => view! { <p>{move || t(Key::PulseSkipped)}</p> }.into_any(),
        (None, false) => view! { <PulseForm on_skip=move |()| skipped.set(true)/> }.into_any(),
    }
}
