//! The way of an ordinary duo, as days from today; `usual.rs` makes a board of it. Hand-made duos
//! of the demo and those of the crowd are told by the same words.

/// What became of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// They saw each other.
    Held,
    /// One did not come, and had not said so.
    Missed,
    /// One could not come, and had said so.
    Excused,
}

/// How far two people came.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// First day; below zero.
    pub first: i64,
    /// The last day on which anything happens: today (0), or the end.
    pub last: i64,
    /// When the mentor wrote the agreement, and when the mentee signed it too.
    pub agreement: Option<(i64, Option<i64>)>,
    /// Meetings and what became of them.
    pub meetings: Vec<(i64, Met)>,
    /// A meeting to come that both agreed on.
    pub ahead: Option<i64>,
    /// Whether there is a plan: objectives, steps, applications, services.
    pub plan: bool,
    /// Nobody touched the plan since they last met.
    pub quiet: bool,
    /// The day on which work was found.
    pub work: Option<i64>,
    /// The day on which the mentee showed a sad face to the coordinator.
    pub low_pulse: Option<i64>,
    /// A break that the two announced: from when to when.
    pub pause: Option<(i64, i64)>,
    /// The mentee wrote on that day, and nobody read it.
    pub unread: Option<i64>,
}

impl Course {
    /// Two who began well and see each other every week, on the last time so many days ago.
    pub fn weekly(days: i64, since_last: i64) -> Self {
        let mut course = Self::begun(days);
        let mut day = -since_last;
        while day >= course.first + 3 {
            course.meetings.insert(0, (day, Met::Held));
            day -= 7;
        }
        course
    }

    /// Two who signed their agreement and made a plan, and have not met.
    pub fn begun(days: i64) -> Self {
        let signed = (days > 3).then_some(3 - days);
        let agreement = Some((1 - days, signed)).filter(|_| days > 1);
        Self { first: -days, agreement, plan: days > 4, ..Self::default() }
    }

    /// The next time they will see each other.
    pub fn next(mut self, day: i64) -> Self {
        self.ahead = Some(day);
        self
    }

    /// The same, over since so many days.
    pub fn ended(mut self, days: i64) -> Self {
        self.last = -days;
        self.ahead = None;
        self.meetings.retain(|(day, _)| *day < -days);
        self
    }

    /// One more meeting.
    pub fn met(mut self, day: i64, met: Met) -> Self {
        self.meetings.push((day, met));
        self.meetings.sort_by_key(|(day, _)| *day);
        self
    }
}
