//! The pages of an open board that come after the first: those of every day, fetched once this week
//! is on the screen, and below them those that are fetched when they are opened.

pub mod account;
pub mod codes;
pub mod cvs;
pub mod services;
pub mod together;

use leptos::prelude::*;
use words::Part;

use crate::{
    features::ended::EndedDuo,
    later::later,
    pages::{
        application::ApplicationPage, applications::ApplicationsPage, devices::DevicesPage,
        meeting::MeetingPage, meetings::MeetingsPage, more::MorePage,
        new_application::NewApplicationPage, new_meeting::NewMeetingPage,
        new_objective::NewObjectivePage, not_sent::NotSentPage, objective::ObjectivePage,
        plan::PlanPage, removed::RemovedPage,
    },
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardPage {
    /// The objectives by horizon.
    Plan,
    /// Form for an objective.
    NewObjective,
    /// One objective.
    Objective,
    /// The job applications.
    Applications,
    /// Form for an application.
    NewApplication,
    /// One application.
    Application,
    /// The meetings of the two.
    Meetings,
    /// Form for a meeting.
    NewMeeting,
    /// One meeting.
    Meeting,
    /// Not a page: what stands over this week once the duo is over.
    EndedDuo,
    /// What the server did not take.
    NotSent,
    /// What was removed.
    Removed,
    /// The person and this device.
    More,
    /// Devices that may open the plan.
    Devices,
}

later!(
    /// The set.
    BOARD, board, &[Part::Board], BoardPage, make
);

/// Builds a page of the set.
pub fn make(page: BoardPage) -> AnyView {
    match page {
        BoardPage::Plan => view! { <PlanPage/> }.into_any(),
        BoardPage::NewObjective => view! { <NewObjectivePage/> }.into_any(),
        BoardPage::Objective => view! { <ObjectivePage/> }.into_any(),
        BoardPage::Applications => view! { <ApplicationsPage/> }.into_any(),
        BoardPage::NewApplication => view! { <NewApplicationPage/> }.into_any(),
        BoardPage::Application => view! { <ApplicationPage/> }.into_any(),
        BoardPage::Meetings => view! { <MeetingsPage/> }.into_any(),
        BoardPage::NewMeeting => view! { <NewMeetingPage/> }.into_any(),
        BoardPage::Meeting => view! { <MeetingPage/> }.into_any(),
        BoardPage::EndedDuo => view! { <EndedDuo/> }.into_any(),
        BoardPage::NotSent => view! { <NotSentPage/> }.into_any(),
        BoardPage::Removed => view! { <RemovedPage/> }.into_any(),
        BoardPage::More => view! { <MorePage/> }.into_any(),
        BoardPage::Devices => view! { <DevicesPage/> }.into_any(),
    }
}
