//! Leaving this device: nothing of the person stays here, with or without a network
//! (sign-in.md step 8).

pub mod button;
pub mod gone;
pub mod question;

use board::protocol::problem::ProblemCode;
use leptos::prelude::*;

use crate::{
    platform::page,
    state::{
        board::BoardState,
        session::{LEFT, SessionState},
        waiting_files::WaitingFiles,
    },
};

/// How far the leaving is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The person is here.
    Here,
    /// Everything of theirs is being wiped.
    Leaving,
    /// The device is clean, but the server does not know yet.
    Gone,
}

/// The leaving, for all pages; the app shows nothing of the person once it began.
#[derive(Clone, Copy)]
pub struct Departure(RwSignal<Stage>);

impl Departure {
    /// Provides it, for a person who is here.
    #[must_use]
    pub fn provide() -> Self {
        let departure = Self(RwSignal::new(Stage::Here));
        provide_context(departure);
        departure
    }

    /// The one that the app provided.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// How far it is; tracked.
    #[must_use]
    pub fn stage(self) -> Stage {
        self.0.get()
    }

    /// Whether it began; not tracked.
    #[must_use]
    pub fn has_begun(self) -> bool {
        self.0.get_untracked() != Stage::Here
    }

    /// Wipes the device, ends the session and shows the static "you have left" page.
    pub async fn leave(self, session: SessionState) {
        self.0.set(Stage::Leaving);
        match session.leave().await {
            Ok(()) => page::replace_with(LEFT),
            // It had ended before.
            Err(error) if error.code() == Some(&ProblemCode::SignedOut) => page::replace_with(LEFT),
            Err(_) => self.0.set(Stage::Gone),
        }
    }

    /// Wipes the device after the account, and with it the session, has ended.
    pub async fn follow_end(self, session: SessionState) {
        self.0.set(Stage::Leaving);
        session.forget().await;
        page::replace_with(LEFT);
    }
}

/// What would be lost by leaving now: changes that can still be sent, and those that cannot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Unsent {
    /// They wait for the network.
    pub waiting: usize,
    /// The server did not take them.
    pub refused: usize,
}

impl Unsent {
    /// What the open board holds, when there is one.
    pub fn of(board: Option<BoardState>, files: Option<WaitingFiles>) -> Self {
        let (waiting, refused) = untrack(|| files.map(WaitingFiles::counts)).unwrap_or_default();
        let own = board.map(|board| (board.waiting(), untrack(|| board.tray().len())));
        let own = own.unwrap_or_default();
        Self { waiting: own.0 + waiting, refused: own.1 + refused }
    }

    /// All of them.
    pub fn count(self) -> usize {
        self.waiting + self.refused
    }
}
