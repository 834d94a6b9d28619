//! Moving an application, and the follow-up that is suggested once it was sent (features.md M13).

use crate::{
    i18n::{format, t, tf},
    platform::clock,
    state::board::BoardState,
};
use board::{
    application::Stage,
    health::hint::FOLLOW_UP_DAYS,
    id::ItemId,
    op::{Op, TextField},
    reject::Reject,
};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use words::Key;

/// A move that was made, to be said and to be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    item: ItemId,
    job: String,
    from: Stage,
    to: Stage,
    suggested: Suggested,
}

/// What was put down as the next action, where nothing stood.
#[derive(Clone, Debug, Default, PartialEq)]
struct Suggested {
    text: Option<String>,
    on: Option<NaiveDate>,
}

/// Moves an application; once it is sent, a follow-up a week later is put down where nothing is.
///
/// # Errors
/// The [`Reject`] of the board; nothing changed then.
pub fn move_to(board: BoardState, item: ItemId, to: Stage) -> Result<Moved, Reject> {
    let before = board.view().with_untracked(|world| {
        let (_, item) = world.find(item)?;
        item.as_application()
            .map(|application| (application.stage.clone(), application.job.text.clone()))
    });
    let (from, job) = before.ok_or(Reject::NotFound)?;
    board.act(Op::MoveApplication { item, to: to.clone() })?;
    let suggested = if to == Stage::Sent { suggest(board, item) } else { Suggested::default() };
    Ok(Moved { item, job, from, to, suggested })
}

/// Puts a follow-up down for an application that was sent.
fn suggest(board: BoardState, item: ItemId) -> Suggested {
    let (text_free, day_free) = board.view().with_untracked(|world| {
        let application = world.find(item).and_then(|(_, item)| item.as_application());
        application.map_or((false, false), |application| {
            (application.next.is_empty(), application.next_on.is_none())
        })
    });
    let words = t(Key::ApplicationFollowupSuggestion);
    let text = text_free.then_some(words).filter(|text| set_text(board, item, "", text).is_ok());
    let on = clock::today().checked_add_days(Days::new(FOLLOW_UP_DAYS.unsigned_abs()));
    let on = on.filter(|_| day_free);
    let on = on.filter(|on| board.act(Op::SetNextDay { item, on: Some(*on) }).is_ok());
    Suggested { text, on }
}

/// Puts the follow-up down for today: the person wants to ask for news.
///
/// # Errors
/// The [`Reject`] of the board.
pub fn plan_follow_up(board: BoardState, item: ItemId) -> Result<NaiveDate, Reject> {
    let today = clock::today();
    let is_free = board.view().with_untracked(|world| {
        let application = world.find(item).and_then(|(_, item)| item.as_application());
        application.is_some_and(|application| application.next.is_empty())
    });
    board.act(Op::SetNextDay { item, on: Some(today) })?;
    if is_free {
        set_text(board, item, "", &t(Key::ApplicationFollowupSuggestion))?;
    }
    Ok(today)
}

/// Suggests a follow-up for a new application that was sent already.
pub fn suggest_for_new(board: BoardState, item: ItemId) {
    suggest(board, item);
}

impl Moved {
    /// Which application.
    #[must_use]
    pub fn item(&self) -> ItemId {
        self.item
    }

    /// Where it stands now.
    #[must_use]
    pub fn to(&self) -> &Stage {
        &self.to
    }

    /// What is said about it; tracked.
    #[must_use]
    pub fn words(&self) -> String {
        let stage = super::stages::stage_name(&self.to);
        let moved = tf(Key::ApplicationMoved, &[("title", &self.job), ("stage", &stage)]);
        match self.suggested.on {
            Some(on) => {
                let next = tf(Key::ApplicationNextSet, &[("date", &format::long_date(on))]);
                format!("{moved} {next}")
            }
            None => moved,
        }
    }

    /// Takes the move back, and what it put down as far as nobody changed it since.
    ///
    /// # Errors
    /// The [`Reject`] of the board.
    pub fn take_back(&self, board: BoardState) -> Result<(), Reject> {
        let item = self.item;
        let stands = board.view().with_untracked(|world| {
            let application = world.find(item).and_then(|(_, item)| item.as_application());
            application.is_some_and(|application| application.stage == self.to)
        });
        // Where the other person has moved it on, their move stays.
        if stands {
            board.act(Op::MoveApplication { item, to: self.from.clone() })?;
        }
        let (text, on) = board.view().with_untracked(|world| {
            let application = world.find(item).and_then(|(_, item)| item.as_application());
            application
                .map(|application| (application.next.text.clone(), application.next_on))
                .unwrap_or_default()
        });
        if let Some(suggested) = self.suggested.text.as_ref().filter(|ours| **ours == text) {
            set_text(board, item, suggested, "")?;
        }
        if self.suggested.on.is_some() && self.suggested.on == on {
            board.act(Op::SetNextDay { item, on: None })?;
        }
        Ok(())
    }
}

fn set_text(board: BoardState, item: ItemId, base: &str, text: &str) -> Result<(), Reject> {
    let (base, text) = (base.to_owned(), text.to_owned());
    board.act(Op::EditText { item, field: TextField::Next, base, text })
}
