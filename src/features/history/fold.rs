//! A text that one person wrote in one go is one line, however often it was saved meanwhile.

use board::{
    op::Op,
    protocol::{boards::FeedChange, history::HistoryEvent},
};

/// Pauses up to this long do not make two lines.
const GO_MS: i64 = 30 * 60 * 1000;

/// Joins edits that follow one another; the list is newest first, and stays so.
#[must_use]
pub(super) fn fold(events: Vec<HistoryEvent>) -> Vec<HistoryEvent> {
    let mut folded: Vec<HistoryEvent> = Vec::with_capacity(events.len());
    for older in events {
        let joined = folded.last_mut().is_some_and(|newer| join(newer, &older));
        if !joined {
            folded.push(older);
        }
    }
    folded
}

/// Takes the older edit into the newer one, when they are one.
fn join(newer: &mut HistoryEvent, older: &HistoryEvent) -> bool {
    let near = newer.event.at.0 - older.event.at.0 <= GO_MS;
    if !near || newer.event.by != older.event.by || newer.side != older.side {
        return false;
    }
    let (FeedChange::Op(now), FeedChange::Op(then)) =
        (&mut newer.event.change, &older.event.change)
    else {
        return false;
    };
    match (now, then) {
        (
            Op::EditText { item, field, base, .. },
            Op::EditText { item: before, field: same, base: first, text },
        ) if item == before && field == same && base == text => {
            base.clone_from(first);
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{
        id::{ItemId, PersonId},
        op::TextField,
        protocol::boards::FeedEvent,
        space::Side,
        time::Timestamp,
    };
    use uuid::Uuid;

    fn edit(minute: i64, by: u128, base: &str, text: &str) -> HistoryEvent {
        let change = FeedChange::Op(Op::EditText {
            item: ItemId(Uuid::from_u128(1)),
            field: TextField::Notes,
            base: base.into(),
            text: text.into(),
        });
        let by = PersonId(Uuid::from_u128(by));
        let at = Timestamp(minute * 60_000);
        let rev = u64::try_from(minute).unwrap();
        HistoryEvent { side: Side::Shared, event: FeedEvent { rev, at, by, change } }
    }

    fn texts(events: Vec<HistoryEvent>) -> Vec<(String, String)> {
        let pair = |event: HistoryEvent| match event.event.change {
            FeedChange::Op(Op::EditText { base, text, .. }) => (base, text),
            other => panic!("{other:?}"),
        };
        fold(events).into_iter().map(pair).collect()
    }

    #[test]
    fn one_go_is_one_line() {
        let events = vec![edit(3, 1, "ab", "abc"), edit(2, 1, "a", "ab"), edit(1, 1, "", "a")];
        assert_eq!(texts(events), [(String::new(), "abc".into())]);
    }

    #[test]
    fn another_person_and_another_day_are_lines_of_their_own() {
        assert_eq!(texts(vec![edit(2, 2, "a", "ab"), edit(1, 1, "", "a")]).len(), 2);
        assert_eq!(texts(vec![edit(90, 1, "a", "ab"), edit(1, 1, "", "a")]).len(), 2);
        let jump = vec![edit(2, 1, "other words between", "ab"), edit(1, 1, "", "a")];
        assert_eq!(texts(jump).len(), 2, "somebody wrote in between");
    }
}
