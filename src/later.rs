//! Pages and parts of pages that are not in the first download: fetched once, then as near as any
//! other.
//!
//! With the feature `split` each set of pages travels in a file of its own. Without it (`trunk
//! build` by hand, tests) the same code finds everything at hand.

use std::{
    pin::Pin,
    sync::{Arc, OnceLock},
};

use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use words::{Key, Part};

use crate::{
    components::{button::Button, error_state::ErrorState, loading::Loading, page::Page},
    i18n::{self, t, text},
    platform::{hurry, returning, worker},
};

/// Between two tries to fetch what nobody waits for.
const AGAIN_MS: u32 = 15_000;

/// Builds a page of a set.
pub type Make<Page> = fn(Page) -> AnyView;

/// What a set gives once it is here; nothing when the network is away.
pub type Arrived<Page> = Pin<Box<dyn Future<Output = Option<Make<Page>>>>>;

/// A set of pages that is fetched together.
pub struct Later<Page: 'static> {
    words: &'static [Part],
    fetch: fn() -> Arrived<Page>,
    make: OnceLock<Make<Page>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Arrival {
    OnItsWay,
    Here,
    Away,
    /// The server has a later build, and no longer this one.
    Gone,
}

impl<Page: Clone + Send + Sync + 'static> Later<Page> {
    /// A set that `fetch` brings, and the words its pages speak.
    #[must_use]
    pub const fn new(words: &'static [Part], fetch: fn() -> Arrived<Page>) -> Self {
        Self { words, fetch, make: OnceLock::new() }
    }

    /// Brings the set before anybody asks for it. Without a network nothing happens.
    pub async fn bring(&'static self) -> bool {
        if self.make.get().is_some() {
            return true;
        }
        for part in self.words {
            if !i18n::bring(*part).await {
                return false;
            }
        }
        let Some(make) = (self.fetch)().await else { return false };
        // Two pages may wait for the same set; both get the same functions.
        self.make.get_or_init(|| make);
        true
    }

    /// A page of the set: at once when it is here, otherwise after words that say that we wait.
    ///
    /// The page is built where it stands, so that title and focus follow as on any other page.
    #[must_use]
    pub fn page(&'static self, page: Page) -> AnyView {
        if let Some(make) = self.make.get() {
            return make(page);
        }
        wait_for(self.bringer(), self.builder(page), away_page)
    }

    /// A part of a page that the person asked for: like [`Later::page`], without a heading of its own.
    #[must_use]
    pub fn part(&'static self, page: Page) -> AnyView {
        if let Some(make) = self.make.get() {
            return make(page);
        }
        wait_for(self.bringer(), self.builder(page), away)
    }

    /// A part of a page that nobody waits for: it is fetched after what the person waits for, nothing
    /// is shown before it is here, and without a network it is asked for again.
    #[must_use]
    pub fn quietly(&'static self, page: Page) -> AnyView {
        if let Some(make) = self.make.get() {
            return make(page);
        }
        show_when_here(self.bringer(), self.builder(page))
    }

    fn bringer(&'static self) -> Bring {
        Arc::new(|| Box::pin(self.bring()))
    }

    fn builder(&'static self, page: Page) -> Build {
        Arc::new(move || self.make.get().map(|make| make(page.clone())))
    }
}

// What follows knows no set, so that its code travels once and not once a set.

/// Brings a set; false when the network is away.
type Bring = Arc<dyn Fn() -> Pin<Box<dyn Future<Output = bool>>> + Send + Sync>;

/// Builds a page whose set is here.
type Build = Arc<dyn Fn() -> Option<AnyView> + Send + Sync>;

fn wait_for(bring: Bring, build: Build, away: fn(Callback<()>) -> AnyView) -> AnyView {
    let arrival = RwSignal::new(Arrival::OnItsWay);
    let ask = Callback::new(move |()| {
        arrival.set(Arrival::OnItsWay);
        let coming = bring();
        spawn_local(async move {
            let next = if coming.await {
                Arrival::Here
            } else if worker::is_gone().await && i18n::bring(Part::Board).await {
                Arrival::Gone
            } else {
                Arrival::Away
            };
            // The person may have left the page while it was on its way.
            let _ = arrival.try_set(next);
        });
    });
    ask.run(());
    returning::each(move || {
        if arrival.get_untracked() == Arrival::Away {
            ask.run(());
        }
    });
    let view = move || match arrival.get() {
        Arrival::Here => build(),
        Arrival::Away => Some(away(ask)),
        Arrival::Gone => Some(renew()),
        Arrival::OnItsWay => Some(view! { <Loading/> }.into_any()),
    };
    view.into_any()
}

/// What is asked for was never fetched, and cannot be now.
fn away(retry: Callback<()>) -> AnyView {
    view! { <ErrorState what=text(Key::ApiOffline) on_retry=retry away=true/> }.into_any()
}

/// The same in place of a page.
fn away_page(retry: Callback<()>) -> AnyView {
    view! { <Page title=text(Key::ApiNotHere)>{away(retry)}</Page> }.into_any()
}

/// This page is too old to go on.
fn renew() -> AnyView {
    view! {
        <Page title=text(Key::UpdateReady)>
            <p>{move || t(Key::UpdateTooOld)}</p>
            <div><Button label=text(Key::UpdateUse) on_press=|()| worker::take_new()/></div>
        </Page>
    }
    .into_any()
}

fn show_when_here(bring: Bring, build: Build) -> AnyView {
    let here = RwSignal::new(false);
    spawn_local(async move {
        hurry::over().await;
        while !bring().await {
            TimeoutFuture::new(AGAIN_MS).await;
        }
        // As above.
        let _ = here.try_set(true);
    });
    let view = move || if here.get() { build() } else { None };
    view.into_any()
}

/// Declares a set: its file's name, its words, what names its pages, and the function that builds one.
///
/// `beside` names the function of a set that is here before: this one refers to it and so to all it
/// uses, which then is one file for both, and not a file for each handful of sets that share a line.
macro_rules! later {
    ($(#[$doc:meta])* $name:ident, $file:ident, $words:expr, $page:ty, $make:path
    $(, beside $board:path)?) => {
        $(#[$doc])*
        pub static $name: $crate::later::Later<$page> =
            $crate::later::Later::new($words, || Box::pin(async {
                #[cfg(feature = "split")]
                return $file().await.ok();
                #[cfg(not(feature = "split"))]
                Some($make as $crate::later::Make<$page>)
            }));

        #[cfg(feature = "split")]
        #[::leptos::wasm_split::wasm_split(
            $file,
            wasm_split_path = ::leptos::wasm_split,
            fallible
        )]
        fn $file() -> Result<$crate::later::Make<$page>, ::leptos::wasm_split::SplitLoaderError> {
            $(std::hint::black_box($board as *const ());)?
            Ok($make)
        }
    };
}

pub(crate) use later;
