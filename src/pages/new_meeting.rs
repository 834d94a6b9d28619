//! Form for a meeting.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        error_summary::ErrorSummary,
        page::{Back, Page},
    },
    features::meetings::new_form::{NewMeeting, NewMeetingForm},
    i18n::text,
    paths::Path,
};

/// A day to propose; the other one answers it.
#[component]
pub fn NewMeetingPage() -> impl IntoView {
    let form = NewMeeting::start();
    let errors = Memo::new(move |_| form.errors());
    let back = Back { href: Path::Meetings.href(), name: text(Key::MeetingsTitle) };
    let summary = move || view! { <ErrorSummary errors=errors/> };
    view! {
        <Page
            title=text(Key::MeetingNewTitle)
            back=back
            has_errors=Signal::derive(move || errors.with(|errors| !errors.is_empty()))
            summary=summary
        >
            <NewMeetingForm form=form/>
        </Page>
    }
    .into_any()
}
