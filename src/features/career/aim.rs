//! The aim as it is: occupation, sector, own words, and what the official lists say of it.

use board::{
    id::ItemId,
    op::TextField,
    project,
    protocol::library::{OccupationInfo, SectorInfo},
    slug::Slug,
    space::Side,
    world::World,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::library,
    components::{
        button::Button,
        card::{Card, CardKind},
        empty_state::EmptyState,
        icon::{Icon, IconName},
        unfold::Unfold,
    },
    features::{
        career::{
            choose::{ChooseAim, DontKnow},
            occupation::{own_region_first, shortage_words},
        },
        fetched::{FetchNotice, Fetched},
        live_text::LiveText,
        privacy::{PrivacyChip, PrivacySwitch},
    },
    i18n::{self, t, text, tf},
    state::board::BoardState,
};

/// The aim that counts, as the page needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The item.
    pub id: ItemId,
    /// Where it lies.
    pub side: Side,
    /// The sector.
    pub sector: Option<Slug>,
    /// The occupation.
    pub occupation: Option<Slug>,
    /// Own words.
    pub notes: String,
}

fn known(world: &World) -> Option<Known> {
    let (side, item) = project::current(world)?;
    let aim = item.as_project()?;
    Some(Known {
        id: item.id,
        side,
        sector: aim.sector.clone(),
        occupation: aim.occupation.clone(),
        notes: aim.notes.text.clone(),
    })
}

/// The names of the lists; asked again when the language changes.
#[derive(Clone, Copy)]
pub struct Lists {
    /// The sectors.
    pub sectors: Fetched<Vec<SectorInfo>>,
    /// The occupations.
    pub occupations: Fetched<Vec<OccupationInfo>>,
}

impl Lists {
    fn bring() -> Self {
        let lists = Self { sectors: Fetched::nothing(), occupations: Fetched::nothing() };
        Effect::new(move |_| lists.ask(i18n::lang().tag()));
        lists
    }

    fn ask(self, lang: &'static str) {
        spawn_local(async move {
            let (sectors, occupations) = (format!("sectors:{lang}"), format!("occupations:{lang}"));
            self.sectors.take_or_copy(&sectors, library::sectors(lang).await).await;
            let answer = library::occupations(lang, "").await;
            self.occupations.take_or_copy(&occupations, answer).await;
        });
    }

    fn again(self) {
        untrack(|| self.ask(i18n::lang().tag()));
    }
}

/// The aim with the way to change it; two answers of the same worth while there is none.
#[component]
pub fn CareerAim() -> impl IntoView {
    let board = BoardState::expect();
    let aim = Memo::new(move |_| board.view().with(known));
    let lists = Lists::bring();
    let has_aim = Memo::new(move |_| aim.with(Option::is_some));
    let failure = RwSignal::new(None);
    Effect::new(move |_| {
        // One notice for both lists: what is missing of one is as good as missing.
        failure.set(lists.sectors.failure.get().or_else(|| lists.occupations.failure.get()));
    });
    let ready = Signal::derive(move || {
        lists.sectors.is_ready().get() && lists.occupations.is_ready().get()
    });
    let body = move || match (has_aim.get(), board.is_mentee()) {
        (true, true) => view! { <Shown aim lists/> <Change aim lists/> }.into_any(),
        (true, false) => view! { <Shown aim lists/> }.into_any(),
        (false, true) => view! { <First aim lists/> }.into_any(),
        (false, false) => {
            let title =
                Signal::derive(move || tf(Key::AimNoneMentor, &[("name", &board.other_name())]));
            view! { <EmptyState title/> }.into_any()
        }
    };
    view! {
            {body}
    <FetchNotice ready=ready failure=failure on_retry=move |()| lists.again()/>
        }
}

/// "Which work would you like?", with "I do not know yet" as good as any other answer.
#[component]
fn First(aim: Memo<Option<Known>>, lists: Lists) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <EmptyState title=text(Key::PlanEmptyTitle) text=text(Key::PlanEmptyLead)>
            <Button
                label=text(Key::PlanChooseObjective)
                icon=IconName::Briefcase
                expanded=open
                id="aim-first"
                on_press=move |()| open.update(|open| *open = !*open)
            />
            <DontKnow aim/>
        </EmptyState>
        <Show when=move || open.get()><div class="unfold"><ChooseAim aim lists open/></div></Show>
    }
}

#[component]
fn Shown(aim: Memo<Option<Known>>, lists: Lists) -> impl IntoView {
    let occupation = Memo::new(move |_| {
        let slug = aim.with(|aim| aim.as_ref()?.occupation.clone())?;
        lists
            .occupations
            .value
            .with(|known| known.iter().flatten().find(|info| info.id == slug).cloned())
    });
    let sector = Memo::new(move |_| {
        let slug = aim.with(|aim| aim.as_ref()?.sector.clone())?;
        lists.sectors.value.with(|known| {
            known.iter().flatten().find(|info| info.id == slug).map(|info| info.name.clone())
        })
    });
    let chosen = Memo::new(move |_| {
        aim.with(|aim| aim.as_ref().is_some_and(|a| a.sector.is_some() || a.occupation.is_some()))
    });
    let title = move || match (occupation.get(), sector.get(), chosen.get()) {
        (Some(info), ..) => info.name,
        (None, Some(name), _) => tf(Key::AimSector, &[("name", &name)]),
        (None, None, true) => t(Key::AimSome),
        (None, None, false) => t(Key::AimNone),
    };
    let under = move || {
        occupation.get().and_then(|_| sector.get()).map(|name| {
            view! { <p class="muted">{tf(Key::AimSector, &[("name", &name)])}</p> }
        })
    };
    let shortages = move || {
        let lists = occupation.get().map(|info| own_region_first(info.shortage));
        let lists = lists.unwrap_or_default();
        let row = |shortage| view! { <li>{move || shortage_words(&shortage)}</li> };
        (!lists.is_empty()).then(|| {
            view! {
                <div class="row row--still">
                    <Icon name=IconName::Info/>
                    <ul class="stack stack--tight">{lists.into_iter().map(row).collect_view()}</ul>
                </div>
                <p class="muted">{move || t(Key::CareerShortageHint)}</p>
            }
        })
    };
    let own_words = move || {
        let words = aim.with(|aim| aim.as_ref().map(|aim| aim.notes.clone()));
        words.filter(|words| !words.is_empty()).map(|words| {
            view! { <p class="keep-lines" dir="auto">{words}</p> }
        })
    };
    view! {
        <Card kind=CardKind::Mine>
            <h2 id="aim-title" tabindex="-1">{title}</h2>
            {under}
            {own_words}
            {shortages}
        </Card>
    }
}

/// What the mentee may do with the aim.
#[component]
fn Change(aim: Memo<Option<Known>>, lists: Lists) -> impl IntoView {
    let open = RwSignal::new(false);
    let id = Memo::new(move |_| aim.with(|aim| aim.as_ref().map(|aim| aim.id)));
    let side = Memo::new(move |_| aim.with(|aim| aim.as_ref().map(|aim| aim.side)));
    let own_words = move || {
        id.get().map(|id| {
            view! {
                <LiveText
                    item=id
                    field=TextField::Notes
                    label=text(Key::CareerWords)
                    hint=text(Key::CareerWordsHint)
                    multiline=true
                />
            }
        })
    };
    let privacy = move || {
        let (id, side) = (id.get()?, side.get()?);
        Some(view! {
            <div class="row">
                <PrivacyChip side=side/>
                <PrivacySwitch item=id/>
            </div>
        })
    };
    view! {
        <div>
            <Unfold label=text(Key::CareerChange) open=open id="aim-change">
                <ChooseAim aim lists open/>
            </Unfold>
        </div>
        <section class="card">
            {own_words}
            {privacy}
        </section>
        <div class="stack stack--tight"><DontKnow aim/></div>
    }
}
