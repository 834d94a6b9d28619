//! Who stands here: nobody, a person we could not ask about, one of a duo, or staff.

use board::{actor::Role, id::PersonId, protocol::session::Session};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    app::{
        duo::DuoApp,
        staff_pages::{OTHER, OtherPage},
    },
    components::{
        error_state::ErrorState, language_menu::LanguageMenu, loading::Loading, top_bar::TopBar,
    },
    features::{
        asides::{ASIDES, Aside},
        leave::{Departure, Stage, gone::GoneOffline},
        session::language,
    },
    i18n::{t, text},
    platform::{page, returning},
    state::session::{SessionState, Who},
};

/// What is on the screen. It changes with the person, not with every detail of the session.
#[derive(Clone, PartialEq)]
enum Screen {
    Waiting,
    Unreachable,
    Door,
    /// The last number changes when the server corrects what this device remembered.
    Person(PersonId, Role, u32),
    Outside(PersonId),
    Leaving,
    Gone,
}

/// Asks who is signed in, once, and opens what that person may see.
#[component]
pub fn SignedIn() -> impl IntoView {
    let session = SessionState::start();
    let departure = Departure::provide();
    let window = page::watch();
    let screen = Memo::new(move |_| match (departure.stage(), session.who()) {
        (Stage::Leaving, _) => Screen::Leaving,
        (Stage::Gone, _) => Screen::Gone,
        (_, Who::Loading) => Screen::Waiting,
        (_, Who::Nobody) => Screen::Door,
        (_, Who::Unreachable) => Screen::Unreachable,
        (_, Who::Outside(person)) => Screen::Outside(person),
        (_, Who::SignedIn(known)) => Screen::Person(known.person, known.role, session.corrected()),
    });
    returning::watch();
    let retry = Callback::new(move |()| {
        spawn_local(async move {
            session.ask().await;
        });
    });
    let person = move || -> Option<Session> { untrack(|| session.session()) };
    move || match screen.get() {
        Screen::Waiting => plain(|| view! { <Loading/> }.into_any()),
        Screen::Door => plain(|| view! { <p>{move || t(Key::ShellOpeningDoor)}</p> }.into_any()),
        Screen::Leaving => plain(|| view! { <p>{move || t(Key::LeaveWorking)}</p> }.into_any()),
        Screen::Gone => plain(|| view! { <GoneOffline/> }.into_any()),
        Screen::Unreachable => plain(move || {
            view! { <ErrorState what=text(Key::ShellUnreachable) on_retry=retry/> }.into_any()
        }),
        Screen::Outside(person) => plain(move || ASIDES.page(Aside::Outside(person))),
        Screen::Person(_, role, _) => {
            let Some(person) = person() else { return ().into_any() };
            language::follow(session, &person);
            if role.is_staff() {
                OTHER.page(OtherPage::Staff(person, window))
            } else if role == Role::Funder {
                OTHER.page(OtherPage::Funder(person, window))
            } else {
                view! { <DuoApp session=person page=window/> }.into_any()
            }
        }
    }
}

/// A screen without a menu: nobody is known here. It has no pages, so it needs no heading of
/// its own but the name of the product.
fn plain(children: impl FnOnce() -> AnyView) -> AnyView {
    view! {
        <div class="shell">
            <div class="shell__grid">
                <TopBar><LanguageMenu/></TopBar>
                <main id="main" class="shell__main" tabindex="-1">
                    <div class="page stack">{children()}</div>
                </main>
            </div>
        </div>
    }
    .into_any()
}
