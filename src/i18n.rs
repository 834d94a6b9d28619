//! The words of the page in the person's language, as signals.
//!
//! There is one language per page, so the signals live beside the page and not in a context:
//! event handlers and code after an `await` can speak too. Read them inside closures, else a
//! language switch leaves old words behind.

pub mod format;

use std::{cell::RefCell, sync::Arc};

use leptos::prelude::*;
use words::{Catalogue, Key, Lang, Part};

use crate::platform::{files, intl, page, prefs, task};

/// What the listener of a language choice looks like.
type Listener = Box<dyn Fn(Lang)>;

thread_local! {
    static WORDS: ArcRwSignal<Option<Arc<Catalogue>>> = ArcRwSignal::new(None);
    static LANG: ArcRwSignal<Lang> = ArcRwSignal::new(Lang::default());
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// The language of the page; tracked.
#[must_use]
pub fn lang() -> Lang {
    LANG.with(ArcRwSignal::get)
}

/// The text; tracked.
#[must_use]
pub fn t(key: Key) -> String {
    with_words(key, |words| words.get(key).to_owned())
}

/// The text with named values; tracked.
#[must_use]
pub fn tf(key: Key, values: &[(&str, &str)]) -> String {
    with_words(key, |words| words::fill(words.get(key), values))
}

/// The plural form for `n`, which also fills `{n}`; tracked.
#[must_use]
pub fn tn(key: Key, n: usize) -> String {
    tnf(key, n, &[])
}

/// The plural form for `n` with further named values; tracked.
#[must_use]
pub fn tnf(key: Key, n: usize, values: &[(&str, &str)]) -> String {
    let tag = lang().tag();
    // Counts of things in a plan are far below 2^53.
    let count = n as f64;
    let number = intl::number(tag, count);
    let all: Vec<(&str, &str)> =
        std::iter::once(("n", &*number)).chain(values.iter().copied()).collect();
    let category = intl::plural_category(tag, count);
    with_words(key, |words| words::fill(words.counted(key, n as u64, &category), &all))
}

/// The text as a signal, for the properties of components.
#[must_use]
pub fn text(key: Key) -> Signal<String> {
    Signal::derive(move || t(key))
}

fn with_words(key: Key, read: impl FnOnce(&Catalogue) -> String) -> String {
    let words = WORDS.with(ArcRwSignal::get);
    let Some(words) = words else { return String::new() };
    let part = key.part();
    if !words.has(part) {
        // A page that speaks before its words have come: it is written anew once they are here.
        task::spawn(async move {
            bring(part).await;
        });
    }
    read(&words)
}

/// Loads the language of this device, else of the browser, else French. False without a network.
pub async fn start() -> bool {
    let remembered = prefs::get(prefs::Pref::Language);
    let wanted = remembered.into_iter().chain(page::preferred_languages());
    let lang = wanted.filter_map(|tag| Lang::from_tag(&tag)).next().unwrap_or_default();
    load(lang).await
}

/// Switches without a reload; the choice is remembered and told to the listener.
///
/// False when the texts did not arrive: the page then stays as it is.
pub async fn choose(lang: Lang) -> bool {
    if !load(lang).await {
        return false;
    }
    prefs::set(prefs::Pref::Language, lang.tag());
    LISTENER.with_borrow(|listener| {
        if let Some(listener) = listener {
            listener(lang);
        }
    });
    true
}

/// Who wants to know of a choice, to tell the server.
pub fn on_choice(listener: impl Fn(Lang) + 'static) {
    LISTENER.set(Some(Box::new(listener)));
}

/// Shows a catalogue that is already here; tests of single components start with this.
pub fn install(lang: Lang, catalogue: Catalogue) {
    WORDS.with(|words| words.set(Some(Arc::new(catalogue))));
    LANG.with(|current| current.set(lang));
    page::set_language(lang);
}

/// The words of any language, for a paper that is not in the language of the page: the parts
/// that this page has.
pub async fn fetch(lang: Lang) -> Option<Catalogue> {
    let parts = WORDS.with(|words| {
        let has = |part| words.with_untracked(|words| words.as_ref().is_some_and(|w| w.has(part)));
        Part::SENT.map(|part| part == Part::First || has(part))
    });
    let mut catalogue = Catalogue::default();
    for (part, wanted) in Part::SENT.into_iter().zip(parts) {
        if wanted && !fetch_part(&mut catalogue, lang, part).await {
            return None;
        }
    }
    Some(catalogue)
}

async fn fetch_part(catalogue: &mut Catalogue, lang: Lang, part: Part) -> bool {
    let Some(name) = files::words_name(lang, part) else { return false };
    match files::fetch_text(&["/words/", &name].concat()).await {
        Some(file) => catalogue.add(part, &file),
        None => false,
    }
}

/// Fetches the words of further pages; at once when they are here. False without a network.
pub async fn bring(part: Part) -> bool {
    let lang = LANG.with(ArcRwSignal::get_untracked);
    let known = WORDS.with(|words| words.with_untracked(|words| words.clone()));
    let mut catalogue = known.map(|known| (*known).clone()).unwrap_or_default();
    if catalogue.has(part) {
        return true;
    }
    if !fetch_part(&mut catalogue, lang, part).await {
        return false;
    }
    // A language chosen meanwhile has asked for all parts itself.
    if LANG.with(ArcRwSignal::get_untracked) == lang {
        install(lang, catalogue);
    }
    true
}

/// Shows a language that nobody chose on this device; it is not remembered.
pub async fn load(lang: Lang) -> bool {
    let Some(catalogue) = fetch(lang).await else { return false };
    install(lang, catalogue);
    true
}
