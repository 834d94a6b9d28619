//! Looking for a situation in all sectors; without a network in what this device keeps.

use board::protocol::library::CodeCard;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        field::Field,
        form::Form,
        notice::Notice,
    },
    features::{
        codes::rows::CodeRows,
        fetched::{FetchNotice, Fetched},
    },
    i18n::{self, t, text, tn},
    platform::announce::announce,
    state::library::Shelf,
};

/// What was found, and whether in the copies of this device alone.
#[derive(Clone, PartialEq)]
struct Found {
    cards: Vec<CodeCard>,
    copies: bool,
}

/// The form, then what fits. Shows no list while nothing is looked for.
#[component]
pub fn CodeSearch(
    /// Whether something is looked for: the page then shows nothing else.
    searching: RwSignal<bool>,
) -> impl IntoView {
    let shelf = Shelf::expect();
    let found = Fetched::<Found>::nothing();
    let words = RwSignal::new(String::new());
    let asked = RwSignal::new(String::new());
    let ask = Callback::new(move |()| {
        let (lang, typed) = (i18n::lang(), asked.get_untracked());
        spawn_local(async move {
            let answer = match api::codes::search(lang.tag(), &typed).await {
                Ok(cards) => Ok(Found { cards, copies: false }),
                Err(error) if error.is_away() => match shelf.all_cards(lang.tag()).await {
                    kept if kept.is_empty() => Err(error),
                    kept => {
                        let cards = kept.into_iter().filter(|card| fits(card, &typed)).collect();
                        Ok(Found { cards, copies: true })
                    }
                },
                Err(error) => Err(error),
            };
            // A slow answer to an older question is not wanted any more.
            if asked.try_get_untracked().as_ref() != Some(&typed) {
                return;
            }
            if let Ok(found) = &answer {
                announce(&count_words(found.cards.len()));
            }
            found.take(answer);
        });
    });
    let search = move |()| {
        let typed = words.with_untracked(|words| words.trim().to_owned());
        searching.set(!typed.is_empty());
        asked.set(typed);
        if searching.get_untracked() {
            ask.run(());
        }
    };
    let cards = Signal::derive(move || {
        found
            .value
            .with(|found| found.as_ref().map(|found| found.cards.clone()).unwrap_or_default())
    });
    let copies = Memo::new(move |_| {
        found.value.with(|found| found.as_ref().is_some_and(|found| found.copies))
    });
    let results = move || {
        view! {
            <FetchNotice ready=found.is_ready() failure=found.failure on_retry=ask/>
            <Show when=move || found.is_ready().get()>
                <h2>{move || count_words(cards.with(Vec::len))}</h2>
                <Show when=move || copies.get()>
                    <Notice><p>{move || t(Key::CodesCopyOffline)}</p></Notice>
                </Show>
                <CodeRows cards=cards/>
            </Show>
        }
    };
    view! {
        <Form on_submit=search>
            <Field
                label=text(Key::CodesSearch)
                hint=text(Key::CodesSearchHint)
                value=words
                id="code-search"
            />
            <div>
                <Button label=text(Key::CodesFind) kind=ButtonKind::Quiet submit=true/>
            </div>
        </Form>
        <Show when=move || searching.get()>{results()}</Show>
    }
}

/// How many were found, in words; tracked.
fn count_words(count: usize) -> String {
    if count == 0 { t(Key::CodesFoundNone) } else { tn(Key::CodesFound, count) }
}

/// Whether every typed word stands somewhere on the card.
fn fits(card: &CodeCard, typed: &str) -> bool {
    let parts = [&card.situation, &card.happens, &card.expected, &card.wrong, &card.say];
    let all = parts.map(|part| part.to_lowercase()).join("\n");
    typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::protocol::library::CardState;

    #[test]
    fn every_word_must_be_there_in_any_part() {
        let card = CodeCard {
            id: "any-sick".parse().unwrap(),
            sector: "any".parse().unwrap(),
            lang: "fr".to_owned(),
            situation: "Vous êtes malade un matin".to_owned(),
            happens: "On vous attend.".to_owned(),
            expected: "Appelez tôt.".to_owned(),
            wrong: String::new(),
            say: String::new(),
            author: None,
            state: CardState::Published,
            votes: Vec::new(),
            mine: None,
            own: false,
            reply: String::new(),
            version: 1,
        };
        assert!(fits(&card, "Malade appelez"));
        assert!(!fits(&card, "malade salaire"));
    }
}
