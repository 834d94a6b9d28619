//! Setting up: lists of duos, people, the matching aid, accounts, branches. Fetched when one of
//! these pages is opened.

use board::office::duty::{Duty, may};
use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        branches::{BranchesPage, EditBranchPage, NewBranchPage},
        import_duos::ImportDuosPage,
        matching::MatchingPage,
        not_allowed::NotAllowedPage,
        people::{NewPersonPage, PeoplePage, PersonPage},
        team::{NewStaffPage, StaffAccountPage, TeamPage},
    },
    state::session::SessionState,
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupPage {
    /// Duos from a file.
    Import,
    /// Mentees and mentors.
    People,
    /// Somebody without a duo.
    NewPerson,
    /// One mentee or mentor.
    Person,
    /// The matching aid.
    Matching,
    /// Accounts.
    Team,
    /// A new account.
    NewStaff,
    /// One account.
    Staff,
    /// Branches.
    Branches,
    /// A new branch.
    NewBranch,
    /// One branch.
    EditBranch,
}

later!(
    /// The set.
    SETUP, setup, &[Part::Pages, Part::Staff], SetupPage, make, beside crate::app::staff_pages::make
);

impl SetupPage {
    /// What somebody must be able to do for it.
    fn duty(self) -> Duty {
        match self {
            Self::Import | Self::People | Self::NewPerson | Self::Person | Self::Matching => {
                Duty::LookAfter
            }
            Self::Team | Self::NewStaff | Self::Staff => Duty::ManageBranch,
            Self::Branches | Self::NewBranch | Self::EditBranch => Duty::ManageOrganisation,
        }
    }
}

fn make(page: SetupPage) -> AnyView {
    let session = untrack(|| SessionState::expect().session());
    if !session.is_some_and(|session| may(&session.role, page.duty())) {
        return view! { <NotAllowedPage/> }.into_any();
    }
    match page {
        SetupPage::Import => view! { <ImportDuosPage/> }.into_any(),
        SetupPage::People => view! { <PeoplePage/> }.into_any(),
        SetupPage::NewPerson => view! { <NewPersonPage/> }.into_any(),
        SetupPage::Person => view! { <PersonPage/> }.into_any(),
        SetupPage::Matching => view! { <MatchingPage/> }.into_any(),
        SetupPage::Team => view! { <TeamPage/> }.into_any(),
        SetupPage::NewStaff => view! { <NewStaffPage/> }.into_any(),
        SetupPage::Staff => view! { <StaffAccountPage/> }.into_any(),
        SetupPage::Branches => view! { <BranchesPage/> }.into_any(),
        SetupPage::NewBranch => view! { <NewBranchPage/> }.into_any(),
        SetupPage::EditBranch => view! { <EditBranchPage/> }.into_any(),
    }
}
