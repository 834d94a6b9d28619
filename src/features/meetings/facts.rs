//! What the pages show of a meeting, read from the board in one go.

use board::{
    id::{ItemId, PersonId},
    item::Item,
    meeting::{DayTime, MeetingHow, MeetingState, Said},
    permit::{Action, may, may_set_meeting},
};
use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{features::objectives::unread::unread, state::board::BoardState};

/// A meeting as the person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingFacts {
    /// The day.
    pub on: NaiveDate,
    /// The time.
    pub time: Option<DayTime>,
    /// How the two meet.
    pub how: MeetingHow,
    /// Where it stands.
    pub state: MeetingState,
    /// How long it took.
    pub minutes: Option<u16>,
    /// Who noted it.
    pub logged: Vec<PersonId>,
    /// "I will be late", "I can't come".
    pub said: Option<Said>,
    /// Who proposes the day.
    pub proposed_by: PersonId,
    /// Where.
    pub place: String,
    /// What to talk about.
    pub topics: String,
    /// Messages that this person has not seen.
    pub unread: usize,
    /// May say yes to the day, or ask for another one.
    pub may_answer: bool,
    /// May remove it.
    pub may_remove: bool,
}

/// The facts of one meeting; `None` when it is not there.
#[must_use]
pub fn meeting_facts(board: BoardState, id: ItemId) -> Memo<Option<MeetingFacts>> {
    Memo::new(move |_| {
        board.view().with(|world| {
            let (side, item) = world.find(id)?;
            let meeting = item.as_meeting()?;
            let actor = board.actor();
            let unread = unread(world, actor.person);
            Some(MeetingFacts {
                on: meeting.on,
                time: meeting.time,
                how: meeting.how.clone(),
                state: meeting.state.clone(),
                minutes: meeting.minutes,
                logged: meeting.logged.clone(),
                said: meeting.said.clone(),
                proposed_by: meeting.proposed_by(item),
                place: meeting.place.text.clone(),
                topics: meeting.notes.text.clone(),
                unread: unread.iter().find(|unread| unread.about == id).map_or(0, |u| u.count),
                may_answer: may_set_meeting(&actor, item, &MeetingState::Planned),
                may_remove: may(&actor, Action::Remove, side, item),
            })
        })
    })
}

/// When a meeting is, for a list of several kinds of items.
#[must_use]
pub fn day_of(item: &Item) -> Option<(NaiveDate, Option<DayTime>)> {
    item.as_meeting().map(|meeting| (meeting.on, meeting.time))
}
