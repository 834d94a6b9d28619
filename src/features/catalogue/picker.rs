//! The list from which steps are picked, one after the other.

use std::collections::BTreeSet;

use board::{
    id::ItemId,
    objective::Theme,
    protocol::library::{CatalogueStep, Region},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::library,
    components::{
        button::{Button, ButtonKind},
        chip::{Chip, ChipKind},
        choice::ChoiceOption,
        field::Field,
        icon::IconName,
        select::Select,
    },
    features::{
        catalogue::filter::{Group, Wanted, fitting},
        fetched::{CopyNote, FetchNotice, Fetched},
        objectives::wording::{theme_from, theme_key, theme_options},
    },
    i18n::{self, t, text, tn},
    platform::prefs::{self, Pref},
    state::board::BoardState,
};

/// Filters, then the steps theme by theme. What is picked goes where the caller wants it.
#[component]
pub fn StepPicker(
    /// For which objective; its theme comes first.
    objective: ItemId,
    /// Called with the words of a step.
    #[prop(into)]
    on_pick: Callback<String>,
) -> impl IntoView {
    let board = BoardState::expect();
    let steps = Fetched::<Vec<CatalogueStep>>::nothing();
    let read = move || {
        let lang = i18n::lang().tag();
        spawn_local(async move {
            steps.take_or_copy(&format!("steps:{lang}"), library::steps(lang).await).await;
        });
    };
    // Outside of the page: the server is asked, and again in another language.
    Effect::new(move |_| read());
    let first = board.view().with_untracked(|world| {
        world.find(objective).and_then(|(_, item)| item.as_objective()?.theme.clone())
    });
    let theme =
        RwSignal::new(first.as_ref().map(|theme| theme.as_str().to_owned()).unwrap_or_default());
    let region = RwSignal::new(prefs::get(Pref::Region).unwrap_or_default());
    let typed = RwSignal::new(String::new());
    let groups = Memo::new(move |_| {
        let region = region.with(|region| Region::from_word(region));
        let wanted = Wanted {
            theme: theme.with(|theme| theme_from(theme)),
            region: Some(region).filter(Region::is_known),
            typed: typed.get(),
        };
        steps.value.with(|steps| {
            steps.as_ref().map(|steps| fitting(steps, &wanted, first.as_ref())).unwrap_or_default()
        })
    });
    let taken = taken(board);
    let list = move || {
        let group = |group| view! { <PickGroup group taken on_pick/> };
        groups.get().into_iter().map(group).collect_view()
    };
    let ready = steps.is_ready();
    view! {
        <section class="stack" aria-labelledby="catalogue-title">
            <h3 id="catalogue-title">{move || t(Key::CatalogueTitle)}</h3>
            <CopyNote kept=steps.kept/>
            <FetchNotice ready failure=steps.failure on_retry=move |()| untrack(read)/>
            <Show when=move || ready.get()>
                <div class="filters">
                    <Field
                        label=text(Key::CatalogueSearch)
                        hint=text(Key::CatalogueSearchHint)
                        value=typed
                        spellcheck=false
                    />
                    <Select
                        label=text(Key::ThemeQuestion)
                        options=theme_options()
                        empty_label=text(Key::CatalogueThemeAll)
                        value=theme
                    />
                    <Select
                        label=text(Key::CatalogueRegion)
                        options=region_options()
                        empty_label=text(Key::CatalogueRegionAll)
                        value=region
                        on_choose=|chosen: String| prefs::set(Pref::Region, &chosen)
                    />
                </div>
                <p class="muted" role="status">{move || found_words(groups)}</p>
                {list}
            </Show>
        </section>
    }
}

/// How many there are, or what to try when there is none.
fn found_words(groups: Memo<Vec<Group>>) -> String {
    match groups.with(|groups| groups.iter().map(|(_, steps)| steps.len()).sum()) {
        0 => t(Key::CatalogueEmpty),
        found => tn(Key::CatalogueCount, found),
    }
}

/// One theme with its steps.
#[component]
fn PickGroup(
    group: Group,
    taken: Memo<BTreeSet<String>>,
    on_pick: Callback<String>,
) -> impl IntoView {
    let (theme, steps): (Theme, Vec<CatalogueStep>) = group;
    let row = move |CatalogueStep { title, why, .. }: CatalogueStep| {
        let (known, name, picked) = (title.clone(), title.clone(), title.clone());
        let already = move || {
            taken.with(|taken| taken.contains(&known)).then(|| {
                let label = text(Key::CatalogueAlready);
                view! { <Chip label kind=ChipKind::Done icon=IconName::Check/> }
            })
        };
        view! {
            <li class="row row--between">
                <div class="step__words">
                    <span class="step__title" dir="auto">{title}</span>
                    {(!why.is_empty()).then(|| view! { <span class="step__meta" dir="auto">{why}</span> })}
                    {already}
                </div>
                <Button
                    label=text(Key::CataloguePick)
                    about=Signal::stored(name)
                    kind=ButtonKind::Quiet
                    on_press=move |()| on_pick.run(picked.clone())
                />
            </li>
        }
    };
    view! {
        <h4>{move || t(theme_key(&theme))}</h4>
        <ul class="stack stack--tight">{steps.into_iter().map(row).collect_view()}</ul>
    }
}

/// The words of every step on the plan and of every idea for one.
fn taken(board: BoardState) -> Memo<BTreeSet<String>> {
    Memo::new(move |_| {
        board.view().with(|world| {
            let steps = world.items().filter(|(_, item)| item.removed.is_none());
            steps.filter_map(|(_, item)| Some(item.as_step()?.title.text.clone())).collect()
        })
    })
}

fn region_options() -> Signal<Vec<ChoiceOption>> {
    let option = |region: &Region| {
        let key = match region {
            Region::Brussels => Key::CatalogueRegionBrussels,
            Region::Flanders => Key::CatalogueRegionFlanders,
            Region::Wallonia | Region::Other(_) => Key::CatalogueRegionWallonia,
        };
        ChoiceOption::new(region.as_str(), text(key))
    };
    Signal::stored(Region::ALL.iter().map(option).collect())
}
