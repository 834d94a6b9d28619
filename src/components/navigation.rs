//! The main menu: one markup, at the bottom of a phone and at the start side of a desk.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
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
    /// Where it stands.
    pub place: Place,
}

/// Where an entry stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Always there; at most four on a phone.
    Always,
    /// Only where there is room at the side. On a phone its page is behind the one for the rest.
    Wide,
    /// The way to all other pages: the current one when no other that always stands there is.
    Rest,
}

/// A labelled `nav` of links; the current one carries `aria-current`.
#[component]
pub fn Navigation(
    /// The entries, in order.
    items: Vec<NavigationItem>,
) -> impl IntoView {
    let path = use_location().pathname;
    let held = StoredValue::new(items.clone());
    let is_in = move |item: &NavigationItem| path.with(|path| leads_to(&item.href, path));
    let is_elsewhere = move || {
        let always = |item: &&NavigationItem| item.place == Place::Always;
        !held.with_value(|items| items.iter().filter(always).any(is_in))
    };
    let items = items.into_iter().map(|item| {
        let class =
            if item.place == Place::Wide { "nav__item nav__item--wide" } else { "nav__item" };
        let (href, label, icon) = (item.href.clone(), item.label, item.icon);
        let current = move || match item.place {
            _ if is_in(&item) => Some("page"),
            Place::Rest if is_elsewhere() => Some("true"),
            _ => None,
        };
        view! {
            <li class=class>
                <a href=href class="nav__link" aria-current=current>
                    <Icon name=icon/>
                    <span>{label}</span>
                </a>
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

/// Whether `path` is the page at `href` or one below it.
fn leads_to(href: &str, path: &str) -> bool {
    path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl NavigationItem {
    /// An entry that always stands there, with a fixed text.
    #[must_use]
    pub fn new(href: String, label: Key, icon: IconName) -> Self {
        Self { href, label: text(label), icon, place: Place::Always }
    }

    /// The same entry elsewhere.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_below_belong_to_their_entry() {
        assert!(leads_to("/plan", "/plan") && leads_to("/plan", "/plan/7"));
        assert!(!leads_to("/plan", "/plans") && !leads_to("/plan", "/week"));
    }
}
