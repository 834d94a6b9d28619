//! The page as a whole: its title, language, and what happens to its window.

use std::cell::Cell;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use words::Lang;

thread_local! {
    static OPENED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the device believes it has a network (a hint only), and the person sees the page.
#[derive(Clone, Copy, Debug)]
pub struct PageSignals {
    /// The browser's opinion of the network.
    pub online: ReadSignal<bool>,
    /// False when another tab or app is in front.
    pub visible: ReadSignal<bool>,
    /// How often the device went from one kind of network to another, such as Wi-Fi to mobile.
    pub line: ReadSignal<u32>,
}

/// Starts to follow the window. Call it once, in the owner that lives as long as the page.
#[must_use]
pub fn watch() -> PageSignals {
    let (online, set_online) = signal(window().navigator().on_line());
    let (visible, set_visible) = signal(!document().hidden());
    on_cleanup_remove(window_event_listener(ev::online, move |_| set_online.set(true)));
    on_cleanup_remove(window_event_listener(ev::offline, move |_| set_online.set(false)));
    // The event bubbles from the document to the window.
    on_cleanup_remove(window_event_listener_untyped("visibilitychange", move |_| {
        set_visible.set(!document().hidden());
    }));
    let (line, set_line) = signal(0);
    // Ours: `browser.js` sends it where the browser tells kinds of networks.
    on_cleanup_remove(window_event_listener_untyped("line", move |_| {
        set_line.update(|times| *times += 1);
    }));
    PageSignals { online, visible, line }
}

/// Calls `then` each time the person goes to another tab or app, or closes this one, for as long as
/// the owner lives.
pub fn each_hidden(then: impl Fn() + 'static) {
    on_cleanup_remove(window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() {
            then();
        }
    }));
}

/// The browser's opinion of the network: "no" is certain, "yes" is a guess.
#[must_use]
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Asks before the window closes while `must_ask` says so.
pub fn ask_before_leaving(must_ask: impl Fn() -> bool + 'static) {
    on_cleanup_remove(window_event_listener(ev::beforeunload, move |event| {
        if must_ask() {
            event.prevent_default();
        }
    }));
}

fn on_cleanup_remove(handle: WindowListenerHandle) {
    on_cleanup(move || handle.remove());
}

/// Sets what the tab and the screen reader call the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The title of the tab as it is now.
#[must_use]
pub fn title() -> String {
    document().title()
}

/// Tells the browser, and so the voice, which language the page speaks.
pub fn set_language(lang: Lang) {
    if let Some(root) = document().document_element() {
        // Both attributes are plain ASCII, which every browser accepts.
        let _ = root.set_attribute("lang", lang.tag());
        let _ = root.set_attribute("dir", lang.dir());
    }
}

/// Sets the size of all text: an empty value is the normal one.
pub fn set_text_size(size: &str) {
    if let Some(root) = document().document_element() {
        // As above: a plain ASCII attribute.
        let _ = if size.is_empty() {
            root.remove_attribute("data-text")
        } else {
            root.set_attribute("data-text", size)
        };
    }
}

/// The languages that the person told the browser, best first.
#[must_use]
pub fn preferred_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// True the first time only: the first page leaves the focus where the browser put it.
#[must_use]
pub fn is_first_opened() -> bool {
    !OPENED.replace(true)
}

/// The element that the app fills.
///
/// # Panics
/// When the page is not our `index.html`.
#[must_use]
pub fn root() -> HtmlElement {
    let root = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok());
    root.expect("index.html holds the element #app")
}

/// Removes an element that is no longer of use, such as the static splash.
pub fn remove_element(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Opens a page outside the router and forgets this one: nothing of it stays in the history.
pub fn replace_with(path: &str) {
    // Refused only for addresses that cannot be parsed; ours are constants.
    let _ = window().location().replace(path);
}

/// Loads the page again, for a new version or after a crash.
pub fn reload() {
    // Never refused for a page that is loaded already.
    let _ = window().location().reload();
}
