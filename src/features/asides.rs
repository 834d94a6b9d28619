//! Small parts that nobody needs in the first moment: fetched as soon as the first page is of use,
//! even where data is saved, since leaving the device must not wait for a network.

use board::id::PersonId;
use leptos::prelude::*;

use crate::{
    features::{
        ahead::Ahead,
        drafts::shared::SharedDrafts,
        leave::question::LeaveQuestion,
        more::help::Help,
        news::RemoteNews,
        not_sent::left::{LeftBehind, Outside},
        refresh::Refresh,
        removed::undo::{Done, UndoOffer},
        session::{ended::EndedNotice, idle::IdleGuard},
        shell::{
            boards_link::BoardsLink, first_screen::FirstScreen, tray_link::TrayLink,
            update::UpdateOffer,
        },
        troubles::DeviceTroubles,
        waiting_files::FileSender,
        week::lines::Lines,
    },
    later::later,
    platform::page::PageSignals,
};

/// A part of the set.
#[derive(Clone)]
pub enum Aside {
    /// What waits beside the things to do this week.
    Lines,
    /// Where data is saved: asks for what is new.
    Refresh,
    /// The session ended: what now.
    Ended(PageSignals),
    /// Whom to ask.
    Help,
    /// Sends the files that wait on this device. Nothing of it is seen.
    Files(PageSignals),
    /// What the other person does, said and counted.
    News,
    /// "Leave this device?", open or not.
    Leave(RwSignal<bool>),
    /// On a device that others use too: "are you still there?" after so many seconds of silence,
    /// and half-typed words, which the server keeps.
    Idle(u32),
    /// The way to the other duos.
    BoardsLink,
    /// The way to what the server did not take.
    TrayLink,
    /// "Removed. Put back as before?"
    Undo(Box<Done>),
    /// "A new version is ready."
    Update,
    /// Not seen: what may be read without a network is fetched.
    Ahead,
    /// What goes wrong on this device.
    Troubles,
    /// What this person wrote here for a plan that is closed to them.
    LeftBehind(PersonId),
    /// Nobody is signed in, and changes of this person wait here.
    Outside(PersonId),
}

later!(
    /// The set.
    ASIDES, asides, &[], Aside, make
);

fn make(aside: Aside) -> AnyView {
    match aside {
        Aside::Lines => view! { <Lines/> <FirstScreen/> }.into_any(),
        Aside::Refresh => view! { <Refresh/> }.into_any(),
        Aside::Ended(page) => view! { <EndedNotice page/> }.into_any(),
        Aside::Help => view! { <Help/> }.into_any(),
        Aside::Files(page) => view! { <FileSender page/> }.into_any(),
        Aside::News => view! { <RemoteNews/> }.into_any(),
        Aside::Leave(open) => view! { <LeaveQuestion open/> }.into_any(),
        Aside::Idle(seconds) => view! { <IdleGuard seconds/> <SharedDrafts/> }.into_any(),
        Aside::BoardsLink => view! { <BoardsLink/> }.into_any(),
        Aside::TrayLink => view! { <TrayLink/> }.into_any(),
        Aside::Ahead => view! { <Ahead/> }.into_any(),
        Aside::Troubles => view! { <DeviceTroubles/> }.into_any(),
        Aside::LeftBehind(person) => view! { <LeftBehind person/> }.into_any(),
        Aside::Outside(person) => view! { <Outside person/> }.into_any(),
        Aside::Undo(done) => view! { <UndoOffer done=*done/> }.into_any(),
        Aside::Update => view! { <UpdateOffer/> }.into_any(),
    }
}
