//! Hear instead of read: the voice of the device, for anybody to whom reading is work.

use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    i18n::t,
    platform::speech,
};

/// A button that reads words aloud, and a second press stops. It is only there where the device
/// itself has a voice for the language.
#[component]
pub fn ReadAloud(
    /// What to read.
    #[prop(into)]
    words: Signal<String>,
    /// The language of the words.
    #[prop(into)]
    lang: Signal<String>,
    /// The words on the button while it is silent.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let can = RwSignal::new(false);
    let speaks = RwSignal::new(false);
    Effect::new(move |_| {
        let lang = lang.get();
        spawn_local(async move {
            let has = speech::has_voice(&lang).await;
            // The page may be another one by now.
            can.try_set(has);
        });
    });
    // Said words that nobody sees any more would follow the person to the next page.
    on_cleanup(move || {
        if speaks.try_get_untracked() == Some(true) {
            speech::stop();
        }
    });
    let press = move |()| {
        if speaks.get_untracked() {
            return speech::stop();
        }
        let over = move || {
            speaks.try_set(false);
        };
        speech::say(&lang.get_untracked(), &words.get_untracked(), over);
        speaks.set(true);
    };
    let label =
        Signal::derive(move || if speaks.get() { t(Key::ReadAloudStop) } else { label.get() });
    view! {
        <Show when=move || can.get()>
            <Button label=label kind=ButtonKind::Quiet icon=IconName::Sound on_press=press/>
        </Show>
    }
}
