//! Where the pages live: one type, so that no link is written by hand.

use board::{actor::Role, id::PersonId, office::contact::SpokeWith, slug::Slug};
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
    /// Who of the association looked at what.
    Looks,
    /// What I agree to.
    Consents,
    /// The optional questions for reports.
    ReportQuestions,
    /// Whom a coordinator asks how they are, some months after the start.
    FollowUps,
    /// What holds for the whole association.
    Settings,
    /// What a new mentor may see.
    ViewChoice,
    /// Notes for oneself.
    Notes,
    /// How much data the app uses.
    Data,
    /// A mentor's volunteer hours.
    Hours,
    /// The letter of the week.
    Letter,
    /// Reminders that need no open app.
    Reminders,
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
    /// Whom a coordinator is to call.
    ContactCalendar,
    /// One duo with its codes.
    Duo(Uuid),
    /// Duos from a file.
    ImportDuos,
    /// Mentees and mentors of the branches.
    People,
    /// Form for somebody without a duo.
    NewPerson,
    /// One mentee or mentor.
    Person(Uuid),
    /// The matching aid.
    Matching,
    /// Accounts of the association.
    Team,
    /// Form for an account.
    NewStaffAccount,
    /// One account.
    StaffAccount(Uuid),
    /// Branches, for those who set them up.
    Branches,
    /// Form for a branch.
    OpenBranch,
    /// Form for a branch that is there already.
    EditBranch(Uuid),
    /// The directory of services, for coordinators.
    Directory,
    /// Form for a service of the directory.
    NewService,
    /// The figures of the association.
    Figures,
    /// The same by group.
    Breakdown,
    /// Targets and budgets.
    Targets,
    /// What quality labels ask for.
    Evidence,
    /// How a branch is doing.
    Branch,
    /// When the rules of a branch speak up.
    Thresholds,
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
            Self::ViewChoice => ("/new-mentor", None),
            Self::Notes => ("/notes", None),
            Self::Data => ("/data", None),
            Self::Hours => ("/hours", None),
            Self::Looks => ("/who-looked", None),
            Self::Consents => ("/consents", None),
            Self::ReportQuestions => ("/report-questions", None),
            Self::FollowUps => ("/follow-ups", None),
            Self::Settings => ("/settings", None),
            Self::Letter => ("/letter", None),
            Self::Reminders => ("/reminders", None),
            Self::Boards => ("/boards", None),
            Self::More => ("/more", None),
            Self::Removed => ("/removed", None),
            Self::NotSent => ("/not-sent", None),
            Self::Devices => ("/devices", None),
            Self::Duos => ("/duos", None),
            Self::NewDuo => ("/duos/new", None),
            Self::ContactCalendar => ("/contacts", None),
            Self::Duo(id) => ("/duos/", Some(id)),
            Self::ImportDuos => ("/duos/import", None),
            Self::People => ("/people", None),
            Self::NewPerson => ("/people/new", None),
            Self::Person(id) => ("/people/", Some(id)),
            Self::Matching => ("/matching", None),
            Self::Team => ("/team", None),
            Self::NewStaffAccount => ("/team/new", None),
            Self::StaffAccount(id) => ("/team/", Some(id)),
            Self::Branches => ("/branches", None),
            Self::OpenBranch => ("/branches/new", None),
            Self::EditBranch(id) => ("/branches/", Some(id)),
            Self::Directory => ("/directory", None),
            Self::NewService => ("/directory/new", None),
            Self::Figures => ("/figures", None),
            Self::Breakdown => ("/figures/breakdown", None),
            Self::Targets => ("/figures/targets", None),
            Self::Evidence => ("/figures/evidence", None),
            Self::Branch => ("/branch", None),
            Self::Thresholds => ("/thresholds", None),
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

    /// Form for a service of the directory that is there already.
    #[must_use]
    pub fn edit_service(id: &Slug) -> String {
        format!("/directory/{id}")
    }

    /// What a coordinator decides about a card.
    #[must_use]
    pub fn decide_code(id: &Slug) -> String {
        format!("/codes/moderate/{id}")
    }
}

/// The form for a duo with somebody the branch knows.
#[must_use]
pub fn duo_with(role: &Role, person: PersonId) -> String {
    format!("{}?{}={person}", Path::NewDuo.href(), role.as_str())
}

/// The form for a duo of two people the branch knows.
#[must_use]
pub fn duo_of(mentee: PersonId, mentor: PersonId) -> String {
    format!("{}?mentee={mentee}&mentor={mentor}", Path::NewDuo.href())
}

/// The form for a referral to a service of the directory.
#[must_use]
pub fn refer_to(service: &str) -> String {
    format!("{}?service={service}", Path::NewReferral.href())
}

/// The form for a talk with one of a duo, or with both, on the page of that duo.
#[must_use]
pub fn note_talk(duo: Uuid, with: SpokeWith) -> String {
    format!("{}?with={}#contact", Path::Duo(duo).href(), with.as_str())
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
