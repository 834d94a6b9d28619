//! People who can help.

use board::{item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{button::Button, icon::IconName, page::Page},
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
    let open = RwSignal::new(false);
    let may = may_add(&board.actor(), &Kind::Contact);
    let add = move || {
        may.then(|| {
            view! {
                <Button
                    label=text(Key::ContactAdd)
                    icon=IconName::Plus
                    expanded=open
                    id="contact-add"
                    on_press=move |()| open.update(|open| *open = !*open)
                />
            }
        })
    };
    view! {
        <Page title=title back=back_to_more() actions=add lead=text(lead)>
            <WhenReady><ContactList open/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
