//! Where everything else is for people of the association, by what they may do.

use board::office::duty::{Duty, may};
use leptos::prelude::*;
use words::Key;

use crate::{i18n::t, paths::Path, state::session::SessionState};

/// The duos and the branch.
const DUOS: &[(Path, Key)] = &[
    (Path::Duos, Key::DuosTitle),
    (Path::NewDuo, Key::DuosNew),
    (Path::ImportDuos, Key::ImportTitle),
    (Path::ContactCalendar, Key::CallListTitle),
    (Path::FollowUps, Key::FollowUpTitle),
    (Path::Branch, Key::BranchViewTitle),
    (Path::Thresholds, Key::ThresholdTitle),
    (Path::Figures, Key::FiguresTitle),
    (Path::Letter, Key::LetterTitle),
];
/// Mentees and mentors, with or without a duo.
const PEOPLE: &[(Path, Key)] =
    &[(Path::People, Key::PeopleOfTitle), (Path::Matching, Key::MatchingTitle)];
/// The same, for those who set up accounts.
const PEOPLE_AND_TEAM: &[(Path, Key)] = &[
    (Path::People, Key::PeopleOfTitle),
    (Path::Matching, Key::MatchingTitle),
    (Path::Team, Key::TeamTitle),
];
/// The library.
const LIBRARY: &[(Path, Key)] = &[
    (Path::ModerateCodes, Key::ModerationTitle),
    (Path::Codes, Key::CodesTitle),
    (Path::Directory, Key::DirectoryTitle),
];
/// What holds for all branches.
const ORGANISATION: &[(Path, Key)] =
    &[(Path::Branches, Key::BranchesTitle), (Path::Settings, Key::SettingsTitle)];

/// Links under headings; the last group for those who manage the association.
#[component]
pub fn OfficeLinks() -> impl IntoView {
    let session = SessionState::expect();
    let does = |duty| session.session().is_some_and(|session| may(&session.role, duty));
    let manages = does(Duty::ManageOrganisation);
    let people = if does(Duty::ManageBranch) { PEOPLE_AND_TEAM } else { PEOPLE };
    view! {
        <Links title=Key::OfficeMoreDuos links=DUOS/>
        <Links title=Key::PeopleOfTitle links=people/>
        <Links title=Key::OfficeMoreCodes links=LIBRARY/>
        {manages.then(|| view! { <Links title=Key::OfficeMoreOrganisation links=ORGANISATION/> })}
    }
}

#[component]
fn Links(title: Key, links: &'static [(Path, Key)]) -> impl IntoView {
    let link = |(path, name): &(Path, Key)| {
        let name = *name;
        view! { <li><a class="link" href=path.href()>{move || t(name)}</a></li> }
    };
    view! {
        <section>
            <h2>{move || t(title)}</h2>
            <ul class="stack stack--tight">{links.iter().map(link).collect_view()}</ul>
        </section>
    }
}
