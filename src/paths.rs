//! Where the pages live: one type, so that no link is written by hand.

use board::slug::Slug;
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
    /// The versions of the CV, and the letters.
    Cvs,
    /// Form for a version.
    NewCv,
    /// One version.
    Cv(Uuid),
    /// One version, compared with another one.
    CompareCv(Uuid),
    /// The meetings of the two.
    Meetings,
    /// Form for a meeting.
    NewMeeting,
    /// One page to prepare the next meeting.
    PrepareMeeting,
    /// One meeting.
    Meeting(Uuid),
    /// What the two promise each other.
    Agreement,
    /// A break of the duo.
    Break,
    /// How it goes, month by month.
    Pulse,
    /// "Please call me."
    Call,
    /// The months of the duo, in words and as a picture.
    Story,
    /// The directory of services.
    Services,
    /// The referrals to services.
    Referrals,
    /// Form for a referral.
    NewReferral,
    /// One referral.
    Referral(Uuid),
    /// People who can help.
    Contacts,
    /// Days that must not be missed.
    KeyDates,
    /// The career aim.
    CareerAim,
    /// The library of sector codes.
    Codes,
    /// The card behind a mark on the board.
    CodeMark(Uuid),
    /// The cards a person wrote.
    OwnCodes,
    /// Form for a card.
    WriteCode,
    /// The cards that wait for a coordinator.
    ModerateCodes,
    /// Who changed what, and when.
    History,
    /// The proof of job search.
    Proof,
    /// Everything kept of the person.
    MyData,
    /// Who sees what.
    WhoSees,
    /// Notes for oneself.
    Notes,
    /// A mentor's volunteer hours.
    Hours,
    /// The letter of the week.
    Letter,
    /// The duos of a mentor who has several.
    Boards,
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
            Self::Cvs => ("/cvs", None),
            Self::NewCv => ("/cvs/new", None),
            Self::Cv(id) => ("/cvs/", Some(id)),
            Self::CompareCv(id) => return format!("/cvs/{id}/compare"),
            Self::Meetings => ("/meetings", None),
            Self::NewMeeting => ("/meetings/new", None),
            Self::PrepareMeeting => ("/meetings/prepare", None),
            Self::Meeting(id) => ("/meetings/", Some(id)),
            Self::Agreement => ("/agreement", None),
            Self::Break => ("/break", None),
            Self::Pulse => ("/pulse", None),
            Self::Call => ("/call", None),
            Self::Story => ("/story", None),
            Self::Services => ("/services", None),
            Self::Referrals => ("/referrals", None),
            Self::NewReferral => ("/referrals/new", None),
            Self::Referral(id) => ("/referrals/", Some(id)),
            Self::Contacts => ("/contacts", None),
            Self::KeyDates => ("/dates", None),
            Self::CareerAim => ("/project", None),
            Self::Codes => ("/codes", None),
            Self::CodeMark(id) => ("/codes/mark/", Some(id)),
            Self::OwnCodes => ("/codes/mine", None),
            Self::WriteCode => ("/codes/write", None),
            Self::ModerateCodes => ("/codes/moderate", None),
            Self::History => ("/history", None),
            Self::Proof => ("/proof", None),
            Self::MyData => ("/my-data", None),
            Self::WhoSees => ("/who-sees", None),
            Self::Notes => ("/notes", None),
            Self::Hours => ("/hours", None),
            Self::Letter => ("/letter", None),
            Self::Boards => ("/boards", None),
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

    /// One sector code. Things of the library have names instead of ids.
    #[must_use]
    pub fn code(id: &Slug) -> String {
        format!("/codes/{id}")
    }

    /// The sector codes of one sector.
    #[must_use]
    pub fn codes_in(sector: &Slug) -> String {
        format!("/codes/in/{sector}")
    }

    /// Form for a card of one's own that is there already.
    #[must_use]
    pub fn rewrite_code(id: &Slug) -> String {
        format!("/codes/write/{id}")
    }

    /// Form for a card of this sector.
    #[must_use]
    pub fn write_code_in(sector: &Slug) -> String {
        format!("/codes/write?sector={sector}")
    }

    /// What a coordinator decides about a card.
    #[must_use]
    pub fn decide_code(id: &Slug) -> String {
        format!("/codes/moderate/{id}")
    }
}

/// The form for a referral to a service of the directory.
#[must_use]
pub fn refer_to(service: &str) -> String {
    format!("{}?service={service}", Path::NewReferral.href())
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
