//! One page to prepare the next meeting.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{prepare::page::Preparation, ready::WhenReady},
    i18n::text,
    paths::Path,
};

/// On the screen, and on one sheet of paper.
#[component]
pub fn PrepareMeetingPage() -> impl IntoView {
    let back = Back { href: Path::Meetings.href(), name: text(Key::MeetingsTitle) };
    view! {
        <Page title=text(Key::PrepareTitle) lead=text(Key::PrepareLead) back=back>
            <WhenReady><Preparation/></WhenReady>
        </Page>
    }
    .into_any()
}
