//! The form for the next step: one line suffices, and it stays ready for another one. Words can
//! be picked from the catalogue. What the mentor adds is an idea for the mentee (features.md T03).

use board::{
    id::ItemId,
    item::Kind,
    op::{AddStep, Op, TextField},
    order::Order,
    permit::may_suggest,
    space::Side,
    step::Who,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::Choice,
        date_field::{DateDraft, DateField, date_error_text},
        disclosure::Disclosure,
        error_summary::{ErrorSummary, FormError},
        field::Field,
        form::Form,
        icon::IconName,
        unfold::Unfold,
    },
    features::{
        catalogue::picker::StepPicker,
        drafts::Drafts,
        live_text::errors::{reject_text, text_error},
        privacy::{BOTH, ONLY_ME, privacy_options},
        steps::facts::who_options,
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const TITLE: &str = "new-step";
const DUE: &str = "new-step-due";

/// The name of the draft of the next step of an objective.
#[must_use]
pub fn draft_name(objective: ItemId) -> String {
    format!("{objective}:new-step")
}

/// Adds a step at the end; the focus returns to the empty line.
#[component]
pub fn AddStepForm(
    /// Whose step.
    objective: ItemId,
) -> impl IntoView {
    let board = BoardState::expect();
    let drafts = Drafts::expect();
    let title = RwSignal::new(drafts.get(&draft_name(objective)).unwrap_or_default());
    drafts.follow(draft_name(objective), title);
    let keep = move |()| title.with_untracked(|typed| drafts.set(&draft_name(objective), typed));
    let due = DateDraft::new(None);
    let who = RwSignal::new(Who::Mentee.as_str().to_owned());
    let seen_by = RwSignal::new(BOTH.to_owned());
    let errors = RwSignal::new(Vec::<FormError>::new());
    let error = move |id: &'static str| {
        Signal::derive(move || {
            errors.with(|errors| {
                let error = errors.iter().find(|error| error.field_id == id)?;
                Some(error.message.clone())
            })
        })
    };
    let found = board.item(objective);
    let is_shared = Memo::new(move |_| {
        found.with(|found| found.as_ref().is_some_and(|(side, _)| *side == Side::Shared))
    });
    let suggests = may_suggest(&board.actor(), &Kind::Step);
    let add = move |()| {
        let words = title.with_untracked(|typed| TextField::Title.parse(typed));
        let day = due.read();
        let wrong = |id: &str, message| FormError { field_id: id.to_owned(), message };
        let (words, day) = match (words, day) {
            (Ok(words), Ok(day)) => (words, day),
            (words, day) => {
                let words = words.err().map(|error| text_error(error, &t(Key::StepTitleLabel)));
                let day = day.err().map(|error| date_error_text(error, &t(Key::StepDue)));
                let words = words.map(|message| wrong(TITLE, message));
                errors.set(words.into_iter().chain(day.map(|error| wrong(DUE, error))).collect());
                return;
            }
        };
        let step = AddStep {
            id: board.new_id(),
            objective,
            title: words.clone(),
            due: day,
            who: Who::from_word(&who.get_untracked()),
            order: last_place(board, objective),
            only_me: !suggests
                && is_shared.get_untracked()
                && seen_by.with_untracked(|seen_by| seen_by == ONLY_ME),
            suggested: suggests,
        };
        match board.act(Op::AddStep(step)) {
            Ok(()) => {
                errors.set(Vec::new());
                title.set(String::new());
                drafts.forget(&draft_name(objective));
                due.set(None);
                let said = if suggests { Key::SuggestionSent } else { Key::StepAdded };
                announce(&tf(said, &[("title", &words), ("name", &board.other_name())]));
                focus::focus_soon(TITLE);
            }
            Err(reject) => errors.set(vec![wrong(TITLE, reject_text(&reject))]),
        }
    };
    let (title_label, add_label) = if suggests {
        (Key::SuggestionStepLabel, Key::SuggestionAddStep)
    } else {
        (Key::StepTitleLabel, Key::StepAdd)
    };
    let picking = RwSignal::new(false);
    let pick = Callback::new(move |words: String| {
        drafts.set(&draft_name(objective), &words);
        announce(&tf(Key::CatalogueCopied, &[("title", &words)]));
        title.set(words);
        focus::focus_soon(TITLE);
    });
    let list_label = Signal::derive(move || {
        t(if picking.get() { Key::CatalogueClose } else { Key::CatalogueOpen })
    });
    view! {
        <ErrorSummary errors/>
        <Form on_submit=add>
            <Field
                label=text(title_label)
                hint=text(Key::StepTitleHint)
                value=title
                error=error(TITLE)
                id=TITLE
                on_input=keep
            />
            <Disclosure label=text(Key::StepMore)>
                <DateField label=text(Key::StepDue) value=due optional=true error=error(DUE) id=DUE/>
                <Choice label=text(Key::StepWho) options=who_options(board) value=who columns=true/>
                {move || (is_shared.get() && !suggests).then(|| view! {
                    <Choice
                        label=text(Key::PrivacyQuestion)
                        options=privacy_options(board)
                        value=seen_by
                    />
                })}
            </Disclosure>
            <div>
                <Button
                    label=text(add_label)
                    kind=ButtonKind::Quiet
                    icon=IconName::Plus
                    submit=true
                />
            </div>
        </Form>
        <Unfold label=list_label open=picking icon=IconName::Menu id="pick-step">
            <StepPicker objective on_pick=pick/>
        </Unfold>
    }
}

fn last_place(board: BoardState, objective: ItemId) -> Order {
    board.view().with_untracked(|world| {
        let steps = world.steps(objective);
        let last = steps.last().and_then(|(_, step)| step.as_step());
        Order::between(last.map(|step| &step.order), None)
    })
}
