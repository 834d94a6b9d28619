//! Referrals to services, and what came of them (features.md M20, M21, T09, T10).

use crate::{
    entry::Entry, id::PersonId, objective::Theme, slug::Slug, time::Timestamp, wire_enum::wire_enum,
};
use chrono::NaiveDate;
use wire::Wire;

wire_enum! {
    /// What kind of help it is.
    ReferralKind {
        /// A service from the directory, or one the two know.
        Service = "service",
        /// An individual integration project with a CPAS/OCMW (PIIS, GPMI), with review dates.
        Piis = "piis",
        /// Recognition of a diploma; the first step asks whether it is needed.
        Diploma = "diploma",
    }
}

wire_enum! {
    /// How the mentor referred (T09).
    ReferralMode {
        /// Told about it.
        Told = "told",
        /// Called together.
        CalledTogether = "called_together",
        /// Went together.
        WentTogether = "went_together",
        /// Wrote.
        Wrote = "wrote",
    }
}

wire_enum! {
    /// What the mentee says of going there (M20).
    Went {
        /// "I went."
        Went = "went",
        /// "I could not go."
        CouldNot = "could_not",
        /// "I did not dare."
        DidNotDare = "did_not_dare",
    }
}

wire_enum! {
    /// What came of it (M21).
    ReferralOutcome {
        /// Received help.
        Helped = "helped",
        /// Registered there.
        Registered = "registered",
        /// On a waiting list.
        WaitingList = "waiting_list",
        /// The service said no.
        Refused = "refused",
        /// It was not the right place.
        WrongPlace = "wrong_place",
        /// The mentee stopped.
        GaveUp = "gave_up",
    }
}

/// Most review days of one project: the law asks for three a year.
pub const REVIEWS_MAX: usize = 12;
/// Most news that are kept of one referral; the oldest go first.
const NEWS_MAX: usize = 50;

/// Something that was said about a referral: how it went there, or what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferralNews {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// How it went there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub went: Option<Went>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ReferralOutcome>,
}

/// Where a referral stands, as the lists show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferralStage {
    /// The mentee has not been there.
    ToDo,
    /// They were there, and wait for what comes of it.
    Waiting,
    /// It is known what came of it.
    Done,
}

/// A referral.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Referral {
    /// What kind of help it is.
    pub kind: ReferralKind,
    /// The service in the directory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Slug>,
    /// Its name, copied so that it can be read without the directory.
    pub title: Entry,
    /// Why: what it is to help with.
    pub theme: Theme,
    /// How the mentor referred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<ReferralMode>,
    /// The day of the visit or call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// What the mentee says of going there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub went: Option<Went>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ReferralOutcome>,
    /// What to do next.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub next: Entry,
    /// What to bring, and anything worth keeping.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
    /// Address.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub place: Entry,
    /// Telephone or the person to ask for.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub contact: Entry,
    /// Web page.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub link: Entry,
    /// The days on which a PIIS is looked at again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<NaiveDate>,
    /// What was said about it, oldest first; what was taken back is not in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub news: Vec<ReferralNews>,
}

impl Referral {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> ReferralStage {
        match (&self.outcome, &self.went) {
            (Some(ReferralOutcome::WaitingList), _) | (None, Some(Went::Went)) => {
                ReferralStage::Waiting
            }
            (Some(_), _) => ReferralStage::Done,
            (None, _) => ReferralStage::ToDo,
        }
    }

    /// Notes how it went there; nothing takes the last word back.
    pub(crate) fn say_went(&mut self, by: PersonId, at: Timestamp, went: Option<&Went>) {
        if self.went.as_ref() == went {
            return;
        }
        self.went = went.cloned();
        match went {
            Some(went) => {
                self.note(ReferralNews { at, by, went: Some(went.clone()), outcome: None })
            }
            None => self.take_back(|news| news.went.is_some()),
        }
    }

    /// Notes what came of it; nothing takes the last word back.
    pub(crate) fn set_outcome(
        &mut self,
        by: PersonId,
        at: Timestamp,
        outcome: Option<&ReferralOutcome>,
    ) {
        if self.outcome.as_ref() == outcome {
            return;
        }
        self.outcome = outcome.cloned();
        match outcome {
            Some(outcome) => {
                self.note(ReferralNews { at, by, went: None, outcome: Some(outcome.clone()) });
            }
            None => self.take_back(|news| news.outcome.is_some()),
        }
    }

    fn note(&mut self, news: ReferralNews) {
        if self.news.len() >= NEWS_MAX {
            self.news.remove(0);
        }
        self.news.push(news);
    }

    fn take_back(&mut self, is_of_kind: fn(&ReferralNews) -> bool) {
        if let Some(place) = self.news.iter().rposition(is_of_kind) {
            self.news.remove(place);
        }
    }
}

#[cfg(test)]
mod tests;
