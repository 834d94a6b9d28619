//! Who of the association may do what (features.md A01). Which branches it holds for comes from the
//! list of branches of each person; the funder's figures are of all of them and name nobody.

use crate::actor::Role;

/// What somebody of the association does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Looks after the duos of their branches, and after the library.
    LookAfter,
    /// Sets the thresholds and targets of their branches, and who works there.
    ManageBranch,
    /// Sets up branches, and what holds for all of them: retention, budgets, every account.
    ManageOrganisation,
    /// Reads figures in which nobody can be recognised.
    ReadFigures,
    /// Takes figures out duo by duo, under pseudonyms (features.md K16).
    ExportRows,
}

/// Whether somebody with this role does that.
#[must_use]
pub fn may(role: &Role, duty: Duty) -> bool {
    match role {
        Role::Coordinator => {
            matches!(duty, Duty::LookAfter | Duty::ReadFigures | Duty::ExportRows)
        }
        Role::BranchAdmin => !matches!(duty, Duty::ManageOrganisation),
        Role::OrganisationAdmin => true,
        Role::Funder => duty == Duty::ReadFigures,
        Role::Mentee | Role::Mentor | Role::Other(_) => false,
    }
}

/// Whether somebody of one role sets up accounts of another: makes them, changes them, lets their
/// owner back in. Nobody makes somebody who may do more than they do.
#[must_use]
pub fn sets_up(role: &Role, other: &Role) -> bool {
    match other {
        Role::Coordinator => may(role, Duty::ManageBranch),
        Role::BranchAdmin | Role::OrganisationAdmin | Role::Funder => {
            may(role, Duty::ManageOrganisation)
        }
        Role::Mentee | Role::Mentor | Role::Other(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_funder_reads_figures_and_nothing_else() {
        let duties = [Duty::LookAfter, Duty::ManageBranch, Duty::ManageOrganisation];
        assert!(duties.iter().all(|duty| !may(&Role::Funder, *duty)));
        assert!(may(&Role::Funder, Duty::ReadFigures) && !may(&Role::Funder, Duty::ExportRows));
    }

    #[test]
    fn the_two_of_a_duo_and_unknown_roles_do_nothing_here() {
        for role in [Role::Mentee, Role::Mentor, Role::Other("boss".into())] {
            assert!(!may(&role, Duty::LookAfter) && !may(&role, Duty::ReadFigures));
        }
    }

    #[test]
    fn accounts_of_a_branch_are_not_for_coordinators() {
        assert!(!may(&Role::Coordinator, Duty::ManageBranch));
        assert!(may(&Role::BranchAdmin, Duty::ManageBranch));
        assert!(!may(&Role::BranchAdmin, Duty::ManageOrganisation));
    }
}
