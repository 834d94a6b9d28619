//! Where the pages live: one type, so that no link is written by hand.

use uuid::Uuid;

/// A page of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// The start, which leads to the first page of the person's role.
    Home,
    /// First screen: this week.
    Week,
    /// The objectives by horizon.
    Plan,
    /// Form for an objective.
    NewObjective,
    /// One objective with its steps.
    Objective(Uuid),
    /// The job applications.
    Applications,
    /// Form for an application.
    NewApplication,
    /// One application.
    Application(Uuid),
    /// Language, devices, leaving.
    More,
    /// What was removed in the last 30 days.
    Removed,
    /// What the server did not take.
    NotSent,
    /// Devices that may open the plan.
    Devices,
    /// The coordinator's duos.
    Duos,
    /// Form for a duo.
    NewDuo,
    /// One duo with its codes.
    Duo(Uuid),
    /// Every component with its states.
    Gallery,
}

impl Path {
    /// The address, for `href`.
    #[must_use]
    pub fn href(self) -> String {
        let (pattern, id) = match self {
            Self::Home => ("/", None),
            Self::Week => ("/week", None),
            Self::Plan => ("/plan", None),
            Self::NewObjective => ("/plan/new", None),
            Self::Objective(id) => ("/plan/", Some(id)),
            Self::Applications => ("/applications", None),
            Self::NewApplication => ("/applications/new", None),
            Self::Application(id) => ("/applications/", Some(id)),
            Self::More => ("/more", None),
            Self::Removed => ("/removed", None),
            Self::NotSent => ("/not-sent", None),
            Self::Devices => ("/devices", None),
            Self::Duos => ("/duos", None),
            Self::NewDuo => ("/duos/new", None),
            Self::Duo(id) => ("/duos/", Some(id)),
            Self::Gallery => ("/gallery", None),
        };
        id.map_or_else(|| pattern.to_owned(), |id| format!("{pattern}{id}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_the_id() {
        let id = Uuid::from_u128(7);
        assert_eq!(Path::Week.href(), "/week");
        assert_eq!(Path::Objective(id).href(), "/plan/00000000-0000-0000-0000-000000000007");
        assert_eq!(Path::Duo(id).href(), "/duos/00000000-0000-0000-0000-000000000007");
    }
}
