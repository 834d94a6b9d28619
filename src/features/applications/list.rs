//! All applications: what is under way, stage by stage, then what is over.

use crate::{
    components::{each::Each, empty_state::EmptyState, icon::IconName, link_button::LinkButton},
    features::{
        applications::{
            card::{ApplicationCard, card_id},
            filter::{Filter, Shown, shown},
            follow_up::{Moved, move_to},
            stages::stage_name,
            take_back::TakeBack,
        },
        live_text::errors::reject_text,
        removed::undo,
        rows::RowFocus,
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce, focus},
    state::board::BoardState,
};
use board::{application::Stage, id::ItemId, item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

/// The groups; an invitation while there is nothing. The stages stand one under the other, and
/// side by side where there is room: the same list, the same order, nothing to drag.
#[component]
pub fn ApplicationList() -> impl IntoView {
    let board = BoardState::expect();
    let open = Memo::new(move |_| group(board, |stage| !stage.is_end()));
    let over = Memo::new(move |_| group(board, Stage::is_end));
    let all = Memo::new(move |_| [open.get(), over.get()].concat());
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    // A focus on a card that went away finds its neighbour, in whichever group.
    let rows = RowFocus::watch(all, card_id, "page-title");
    let moved = RwSignal::new(None::<Moved>);
    let make = Callback::new(move |(id, to): (ItemId, Stage)| match move_to(board, id, to) {
        Ok(done) => {
            moved.set(None);
            moved.set(Some(done));
            undo::go_on();
            focus::focus_soon(card_id(id));
        }
        Err(reject) => announce::announce(&reject_text(&reject)),
    });
    let shown = shown();
    let both = Memo::new(move |_| {
        open.with(|open| !open.is_empty()) && over.with(|over| !over.is_empty())
    });
    move || {
        if is_empty.get() {
            return view! { <Empty/> }.into_any();
        }
        view! {
            <div class="stack stack--loose">
                <Show when=move || both.get() || shown.get() != Shown::All><Filter shown/></Show>
                <Show when=move || shown.get() != Shown::Over>
                    <Open ids=open rows make/>
                </Show>
                <Show when=move || shown.get() != Shown::Open>
                    <Over ids=over alone=Signal::derive(move || shown.get() == Shown::Over) rows make/>
                </Show>
            </div>
            {move || moved.get().map(|done| view! { <AfterMove done moved/> })}
        }
        .into_any()
    }
}

/// What is under way; a stage without applications takes no room.
#[component]
fn Open(ids: Memo<Vec<ItemId>>, rows: RowFocus, make: Callback<(ItemId, Stage)>) -> impl IntoView {
    let stages = move || {
        let known = Stage::PATH.iter().filter(|stage| !stage.is_end()).cloned();
        let stages = known.chain([Stage::Other("".into())]);
        stages.map(|stage| view! { <OneStage stage rows make/> }).collect_view()
    };
    view! {
        <section aria-label=text(Key::ApplicationColumnsLabel)>
            <Show
                when=move || ids.with(|ids| !ids.is_empty())
                fallback=|| view! { <p>{move || t(Key::ApplicationFilterNone)}</p> }
            >
                <div class="stages">{stages()}</div>
            </Show>
        </section>
    }
}

/// One stage with its heading and its cards.
#[component]
fn OneStage(stage: Stage, rows: RowFocus, make: Callback<(ItemId, Stage)>) -> impl IntoView {
    let board = BoardState::expect();
    let name = stage.clone();
    let ids = Memo::new(move |_| {
        group(board, |found| *found == stage || !(found.is_known() || stage.is_known()))
    });
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        let name = name.clone();
        any.get().then(|| {
            view! {
                <div class="stages__stage">
                    <h2>{move || stage_name(&name)}</h2>
                    <ul class="stack">
                        <Each each=move || ids.get() key=|id| *id let:id>
                            <li on:focusin=move |_| rows.enter(id)>
                                <ApplicationCard id on_move=make/>
                            </li>
                        </Each>
                    </ul>
                </div>
            }
        })
    }
}

/// What is over, together and without a count: no end is a failure.
#[component]
fn Over(
    ids: Memo<Vec<ItemId>>,
    alone: Signal<bool>,
    rows: RowFocus,
    make: Callback<(ItemId, Stage)>,
) -> impl IntoView {
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || match (any.get(), alone.get()) {
        (true, _) => view! {
            <section class="stack">
                <h2>{move || t(Key::ApplicationListClosed)}</h2>
                <ul class="grid">
                    <Each each=move || ids.get() key=|id| *id let:id>
                        <li on:focusin=move |_| rows.enter(id)>
                            <ApplicationCard id over=true on_move=make/>
                        </li>
                    </Each>
                </ul>
            </section>
        }
        .into_any(),
        (false, true) => view! { <p>{move || t(Key::ApplicationFilterNone)}</p> }.into_any(),
        (false, false) => ().into_any(),
    }
}

/// The way back; after an end also the way to what was learnt.
#[component]
fn AfterMove(done: Moved, moved: RwSignal<Option<Moved>>) -> impl IntoView {
    let id = done.item();
    let ended = Stage::ENDS.contains(done.to()).then(|| {
        view! {
            <div>
                <LinkButton
                    label=text(Key::ApplicationEndingNote)
                    href=Path::Application(id.0).href()
                    icon=IconName::Pencil
                />
            </div>
        }
    });
    view! {
        {ended}
        <TakeBack done moved focus=card_id(id)/>
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

/// The applications at stages that fit; newest first, so that what a person reads keeps its
/// place while stages change.
fn group(board: BoardState, fits: impl Fn(&Stage) -> bool) -> Vec<ItemId> {
    board.view().with(|world| {
        let mut found = world
            .items()
            .filter(|(_, item)| item.is_live())
            .filter(|(_, item)| item.as_application().is_some_and(|it| fits(&it.stage)))
            .map(|(_, item)| (item.at, item.id))
            .collect::<Vec<_>>();
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.into_iter().map(|(_, id)| id).collect()
    })
}
