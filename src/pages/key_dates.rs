//! Days that must not be missed.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::{key_dates::list::KeyDateList, ready::WhenReady, removed::undo::UndoRemoval},
    i18n::{t, text, tf},
    pages::more::back_to_more,
    state::board::BoardState,
};

/// The dates, with the form to add one.
#[component]
pub fn KeyDatesPage() -> impl IntoView {
    let board = BoardState::expect();
    let title = Signal::derive(move || {
        if board.is_mentee() {
            t(Key::KeyDatePage)
        } else {
            tf(Key::KeyDatePageMentor, &[("name", &board.other_name())])
        }
    });
    let lead = if board.is_mentee() { Key::KeyDateLead } else { Key::KeyDateLeadMentor };
    view! {
        <Page title=title back=back_to_more() lead=text(lead)>
            <WhenReady><KeyDateList/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
