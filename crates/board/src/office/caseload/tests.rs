//! The list of a coordinator: order, filters, pages.

use super::*;
use crate::{
    health::facts::{Each, Meeting},
    id::DuoId,
    protocol::boards::PersonName,
};
use chrono::Days;
use proptest::prelude::*;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-03-23")
}

fn ago(days: u64) -> NaiveDate {
    today().checked_sub_days(Days::new(days)).unwrap()
}

/// A duo of 60 days, signed and with an objective, that met last so many days ago.
fn met(days: u64) -> Facts {
    let mut facts = Facts::of_new_duo(ago(60));
    facts.agreed = Some(ago(59));
    facts.has_active_objective = true;
    facts.plan_changed = Each { mentee: Some(ago(1)), mentor: None };
    facts.meetings =
        (0..8).map(|week| Meeting { day: ago(days + 7 * week), kind: MeetingKind::Held }).collect();
    facts
}

fn row(number: u128, name: &str, facts: &Facts) -> CaseloadRow {
    let found = Assessed::of(facts, today(), &Thresholds::default());
    let person = |name: &str| PersonName { id: PersonId(Uuid::nil()), name: name.to_owned() };
    CaseloadRow {
        id: DuoId(Uuid::from_u128(number)),
        version: 1,
        branch: BranchId(Uuid::from_u128(number % 2)),
        branch_name: "Liège".into(),
        region: None,
        mentee: person(name),
        mentee_lang: "fr".into(),
        mentor: person("Cécile"),
        mentor_lang: "nl".into(),
        coordinator: None,
        sector: None,
        start: facts.start,
        planned_end: facts.planned_end,
        health: found.health,
        last_met: found.last_met,
        next_meeting: found.next_meeting,
        mentee_due: found.mentee_due,
        mentor_due: found.mentor_due,
    }
}

fn lower(text: &str) -> String {
    text.to_lowercase()
}

fn shown(rows: &[CaseloadRow], filter: &CaseloadFilter) -> Vec<String> {
    let page = page(rows.to_vec(), filter, lower, (0, PAGE), today());
    page.rows.into_iter().map(|row| row.mentee.name).collect()
}

fn some_duos() -> Vec<CaseloadRow> {
    let mut asked = met(2);
    asked.help.mentor = Some(ago(3));
    let mut asked_before = met(2);
    asked_before.help.mentee = Some(ago(4));
    let mut over = met(2);
    over.planned_end = ago(20);
    let mut paused = met(30);
    paused.pauses.push(crate::health::facts::Pause { from: ago(2), until: day("2026-04-01") });
    let mut closed = met(30);
    closed.closed = Some(ago(9));
    vec![
        row(1, "Bonne voie", &met(3)),
        row(2, "Veille", &met(15)),
        row(3, "Arrêt 24", &met(24)),
        row(4, "Arrêt 40", &met(40)),
        row(5, "Aide vendredi", &asked),
        row(6, "Aide jeudi", &asked_before),
        row(7, "Fin passée", &over),
        row(8, "Pause", &paused),
        row(9, "Fini", &closed),
        row(10, "Début", &Facts::of_new_duo(ago(3))),
    ]
}

#[test]
fn the_one_who_needs_somebody_comes_first() {
    let order = shown(&some_duos(), &CaseloadFilter::default());
    let expected = [
        "Aide jeudi",
        "Aide vendredi",
        "Fin passée",
        "Arrêt 40",
        "Arrêt 24",
        "Veille",
        "Début",
        "Bonne voie",
        "Pause",
    ];
    assert_eq!(order, expected);
}

#[test]
fn counts_hold_for_the_filter_without_its_states() {
    let filter = CaseloadFilter { states: vec![DuoState::Stalled], ..Default::default() };
    let page = page(some_duos(), &filter, lower, (0, 1), today());
    assert_eq!((page.rows.len(), page.total, page.to_call), (1, 2, 5));
    let count = |state| page.counts.iter().find(|count| count.state == state).unwrap().duos;
    assert_eq!((count(DuoState::HelpRequested), count(DuoState::Closed)), (2, 1));
    assert_eq!(page.counts.iter().map(|count| count.duos).sum::<u32>(), 10);
}

#[test]
fn closed_duos_are_there_for_who_asks() {
    let filter = CaseloadFilter { states: vec![DuoState::Closed], ..Default::default() };
    assert_eq!(shown(&some_duos(), &filter), ["Fini"]);
}

#[test]
fn filters_hold_together() {
    let mut rows = some_duos();
    rows[2].sector = Some("care".parse().unwrap());
    rows[3].mentee_lang = "ar".into();
    let of = |filter: CaseloadFilter| shown(&rows, &filter);
    assert_eq!(
        of(CaseloadFilter { words: vec!["arrêt".into(), "40".into()], ..Default::default() }),
        ["Arrêt 40"]
    );
    assert_eq!(of(CaseloadFilter { words: vec!["cécile".into()], ..Default::default() }).len(), 9);
    let care = Some("care".parse().unwrap());
    assert_eq!(of(CaseloadFilter { sector: care, ..Default::default() }), ["Arrêt 24"]);
    assert_eq!(of(CaseloadFilter { lang: Some("ar".into()), ..Default::default() }), ["Arrêt 40"]);
    let month = Some(day("2026-03-31"));
    assert_eq!(of(CaseloadFilter { month, ..Default::default() }), ["Début"]);
    let branch = Some(BranchId(Uuid::from_u128(0)));
    assert_eq!(of(CaseloadFilter { branch, ..Default::default() }).len(), 5);
    let nobody = Some(PersonId(Uuid::from_u128(7)));
    assert!(of(CaseloadFilter { coordinator: nobody, ..Default::default() }).is_empty());
}

#[test]
fn closed_duos_ask_for_no_contact() {
    let rows = some_duos();
    assert!(rows[0].mentee_due.is_some() && rows[8].mentee_due.is_none());
}

proptest! {
    /// Page after page, every duo once, in the order of one long page.
    #[test]
    fn pages_join_without_a_gap(gaps in prop::collection::vec(0_u64..50, 0..40), limit in 1_u32..9) {
        let rows: Vec<_> = gaps
            .iter()
            .zip(1..)
            .map(|(gap, number)| row(number, &format!("M{}", gap % 5), &met(*gap)))
            .collect();
        let all = CaseloadFilter::default();
        let whole = page(rows.clone(), &all, lower, (0, u32::MAX), today()).rows;
        let mut joined = Vec::new();
        loop {
            let after = u32::try_from(joined.len()).unwrap();
            let part = page(rows.clone(), &all, lower, (after, limit), today());
            prop_assert_eq!(part.total as usize, rows.len());
            if part.rows.is_empty() {
                break;
            }
            joined.extend(part.rows);
        }
        prop_assert_eq!(joined, whole);
    }
}
