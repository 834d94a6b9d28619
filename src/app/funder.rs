//! What a funder sees: figures in which nobody can be recognised, and what belongs to this device.

use board::protocol::session::Session;
use leptos::prelude::*;

use crate::{
    app::{
        routes::{Addresses, routes},
        staff_pages::figures::{FIGURES, FiguresPages},
    },
    features::{
        session::veil::Veil,
        shell::{Frame, menu::funder_menu},
    },
    pages::{
        devices::DevicesPage, more::MorePage, not_allowed::NotAllowedPage, not_found::NotFoundPage,
    },
    platform::page::PageSignals,
};

/// The pages of a funder, and what they are told where those of others stand.
const PAGES: Addresses = &[
    ("/", || FIGURES.page(FiguresPages::Figures)),
    ("/figures", || FIGURES.page(FiguresPages::Figures)),
    ("/figures/breakdown", || FIGURES.page(FiguresPages::Breakdown)),
    ("/figures/targets", || view! { <NotAllowedPage/> }.into_any()),
    ("/figures/evidence", || view! { <NotAllowedPage/> }.into_any()),
    ("/more", || view! { <MorePage/> }.into_any()),
    ("/devices", || view! { <DevicesPage/> }.into_any()),
    ("/duos/*", || view! { <NotAllowedPage/> }.into_any()),
    ("/contacts", || view! { <NotAllowedPage/> }.into_any()),
    ("/follow-ups", || view! { <NotAllowedPage/> }.into_any()),
    ("/branch", || view! { <NotAllowedPage/> }.into_any()),
    ("/thresholds", || view! { <NotAllowedPage/> }.into_any()),
    ("/people/*", || view! { <NotAllowedPage/> }.into_any()),
    ("/matching", || view! { <NotAllowedPage/> }.into_any()),
    ("/team/*", || view! { <NotAllowedPage/> }.into_any()),
    ("/branches/*", || view! { <NotAllowedPage/> }.into_any()),
    ("/settings", || view! { <NotAllowedPage/> }.into_any()),
    ("/directory/*", || view! { <NotAllowedPage/> }.into_any()),
    ("/codes/*", || view! { <NotAllowedPage/> }.into_any()),
    ("/week", || view! { <NotAllowedPage/> }.into_any()),
    ("/plan/*", || view! { <NotAllowedPage/> }.into_any()),
];

/// Menu and pages of a funder.
#[component]
pub fn FunderApp(
    /// Who.
    session: Session,
    /// The window.
    page: PageSignals,
) -> impl IntoView {
    provide_context(page);
    view! {
        <Frame items=funder_menu() page=page idle_seconds=session.idle_seconds>
            <Veil>{routes(PAGES, || view! { <NotFoundPage/> }.into_any())}</Veil>
        </Frame>
    }
    .into_any()
}
