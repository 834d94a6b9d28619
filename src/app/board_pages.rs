//! The pages of an open board that come after the first: fetched once this week is on the screen.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        application::ApplicationPage, applications::ApplicationsPage, devices::DevicesPage,
        more::MorePage, new_application::NewApplicationPage, new_objective::NewObjectivePage,
        not_sent::NotSentPage, objective::ObjectivePage, plan::PlanPage, removed::RemovedPage,
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

fn make(page: BoardPage) -> AnyView {
    match page {
        BoardPage::Plan => view! { <PlanPage/> }.into_any(),
        BoardPage::NewObjective => view! { <NewObjectivePage/> }.into_any(),
        BoardPage::Objective => view! { <ObjectivePage/> }.into_any(),
        BoardPage::Applications => view! { <ApplicationsPage/> }.into_any(),
        BoardPage::NewApplication => view! { <NewApplicationPage/> }.into_any(),
        BoardPage::Application => view! { <ApplicationPage/> }.into_any(),
        BoardPage::NotSent => view! { <NotSentPage/> }.into_any(),
        BoardPage::Removed => view! { <RemovedPage/> }.into_any(),
        BoardPage::More => view! { <MorePage/> }.into_any(),
        BoardPage::Devices => view! { <DevicesPage/> }.into_any(),
    }
}
