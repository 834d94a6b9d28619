//! Small parts that nobody needs in the first moment: fetched as soon as the first page is of use,
//! even where data is saved, since leaving the device must not wait for a network.

use leptos::prelude::*;

use crate::{
    features::{
        leave::question::LeaveQuestion,
        more::help::Help,
        news::RemoteNews,
        removed::undo::{Done, UndoOffer},
        session::{ended::EndedNotice, idle::IdleQuestion},
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
    /// The session ended: what now.
    Ended(PageSignals),
    /// Whom to ask.
    Help,
    /// What the other person does, said and counted.
    News,
    /// "Leave this device?", open or not.
    Leave(RwSignal<bool>),
    /// "Are you still there?", with what an answer does.
    Idle(IdleQuestion),
    /// "Removed. Put back as before?"
    Undo(Box<Done>),
}

later!(
    /// The set.
    ASIDES, asides, &[], Aside, make
);

fn make(aside: Aside) -> AnyView {
    match aside {
        Aside::Lines => view! { <Lines/> }.into_any(),
        Aside::Ended(page) => view! { <EndedNotice page/> }.into_any(),
        Aside::Help => view! { <Help/> }.into_any(),
        Aside::News => view! { <RemoteNews/> }.into_any(),
        Aside::Leave(open) => view! { <LeaveQuestion open/> }.into_any(),
        Aside::Idle(question) => question.view(),
        Aside::Undo(done) => view! { <UndoOffer done=*done/> }.into_any(),
    }
}
