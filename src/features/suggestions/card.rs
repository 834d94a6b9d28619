//! One idea of the mentor: the words, and what either of the two can do with it.

use board::{
    id::ItemId,
    item::{Body, Item, Kind, Suggestion},
    op::TextField,
    permit::{Action, may},
    space::Side,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::{Card, CardKind},
        chip::{Chip, ChipKind},
        icon::IconName,
        unfold::Unfold,
    },
    features::{
        comments::talk::Talk,
        kind_name::kind_name,
        live_text::LiveText,
        objectives::wording::{horizon_key, theme_key},
        removed::item_name,
        steps::facts::{due_text, who_text},
        suggestions::answer::{answer, idea_id, take_back},
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::focus,
    state::board::BoardState,
};

/// Where a card stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stands {
    /// Among others: its heading leads to its page, where the two can talk about it.
    #[default]
    InList,
    /// On the page of the idea, whose heading has its words already.
    OnItsPage,
}

/// An idea that waits for an answer.
#[component]
pub fn IdeaCard(
    /// The idea.
    id: ItemId,
    /// Where the card stands.
    #[prop(optional)]
    stands: Stands,
) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let title = title_of(found);
    let about = move || {
        found.with(|found| found.as_ref().map(|(_, item)| about(board, item)).unwrap_or_default())
    };
    let notes = move || {
        let notes = found.with(|found| Some(found.as_ref()?.1.as_objective()?.notes.text.clone()));
        notes.filter(|notes| !notes.is_empty()).map(|notes| {
            view! { <p class="keep-lines" dir="auto">{notes}</p> }
        })
    };
    let kind = found.with_untracked(|found| found.as_ref().map(|(_, item)| item.body.kind()));
    // The others have a page, where the two can talk about them.
    let is_step = kind == Some(Kind::Step);
    let label = Signal::derive(move || kind.as_ref().map(kind_name).unwrap_or_default());
    view! {
        <Card kind=CardKind::Other>
            <div class="row"><Chip label kind=ChipKind::Other icon=IconName::Pair/></div>
            {heading(found, id, title, stands)}
            <p class="muted" dir="auto">{about}</p>
            {notes}
            <Answers id found title stands/>
            {is_step.then(|| view! { <div class="row"><Talk on=id title/></div> })}
        </Card>
    }
}

/// The words of the idea; on its own page who has it.
fn heading(
    found: Memo<Option<(Side, Item)>>,
    id: ItemId,
    title: Signal<String>,
    stands: Stands,
) -> AnyView {
    let board = BoardState::expect();
    let href = found.with_untracked(|found| match &found.as_ref()?.1.body {
        Body::Objective(_) => Some(Path::Objective(id.0).href()),
        Body::Application(_) => Some(Path::Application(id.0).href()),
        _ => None,
    });
    match (stands, href) {
        (Stands::OnItsPage, _) => {
            let words = move || {
                if board.is_mentee() {
                    tf(Key::SuggestionFrom, &[("name", &board.other_name())])
                } else {
                    t(Key::SuggestionState)
                }
            };
            view! { <h2 id=idea_id(id) tabindex="-1">{words}</h2> }.into_any()
        }
        (Stands::InList, Some(href)) => {
            view! { <h3><a class="link" id=idea_id(id) href=href dir="auto">{title}</a></h3> }
                .into_any()
        }
        (Stands::InList, None) => {
            view! { <h3 id=idea_id(id) tabindex="-1" dir="auto">{title}</h3> }.into_any()
        }
    }
}

/// Take, change or decline for the mentee; change or take back for the mentor.
#[component]
fn Answers(
    id: ItemId,
    found: Memo<Option<(Side, Item)>>,
    title: Signal<String>,
    stands: Stands,
) -> impl IntoView {
    let board = BoardState::expect();
    let open = RwSignal::new(false);
    let may_answer = Memo::new(move |_| allowed(board, found, Action::Answer));
    let may_take_back =
        Memo::new(move |_| !board.is_mentee() && allowed(board, found, Action::Remove));
    let reply = Callback::new(move |accept: bool| {
        if let Some((_, item)) = found.get_untracked() {
            answer(board, &item, title.get_untracked(), accept);
            if stands == Stands::OnItsPage {
                focus::focus_soon("page-title");
            }
        }
    });
    let change = move |label: Key| {
        view! {
            <Unfold label=text(label) about=title open id=format!("change-idea-{id}")>
                <Texts id found/>
                {move || may_answer.get().then(|| view! {
                    <p>{move || t(Key::SuggestionChangeLead)}</p>
                    <div>
                        <Button
                            label=text(Key::SuggestionAccept)
                            about=title
                            icon=IconName::Check
                            on_press=move |()| reply.run(true)
                        />
                    </div>
                })}
            </Unfold>
        }
    };
    move || {
        if may_answer.get() {
            view! {
                <div class="row">
                    <Button
                        label=text(Key::SuggestionAccept)
                        about=title
                        icon=IconName::Check
                        on_press=move |()| reply.run(true)
                    />
                    <Button
                        label=text(Key::SuggestionDecline)
                        about=title
                        kind=ButtonKind::Quiet
                        on_press=move |()| reply.run(false)
                    />
                </div>
                {change(Key::SuggestionChange)}
            }
            .into_any()
        } else {
            let waits = move || tf(Key::SuggestionWasWaiting, &[("name", &board.other_name())]);
            let back = move || take_back(board, id, title.get_untracked());
            view! {
                <p>{waits}</p>
                {may_take_back.get().then(|| view! {
                    {change(Key::SuggestionChangeOwn)}
                    <Button
                        label=text(Key::SuggestionTakeBack)
                        about=title
                        kind=ButtonKind::Quiet
                        icon=IconName::Undo
                        on_press=move |()| back()
                    />
                })}
            }
            .into_any()
        }
    }
}

/// The words of an idea; they save by themselves.
#[component]
fn Texts(id: ItemId, found: Memo<Option<(Side, Item)>>) -> impl IntoView {
    let body = found.with_untracked(|found| found.as_ref().map(|(_, item)| item.body.clone()));
    let line = |field: TextField, label: Key| view! { <LiveText item=id field label=text(label)/> };
    match body {
        Some(Body::Objective(_)) => view! {
            {line(TextField::Title, Key::ObjectiveAddShort)}
            <LiveText
                item=id
                field=TextField::Notes
                label=text(Key::ObjectiveWhyLabel)
                multiline=true
            />
        }
        .into_any(),
        Some(Body::Application(_)) => view! {
            {line(TextField::Job, Key::ApplicationJob)}
            {line(TextField::Employer, Key::ApplicationEmployer)}
            {line(TextField::Place, Key::ApplicationPlace)}
            {line(TextField::Link, Key::ApplicationLink)}
        }
        .into_any(),
        _ => line(TextField::Title, Key::StepLabel).into_any(),
    }
}

/// What an idea is called.
#[must_use]
pub fn title_of(found: Memo<Option<(Side, Item)>>) -> Signal<String> {
    Signal::derive(move || {
        found.with(|found| found.as_ref().map(|(_, item)| item_name(item)).unwrap_or_default())
    })
}

fn allowed(board: BoardState, found: Memo<Option<(Side, Item)>>, action: Action) -> bool {
    found.with(|found| {
        found.as_ref().is_some_and(|(side, item)| {
            item.suggestion == Some(Suggestion::Open) && may(&board.actor(), action, *side, item)
        })
    })
}

/// What else the idea says, in one line; tracked.
fn about(board: BoardState, item: &Item) -> String {
    let parts = match &item.body {
        Body::Objective(objective) => {
            let theme = objective.theme.as_ref().map(|theme| t(theme_key(theme)));
            theme.into_iter().chain([t(horizon_key(&objective.horizon))]).collect()
        }
        Body::Step(step) => {
            let objective = board.view().with(|world| {
                let objective = world.find(step.objective)?.1.as_objective()?;
                Some(objective.title.text.clone())
            });
            let objective =
                objective.map(|title| tf(Key::SuggestionForObjective, &[("title", &title)]));
            let rest = step.due.map(due_text).into_iter().chain([who_text(board, &step.who)]);
            objective.into_iter().chain(rest).collect()
        }
        Body::Application(application) => {
            let parts = [&application.employer, &application.place];
            parts.iter().filter(|part| !part.is_empty()).map(|part| part.text.clone()).collect()
        }
        _ => Vec::<String>::new(),
    };
    parts.join(" · ")
}
