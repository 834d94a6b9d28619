//! What quality labels ask for (features.md K17): whether duos signed their agreement, were called
//! in time and were closed with care. Dates and counts; no confidence is in them.

use super::{
    indicators::{
        Selection,
        figure::{Code, Figure, count},
        support::contacts,
    },
    record::DuoRecord,
};
use chrono::Days;

/// Days within which the agreement is signed and the first contact made.
const FIRST_DAYS: u64 = 14;

/// The figures of the pack.
#[must_use]
pub fn pack(all: &[DuoRecord], selection: &Selection) -> Vec<Figure> {
    let today = selection.today;
    let cohort: Vec<&DuoRecord> = all.iter().filter(|it| selection.has(it)).collect();
    let mature = cohort.iter().filter_map(|it| {
        let by = it.start.checked_add_days(Days::new(FIRST_DAYS))?;
        (by <= today).then_some((*it, by))
    });
    let agreed = mature.clone().filter(|(it, _)| it.facts.agreed.is_some_and(|on| on <= today));
    let called = mature.clone().filter(|(it, by)| {
        it.facts.contacts.both().iter().all(|(_, days)| days.iter().any(|day| day < by))
    });
    let of_mature = count(mature.clone().count());
    let counted: Vec<(u32, u32)> = cohort.iter().map(|it| contacts(it, today)).collect();
    let due = counted.iter().filter(|(_, due)| *due > 0);
    let kept = due.clone().filter(|(done, due)| done == due).count();
    let (done, all_due) =
        counted.iter().fold((0, 0), |sum, (done, due)| (sum.0 + done, sum.1 + due));
    let ended: Vec<_> = cohort.iter().filter_map(|it| it.ended_by(today)).collect();
    let complete = ended.iter().filter(|ended| ended.checklist.is_complete()).count();
    vec![
        Figure::number(Code::Started, count(cohort.len())),
        Figure::share(Code::Agreement, count(agreed.count()), of_mature),
        Figure::share(Code::FirstContact, count(called.count()), of_mature),
        Figure::share(Code::Support, done, all_due),
        Figure::share(Code::CalendarKept, count(kept), count(due.count())),
        Figure::share(Code::ChecklistComplete, count(complete), count(ended.len())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::{BranchId, DuoId, PersonId},
        office::{closure::Checklist, record::Ended},
    };
    use chrono::NaiveDate;
    use uuid::Uuid;

    #[test]
    fn a_duo_cared_for_and_one_that_was_not() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let id = Uuid::from_u128;
        let begun = |n| {
            let people = [PersonId(id(n)), PersonId(id(n + 100))];
            DuoRecord::begun(DuoId(id(n)), people, BranchId(id(9)), day("2026-01-01"))
        };
        let (mut good, poor) = (begun(1), begun(2));
        good.facts.agreed = Some(day("2026-01-08"));
        let calls = vec![day("2026-01-10"), day("2026-01-30")];
        good.facts.contacts.mentee.clone_from(&calls);
        good.facts.contacts.mentor = calls;
        let all_done = Checklist {
            notice: true,
            talk_mentee: true,
            talk_mentor: true,
            next_step: true,
            contact_rule: true,
        };
        good.ended = Some(Ended { on: day("2026-02-20"), kind: None, checklist: all_done });
        let selection = Selection::of_year(2026, day("2026-02-25"));
        let pack = pack(&[good, poor], &selection);
        let shares: Vec<_> =
            pack[1..].iter().map(|it| (it.numerator.unwrap(), it.denominator.unwrap())).collect();
        // Contacts: two for each of the good one; for the other one, two days of two people.
        assert_eq!(shares, [(1, 2), (1, 2), (4, 8), (1, 2), (1, 1)]);
    }
}
