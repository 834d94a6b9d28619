//! What no mentee and no mentor downloads: the pages of staff, and the gallery.

pub mod figures;
pub mod library;
pub mod setup;

use board::protocol::session::Session;
use leptos::prelude::*;
use words::Part;

use crate::{
    app::{funder::FunderApp, staff::StaffApp},
    later::later,
    pages::gallery::GalleryPage,
    platform::page::PageSignals,
};

/// A part of the set.
#[derive(Clone)]
pub enum OtherPage {
    /// Menu and pages of a coordinator.
    Staff(Session, PageSignals),
    /// Menu and pages of a funder.
    Funder(Session, PageSignals),
    /// Every component with its states.
    Gallery,
}

later!(
    /// The set.
    OTHER, other, &[Part::Board, Part::Pages, Part::Staff], OtherPage, make
);

/// The pages of the set; the other sets of staff refer to it.
pub fn make(page: OtherPage) -> AnyView {
    match page {
        OtherPage::Staff(session, page) => {
            view! { <StaffApp session=session page=page/> }.into_any()
        }
        OtherPage::Funder(session, page) => {
            view! { <FunderApp session=session page=page/> }.into_any()
        }
        OtherPage::Gallery => view! { <GalleryPage/> }.into_any(),
    }
}
