//! Who I am here, language, size of the text, devices, leaving, help.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::ButtonKind,
        language_switch::LanguageSwitch,
        page::{Back, Page},
    },
    features::{
        leave::button::LeaveDevice,
        more::{help::Help, install::Install},
        session::text_size::TextSizeChoice,
    },
    i18n::{t, text, tf},
    paths::Path,
    state::{board::BoardState, session::SessionState},
};

/// "My plan": what belongs to it beside the objectives and the applications.
const PLAN: &[(Path, Key)] = &[
    (Path::CareerAim, Key::AimTitle),
    (Path::Referrals, Key::ReferralTitle),
    (Path::Services, Key::ServiceTitle),
    (Path::Contacts, Key::ContactTitle),
    (Path::KeyDates, Key::KeyDatePage),
    (Path::Cvs, Key::CvTitle),
    (Path::Codes, Key::CodesTitle),
    (Path::History, Key::HistoryTitle),
    (Path::Removed, Key::PlanRemovedLink),
];
/// The same for the mentor, to whom none of it belongs.
const PLAN_MENTOR: &[(Path, Key)] = &[
    (Path::CareerAim, Key::AimTitleMentor),
    (Path::Referrals, Key::NavServices),
    (Path::Services, Key::ServiceTitle),
    (Path::Contacts, Key::ContactShort),
    (Path::KeyDates, Key::KeyDateShort),
    (Path::Cvs, Key::CvTitle),
    (Path::Codes, Key::CodesTitle),
    (Path::History, Key::HistoryTitle),
    (Path::Removed, Key::PlanRemovedLink),
];
/// "The two of us".
const BOTH: &[(Path, Key)] = &[
    (Path::Meetings, Key::MeetingsTitle),
    (Path::PrepareMeeting, Key::PrepareTitle),
    (Path::Agreement, Key::AgreementTitle),
    (Path::Story, Key::StoryTitle),
    (Path::Pulse, Key::PulseTitle),
    (Path::Break, Key::BreakTitle),
    (Path::Call, Key::CallTitle),
];
/// "I and my data".
const OWN: &[(Path, Key)] = &[(Path::Devices, Key::DevicesTitle)];
/// The same, for the two of a duo.
const OWN_MENTEE: &[(Path, Key)] = &[
    (Path::Proof, Key::ProofTitle),
    (Path::Notes, Key::NotesTitle),
    (Path::MyData, Key::MyDataTitle),
    (Path::WhoSees, Key::WhoSeesTitle),
    (Path::Looks, Key::LooksTitle),
    (Path::Consents, Key::ConsentTitle),
    (Path::Reminders, Key::RemindTitle),
    (Path::Data, Key::DataTitle),
    (Path::Devices, Key::DevicesTitle),
];
const OWN_MENTOR: &[(Path, Key)] = &[
    (Path::Notes, Key::NotesTitle),
    (Path::Hours, Key::HoursTitle),
    (Path::Letter, Key::LetterTitle),
    (Path::Boards, Key::BoardsTitle),
    (Path::MyData, Key::MyDataTitle),
    (Path::WhoSees, Key::WhoSeesTitle),
    (Path::Looks, Key::LooksTitle),
    (Path::Consents, Key::ConsentTitle),
    (Path::Reminders, Key::RemindTitle),
    (Path::Data, Key::DataTitle),
    (Path::Devices, Key::DevicesTitle),
];

/// Everything about the person and this device.
#[component]
pub fn MorePage(
    /// What only people of the association find here.
    #[prop(optional, into)]
    office: Option<ViewFn>,
) -> impl IntoView {
    let session = SessionState::expect();
    let name = Signal::derive(move || {
        let name = session.session().map(|session| session.name).unwrap_or_default();
        tf(Key::MoreSignedIn, &[("name", &name)])
    });
    let board = use_context::<BoardState>();
    let duo = board.map(|board| {
        let (plan, links) = if board.is_mentee() {
            (text(Key::MenuPlan), PLAN)
        } else {
            let of = move || tf(Key::PlanTitleMentor, &[("name", &board.other_name())]);
            (Signal::derive(of), PLAN_MENTOR)
        };
        view! {
            <Group title=plan links/>
            <Group title=text(Key::MenuBoth) links=BOTH/>
        }
    });
    let own = match board.map(BoardState::is_mentee) {
        Some(true) => OWN_MENTEE,
        Some(false) => OWN_MENTOR,
        None => OWN,
    };
    view! {
        <Page title=text(Key::MoreTitle) lead=name>
            <div class="grid">
                {duo}
                {office.map(|office| office.run())}
                <Group title=text(Key::MenuOwn) links=own/>
            </div>
            <h2>{move || t(Key::LanguageTitle)}</h2>
            <LanguageSwitch/>
            <TextSizeChoice/>
            <Install/>
            <h2>{move || t(Key::MoreHelp)}</h2>
            <Help/>
            <h2>{move || t(Key::LeaveTitle)}</h2>
            <p>{move || t(Key::LeaveConfirm)}</p>
            <div><LeaveDevice kind=ButtonKind::Quiet/></div>
        </Page>
    }
    .into_any()
}

/// The way back from a page that is found here.
#[must_use]
pub fn back_to_more() -> Back {
    Back { href: Path::More.href(), name: text(Key::NavMore) }
}

/// Links under a heading.
#[component]
fn Group(title: Signal<String>, links: &'static [(Path, Key)]) -> impl IntoView {
    let link = |(path, name): &(Path, Key)| {
        let name = *name;
        view! { <li><a class="link" href=path.href()>{move || t(name)}</a></li> }
    };
    view! {
        <section>
            <h2>{title}</h2>
            <ul class="stack stack--tight">{links.iter().map(link).collect_view()}</ul>
        </section>
    }
}
