//! What the server keeps of a person, and asks of them. Fetched when one of these pages is opened, and
//! never ahead (`xtask/src/offline.rs`): the first time, what they show is not on the device either.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        consents::ConsentsPage, history::HistoryPage, hours::HoursPage, letter::LetterPage,
        looks::LooksPage, my_data::MyDataPage, reminders::RemindersPage,
        report_questions::ReportQuestionsPage, view_choice::ViewChoicePage,
    },
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountPages {
    /// Who changed what, and when.
    History,
    /// Everything kept of the person.
    MyData,
    /// Who of the association looked at what.
    Looks,
    /// What the person agrees to.
    Consents,
    /// The optional questions for reports.
    ReportQuestions,
    /// What a new mentor may see.
    ViewChoice,
    /// A mentor's volunteer hours.
    Hours,
    /// The letter of the week.
    Letter,
    /// Reminders that need no open app.
    Reminders,
}

later!(
    /// The set.
    ACCOUNT, account, &[Part::Board, Part::Pages], AccountPages, make, beside crate::app::board_pages::make
);

fn make(page: AccountPages) -> AnyView {
    match page {
        AccountPages::History => view! { <HistoryPage/> }.into_any(),
        AccountPages::MyData => view! { <MyDataPage/> }.into_any(),
        AccountPages::Looks => view! { <LooksPage/> }.into_any(),
        AccountPages::Consents => view! { <ConsentsPage/> }.into_any(),
        AccountPages::ReportQuestions => view! { <ReportQuestionsPage/> }.into_any(),
        AccountPages::ViewChoice => view! { <ViewChoicePage/> }.into_any(),
        AccountPages::Hours => view! { <HoursPage/> }.into_any(),
        AccountPages::Letter => view! { <LetterPage/> }.into_any(),
        AccountPages::Reminders => view! { <RemindersPage/> }.into_any(),
    }
}
