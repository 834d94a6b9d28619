//! Choosing a sector and an occupation, or saying that one does not know yet.

use board::{
    entry::Entry,
    id::ItemId,
    item::Body,
    objective::ObjectiveState,
    op::{AddItem, Op, TextField},
    project::Project,
    protocol::library::OccupationInfo,
    reject::Reject,
    slug::Slug,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        form::Form,
        icon::IconName,
        select::Select,
        text_area::TextArea,
    },
    features::{
        career::{
            aim::{Known, Lists},
            occupation::OccupationSearch,
        },
        drafts::Drafts,
        live_text::errors::{reject_text, text_error},
        objectives::exploration::start_exploring,
        privacy::{BOTH, ONLY_ME, privacy_options},
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const WORDS: &str = "aim-words";

/// Adds the aim, or changes the one there is. Only a new one brings words of its own.
fn keep(
    board: BoardState,
    aim: Option<ItemId>,
    sector: Option<Slug>,
    occupation: Option<Slug>,
    new: (String, bool),
) -> Result<(), Reject> {
    match aim {
        Some(item) => board.act(Op::SetAim { item, sector, occupation }),
        None => {
            let (notes, only_me) = new;
            let body = Body::Project(Project { sector, occupation, notes: Entry::new(notes) });
            board.act(Op::Add(AddItem { id: board.new_id(), only_me, body }))
        }
    }
}

/// Search for an occupation, a list of sectors, own words, and who may read it.
#[component]
pub(super) fn ChooseAim(
    /// The aim that counts now.
    aim: Memo<Option<Known>>,
    /// The lists to choose from.
    lists: Lists,
    /// Closed once the choice is kept.
    open: RwSignal<bool>,
) -> impl IntoView {
    let board = BoardState::expect();
    let drafts = Drafts::expect();
    let now = aim.get_untracked();
    let word = |slug: Option<Slug>| RwSignal::new(slug.map(String::from).unwrap_or_default());
    let sector = word(now.as_ref().and_then(|aim| aim.sector.clone()));
    let occupation = word(now.as_ref().and_then(|aim| aim.occupation.clone()));
    let picked = RwSignal::new(None::<OccupationInfo>);
    let is_new = now.is_none();
    let words = if is_new { drafts.signal(WORDS) } else { RwSignal::default() };
    let readers = RwSignal::new(BOTH.to_owned());
    let wrong = RwSignal::new(None::<String>);
    let options = Signal::derive(move || {
        lists.sectors.value.with(|sectors| {
            let option = |info: &board::protocol::library::SectorInfo| {
                ChoiceOption::new(info.id.as_str(), Signal::stored(info.name.clone()))
            };
            sectors.iter().flatten().map(option).collect::<Vec<_>>()
        })
    });
    let choose = Callback::new(move |info: OccupationInfo| {
        sector.set(info.sector.as_str().to_owned());
        picked.set(Some(info));
    });
    // An occupation of another sector is no longer meant.
    let choose_sector = move |chosen: String| {
        let known = picked.get_untracked().or_else(|| {
            lists.occupations.value.with_untracked(|list| {
                let id = occupation.get_untracked();
                list.iter().flatten().find(|info| info.id.as_str() == id).cloned()
            })
        });
        if known.is_some_and(|info| info.sector.as_str() != chosen) {
            occupation.set(String::new());
            picked.set(None);
        }
    };
    let save = move |()| {
        let typed = words.with_untracked(|typed| TextField::Notes.parse(typed));
        let notes = match typed {
            Ok(notes) => notes,
            Err(error) => {
                wrong.set(Some(untrack(|| text_error(error, &t(Key::CareerWords)))));
                return focus::focus_soon(WORDS);
            }
        };
        let only_me = readers.with_untracked(|readers| readers == ONLY_ME);
        let slug = |word: RwSignal<String>| word.with_untracked(|word| word.parse::<Slug>().ok());
        let id = aim.with_untracked(|aim| aim.as_ref().map(|aim| aim.id));
        match keep(board, id, slug(sector), slug(occupation), (notes, only_me)) {
            Ok(()) => {
                drafts.forget(WORDS);
                announce(&t(Key::CareerSaved));
                focus::focus_soon("aim-title");
                open.set(false);
            }
            Err(reject) => wrong.set(Some(reject_text(&reject))),
        }
    };
    let chosen = move || {
        picked.with(|picked| picked.as_ref().map(|info| tf(Key::AimJob, &[("name", &info.name)])))
    };
    let only_new = is_new.then(|| {
        view! {
            <TextArea
                label=text(Key::CareerWords)
                hint=text(Key::CareerWordsHint)
                value=words
                error=Signal::derive(move || wrong.get())
                optional=true
                id=WORDS
            />
            <Choice
                label=text(Key::PrivacyQuestion)
                hint=text(Key::PrivacyHint)
                options=privacy_options(board)
                value=readers
            />
        }
    });
    let refused = move || {
        wrong.get().filter(|_| !is_new).map(|words| view! { <p class="field__error">{words}</p> })
    };
    view! {
        <OccupationSearch value=occupation on_choose=choose/>
        <Form on_submit=save>
            {move || chosen().map(|words| view! { <p><strong>{words}</strong></p> })}
            <Select
                label=text(Key::CareerSector)
                hint=text(Key::CareerSectorHint)
                options=options
                value=sector
                empty_label=text(Key::CareerSectorNone)
                optional=true
                on_choose=choose_sector
            />
            {only_new}
            {refused}
            <div><Button label=text(Key::CareerSave) icon=IconName::Check submit=true/></div>
        </Form>
    }
}

/// "I do not know yet": no sector is asked for, and three small steps help to find out (M08).
#[component]
pub(super) fn DontKnow(
    /// The aim that counts now.
    aim: Memo<Option<Known>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let navigate = use_navigate();
    let start = move |()| match look_around(board, aim.get_untracked()) {
        Ok(objective) => {
            navigate(&Path::Objective(objective.0).href(), NavigateOptions::default());
            announce(&t(Key::PlanNoProjectDone));
        }
        Err(reject) => announce(&reject_text(&reject)),
    };
    view! {
        <div>
            <Button
                label=text(Key::PlanChooseNoProject)
                kind=ButtonKind::Quiet
                icon=IconName::Eye
                on_press=start
            />
        </div>
        <p class="muted">{move || t(Key::PlanChooseNoProjectHint)}</p>
    }
}

/// Leaves sector and occupation open, and leads to the steps, which are made once.
fn look_around(board: BoardState, aim: Option<Known>) -> Result<ItemId, Reject> {
    let is_open = aim.as_ref().is_some_and(|a| a.sector.is_none() && a.occupation.is_none());
    if !is_open {
        keep(board, aim.map(|aim| aim.id), None, None, (String::new(), false))?;
    }
    let title = t(Key::ExplorationTitle);
    let known = board.view().with_untracked(|world| {
        let mut live = world.items().map(|(_, item)| item).filter(|item| item.is_live());
        live.find(|item| {
            item.as_objective().is_some_and(|objective| {
                objective.title.text == title && objective.state == ObjectiveState::Active
            })
        })
        .map(|item| item.id)
    });
    known.map_or_else(|| start_exploring(board), Ok)
}
