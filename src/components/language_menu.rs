//! The choice of the language, folded into the bar.

use std::time::Duration;

use leptos::{html, prelude::*};
use words::Key;

use crate::{
    components::{
        icon::{Icon, IconName},
        language_switch::LanguageSwitch,
    },
    i18n::{self, t},
    platform::{focus, ids},
};

/// A native `details` that shows the current language in its own name.
///
/// Choosing and Esc fold it and give the focus back to it; leaving it folds it, too.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let menu = NodeRef::<html::Details>::new();
    let id = ids::element_id("language");
    let title = format!("{id}-title");
    let fold = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let target = title.clone();
    let fold_and_return = Callback::new(move |()| {
        fold();
        focus::focus_now(&target);
    });
    let outer = id.clone();
    let leave = move |_| {
        // At the event itself the focus is nowhere; a moment later it has arrived.
        let outer = outer.clone();
        let check = move || {
            if !focus::is_within(&outer) {
                fold()
            }
        };
        set_timeout(check, Duration::ZERO);
    };
    let press = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            fold_and_return.run(());
        }
    };
    view! {
        <details class="language-menu" id=id node_ref=menu on:focusout=leave on:keydown=press>
            <summary class="language-menu__title" id=title>
                <Icon name=IconName::Globe/>
                <span class="visually-hidden">{move || t(Key::LanguageLabel)}</span>
                <span class="language-menu__tag">{move || i18n::lang().tag().to_ascii_uppercase()}</span>
                <span class="language-menu__name">{move || i18n::lang().own_name()}</span>
            </summary>
            <div class="language-menu__list"><LanguageSwitch on_choose=fold_and_return/></div>
        </details>
    }
}
