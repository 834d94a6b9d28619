//! Reading cards: the copy of this device at once, then what the server has. Without a network the
//! copy stays.

use board::{protocol::library::CodeCard, slug::Slug};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        icon::{Icon, IconName},
        notice::Notice,
    },
    features::fetched::Fetched,
    i18n::{self, t},
    state::library::Shelf,
};

/// The cards of a sector and those that hold everywhere. Cheap to copy.
#[derive(Clone, Copy)]
pub struct CodeList {
    /// The cards.
    pub cards: Fetched<Vec<CodeCard>>,
    kept: RwSignal<bool>,
    ask: Callback<()>,
}

impl CodeList {
    /// Reads the list of a sector, and again when sector or language change.
    #[must_use]
    pub fn read(sector: Memo<Slug>) -> Self {
        let shelf = Shelf::expect();
        let cards = Fetched::nothing();
        let kept = RwSignal::new(false);
        let wanted = Memo::new(move |_| (i18n::lang(), sector.get()));
        let ask = Callback::new(move |()| {
            let (lang, sector) = wanted.get_untracked();
            spawn_local(async move {
                // A slow answer for another sector or language is not wanted any more.
                let is_wanted = || wanted.try_get_untracked() == Some((lang, sector.clone()));
                if let Some(known) = shelf.cards(lang.tag(), &sector).await
                    && is_wanted()
                {
                    cards.take(Ok(known));
                    kept.try_set(true);
                }
                let answer = api::codes::list(lang.tag(), &sector).await;
                let stored = match &answer {
                    Ok(list) => shelf.keep_cards(lang.tag(), &sector, list).await,
                    Err(_) => false,
                };
                if is_wanted() {
                    if answer.is_ok() {
                        kept.try_set(stored);
                    }
                    cards.take(answer);
                }
            });
        });
        Effect::new(move |_| {
            wanted.track();
            ask.run(());
        });
        Self { cards, kept, ask }
    }

    /// Tries again.
    #[must_use]
    pub fn retry(self) -> Callback<()> {
        self.ask
    }
}

/// Says that the list can be read without a network, or that it is the copy that is read now.
#[component]
pub fn KeptNote(
    /// The list.
    list: CodeList,
) -> impl IntoView {
    let failed = Memo::new(move |_| list.cards.failure.with(Option::is_some));
    move || match (list.kept.get(), failed.get()) {
        (true, true) => {
            view! { <Notice><p>{move || t(Key::CodesCopyOffline)}</p></Notice> }.into_any()
        }
        (true, false) => view! {
            <p class="row row--still muted">
                <Icon name=IconName::Phone/>
                <span>{move || t(Key::CodesKept)}</span>
            </p>
        }
        .into_any(),
        (false, _) => ().into_any(),
    }
}

/// What stands for a card until the server has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meanwhile {
    /// The copy of this device: to read.
    Copy,
    /// Nothing: to change it, the newest version is needed.
    Nothing,
}

/// Reads one card, and again when the language changes. The callback tries again.
#[must_use]
pub fn read_card(id: StoredValue<Slug>, meanwhile: Meanwhile) -> (Fetched<CodeCard>, Callback<()>) {
    let shelf = Shelf::expect();
    let card = Fetched::nothing();
    let lang = Memo::new(move |_| i18n::lang());
    let ask = Callback::new(move |()| {
        let (lang_now, id) = (lang.get_untracked(), id.get_value());
        spawn_local(async move {
            let is_wanted = || lang.try_get_untracked() == Some(lang_now);
            let kept = match meanwhile {
                Meanwhile::Copy => shelf.all_cards(lang_now.tag()).await,
                Meanwhile::Nothing => Vec::new(),
            };
            if let Some(known) = kept.into_iter().find(|known| known.id == id)
                && is_wanted()
            {
                card.take(Ok(known));
            }
            let answer = api::codes::read(lang_now.tag(), &id).await;
            if is_wanted() {
                card.take(answer);
            }
        });
    });
    Effect::new(move |_| {
        lang.track();
        ask.run(());
    });
    (card, ask)
}
