//! Makes a step of an objective out of words that stand elsewhere: a next step of a referral, "let
//! us go together".

use board::{
    id::ItemId,
    objective::{Horizon, ObjectiveState, Theme},
    op::{AddObjective, AddStep, Op, TextField},
    order::Order,
    reject::Reject,
    space::Side,
    step::Who,
    world::World,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::ChoiceOption,
        form::Form,
        icon::IconName,
        select::Select,
    },
    features::{
        live_text::errors::{reject_text, text_error},
        privacy::other_person,
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};

/// Stands for an objective that is yet to be made.
const NEW: &str = "new";

/// A step that could be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What to do.
    pub title: String,
    /// Who does it.
    pub who: Who,
    /// What a new objective would be called.
    pub objective: String,
    /// What it is about.
    pub theme: Theme,
    /// True when only the mentee reads what the words come from.
    pub only_me: bool,
}

/// Asks for the objective, adds the step, and then leads to it.
///
/// What both do stands under an objective that both read. Words from something private become a
/// private step. A mentor's step is an idea until the mentee takes it.
#[component]
pub fn StepOffer(
    /// The step; nothing to offer while it has no words.
    #[prop(into)]
    offer: Signal<Option<Offer>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let made = RwSignal::new(None::<(ItemId, String)>);
    let chosen = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let any = Memo::new(move |_| offer.with(Option::is_some));
    // Other words are another offer.
    let done = Memo::new(move |_| {
        let title = offer.with(|offer| offer.as_ref().map(|offer| offer.title.clone()))?;
        made.with(|made| made.as_ref().filter(|(_, of)| *of == title).map(|(id, _)| *id))
    });
    let for_both = Memo::new(move |_| {
        offer.with(|offer| offer.as_ref().is_some_and(|offer| offer.who == Who::Both))
    });
    let objectives =
        Memo::new(move |_| board.view().with(|world| open_objectives(world, for_both.get())));
    let options = Signal::derive(move || {
        let named = |(id, title, _): (ItemId, String, Option<Theme>)| {
            ChoiceOption::new(id.to_string(), Signal::stored(title))
        };
        let new = ChoiceOption::new(NEW, text(Key::StepOfferNew));
        objectives.get().into_iter().map(named).chain([new]).collect::<Vec<_>>()
    });
    // The objective on the same theme is the likely one; the person may choose another.
    let theme = offer.with_untracked(|offer| offer.as_ref().map(|offer| offer.theme.clone()));
    let likely = objectives.with_untracked(|objectives| {
        let same = objectives.iter().find(|(.., of)| of.is_some() && *of == theme);
        same.or(objectives.first()).map(|(id, ..)| id.to_string())
    });
    chosen.set(likely.unwrap_or_else(|| NEW.to_owned()));
    let add = move |()| {
        let Some(offered) = offer.get_untracked() else { return };
        let offer = Offer { title: bare(&offered.title), ..offered.clone() };
        let objective = chosen.with_untracked(|chosen| chosen.parse::<ItemId>().ok());
        match make(board, &offer, objective) {
            Ok(objective) => {
                problem.set(None);
                made.set(Some((objective, offered.title)));
                announce(&tf(Key::StepAdded, &[("title", &offer.title)]));
            }
            Err(words) => {
                announce(&words);
                problem.set(Some(words));
            }
        }
    };
    let error = Signal::derive(move || problem.get());
    let hint = Signal::derive(move || {
        if for_both.get() {
            tf(Key::StepOfferBoth, &[("name", &other_person(board))])
        } else {
            t(Key::StepOfferHint)
        }
    });
    move || match (done.get(), any.get()) {
        (Some(objective), _) => view! {
            <p>
                {move || t(Key::StepOfferDone)} " "
                <a class="link" href=Path::Objective(objective.0).href()>
                    {move || t(Key::StepOfferSee)}
                </a>
            </p>
        }
        .into_any(),
        (None, true) => view! {
            <Form on_submit=add>
                <Select
                    label=text(Key::StepOfferQuestion)
                    hint=hint
                    options=options
                    value=chosen
                    error=error
                />
                <div>
                    <Button
                        label=text(Key::StepOfferAdd)
                        kind=ButtonKind::Quiet
                        icon=IconName::Plus
                        submit=true
                    />
                </div>
            </Form>
        }
        .into_any(),
        (None, false) => ().into_any(),
    }
}

/// A sentence as a person would have typed it: the signs that keep a name apart in it belong to
/// the sentence that is shown, not to a title that stands in other sentences.
fn bare(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

/// Objectives that are worked on, newest first, with what they are about.
fn open_objectives(world: &World, shared_only: bool) -> Vec<(ItemId, String, Option<Theme>)> {
    let mut found = world
        .items()
        .filter(|(side, item)| item.is_live() && !(shared_only && *side == Side::Private))
        .filter_map(|(_, item)| {
            let objective = item.as_objective()?;
            let open = objective.state == ObjectiveState::Active;
            let title = objective.title.text.clone();
            open.then_some((item.at, (item.id, title, objective.theme.clone())))
        })
        .collect::<Vec<_>>();
    found.sort_by_key(|(at, (id, ..))| std::cmp::Reverse((*at, *id)));
    found.into_iter().map(|(_, found)| found).collect()
}

/// Adds the step, before it the objective where none was chosen; gives the objective.
fn make(board: BoardState, offer: &Offer, objective: Option<ItemId>) -> Result<ItemId, String> {
    let title = |words: &str| {
        TextField::Title.parse(words).map_err(|error| text_error(error, &t(Key::StepTitleLabel)))
    };
    let refused = |reject: Reject| reject_text(&reject);
    let suggested = !board.is_mentee();
    let for_both = offer.who == Who::Both;
    let step_title = title(&offer.title)?;
    let objective = match objective {
        Some(objective) => objective,
        None => {
            let id = board.new_id();
            let only_me = offer.only_me && !for_both && !suggested;
            board
                .act(Op::AddObjective(AddObjective {
                    id,
                    title: title(&offer.objective)?,
                    horizon: Horizon::Short,
                    theme: Some(offer.theme.clone()),
                    notes: String::new(),
                    only_me,
                    suggested,
                }))
                .map_err(refused)?;
            id
        }
    };
    let (shared, order) = board.view().with_untracked(|world| {
        let steps = world.steps(objective);
        let last = steps.last().and_then(|(_, step)| step.as_step());
        let side = world.find(objective).map(|(side, _)| side);
        (side == Some(Side::Shared), Order::between(last.map(|step| &step.order), None))
    });
    let step = AddStep {
        id: board.new_id(),
        objective,
        title: step_title,
        due: None,
        who: offer.who.clone(),
        order,
        only_me: offer.only_me && shared && !for_both && !suggested,
        suggested,
    };
    board.act(Op::AddStep(step)).map(|()| objective).map_err(refused)
}
