//! The meetings of the two.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::page::{Back, Page},
    features::{
        meetings::{calendar::CalendarFeed, list::MeetingList},
        ready::WhenReady,
        removed::undo::UndoRemoval,
    },
    i18n::text,
    paths::Path,
};

/// What comes, what waits, what was; and the way into one’s own calendar.
#[component]
pub fn MeetingsPage() -> impl IntoView {
    let back = Back { href: Path::Week.href(), name: text(Key::NavWeek) };
    view! {
        <Page title=text(Key::MeetingsTitle) lead=text(Key::MeetingsLead) back=back>
            <WhenReady><MeetingList/><CalendarFeed/></WhenReady>
            <UndoRemoval/>
        </Page>
    }
    .into_any()
}
