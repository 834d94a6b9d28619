//! The filters of the caseload, in step with the address: a page can be kept, sent and opened
//! again. Names never enter it, because addresses stay in the history of the browser.

use board::health::DuoState;
use leptos::prelude::*;

use crate::{api::escaped::escaped, features::in_address::in_address};

/// Rows of a page, as the server cuts them.
pub const PAGE: u32 = board::office::caseload::PAGE;

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Filters {
    /// States, with commas between them; empty: all but closed.
    pub state: RwSignal<String>,
    /// Branch.
    pub branch: RwSignal<String>,
    /// Who looks after the duo.
    pub coordinator: RwSignal<String>,
    /// Month of the beginning.
    pub month: RwSignal<String>,
    /// Sector.
    pub sector: RwSignal<String>,
    /// Language.
    pub lang: RwSignal<String>,
    /// Number of the page; empty: the first.
    pub page: RwSignal<String>,
    /// A name, for this visit alone.
    pub name: RwSignal<String>,
}

impl Filters {
    /// The filters of the present address.
    #[must_use]
    pub fn of_address() -> Self {
        let filters = Self {
            state: in_address("state"),
            branch: in_address("branch"),
            coordinator: in_address("coordinator"),
            month: in_address("month"),
            sector: in_address("sector"),
            lang: in_address("lang"),
            page: in_address("page"),
            name: RwSignal::new(String::new()),
        };
        // Another question begins at its first page.
        Effect::new(move |before: Option<String>| {
            let now = filters.question();
            if before.is_some_and(|before| before != now) {
                filters.page.set(String::new());
            }
            now
        });
        filters
    }

    /// What stands behind the `?` of the request; tracked.
    #[must_use]
    pub fn query(self) -> String {
        let mut query = self.question();
        let after = self.after();
        if after > 0 {
            let join = if query.is_empty() { "" } else { "&" };
            query.push_str(&format!("{join}after={after}"));
        }
        query
    }

    /// How many rows come before the page; tracked.
    #[must_use]
    pub fn after(self) -> u32 {
        let page = self.page.with(|page| page.parse::<u32>().unwrap_or(1)).max(1);
        (page - 1).saturating_mul(PAGE)
    }

    /// Goes to the page after so many rows.
    pub fn go_to(self, after: u32) {
        let page = after / PAGE + 1;
        self.page.set(if page == 1 { String::new() } else { page.to_string() });
    }

    /// Whether any filter is set; tracked.
    #[must_use]
    pub fn any(self) -> bool {
        self.all().iter().any(|(_, value)| value.with(|value| !value.is_empty()))
    }

    /// Whether one of the lists chooses; tracked.
    #[must_use]
    pub fn narrows(self) -> bool {
        let lists = [self.branch, self.coordinator, self.month, self.sector, self.lang];
        lists.iter().any(|value| value.with(|value| !value.is_empty()))
    }

    /// Sets none.
    pub fn clear(self) {
        self.all().iter().for_each(|(_, value)| value.set(String::new()));
    }

    /// The one state that is asked for; tracked.
    #[must_use]
    pub fn only_state(self) -> Option<DuoState> {
        self.state.with(|word| {
            DuoState::BY_NEED.into_iter().find(|state| state.as_str() == word.as_str())
        })
    }

    fn question(self) -> String {
        let pairs = self.all().into_iter().filter_map(|(name, value)| {
            let value = value.get();
            let value = value.trim();
            (!value.is_empty()).then(|| format!("{name}={}", escaped(value)))
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    fn all(self) -> [(&'static str, RwSignal<String>); 7] {
        [
            ("state", self.state),
            ("branch", self.branch),
            ("coordinator", self.coordinator),
            ("month", self.month),
            ("sector", self.sector),
            ("lang", self.lang),
            ("q", self.name),
        ]
    }
}
