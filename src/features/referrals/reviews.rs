//! The days on which a PIIS (GPMI) is looked at again, and the way to keep them as key dates.

use board::{
    entry::Entry,
    id::ItemId,
    item::{Body, Kind},
    key_date::{KeyDate, KeyDateKind},
    op::{AddItem, Op, TextField},
    permit::may_add,
    referral::REVIEWS_MAX,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        each::Each,
        icon::IconName,
    },
    features::{
        day_form::DayForm,
        live_text::errors::reject_text,
        referrals::facts::{ReferralFacts, part},
    },
    i18n::{format, t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const ADD: &str = "review-add";

/// The days, soonest first.
#[component]
pub(super) fn Reviews(
    /// The referral.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ReferralFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let days = part(facts, |facts| facts.reviews.clone());
    let days = Memo::new(move |_| days.get().unwrap_or_default());
    let may_plan = part(facts, |facts| facts.may_plan);
    let set = move |days: Vec<NaiveDate>, said: String| match board
        .act(Op::SetReviews { item: id, days })
    {
        Ok(()) => announce(&said),
        Err(reject) => announce(&reject_text(&reject)),
    };
    let add = Callback::new(move |day: Option<NaiveDate>| {
        let Some(day) = day else { return };
        let mut all = days.get_untracked();
        all.push(day);
        all.sort_unstable();
        all.dedup();
        set(all, tf(Key::ApplicationDaySaved, &[("date", &format::long_date(day))]));
    });
    let take = Callback::new(move |day: NaiveDate| {
        let all = days.get_untracked().into_iter().filter(|known| *known != day).collect();
        set(all, t(Key::ApplicationDayTaken));
        focus::focus_soon(ADD);
    });
    let empty = Memo::new(|_| None);
    let may_add_day =
        move || may_plan.get() == Some(true) && days.with(|days| days.len() < REVIEWS_MAX);
    view! {
        <section class="card">
            <h2>{move || t(Key::ReviewTitle)}</h2>
            <p class="muted">{move || t(Key::ReviewHint)}</p>
            <ul class="stack stack--tight">
                <Each each=move || days.get() key=|day| *day let:day>
                    <li class="row row--between">
                        <span>{move || format::long_date(day)}</span>
                        <span class="row">
                            <Keep day/>
                            <Show when=move || may_plan.get() == Some(true)>
                                <Button
                                    label=text(Key::ActionRemove)
                                    about=Signal::derive(move || format::long_date(day))
                                    kind=ButtonKind::Plain
                                    on_press=move |()| take.run(day)
                                />
                            </Show>
                        </span>
                    </li>
                </Each>
            </ul>
            <Show when=may_add_day>
                <div>
                    <DayForm
                        label=text(Key::ReviewDay)
                        button=text(Key::ReviewAdd)
                        on=empty
                        id=ADD
                        on_save=add
                    />
                </div>
            </Show>
        </section>
    }
}

/// Offers to keep a review as a key date of one's own, until it is kept.
#[component]
fn Keep(day: NaiveDate) -> impl IntoView {
    let board = BoardState::expect();
    let may = may_add(&board.actor(), &Kind::KeyDate);
    let is_kept = Memo::new(move |_| {
        board.view().with(|world| {
            world.items().any(|(_, item)| {
                item.is_live()
                    && item
                        .as_key_date()
                        .is_some_and(|date| date.on == day && date.kind == KeyDateKind::PiisReview)
            })
        })
    });
    let keep = move |()| {
        // A text of ours is cleaned like any other: its fixed spaces would be refused.
        let title = TextField::Title.parse(&t(Key::KeyDateKindPiis)).unwrap_or_default();
        let body = Body::KeyDate(KeyDate {
            kind: KeyDateKind::PiisReview,
            title: Entry::new(title),
            on: day,
            notes: Entry::default(),
        });
        let id = board.new_id();
        match board.act(Op::Add(AddItem { id, only_me: true, body })) {
            Ok(()) => {
                announce(&t(Key::ReviewKept));
                focus::focus_soon(ADD);
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    move || {
        may.then(|| {
            if is_kept.get() {
                view! { <span class="muted">{move || t(Key::ReviewIsKept)}</span> }.into_any()
            } else {
                view! {
                    <Button
                        label=text(Key::ReviewKeep)
                        about=Signal::derive(move || format::long_date(day))
                        kind=ButtonKind::Plain
                        icon=IconName::Calendar
                        on_press=keep
                    />
                }
                .into_any()
            }
        })
    }
}
