//! Who is signed in on this device, and what happens when nobody is.

use crate::{
    api::{self, http::ApiError},
    platform::{clock, page, prefs, sketch},
    state::{connection::back_off, keep},
};
use board::{
    id::PersonId,
    protocol::{problem::ProblemCode, session::Session},
};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

/// The page of the server where a person comes in.
pub const SIGN_IN: &str = "/j";
/// The page of the server that says that the person has left.
pub const LEFT: &str = "/left";

/// After so long without an answer the app begins with what this device remembers.
const SLOW_MS: u32 = 1_500;
/// For so long a visit that began from memory can be taken back, in milliseconds.
const EARLY_MS: f64 = 10_000.0;

/// What is known about the person.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// Not asked yet.
    Loading,
    /// Nobody is signed in; the sign-in page is on its way.
    Nobody,
    /// Nobody is signed in, and changes of this person wait on this device.
    Outside(PersonId),
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
    /// How often the server corrected what this device remembered.
    corrected: RwSignal<u32>,
    /// The visit began with what this device remembers: the first answer about the board will say
    /// whether that still holds, so that a visit without news is one request.
    unconfirmed: RwSignal<bool>,
    /// When, by the clock of the device.
    began: f64,
}

impl SessionState {
    /// Provides the state and asks the server who is signed in.
    #[must_use]
    pub fn start() -> Self {
        let state = Self {
            who: RwSignal::new(Who::Loading),
            ended: RwSignal::new(false),
            corrected: RwSignal::new(0),
            unconfirmed: RwSignal::new(false),
            began: clock::now_ms(),
        };
        provide_context(state);
        spawn_local(async move {
            if !state.begin_as_remembered().await {
                spawn_local(state.remember_when_slow());
                state.ask_until_told().await;
            }
        });
        state
    }

    /// Opens the board at once where this device remembers whose it is. False when it has to ask.
    async fn begin_as_remembered(self) -> bool {
        let Some(session) = keep::remembered_session().await else { return false };
        let opens_a_board = !session.mark.is_empty() && !session.boards.is_empty();
        if opens_a_board {
            self.unconfirmed.set(true);
            self.who.set(Who::SignedIn(Box::new(session)));
        }
        opens_a_board
    }

    async fn ask_until_told(self) {
        let mut attempt = 0;
        while !self.ask().await {
            attempt += 1;
            TimeoutFuture::new(back_off(attempt)).await;
        }
    }

    /// Whether no answer of the server has come that says who is signed in; not tracked.
    #[must_use]
    pub fn is_unconfirmed(self) -> bool {
        self.unconfirmed.get_untracked()
    }

    /// The server said that nothing has changed.
    pub fn confirm(self) {
        self.unconfirmed.set(false);
    }

    /// Something may have changed since this device was here.
    pub fn check(self) {
        spawn_local(self.ask_until_told());
    }

    /// What stands for the session as it is known here.
    #[must_use]
    pub fn mark(self) -> String {
        self.who.with_untracked(|who| match who {
            Who::SignedIn(session) => session.mark.clone(),
            _ => String::new(),
        })
    }

    /// How often the server corrected what this device remembered; tracked. Pages that were built
    /// from the memory are built anew.
    #[must_use]
    pub fn corrected(self) -> u32 {
        self.corrected.get()
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

    /// The server said that the session is over. A page in use stays, with all that is typed on it.
    pub fn end(self) {
        if self.is_early() {
            spawn_local(self.turn_away());
        } else {
            self.ended.set(true);
        }
    }

    /// Whether the visit began a moment ago with what this device remembers: nobody has done
    /// anything yet, and the server's word comes before the memory.
    fn is_early(self) -> bool {
        self.is_unconfirmed() && clock::now_ms() - self.began < EARLY_MS
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

    /// Asks the server, and falls back to what this device remembers. True once the server told.
    pub async fn ask(self) -> bool {
        match api::session::read().await {
            Ok(session) => {
                let stale = self.who.with_untracked(|who| match who {
                    Who::SignedIn(known) => known.boards != session.boards,
                    _ => false,
                });
                self.update(session).await;
                self.confirm();
                if stale {
                    self.corrected.update(|times| *times += 1);
                }
                true
            }
            Err(error) if error.code() == Some(&ProblemCode::SignedOut) => {
                self.turn_away().await;
                true
            }
            Err(_) => {
                self.remember().await;
                if self.is_loading() {
                    self.who.set(Who::Unreachable);
                }
                false
            }
        }
    }

    /// The server knows nobody here. What is on the screen stays; what waits is not left unsaid.
    async fn turn_away(self) {
        // The next start must not show the week of somebody who is signed out.
        sketch::forget();
        let shown = self.who.with_untracked(|who| matches!(who, Who::SignedIn(_)));
        if shown && !self.is_early() {
            self.ended.set(true);
            return;
        }
        match keep::remembered_person() {
            Some(person)
                if !keep::waiting_of(person, &[]).await.is_empty()
                    || keep::files_of(person).await > 0 =>
            {
                self.who.set(Who::Outside(person));
            }
            _ => {
                self.who.set(Who::Nobody);
                page::replace_with(SIGN_IN);
            }
        }
    }

    /// A bad line is not waited for: the answer may come later and correct what is shown.
    async fn remember_when_slow(self) {
        if page::is_online() {
            TimeoutFuture::new(SLOW_MS).await;
        }
        self.remember().await;
    }

    /// Goes on with what this device remembers, unless the server has spoken.
    async fn remember(self) {
        if self.is_unknown()
            && let Some(session) = keep::remembered_session().await
            && self.is_unknown()
        {
            self.unconfirmed.set(true);
            self.who.set(Who::SignedIn(Box::new(session)));
        }
    }

    fn is_loading(self) -> bool {
        self.who.with_untracked(|who| *who == Who::Loading)
    }

    fn is_unknown(self) -> bool {
        self.who.with_untracked(|who| matches!(who, Who::Loading | Who::Unreachable))
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
