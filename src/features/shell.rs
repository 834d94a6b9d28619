//! What stands around every signed-in page: bar, menu, notices. It stays while pages change.

pub mod boards_link;
pub mod first_screen;
pub mod menu;
pub mod tray_link;
pub mod update;

use leptos::prelude::*;

use crate::{
    components::{
        button::ButtonKind,
        language_menu::LanguageMenu,
        navigation::{Navigation, NavigationItem},
        top_bar::TopBar,
    },
    features::{
        asides::{ASIDES, Aside},
        leave::button::LeaveDevice,
    },
    platform::page::PageSignals,
};

/// Sessions that live longer than a working day need nobody to watch over them.
const WATCHED_SECONDS: u32 = 24 * 60 * 60;

/// Top bar, menu and `main`. The language is the second stop of the Tab key (accessibility.md 68).
#[component]
pub fn Frame(
    /// The entries of the menu.
    items: Vec<NavigationItem>,
    /// The window.
    page: PageSignals,
    /// Seconds without any use after which the session ends.
    idle_seconds: u32,
    /// Whose plan this is, for those who look at another person's.
    #[prop(optional_no_strip)]
    about: Option<Signal<String>>,
    /// What the bar says about the open board.
    #[prop(optional, into)]
    state: Option<ViewFn>,
    /// The pages.
    children: Children,
) -> impl IntoView {
    let watched = idle_seconds < WATCHED_SECONDS;
    let bar = move || {
        view! {
            {state.map(|state| state.run())}
            <LanguageMenu/>
            <LeaveDevice kind=ButtonKind::Plain/>
        }
        .into_any()
    };
    view! {
        <div class="shell">
            <div class="shell__grid">
                <TopBar about>{bar()}</TopBar>
                <Navigation items=items/>
                <main id="main" class="shell__main" tabindex="-1">
                    {ASIDES.quietly(Aside::Ended(page))}
                    {children()}
                    {ASIDES.quietly(Aside::Update)}
                </main>
            </div>
        </div>
        {watched.then(|| ASIDES.quietly(Aside::Idle(idle_seconds)))}
    }
    .into_any()
}
