//! All about one application, and what is said when it is not there any more.

use crate::{
    components::{
        button::{Button, ButtonKind},
        empty_state::EmptyState,
        icon::IconName,
        link_button::LinkButton,
    },
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
        people,
        privacy::{PrivacyChip, PrivacySwitch},
        removed::undo,
        suggestions::panel::IdeaPanel,
        typed_words::KeptWords,
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce, focus},
    state::board::BoardState,
};
use board::{
    id::{ItemId, PersonId},
    op::Op,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use std::time::Duration;
use words::Key;

/// Whether the application can be worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is here.
    Here,
    /// Somebody put it away; it can come back for 30 days.
    Removed(PersonId),
    /// This person does not have it, or not any more.
    Gone,
}

/// Where an application is for this person.
#[must_use]
pub fn presence(facts: Memo<Option<ApplicationFacts>>) -> Memo<Presence> {
    Memo::new(move |_| {
        facts.with(|facts| match facts.as_ref().map(|facts| facts.removed) {
            Some(None) => Presence::Here,
            Some(Some(removal)) => Presence::Removed(removal.by),
            None => Presence::Gone,
        })
    })
}

/// The work on one application; the words about it stand in `Comments`.
#[component]
pub fn ApplicationWork(
    /// The application.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ApplicationFacts>>,
) -> impl IntoView {
    let presence = presence(facts);
    let is_idea =
        Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.suggestion.is_some())));
    move || match presence.get() {
        Presence::Here if is_idea.get() => view! { <IdeaPanel id=id/> }.into_any(),
        Presence::Here => view! {
            <StagePath id=id facts=facts/>
            <Ending id=id facts=facts/>
            <NextAction id=id facts=facts/>
            <Attached id=id facts=facts/>
            <Notes id=id/>
            <Details id=id facts=facts/>
            <Ownership id=id facts=facts/>
            <ItemHistory item=id/>
        }
        .into_any(),
        Presence::Removed(by) => view! { <Removed id=id by=by facts=facts/> }.into_any(),
        Presence::Gone => view! { <Gone id=id/> }.into_any(),
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

/// It was put away: who did it, and the way back for whoever may.
#[component]
fn Removed(id: ItemId, by: PersonId, facts: Memo<Option<ApplicationFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let may_restore = facts.with_untracked(|f| f.as_ref().is_some_and(|f| f.may_remove));
    let title = Signal::derive(move || {
        if by == board.actor().person {
            t(Key::ApplicationRemovedHere)
        } else {
            tf(Key::ApplicationRemovedBy, &[("name", &people::name_of(board, by))])
        }
    });
    let restore = move |()| match board.act(Op::Restore { item: id }) {
        Ok(()) => {
            announce::announce(&t(Key::UndoDone));
            focus::focus_soon("page-title");
        }
        Err(reject) => announce::announce(&reject_text(&reject)),
    };
    keep_focus();
    view! {
        <EmptyState title=title text=text(Key::ApplicationRemovedText)>
            {may_restore.then(|| {
                view! {
                    <Button label=text(Key::ActionRestore) icon=IconName::Undo on_press=restore/>
                }
            })}
            <BackToAll/>
        </EmptyState>
        <KeptWords item=id/>
    }
}

/// It is not here: taken back by the other person, or an old address.
#[component]
fn Gone(id: ItemId) -> impl IntoView {
    keep_focus();
    view! {
        <EmptyState title=text(Key::ApplicationGoneTitle) text=text(Key::ApplicationGoneText)>
            <BackToAll/>
        </EmptyState>
        <KeptWords item=id/>
    }
}

#[component]
fn BackToAll() -> impl IntoView {
    view! {
        <LinkButton
            label=text(Key::ApplicationSeeAll)
            href=Path::Applications.href()
            kind=ButtonKind::Quiet
        />
    }
}

/// What had the focus may have gone with the work: then the heading takes it, so that nobody
/// starts again at the top of the page.
fn keep_focus() {
    set_timeout(
        || {
            if focus::is_lost() {
                focus::focus_now("page-title");
            }
        },
        Duration::ZERO,
    );
}
