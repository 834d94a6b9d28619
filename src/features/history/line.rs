//! One line of the past, and the way back to what was there before.

use board::{
    op::Op,
    permit::{Action, may},
    protocol::{boards::FeedChange, history::HistoryEvent},
    space::Side,
    world::World,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        chip::Chip,
        icon::IconName,
    },
    features::{
        applications::stages::stage_name,
        history::wording::{subject, subject_name, words_of},
        item_page::page_of,
        live_text::errors::reject_text,
        objectives::wording::state_key,
        people::name_of,
        removed::restore,
    },
    i18n::{format, t, text, tf},
    platform::announce::announce,
    state::board::BoardState,
};

/// Who, when, what, about which item; texts with what they were and what they became.
#[component]
pub(super) fn HistoryLine(
    /// The event.
    event: HistoryEvent,
    /// Whether the line names its item: in lists about several.
    named: bool,
    /// Called after something was put back.
    on_restored: Callback<()>,
) -> impl IntoView {
    let board = BoardState::expect();
    let (by, at, side) = (event.event.by, event.event.at, event.side);
    let event = StoredValue::new(event);
    let who = move || {
        if by == board.actor().person { t(Key::CommentYou) } else { name_of(board, by) }
    };
    // Milliseconds since 1970 are far below 2^53.
    let when = move || format::date_time(at.0 as f64);
    let what = move || event.with_value(|event| words_of(board, event)).unwrap_or_default();
    let about = move || named.then(|| view! { <About event/> });
    let private = (side == Side::Private).then(|| {
        view! { <Chip label=text(Key::PrivacyMe) icon=IconName::Lock/> }
    });
    view! {
        <div class="card">
            <p><strong dir="auto">{who}</strong> ", " <span class="muted">{when}</span></p>
            <p dir="auto">{what}</p>
            {about}
            <Texts event/>
            {private}
            <PutBack event on_restored/>
        </div>
    }
}

/// The item, as a link where it has a page.
#[component]
fn About(event: StoredValue<HistoryEvent>) -> impl IntoView {
    let board = BoardState::expect();
    move || {
        let (id, name) = event.with_value(|event| {
            (subject(&event.event.change), subject_name(board, &event.event.change))
        });
        let page = board.view().with(|world| id.and_then(|id| page_of(world, id)));
        match page {
            _ if name.is_empty() => ().into_any(),
            Some(page) => view! {
                <p><a class="link" href=page.href() dir="auto">{name}</a></p>
            }
            .into_any(),
            None => view! { <p dir="auto">{name}</p> }.into_any(),
        }
    }
}

/// Both texts of an edit.
#[component]
fn Texts(event: StoredValue<HistoryEvent>) -> impl IntoView {
    let texts = event.with_value(|event| match &event.event.change {
        FeedChange::Op(Op::EditText { base, text, .. }) => Some((base.clone(), text.clone())),
        _ => None,
    });
    let part = |label: Key, words: String| {
        let words = match words.is_empty() {
            true => view! { <p class="muted">{move || t(Key::LiveTextNothing)}</p> }.into_any(),
            false => view! { <p class="keep-lines" dir="auto">{words}</p> }.into_any(),
        };
        view! {
            <div>
                <p class="field__label">{move || t(label)}</p>
                {words}
            </div>
        }
    };
    texts.map(|(base, text)| {
        view! {
            {part(Key::HistoryBefore, base)}
            {part(Key::HistoryAfter, text)}
        }
    })
}

/// The change that goes back, while it would change something and the person may.
fn back(board: BoardState, world: &World, change: &FeedChange) -> Option<Op> {
    let FeedChange::Op(op) = change else { return None };
    let id = subject(change)?;
    let (side, item) = world.find(id)?;
    let can = |action| may(&board.actor(), action, side, item) && !world.is_sealed(item);
    if let Op::Remove { .. } = op {
        let back = item.removed.is_some() && can(Action::Remove);
        return back.then_some(Op::Restore { item: id });
    }
    if item.removed.is_some() {
        return None;
    }
    match op {
        Op::EditText { field, base, .. } => {
            let now = &item.entry(field)?.text;
            let fits = field.parse(base).is_ok_and(|parsed| parsed == *base);
            (now != base && fits && can(Action::Write)).then(|| Op::EditText {
                item: id,
                field: field.clone(),
                base: now.clone(),
                text: base.clone(),
            })
        }
        Op::MoveApplication { to, .. } => {
            let now = &item.as_application()?.stage;
            (now != to && to.is_known() && can(Action::Plan)).then(|| op.clone())
        }
        Op::SetState { state, .. } => {
            let now = &item.as_objective()?.state;
            let back = now != state && state.is_known() && can(Action::Plan);
            back.then(|| Op::SetState { item: id, state: state.clone(), why: String::new() })
        }
        _ => None,
    }
}

/// "Put this text back", "back to: sent"; the board decides whether it can still be done.
#[component]
fn PutBack(event: StoredValue<HistoryEvent>, on_restored: Callback<()>) -> impl IntoView {
    let board = BoardState::expect();
    let op = Memo::new(move |_| {
        let change = event.with_value(|event| event.event.change.clone());
        board.view().with(|world| back(board, world, &change))
    });
    let label = Signal::derive(move || match op.get() {
        Some(Op::EditText { .. }) => t(Key::HistoryPutBack),
        Some(Op::MoveApplication { to, .. }) => {
            tf(Key::HistoryBackTo, &[("value", &stage_name(&to))])
        }
        Some(Op::SetState { state, .. }) => {
            tf(Key::HistoryBackTo, &[("value", &t(state_key(&state)))])
        }
        _ => t(Key::ActionRestore),
    });
    let act = move |()| {
        let done = match op.get_untracked() {
            Some(Op::Restore { item }) => restore(board, item),
            Some(op) => board.act(op),
            None => return,
        };
        match done {
            Ok(()) => {
                announce(&t(Key::HistoryDone));
                on_restored.run(());
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    let name =
        Signal::derive(move || event.with_value(|event| subject_name(board, &event.event.change)));
    view! {
        <Show when=move || op.with(Option::is_some)>
            <div>
                <Button
                    label=label
                    about=name
                    kind=ButtonKind::Quiet
                    icon=IconName::Undo
                    on_press=act
                />
            </div>
        </Show>
    }
}

/// Whether an event has a line at all.
#[must_use]
pub(super) fn has_line(board: BoardState, event: &HistoryEvent) -> bool {
    untrack(|| words_of(board, event)).is_some()
}

/// The key of a line: an event has its number in its space.
#[must_use]
pub(super) fn key(event: &HistoryEvent) -> (Side, u64) {
    (event.side, event.event.rev)
}
