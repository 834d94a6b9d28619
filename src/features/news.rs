//! What the other person did while this one looks elsewhere: said once, and shown as a number
//! that waits; nothing that is being read moves for it (accessibility.md 56, 57, 61).

mod sentence;

use crate::{
    components::icon::{Icon, IconName},
    features::item_page::page_of,
    i18n::{t, tn, tnf},
    paths::Path,
    platform::announce,
    state::{board::BoardState, connection::Delivery, waiting_files::WaitingFiles},
};
use board::{
    event::{Change, Event},
    op::Op,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use words::Key;

/// The voice of the board and the link "2 new things". Mounted once, in the shell.
///
/// The link lies over the page, so that it pushes nothing away; it goes when the person goes to
/// another page, where they see what is new.
#[component]
pub fn RemoteNews() -> impl IntoView {
    let board = BoardState::expect();
    let count = RwSignal::new(0_usize);
    let location = use_location();
    // Effects, since the voice is outside of the views.
    Effect::new(move |_| {
        let news = board.news();
        let other = untrack(|| board.other_name());
        let said: Vec<String> =
            news.iter().filter_map(|(_, event)| sentence::of(board, event)).collect();
        if said.is_empty() {
            return;
        }
        // What is said about the very thing that is open is being read there.
        let open = location.pathname.get_untracked();
        let elsewhere = news.iter().filter(|(_, event)| {
            sentence::of(board, event).is_some() && talked_about(board, event) != Some(open.clone())
        });
        let elsewhere = elsewhere.count();
        if elsewhere > 0 {
            count.update(|count| *count += elsewhere);
        }
        for sentence in said {
            let other = other.clone();
            announce::announce_remote(sentence, move |changes| {
                untrack(|| tnf(Key::RemoteChanges, changes, &[("name", &other)]))
            });
        }
    });
    let files = WaitingFiles::expect();
    Effect::new(move |before: Option<Delivery>| {
        let now = files.with_changes(board.delivery());
        if let Some(key) = before.and_then(|before| transition(before, now)) {
            announce::announce(&untrack(|| t(key)));
        }
        now
    });
    let any = Memo::new(move |_| count.get() != 0);
    Effect::new(move |_| {
        location.pathname.track();
        count.set(0);
    });
    view! {
        <Show when=move || any.get()>
            <p class="news">
                <a class="button" href=Path::Week.href() on:click=move |_| count.set(0)>
                    <Icon name=IconName::Message/>
                    <span>{move || tn(Key::RemoteNews, count.get())}</span>
                </a>
            </p>
        </Show>
    }
}

/// The page of what a new message is about; nothing for other changes.
fn talked_about(board: BoardState, event: &Event) -> Option<String> {
    let Change::Op(Op::AddComment(add)) = &event.change else { return None };
    board.view().with_untracked(|world| page_of(world, add.on)).map(Path::href)
}

/// What is said when the connection changes: once per transition, and only what lasts.
fn transition(before: Delivery, now: Delivery) -> Option<Key> {
    let away = |state| matches!(state, Delivery::Waiting(_));
    match (before, now) {
        (before, now) if away(before) == away(now) && now != Delivery::Trouble => None,
        (Delivery::Trouble, Delivery::Trouble) => None,
        (_, Delivery::Trouble) => Some(Key::StateProblem),
        (_, Delivery::Waiting(_)) => Some(Key::StateLost),
        (Delivery::Waiting(_), _) => Some(Key::StateBack),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_transition_is_said_once() {
        use Delivery::{Sending, Sent, Trouble, Waiting};
        assert_eq!(transition(Sending, Sent), None);
        assert_eq!(transition(Sent, Waiting(0)), Some(Key::StateLost));
        assert_eq!(transition(Waiting(0), Waiting(2)), None);
        assert_eq!(transition(Waiting(2), Sending), Some(Key::StateBack));
        assert_eq!(transition(Sending, Trouble), Some(Key::StateProblem));
        assert_eq!(transition(Trouble, Trouble), None);
        assert_eq!(transition(Trouble, Sent), None);
    }
}
