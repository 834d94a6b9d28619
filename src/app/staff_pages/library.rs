//! The directory of services, as coordinators look after it, and their letter of the week. Fetched
//! when one of these pages is opened.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        directory::{DirectoryPage, EditServicePage, NewServicePage},
        staff_letter::StaffLetterPage,
    },
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibraryPage {
    /// Every entry.
    Directory,
    /// Form for an entry.
    NewService,
    /// One entry.
    EditService,
    /// The letter of the week.
    Letter,
}

later!(
    /// The set.
    LIBRARY, library, &[Part::Pages, Part::Staff], LibraryPage, make, beside crate::app::staff_pages::make
);

fn make(page: LibraryPage) -> AnyView {
    match page {
        LibraryPage::Directory => view! { <DirectoryPage/> }.into_any(),
        LibraryPage::NewService => view! { <NewServicePage/> }.into_any(),
        LibraryPage::EditService => view! { <EditServicePage/> }.into_any(),
        LibraryPage::Letter => view! { <StaffLetterPage/> }.into_any(),
    }
}
