//! Whether an objective is there to be seen, and what the page says when it no longer is.

use board::{
    id::ItemId,
    op::Op,
    op::TextField,
    permit::{Action, may},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button,
        icon::IconName,
        link_button::LinkButton,
        notice::{Notice, NoticeKind},
    },
    features::{
        drafts::{Drafts, comment_name, text_name},
        live_text::errors::reject_text,
        steps::add::draft_name,
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// Where an objective is, for this person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// The board was not read yet.
    Unknown,
    /// On the plan.
    Here,
    /// Removed, and this person may bring it back.
    Removed,
    /// Not there: removed by the other person, kept to themselves, or never there.
    Gone,
}

/// Where an objective is.
#[must_use]
pub fn presence(board: BoardState, id: ItemId) -> Memo<Presence> {
    Memo::new(move |_| {
        if !board.is_ready() {
            return Presence::Unknown;
        }
        board.view().with(|world| match world.find(id) {
            Some((_, item)) if item.as_objective().is_none() => Presence::Gone,
            Some((_, item)) if item.removed.is_none() => Presence::Here,
            Some((side, item)) if may(&board.actor(), Action::Remove, side, item) => {
                Presence::Removed
            }
            _ => Presence::Gone,
        })
    })
}

/// Moves the focus to the heading when what had it went away with the objective, and only then.
pub fn keep_focus(presence: Memo<Presence>) {
    Effect::new(move |before: Option<Presence>| {
        let now = presence.get();
        let swapped = before.is_some_and(|before| before != now && before != Presence::Unknown);
        if swapped {
            set_timeout(
                || {
                    if focus::is_lost() {
                        focus::focus_now("page-title");
                    }
                },
                std::time::Duration::ZERO,
            );
        }
        now
    });
}

/// A removed objective: one press brings it back.
#[component]
pub fn RemovedObjective(
    /// The objective.
    id: ItemId,
) -> impl IntoView {
    let board = BoardState::expect();
    let title = board
        .view()
        .with_untracked(|world| Some(world.find(id)?.1.as_objective()?.title.text.clone()));
    let restore = move |()| {
        let said = tf(Key::RemovedRestored, &[("title", title.as_deref().unwrap_or_default())]);
        match board.act(Op::Restore { item: id }) {
            Ok(()) => announce(&said),
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    view! {
        <Notice>
            <p>{move || t(Key::ObjectiveIsRemovedLead)}</p>
            <div>
                <Button label=text(Key::ActionRestore) icon=IconName::Undo on_press=restore/>
            </div>
        </Notice>
        <HalfTyped id/>
    }
}

/// An objective that is not there: says so, keeps what was being typed, shows the way on.
#[component]
pub fn GoneObjective(
    /// The objective.
    id: ItemId,
) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Attend><p>{move || t(Key::ApiNotFound)}</p></Notice>
        <HalfTyped id/>
        <div><LinkButton label=text(Key::WeekSeePlan) href=Path::Plan.href()/></div>
    }
}

/// The words that this person had begun to write here, to be copied.
#[component]
fn HalfTyped(id: ItemId) -> impl IntoView {
    let drafts = Drafts::expect();
    let names = [
        draft_name(id),
        comment_name(id),
        text_name(id, &TextField::Title),
        text_name(id, &TextField::Notes),
    ];
    let typed = names.iter().filter_map(|name| drafts.get(name)).collect::<Vec<_>>();
    (!typed.is_empty()).then(|| {
        view! {
            <div class="stack stack--tight">
                <p>{move || t(Key::ObjectiveGoneTyped)}</p>
                {typed
                    .into_iter()
                    .map(|words| view! { <p class="version" dir="auto">{words}</p> })
                    .collect_view()}
            </div>
        }
    })
}
