//! Who I am here, language, size of the text, devices, leaving, help.

use leptos::prelude::*;
use words::Key;

use crate::{
    components::{button::ButtonKind, language_switch::LanguageSwitch, page::Page},
    features::{leave::button::LeaveDevice, more::help::Help, session::text_size::TextSizeChoice},
    i18n::{t, text, tf},
    paths::Path,
    state::{board::BoardState, session::SessionState},
};

/// Everything about the person and this device.
#[component]
pub fn MorePage() -> impl IntoView {
    let session = SessionState::expect();
    let name = Signal::derive(move || {
        let name = session.session().map(|session| session.name).unwrap_or_default();
        tf(Key::MoreSignedIn, &[("name", &name)])
    });
    let removed = use_context::<BoardState>().map(|_| {
        view! {
            <li><a class="link" href=Path::Removed.href()>{move || t(Key::PlanRemovedLink)}</a></li>
        }
    });
    view! {
        <Page title=text(Key::MoreTitle) lead=name>
            <ul class="stack stack--tight">
                <li>
                    <a class="link" href=Path::Devices.href()>{move || t(Key::DevicesTitle)}</a>
                </li>
                {removed}
            </ul>
            <h2>{move || t(Key::LanguageTitle)}</h2>
            <LanguageSwitch/>
            <TextSizeChoice/>
            <h2>{move || t(Key::MoreHelp)}</h2>
            <Help/>
            <h2>{move || t(Key::LeaveTitle)}</h2>
            <p>{move || t(Key::LeaveConfirm)}</p>
            <div><LeaveDevice kind=ButtonKind::Quiet/></div>
        </Page>
    }
    .into_any()
}
