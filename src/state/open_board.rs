//! Which of several boards is open: a mentor may accompany several people over time (T15).

use board::{
    id::BoardId,
    protocol::{boards::BoardInfo, session::Session},
};
use leptos::prelude::*;

use crate::platform::prefs::{self, Pref};

/// The choice, for all pages; the device remembers it.
#[derive(Clone, Copy)]
pub struct OpenBoard(RwSignal<Option<BoardId>>);

impl OpenBoard {
    /// Provides the choice: the board that was open last, else the newest.
    #[must_use]
    pub fn provide(session: &Session) -> Self {
        let last = prefs::get(Pref::Board).and_then(|id| id.parse().ok());
        let known = session.boards.iter().map(|info| info.id);
        let which = known.clone().find(|id| Some(*id) == last).or_else(|| known.clone().next());
        let open = Self(RwSignal::new(which));
        provide_context(open);
        open
    }

    /// The choice that the app provided.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// The open board among these; tracked. Nothing when the person has none.
    #[must_use]
    pub fn among(self, boards: &[BoardInfo]) -> Option<BoardInfo> {
        let which = self.0.get();
        boards.iter().find(|info| Some(info.id) == which).cloned()
    }

    /// Opens another board in place of the one that is open.
    pub fn open(self, board: BoardId) {
        prefs::set(Pref::Board, &board.to_string());
        self.0.set(Some(board));
    }
}
