//! All meetings: the next one, what waits, what was.

use board::{
    id::ItemId,
    item::Kind,
    meeting::{
        MeetingState, Said,
        pick::{Shelves, shelves},
    },
    permit::may_add,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::ButtonKind,
        card::{Card, CardKind},
        chip::{Chip, ChipKind},
        each::Each,
        empty_state::EmptyState,
        icon::IconName,
        link_button::LinkButton,
    },
    features::{
        meetings::{
            answers::Answers,
            facts::{MeetingFacts, meeting_facts},
            log::LogMeeting,
            wording::{about_words, noted_words, said_words, state_key, when_words},
        },
        rows::RowFocus,
    },
    i18n::{format, t, text, tn},
    paths::Path,
    platform::clock,
    state::board::BoardState,
};

/// The id of the link of a card.
#[must_use]
pub fn card_id(meeting: ItemId) -> String {
    format!("meeting-{meeting}")
}

/// The shelves in order, and the three taps that note a meeting.
#[component]
pub fn MeetingList() -> impl IntoView {
    let board = BoardState::expect();
    let all = Memo::new(move |_| board.view().with(|world| shelves(world, clock::today())));
    let rows = Memo::new(move |_| all.with(Shelves::all));
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let none_next = Memo::new(move |_| all.with(|all| all.next.is_none() && all.open.is_empty()));
    // A focus on a card that went away finds its neighbour, on whichever shelf.
    let focus = RowFocus::watch(rows, card_id, "page-title");
    let shelf = move |read: fn(&Shelves) -> Vec<ItemId>| Memo::new(move |_| all.with(read));
    let months = Memo::new(move |_| {
        all.with(|all| all.past.iter().map(|(month, _)| *month).collect::<Vec<_>>())
    });
    let may_propose = may_add(&board.actor(), &Kind::Meeting);
    let propose = move || {
        may_propose.then(|| {
            view! {
                <div class="row">
                    <LinkButton
                        label=text(Key::MeetingsPropose)
                        href=Path::NewMeeting.href()
                        icon=IconName::Plus
                    />
                    <LinkButton
                        label=text(Key::PrepareTitle)
                        href=Path::PrepareMeeting.href()
                        kind=ButtonKind::Quiet
                        icon=IconName::Flag
                    />
                </div>
            }
        })
    };
    view! {
        <Shelf heading=Key::MeetingsNext ids=shelf(|all| all.next.into_iter().collect()) focus mine=true/>
        <Shelf heading=Key::MeetingsOpen ids=shelf(|all| all.open.clone()) focus/>
        <Show when=move || none_next.get()>
            <EmptyState title=text(Key::MeetingsNoneTitle) text=text(Key::MeetingsNoneText)/>
        </Show>
        {propose()}
        <Shelf heading=Key::MeetingsToNote ids=shelf(|all| all.to_note.clone()) focus/>
        <LogMeeting/>
        <Shelf heading=Key::MeetingsLater ids=shelf(|all| all.later.clone()) focus/>
        <Show when=move || !is_empty.get()>
            <Each each=move || months.get() key=|month| *month let:month>
                <Month month all focus/>
            </Each>
        </Show>
    }
}

/// One shelf with its heading; nothing when it is empty.
#[component]
fn Shelf(
    heading: Key,
    ids: Memo<Vec<ItemId>>,
    focus: RowFocus,
    #[prop(optional)] mine: bool,
) -> impl IntoView {
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section class="stack">
                    <h2>{move || t(heading)}</h2>
                    <ul class="stack">
                        <Each each=move || ids.get() key=|id| *id let:id>
                            <li on:focusin=move |_| focus.enter(id)><MeetingCard id mine/></li>
                        </Each>
                    </ul>
                </section>
            }
        })
    }
}

/// What was in one month.
#[component]
fn Month(month: NaiveDate, all: Memo<Shelves>, focus: RowFocus) -> impl IntoView {
    let ids = Memo::new(move |_| {
        all.with(|all| {
            let found = all.past.iter().find(|(known, _)| *known == month);
            found.map(|(_, ids)| ids.clone()).unwrap_or_default()
        })
    });
    view! {
        <section class="stack">
            <h2>{move || format::month(month)}</h2>
            <ul class="stack">
                <Each each=move || ids.get() key=|id| *id let:id>
                    <li on:focusin=move |_| focus.enter(id)><MeetingCard id mine=false/></li>
                </Each>
            </ul>
        </section>
    }
}

/// A meeting with what can be said about it; its heading leads to its page.
#[component]
fn MeetingCard(id: ItemId, mine: bool) -> impl IntoView {
    let board = BoardState::expect();
    let facts = meeting_facts(board, id);
    let when =
        move || facts.with(|facts| facts.as_ref().map(|facts| when_words(facts.on, facts.time)));
    let about = move || facts.with(|facts| facts.as_ref().map(about_words));
    let kind = if mine { CardKind::Mine } else { CardKind::Plain };
    view! {
        <Card kind>
            <h3>
                <a id=card_id(id) href=Path::Meeting(id.0).href()>{when}</a>
            </h3>
            <p class="muted" dir="auto">{about}</p>
            <Marks facts/>
            <Answers id facts after=card_id(id)/>
        </Card>
    }
}

/// Where it stands, who noted it, what is new: facts in short, each with its word.
#[component]
pub fn Marks(
    /// Facts of the meeting.
    facts: Memo<Option<MeetingFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let state = Memo::new(move |_| facts.with(|facts| facts.as_ref().map(|f| f.state.clone())));
    let unread = Memo::new(move |_| facts.with(|facts| facts.as_ref().map_or(0, |f| f.unread)));
    let chip = move || {
        let state = state.get()?;
        let (kind, icon) = match state {
            MeetingState::Held => (ChipKind::Done, IconName::Check),
            MeetingState::Planned => (ChipKind::Mine, IconName::Calendar),
            _ => (ChipKind::Plain, IconName::Calendar),
        };
        Some(view! { <Chip label=text(state_key(&state)) kind icon=icon/> })
    };
    let noted = move || facts.with(|facts| noted_words(board, &facts.as_ref()?.logged));
    // Before the meeting it stands beside its buttons.
    let said = move || {
        facts.with(|facts| {
            let facts = facts.as_ref()?;
            let past = matches!(facts.state, MeetingState::Missed | MeetingState::Excused);
            let Said { by, word } = facts.said.as_ref().filter(|_| past)?;
            Some(said_words(board, *by, word))
        })
    };
    let new = move || {
        let count = unread.get();
        (count > 0).then(|| {
            let label = Signal::derive(move || tn(Key::CommentNewCount, count));
            view! { <Chip label kind=ChipKind::Other icon=IconName::Message/> }
        })
    };
    view! {
        <div class="row">
            {chip}
            {new}
            {move || noted().map(|noted| view! { <span class="muted">{noted}</span> })}
            {move || said().map(|said| view! { <span class="muted">{said}</span> })}
        </div>
    }
}
