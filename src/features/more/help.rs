//! Whom to ask: a person by name, or a number to call.

use board::actor::Role;
use leptos::prelude::*;
use words::Key;

use crate::{
    i18n::{t, tf},
    state::{board::BoardState, session::SessionState},
};

/// The mentor of the reader, the branch by phone where it is known, else the coordinator.
#[component]
pub fn Help() -> impl IntoView {
    let session = SessionState::expect();
    // A mentee asks the mentor first; a mentor asks the coordinator.
    let board = use_context::<BoardState>().filter(|board| board.is_mentee());
    let other = board.map(BoardState::other_name).unwrap_or_default();
    let is_staff = move || {
        session
            .session()
            .is_some_and(|session| session.role.is_staff() || session.role == Role::Funder)
    };
    let words = move || {
        if is_staff() {
            t(Key::MoreHelpStaff)
        } else if other.is_empty() {
            t(Key::MoreHelpCoordinator)
        } else {
            tf(Key::MoreHelpText, &[("name", &other)])
        }
    };
    view! {
        <p>{words}</p>
        <BranchPhones/>
    }
}

/// The numbers of the reader's branches, to press; nothing where none is known.
#[component]
pub fn BranchPhones() -> impl IntoView {
    let session = SessionState::expect();
    let branches = move || session.session().map(|session| session.branches).unwrap_or_default();
    let calls = move || {
        let call = |(name, phone): (String, String)| {
            let href = format!("tel:{}", phone.replace(' ', ""));
            view! {
                <li>
                    <a class="link" href=href rel="external">
                        <span>{move || tf(Key::MoreCall, &[("branch", &name)])}</span>
                        <span class="ltr">{phone}</span>
                    </a>
                </li>
            }
            .into_any()
        };
        let known = branches().into_iter().filter(|branch| !branch.phone.is_empty());
        known.map(|branch| call((branch.name, branch.phone))).collect_view()
    };
    let any = move || branches().iter().any(|branch| !branch.phone.is_empty());
    view! {
        <Show when=any><ul class="stack stack--tight">{calls}</ul></Show>
    }
}
