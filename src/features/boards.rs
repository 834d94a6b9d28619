//! The duos of a mentor who accompanies several people over time (features.md T15).

use board::{id::BoardId, protocol::boards::BoardInfo};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::Card,
        chip::{Chip, ChipKind},
        each::Each,
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::applications::facts::day,
    i18n::{format, t, text, tf, tn},
    paths::Path,
    platform::announce::announce,
    state::{board::BoardState, open_board::OpenBoard, session::SessionState},
};

/// One card a duo, the open one marked.
#[component]
pub fn MyBoards() -> impl IntoView {
    let session = SessionState::expect();
    let open = OpenBoard::expect();
    let board = BoardState::expect();
    let navigate = use_navigate();
    // Changes of this device that only this page holds: leaving the board would lose them.
    let stuck = RwSignal::new(0_usize);
    let working = StoredValue::new(false);
    let switch = Callback::new(move |id: BoardId| {
        if working.get_value() {
            return;
        }
        working.set_value(true);
        announce(&t(Key::BoardsOpening));
        let navigate = navigate.clone();
        spawn_local(async move {
            board.send_all().await;
            working.try_set_value(false);
            let at_risk = board.at_risk();
            if at_risk > 0 {
                stuck.try_set(at_risk);
                announce(&t(Key::BoardsStuck));
                return;
            }
            // What waits for the network stays on this device, with its board.
            navigate(&Path::Week.href(), NavigateOptions::default());
            open.open(id);
        });
    });
    let boards = Memo::new(move |_| session.session().map(|it| it.boards).unwrap_or_default());
    let row = move |info: BoardInfo| {
        let current = info.id == board.info().id;
        view! { <li><OneDuo info current on_open=switch/></li> }
    };
    view! {
        <Show when=move || stuck.get() != 0>
            <Notice kind=NoticeKind::Attend>
                <p>{move || tn(Key::StateWaiting, stuck.get())}</p>
                <p>{move || t(Key::BoardsStuck)}</p>
            </Notice>
        </Show>
        <ul class="grid">
            <Each each=move || boards.get() key=|info| info.id let:info>{row(info)}</Each>
        </ul>
    }
}

#[component]
fn OneDuo(info: BoardInfo, current: bool, on_open: Callback<BoardId>) -> impl IntoView {
    let BoardInfo { id, mentee, ended, shared_until, .. } = info;
    let name = Signal::stored(mentee.name);
    let state = move || match (ended, shared_until) {
        (None, _) => t(Key::BoardsRuns),
        (Some(at), None) => tf(Key::BoardsEnded, &[("date", &format::long_date(day(at)))]),
        (Some(_), Some(until)) => {
            tf(Key::EndedDuoYouUntil, &[("date", &format::long_date(day(until)))])
        }
    };
    let action = if current {
        view! {
            <Chip
                label=text(Key::BoardsCurrent)
                kind=ChipKind::Mine
                icon=IconName::Check
            />
        }
        .into_any()
    } else {
        let press = move |()| on_open.run(id);
        view! {
            <Button
                label=text(Key::BoardsOpen)
                about=name
                kind=ButtonKind::Quiet
                icon=IconName::Pair
                on_press=press
            />
        }
        .into_any()
    };
    view! {
        <Card>
            <h2 dir="auto">{name}</h2>
            <p>{state}</p>
            <div>{action}</div>
        </Card>
    }
}
