//! Who of the association looked at what, day by day (quality/trust.md): for the person whom it is
//! about.

use std::collections::BTreeMap;

use board::{office::look::Looked, protocol::looks::Look};
use chrono::NaiveDate;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        empty_state::EmptyState,
        notice::{Notice, NoticeKind},
    },
    features::fetched::{CopyNote, FetchNotice, Fetched},
    i18n::{format, t, text, tf},
};

/// Every look, the newest day first.
#[component]
pub fn LooksAtMe() -> impl IntoView {
    let looks = Fetched::<Vec<Look>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            looks.take_or_copy("looks", api::looks::list().await).await;
        });
    });
    load.run(());
    let days = move || {
        looks.value.with(|looks| {
            let looks = looks.as_ref()?;
            if looks.is_empty() {
                let title = text(Key::LooksEmptyTitle);
                let text = text(Key::LooksEmpty);
                return Some(view! { <EmptyState title=title text=text/> }.into_any());
            }
            Some(by_day(looks).into_iter().rev().map(day).collect_view().into_any())
        })
    };
    view! {
        <Notice kind=NoticeKind::Info><p>{move || t(Key::LooksNever)}</p></Notice>
        <CopyNote kept=looks.kept/>
        <FetchNotice ready=looks.is_ready() failure=looks.failure on_retry=load/>
        {days}
        <p class="muted">{move || t(Key::LooksAsk)}</p>
    }
}

fn by_day(looks: &[Look]) -> BTreeMap<NaiveDate, Vec<Look>> {
    let mut days = BTreeMap::<NaiveDate, Vec<Look>>::new();
    for look in looks {
        days.entry(look.on).or_default().push(look.clone());
    }
    days
}

fn day((on, looks): (NaiveDate, Vec<Look>)) -> AnyView {
    let line = |look: Look| {
        let words = move || {
            let name = if look.by.is_empty() { t(Key::LooksNobody) } else { look.by.clone() };
            tf(Key::LooksLine, &[("name", &name), ("what", &t(what(look.what)))])
        };
        view! { <li dir="auto">{words}</li> }
    };
    view! {
        <section class="card">
            <h2>{move || format::long_date(on)}</h2>
            <ul class="stack stack--tight">{looks.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn what(looked: Looked) -> Key {
    match looked {
        Looked::DuoPage => Key::LooksWhatDuoPage,
        Looked::PersonPage => Key::LooksWhatPersonPage,
        Looked::Demographics => Key::LooksWhatDemographics,
        Looked::Outcomes => Key::LooksWhatOutcomes,
        Looked::FollowUps => Key::LooksWhatFollowUps,
        Looked::Export => Key::LooksWhatExport,
        Looked::NewCode => Key::LooksWhatNewCode,
        Looked::Matching => Key::LooksWhatMatching,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_of_a_day_stand_together() {
        let look = |on: &str| Look {
            on: on.parse().unwrap(),
            by: "Nadia".to_owned(),
            what: Looked::DuoPage,
        };
        let days = by_day(&[look("2026-11-22"), look("2026-11-20"), look("2026-11-22")]);
        assert_eq!(days.values().map(Vec::len).collect::<Vec<_>>(), [1, 2]);
    }
}
