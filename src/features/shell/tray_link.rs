//! The way to what the server did not take, while there is something.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::tn,
    paths::Path,
    state::{board::BoardState, waiting_files::WaitingFiles},
};

/// A link in the bar, with how many there are.
#[component]
pub fn TrayLink() -> impl IntoView {
    let (board, files) = (BoardState::expect(), WaitingFiles::expect());
    let words =
        move || tn(Key::ShellTray, board.tray().len() + board.unread().len() + files.counts().1);
    view! {
        <a class="link state--attend" href=Path::NotSent.href()>
            <Icon name=IconName::Alert/>
            <span>{words}</span>
        </a>
    }
}
