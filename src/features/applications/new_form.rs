//! A new application: employer and job suffice (features.md M11).

use crate::{
    components::{
        button::Button,
        choice::{Choice, ChoiceOption},
        disclosure::Disclosure,
        error_summary::FormError,
        field::Field,
        form::Form,
        select::Select,
    },
    features::{
        applications::{follow_up::suggest_for_new, stages::stage_options},
        drafts::Drafts,
        live_text::errors::{reject_text, text_error},
        privacy::{BOTH, ONLY_ME, privacy_options},
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::announce,
    state::board::BoardState,
};
use board::{
    application::Stage,
    item::Kind,
    op::{AddApplication, Op, TextField},
    permit::may_suggest,
    reject::Reject,
    text::TextError,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

/// One text of the form.
#[derive(Clone, Copy)]
struct Line {
    /// Also the id of the input and the name of the draft.
    name: &'static str,
    label: Key,
    value: RwSignal<String>,
}

/// What was found when the form was sent.
#[derive(Clone, Debug, Default, PartialEq)]
struct Found {
    texts: Vec<(&'static str, Key, TextError)>,
    refused: Option<Reject>,
}

/// The form's drafts and errors, for the page, which shows the summary over its heading.
#[derive(Clone, Copy)]
pub struct NewApplication {
    job: Line,
    employer: Line,
    link: Line,
    place: Line,
    contact: Line,
    source: Line,
    stage: RwSignal<String>,
    readers: RwSignal<String>,
    found: RwSignal<Found>,
    drafts: Drafts,
}

impl NewApplication {
    /// The drafts as they were left.
    #[must_use]
    pub fn start() -> Self {
        let drafts = Drafts::expect();
        let line = |name, label| Line { name, label, value: drafts.signal(name) };
        let or = |signal: RwSignal<String>, first: &str| {
            if signal.with_untracked(String::is_empty) {
                signal.set(first.to_owned());
            }
            signal
        };
        Self {
            job: line("application-job", Key::ApplicationJob),
            employer: line("application-employer", Key::ApplicationEmployer),
            link: line("application-link", Key::ApplicationLink),
            place: line("application-place", Key::ApplicationPlace),
            contact: line("application-contact", Key::ApplicationContact),
            source: line("application-source", Key::ApplicationSource),
            stage: or(drafts.signal("application-stage"), Stage::ToApply.as_str()),
            readers: or(drafts.signal("application-readers"), BOTH),
            found: RwSignal::default(),
            drafts,
        }
    }

    fn lines(&self) -> [Line; 6] {
        [self.job, self.employer, self.place, self.contact, self.source, self.link]
    }

    /// The errors in the order of the inputs; tracked.
    #[must_use]
    pub fn errors(self) -> Vec<FormError> {
        let Found { texts, refused } = self.found.get();
        let texts = texts.into_iter().map(|(name, label, error)| FormError {
            field_id: name.to_owned(),
            message: text_error(error, &t(label)),
        });
        let refused = refused.map(|reject| FormError {
            field_id: self.job.name.to_owned(),
            message: reject_text(&reject),
        });
        texts.chain(refused).collect()
    }

    fn error_of(self, line: Line) -> Signal<Option<String>> {
        let errors = move || self.errors().into_iter().find(|error| error.field_id == line.name);
        Signal::derive(move || errors().map(|error| error.message))
    }

    /// Adds the application, or says what is left to change.
    ///
    /// What the mentor adds is an idea, which is never private (features.md T03).
    fn send(self, board: BoardState, suggested: bool) -> Option<(board::id::ItemId, String)> {
        let mut texts = Vec::new();
        let mut read = |line: Line, field: TextField| {
            field.parse(&line.value.get_untracked()).unwrap_or_else(|error| {
                texts.push((line.name, line.label, error));
                String::new()
            })
        };
        let id = board.new_id();
        let add = AddApplication {
            id,
            job: read(self.job, TextField::Job),
            employer: read(self.employer, TextField::Employer),
            place: read(self.place, TextField::Place),
            contact: read(self.contact, TextField::Contact),
            source: read(self.source, TextField::Source),
            link: read(self.link, TextField::Link),
            stage: if suggested {
                Stage::Idea
            } else {
                Stage::from_word(&self.stage.get_untracked())
            },
            only_me: !suggested && self.readers.with_untracked(|readers| readers == ONLY_ME),
            suggested,
        };
        let refused =
            if texts.is_empty() { board.act(Op::AddApplication(add.clone())).err() } else { None };
        let done = texts.is_empty() && refused.is_none();
        self.found.set(Found { texts, refused });
        if !done {
            return None;
        }
        if add.stage == Stage::Sent {
            suggest_for_new(board, id);
        }
        let names = self.lines().map(|line| line.name);
        for name in names.into_iter().chain(["application-stage", "application-readers"]) {
            self.drafts.forget(name);
        }
        Some((id, add.job))
    }
}

/// The inputs and the button; leads to the new application.
#[component]
pub fn NewApplicationForm(
    /// The drafts and errors.
    form: NewApplication,
) -> impl IntoView {
    let board = BoardState::expect();
    let navigate = use_navigate();
    let suggests = may_suggest(&board.actor(), &Kind::Application);
    let send = move |()| {
        if let Some((id, job)) = form.send(board, suggests) {
            navigate(&Path::Application(id.0).href(), NavigateOptions::default());
            let said = if suggests { Key::SuggestionSent } else { Key::ApplicationAdded };
            announce::announce(&tf(said, &[("title", &job), ("name", &board.other_name())]));
        }
    };
    // The stages of the path are many and rarely another one than the first: out of the way.
    let stages = Signal::stored(
        stage_options()
            .into_iter()
            .map(|option| ChoiceOption::new(option.value, option.label))
            .collect::<Vec<_>>(),
    );
    let add_label = if suggests { Key::SuggestionAddApplication } else { Key::ApplicationAdd };
    view! {
        <Form on_submit=send>
            <Field
                id=form.job.name
                label=text(form.job.label)
                hint=text(Key::ApplicationJobHint)
                value=form.job.value
                error=form.error_of(form.job)
            />
            <Field
                id=form.employer.name
                label=text(form.employer.label)
                hint=text(Key::ApplicationEmployerHint)
                value=form.employer.value
                error=form.error_of(form.employer)
                spellcheck=false
            />
            {(!suggests).then(|| view! {
                <Choice
                    label=text(Key::PrivacyQuestion)
                    options=privacy_options(board)
                    value=form.readers
                />
            })}
            <Disclosure label=text(Key::ApplicationMoreDetails) open=has_more(form)>
                <Field
                    id=form.place.name
                    label=text(form.place.label)
                    value=form.place.value
                    error=form.error_of(form.place)
                    spellcheck=false
                    optional=true
                />
                <Field
                    id=form.contact.name
                    label=text(form.contact.label)
                    hint=text(Key::ApplicationContactHint)
                    value=form.contact.value
                    error=form.error_of(form.contact)
                    spellcheck=false
                    optional=true
                />
                <Field
                    id=form.source.name
                    label=text(form.source.label)
                    hint=text(Key::ApplicationSourceHint)
                    value=form.source.value
                    error=form.error_of(form.source)
                    optional=true
                />
                <Field
                    id=form.link.name
                    label=text(form.link.label)
                    hint=text(Key::ApplicationLinkHint)
                    value=form.link.value
                    error=form.error_of(form.link)
                    inputmode="url"
                    dir="ltr"
                    spellcheck=false
                    optional=true
                />
                {(!suggests).then(|| view! {
                    <Select
                        label=text(Key::ApplicationStageQuestion)
                        options=stages
                        value=form.stage
                    />
                })}
            </Disclosure>
            <div><Button label=text(add_label) submit=true/></div>
        </Form>
    }
}

/// Whether something was typed under "more details" before the page was left.
fn has_more(form: NewApplication) -> bool {
    let more = [form.link, form.place, form.contact, form.source];
    more.iter().any(|line| line.value.with_untracked(|value| !value.is_empty()))
        || form.stage.with_untracked(|stage| stage != Stage::ToApply.as_str())
}
