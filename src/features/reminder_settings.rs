//! Reminders that need no open app: on this device, what for, and when not (features.md A18).

mod device;
mod kinds;

use board::protocol::reminders::{Channel, Reminders};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    features::fetched::{CopyNote, FetchNotice, Fetched},
    i18n::t,
    paths::Path,
};

/// What they say, this device, the choices, and the calendar as another way.
#[component]
pub fn ReminderSettings() -> impl IntoView {
    let known = Fetched::<Reminders>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            known.take_or_copy("reminders", api::reminders::read().await).await;
        });
    });
    load.run(());
    view! {
        <p>{move || t(Key::RemindLockScreen)}</p>
        <p>{move || t(Key::RemindNotHeld)}</p>
        <FetchNotice ready=known.is_ready() failure=known.failure on_retry=load/>
        <CopyNote kept=known.kept locked=true/>
        <Show when=move || known.is_ready().get()>
            <device::ThisDevice known/>
            <kinds::Kinds known/>
        </Show>
        <p>{move || t(Key::RemindCalendarText)}</p>
        <p>
            <a class="link" href=Path::Meetings.href()>{move || t(Key::RemindCalendar)}</a>
        </p>
    }
}

/// Whether nothing was chosen yet.
fn is_all_off(known: &Reminders) -> bool {
    known.choices.iter().all(|choice| choice.channel == Channel::Off)
}
