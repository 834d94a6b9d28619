//! What no mentee and no mentor downloads: the pages of staff, and the gallery.

use board::protocol::session::Session;
use leptos::prelude::*;
use words::Part;

use crate::{
    app::staff::StaffApp, later::later, pages::gallery::GalleryPage, platform::page::PageSignals,
};

/// A part of the set.
#[derive(Clone)]
pub enum OtherPage {
    /// Menu and pages of a coordinator.
    Staff(Session, PageSignals),
    /// Every component with its states.
    Gallery,
}

later!(
    /// The set.
    OTHER, other, &[Part::Board, Part::Staff], OtherPage, make
);

fn make(page: OtherPage) -> AnyView {
    match page {
        OtherPage::Staff(session, page) => {
            view! { <StaffApp session=session page=page/> }.into_any()
        }
        OtherPage::Gallery => view! { <GalleryPage/> }.into_any(),
    }
}
