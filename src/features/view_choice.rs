//! What a new mentor may see of what was there before them (features.md K21). Until the mentee
//! chooses, that is nothing. What is chosen is shared item by item, as always.

use board::{
    id::{BoardId, ItemId},
    item::Item,
    op::Op,
    protocol::plans::ViewChoice,
    space::Side,
    world::World,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        confirm_dialog::ConfirmDialog,
        icon::IconName,
        link_button::LinkButton,
        notice::{Notice, NoticeKind},
        unfold::Unfold,
    },
    features::{
        api_error::api_error_text,
        fetched::{FetchNotice, Fetched},
        kind_name::kind_name,
        live_text::errors::reject_text,
        removed::item_name,
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce::announce, focus},
    state::{board::BoardState, session::SessionState},
};

/// Over this week, while nothing is chosen: the way to the choice.
#[component]
pub fn ChoiceWaits() -> impl IntoView {
    view! {
        <div class="page ended">
            <Notice kind=NoticeKind::Attend>
                <p>{move || t(Key::ViewChoiceWaits)}</p>
                <div>
                    <LinkButton
                        label=text(Key::ViewChoiceGo)
                        href=Path::ViewChoice.href()
                        icon=IconName::Eye
                    />
                </div>
            </Notice>
        </div>
    }
    .into_any()
}

/// Something that can be shown: its name, its kind, and whether it is ticked.
#[derive(Clone)]
struct Offer {
    id: ItemId,
    label: String,
    ticked: RwSignal<bool>,
}

/// Everything, some of it, or nothing.
#[component]
pub fn ViewChoiceWork() -> impl IntoView {
    let board = BoardState::expect();
    let id = board.info().id;
    let choice = Fetched::<ViewChoice>::nothing();
    let done = RwSignal::new(None::<String>);
    let load = Callback::new(move |()| {
        spawn_local(async move {
            match api::plans::view_choice(id).await {
                // Nothing to choose, or chosen on another device.
                Err(error) if is_gone(&error) => done.set(Some(t(Key::ViewChoiceNothingLeft))),
                answer => choice.take(answer),
            }
        });
    });
    load.run(());
    let is_done = Memo::new(move |_| done.with(Option::is_some));
    let known = Memo::new(move |_| choice.value.with(Option::is_some));
    let ready = Signal::derive(move || known.get() || is_done.get());
    let content = move || match (is_done.get(), known.get()) {
        (true, _) => view! {
            <Notice kind=NoticeKind::Success>
                <p id="view-done" tabindex="-1">{move || done.get()}</p>
                <p>{move || t(Key::ViewChoiceChange)}</p>
            </Notice>
        }
        .into_any(),
        (false, true) => view! { <Question choice=choice done=done/> }.into_any(),
        (false, false) => ().into_any(),
    };
    view! {
        <FetchNotice ready=ready failure=choice.failure on_retry=load without=Key::NeedsChoice/>
        {content}
    }
}

fn is_gone(error: &ApiError) -> bool {
    matches!(error, ApiError::Problem(problem) if problem.status == 404)
}

#[component]
fn Question(choice: Fetched<ViewChoice>, done: RwSignal<Option<String>>) -> impl IntoView {
    let board = BoardState::expect();
    let session = SessionState::expect();
    let ViewChoice { mentor, items } = untrack(|| choice.value.get())
        .unwrap_or(ViewChoice { mentor: String::new(), items: vec![] });
    let offers = StoredValue::new(untrack(|| {
        board
            .view()
            .with(|world| items.iter().filter_map(|id| offer(world, *id)).collect::<Vec<_>>())
    }));
    let name = StoredValue::new(mentor);
    let named = move |key: Key| name.with_value(|name| tf(key, &[("name", name)]));
    let asks_all = RwSignal::new(false);
    let some_open = RwSignal::new(false);
    let failure = RwSignal::new(None::<String>);
    let show = Callback::new(move |all: bool| {
        let chosen: Vec<ItemId> = offers.with_value(|offers| {
            let ticked = |offer: &&Offer| all || offer.ticked.get_untracked();
            offers.iter().filter(ticked).map(|offer| offer.id).collect()
        });
        // What is shared already, on another device perhaps, needs no second time.
        let still_own = |id: &ItemId| {
            let side = board.view().with_untracked(|world| Some(world.find(*id)?.0));
            side == Some(Side::Private)
        };
        let none = chosen.is_empty();
        for item in chosen.into_iter().filter(still_own) {
            if let Err(reject) = board.act(Op::Share { item }) {
                failure.set(Some(reject_text(&reject)));
                return;
            }
        }
        let said = named(if none { Key::ViewChoiceDoneNothing } else { Key::ViewChoiceDone });
        spawn_local(async move {
            match api::plans::end_view_choice(board.info().id).await {
                Ok(()) => {
                    forget(session, board.info().id).await;
                    announce(&said);
                    done.try_set(Some(said));
                    focus::focus_soon("view-done");
                }
                Err(error) => {
                    announce(&api_error_text(&error));
                    failure.try_set(Some(api_error_text(&error)));
                }
            }
        });
    });
    let nothing = move |()| {
        offers.with_value(|offers| offers.iter().for_each(|offer| offer.ticked.set(false)));
        show.run(false);
    };
    let rows = move || {
        offers.with_value(|offers| {
            let row = |offer: &Offer| {
                view! { <Checkbox label=Signal::stored(offer.label.clone()) value=offer.ticked/> }
            };
            offers.iter().map(row).collect_view()
        })
    };
    let trouble = move || {
        failure.get().map(|words| {
            view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> }
        })
    };
    view! {
        <p>{move || named(Key::ViewChoiceLead)} " " {move || t(Key::ViewChoiceComments)}</p>
        <h2>{move || t(Key::ViewChoiceQuestion)}</h2>
        {trouble}
        <div class="stack">
            <div>
                <Button
                    label=text(Key::ViewChoiceAll)
                    kind=ButtonKind::Quiet
                    icon=IconName::Eye
                    on_press=move |()| asks_all.set(true)
                />
            </div>
            <div>
                <Unfold
                    label=text(Key::ViewChoiceSome)
                    open=some_open
                    icon=IconName::Check
                    id="view-some"
                >
                    <div class="stack stack--tight">{rows}</div>
                    <Button
                        label=text(Key::ViewChoiceShow)
                        on_press=move |()| show.run(false)
                    />
                </Unfold>
            </div>
            <div>
                <Button
                    label=text(Key::ViewChoiceNothing)
                    kind=ButtonKind::Quiet
                    icon=IconName::Lock
                    on_press=nothing
                />
            </div>
        </div>
        <p class="muted">{move || t(Key::ViewChoiceChange)}</p>
        <ConfirmDialog
            open=asks_all
            title=text(Key::ViewChoiceConfirm)
            text=text(Key::ViewChoiceComments)
            confirm_label=text(Key::ViewChoiceAll)
            kind=ButtonKind::Main
            on_confirm=move |()| show.run(true)
        />
    }
}

/// What can be shown of this item now; nothing for what was removed or shared since.
fn offer(world: &World, id: ItemId) -> Option<Offer> {
    let (side, item) = world.find(id)?;
    let item: &Item = Some(item).filter(|item| side == Side::Private && item.is_live())?;
    let label = format!("{} · {}", item_name(item), kind_name(&item.body.kind()));
    Some(Offer { id, label, ticked: RwSignal::new(false) })
}

/// The session learns that nothing is to be chosen any more.
async fn forget(session: SessionState, board: BoardId) {
    let known = untrack(|| session.session());
    let Some(mut known) = known else { return };
    for info in known.boards.iter_mut().filter(|info| info.id == board) {
        info.choice_waits = false;
    }
    session.update(known).await;
}
