//! People who can help.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::{contacts::list::ContactList, ready::WhenReady, removed::undo::UndoRemoval},
    i18n::{t, text, tf},
    pages::more::back_to_more,
    state::board::BoardState,
};

/// The list, with the form to add somebody.
#[component]
pub fn ContactsPage() -> impl IntoView {
    let board = BoardState::expect();
    let title = Signal::derive(move || {
        if board.is_mentee() {
            t(Key::ContactTitle)
        } else {
            tf(Key::ContactTitleMentor, &[("name", &board.other_name())])
        }
    });
    let lead = if board.is_mentee() { Key::ContactLead } else { Key::ContactLeadMentor };
    view! {
        <Page title=title back=back_to_more() lead=text(lead)>
            <WhenReady><ContactList/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
