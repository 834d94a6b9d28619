//! On which days a reminder is there.

use super::*;
use crate::{
    entry::Entry,
    id::{ItemId, PersonId},
    item::{Body, Removal},
    key_date::{KeyDate, KeyDateKind},
    objective::Theme,
    referral::{Referral, ReferralKind, ReferralOutcome, Went},
};
use ReferralReminder::{AskNews, AskOutcome};
use uuid::Uuid;

/// 22 November 2026, noon in UTC.
const MADE: Timestamp = Timestamp(1_795_348_800_000);
const BY: PersonId = PersonId(Uuid::from_u128(1));

fn item(body: Body) -> Item {
    Item {
        id: ItemId(Uuid::from_u128(9)),
        by: BY,
        at: MADE,
        changed: MADE,
        removed: None,
        only_me: false,
        suggestion: None,
        body,
    }
}

fn referral(went: Option<Went>, outcome: Option<ReferralOutcome>) -> Item {
    item(Body::Referral(Referral {
        kind: ReferralKind::Service,
        service: None,
        title: Entry::new("CPAS".into()),
        theme: Theme::Money,
        mode: None,
        on: None,
        went,
        outcome,
        next: Entry::default(),
        notes: Entry::default(),
        place: Entry::default(),
        contact: Entry::default(),
        link: Entry::default(),
        reviews: Vec::new(),
        news: Vec::new(),
    }))
}

fn after(item: &Item, days: i64) -> Option<ReferralReminder> {
    referral_reminder(item, MADE.plus_days(days))
}

#[test]
fn ten_days_ask_for_news_and_thirty_for_the_outcome() {
    for went in [None, Some(Went::Went), Some(Went::CouldNot)] {
        let item = referral(went, None);
        let asked = [-1, 0, 9, 10, 29, 30, 300].map(|days| after(&item, days));
        let news = Some(AskNews);
        let outcome = Some(AskOutcome);
        assert_eq!(asked, [None, None, None, news, news, outcome, outcome]);
    }
}

#[test]
fn what_is_done_or_away_asks_nothing() {
    let done = referral(Some(Went::Went), Some(ReferralOutcome::Helped));
    assert_eq!(after(&done, 300), None);
    let removed = Item { removed: Some(Removal { by: BY, at: MADE }), ..referral(None, None) };
    assert_eq!(after(&removed, 300), None);
}

#[test]
fn a_waiting_list_is_left_in_peace_for_a_month() {
    let waits = referral(Some(Went::Went), Some(ReferralOutcome::WaitingList));
    assert_eq!([10, 29, 30].map(|days| after(&waits, days)), [None, None, Some(AskOutcome)]);
}

#[test]
fn days_count_from_the_last_change_and_from_a_visit_ahead() {
    let changed = Item { changed: MADE.plus_days(8), ..referral(None, None) };
    assert_eq!([17, 18].map(|days| after(&changed, days)), [None, Some(AskNews)]);
    let mut ahead = referral(None, None);
    if let Body::Referral(referral) = &mut ahead.body {
        referral.on = NaiveDate::from_ymd_opt(2026, 12, 12);
    }
    assert_eq!([29, 30].map(|days| after(&ahead, days)), [None, Some(AskNews)]);
}

#[test]
fn key_dates_speak_a_month_and_a_week_before() {
    let on = NaiveDate::from_ymd_opt(2027, 3, 31).unwrap();
    let date = item(Body::KeyDate(KeyDate {
        kind: KeyDateKind::Permit,
        title: Entry::new("Titre de séjour".into()),
        on,
        notes: Entry::default(),
    }));
    let left = |days: i64| key_date_reminder(&date, on - chrono::Duration::days(days));
    for days in [30, 24, 7, 1, 0] {
        assert_eq!(left(days), Some(days));
    }
    for days in [31, 23, 8, -1] {
        assert_eq!(left(days), None, "{days}");
    }
    assert_eq!(referral_reminder(&date, MADE.plus_days(400)), None);
}
