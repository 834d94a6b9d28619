//! Job applications (features.md M11–M13).

use crate::{
    entry::Entry,
    id::{ItemId, PersonId},
    time::Timestamp,
    wire_enum::wire_enum,
};
use chrono::NaiveDate;
use wire::Wire;

wire_enum! {
    /// Where an application stands (M12).
    Stage {
        /// An idea, nothing more yet.
        Idea = "idea",
        /// Being prepared.
        ToApply = "to_apply",
        /// Sent.
        Sent = "sent",
        /// The mentee asked for news.
        FollowedUp = "followed_up",
        /// Invited to talk.
        Interview = "interview",
        /// Trial day or test.
        Trial = "trial",
        /// The employer made an offer.
        Offer = "offer",
        /// The mentee said yes.
        Accepted = "accepted",
        /// The employer said no.
        Refused = "refused",
        /// No news came.
        NoAnswer = "no_answer",
        /// The mentee stopped.
        Withdrawn = "withdrawn",
    }
}

impl Stage {
    /// The stages on the way, in order.
    pub const PATH: &'static [Self] = &[
        Self::Idea,
        Self::ToApply,
        Self::Sent,
        Self::FollowedUp,
        Self::Interview,
        Self::Trial,
        Self::Offer,
        Self::Accepted,
    ];

    /// The other ways an application can end. None of them is a failure.
    pub const ENDS: &'static [Self] = &[Self::Refused, Self::NoAnswer, Self::Withdrawn];

    /// The next stage on the way, if there is one.
    #[must_use]
    pub fn next(&self) -> Option<Self> {
        let place = Self::PATH.iter().position(|stage| stage == self)?;
        Self::PATH.get(place + 1).cloned()
    }

    /// Whether the employer has received something.
    #[must_use]
    pub fn is_sent(&self) -> bool {
        !matches!(self, Self::Idea | Self::ToApply | Self::Other(_))
    }

    /// Whether nothing more is expected.
    #[must_use]
    pub fn is_end(&self) -> bool {
        *self == Self::Accepted || Self::ENDS.contains(self)
    }
}

wire_enum! {
    /// Why an application ended without a job (M15). None of them is a fault.
    EndReason {
        /// Somebody else was chosen.
        OtherPerson = "other_person",
        /// They ask for more experience.
        Experience = "experience",
        /// They ask for another diploma.
        Diploma = "diploma",
        /// They ask for more of a language.
        Language = "language",
        /// Hours, distance or children did not fit.
        Practical = "practical",
        /// The job no longer exists.
        JobGone = "job_gone",
        /// The mentee found something better.
        FoundBetter = "found_better",
        /// Nobody said why.
        NotSaid = "not_said",
    }
}

/// One arrival at a stage (M12: every change is timestamped).
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Move {
    /// The stage.
    pub to: Stage,
    /// When.
    pub at: Timestamp,
    /// Who said so.
    pub by: PersonId,
}

/// A job application. Employer and job suffice; all else may stay empty.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Application {
    /// Who offers the job.
    pub employer: Entry,
    /// The job's title.
    pub job: Entry,
    /// Where it stands.
    pub stage: Stage,
    /// How it got there, oldest first.
    pub moves: Vec<Move>,
    /// Where the offer can be read.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub link: Entry,
    /// How the mentee heard of it.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub source: Entry,
    /// Whom to talk to.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub contact: Entry,
    /// Where the work is.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub place: Entry,
    /// Anything worth keeping.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
    /// The next thing to do (M13).
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub next: Entry,
    /// When to do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_on: Option<NaiveDate>,
    /// The CV version that goes with it (M17).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cv: Option<ItemId>,
    /// The cover letter that goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<ItemId>,
    /// Why it ended, when the mentee knows and wants to say (M15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<EndReason>,
    /// "What I learnt" (M15).
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub learnt: Entry,
}

impl Application {
    /// What comes next, and on which day. An application that ended waits for nothing: what was
    /// planned for it is kept, and is there again when the end is taken back.
    #[must_use]
    pub fn planned(&self) -> Option<(&Entry, Option<NaiveDate>)> {
        (!self.stage.is_end()).then_some((&self.next, self.next_on))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_leaves_nothing_to_do_until_it_is_taken_back() {
        let on = NaiveDate::from_ymd_opt(2026, 3, 12);
        let next = Entry::new("Ask for news".to_owned());
        let mut application = Application {
            employer: Entry::new("Crèche Les Lutins".to_owned()),
            job: Entry::new("Childcare".to_owned()),
            stage: Stage::Sent,
            moves: Vec::new(),
            link: Entry::default(),
            source: Entry::default(),
            contact: Entry::default(),
            place: Entry::default(),
            notes: Entry::default(),
            next: next.clone(),
            next_on: on,
            cv: None,
            letter: None,
            reason: None,
            learnt: Entry::default(),
        };
        assert_eq!(application.planned(), Some((&next, on)));
        for end in Stage::ENDS.iter().chain([&Stage::Accepted]) {
            application.stage = end.clone();
            assert_eq!(application.planned(), None, "{end:?}");
        }
        application.stage = Stage::FollowedUp;
        assert_eq!(application.planned(), Some((&next, on)));
    }
}
