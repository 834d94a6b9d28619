//! Changes one step: words, day, who does it, place, who sees it, removal.

use board::{
    id::ItemId,
    op::{Op, TextField},
    step::Who,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::Choice,
        date_field::{DateDraft, DateField, date_error_text},
        error_summary::{ErrorSummary, FormError},
        form::Form,
        icon::IconName,
    },
    features::{
        live_text::{LiveText, errors::reject_text},
        privacy::PrivacySwitch,
        removed::undo,
        rows::RowFocus,
        steps::{
            facts::{StepFacts, fact, title_of, who_options},
            order::{Way, moved},
            row::edit_id,
            tick::tick_id,
        },
    },
    i18n::{format, t, text, tf},
    platform::{announce::announce, focus as page_focus},
    state::board::BoardState,
};

/// What opens under a step. The words save by themselves; the day and who do with the button.
#[component]
pub fn EditStep(
    /// The step.
    id: ItemId,
    /// What the board says of it.
    facts: Memo<Option<StepFacts>>,
    /// Closes it.
    open: RwSignal<bool>,
    /// The focus in the list.
    focus: RowFocus,
) -> impl IntoView {
    let may = |read| fact(facts, read);
    let may_plan = may(|facts| facts.may_plan);
    view! {
        <LiveText item=id field=TextField::Title label=text(Key::StepLabel)/>
        {move || may_plan.get().then(|| view! {
            <PlanStep id facts open/>
            <StepActions id facts focus/>
        })}
    }
}

/// Day and person, saved together.
#[component]
fn PlanStep(id: ItemId, facts: Memo<Option<StepFacts>>, open: RwSignal<bool>) -> impl IntoView {
    let board = BoardState::expect();
    let known = facts.get_untracked();
    let due = DateDraft::new(known.as_ref().and_then(|facts| facts.due));
    let who = RwSignal::new(known.map(|facts| facts.who.as_str().to_owned()).unwrap_or_default());
    let errors = RwSignal::new(Vec::<FormError>::new());
    let due_id = format!("due-{id}");
    let error_at = due_id.clone();
    let error = Signal::derive(move || {
        errors.with(|errors| errors.first().map(|error| error.message.clone()))
    });
    let save = move |()| {
        let day = match due.read() {
            Ok(day) => day,
            Err(wrong) => {
                let message = date_error_text(wrong, &t(Key::StepDue));
                errors.set(vec![FormError { field_id: error_at.clone(), message }]);
                return;
            }
        };
        errors.set(Vec::new());
        let Some(before) = facts.get_untracked() else { return };
        let chosen = Who::from_word(&who.get_untracked());
        let ops = [
            (day != before.due).then_some(Op::SetDue { item: id, due: day }),
            (chosen != before.who).then_some(Op::SetWho { item: id, who: chosen }),
        ];
        match ops.into_iter().flatten().try_for_each(|op| board.act(op)) {
            Ok(()) => {
                announce(&t(Key::StepSaved));
                open.set(false);
                page_focus::focus_soon(edit_id(id));
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    view! {
        <ErrorSummary errors/>
        <Form on_submit=save>
            <DateField label=text(Key::StepDue) value=due optional=true error id=due_id/>
            <Choice label=text(Key::StepWho) options=who_options(board) value=who columns=true/>
            <div>
                <Button
                    label=text(Key::ActionSave)
                    about=title_of(facts)
                    kind=ButtonKind::Quiet
                    submit=true
                />
            </div>
        </Form>
    }
}

/// Up, down, who sees it, remove.
#[component]
fn StepActions(id: ItemId, facts: Memo<Option<StepFacts>>, focus: RowFocus) -> impl IntoView {
    let board = BoardState::expect();
    let title = title_of(facts);
    let switch = fact(facts, |facts| facts.under_shared);
    let remove = move |()| {
        focus.enter(id);
        let title = title.get_untracked();
        if let Err(reject) = undo::remove(board, id, Key::StepRemoved, title, tick_id(id)) {
            announce(&reject_text(&reject));
        }
    };
    let button = move |name: &str, label, icon, press: Callback<()>| {
        let id = format!("{name}-{id}");
        view! {
            <Button label about=title icon id kind=ButtonKind::Quiet on_press=press/>
        }
    };
    let go = move |way| Callback::new(move |()| place(board, id, way, focus));
    view! {
        <div class="row">
            {button("up", text(Key::StepUp), IconName::Up, go(Way::Up))}
            {button("down", text(Key::StepDown), IconName::Down, go(Way::Down))}
        </div>
        <div class="row">
            {move || switch.get().then(|| view! { <PrivacySwitch item=id about=title/> })}
            <Button
                label=text(Key::ActionRemove)
                about=title
                kind=ButtonKind::Stop
                id=format!("remove-{id}")
                on_press=remove
            />
        </div>
    }
}

/// Moves the step one place and says where it is now. The focus stays on the button.
fn place(board: BoardState, id: ItemId, way: Way, focus: RowFocus) {
    focus.enter(id);
    let Some(steps) = board.view().with_untracked(|world| {
        let objective = world.find(id)?.1.as_step()?.objective;
        let place = |item: &board::item::Item| Some((item.id, item.as_step()?.order.clone()));
        world.steps(objective).into_iter().map(|(_, item)| place(item)).collect::<Option<Vec<_>>>()
    }) else {
        return;
    };
    let places = moved(&steps, id, way);
    let written =
        places.into_iter().try_for_each(|(item, order)| board.act(Op::Place { item, order }));
    if let Err(reject) = written {
        announce(&reject_text(&reject));
        return;
    }
    board.view().with_untracked(|world| {
        let Some((_, item)) = world.find(id) else { return };
        let Some(step) = item.as_step() else { return };
        let place = world.steps(step.objective).iter().position(|(_, step)| step.id == id);
        let (n, total) = (place.unwrap_or(0) + 1, steps.len());
        announce(&tf(
            Key::StepMoved,
            &[
                ("title", &step.title.text),
                ("n", &format::number(n)),
                ("total", &format::number(total)),
            ],
        ));
    });
}
