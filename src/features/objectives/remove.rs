//! Removes an objective with its steps, after a question, with 30 days to think again (M05).

use board::id::ItemId;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        confirm_dialog::ConfirmDialog,
    },
    features::{
        live_text::errors::reject_text,
        objectives::{card::card_id, facts::objective_facts},
        removed::undo,
    },
    i18n::text,
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};

/// The button, for whoever may; the way back stands on the plan, where one lands.
#[component]
pub fn RemoveObjective(
    /// The objective.
    id: ItemId,
) -> impl IntoView {
    let board = BoardState::expect();
    let facts = objective_facts(board, id);
    let may_plan = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_plan)));
    let asking = RwSignal::new(false);
    let navigate = use_navigate();
    let remove = Callback::new(move |()| {
        let title = facts.with_untracked(|f| f.as_ref().map(|f| f.title.clone()));
        let title = title.unwrap_or_default();
        match undo::remove(board, id, Key::ObjectiveRemoved, title, card_id(id)) {
            Ok(()) => navigate(&Path::Plan.href(), NavigateOptions::default()),
            Err(reject) => announce(&reject_text(&reject)),
        }
    });
    move || {
        may_plan.get().then(|| {
            view! {
                <div>
                    <Button
                        label=text(Key::ObjectiveRemove)
                        kind=ButtonKind::Stop
                        on_press=move |()| asking.set(true)
                    />
                </div>
                <ConfirmDialog
                    open=asking
                    title=text(Key::ObjectiveRemove)
                    text=text(Key::ObjectiveRemoveConfirm)
                    confirm_label=text(Key::ActionRemove)
                    on_confirm=remove
                />
            }
        })
    }
}
