//! Which applications the list shows: the address says it, so that "back" works.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use words::Key;

use crate::{components::button::ButtonKind, i18n::text, paths::Path};

/// Which ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// All of them.
    All,
    /// Those under way.
    Open,
    /// Those that are over.
    Over,
}

impl Shown {
    const CHOICES: [(Self, Key); 3] = [
        (Self::All, Key::ApplicationFilterAll),
        (Self::Open, Key::ApplicationListOpen),
        (Self::Over, Key::ApplicationListClosed),
    ];

    /// How the address says it.
    fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Over => "over",
        }
    }
}

/// What the address says.
pub(super) fn shown() -> Memo<Shown> {
    let query = use_query_map();
    Memo::new(move |_| {
        let word = query.with(|query| query.get("show"));
        let known = Shown::CHOICES.iter().find(|(shown, _)| Some(shown.word()) == word.as_deref());
        known.map_or(Shown::All, |(shown, _)| *shown)
    })
}

/// Three links; the chosen one says so.
#[component]
pub(super) fn Filter(
    /// What is shown now.
    shown: Memo<Shown>,
) -> impl IntoView {
    let link = move |(own, label): (Shown, Key)| {
        let href = format!("{}?show={}", Path::Applications.href(), own.word());
        let class = format!("{} filter-links__link", ButtonKind::Quiet.class());
        view! {
            <a
                class=class
                href=href
                aria-current=move || (shown.get() == own).then_some("true")
            >
                <span>{text(label)}</span>
            </a>
        }
    };
    view! {
        <nav class="filter-links" aria-label=text(Key::ApplicationFilterLabel)>
            {Shown::CHOICES.map(link).into_iter().collect_view()}
        </nav>
    }
}
