//! Who is signed in on this device, and what happens when nobody is.

use crate::{
    api::{self, http::ApiError},
    platform::{page, prefs},
    state::keep,
};
use board::protocol::{problem::ProblemCode, session::Session};
use leptos::{prelude::*, task::spawn_local};

/// The page of the server where a person comes in.
pub const SIGN_IN: &str = "/j";
/// The page of the server that says that the person has left.
pub const LEFT: &str = "/left";

/// What is known about the person.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// Not asked yet.
    Loading,
    /// Nobody is signed in; the sign-in page is on its way.
    Nobody,
    /// This person. Boxed, since it is passed around with the other small states.
    SignedIn(Box<Session>),
    /// The server was not reached, and this device knows nobody.
    Unreachable,
}

/// The signed-in person, for all pages.
#[derive(Clone, Copy)]
pub struct SessionState {
    who: RwSignal<Who>,
    ended: RwSignal<bool>,
}

impl SessionState {
    /// Provides the state and asks the server who is signed in.
    #[must_use]
    pub fn start() -> Self {
        let state = Self { who: RwSignal::new(Who::Loading), ended: RwSignal::new(false) };
        provide_context(state);
        spawn_local(state.ask());
        state
    }

    /// The state that the app provided.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// Who is signed in; tracked.
    #[must_use]
    pub fn who(self) -> Who {
        self.who.get()
    }

    /// The session, when there is one; tracked.
    #[must_use]
    pub fn session(self) -> Option<Session> {
        self.who.with(|who| match who {
            Who::SignedIn(session) => Some(session.as_ref().clone()),
            _ => None,
        })
    }

    /// Whether the session ended while the page was open; tracked. What was typed is still here.
    #[must_use]
    pub fn has_ended(self) -> bool {
        self.ended.get()
    }

    /// Like [`SessionState::has_ended`], outside of any view.
    #[must_use]
    pub fn has_ended_untracked(self) -> bool {
        self.ended.get_untracked()
    }

    /// The server said that the session is over.
    pub fn end(self) {
        self.ended.set(true);
    }

    /// Takes what the server says about the person now.
    pub async fn update(self, session: Session) {
        if session.own_device {
            keep::remember_session(&session).await;
        }
        self.who.set(Who::SignedIn(Box::new(session)));
    }

    /// Goes on after the same person signed in again in another tab. True when they did.
    pub async fn resume(self) -> bool {
        let Ok(session) = api::session::read().await else { return false };
        let same = self.who.with_untracked(
            |who| matches!(who, Who::SignedIn(known) if known.person == session.person),
        );
        if same {
            self.update(session).await;
            self.ended.set(false);
        }
        same
    }

    /// Asks the server, and falls back to what this device remembers.
    pub async fn ask(self) {
        match api::session::read().await {
            Ok(session) => self.update(session).await,
            Err(error) if error.code() == Some(&ProblemCode::SignedOut) => {
                self.who.set(Who::Nobody);
                page::replace_with(SIGN_IN);
            }
            Err(_) => match keep::remembered_session().await {
                Some(session) => self.who.set(Who::SignedIn(Box::new(session))),
                None => self.who.set(Who::Unreachable),
            },
        }
    }

    /// Leaves this device: the session ends, and nothing of the person stays here, also when the
    /// network is away (sign-in.md step 8).
    ///
    /// # Errors
    /// The server was not reached: this device is clean, but the session lives on until it ends
    /// by itself or the coordinator ends it.
    pub async fn leave(self) -> Result<(), ApiError> {
        let answer = api::session::leave().await;
        self.forget().await;
        answer
    }

    /// Wipes this device after the server has ended the session.
    pub async fn forget(self) {
        let person = self.who.with_untracked(|who| match who {
            Who::SignedIn(session) => Some(session.person),
            _ => None,
        });
        if let Some(person) = person {
            keep::forget(person).await;
        }
        prefs::clear();
    }
}
