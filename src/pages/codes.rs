//! The library of sector codes.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::Page,
    features::{codes::hub::CodeHub, ready::WhenReady, removed::undo::UndoRemoval},
    i18n::text,
    pages::more::back_to_more,
    state::board::BoardState,
};

/// My sector, what holds everywhere, my marks, all sectors.
#[component]
pub fn CodesPage() -> impl IntoView {
    let has_board = use_context::<BoardState>().is_some();
    let content = if has_board {
        // Which sector comes first is known once the board is.
        view! { <WhenReady><CodeHub/></WhenReady> <UndoRemoval/> }.into_any()
    } else {
        view! { <CodeHub/> }.into_any()
    };
    view! {
        <Page title=text(Key::CodesTitle) back=back_to_more() lead=text(Key::CodesAbout)>
            {content}
        </Page>
    }
    .into_any()
}
