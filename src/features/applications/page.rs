//! All about one application, and what is said when it is not there any more.

use crate::{
    components::button::{Button, ButtonKind},
    features::{
        applications::{
            attached::Attached,
            card::card_id,
            details::{Details, Notes},
            ending::Ending,
            facts::ApplicationFacts,
            next_action::NextAction,
            stage_path::StagePath,
        },
        history::item::ItemHistory,
        live_text::errors::reject_text,
        presence::{Gone, Presence, Removed, presence},
        privacy::{PrivacyChip, PrivacySwitch},
        removed::undo,
        suggestions::panel::IdeaPanel,
    },
    i18n::{t, text},
    paths::Path,
    platform::announce,
    state::board::BoardState,
};
use board::{id::ItemId, item::Kind};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

/// The work on one application; the words about it stand in `Comments`.
#[component]
pub fn ApplicationWork(
    /// The application.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ApplicationFacts>>,
) -> impl IntoView {
    let presence = presence(BoardState::expect(), id, Kind::Application);
    let is_idea =
        Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.suggestion.is_some())));
    // Nothing comes next for one that ended.
    let is_open = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| !f.stage.is_end())));
    move || match presence.get() {
        Presence::Here if is_idea.get() => view! { <IdeaPanel id=id/> }.into_any(),
        Presence::Here => view! {
            <StagePath id=id facts=facts/>
            <Ending id=id facts=facts/>
            <Show when=move || is_open.get()><NextAction id=id facts=facts/></Show>
            <Attached id=id facts=facts/>
            <Notes id=id/>
            <Details id=id facts=facts/>
            <Ownership id=id facts=facts/>
            <ItemHistory item=id/>
        }
        .into_any(),
        Presence::Removed(by) => view! { <Removed id kind=Kind::Application by/> }.into_any(),
        Presence::Gone => view! { <Gone id kind=Kind::Application/> }.into_any(),
    }
}

/// Who can see it, and the way to put it away.
#[component]
fn Ownership(id: ItemId, facts: Memo<Option<ApplicationFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let side = Memo::new(move |_| facts.with(|facts| facts.as_ref().map(|f| f.side)));
    let may_remove = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_remove)));
    let navigate = use_navigate();
    let remove = Callback::new(move |()| {
        let job = facts.with_untracked(|f| f.as_ref().map(|f| f.job.clone()).unwrap_or_default());
        match undo::remove(board, id, Key::ApplicationRemoved, job, card_id(id)) {
            Ok(()) => navigate(&Path::Applications.href(), NavigateOptions::default()),
            Err(reject) => announce::announce(&reject_text(&reject)),
        }
    });
    view! {
        <section class="card">
            <h2>{move || t(Key::ApplicationSharing)}</h2>
            <div class="row">
                {move || side.get().map(|side| view! { <PrivacyChip side=side/> })}
                <PrivacySwitch item=id/>
            </div>
            <Show when=move || may_remove.get()>
                <div>
                    <Button
                        label=text(Key::ApplicationRemove)
                        kind=ButtonKind::Stop
                        on_press=move |()| remove.run(())
                    />
                </div>
            </Show>
        </section>
    }
}
