//! The letter of the week, for those who look after duos.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::letter::LetterWork,
    i18n::text,
    paths::Path,
};

/// An e-mail on Mondays with numbers of one's duos, for whoever wants it.
#[component]
pub fn StaffLetterPage() -> impl IntoView {
    let back = Back { href: Path::More.href(), name: text(Key::NavMore) };
    view! {
        <Page title=text(Key::LetterTitle) lead=text(Key::LetterPageLead) back=back>
            <LetterWork says=[Key::StaffLetterSays, Key::StaffLetterSaysNot]/>
        </Page>
    }
    .into_any()
}
