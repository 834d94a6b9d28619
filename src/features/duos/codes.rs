//! A fresh code to hand over: ten digits, a QR, a link. Shown once.

use board::protocol::duos::FreshInvitation;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::{Card, CardKind},
        code_display::CodeDisplay,
    },
    features::duos::{qr::data_url, words_of::milliseconds},
    i18n::{format::date_time, t, tf},
    platform::{announce, clipboard},
};

/// One person's code, with three ways to hand it over and until when it opens.
#[component]
pub fn CodeCard(
    /// The fresh invitation.
    invitation: FreshInvitation,
) -> impl IntoView {
    let FreshInvitation { name, link, code, qr_svg, expires, .. } = invitation;
    let name = StoredValue::new(name);
    let named = move |key| name.with_value(|name| tf(key, &[("name", name)]));
    let until = move || tf(Key::DuoValidUntil, &[("time", &date_time(milliseconds(expires)))]);
    let shown = link.clone();
    let link = StoredValue::new(link);
    let copied = RwSignal::new(false);
    let copy = move |()| {
        spawn_local(async move {
            if clipboard::copy(&link.get_value()).await {
                copied.try_set(true);
                announce::announce(&t(Key::DuoLinkCopied));
            }
        });
    };
    let copy_label =
        Signal::derive(move || t(if copied.get() { Key::ActionCopied } else { Key::DuoCopyLink }));
    view! {
        <Card kind=CardKind::Mine>
            <div class="stack">
                <h3>{move || named(Key::DuoCodeFor)}</h3>
                <CodeDisplay code=Signal::stored(code)/>
                <img class="qr" src=data_url(&qr_svg) alt=move || named(Key::DuoQr)/>
                <p class="muted ltr code-link">{shown}</p>
                <div><Button label=copy_label kind=ButtonKind::Quiet on_press=copy/></div>
                <p>{until}</p>
            </div>
        </Card>
    }
}
