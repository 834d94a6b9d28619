//! Figures, groups, targets, evidence. Fetched when one of these pages is opened; for a funder they
//! are all there is.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        breakdown::BreakdownPage, evidence::EvidencePage, figures::FiguresPage,
        targets::TargetsPage,
    },
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiguresPages {
    /// Every figure.
    Figures,
    /// By group.
    Breakdown,
    /// Targets and budgets.
    Targets,
    /// For quality labels.
    Evidence,
}

later!(
    /// The set.
    FIGURES, figures, &[Part::Board, Part::Pages, Part::Staff], FiguresPages, make,
    beside crate::app::staff_pages::make
);

fn make(page: FiguresPages) -> AnyView {
    match page {
        FiguresPages::Figures => view! { <FiguresPage/> }.into_any(),
        FiguresPages::Breakdown => view! { <BreakdownPage/> }.into_any(),
        FiguresPages::Targets => view! { <TargetsPage/> }.into_any(),
        FiguresPages::Evidence => view! { <EvidencePage/> }.into_any(),
    }
}
