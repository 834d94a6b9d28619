//! The pages of an open board that come after the first: fetched once this week is on the screen.

use leptos::prelude::*;
use words::Part;

use crate::{
    features::ended::EndedDuo,
    later::later,
    pages::{
        agreement::AgreementPage,
        application::ApplicationPage,
        applications::ApplicationsPage,
        boards::BoardsPage,
        call::CallPage,
        career_aim::CareerAimPage,
        code::{CodeMarkPage, CodePage},
        codes::CodesPage,
        codes_in::CodesInPage,
        compare_cv::CompareCvPage,
        contacts::ContactsPage,
        cv::CvPage,
        cvs::CvsPage,
        devices::DevicesPage,
        history::HistoryPage,
        hours::HoursPage,
        key_dates::KeyDatesPage,
        letter::LetterPage,
        meeting::MeetingPage,
        meetings::MeetingsPage,
        more::MorePage,
        my_data::MyDataPage,
        new_application::NewApplicationPage,
        new_cv::NewCvPage,
        new_meeting::NewMeetingPage,
        new_objective::NewObjectivePage,
        new_referral::NewReferralPage,
        not_sent::NotSentPage,
        notes::NotesPage,
        objective::ObjectivePage,
        own_codes::OwnCodesPage,
        pause::BreakPage,
        plan::PlanPage,
        prepare_meeting::PrepareMeetingPage,
        proof::ProofPage,
        pulse::PulsePage,
        referral::ReferralPage,
        referrals::ReferralsPage,
        removed::RemovedPage,
        services::ServicesPage,
        story::StoryPage,
        who_sees::WhoSeesPage,
        write_code::{RewriteCodePage, WriteCodePage},
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
    /// The versions of the CV, and the letters.
    Cvs,
    /// Form for a version.
    NewCv,
    /// One version.
    Cv,
    /// One version, compared with another one.
    CompareCv,
    /// The meetings of the two.
    Meetings,
    /// Form for a meeting.
    NewMeeting,
    /// One page to prepare the next meeting.
    PrepareMeeting,
    /// One meeting.
    Meeting,
    /// What the two promise each other.
    Agreement,
    /// A break of the duo.
    Break,
    /// How it goes, month by month.
    Pulse,
    /// “Please call me.”
    Call,
    /// The months of the duo.
    Story,
    /// The directory of services.
    Services,
    /// The referrals to services.
    Referrals,
    /// Form for a referral.
    NewReferral,
    /// One referral.
    Referral,
    /// People who can help.
    Contacts,
    /// Days that must not be missed.
    KeyDates,
    /// The career aim.
    CareerAim,
    /// The library of sector codes.
    Codes,
    /// The cards of one sector.
    CodesIn,
    /// One card.
    Code,
    /// One card, by the mark on it.
    CodeMark,
    /// The cards a mentor wrote.
    OwnCodes,
    /// Form for a card.
    WriteCode,
    /// Form for a card that is there already.
    RewriteCode,
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
    /// Not a page: what stands over this week once the duo is over.
    EndedDuo,
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
        BoardPage::Cvs => view! { <CvsPage/> }.into_any(),
        BoardPage::NewCv => view! { <NewCvPage/> }.into_any(),
        BoardPage::Cv => view! { <CvPage/> }.into_any(),
        BoardPage::CompareCv => view! { <CompareCvPage/> }.into_any(),
        BoardPage::Meetings => view! { <MeetingsPage/> }.into_any(),
        BoardPage::NewMeeting => view! { <NewMeetingPage/> }.into_any(),
        BoardPage::PrepareMeeting => view! { <PrepareMeetingPage/> }.into_any(),
        BoardPage::Meeting => view! { <MeetingPage/> }.into_any(),
        BoardPage::Agreement => view! { <AgreementPage/> }.into_any(),
        BoardPage::Break => view! { <BreakPage/> }.into_any(),
        BoardPage::Pulse => view! { <PulsePage/> }.into_any(),
        BoardPage::Call => view! { <CallPage/> }.into_any(),
        BoardPage::Story => view! { <StoryPage/> }.into_any(),
        BoardPage::Services => view! { <ServicesPage/> }.into_any(),
        BoardPage::Referrals => view! { <ReferralsPage/> }.into_any(),
        BoardPage::NewReferral => view! { <NewReferralPage/> }.into_any(),
        BoardPage::Referral => view! { <ReferralPage/> }.into_any(),
        BoardPage::Contacts => view! { <ContactsPage/> }.into_any(),
        BoardPage::KeyDates => view! { <KeyDatesPage/> }.into_any(),
        BoardPage::CareerAim => view! { <CareerAimPage/> }.into_any(),
        BoardPage::Codes => view! { <CodesPage/> }.into_any(),
        BoardPage::CodesIn => view! { <CodesInPage/> }.into_any(),
        BoardPage::Code => view! { <CodePage/> }.into_any(),
        BoardPage::CodeMark => view! { <CodeMarkPage/> }.into_any(),
        BoardPage::OwnCodes => view! { <OwnCodesPage/> }.into_any(),
        BoardPage::WriteCode => view! { <WriteCodePage/> }.into_any(),
        BoardPage::RewriteCode => view! { <RewriteCodePage/> }.into_any(),
        BoardPage::History => view! { <HistoryPage/> }.into_any(),
        BoardPage::Proof => view! { <ProofPage/> }.into_any(),
        BoardPage::MyData => view! { <MyDataPage/> }.into_any(),
        BoardPage::WhoSees => view! { <WhoSeesPage/> }.into_any(),
        BoardPage::Notes => view! { <NotesPage/> }.into_any(),
        BoardPage::Hours => view! { <HoursPage/> }.into_any(),
        BoardPage::Letter => view! { <LetterPage/> }.into_any(),
        BoardPage::Boards => view! { <BoardsPage/> }.into_any(),
        BoardPage::EndedDuo => view! { <EndedDuo/> }.into_any(),
        BoardPage::NotSent => view! { <NotSentPage/> }.into_any(),
        BoardPage::Removed => view! { <RemovedPage/> }.into_any(),
        BoardPage::More => view! { <MorePage/> }.into_any(),
        BoardPage::Devices => view! { <DevicesPage/> }.into_any(),
    }
}
