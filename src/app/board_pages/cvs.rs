//! The versions of the CV, and the letters. Fetched when one of these pages is opened.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{compare_cv::CompareCvPage, cv::CvPage, cvs::CvsPage, new_cv::NewCvPage},
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CvsPages {
    /// The versions of the CV, and the letters.
    Cvs,
    /// Form for a version.
    NewCv,
    /// One version.
    Cv,
    /// One version, compared with another one.
    CompareCv,
}

later!(
    /// The set.
    CVS, cvs, &[Part::Board], CvsPages, make, beside crate::app::board_pages::make
);

fn make(page: CvsPages) -> AnyView {
    match page {
        CvsPages::Cvs => view! { <CvsPage/> }.into_any(),
        CvsPages::NewCv => view! { <NewCvPage/> }.into_any(),
        CvsPages::Cv => view! { <CvPage/> }.into_any(),
        CvsPages::CompareCv => view! { <CompareCvPage/> }.into_any(),
    }
}
