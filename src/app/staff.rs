//! The pages of staff: duos by name and date, never a word of a board.

use board::protocol::session::Session;
use leptos::prelude::*;

use crate::{
    app::{
        routes::{Addresses, routes},
        staff_pages::{
            figures::{FIGURES, FiguresPages},
            library::{LIBRARY, LibraryPage},
            setup::{SETUP, SetupPage},
        },
    },
    features::{
        duos::fresh::FreshCodes,
        more::office::OfficeLinks,
        session::veil::Veil,
        shell::{Frame, menu::staff_menu},
    },
    pages::{
        branch::BranchPage,
        code::CodePage,
        codes::CodesPage,
        codes_in::CodesInPage,
        contact_calendar::ContactCalendarPage,
        devices::DevicesPage,
        duo::DuoPage,
        duos::DuosPage,
        follow_ups::FollowUpsPage,
        gallery::GalleryPage,
        home::HomePage,
        moderate_codes::{DecideCodePage, ModerateCodesPage},
        more::MorePage,
        new_duo::NewDuoPage,
        not_allowed::NotAllowedPage,
        not_found::NotFoundPage,
        own_codes::OwnCodesPage,
        settings::SettingsPage,
        thresholds::ThresholdsPage,
        write_code::{RewriteCodePage, WriteCodePage},
    },
    platform::page::PageSignals,
};

/// The pages of staff, and what they are told where the pages of a duo stand.
const PAGES: Addresses = &[
    ("/", || view! { <HomePage/> }.into_any()),
    ("/duos", || view! { <DuosPage/> }.into_any()),
    ("/duos/new", || view! { <NewDuoPage/> }.into_any()),
    ("/duos/import", || SETUP.page(SetupPage::Import)),
    ("/duos/:id", || view! { <DuoPage/> }.into_any()),
    ("/contacts", || view! { <ContactCalendarPage/> }.into_any()),
    ("/codes", || view! { <CodesPage/> }.into_any()),
    ("/codes/mine", || view! { <OwnCodesPage/> }.into_any()),
    ("/codes/write", || view! { <WriteCodePage/> }.into_any()),
    ("/codes/write/:id", || view! { <RewriteCodePage/> }.into_any()),
    ("/codes/in/:sector", || view! { <CodesInPage/> }.into_any()),
    ("/codes/moderate", || view! { <ModerateCodesPage/> }.into_any()),
    ("/codes/moderate/:id", || view! { <DecideCodePage/> }.into_any()),
    ("/codes/:id", || view! { <CodePage/> }.into_any()),
    ("/directory", || LIBRARY.page(LibraryPage::Directory)),
    ("/directory/new", || LIBRARY.page(LibraryPage::NewService)),
    ("/directory/:id", || LIBRARY.page(LibraryPage::EditService)),
    ("/letter", || LIBRARY.page(LibraryPage::Letter)),
    ("/follow-ups", || view! { <FollowUpsPage/> }.into_any()),
    ("/settings", || view! { <SettingsPage/> }.into_any()),
    ("/figures", || FIGURES.page(FiguresPages::Figures)),
    ("/figures/breakdown", || FIGURES.page(FiguresPages::Breakdown)),
    ("/figures/targets", || FIGURES.page(FiguresPages::Targets)),
    ("/figures/evidence", || FIGURES.page(FiguresPages::Evidence)),
    ("/branch", || view! { <BranchPage/> }.into_any()),
    ("/thresholds", || view! { <ThresholdsPage/> }.into_any()),
    ("/people", || SETUP.page(SetupPage::People)),
    ("/people/new", || SETUP.page(SetupPage::NewPerson)),
    ("/people/:id", || SETUP.page(SetupPage::Person)),
    ("/matching", || SETUP.page(SetupPage::Matching)),
    ("/team", || SETUP.page(SetupPage::Team)),
    ("/team/new", || SETUP.page(SetupPage::NewStaff)),
    ("/team/:id", || SETUP.page(SetupPage::Staff)),
    ("/branches", || SETUP.page(SetupPage::Branches)),
    ("/branches/new", || SETUP.page(SetupPage::NewBranch)),
    ("/branches/:id", || SETUP.page(SetupPage::EditBranch)),
    ("/more", || view! { <MorePage office=|| view! { <OfficeLinks/> }/> }.into_any()),
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
            <Veil>{routes(PAGES, || view! { <NotFoundPage/> }.into_any())}</Veil>
        </Frame>
    }
    .into_any()
}
