//! The pages of staff: duos by name and date, never a word of a board.

use board::protocol::session::Session;
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route},
    path,
};

use crate::{
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

/// Menu and pages of a coordinator.
#[component]
pub fn StaffApp(
    /// Who.
    session: Session,
    /// The window.
    page: PageSignals,
) -> impl IntoView {
    FreshCodes::provide();
    let fallback: fn() -> AnyView = || view! { <NotFoundPage/> }.into_any();
    provide_context(page);
    view! {
        <Frame items=staff_menu() page=page idle_seconds=session.idle_seconds>
            <FlatRoutes fallback=fallback>
                <Route path=path!("/") view=HomePage/>
                <Route path=path!("/duos") view=DuosPage/>
                <Route path=path!("/duos/new") view=NewDuoPage/>
                <Route path=path!("/duos/:id") view=DuoPage/>
                <Route path=path!("/codes") view=CodesPage/>
                <Route path=path!("/codes/mine") view=OwnCodesPage/>
                <Route path=path!("/codes/write") view=WriteCodePage/>
                <Route path=path!("/codes/write/:id") view=RewriteCodePage/>
                <Route path=path!("/codes/in/:sector") view=CodesInPage/>
                <Route path=path!("/codes/moderate") view=ModerateCodesPage/>
                <Route path=path!("/codes/moderate/:id") view=DecideCodePage/>
                <Route path=path!("/codes/:id") view=CodePage/>
                <Route path=path!("/more") view=MorePage/>
                <Route path=path!("/devices") view=DevicesPage/>
                <Route path=path!("/gallery") view=GalleryPage/>
                <Route path=path!("/week") view=NotAllowedPage/>
                <Route path=path!("/plan/*rest") view=NotAllowedPage/>
                <Route path=path!("/applications/*rest") view=NotAllowedPage/>
                <Route path=path!("/removed") view=NotAllowedPage/>
                <Route path=path!("/not-sent") view=NotAllowedPage/>
            </FlatRoutes>
        </Frame>
    }
    .into_any()
}
