//! The pages of the two of a duo, around the board that stays open while pages change.

use board::protocol::session::Session;
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route},
    path,
};

use words::Key;

use crate::{
    features::{
        delivery::DeliveryState,
        leave::Departure,
        news::RemoteNews,
        shell::{
            Frame,
            menu::{bare_menu, duo_menu},
            tray_link::TrayLink,
        },
    },
    i18n::tf,
    pages::{
        application::ApplicationPage, applications::ApplicationsPage, closed::ClosedPage,
        devices::DevicesPage, gallery::GalleryPage, home::HomePage, more::MorePage,
        new_application::NewApplicationPage, new_objective::NewObjectivePage,
        not_allowed::NotAllowedPage, not_found::NotFoundPage, not_sent::NotSentPage,
        objective::ObjectivePage, plan::PlanPage, removed::RemovedPage, week::WeekPage,
    },
    platform::page::{self, PageSignals},
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
            <Frame items=bare_menu() page=page idle_seconds=idle_seconds><Closed/></Frame>
        }
        .into_any();
    };
    let board = BoardState::open(&session, info, page);
    let departure = Departure::expect();
    page::ask_before_leaving(move || board.at_risk() > 0 && !departure.has_begun());
    let is_open = Memo::new(move |_| !board.is_closed());
    let pages = move || {
        if is_open.get() { view! { <Open/> }.into_any() } else { view! { <Closed/> }.into_any() }
    };
    let state = || view! { <DeliveryState/> <TrayLink/> };
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

/// Every page of an open board.
#[component]
fn Open() -> impl IntoView {
    view! {
        <FlatRoutes fallback=NotFoundPage>
            <Route path=path!("/") view=HomePage/>
            <Route path=path!("/week") view=WeekPage/>
            <Route path=path!("/plan") view=PlanPage/>
            <Route path=path!("/plan/new") view=NewObjectivePage/>
            <Route path=path!("/plan/:id") view=ObjectivePage/>
            <Route path=path!("/applications") view=ApplicationsPage/>
            <Route path=path!("/applications/new") view=NewApplicationPage/>
            <Route path=path!("/applications/:id") view=ApplicationPage/>
            <Route path=path!("/not-sent") view=NotSentPage/>
            <Route path=path!("/removed") view=RemovedPage/>
            <Route path=path!("/more") view=MorePage/>
            <Route path=path!("/devices") view=DevicesPage/>
            <Route path=path!("/gallery") view=GalleryPage/>
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
        Some(_) => view! { <NotSentPage/> }.into_any(),
        None => view! { <ClosedPage/> }.into_any(),
    };
    view! {
        <FlatRoutes fallback=ClosedPage>
            <Route path=path!("/not-sent") view=not_sent/>
            <Route path=path!("/more") view=MorePage/>
            <Route path=path!("/devices") view=DevicesPage/>
        </FlatRoutes>
    }
    .into_any()
}
