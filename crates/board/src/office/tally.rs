//! What figures need of a shared board beyond its health: how many referrals and objectives of
//! which listed kind, and on which days. No type in here can hold a word that somebody wrote, and
//! nothing that only one person may read is counted.

use crate::{
    closed_enum::closed_enum,
    item::Item,
    objective::{Objective, ObjectiveState, Theme},
    referral::{Referral, ReferralKind},
    time::Timestamp,
    world::World,
};
use chrono::NaiveDate;
use wire::Wire;

closed_enum! {
    /// What an objective or a referral is about, as far as this version knows the theme.
    Topic {
        /// Work.
        Job = "job",
        /// Training.
        Training = "training",
        /// Language.
        Language = "language",
        /// Diploma and its recognition.
        Diploma = "diploma",
        /// Housing.
        Housing = "housing",
        /// Papers and administration.
        Paperwork = "paperwork",
        /// Money.
        Money = "money",
        /// Health.
        Health = "health",
        /// Family.
        Family = "family",
        /// Getting around.
        Mobility = "mobility",
        /// Phone and computer.
        Digital = "digital",
        /// Law.
        Legal = "legal",
        /// Confidence and people one knows.
        Network = "network",
        /// Not said, or a theme of a newer version.
        NotSaid = "not_said",
    }
}

closed_enum! {
    /// What kind of help a referral is for.
    HelpKind {
        /// A service.
        Service = "service",
        /// An integration project with a CPAS/OCMW.
        Piis = "piis",
        /// Recognition of a diploma.
        Diploma = "diploma",
        /// A kind of a newer version.
        Newer = "newer",
    }
}

impl Topic {
    fn of(theme: Option<&Theme>) -> Self {
        theme.and_then(|theme| Self::from_word(theme.as_str())).unwrap_or(Self::NotSaid)
    }

    /// Whether it stands before work rather than being work (indicators.md I18).
    #[must_use]
    pub fn is_precondition(self) -> bool {
        !matches!(self, Self::Job | Self::Training | Self::NotSaid)
    }
}

/// A referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
pub struct CountedReferral {
    /// What kind of help.
    pub kind: HelpKind,
    /// What it is to help with.
    pub topic: Topic,
    /// The day it was made.
    pub opened: NaiveDate,
    /// The day on which it was known what came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<NaiveDate>,
}

/// An objective that was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
pub struct CountedObjective {
    /// What it was about.
    pub topic: Topic,
    /// Whether it was reached; otherwise the mentee changed their mind.
    pub reached: bool,
    /// The day.
    pub closed: NaiveDate,
}

/// What was counted on one board.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[serde(default)]
pub struct Tally {
    /// Referrals that both can read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub referrals: Vec<CountedReferral>,
    /// Closed objectives that both can read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<CountedObjective>,
    /// The first day on which the shared career aim named a sector.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector_aim: Option<NaiveDate>,
}

/// Counts a board. `before` is the last count: the day a sector was first named stays, however the
/// aim changes later. `day_of` gives the day in Belgium of a moment.
#[must_use]
pub fn of(world: &World, before: &Tally, day_of: impl Fn(Timestamp) -> NaiveDate) -> Tally {
    let mut tally = Tally { sector_aim: before.sector_aim, ..Tally::default() };
    // An idea of the mentor that the mentee has not taken up is none of the plan.
    let counted = |item: &&Item| item.is_live() && item.suggestion.is_none();
    for item in world.shared.items.values().filter(counted) {
        if let Some(it) = item.as_referral() {
            tally.referrals.push(referral(item, it, &day_of));
        }
        tally.objectives.extend(item.as_objective().and_then(|it| objective(it, &day_of)));
        if item.as_project().is_some_and(|project| project.sector.is_some()) {
            // Not before its last change is it sure that the sector stood there.
            let day = day_of(item.changed);
            tally.sector_aim = Some(tally.sector_aim.map_or(day, |known| known.min(day)));
        }
    }
    tally
}

fn referral(
    item: &Item,
    referral: &Referral,
    day_of: impl Fn(Timestamp) -> NaiveDate,
) -> CountedReferral {
    let kind = match referral.kind {
        ReferralKind::Service => HelpKind::Service,
        ReferralKind::Piis => HelpKind::Piis,
        ReferralKind::Diploma => HelpKind::Diploma,
        ReferralKind::Other(_) => HelpKind::Newer,
    };
    let news = referral.news.iter().filter(|news| news.outcome.is_some());
    let said = news.map(|news| news.at).next_back().unwrap_or(item.changed);
    CountedReferral {
        kind,
        topic: Topic::of(Some(&referral.theme)),
        opened: day_of(item.at),
        settled: referral.outcome.is_some().then(|| day_of(said)),
    }
}

fn objective(
    objective: &Objective,
    day_of: impl Fn(Timestamp) -> NaiveDate,
) -> Option<CountedObjective> {
    let reached = match objective.state {
        ObjectiveState::Reached => true,
        ObjectiveState::ChangedMind => false,
        ObjectiveState::Active | ObjectiveState::Paused | ObjectiveState::Other(_) => return None,
    };
    let topic = Topic::of(objective.theme.as_ref());
    Some(CountedObjective { topic, reached, closed: day_of(objective.since) })
}

#[cfg(test)]
mod tests;
