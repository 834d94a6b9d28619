//! The history of one item, folded away on its page until somebody wants it.

use board::id::ItemId;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{button::ButtonKind, icon::IconName, unfold::Unfold},
    features::history::list::HistoryList,
    i18n::text,
};

/// A button that opens who changed what, and when; nothing is fetched before that.
#[component]
pub fn ItemHistory(
    /// The item, with the comments on it.
    item: ItemId,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <section class="no-print stack">
            <div>
                <Unfold
                    label=text(Key::HistoryTitle)
                    open=open
                    kind=ButtonKind::Plain
                    icon=IconName::Clock
                    id=format!("history-{item}")
                >
                    <HistoryList item=Some(item)/>
                </Unfold>
            </div>
        </section>
    }
}
