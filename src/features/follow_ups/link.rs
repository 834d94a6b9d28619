//! A link to the one question, as text and as a square to scan. Shown once.

use board::{
    id::DuoId,
    protocol::{follow_ups::FollowUpLink, problem::ProblemCode},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        chip::{Chip, ChipKind},
        dialog::Dialog,
        icon::IconName,
    },
    features::{api_error::api_error_text, duos::qr::data_url},
    i18n::{t, text, tf},
    platform::{announce::announce, clipboard},
};

/// The button, and the dialog that shows the link.
#[component]
pub(super) fn MakeLink(
    /// Which duo.
    duo: DuoId,
    /// After how many months.
    month: u8,
    /// The mentee's name.
    name: Signal<String>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let made = RwSignal::new(None::<Result<FollowUpLink, ApiError>>);
    let make = move |()| {
        spawn_local(async move {
            made.try_set(Some(api::follow_ups::link(duo, month).await));
            open.try_set(true);
        });
    };
    let title = Signal::derive(move || tf(Key::FollowUpLinkTitle, &[("name", &name.get())]));
    let content = move || match made.get()? {
        Ok(link) => Some(shown(link, name)),
        Err(error) if error.code() == Some(&ProblemCode::Unusable) => {
            Some(view! { <p>{move || t(Key::FollowUpLinkRefused)}</p> }.into_any())
        }
        Err(error) => Some(view! { <p>{move || api_error_text(&error)}</p> }.into_any()),
    };
    view! {
        <Button
            label=text(Key::FollowUpMakeLink)
            about=name
            kind=ButtonKind::Plain
            on_press=make
        />
        <Dialog open=open title=title on_close=move |()| open.set(false)>
            {content}
            <div class="dialog__actions">
                <Button
                    label=text(Key::ActionClose)
                    kind=ButtonKind::Quiet
                    on_press=move |()| open.set(false)
                />
            </div>
        </Dialog>
    }
}

fn shown(link: FollowUpLink, name: Signal<String>) -> AnyView {
    let FollowUpLink { link, qr_svg, .. } = link;
    let text_of = link.clone();
    let copied = RwSignal::new(false);
    let copy = move |()| {
        let link = link.clone();
        spawn_local(async move {
            if clipboard::copy(&link).await {
                announce(&t(Key::FollowUpLinkCopied));
                copied.try_set(true);
            }
        });
    };
    let alt = move || tf(Key::FollowUpLinkQr, &[("name", &name.get())]);
    view! {
        <p>{move || t(Key::FollowUpLinkText)}</p>
        <p><strong>{move || t(Key::FollowUpLinkOnce)}</strong></p>
        <img class="qr" src=data_url(&qr_svg) alt=alt/>
        <p class="muted ltr code-link">{text_of}</p>
        <div class="row">
            <Button label=text(Key::ActionCopy) kind=ButtonKind::Quiet on_press=copy/>
            <Show when=move || copied.get()>
                <Chip
                    label=text(Key::FollowUpLinkCopied)
                    kind=Signal::stored(ChipKind::Done)
                    icon=IconName::Check
                />
            </Show>
        </div>
    }
    .into_any()
}
