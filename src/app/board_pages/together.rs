//! What the two agree on, tell and ask each other. Fetched when one of these pages is opened.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        agreement::AgreementPage, call::CallPage, pause::BreakPage,
        prepare_meeting::PrepareMeetingPage, pulse::PulsePage, story::StoryPage,
    },
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TogetherPages {
    /// One page to prepare the next meeting.
    PrepareMeeting,
    /// What the two promise each other.
    Agreement,
    /// A break of the duo.
    Break,
    /// How it goes, month by month.
    Pulse,
    /// “Please call me.”
    Call,
    /// The months of the duo.
    Story,
}

later!(
    /// The set.
    TOGETHER, together, &[Part::Board, Part::Pages], TogetherPages, make, beside crate::app::board_pages::make
);

fn make(page: TogetherPages) -> AnyView {
    match page {
        TogetherPages::PrepareMeeting => view! { <PrepareMeetingPage/> }.into_any(),
        TogetherPages::Agreement => view! { <AgreementPage/> }.into_any(),
        TogetherPages::Break => view! { <BreakPage/> }.into_any(),
        TogetherPages::Pulse => view! { <PulsePage/> }.into_any(),
        TogetherPages::Call => view! { <CallPage/> }.into_any(),
        TogetherPages::Story => view! { <StoryPage/> }.into_any(),
    }
}
