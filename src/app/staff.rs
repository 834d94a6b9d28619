//! The pages of staff: duos by name and date, never a word of a board.

use board::protocol::session::Session;
use leptos::prelude::*;

use crate::{
    app::routes::{Addresses, routes},
    features::{
        duos::fresh::FreshCodes,
        shell::{Frame, menu::staff_menu},
    },
    pages::{
        code::CodePage,
        codes::CodesPage,
        codes_in::CodesInPage,
        devices::DevicesPage,
        duo::DuoPage,
        duos::DuosPage,
        gallery::GalleryPage,
        home::HomePage,
        moderate_codes::{DecideCodePage, ModerateCodesPage},
        more::MorePage,
        new_duo::NewDuoPage,
        not_allowed::NotAllowedPage,
        not_found::NotFoundPage,
        own_codes::OwnCodesPage,
        write_code::{RewriteCodePage, WriteCodePage},
    },
    platform::page::PageSignals,
};

/// The pages of staff, and what they are told where the pages of a duo stand.
const PAGES: Addresses = &[
    ("/", || view! { <HomePage/> }.into_any()),
    ("/duos", || view! { <DuosPage/> }.into_any()),
    ("/duos/new", || view! { <NewDuoPage/> }.into_any()),
    ("/duos/:id", || view! { <DuoPage/> }.into_any()),
    ("/codes", || view! { <CodesPage/> }.into_any()),
    ("/codes/mine", || view! { <OwnCodesPage/> }.into_any()),
    ("/codes/write", || view! { <WriteCodePage/> }.into_any()),
    ("/codes/write/:id", || view! { <RewriteCodePage/> }.into_any()),
    ("/codes/in/:sector", || view! { <CodesInPage/> }.into_any()),
    ("/codes/moderate", || view! { <ModerateCodesPage/> }.into_any()),
    ("/codes/moderate/:id", || view! { <DecideCodePage/> }.into_any()),
    ("/codes/:id", || view! { <CodePage/> }.into_any()),
    ("/more", || view! { <MorePage/> }.into_any()),
    ("/devices", || view! { <DevicesPage/> }.into_any()),
    ("/gallery", || view! { <GalleryPage/> }.into_any()),
    ("/week", || view! { <NotAllowedPage/> }.into_any()),
    ("/plan/*", || view! { <NotAllowedPage/> }.into_any()),
    ("/applications/*", || view! { <NotAllowedPage/> }.into_any()),
    ("/removed", || view! { <NotAllowedPage/> }.into_any()),
    ("/not-sent", || view! { <NotAllowedPage/> }.into_any()),
];

/// Menu and pages of a coordinator.
#[component]
pub fn StaffApp(
    /// Who.
    session: Session,
    /// The window.
    page: PageSignals,
) -> impl IntoView {
    FreshCodes::provide();
    provide_context(page);
    view! {
        <Frame items=staff_menu() page=page idle_seconds=session.idle_seconds>
            {routes(PAGES, || view! { <NotFoundPage/> }.into_any())}
        </Frame>
    }
    .into_any()
}
