//! What is kept of a person, and who sees it. Fetched when one of these pages is opened.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        boards::BoardsPage, consents::ConsentsPage, data::DataPage, history::HistoryPage,
        hours::HoursPage, letter::LetterPage, looks::LooksPage, my_data::MyDataPage,
        notes::NotesPage, proof::ProofPage, reminders::RemindersPage,
        report_questions::ReportQuestionsPage, view_choice::ViewChoicePage, who_sees::WhoSeesPage,
    },
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountPages {
    /// Who changed what, and when.
    History,
    /// The proof of job search.
    Proof,
    /// Everything kept of the person.
    MyData,
    /// Who sees what.
    WhoSees,
    /// Who of the association looked at what.
    Looks,
    /// What the person agrees to.
    Consents,
    /// The optional questions for reports.
    ReportQuestions,
    /// What a new mentor may see.
    ViewChoice,
    /// Notes for oneself.
    Notes,
    /// How much data the app uses.
    Data,
    /// A mentor's volunteer hours.
    Hours,
    /// The letter of the week.
    Letter,
    /// Reminders that need no open app.
    Reminders,
    /// The duos of a mentor who has several.
    Boards,
}

later!(
    /// The set.
    ACCOUNT, account, &[Part::Board, Part::Pages], AccountPages, make, beside crate::app::board_pages::make
);

fn make(page: AccountPages) -> AnyView {
    match page {
        AccountPages::History => view! { <HistoryPage/> }.into_any(),
        AccountPages::Proof => view! { <ProofPage/> }.into_any(),
        AccountPages::MyData => view! { <MyDataPage/> }.into_any(),
        AccountPages::WhoSees => view! { <WhoSeesPage/> }.into_any(),
        AccountPages::Looks => view! { <LooksPage/> }.into_any(),
        AccountPages::Consents => view! { <ConsentsPage/> }.into_any(),
        AccountPages::ReportQuestions => view! { <ReportQuestionsPage/> }.into_any(),
        AccountPages::ViewChoice => view! { <ViewChoicePage/> }.into_any(),
        AccountPages::Notes => view! { <NotesPage/> }.into_any(),
        AccountPages::Data => view! { <DataPage/> }.into_any(),
        AccountPages::Hours => view! { <HoursPage/> }.into_any(),
        AccountPages::Letter => view! { <LetterPage/> }.into_any(),
        AccountPages::Reminders => view! { <RemindersPage/> }.into_any(),
        AccountPages::Boards => view! { <BoardsPage/> }.into_any(),
    }
}
