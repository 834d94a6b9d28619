//! "Put Passerelle on the home screen", in the way that this browser has for it.

use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    components::button::{Button, ButtonKind},
    i18n::{t, text},
    platform::{
        announce,
        install::{self, Way},
    },
    state::session::SessionState,
};

/// A heading with a button or with words; nothing where it is done, or on a device of others.
#[component]
pub fn Install() -> impl IntoView {
    let session = SessionState::expect();
    let own = Memo::new(move |_| session.session().is_some_and(|session| session.own_device));
    let way = RwSignal::new(install::way());
    let just_done = RwSignal::new(false);
    let ask = move |()| {
        spawn_local(async move {
            if install::ask().await {
                just_done.set(true);
                announce::announce(&t(Key::InstallDone));
            }
            way.set(install::way());
        });
    };
    let how = move || match way.get() {
        _ if just_done.get() => view! { <p>{move || t(Key::InstallDone)}</p> }.into_any(),
        Way::Done => ().into_any(),
        Way::Ask => view! {
            <p>{move || t(Key::InstallLead)}</p>
            <div>
                <Button label=text(Key::InstallPut) kind=ButtonKind::Quiet on_press=ask/>
            </div>
        }
        .into_any(),
        by_hand @ (Way::Apple | Way::Menu) => {
            let key = if by_hand == Way::Apple { Key::InstallApple } else { Key::InstallMenu };
            view! {
                <p>{move || t(Key::InstallLead)}</p>
                <p>{move || t(key)}</p>
            }
            .into_any()
        }
    };
    let offered = move || own.get() && (way.get() != Way::Done || just_done.get());
    view! {
        <Show when=offered>
            <h2>{move || t(Key::InstallTitle)}</h2>
            {how}
        </Show>
    }
}
