//! The form for a talk: filled in so far that a short call takes two presses.

use board::{
    id::DuoId,
    office::contact::{Channel, NOTE_MAX, SpokeWith},
    protocol::contacts::{NewContact, OfficeContact},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::Button,
        choice::{Choice, ChoiceOption},
        date_field::{DateDraft, DateField, parse::DateError},
        form::Form,
        select::Select,
        text_area::TextArea,
    },
    features::{
        form_faults::{Fault, FaultSummary, Faults, Question},
        talks::wording::{Names, channel_key},
    },
    i18n::{t, text},
    platform::{announce::announce, clock},
};

const QUESTIONS: &[Question] = &[
    Question::plain("with", Key::TalkWith),
    Question { name: "day", label: Key::TalkDay, day: Key::TalkDayFault, early: Key::TalkDayFault },
    Question::plain("channel", Key::TalkChannel),
    Question {
        name: "follow_up",
        label: Key::TalkFollowUp,
        day: Key::TalkAgainFar,
        early: Key::TalkAgainEarly,
    },
    Question::plain("note", Key::TalkNote),
];

/// What is typed.
#[derive(Clone, Copy)]
struct Draft {
    with: RwSignal<String>,
    day: DateDraft,
    channel: RwSignal<String>,
    follow_up: DateDraft,
    note: RwSignal<String>,
}

impl Draft {
    fn new(with: Option<SpokeWith>, known: Option<&NewContact>) -> Self {
        let with = known.map(|known| known.with).or(with);
        let channel = known.map_or(Channel::Phone, |known| known.channel);
        let word = with.map(SpokeWith::as_str).unwrap_or_default();
        Self {
            with: RwSignal::new(word.to_owned()),
            day: DateDraft::new(Some(known.map_or_else(clock::today, |known| known.day))),
            channel: RwSignal::new(channel.as_str().to_owned()),
            follow_up: DateDraft::new(known.and_then(|known| known.follow_up)),
            note: RwSignal::new(known.map(|known| known.note.clone()).unwrap_or_default()),
        }
    }

    fn read(self) -> Result<NewContact, Vec<(&'static str, Fault)>> {
        let mut found = Vec::new();
        let with = self.with.with_untracked(|word| SpokeWith::from_word(word));
        if with.is_none() {
            found.push(("with", Fault::Says(Key::ErrorChoose)));
        }
        let channel = self.channel.with_untracked(|word| Channel::from_word(word));
        if channel.is_none() {
            found.push(("channel", Fault::Says(Key::ErrorChoose)));
        }
        let day = self.day.read().and_then(|day| day.ok_or(DateError::Incomplete));
        match day {
            Err(error) => found.push(("day", Fault::Date(error))),
            Ok(day) if day > clock::today() => found.push(("day", Fault::Says(Key::TalkDayFault))),
            Ok(_) => {}
        }
        let follow_up = self.follow_up.read();
        match follow_up {
            Err(error) => found.push(("follow_up", Fault::Date(error))),
            Ok(Some(again)) if day.is_ok_and(|day| again < day) => {
                found.push(("follow_up", Fault::Says(Key::TalkAgainEarly)));
            }
            Ok(_) => {}
        }
        let note = self.note.get_untracked();
        if note.chars().count() > NOTE_MAX {
            found.push(("note", Fault::Says(Key::FormFaultTooLong)));
        }
        match (with, channel, day, follow_up) {
            (Some(with), Some(channel), Ok(day), Ok(follow_up)) if found.is_empty() => {
                Ok(NewContact { with, day, channel, follow_up, note })
            }
            _ => Err(found),
        }
    }
}

/// Notes a talk, or writes a known one again.
#[component]
pub fn TalkForm(
    /// In which duo.
    duo: DuoId,
    /// Who the two are.
    names: Names,
    /// Whom it was with, when that is known.
    #[prop(optional_no_strip)]
    with: Option<SpokeWith>,
    /// The talk that is written again.
    #[prop(optional_no_strip)]
    known: Option<OfficeContact>,
    /// How the element ids begin: several of these forms can be on one page.
    #[prop(into)]
    form: String,
    /// Called once the server has it.
    on_done: Callback<()>,
) -> impl IntoView {
    let faults = Faults::new(form, QUESTIONS);
    let draft = untrack(|| Draft::new(with, known.as_ref().map(|known| &known.said)));
    let known = known.map(|known| (known.id, known.version));
    let busy = RwSignal::new(false);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        let new = match untrack(|| draft.read()) {
            Ok(new) => new,
            Err(found) => {
                let _none = faults.show(found);
                return;
            }
        };
        busy.set(true);
        spawn_local(async move {
            let answer = match known {
                Some((id, version)) => api::contacts::change(id, version, &new).await,
                None => api::contacts::add(duo, &new).await,
            };
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    let said = if known.is_some() { Key::TalkChanged } else { Key::TalkSaved };
                    announce(&t(said));
                    on_done.try_run(());
                }
                Err(error) => faults.take(error),
            }
        });
    };
    let names = StoredValue::new(names);
    let people: Vec<_> = SpokeWith::ALL
        .iter()
        .map(|with| {
            let label = Signal::derive(move || names.with_value(|names| names.who(*with)));
            ChoiceOption::new(with.as_str(), label)
        })
        .collect();
    let ways: Vec<_> = Channel::ALL
        .iter()
        .map(|channel| ChoiceOption::new(channel.as_str(), text(channel_key(*channel))))
        .collect();
    view! {
        <Form on_submit=send>
            <FaultSummary faults=faults/>
            <Choice
                id=faults.id("with")
                label=text(Key::TalkWith)
                options=people
                value=draft.with
                error=faults.error("with")
                columns=true
            />
            <Select
                id=faults.id("channel")
                label=text(Key::TalkChannel)
                options=ways
                value=draft.channel
                error=faults.error("channel")
            />
            <DateField
                id=faults.id("day")
                label=text(Key::TalkDay)
                value=draft.day
                past=true
                error=faults.error("day")
            />
            <DateField
                id=faults.id("follow_up")
                label=text(Key::TalkFollowUp)
                value=draft.follow_up
                error=faults.error("follow_up")
                optional=true
            />
            <TextArea
                id=faults.id("note")
                label=text(Key::TalkNote)
                hint=text(Key::TalkNoteReaders)
                value=draft.note
                error=faults.error("note")
                optional=true
            />
            <div class="form__actions">
                <Button label=text(Key::ActionSave) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
            </div>
        </Form>
    }
    .into_any()
}
