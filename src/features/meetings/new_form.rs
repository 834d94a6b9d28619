//! A day for the next meeting: the form, and how its day and time are read (features.md M25).

use board::{
    entry::Entry,
    item::Body,
    meeting::{DayTime, Meeting, MeetingHow, MeetingState},
    op::{AddItem, Op, TextField},
    reject::Reject,
    text::TextError,
};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    components::{
        button::Button,
        choice::Choice,
        date_field::{DateDraft, DateField, date_error_text, parse::DateError},
        error_summary::FormError,
        field::Field,
        form::Form,
        icon::IconName,
        text_area::TextArea,
    },
    features::{
        drafts::Drafts,
        live_text::errors::{reject_text, text_error},
        meetings::{
            time::parse_time,
            wording::{how_options, when_words},
        },
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce::announce, clock},
    state::board::BoardState,
};

const DAY: &str = "meeting-day";
const TIME: &str = "meeting-time";
const PLACE: &str = "meeting-place";
const TOPICS: &str = "meeting-topics";
const NAMES: [&str; 7] = [DAY, "meeting-month", "meeting-year", TIME, "meeting-how", PLACE, TOPICS];

/// A meeting further ahead than this is a slip of the finger.
const AHEAD_MAX: u64 = 366;
/// Before this many days no duo of today met.
const BACK_MAX: u64 = 3 * 366;

/// Why a day or a time cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayProblem {
    /// A part of it is missing or cannot be.
    Date(DateError),
    /// Nothing was typed.
    Missing,
    /// It is over.
    Over,
    /// It is far ahead.
    Far,
    /// It has not come yet.
    Ahead,
    /// It is far back.
    Old,
    /// The time cannot be read.
    Time,
}

impl DayProblem {
    /// Whether the time is meant, not the day.
    #[must_use]
    pub fn is_time(self) -> bool {
        self == Self::Time
    }

    /// The sentence beside the input; tracked.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Date(error) => date_error_text(error, &t(Key::MeetingDay)),
            Self::Missing => date_error_text(DateError::Incomplete, &t(Key::MeetingDay)),
            Self::Over => t(Key::MeetingErrorOver),
            Self::Far => t(Key::MeetingErrorFar),
            Self::Ahead => t(Key::MeetingErrorAhead),
            Self::Old => t(Key::MeetingErrorOld),
            Self::Time => t(Key::MeetingErrorTime),
        }
    }
}

/// Reads the day of a meeting to come.
///
/// # Errors
/// The [`DayProblem`] to show.
pub fn read_day(draft: DateDraft) -> Result<NaiveDate, DayProblem> {
    let today = clock::today();
    let on = untrack(|| draft.read()).map_err(DayProblem::Date)?.ok_or(DayProblem::Missing)?;
    match on {
        on if on < today => Err(DayProblem::Over),
        on if on > today.checked_add_days(Days::new(AHEAD_MAX)).unwrap_or(today) => {
            Err(DayProblem::Far)
        }
        on => Ok(on),
    }
}

/// Reads the day of a meeting that was.
///
/// # Errors
/// The [`DayProblem`] to show.
pub fn read_past_day(draft: DateDraft) -> Result<NaiveDate, DayProblem> {
    let today = clock::today();
    let on = untrack(|| draft.read()).map_err(DayProblem::Date)?.ok_or(DayProblem::Missing)?;
    match on {
        on if on > today => Err(DayProblem::Ahead),
        on if on < today.checked_sub_days(Days::new(BACK_MAX)).unwrap_or(today) => {
            Err(DayProblem::Old)
        }
        on => Ok(on),
    }
}

/// Reads the time, which nobody has to give.
///
/// # Errors
/// [`DayProblem::Time`].
pub fn read_time(typed: RwSignal<String>) -> Result<Option<DayTime>, DayProblem> {
    typed.with_untracked(|typed| parse_time(typed)).map_err(|_| DayProblem::Time)
}

/// What was found when the form was sent.
#[derive(Clone, Debug, PartialEq)]
enum Problem {
    Day(DayProblem),
    Place(TextError),
    Topics(TextError),
    Refused(Reject),
}

impl Problem {
    fn field(&self) -> &'static str {
        match self {
            Self::Day(DayProblem::Time) => TIME,
            Self::Day(_) | Self::Refused(_) => DAY,
            Self::Place(_) => PLACE,
            Self::Topics(_) => TOPICS,
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Day(problem) => problem.words(),
            Self::Place(error) => text_error(*error, &t(Key::MeetingPlace)),
            Self::Topics(error) => text_error(*error, &t(Key::MeetingTopics)),
            Self::Refused(reject) => reject_text(reject),
        }
    }
}

/// The form's drafts and errors, for the page, which shows the summary over its heading.
#[derive(Clone, Copy)]
pub struct NewMeeting {
    drafts: Drafts,
    day: DateDraft,
    time: RwSignal<String>,
    how: RwSignal<String>,
    place: RwSignal<String>,
    topics: RwSignal<String>,
    found: RwSignal<Vec<Problem>>,
}

impl NewMeeting {
    /// The drafts as they were left.
    #[must_use]
    pub fn start() -> Self {
        let drafts = Drafts::expect();
        let [day, month, year, time, how, place, topics] = NAMES.map(|name| drafts.signal(name));
        if how.with_untracked(String::is_empty) {
            how.set(MeetingHow::InPerson.as_str().to_owned());
        }
        let day = DateDraft::from_parts(day, month, year);
        Self { drafts, day, time, how, place, topics, found: RwSignal::default() }
    }

    /// The errors in the order of the inputs; tracked.
    #[must_use]
    pub fn errors(self) -> Vec<FormError> {
        let error = |problem: &Problem| FormError {
            field_id: problem.field().to_owned(),
            message: problem.words(),
        };
        self.found.with(|found| found.iter().map(error).collect())
    }

    fn error_of(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.found.with(|found| {
                found.iter().find(|problem| problem.field() == field).map(Problem::words)
            })
        })
    }

    /// Proposes the meeting, or keeps what is left to change.
    fn send(self, board: BoardState) -> Option<(board::id::ItemId, String)> {
        let day = read_day(self.day);
        let time = read_time(self.time);
        let place = self.place.with_untracked(|typed| TextField::Place.parse(typed));
        let topics = self.topics.with_untracked(|typed| TextField::Notes.parse(typed));
        let (Ok(on), Ok(time), Ok(place), Ok(topics)) = (day, time, &place, &topics) else {
            let found = [
                day.err().map(Problem::Day),
                time.err().map(Problem::Day),
                place.err().map(Problem::Place),
                topics.err().map(Problem::Topics),
            ];
            self.found.set(found.into_iter().flatten().collect());
            return None;
        };
        let id = board.new_id();
        let body = Body::Meeting(Meeting {
            on,
            time,
            how: MeetingHow::from_word(&self.how.get_untracked()),
            state: MeetingState::Proposed,
            minutes: None,
            logged: Vec::new(),
            moved_by: None,
            said: None,
            place: Entry::new(place.clone()),
            notes: Entry::new(topics.clone()),
        });
        if let Err(reject) = board.act(Op::Add(AddItem { id, only_me: false, body })) {
            self.found.set(vec![Problem::Refused(reject)]);
            return None;
        }
        self.found.set(Vec::new());
        NAMES.iter().for_each(|name| self.drafts.forget(name));
        Some((id, untrack(|| when_words(on, time))))
    }
}

/// The inputs and the button; leads to the new meeting.
#[component]
pub fn NewMeetingForm(
    /// The drafts and errors.
    form: NewMeeting,
) -> impl IntoView {
    let board = BoardState::expect();
    let navigate = use_navigate();
    let send = move |()| {
        if let Some((id, when)) = form.send(board) {
            navigate(&Path::Meeting(id.0).href(), NavigateOptions::default());
            announce(&tf(Key::MeetingProposed, &[("when", &when)]));
        }
    };
    view! {
        <Form on_submit=send>
            <DateField
                label=text(Key::MeetingDay)
                value=form.day
                error=form.error_of(DAY)
                id=DAY
            />
            <Field
                label=text(Key::MeetingTime)
                hint=text(Key::MeetingTimeHint)
                value=form.time
                error=form.error_of(TIME)
                spellcheck=false
                optional=true
                id=TIME
            />
            <Choice label=text(Key::MeetingHow) options=how_options() value=form.how/>
            <Field
                label=text(Key::MeetingPlace)
                hint=text(Key::MeetingPlaceHint)
                value=form.place
                error=form.error_of(PLACE)
                spellcheck=false
                optional=true
                id=PLACE
            />
            <TextArea
                label=text(Key::MeetingTopics)
                hint=text(Key::MeetingTopicsHint)
                value=form.topics
                error=form.error_of(TOPICS)
                optional=true
                id=TOPICS
            />
            <div>
                <Button label=text(Key::MeetingPropose) icon=IconName::Calendar submit=true/>
            </div>
        </Form>
    }
}
