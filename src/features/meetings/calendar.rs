//! The private address under which a person's own calendar reads their meetings.

use board::protocol::account::CalendarAddress;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        confirm_dialog::ConfirmDialog,
        disclosure::Disclosure,
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::api_error::api_error_text,
    i18n::{t, text},
    platform::{announce::announce, clipboard, focus},
    state::{board::BoardState, connection::Delivery},
};

/// The element that holds the address; it takes the focus when the address is there.
const ADDRESS: &str = "calendar-address";
const MAKE: &str = "calendar-make";

/// Makes an address, shows it once, ends it. It needs the network, and says so.
#[component]
pub fn CalendarFeed() -> impl IntoView {
    let board = BoardState::expect();
    let away = Memo::new(move |_| matches!(board.delivery(), Delivery::Waiting(_)));
    let address = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<ApiError>);
    let working = StoredValue::new(false);
    let asking = RwSignal::new(false);
    let failed = move |error: ApiError| {
        announce(&api_error_text(&error));
        failure.try_set(Some(error));
    };
    let make = move |()| {
        // A second press while the first is on its way would make a second address.
        if working.get_value() {
            return;
        }
        working.set_value(true);
        spawn_local(async move {
            let answer = api::calendar::make().await;
            working.try_set_value(false);
            match answer {
                Ok(CalendarAddress { address: new }) => {
                    failure.try_set(None);
                    address.try_set(Some(new));
                    announce(&t(Key::AgendaMade));
                    focus::focus_soon(ADDRESS);
                }
                Err(error) => failed(error),
            }
        });
    };
    let end = move |()| {
        spawn_local(async move {
            match api::calendar::end().await {
                Ok(()) => {
                    failure.try_set(None);
                    address.try_set(None);
                    announce(&t(Key::AgendaEnded));
                    focus::focus_soon(MAKE);
                }
                Err(error) => failed(error),
            }
        });
    };
    let shown = move || address.get().map(|address| view! { <Address address/> });
    let trouble = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    view! {
        <Disclosure label=text(Key::AgendaTitle)>
            <p>{move || t(Key::AgendaLead)}</p>
            <p>{move || t(Key::AgendaSecret)}</p>
            {move || away.get().then(|| {
                view! { <Notice><p>{t(Key::AgendaAway)}</p></Notice> }
            })}
            {trouble}
            {shown}
            <div class="row">
                <Button
                    label=text(Key::AgendaMake)
                    kind=ButtonKind::Quiet
                    icon=IconName::Calendar
                    id=MAKE
                    on_press=make
                />
                <Button
                    label=text(Key::AgendaEnd)
                    kind=ButtonKind::Plain
                    on_press=move |()| asking.set(true)
                />
            </div>
            <ConfirmDialog
                open=asking
                title=text(Key::AgendaEndTitle)
                text=text(Key::AgendaEndText)
                confirm_label=text(Key::AgendaEnd)
                on_confirm=end
            />
        </Disclosure>
    }
}

/// The address, to be copied now: it is not shown again.
#[component]
fn Address(address: String) -> impl IntoView {
    let words = StoredValue::new(address.clone());
    let copy = move |()| {
        spawn_local(async move {
            let Some(address) = words.try_get_value() else { return };
            let done = clipboard::copy(&address).await;
            announce(&t(if done { Key::ActionCopied } else { Key::NotSentCopyYourself }));
        });
    };
    view! {
        <div class="stack stack--tight" id=ADDRESS tabindex="-1">
            <p><strong>{move || t(Key::AgendaOnce)}</strong></p>
            <p class="version code-link ltr">{address}</p>
            <div>
                <Button label=text(Key::ActionCopy) kind=ButtonKind::Quiet on_press=copy/>
            </div>
        </div>
    }
}
