//! The way to what the server did not take, while there is something.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::tn,
    paths::Path,
    state::{board::BoardState, waiting_files::WaitingFiles},
};

/// A link in the bar; nothing while all is well.
#[component]
pub fn TrayLink() -> impl IntoView {
    let (board, files) = (BoardState::expect(), WaitingFiles::expect());
    let count = Memo::new(move |_| board.tray().len() + board.unread().len() + files.counts().1);
    move || {
        (count.get() > 0).then(|| {
            view! {
                <a class="link state--attend" href=Path::NotSent.href()>
                    <Icon name=IconName::Alert/>
                    <span>{move || tn(Key::ShellTray, count.get())}</span>
                </a>
            }
            .into_any()
        })
    }
}
