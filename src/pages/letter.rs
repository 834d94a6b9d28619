//! The letter of the week.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::letter::LetterWork,
    i18n::text,
    pages::not_allowed::NotAllowedPage,
    paths::Path,
    state::board::BoardState,
};

/// An e-mail on Mondays, for mentors who want it; a mentee has none.
#[component]
pub fn LetterPage() -> impl IntoView {
    if use_context::<BoardState>().is_some_and(BoardState::is_mentee) {
        return view! { <NotAllowedPage/> }.into_any();
    }
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    view! {
        <Page title=text(Key::LetterTitle) lead=text(Key::LetterPageLead) back=back>
            <LetterWork/>
        </Page>
    }
    .into_any()
}
