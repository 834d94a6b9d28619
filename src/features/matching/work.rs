//! Suggestions for each waiting mentee of a branch. Nothing is created here.

use board::{
    id::{BranchId, PersonId},
    office::matching::Score,
    protocol::pool::{MatchedMentee, Matching, Named, Suggestion},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::ButtonKind,
        card::Card,
        choice::Choice,
        disclosure::Disclosure,
        empty_state::EmptyState,
        link_button::LinkButton,
        notice::{Notice, NoticeKind},
    },
    features::{
        codes::sectors::Sectors,
        fetched::{FetchNotice, Fetched},
        matching::{
            reasons::{reason_words, unmatched_key},
            weights::{WeightChoices, WeightDraft},
        },
        people_of::words::branch_options,
    },
    i18n::{format::short_date, t, text, tf},
    paths::{Path, duo_of},
};

/// Branch, weights, one card a mentee, the mentors who are left.
#[component]
pub fn MatchingWork() -> impl IntoView {
    let options = branch_options();
    let first = options.first().map(|option| option.value.clone()).unwrap_or_default();
    let branch = RwSignal::new(first);
    let weights = WeightDraft::new();
    let sectors = Sectors::read();
    let found = Fetched::<Matching>::nothing();
    let asked = Memo::new(move |_| {
        let branch: Option<BranchId> = branch.with(|branch| branch.parse().ok());
        branch.map(|branch| (branch, weights.read()))
    });
    let load = Callback::new(move |()| {
        let Some((branch, weights)) = asked.get_untracked() else { return };
        spawn_local(async move {
            let answer = api::people::matching(branch, weights).await;
            if asked.try_get_untracked() == Some(Some((branch, weights))) {
                found.take(answer);
            }
        });
    });
    Effect::new(move |_| {
        asked.track();
        load.run(());
    });
    let choice = (options.len() > 1).then(|| {
        view! {
            <Choice
                label=text(Key::MatchingBranch)
                options=options
                value=branch
                columns=true
            />
        }
    });
    let content = move || {
        let Matching { best, mentees, free_mentors, .. } = found.value.get()?;
        let empty = mentees.is_empty().then(|| {
            view! {
                <EmptyState title=text(Key::MatchingEmpty) text=text(Key::MatchingEmptyText)>
                    <LinkButton label=text(Key::PeopleOfTitle) href=Path::People.href()/>
                </EmptyState>
            }
        });
        let cards = mentees.into_iter().map(|one| view! { <li><Mentee one best sectors/></li> });
        let cards = cards.collect_view();
        Some(view! {
            {empty}
            <ul class="stack">{cards}</ul>
            <Free mentors=free_mentors/>
        })
    };
    view! {
        {choice}
        <WeightChoices draft=weights/>
        <FetchNotice ready=found.is_ready() failure=found.failure on_retry=load/>
        {content}
    }
}

#[component]
fn Mentee(one: MatchedMentee, best: u32, sectors: Sectors) -> impl IntoView {
    let MatchedMentee { mentee, since, suggested, others, unmatched } = one;
    let id = mentee.id;
    let href = Path::Person(id.0).href();
    let waits = since.map(|day| {
        let words = move || tf(Key::MatchingSince, &[("date", &short_date(day))]);
        view! { <p class="muted">{words}</p> }
    });
    let none = unmatched.map(|why| {
        let key = unmatched_key(why);
        view! { <Notice kind=NoticeKind::Attend><p>{move || t(key)}</p></Notice> }
    });
    let first = suggested.map(|suggestion| {
        view! { <Suggested mentee=id suggestion best sectors is_first=true/> }
    });
    let rest = (!others.is_empty()).then(|| {
        let others = others.into_iter().map(|suggestion| {
            view! { <Suggested mentee=id suggestion best sectors is_first=false/> }
        });
        let others = others.collect_view();
        view! { <Disclosure label=text(Key::MatchingOthers)>{others}</Disclosure> }
    });
    view! {
        <Card>
            <div class="stack">
                <h2><a class="link" dir="auto" href=href>{mentee.name}</a></h2>
                {waits}
                {none}
                {first}
                {rest}
            </div>
        </Card>
    }
}

/// A mentor with points and reasons, and the way to the form that makes the duo.
#[component]
fn Suggested(
    mentee: PersonId,
    suggestion: Suggestion,
    best: u32,
    sectors: Sectors,
    is_first: bool,
) -> impl IntoView {
    let Suggestion { mentor, score: Score { points, reasons } } = suggestion;
    let href = duo_of(mentee, mentor.id);
    let name = mentor.name.clone();
    let title = move || {
        if is_first { tf(Key::MatchingSuggested, &[("mentor", &name)]) } else { name.clone() }
    };
    let sum =
        move || tf(Key::MatchingPoints, &[("n", &points.to_string()), ("max", &best.to_string())]);
    let rows = reasons.into_iter().map(|reason| {
        view! { <li>{move || reason_words(&reason, sectors)}</li> }
    });
    let rows = rows.collect_view();
    let kind = if is_first { ButtonKind::Main } else { ButtonKind::Quiet };
    view! {
        <section class="stack">
            <h3 dir="auto">{title}</h3>
            <p><strong>{sum}</strong></p>
            <ul class="stack stack--tight">{rows}</ul>
            <div>
                <LinkButton
                    label=text(Key::MatchingCreate)
                    about=Signal::stored(mentor.name)
                    href=href
                    kind=kind
                />
            </div>
        </section>
    }
}

/// Mentors who got nobody.
#[component]
fn Free(mentors: Vec<Named>) -> impl IntoView {
    (!mentors.is_empty()).then(|| {
        let row = |mentor: Named| {
            let href = Path::Person(mentor.id.0).href();
            view! { <li><a class="link" dir="auto" href=href>{mentor.name}</a></li> }
        };
        let rows = mentors.into_iter().map(row).collect_view();
        view! {
            <section class="stack">
                <h2>{move || t(Key::MatchingFree)}</h2>
                <ul class="stack stack--tight">{rows}</ul>
            </section>
        }
    })
}
