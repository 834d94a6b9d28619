//! What happens to a board when its mentee begins with another mentor (features.md K21): all that
//! the former mentor could see becomes the mentee's alone. The new mentor finds an empty shared
//! space, with an empty log; what they see is what the mentee shares with them from then on.

use crate::{
    actor::{Actor, Seat},
    apply::renumber,
    id::{ItemId, PersonId},
    item::{Body, Item, Removal, Suggestion},
    permit::{Action, may},
    pulse::PulseSeenBy,
    space::{Side, Space},
    time::Timestamp,
};
use chrono::NaiveDate;

/// Moves every item of `shared` into the mentee's private space, and tells which ones the mentee
/// can share again, each with what belongs to it.
///
/// Comments stay behind when their subject is shared again: they were said to somebody else.
/// Nothing of it waits for anybody any more.
pub fn take_back(
    shared: &mut Space,
    private: &mut Space,
    mentee: PersonId,
    at: Timestamp,
    today: NaiveDate,
) -> Vec<ItemId> {
    let actor = Actor { person: mentee, seat: Seat::Mentee };
    let mut offered = Vec::new();
    for mut item in std::mem::take(&mut shared.items).into_values() {
        settle(&mut item, mentee, at, today);
        item.only_me |= item.parent().is_none() || item.as_comment().is_some();
        let can_share = item.is_live()
            && item.parent().is_none()
            && may(&actor, Action::Share, Side::Private, &item);
        if can_share {
            offered.push(item.id);
        }
        renumber(private, &mut item);
        private.items.insert(item);
    }
    offered
}

/// Ends what was still open between the two. An idea that nobody answered is put aside: it is not
/// the next mentor's, and the mentee can still take it up.
fn settle(item: &mut Item, mentee: PersonId, at: Timestamp, today: NaiveDate) {
    item.suggestion = item.suggestion.as_ref().map(|_| Suggestion::Declined);
    match &mut item.body {
        Body::Comment(comment) => {
            comment.seen.get_or_insert(at);
            if comment.asks {
                comment.settled.get_or_insert(at);
            }
        }
        Body::Pause(pause) if pause.until >= today => {
            pause.ended.get_or_insert(at);
        }
        Body::Pulse(pulse) if pulse.seen_by == PulseSeenBy::Duo => {
            pulse.seen_by = PulseSeenBy::Nobody;
        }
        Body::Meeting(meeting) if meeting.is_ahead() => {
            item.removed.get_or_insert(Removal { by: mentee, at });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
