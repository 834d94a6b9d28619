//! The entries of the main menu, by what the person does here.

use words::Key;

use crate::{
    components::{icon::IconName, navigation::NavigationItem},
    paths::Path,
};

/// For the two of a duo; the plan is "my plan" for the mentee alone.
#[must_use]
pub fn duo_menu(is_mentee: bool) -> Vec<NavigationItem> {
    let plan = if is_mentee { Key::NavPlan } else { Key::NavPlanMentor };
    vec![
        NavigationItem::new(Path::Week.href(), Key::NavWeek, IconName::Calendar),
        NavigationItem::new(Path::Plan.href(), plan, IconName::Flag),
        NavigationItem::new(Path::Applications.href(), Key::NavApplications, IconName::Briefcase),
        more(),
    ]
}

/// For staff.
#[must_use]
pub fn staff_menu() -> Vec<NavigationItem> {
    vec![
        NavigationItem::new(Path::Duos.href(), Key::NavDuos, IconName::Pair),
        NavigationItem::new(Path::ModerateCodes.href(), Key::ModerationNav, IconName::Book),
        more(),
    ]
}

/// For those to whom no board is open.
#[must_use]
pub fn bare_menu() -> Vec<NavigationItem> {
    vec![more()]
}

fn more() -> NavigationItem {
    NavigationItem::new(Path::More.href(), Key::NavMore, IconName::Menu)
}
