//! Where an application stands: the way it took, one press to the next stage, and every other
//! stage one press further.

use crate::{
    components::{
        button::Button,
        notice::{Notice, NoticeKind},
    },
    features::{
        applications::{
            change_stage::ChangeStage,
            facts::{ApplicationFacts, day},
            follow_up::{Moved, move_to},
            moves::AllMoves,
            stages::stage_name,
            standstill::{Standstill, standstill},
            take_back::TakeBack,
        },
        live_text::errors::reject_text,
        removed::undo,
    },
    i18n::{format, t, tf},
    platform::{announce, clock, focus},
    state::board::BoardState,
};
use board::{
    application::{Move, Stage},
    id::ItemId,
};
use leptos::prelude::*;
use words::Key;

/// The heading of the card, where the focus goes when its button goes away.
const HEADING: &str = "stage-title";
/// Two presses within this time are one: the button already speaks of the next stage.
const GUARD_MS: f64 = 1_000.0;

/// The card, with the way back after a move.
#[component]
pub fn StagePath(
    /// The application.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ApplicationFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let stage = Memo::new(move |_| facts.with(|facts| facts.as_ref().map(|f| f.stage.clone())));
    let may_plan = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_plan)));
    let trail = Memo::new(move |_| {
        facts.with(|facts| facts.as_ref().map(|f| f.trail.clone()).unwrap_or_default())
    });
    let next = Memo::new(move |_| stage.get().and_then(|stage| stage.next()));
    let moved = RwSignal::new(None::<Moved>);
    let make = Callback::new(move |to: Stage| match move_to(board, id, to) {
        Ok(done) => {
            // The bar says it; a bar that stands already goes first, so that it speaks anew.
            moved.set(None);
            moved.set(Some(done));
            undo::go_on();
        }
        Err(reject) => announce::announce(&reject_text(&reject)),
    });
    let last_press = StoredValue::new(f64::MIN);
    let go_on = move |()| {
        let now = clock::now_ms();
        let Some(to) = next.get_untracked() else { return };
        if now - last_press.get_value() < GUARD_MS {
            return;
        }
        last_press.set_value(now);
        let is_last = to.next().is_none();
        make.run(to);
        if is_last {
            focus::focus_soon(HEADING);
        }
    };
    let answered = RwSignal::new(false);
    // While the hint asks whether the employer was asked for news, its answer is the way on.
    let hint_leads = Memo::new(move |_| {
        let hint = facts.with(|facts| standstill(facts.as_ref()?, clock::today()));
        hint.is_some() && !answered.get() && stage.get() == Some(Stage::Sent)
    });
    let go_label = Signal::derive(move || {
        let stage = next.get().map(|stage| stage_name(&stage)).unwrap_or_default();
        tf(Key::ApplicationMoveNext, &[("stage", &stage)])
    });
    let heading = move || {
        t(if board.is_mentee() { Key::ApplicationHistory } else { Key::ApplicationHistoryMentor })
    };
    view! {
        <section class="card" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{heading}</h2>
            <Standstill id facts on_move=make answered heading=HEADING/>
            <ol class="path">{move || rows(trail.get(), next.get())}</ol>
            <AllMoves id/>
            <Show when=move || stage.get() == Some(Stage::Accepted)>
                <Notice kind=NoticeKind::Success>
                    <p>{move || t(Key::ApplicationAcceptedNote)}</p>
                </Notice>
            </Show>
            <Show when=move || may_plan.get()>
                <div class="stack stack--tight">
                    <Show when=move || next.get().is_some() && !hint_leads.get()>
                        <div><Button label=go_label on_press=go_on/></div>
                    </Show>
                    <ChangeStage stage=stage on_change=make/>
                </div>
            </Show>
            {move || moved.get().map(|done| view! { <TakeBack done moved focus=HEADING/> })}
        </section>
    }
}

/// The way so far, then the next stage in grey.
fn rows(trail: Vec<Move>, next: Option<Stage>) -> AnyView {
    let here = trail.len().saturating_sub(1);
    let done = trail.into_iter().enumerate().map(|(place, step)| {
        let date = move || format::short_date(day(step.at));
        let name = move || stage_name(&step.to);
        let is_here = place == here;
        view! {
            <li class="path__item path__item--done" aria-current=is_here.then_some("step")>
                <span>
                    {if is_here {
                        view! { <strong>{name}</strong> }.into_any()
                    } else {
                        view! { <span>{name}</span> }.into_any()
                    }}
                    " " <span class="muted">{date}</span>
                </span>
            </li>
        }
    });
    let done = done.collect_view();
    let next = next.map(|stage| {
        view! {
            <li class="path__item"><span class="muted">{move || stage_name(&stage)}</span></li>
        }
    });
    view! { {done} {next} }.into_any()
}
