//! All applications: what is under way, then what is over.

use crate::{
    components::{empty_state::EmptyState, icon::IconName, link_button::LinkButton},
    features::{
        applications::card::{ApplicationCard, card_id},
        rows::RowFocus,
    },
    i18n::{t, text, tf},
    paths::Path,
    state::board::BoardState,
};
use board::{id::ItemId, item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

/// Both groups; an invitation while there is nothing.
#[component]
pub fn ApplicationList() -> impl IntoView {
    let board = BoardState::expect();
    let open = Memo::new(move |_| group(board, false));
    let over = Memo::new(move |_| group(board, true));
    let all = Memo::new(move |_| [open.get(), over.get()].concat());
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    // A focus on a card that went away finds its neighbour, in whichever group.
    let focus = RowFocus::watch(all, card_id, "page-title");
    move || {
        if is_empty.get() {
            view! { <Empty/> }.into_any()
        } else {
            view! {
                <div class="stack stack--loose">
                    <Group heading=Key::ApplicationListOpen ids=open focus/>
                    <Group heading=Key::ApplicationListClosed ids=over over=true focus/>
                </div>
            }
            .into_any()
        }
    }
}

/// One group with its heading; nothing when it is empty.
#[component]
fn Group(
    heading: Key,
    ids: Memo<Vec<ItemId>>,
    #[prop(optional)] over: bool,
    focus: RowFocus,
) -> impl IntoView {
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section class="stack">
                    <h2>{move || t(heading)}</h2>
                    <ul class="grid">
                        <For each=move || ids.get() key=|id| *id let:id>
                            <li on:focusin=move |_| focus.enter(id)><ApplicationCard id over/></li>
                        </For>
                    </ul>
                </section>
            }
        })
    }
}

#[component]
fn Empty() -> impl IntoView {
    let board = BoardState::expect();
    if !may_add(&board.actor(), &Kind::Application) {
        let title = Signal::derive(move || {
            tf(Key::ApplicationEmptyMentor, &[("name", &board.other_name())])
        });
        return view! { <EmptyState title/> }.into_any();
    }
    view! {
        <EmptyState title=text(Key::ApplicationEmptyTitle) text=text(Key::ApplicationEmpty)>
            <LinkButton
                label=text(Key::ApplicationAdd)
                href=Path::NewApplication.href()
                icon=IconName::Plus
            />
        </EmptyState>
    }
    .into_any()
}

/// The applications that are over, or those that are not; newest first, so that what a person
/// reads keeps its place while stages change.
fn group(board: BoardState, over: bool) -> Vec<ItemId> {
    board.view().with(|world| {
        let mut found = world
            .items()
            .filter(|(_, item)| item.is_live())
            .filter(|(_, item)| {
                item.as_application().is_some_and(|application| application.stage.is_end() == over)
            })
            .map(|(_, item)| (item.at, item.id))
            .collect::<Vec<_>>();
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.into_iter().map(|(_, id)| id).collect()
    })
}
