//! A small language for demo stories: who did what, how many days from today.

mod kinds;

use crate::local;
use board::{
    actor::Seat,
    application::Stage,
    id::ItemId,
    meeting::DayTime,
    objective::{Horizon, ObjectiveState, Theme},
    op::{AddApplication, AddComment, AddObjective, AddStep, Op, TextField},
    order::Order,
    step::Who,
    time::Timestamp,
};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;
use uuid::Builder;

/// The story's day begins this long before the time of the start, so that today is over by now.
const MORNING: i64 = 3 * 60 * 60 * 1000;
/// Earlier days happened in the late afternoon, whatever the hour of the start.
const AFTERNOON: DayTime = DayTime(17 * 60);

/// One thing somebody did.
#[derive(Clone, Debug)]
pub struct Line {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub seat: Seat,
    /// What.
    pub op: Op,
}

/// A story while it is being told.
pub(in crate::demo) struct Script {
    number: u32,
    now: Timestamp,
    /// Days from today; the next lines happen then.
    day: i64,
    lines: Vec<Line>,
    made: u16,
    orders: HashMap<ItemId, Order>,
}

impl Script {
    pub(in crate::demo) fn new(number: u32, now: Timestamp) -> Self {
        Self { number, now, day: 0, lines: Vec::new(), made: 0, orders: HashMap::new() }
    }

    /// The lines, oldest first.
    pub(in crate::demo) fn into_lines(mut self) -> Vec<Line> {
        self.lines.sort_by_key(|line| line.at);
        self.lines
    }

    /// What follows happened on this day; 0 is today, -7 a week ago.
    pub(in crate::demo) fn on(&mut self, day: i64) -> &mut Self {
        self.day = day;
        self
    }

    /// A calendar day, counted from today.
    fn date(&self, day: i64) -> NaiveDate {
        let today = local::day(self.now);
        let days = Days::new(day.unsigned_abs());
        let date =
            if day < 0 { today.checked_sub_days(days) } else { today.checked_add_days(days) };
        date.unwrap_or(today)
    }

    fn at(&self) -> Timestamp {
        if self.day < 0 {
            Timestamp(local::moment(self.date(self.day), AFTERNOON).timestamp_millis())
        } else {
            Timestamp(self.now.plus_days(self.day).0 - MORNING)
        }
    }

    /// An id that is the same at every start on the same day and story.
    fn id(&mut self) -> ItemId {
        self.made += 1;
        let [high, low] = self.made.to_be_bytes();
        let millis = u64::try_from(self.at().0).unwrap_or_default();
        let [a, b, c, d] = self.number.to_be_bytes();
        let bytes = [0, 0, 0, 0, a, b, c, d, high, low];
        ItemId(Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid())
    }

    fn line(&mut self, seat: Seat, op: Op) {
        let at = self.at();
        self.lines.push(Line { at, seat, op });
    }

    pub(super) fn mentee(&mut self, op: Op) {
        self.line(Seat::Mentee, op);
    }

    pub(super) fn objective(
        &mut self,
        title: &str,
        horizon: Horizon,
        theme: Theme,
        notes: &str,
    ) -> ItemId {
        self.add_objective(title, horizon, theme, notes, false)
    }

    /// An objective that the mentee keeps to themselves.
    pub(super) fn private_objective(
        &mut self,
        title: &str,
        horizon: Horizon,
        theme: Theme,
    ) -> ItemId {
        self.add_objective(title, horizon, theme, "", true)
    }

    fn add_objective(
        &mut self,
        title: &str,
        horizon: Horizon,
        theme: Theme,
        notes: &str,
        only_me: bool,
    ) -> ItemId {
        let (id, title, notes) = (self.id(), title.into(), notes.into());
        let theme = Some(theme);
        let add = AddObjective { id, title, horizon, theme, notes, only_me, suggested: false };
        self.mentee(Op::AddObjective(add));
        id
    }

    pub(super) fn reach(&mut self, item: ItemId, why: &str) {
        let state = ObjectiveState::Reached;
        self.mentee(Op::SetState { item, state, why: why.into() });
    }

    /// A step, due so many days from today.
    pub(super) fn step(
        &mut self,
        objective: ItemId,
        title: &str,
        who: Who,
        due: Option<i64>,
    ) -> ItemId {
        let order = Order::between(self.orders.get(&objective), None);
        self.orders.insert(objective, order.clone());
        let due = due.map(|day| self.date(day));
        let (id, title) = (self.id(), title.into());
        self.mentee(Op::AddStep(AddStep {
            id,
            objective,
            title,
            due,
            who,
            order,
            only_me: false,
            suggested: false,
        }));
        id
    }

    pub(super) fn tick(&mut self, item: ItemId) {
        self.mentee(Op::TickStep { item, done: true });
    }

    pub(super) fn mentor_ticks(&mut self, item: ItemId) {
        self.line(Seat::Mentor, Op::TickStep { item, done: true });
    }

    pub(super) fn application(&mut self, employer: &str, job: &str, stage: Stage) -> ItemId {
        let id = self.id();
        self.mentee(Op::AddApplication(AddApplication {
            id,
            employer: employer.into(),
            job: job.into(),
            stage,
            link: String::new(),
            source: String::new(),
            contact: String::new(),
            place: String::new(),
            only_me: false,
            suggested: false,
        }));
        id
    }

    pub(super) fn stage(&mut self, item: ItemId, to: Stage) {
        self.mentee(Op::MoveApplication { item, to });
    }

    /// Fills a text that was empty.
    pub(super) fn write(&mut self, item: ItemId, field: TextField, text: &str) {
        let (base, text) = (String::new(), text.into());
        self.mentee(Op::EditText { item, field, base, text });
    }

    /// What to do next for an application, and when, in days from today.
    pub(super) fn next(&mut self, item: ItemId, text: &str, day: i64) {
        self.write(item, TextField::Next, text);
        let on = Some(self.date(day));
        self.mentee(Op::SetNextDay { item, on });
    }

    pub(super) fn says(&mut self, seat: Seat, on: ItemId, text: &str) -> ItemId {
        self.comment(seat, on, text, false)
    }

    fn comment(&mut self, seat: Seat, on: ItemId, text: &str, asks: bool) -> ItemId {
        let (id, text) = (self.id(), text.into());
        self.line(seat, Op::AddComment(AddComment { id, on, text, only_me: false, asks }));
        id
    }

    /// An objective that the mentor suggests.
    pub(super) fn idea(&mut self, title: &str, horizon: Horizon, theme: Theme) {
        let add = AddObjective {
            id: self.id(),
            title: title.into(),
            horizon,
            theme: Some(theme),
            notes: String::new(),
            only_me: false,
            suggested: true,
        };
        self.line(Seat::Mentor, Op::AddObjective(add));
    }

    pub(super) fn sees(&mut self, seat: Seat, items: &[ItemId]) {
        self.line(seat, Op::SeeComments { items: items.to_vec() });
    }
}
