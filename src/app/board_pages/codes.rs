//! The library of sector codes. Fetched when one of these pages is opened.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        code::{CodeMarkPage, CodePage},
        codes::CodesPage,
        codes_in::CodesInPage,
        own_codes::OwnCodesPage,
        write_code::{RewriteCodePage, WriteCodePage},
    },
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodesPages {
    /// The library of sector codes.
    Codes,
    /// The cards of one sector.
    CodesIn,
    /// One card.
    Code,
    /// One card, by the mark on it.
    CodeMark,
    /// The cards a mentor wrote.
    OwnCodes,
    /// Form for a card.
    WriteCode,
    /// Form for a card that is there already.
    RewriteCode,
}

later!(
    /// The set.
    CODES, codes, &[Part::Board, Part::Pages], CodesPages, make, beside crate::app::board_pages::make
);

fn make(page: CodesPages) -> AnyView {
    match page {
        CodesPages::Codes => view! { <CodesPage/> }.into_any(),
        CodesPages::CodesIn => view! { <CodesInPage/> }.into_any(),
        CodesPages::Code => view! { <CodePage/> }.into_any(),
        CodesPages::CodeMark => view! { <CodeMarkPage/> }.into_any(),
        CodesPages::OwnCodes => view! { <OwnCodesPage/> }.into_any(),
        CodesPages::WriteCode => view! { <WriteCodePage/> }.into_any(),
        CodesPages::RewriteCode => view! { <RewriteCodePage/> }.into_any(),
    }
}
