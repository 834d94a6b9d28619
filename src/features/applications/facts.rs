//! What the pages show of an application, read from the board in one go.

use crate::{
    features::{applications::trail::trail, objectives::unread::unread},
    i18n::{format, tf},
    platform::intl,
    state::board::BoardState,
};
use board::{
    application::{EndReason, Move, Stage},
    id::ItemId,
    item::Suggestion,
    op::TextField,
    permit::{Action, may},
    space::Side,
    time::Timestamp,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

/// The texts of an application.
const TEXTS: [TextField; 9] = [
    TextField::Employer,
    TextField::Job,
    TextField::Link,
    TextField::Source,
    TextField::Contact,
    TextField::Place,
    TextField::Notes,
    TextField::Next,
    TextField::Learnt,
];

/// An application as the person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplicationFacts {
    /// The job's title.
    pub job: String,
    /// Who offers it.
    pub employer: String,
    /// Where the work is.
    pub place: String,
    /// Where the offer can be read.
    pub link: String,
    /// Where it stands.
    pub stage: Stage,
    /// How it got there.
    pub trail: Vec<Move>,
    /// When it last moved.
    pub moved_at: Timestamp,
    /// Why it ended, when that was said.
    pub reason: Option<EndReason>,
    /// The next thing to do; nothing once it ended.
    pub next: String,
    /// When to do it; nothing once it ended.
    pub next_on: Option<NaiveDate>,
    /// Where it lies.
    pub side: Side,
    /// Messages that this person has not seen.
    pub unread: usize,
    /// Whether two versions of a text wait for a choice.
    pub versions: bool,
    /// Set while it is the mentor's idea and no part of the plan.
    pub suggestion: Option<Suggestion>,
    /// May move it and say what comes next.
    pub may_plan: bool,
    /// May remove it.
    pub may_remove: bool,
}

impl ApplicationFacts {
    /// The day on which it came to where it stands.
    #[must_use]
    pub fn since(&self) -> Option<NaiveDate> {
        self.trail.last().map(|step| day(step.at))
    }
}

/// The facts of one application; `None` when it is not there for this person.
#[must_use]
pub fn application_facts(board: BoardState, id: ItemId) -> Memo<Option<ApplicationFacts>> {
    Memo::new(move |_| {
        board.view().with(|world| {
            let (side, item) = world.find(id)?;
            let application = item.as_application()?;
            let actor = board.actor();
            let unread = unread(world, actor.person);
            let planned = application.planned();
            Some(ApplicationFacts {
                job: application.job.text.clone(),
                employer: application.employer.text.clone(),
                place: application.place.text.clone(),
                link: application.link.text.clone(),
                stage: application.stage.clone(),
                trail: trail(application),
                moved_at: application.moves.last().map_or(item.at, |last| last.at),
                reason: application.reason.clone(),
                next: planned.map(|(next, _)| next.text.clone()).unwrap_or_default(),
                next_on: planned.and_then(|(_, on)| on),
                side,
                unread: unread.iter().find(|unread| unread.about == id).map_or(0, |u| u.count),
                versions: TEXTS
                    .iter()
                    .any(|field| item.entry(field).is_some_and(|entry| !entry.others.is_empty())),
                suggestion: item.suggestion.clone(),
                may_plan: may(&actor, Action::Plan, side, item),
                may_remove: may(&actor, Action::Remove, side, item),
            })
        })
    })
}

/// The Belgian day of a moment.
#[must_use]
pub fn day(at: Timestamp) -> NaiveDate {
    // Milliseconds since 1970 are far below 2^53.
    intl::day_of(at.0 as f64)
}

/// "To follow up, Thursday 3 December", as much of it as is known; tracked.
#[must_use]
pub fn next_words(facts: &ApplicationFacts) -> Option<String> {
    match (facts.next.as_str(), facts.next_on) {
        ("", None) => None,
        ("", Some(on)) => Some(tf(Key::ApplicationNextDay, &[("date", &format::long_date(on))])),
        (next, None) => Some(tf(Key::ApplicationNextText, &[("next", next)])),
        (next, Some(on)) => {
            let date = format::long_date(on);
            Some(tf(Key::ApplicationNextBoth, &[("next", next), ("date", &date)]))
        }
    }
}
