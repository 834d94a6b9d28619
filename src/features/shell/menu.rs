//! The entries of the main menu, by what the person does here.

use words::Key;

use crate::{
    components::{
        icon::IconName,
        navigation::{NavigationItem, Place},
    },
    paths::Path,
};

/// For the two of a duo; the plan is "my plan" for the mentee alone. What has no room on a phone is
/// behind "more" there.
#[must_use]
pub fn duo_menu(is_mentee: bool) -> Vec<NavigationItem> {
    let plan = if is_mentee { Key::NavPlan } else { Key::NavPlanMentor };
    let wide =
        |path: Path, label, icon| NavigationItem::new(path.href(), label, icon).at(Place::Wide);
    vec![
        NavigationItem::new(Path::Week.href(), Key::NavWeek, IconName::Calendar),
        NavigationItem::new(Path::Plan.href(), plan, IconName::Flag),
        NavigationItem::new(Path::Applications.href(), Key::NavApplications, IconName::Briefcase),
        wide(Path::Meetings, Key::NavMeetings, IconName::Pair),
        wide(Path::Cvs, Key::NavCvs, IconName::Person),
        wide(Path::Services, Key::NavServices, IconName::Phone),
        wide(Path::Codes, Key::NavCodes, IconName::Book),
        more(),
    ]
}

/// For staff.
#[must_use]
pub fn staff_menu() -> Vec<NavigationItem> {
    vec![
        NavigationItem::new(Path::Duos.href(), Key::NavDuos, IconName::Pair),
        NavigationItem::new(Path::ContactCalendar.href(), Key::CallListNav, IconName::Phone),
        figures(),
        NavigationItem::new(Path::ModerateCodes.href(), Key::ModerationNav, IconName::Book)
            .at(Place::Wide),
        more(),
    ]
}

/// For a funder.
#[must_use]
pub fn funder_menu() -> Vec<NavigationItem> {
    vec![figures(), more()]
}

/// For those to whom no board is open.
#[must_use]
pub fn bare_menu() -> Vec<NavigationItem> {
    vec![more()]
}

fn figures() -> NavigationItem {
    NavigationItem::new(Path::Figures.href(), Key::FiguresNav, IconName::Chart)
}

fn more() -> NavigationItem {
    NavigationItem::new(Path::More.href(), Key::NavMore, IconName::Menu).at(Place::Rest)
}
