//! The form for the end of a duo. Kind and day go together; the checklist may be completed later.

use board::{
    office::closure::{Checklist, Closure, ClosureKind},
    protocol::plans::DuoPlan,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        choice::{Choice, ChoiceOption},
        date_field::{DateDraft, DateField, parse::DateError},
        form::Form,
    },
    features::form_faults::{Fault, FaultSummary, Faults, Question},
    i18n::{t, text, tf},
    platform::clock,
};

const QUESTIONS: &[Question] = &[
    Question::plain("kind", Key::ClosingKind),
    Question {
        name: "on",
        label: Key::ClosingOn,
        day: Key::ClosingDayFault,
        early: Key::ClosingDayEarly,
    },
];

/// The words for a way to end.
#[must_use]
pub fn kind_key(kind: ClosureKind) -> Key {
    match kind {
        ClosureKind::PlannedEnd => Key::ClosingPlannedEnd,
        ClosureKind::PositiveOutcome => Key::ClosingPositiveOutcome,
        ClosureKind::MenteeStops => Key::ClosingMenteeStops,
        ClosureKind::MentorStops => Key::ClosingMentorStops,
        ClosureKind::NoMatch => Key::ClosingNoMatch,
        ClosureKind::MovedAway => Key::ClosingMovedAway,
        ClosureKind::Unreachable => Key::ClosingUnreachable,
        ClosureKind::OtherReason => Key::ClosingOther,
    }
}

/// What is typed.
#[derive(Clone, Copy)]
struct Draft {
    kind: RwSignal<String>,
    on: DateDraft,
    notice: RwSignal<bool>,
    talk_mentee: RwSignal<bool>,
    talk_mentor: RwSignal<bool>,
    next_step: RwSignal<bool>,
    contact_rule: RwSignal<bool>,
}

impl Draft {
    fn new(known: Option<Closure>) -> Self {
        let checks = known.map(|known| known.checklist).unwrap_or_default();
        let kind = known.map(|known| known.kind.as_str()).unwrap_or_default();
        Self {
            kind: RwSignal::new(kind.to_owned()),
            on: DateDraft::new(Some(known.map_or_else(clock::today, |known| known.on))),
            notice: RwSignal::new(checks.notice),
            talk_mentee: RwSignal::new(checks.talk_mentee),
            talk_mentor: RwSignal::new(checks.talk_mentor),
            next_step: RwSignal::new(checks.next_step),
            contact_rule: RwSignal::new(checks.contact_rule),
        }
    }

    fn read(self, plan: &DuoPlan) -> Result<Closure, Vec<(&'static str, Fault)>> {
        let mut found = Vec::new();
        let kind = self.kind.with(|word| ClosureKind::from_word(word));
        if kind.is_none() {
            found.push(("kind", Fault::Says(Key::ErrorChoose)));
        }
        let on = self.on.read().and_then(|day| day.ok_or(DateError::Incomplete));
        match on {
            Err(error) => found.push(("on", Fault::Date(error))),
            Ok(day) if day > plan.today => found.push(("on", Fault::Says(Key::ClosingDayFault))),
            Ok(day) if day < plan.start => found.push(("on", Fault::Says(Key::ClosingDayEarly))),
            Ok(_) => {}
        }
        let checklist = Checklist {
            notice: self.notice.get(),
            talk_mentee: self.talk_mentee.get(),
            talk_mentor: self.talk_mentor.get(),
            next_step: self.next_step.get(),
            contact_rule: self.contact_rule.get(),
        };
        match (kind, on) {
            (Some(kind), Ok(on)) if found.is_empty() => Ok(Closure { kind, on, checklist }),
            _ => Err(found),
        }
    }
}

/// How, when, and what was done.
#[component]
pub fn ClosureForm(
    /// The plan as it is.
    plan: DuoPlan,
    /// What the server says to the last try.
    faults: Faults,
    /// True while the server is asked.
    #[prop(into)]
    busy: Signal<bool>,
    /// The words on the button.
    #[prop(into)]
    submit: Signal<String>,
    /// How the button looks.
    kind: ButtonKind,
    /// Called with an end that makes sense.
    on_submit: Callback<Closure>,
) -> impl IntoView {
    let known = plan.closure.as_ref().map(|info| info.closure);
    let draft = untrack(|| Draft::new(known));
    let names = [plan.mentee.name.clone(), plan.mentor.name.clone()];
    let plan = StoredValue::new(plan);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        match plan.with_value(|plan| untrack(|| draft.read(plan))) {
            Ok(closure) => on_submit.run(closure),
            Err(found) => {
                let _none = faults.show(found);
            }
        }
    };
    let kinds: Vec<_> = ClosureKind::ALL
        .iter()
        .map(|kind| ChoiceOption::new(kind.as_str(), text(kind_key(*kind))))
        .collect();
    let talk =
        |name: String| Signal::derive(move || tf(Key::ClosingTalkMentee, &[("name", &name)]));
    let [mentee, mentor] = names.map(talk);
    view! {
        <Form on_submit=send>
            <FaultSummary faults=faults/>
            <Choice
                id=faults.id("kind")
                label=text(Key::ClosingKind)
                options=kinds
                value=draft.kind
                error=faults.error("kind")
                columns=true
            />
            <DateField
                id=faults.id("on")
                label=text(Key::ClosingOn)
                value=draft.on
                past=true
                error=faults.error("on")
            />
            <fieldset class="field">
                <legend class="field__label">{move || t(Key::ClosingChecklist)}</legend>
                <p class="muted">{move || t(Key::ClosingLater)}</p>
                <Checkbox label=text(Key::ClosingNotice) value=draft.notice/>
                <Checkbox label=mentee value=draft.talk_mentee/>
                <Checkbox label=mentor value=draft.talk_mentor/>
                <Checkbox label=text(Key::ClosingNextStep) value=draft.next_step/>
                <Checkbox label=text(Key::ClosingContactRule) value=draft.contact_rule/>
            </fieldset>
            <div class="form__actions">
                <Button label=submit kind=kind submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
            </div>
        </Form>
    }
    .into_any()
}

/// The questions of the form, with a word for its element ids.
#[must_use]
pub fn closure_faults(form: &'static str) -> Faults {
    Faults::new(form, QUESTIONS)
}
