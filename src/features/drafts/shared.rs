//! Half-typed words on a device that others use too: it keeps none, so the server does, for a day
//! (sign-in.md step 4).

use std::{cell::Cell, time::Duration};

use board::protocol::{
    drafts::{DRAFT_WORDS_MAX, Draft},
    problem::ProblemCode,
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use super::{ARRIVED, Drafts, NOTED, TYPED, UNHEARD};
use crate::{
    api,
    platform::{page, returning},
    state::session::SessionState,
};

/// After so long without another letter the server hears what was typed.
const QUIET: Duration = Duration::from_secs(2);

thread_local! {
    /// Words travel one after the other: those of before must not arrive last.
    static SENDING: Cell<bool> = const { Cell::new(false) };
}

/// Brings what was typed on another device, and sends what is typed on this one. Shows nothing.
#[component]
pub fn SharedDrafts() -> impl IntoView {
    let drafts = Drafts::expect();
    if drafts.lasting {
        return;
    }
    let is_here = StoredValue::new(false);
    let bring = move || {
        spawn_local(async move {
            if is_here.try_get_value() == Some(false)
                && let Ok(found) = api::drafts::list().await
            {
                is_here.try_set_value(true);
                drafts.take(found);
            }
        });
    };
    let session = SessionState::expect();
    let send = move || {
        // Whoever signs in again sends it with the next letter.
        if !session.has_ended_untracked() {
            spawn_local(drafts.send());
        }
    };
    bring();
    returning::each(move || {
        bring();
        send();
    });
    page::each_hidden(send);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_get_value().flatten() {
            timer.clear();
        }
    };
    Effect::new(move |_| {
        NOTED.with(ArcRwSignal::track);
        stop();
        timer.set_value(set_timeout_with_handle(send, QUIET).ok());
    });
    on_cleanup(stop);
}

impl Drafts {
    /// Keeps what the server had, where nothing was typed here since.
    fn take(self, found: Vec<Draft>) {
        for Draft { name, words } in found {
            let full = self.place(&name);
            if !UNHEARD.with_borrow(|unheard| unheard.contains(&full)) {
                TYPED.with_borrow_mut(|typed| {
                    typed.entry(full).or_insert(words);
                });
            }
        }
        ARRIVED.with(|arrived| arrived.update(|times| *times += 1));
    }

    /// Sends what the server has not heard. What it could not hear now waits for the next letter,
    /// for the network, or for the page to be left.
    async fn send(self) {
        if SENDING.replace(true) {
            return;
        }
        loop {
            let batch = self.unheard();
            if batch.is_empty() {
                break;
            }
            let Err(error) = api::drafts::keep(&batch).await else { continue };
            if error.is_passing() || error.code() == Some(&ProblemCode::SignedOut) {
                let places = batch.iter().map(|draft| self.place(&draft.name));
                UNHEARD.with_borrow_mut(|unheard| unheard.extend(places));
            }
            break;
        }
        SENDING.set(false);
    }

    /// What the server has not heard of this person; from now on it counts as heard.
    fn unheard(self) -> Vec<Draft> {
        let own = self.place("");
        let places: Vec<String> = UNHEARD.with_borrow_mut(|unheard| {
            unheard.extract_if(.., |place| place.starts_with(&own)).collect()
        });
        let draft = |place: String| {
            let words = TYPED.with_borrow(|typed| typed.get(&place).cloned());
            Some(Draft {
                name: place.strip_prefix(&own)?.to_owned(),
                words: words.unwrap_or_default(),
            })
        };
        // What no text can hold is not to stand in the way of the others.
        let is_kept = |draft: &Draft| draft.words.chars().count() <= DRAFT_WORDS_MAX;
        places.into_iter().filter_map(draft).filter(is_kept).collect()
    }
}
