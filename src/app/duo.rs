//! The pages of the two of a duo, around the board that stays open while pages change.

use board::protocol::{boards::BoardInfo, session::Session};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;
use words::Key;

use crate::{
    app::{
        board_pages::{
            BOARD, BoardPage,
            account::{ACCOUNT, AccountPages},
            codes::{CODES, CodesPages},
            cvs::{CVS, CvsPages},
            services::{SERVICES, ServicesPages},
            together::{TOGETHER, TogetherPages},
        },
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
    state::{board::BoardState, open_board::OpenBoard, waiting_files::WaitingFiles},
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
                <Frame items=bare_menu() page=page idle_seconds=idle_seconds>{closed()}</Frame>
            }
            .into_any()
        }
    }
}

/// Menu and pages around one board.
#[component]
fn OneBoard(session: Session, info: BoardInfo, page: PageSignals) -> impl IntoView {
    let idle_seconds = session.idle_seconds;
    let over = info.ended.is_some() || info.choice_waits;
    WaitingFiles::provide(&session, info.id);
    let board = BoardState::open(&session, info, page);
    let departure = Departure::expect();
    page::ask_before_leaving(move || board.at_risk() > 0 && !departure.has_begun());
    let is_open = Memo::new(move |_| !board.is_closed());
    let pages = move || {
        if is_open.get() {
            view! { {over.then(|| view! { <Ended/> }.into_any())} <Open/> }.into_any()
        } else {
            closed()
        }
    };
    let is_ready = Memo::new(move |_| board.is_ready());
    let any_trouble = Memo::new(move |_| !board.troubles().all().is_empty());
    let troubles = move || any_trouble.get().then(|| ASIDES.quietly(Aside::Troubles));
    // Files are the mentee's.
    let asides = move || {
        is_ready.get().then(|| {
            let sender = board.is_mentee().then(|| ASIDES.quietly(Aside::Files(page)));
            view! { {ASIDES.quietly(Aside::News)} {ASIDES.quietly(Aside::Ahead)} {sender} }
                .into_any()
        })
    };
    let several = session.boards.len() > 1;
    let files = WaitingFiles::expect();
    let unsent = Memo::new(move |_| {
        !board.tray().is_empty() || !board.unread().is_empty() || files.counts().1 > 0
    });
    let state = move || {
        view! {
            {several.then(|| ASIDES.quietly(Aside::BoardsLink))}
            <DeliveryState/>
            {move || unsent.get().then(|| ASIDES.quietly(Aside::TrayLink))}
        }
        .into_any()
    };
    let about = (!board.is_mentee()).then(|| {
        Signal::derive(move || tf(Key::PlanTitleMentor, &[("name", &board.other_name())]))
    });
    view! {
        <Frame
            items=duo_menu(board.is_mentee())
            page=page
            idle_seconds=idle_seconds
            state=state
            about=about
        >
            {troubles}
            {asides}
            {pages}
        </Frame>
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
    ("/cvs", || CVS.page(CvsPages::Cvs)),
    ("/cvs/new", || CVS.page(CvsPages::NewCv)),
    ("/cvs/:id", || CVS.page(CvsPages::Cv)),
    ("/cvs/:id/compare", || CVS.page(CvsPages::CompareCv)),
    ("/meetings", || BOARD.page(BoardPage::Meetings)),
    ("/meetings/new", || BOARD.page(BoardPage::NewMeeting)),
    ("/meetings/prepare", || TOGETHER.page(TogetherPages::PrepareMeeting)),
    ("/meetings/:id", || BOARD.page(BoardPage::Meeting)),
    ("/agreement", || TOGETHER.page(TogetherPages::Agreement)),
    ("/break", || TOGETHER.page(TogetherPages::Break)),
    ("/pulse", || TOGETHER.page(TogetherPages::Pulse)),
    ("/call", || TOGETHER.page(TogetherPages::Call)),
    ("/story", || TOGETHER.page(TogetherPages::Story)),
    ("/services", || SERVICES.page(ServicesPages::Services)),
    ("/referrals", || SERVICES.page(ServicesPages::Referrals)),
    ("/referrals/new", || SERVICES.page(ServicesPages::NewReferral)),
    ("/referrals/:id", || SERVICES.page(ServicesPages::Referral)),
    ("/contacts", || SERVICES.page(ServicesPages::Contacts)),
    ("/dates", || SERVICES.page(ServicesPages::KeyDates)),
    ("/project", || SERVICES.page(ServicesPages::CareerAim)),
    ("/codes", || CODES.page(CodesPages::Codes)),
    ("/codes/mine", || CODES.page(CodesPages::OwnCodes)),
    ("/codes/write", || CODES.page(CodesPages::WriteCode)),
    ("/codes/write/:id", || CODES.page(CodesPages::RewriteCode)),
    ("/codes/in/:sector", || CODES.page(CodesPages::CodesIn)),
    ("/codes/mark/:id", || CODES.page(CodesPages::CodeMark)),
    ("/codes/moderate", || view! { <NotAllowedPage/> }.into_any()),
    ("/codes/moderate/:id", || view! { <NotAllowedPage/> }.into_any()),
    ("/codes/:id", || CODES.page(CodesPages::Code)),
    ("/history", || ACCOUNT.page(AccountPages::History)),
    ("/proof", || TOGETHER.page(TogetherPages::Proof)),
    ("/my-data", || ACCOUNT.page(AccountPages::MyData)),
    ("/who-sees", || TOGETHER.page(TogetherPages::WhoSees)),
    ("/who-looked", || ACCOUNT.page(AccountPages::Looks)),
    ("/consents", || ACCOUNT.page(AccountPages::Consents)),
    ("/report-questions", || ACCOUNT.page(AccountPages::ReportQuestions)),
    ("/new-mentor", || ACCOUNT.page(AccountPages::ViewChoice)),
    ("/notes", || TOGETHER.page(TogetherPages::Notes)),
    ("/data", || TOGETHER.page(TogetherPages::Data)),
    ("/hours", || ACCOUNT.page(AccountPages::Hours)),
    ("/letter", || ACCOUNT.page(AccountPages::Letter)),
    ("/reminders", || ACCOUNT.page(AccountPages::Reminders)),
    ("/boards", || TOGETHER.page(TogetherPages::Boards)),
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
    ("/boards", || TOGETHER.page(TogetherPages::Boards)),
    ("/more", || BOARD.page(BoardPage::More)),
    ("/letter", || ACCOUNT.page(AccountPages::Letter)),
    ("/reminders", || ACCOUNT.page(AccountPages::Reminders)),
    ("/devices", || BOARD.page(BoardPage::Devices)),
];

/// Over this week, and over no other page: the duo has ended, the plan has not; or another mentor
/// came, who sees nothing yet.
#[component]
fn Ended() -> impl IntoView {
    let pathname = use_location().pathname;
    let week = Path::Week.href();
    let here = Memo::new(move |_| pathname.with(|pathname| *pathname == week));
    move || here.get().then(|| BOARD.quietly(BoardPage::EndedDuo))
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
                // What is already asked for comes first.
                ASIDES.bring().await;
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
