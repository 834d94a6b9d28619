//! What happened with a referral so far, in words and with dates.

use board::{id::PersonId, referral::ReferralNews};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    features::{
        applications::facts::day,
        people,
        referrals::{
            facts::{ReferralFacts, part},
            wording::{outcome_key, went_key},
        },
    },
    i18n::{format, t, tf},
    state::board::BoardState,
};

/// One line each, oldest first.
#[component]
pub(super) fn History(
    /// The facts of the referral.
    facts: Memo<Option<ReferralFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let told = part(facts, |facts| (facts.by, facts.at, facts.news.clone()));
    let lines = move || {
        let (by, at, news) = told.get()?;
        let noted = line(board, by, day(at), t(Key::ReferralHistoryNoted));
        let news = news.into_iter().filter_map(|news| {
            let words = words_of(&news)?;
            Some(line(board, news.by, day(news.at), words))
        });
        let lines = std::iter::once(noted).chain(news);
        Some(
            lines
                .map(|words| view! { <li class="path__item path__item--done">{words}</li> })
                .collect_view(),
        )
    };
    view! {
        <section class="card">
            <h2>{move || t(Key::ReferralHistory)}</h2>
            <ol class="path">{lines}</ol>
        </section>
    }
}

fn words_of(news: &ReferralNews) -> Option<String> {
    let went = news.went.as_ref().map(|went| t(went_key(went)));
    went.map(|words| tf(Key::ReferralHistorySaid, &[("words", &words)]))
        .or_else(|| news.outcome.as_ref().map(|outcome| t(outcome_key(outcome))))
}

fn line(board: BoardState, by: PersonId, day: NaiveDate, words: String) -> String {
    let (name, date) = (people::name_of(board, by), format::short_date(day));
    tf(Key::ReferralHistoryLine, &[("words", &words), ("name", &name), ("date", &date)])
}
