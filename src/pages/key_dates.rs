//! Days that must not be missed.

use board::{item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{button::Button, icon::IconName, page::Page},
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
    let open = RwSignal::new(false);
    let may = may_add(&board.actor(), &Kind::KeyDate);
    let add = move || {
        may.then(|| {
            view! {
                <Button
                    label=text(Key::KeyDateAdd)
                    icon=IconName::Plus
                    expanded=open
                    id="key-date-add"
                    on_press=move |()| open.update(|open| *open = !*open)
                />
            }
        })
    };
    view! {
        <Page title=title back=back_to_more() actions=add lead=text(lead)>
            <WhenReady><KeyDateList open/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
