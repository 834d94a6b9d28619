//! Roles and branches of colleagues, in words.

use board::{
    actor::Role,
    protocol::{session::BranchInfo, team::StaffMember},
};
use words::Key;

use crate::i18n::{format::list, t};

/// The roles that somebody with this role sets up.
#[must_use]
pub fn roles(own: &Role) -> Vec<Role> {
    let all = [Role::Coordinator, Role::BranchAdmin, Role::OrganisationAdmin, Role::Funder];
    all.into_iter().filter(|role| board::office::duty::sets_up(own, role)).collect()
}

/// What a role is called, and what it means.
#[must_use]
pub fn role_keys(role: &Role) -> [Key; 2] {
    match role {
        Role::BranchAdmin => [Key::TeamRoleBranchAdmin, Key::TeamRoleBranchAdminHint],
        Role::OrganisationAdmin => {
            [Key::TeamRoleOrganisationAdmin, Key::TeamRoleOrganisationAdminHint]
        }
        Role::Funder => [Key::TeamRoleFunder, Key::TeamRoleFunderHint],
        _ => [Key::TeamRoleCoordinator, Key::TeamRoleCoordinatorHint],
    }
}

/// The branches somebody looks after; tracked. Those that whoever looks does not know have no name
/// here.
#[must_use]
pub fn branch_words(member: &StaffMember, known: &[BranchInfo]) -> String {
    match member.role {
        Role::OrganisationAdmin => t(Key::TeamEverywhere),
        Role::Funder => t(Key::TeamFiguresOnly),
        _ => {
            let name = |id| known.iter().find(|branch| branch.id == id);
            let names = member.branches.iter().filter_map(|id| name(*id));
            list(names.map(|branch| branch.name.clone()).collect())
        }
    }
}
