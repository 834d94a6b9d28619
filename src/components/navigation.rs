//! The main menu: one markup, at the bottom of a phone and at the start side of a desk.

use leptos::prelude::*;
use leptos_router::components::A;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    i18n::{t, text},
};

/// One entry of the menu.
#[derive(Clone)]
pub struct NavigationItem {
    /// Address, from `paths`.
    pub href: String,
    /// The word.
    pub label: Signal<String>,
    /// Its picture.
    pub icon: IconName,
}

/// A labelled `nav` of links; the current one carries `aria-current`. At most four entries.
#[component]
pub fn Navigation(
    /// The entries, in order.
    items: Vec<NavigationItem>,
) -> impl IntoView {
    let items = items.into_iter().map(|NavigationItem { href, label, icon }| {
        view! {
            <li class="nav__item">
                <A href=href attr:class="nav__link">
                    <Icon name=icon/>
                    <span>{label}</span>
                </A>
            </li>
        }
        .into_any()
    });
    view! {
        <nav class="nav" aria-label=move || t(Key::NavLabel)>
            <ul class="nav__list">{items.collect_view()}</ul>
        </nav>
    }
}

impl NavigationItem {
    /// An entry whose word is a fixed text.
    #[must_use]
    pub fn new(href: String, label: Key, icon: IconName) -> Self {
        Self { href, label: text(label), icon }
    }
}
