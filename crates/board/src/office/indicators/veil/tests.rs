//! What a funder sees of few people, and of one of many branches.

use super::{
    super::tests::{began, duo},
    *,
};
use crate::office::outcome::OutcomeKind;
use uuid::Uuid;

fn cohort(branch: u128, first: u128, duos: u128) -> Vec<DuoRecord> {
    let one = |number: u128| {
        let mut record = duo(first + number, "2025-01-10");
        record.branch = BranchId(Uuid::from_u128(branch));
        let found = number.is_multiple_of(2);
        record.outcomes =
            if found { vec![began(OutcomeKind::Job, "2025-06-01")] } else { Vec::new() };
        record
    };
    (0..duos).map(one).collect()
}

fn year() -> Selection {
    Selection::of_year(2025, "2026-11-22".parse().unwrap())
}

fn find(figures: &[Figure], code: Code) -> &Figure {
    figures.iter().find(|figure| figure.code == code).unwrap()
}

#[test]
fn few_people_are_not_shown_at_all() {
    let figures = whole(&cohort(1, 1, 4), &year(), &[]);
    for figure in &figures {
        assert_ne!(figure.state, FigureState::Shown, "{:?}", figure.code);
        assert_eq!((figure.numerator, figure.value), (None, None), "{:?}", figure.code);
    }
}

#[test]
fn many_are_and_what_would_tell_of_a_few_is_not() {
    let mut all = cohort(1, 1, 40);
    all[1].outcomes = vec![began(OutcomeKind::Training, "2025-06-01")];
    let figures = whole(&all, &year(), &[]);
    assert_eq!(find(&figures, Code::Positive).numerator, Some(21));
    // One training: the three kinds are hidden, since they add up to what is shown.
    for code in [Code::Job, Code::Training, Code::Internship] {
        assert_eq!(find(&figures, code).state, FigureState::Masked, "{code:?}");
    }
    // All the others are unknown; nobody is still searching, which would tell the same.
    assert_eq!(find(&figures, Code::Unknown).state, FigureState::Masked);
    assert_eq!(find(&figures, Code::Positive).unknown, None);
}

#[test]
fn a_branch_cannot_be_had_by_subtraction() {
    let mut all = cohort(1, 1, 40);
    all.extend(cohort(2, 1000, 4));
    all.extend(cohort(3, 2000, 20));
    let of = |branch: u128| {
        let id = BranchId(Uuid::from_u128(branch));
        let asked = Selection { branches: Some(vec![id]), ..year() };
        of_place(&all, &asked, Place::Branch(id))
    };
    for code in [Code::Started, Code::Positive] {
        let states = [1, 2, 3].map(|branch| find(&of(branch), code).state);
        let masked = states.iter().filter(|state| **state == FigureState::Masked).count();
        assert_eq!((states[0], masked), (FigureState::Shown, 2), "{code:?}");
    }
    assert_eq!(find(&of(1), Code::Durable).state, FigureState::WholeOnly);
}
