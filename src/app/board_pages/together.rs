//! What the two agree on, tell and ask each other, and what else of the board is on the device. Fetched
//! when one of these pages is opened.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        agreement::AgreementPage, boards::BoardsPage, call::CallPage, data::DataPage,
        notes::NotesPage, pause::BreakPage, prepare_meeting::PrepareMeetingPage, proof::ProofPage,
        pulse::PulsePage, story::StoryPage, who_sees::WhoSeesPage,
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
    /// The proof of job search.
    Proof,
    /// Who sees what.
    WhoSees,
    /// Notes for oneself.
    Notes,
    /// How much data the app uses.
    Data,
    /// The duos of a mentor who has several.
    Boards,
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
        TogetherPages::Proof => view! { <ProofPage/> }.into_any(),
        TogetherPages::WhoSees => view! { <WhoSeesPage/> }.into_any(),
        TogetherPages::Notes => view! { <NotesPage/> }.into_any(),
        TogetherPages::Data => view! { <DataPage/> }.into_any(),
        TogetherPages::Boards => view! { <BoardsPage/> }.into_any(),
    }
}
