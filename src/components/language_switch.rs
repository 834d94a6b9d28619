//! The choice of the language, found by people who read none of the others.

use leptos::{prelude::*, task::spawn_local};
use words::{Key, Lang};

use crate::i18n::{self, t};

/// One button per language, each in its own words with its own `lang`; the current is pressed.
///
/// Switching reloads nothing and leaves the focus on the button.
#[component]
pub fn LanguageSwitch(
    /// Called when one is chosen.
    #[prop(optional, into)]
    on_choose: Option<Callback<()>>,
) -> impl IntoView {
    let choose = move |lang: Lang| {
        if let Some(on_choose) = on_choose {
            on_choose.run(());
        }
        spawn_local(async move {
            // Without a network the page stays in its language, which the person sees.
            i18n::choose(lang).await;
        });
    };
    let button = move |lang: Lang| {
        view! {
            <button
                type="button"
                class="button button--plain language__button"
                lang=lang.tag()
                aria-pressed=move || if i18n::lang() == lang { "true" } else { "false" }
                on:click=move |_| choose(lang)
            >
                {lang.own_name()}
            </button>
        }
        .into_any()
    };
    let buttons = Lang::ALL.map(button).into_iter().collect_view();
    view! {
        <div class="language" role="group" aria-label=move || t(Key::LanguageLabel)>{buttons}</div>
    }
}
