//! A talk in words: with whom, by what way.

use board::{
    actor::Seat,
    office::contact::{Channel, SpokeWith},
};
use words::Key;

use crate::i18n::t;

/// The names of the mentee and of the mentor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// The mentee's.
    pub mentee: String,
    /// The mentor's.
    pub mentor: String,
}

impl Names {
    /// Whom a talk was with; tracked.
    #[must_use]
    pub fn who(&self, with: SpokeWith) -> String {
        match with {
            SpokeWith::Mentee => self.mentee.clone(),
            SpokeWith::Mentor => self.mentor.clone(),
            SpokeWith::Both => t(Key::TalkBoth),
        }
    }
}

/// A talk with one of the two.
#[must_use]
pub fn with_seat(seat: Seat) -> SpokeWith {
    match seat {
        Seat::Mentee => SpokeWith::Mentee,
        Seat::Mentor => SpokeWith::Mentor,
    }
}

/// The words for a way to reach somebody.
#[must_use]
pub fn channel_key(channel: Channel) -> Key {
    match channel {
        Channel::Phone => Key::TalkPhone,
        Channel::Message => Key::TalkMessage,
        Channel::Email => Key::TalkEmail,
        Channel::Video => Key::TalkVideo,
        Channel::Office => Key::TalkOffice,
        Channel::Visit => Key::TalkVisit,
        Channel::Meeting => Key::TalkMeeting,
        Channel::OtherWay => Key::TalkOther,
    }
}
