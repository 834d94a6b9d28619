//! The pages of the two of a duo, around the board that stays open while pages change.

use board::protocol::session::Session;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    app::{
        board_pages::{BOARD, BoardPage},
        routes::{Addresses, routes},
        staff_pages::{OTHER, OtherPage},
    },
    features::{
        asides::{ASIDES, Aside},
        delivery::DeliveryState,
        leave::Departure,
        shell::{
            Frame,
            menu::{bare_menu, duo_menu},
            tray_link::TrayLink,
        },
    },
    i18n::tf,
    pages::{
        closed::ClosedPage, home::HomePage, not_allowed::NotAllowedPage, not_found::NotFoundPage,
        week::WeekPage,
    },
    platform::{
        network,
        page::{self, PageSignals},
    },
    state::board::BoardState,
};

/// Menu and pages of a mentee or a mentor. Of several boards the newest is open.
#[component]
pub fn DuoApp(
    /// Who.
    session: Session,
    /// The window.
    page: PageSignals,
) -> impl IntoView {
    let idle_seconds = session.idle_seconds;
    let Some(info) = session.boards.first().cloned() else {
        return view! {
            <Frame items=bare_menu() page=page idle_seconds=idle_seconds>{closed()}</Frame>
        }
        .into_any();
    };
    let board = BoardState::open(&session, info, page);
    let departure = Departure::expect();
    page::ask_before_leaving(move || board.at_risk() > 0 && !departure.has_begun());
    let is_open = Memo::new(move |_| !board.is_closed());
    let pages = move || {
        if is_open.get() { view! { <Open/> }.into_any() } else { closed() }
    };
    let is_ready = Memo::new(move |_| board.is_ready());
    let news = move || is_ready.get().then(|| ASIDES.quietly(Aside::News));
    let state = || view! { <DeliveryState/> <TrayLink/> };
    let items = duo_menu(board.is_mentee());
    if board.is_mentee() {
        view! {
            <Frame items=items page=page idle_seconds=idle_seconds state=state>
                {news}
                {pages}
            </Frame>
        }
        .into_any()
    } else {
        let about =
            Signal::derive(move || tf(Key::PlanTitleMentor, &[("name", &board.other_name())]));
        view! {
            <Frame items=items page=page idle_seconds=idle_seconds state=state about=about>
                {news}
                {pages}
            </Frame>
        }
        .into_any()
    }
}

/// The pages of an open board.
const OPEN: Addresses = &[
    ("/", || view! { <HomePage/> }.into_any()),
    ("/week", || view! { <WeekPage/> }.into_any()),
    ("/plan", || BOARD.page(BoardPage::Plan)),
    ("/plan/new", || BOARD.page(BoardPage::NewObjective)),
    ("/plan/:id", || BOARD.page(BoardPage::Objective)),
    ("/applications", || BOARD.page(BoardPage::Applications)),
    ("/applications/new", || BOARD.page(BoardPage::NewApplication)),
    ("/applications/:id", || BOARD.page(BoardPage::Application)),
    ("/not-sent", || BOARD.page(BoardPage::NotSent)),
    ("/removed", || BOARD.page(BoardPage::Removed)),
    ("/more", || BOARD.page(BoardPage::More)),
    ("/devices", || BOARD.page(BoardPage::Devices)),
    ("/gallery", || OTHER.page(OtherPage::Gallery)),
    ("/duos/*", || view! { <NotAllowedPage/> }.into_any()),
];

/// What stays for a person whose access to the board is over: what they wrote and could not send
/// is still theirs to copy.
const CLOSED: Addresses = &[
    ("/not-sent", || match use_context::<BoardState>() {
        Some(_) => BOARD.page(BoardPage::NotSent),
        None => view! { <ClosedPage/> }.into_any(),
    }),
    ("/more", || BOARD.page(BoardPage::More)),
    ("/devices", || BOARD.page(BoardPage::Devices)),
];

/// Every page of an open board. Once this week can be used, the others are fetched too, so that
/// the next tap waits for nothing; but not on the megabytes of a person who saves them.
#[component]
fn Open() -> impl IntoView {
    let board = BoardState::expect();
    Effect::new(move |begun: Option<bool>| {
        if begun == Some(true) || !board.is_ready() {
            return begun == Some(true);
        }
        if !network::saves_data() {
            // Without a network now, the page that needs them asks again.
            spawn_local(async {
                BOARD.bring().await;
            });
        }
        true
    });
    routes(OPEN, || view! { <NotFoundPage/> }.into_any())
}

/// See [`CLOSED`].
fn closed() -> AnyView {
    routes(CLOSED, || view! { <ClosedPage/> }.into_any())
}
