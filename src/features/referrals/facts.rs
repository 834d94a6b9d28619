//! What the pages show of a referral, read from the board in one go.

use board::{
    id::{ItemId, PersonId},
    objective::Theme,
    permit::{Action, may},
    referral::{ReferralKind, ReferralMode, ReferralNews, ReferralOutcome, ReferralStage, Went},
    space::Side,
    time::Timestamp,
};
use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{features::objectives::unread::unread, state::board::BoardState};

/// A referral as the person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferralFacts {
    /// What the service is called.
    pub title: String,
    /// What kind of help it is.
    pub kind: ReferralKind,
    /// What it is to help with.
    pub theme: Theme,
    /// How the mentor referred.
    pub mode: Option<ReferralMode>,
    /// The day of the visit.
    pub on: Option<NaiveDate>,
    /// What the mentee says of going there.
    pub went: Option<Went>,
    /// What came of it.
    pub outcome: Option<ReferralOutcome>,
    /// Where it stands.
    pub stage: ReferralStage,
    /// What to do next.
    pub next: String,
    /// Address.
    pub place: String,
    /// Telephone or person.
    pub contact: String,
    /// Web page.
    pub link: String,
    /// The days on which a PIIS is looked at again.
    pub reviews: Vec<NaiveDate>,
    /// What was said about it.
    pub news: Vec<ReferralNews>,
    /// Who noted it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Where it lies.
    pub side: Side,
    /// Messages that this person has not seen.
    pub unread: usize,
    /// Whether two versions of a text wait for a choice.
    pub versions: bool,
    /// May say "I went".
    pub may_tell: bool,
    /// May set the day, how, and what came of it.
    pub may_plan: bool,
    /// May remove it.
    pub may_remove: bool,
}

/// The facts of one referral; `None` when it is not there for this person.
#[must_use]
pub fn referral_facts(board: BoardState, id: ItemId) -> Memo<Option<ReferralFacts>> {
    Memo::new(move |_| {
        board.view().with(|world| {
            let (side, item) = world.find(id)?;
            let referral = item.as_referral()?;
            let actor = board.actor();
            let unread = unread(world, actor.person);
            Some(ReferralFacts {
                title: referral.title.text.clone(),
                kind: referral.kind.clone(),
                theme: referral.theme.clone(),
                mode: referral.mode.clone(),
                on: referral.on,
                went: referral.went.clone(),
                outcome: referral.outcome.clone(),
                stage: referral.stage(),
                next: referral.next.text.clone(),
                place: referral.place.text.clone(),
                contact: referral.contact.text.clone(),
                link: referral.link.text.clone(),
                reviews: referral.reviews.clone(),
                news: referral.news.clone(),
                by: item.by,
                at: item.at,
                side,
                unread: unread.iter().find(|unread| unread.about == id).map_or(0, |u| u.count),
                versions: item.body.texts().any(|(_, entry)| !entry.others.is_empty()),
                may_tell: may(&actor, Action::Tick, side, item),
                may_plan: may(&actor, Action::Plan, side, item),
                may_remove: may(&actor, Action::Remove, side, item),
            })
        })
    })
}

/// One value of the facts as a memo of its own, so that a part of the page moves only with it.
#[must_use]
pub fn part<T: Clone + PartialEq + Send + Sync + 'static>(
    facts: Memo<Option<ReferralFacts>>,
    read: fn(&ReferralFacts) -> T,
) -> Memo<Option<T>> {
    Memo::new(move |_| facts.with(|facts| facts.as_ref().map(read)))
}
