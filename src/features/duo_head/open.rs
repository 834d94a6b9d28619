//! The duo whose page is open, running or closed: read once for all sections of the page, and anew
//! after each change.

use std::time::Duration;

use board::{health::DuoState, id::DuoId, protocol::caseload::CaseloadRow};
use leptos::{prelude::*, task::spawn_local};

use crate::{api, features::fetched::Fetched, platform::page::PageSignals};

/// Between two looks at the server.
const AGAIN: Duration = Duration::from_secs(20);

/// The duo, as every section of its page knows it.
#[derive(Clone, Copy)]
pub struct OpenDuo {
    /// Which.
    pub id: DuoId,
    /// Names, days, state and reasons.
    pub row: Fetched<CaseloadRow>,
    /// Reads it anew: after a change that its state may depend on.
    pub reload: Callback<()>,
}

impl OpenDuo {
    /// Reads the duo, and anew while somebody looks at the page.
    #[must_use]
    pub fn read(id: DuoId) -> Self {
        let window = expect_context::<PageSignals>();
        let row = Fetched::<CaseloadRow>::nothing();
        let reload = Callback::new(move |()| {
            spawn_local(async move { row.take(api::caseload::read_duo(id).await) });
        });
        Effect::new(move |_| {
            if window.visible.get() {
                reload.run(());
            }
        });
        let timer = set_interval_with_handle(
            move || {
                if window.visible.get_untracked() {
                    reload.run(());
                }
            },
            AGAIN,
        );
        on_cleanup(move || {
            if let Ok(timer) = timer {
                timer.clear();
            }
        });
        Self { id, row, reload }
    }

    /// Whether the duo is known to run. It changes only with that, not with each look.
    #[must_use]
    pub fn runs(self) -> Memo<bool> {
        Memo::new(move |_| {
            let runs = |row: &CaseloadRow| row.health.state != DuoState::Closed;
            self.row.value.with(|row| row.as_ref().is_some_and(runs))
        })
    }
}
