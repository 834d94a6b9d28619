//! The question of the month: a face, and who may see it.

use board::{
    item::Body,
    op::{AddItem, Op},
    pulse::{Face, Pulse, PulseSeenBy},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        form::Form,
        label::{FieldIds, HintAndError, field_class, has_error},
    },
    features::{
        live_text::errors::reject_text,
        pulse::{
            self,
            face::{FacePicture, face_key},
        },
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const FACES: &str = "pulse-face";

/// The form. Skipping is as easy as answering.
#[component]
pub fn PulseForm(
    /// Told when the person skips.
    #[prop(into)]
    on_skip: Callback<()>,
) -> impl IntoView {
    let board = BoardState::expect();
    let face = RwSignal::new(String::new());
    let seen_by = RwSignal::new(PulseSeenBy::Nobody.as_str().to_owned());
    let missing = RwSignal::new(false);
    let error = Signal::derive(move || {
        missing.get().then(|| tf(Key::ErrorChoose, &[("field", &t(Key::PulseQuestion))]))
    });
    let send = move |()| {
        let chosen = face.with_untracked(|face| Face::from_word(face));
        if !chosen.is_known() {
            missing.set(true);
            return focus::focus_soon(FACES);
        }
        let seen_by = seen_by.with_untracked(|seen_by| PulseSeenBy::from_word(seen_by));
        let only_me = seen_by != PulseSeenBy::Duo;
        let body = Body::Pulse(Pulse { face: chosen, seen_by });
        match board.act(Op::Add(AddItem { id: board.new_id(), only_me, body })) {
            Ok(()) => {
                announce(&t(Key::PulseDone));
                focus::focus_soon("page-title");
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    let skip = move |()| {
        pulse::skip();
        announce(&t(Key::PulseSkipped));
        on_skip.run(());
        focus::focus_soon("page-title");
    };
    view! {
        <Form on_submit=send>
            <Faces value=face error=error on_choose=move |()| missing.set(false)/>
            <Choice
                label=text(Key::PulseSeenQuestion)
                options=seen_by_options(board)
                value=seen_by
            />
            <div class="row">
                <Button label=text(Key::PulseSend) submit=true/>
                <Button label=text(Key::PulseSkip) kind=ButtonKind::Plain on_press=skip/>
            </div>
        </Form>
    }
}

/// Nobody else, the other one by name, the coordinator.
fn seen_by_options(board: BoardState) -> Signal<Vec<ChoiceOption>> {
    let other = board.other_name();
    let mut options =
        vec![ChoiceOption::new(PulseSeenBy::Nobody.as_str(), text(Key::PulseSeenNobody))];
    if !other.is_empty() {
        let name = Signal::derive(move || tf(Key::PulseSeenName, &[("name", &other)]));
        options.push(ChoiceOption::new(PulseSeenBy::Duo.as_str(), name));
    }
    let coordinator =
        ChoiceOption::new(PulseSeenBy::Coordinator.as_str(), text(Key::PulseSeenCoordinator));
    options.push(coordinator.hint(text(Key::PulseSeenCoordinatorHint)));
    Signal::stored(options)
}

/// Five native radio buttons, each a drawing with its words.
#[component]
fn Faces(
    value: RwSignal<String>,
    error: Signal<Option<String>>,
    #[prop(into)] on_choose: Callback<()>,
) -> impl IntoView {
    let ids = FieldIds::new(FACES.to_owned());
    let described = ids.clone();
    let radio = move |(place, face): (usize, &Face)| {
        let id = if place == 0 { FACES.to_owned() } else { format!("{FACES}-{place}") };
        let (own, word) = (face.as_str().to_owned(), face.as_str().to_owned());
        let (same, label) = (own.clone(), face_key(face));
        let (picture, label_for) = (face.clone(), id.clone());
        view! {
            <label class="choice__option" for=label_for>
                <input
                    class="choice__input"
                    type="radio"
                    id=id
                    name=FACES
                    value=own
                    prop:checked=move || value.with(|value| *value == same)
                    on:change=move |_| {
                        value.set(word.clone());
                        on_choose.run(());
                    }
                />
                <span class="row">
                    <FacePicture face=picture/>
                    <span>{move || t(label)}</span>
                </span>
            </label>
        }
    };
    let rows = Face::ALL.iter().enumerate().map(radio).collect_view();
    view! {
        <fieldset
            class=field_class(Some(error))
            aria-describedby=move || described.described_by(false, has_error(Some(error)))
        >
            <legend class="field__label" id=ids.label.clone()>{move || t(Key::PulseQuestion)}</legend>
            <HintAndError ids=ids.clone() hint=None error=Some(error)/>
            <div class="choice">{rows}</div>
        </fieldset>
    }
}
