//! Where an objective stands: being worked on, on hold, reached, no longer wanted (M05).

use board::{
    id::ItemId,
    objective::ObjectiveState,
    op::{Op, TextField},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::Card,
        chip::{Chip, ChipKind},
        choice::Choice,
        error_summary::{ErrorSummary, FormError},
        form::Form,
        icon::IconName,
        notice::{Notice, NoticeKind},
        text_area::TextArea,
        unfold::Unfold,
    },
    features::{
        live_text::errors::{reject_text, text_error},
        objectives::{
            facts::{ObjectiveFacts, objective_facts},
            wording::{state_key, state_options},
        },
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// The state in words, and the form to change it for whoever may. Nothing is lost by it: every
/// state can be left again, so no question is asked first.
#[component]
pub fn Standing(
    /// The objective.
    id: ItemId,
) -> impl IntoView {
    let board = BoardState::expect();
    let facts = objective_facts(board, id);
    let may_plan = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_plan)));
    let heading = if board.is_mentee() { Key::ObjectiveStateTitle } else { Key::StatusHeading };
    let open = RwSignal::new(false);
    let shown = move || {
        let ObjectiveFacts { state, why, .. } = facts.get()?;
        let reached = state == ObjectiveState::Reached;
        let kind = if reached { ChipKind::Done } else { ChipKind::Plain };
        let note = (reached && board.is_mentee()).then(|| {
            view! { <Notice kind=NoticeKind::Success><p>{move || t(Key::ObjectiveReachedNote)}</p></Notice> }
        });
        let why = (!why.is_empty()).then(|| {
            view! { <p class="keep-lines" dir="auto">{why}</p> }
        });
        Some(view! {
            <div class="row"><Chip label=text(state_key(&state)) kind icon=IconName::Flag/></div>
            {note}
            {why}
        })
    };
    view! {
        <Card>
            <h2>{move || t(heading)}</h2>
            {shown}
            {move || may_plan.get().then(|| view! {
                <Unfold
                    label=text(Key::ActionChange)
                    about=text(heading)
                    open
                    id=button_id(id)
                >
                    <StandingForm id facts open/>
                </Unfold>
            })}
        </Card>
    }
}

/// The four states and an optional why.
#[component]
fn StandingForm(
    id: ItemId,
    facts: Memo<Option<ObjectiveFacts>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let board = BoardState::expect();
    let known = facts.get_untracked();
    let (state, why) = known.map(|f| (f.state.as_str().to_owned(), f.why)).unwrap_or_default();
    let (state, why) = (RwSignal::new(state), RwSignal::new(why));
    let errors = RwSignal::new(Vec::<FormError>::new());
    let error = Signal::derive(move || {
        errors.with(|errors| errors.first().map(|error| error.message.clone()))
    });
    let why_id = format!("state-why-{id}");
    let error_at = why_id.clone();
    let save = move |()| {
        let why = match why.with_untracked(|why| TextField::Notes.parse(why)) {
            Ok(why) => why,
            Err(wrong) => {
                let message = text_error(wrong, &t(Key::ObjectiveWhyLabel));
                errors.set(vec![FormError { field_id: error_at.clone(), message }]);
                return;
            }
        };
        let state = ObjectiveState::from_word(&state.get_untracked());
        let title = facts.with_untracked(|f| f.as_ref().map(|f| f.title.clone()));
        let said = tf(
            Key::StatusChanged,
            &[("title", &title.unwrap_or_default()), ("status", &t(state_key(&state)))],
        );
        match board.act(Op::SetState { item: id, state, why }) {
            Ok(()) => {
                announce(&said);
                open.set(false);
                focus::focus_soon(button_id(id));
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    view! {
        <ErrorSummary errors/>
        <Form on_submit=save>
            <Choice label=text(Key::ObjectiveCloseQuestion) options=state_options() value=state/>
            <TextArea
                label=text(Key::ObjectiveWhyLabel)
                hint=text(Key::ObjectiveWhyHint)
                value=why
                error
                optional=true
                id=why_id
            />
            <div><Button label=text(Key::ActionSave) kind=ButtonKind::Quiet submit=true/></div>
        </Form>
    }
}

fn button_id(objective: ItemId) -> String {
    format!("state-{objective}")
}
