//! The pages of the two of a duo, around the board that stays open while pages change.

use board::protocol::{boards::BoardInfo, session::Session};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::{FlatRoutes, Route},
    hooks::use_location,
    path,
};

use words::Key;

use crate::{
    app::{
        board_pages::{BOARD, BoardPage},
        staff_pages::{OTHER, OtherPage},
    },
    features::{
        delivery::DeliveryState,
        leave::Departure,
        news::RemoteNews,
        shell::{
            Frame,
            boards_link::BoardsLink,
            menu::{bare_menu, duo_menu},
            tray_link::TrayLink,
        },
    },
    i18n::tf,
    pages::{
        closed::ClosedPage, home::HomePage, not_allowed::NotAllowedPage, not_found::NotFoundPage,
        week::WeekPage,
    },
    paths::Path,
    platform::{
        network,
        page::{self, PageSignals},
    },
    state::{board::BoardState, open_board::OpenBoard},
};

/// Menu and pages of a mentee or a mentor. Another board opens in place of the one before.
#[component]
pub fn DuoApp(
    /// Who.
    session: Session,
    /// The window.
    page: PageSignals,
) -> impl IntoView {
    let open = OpenBoard::provide(&session);
    move || match open.among(&session.boards) {
        Some(info) => view! { <OneBoard session=session.clone() info=info page=page/> }.into_any(),
        None => {
            let idle_seconds = session.idle_seconds;
            view! {
                <Frame items=bare_menu() page=page idle_seconds=idle_seconds><Closed/></Frame>
            }
            .into_any()
        }
    }
}

/// Menu and pages around one board.
#[component]
fn OneBoard(session: Session, info: BoardInfo, page: PageSignals) -> impl IntoView {
    let idle_seconds = session.idle_seconds;
    let over = info.ended.is_some();
    let board = BoardState::open(&session, info, page);
    let departure = Departure::expect();
    page::ask_before_leaving(move || board.at_risk() > 0 && !departure.has_begun());
    let is_open = Memo::new(move |_| !board.is_closed());
    let pages = move || {
        if is_open.get() {
            view! { {over.then(|| view! { <Ended/> })} <Open/> }.into_any()
        } else {
            view! { <Closed/> }.into_any()
        }
    };
    let state = || view! { <BoardsLink/> <DeliveryState/> <TrayLink/> };
    let items = duo_menu(board.is_mentee());
    if board.is_mentee() {
        view! {
            <Frame items=items page=page idle_seconds=idle_seconds state=state>
                <RemoteNews/>
                {pages}
            </Frame>
        }
        .into_any()
    } else {
        let about =
            Signal::derive(move || tf(Key::PlanTitleMentor, &[("name", &board.other_name())]));
        view! {
            <Frame items=items page=page idle_seconds=idle_seconds state=state about=about>
                <RemoteNews/>
                {pages}
            </Frame>
        }
        .into_any()
    }
}

/// Over this week, and over no other page: the duo has ended, the plan has not.
#[component]
fn Ended() -> impl IntoView {
    let pathname = use_location().pathname;
    let week = Path::Week.href();
    let here = Memo::new(move |_| pathname.with(|pathname| *pathname == week));
    move || here.get().then(|| BOARD.page(BoardPage::EndedDuo))
}

/// A page of the set, as the router wants it: one type for all of them, so that the router's code
/// for it travels once.
fn later(page: BoardPage) -> impl Fn() -> AnyView + Copy + Send + 'static {
    move || BOARD.page(page)
}

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
    let fallback: fn() -> AnyView = || view! { <NotFoundPage/> }.into_any();
    view! {
        <FlatRoutes fallback=fallback>
            <Route path=path!("/") view=HomePage/>
            <Route path=path!("/week") view=WeekPage/>
            <Route path=path!("/plan") view=later(BoardPage::Plan)/>
            <Route path=path!("/plan/new") view=later(BoardPage::NewObjective)/>
            <Route path=path!("/plan/:id") view=later(BoardPage::Objective)/>
            <Route path=path!("/applications") view=later(BoardPage::Applications)/>
            <Route path=path!("/applications/new") view=later(BoardPage::NewApplication)/>
            <Route path=path!("/applications/:id") view=later(BoardPage::Application)/>
            <Route path=path!("/cvs") view=later(BoardPage::Cvs)/>
            <Route path=path!("/cvs/new") view=later(BoardPage::NewCv)/>
            <Route path=path!("/cvs/:id") view=later(BoardPage::Cv)/>
            <Route path=path!("/cvs/:id/compare") view=later(BoardPage::CompareCv)/>
            <Route path=path!("/meetings") view=later(BoardPage::Meetings)/>
            <Route path=path!("/meetings/new") view=later(BoardPage::NewMeeting)/>
            <Route path=path!("/meetings/prepare") view=later(BoardPage::PrepareMeeting)/>
            <Route path=path!("/meetings/:id") view=later(BoardPage::Meeting)/>
            <Route path=path!("/agreement") view=later(BoardPage::Agreement)/>
            <Route path=path!("/break") view=later(BoardPage::Break)/>
            <Route path=path!("/pulse") view=later(BoardPage::Pulse)/>
            <Route path=path!("/call") view=later(BoardPage::Call)/>
            <Route path=path!("/story") view=later(BoardPage::Story)/>
            <Route path=path!("/services") view=later(BoardPage::Services)/>
            <Route path=path!("/referrals") view=later(BoardPage::Referrals)/>
            <Route path=path!("/referrals/new") view=later(BoardPage::NewReferral)/>
            <Route path=path!("/referrals/:id") view=later(BoardPage::Referral)/>
            <Route path=path!("/contacts") view=later(BoardPage::Contacts)/>
            <Route path=path!("/dates") view=later(BoardPage::KeyDates)/>
            <Route path=path!("/project") view=later(BoardPage::CareerAim)/>
            <Route path=path!("/codes") view=later(BoardPage::Codes)/>
            <Route path=path!("/codes/mine") view=later(BoardPage::OwnCodes)/>
            <Route path=path!("/codes/write") view=later(BoardPage::WriteCode)/>
            <Route path=path!("/codes/write/:id") view=later(BoardPage::RewriteCode)/>
            <Route path=path!("/codes/in/:sector") view=later(BoardPage::CodesIn)/>
            <Route path=path!("/codes/mark/:id") view=later(BoardPage::CodeMark)/>
            <Route path=path!("/codes/moderate") view=NotAllowedPage/>
            <Route path=path!("/codes/moderate/:id") view=NotAllowedPage/>
            <Route path=path!("/codes/:id") view=later(BoardPage::Code)/>
            <Route path=path!("/history") view=later(BoardPage::History)/>
            <Route path=path!("/proof") view=later(BoardPage::Proof)/>
            <Route path=path!("/my-data") view=later(BoardPage::MyData)/>
            <Route path=path!("/who-sees") view=later(BoardPage::WhoSees)/>
            <Route path=path!("/notes") view=later(BoardPage::Notes)/>
            <Route path=path!("/hours") view=later(BoardPage::Hours)/>
            <Route path=path!("/letter") view=later(BoardPage::Letter)/>
            <Route path=path!("/boards") view=later(BoardPage::Boards)/>
            <Route path=path!("/not-sent") view=later(BoardPage::NotSent)/>
            <Route path=path!("/removed") view=later(BoardPage::Removed)/>
            <Route path=path!("/more") view=later(BoardPage::More)/>
            <Route path=path!("/devices") view=later(BoardPage::Devices)/>
            <Route path=path!("/gallery") view=|| OTHER.page(OtherPage::Gallery)/>
            <Route path=path!("/duos/*rest") view=NotAllowedPage/>
        </FlatRoutes>
    }
    .into_any()
}

/// What stays for a person whose access to the board is over: what they wrote and could not send
/// is still theirs to copy.
#[component]
fn Closed() -> impl IntoView {
    let not_sent = || match use_context::<BoardState>() {
        Some(_) => BOARD.page(BoardPage::NotSent),
        None => view! { <ClosedPage/> }.into_any(),
    };
    // The same type as the fallback above: the router's code travels once for both.
    let fallback: fn() -> AnyView = || view! { <ClosedPage/> }.into_any();
    view! {
        <FlatRoutes fallback=fallback>
            <Route path=path!("/not-sent") view=not_sent/>
            <Route path=path!("/boards") view=later(BoardPage::Boards)/>
            <Route path=path!("/more") view=later(BoardPage::More)/>
            <Route path=path!("/devices") view=later(BoardPage::Devices)/>
            <Route path=path!("/letter") view=later(BoardPage::Letter)/>
        </FlatRoutes>
    }
    .into_any()
}
