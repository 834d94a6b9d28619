//! The way into the library: my sector first, what holds everywhere, then all sectors.

use board::{
    project,
    protocol::library::{CodeCard, SectorInfo},
    slug::Slug,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::ButtonKind, card::Card, each::Each, icon::IconName, link_button::LinkButton,
    },
    features::{
        codes::{
            list::MarkedCodes,
            rows::CodeRows,
            search::CodeSearch,
            sectors::Sectors,
            shelf::{CodeList, KeptNote},
            wording::{ANY_SECTOR, any_sector},
        },
        fetched::FetchNotice,
    },
    i18n::{t, text, tf, tn},
    paths::Path,
    state::{board::BoardState, session::SessionState},
};

/// Search, the cards of the mentee's sector and those that hold everywhere, the other sectors.
#[component]
pub fn CodeHub() -> impl IntoView {
    let board = use_context::<BoardState>();
    let sectors = Sectors::read();
    let aim = Memo::new(move |_| {
        board?.view().with(|world| {
            let (_, item) = project::current(world)?;
            item.as_project()?.sector.clone()
        })
    });
    let wanted = Memo::new(move |_| aim.get().unwrap_or_else(any_sector));
    let list = CodeList::read(wanted);
    let of = move |every: bool| {
        Signal::derive(move || {
            let fits = |card: &&CodeCard| (card.sector.as_str() == ANY_SECTOR) == every;
            list.cards
                .value
                .with(|cards| cards.iter().flatten().filter(fits).cloned().collect::<Vec<_>>())
        })
    };
    let searching = RwSignal::new(false);
    let content = move || {
        view! {
            {board.map(|board| view! { <MySector board aim sectors cards=of(false)/> <MarkedCodes/> })}
            <FetchNotice ready=list.cards.is_ready() failure=list.cards.failure on_retry=list.retry()/>
            <Show when=move || list.cards.is_ready().get()>
                <section class="stack stack--tight">
                    <h2>{move || t(Key::CodesAnySector)}</h2>
                    <CodeRows cards=of(true)/>
                    <KeptNote list/>
                </section>
            </Show>
            <AllSectors sectors/>
            <Writing/>
        }
    };
    view! {
        <CodeSearch searching/>
        <Show when=move || !searching.get()>{content()}</Show>
    }
}

/// The cards of the sector the mentee aims at, or the way to say which one that is.
#[component]
fn MySector(
    board: BoardState,
    aim: Memo<Option<Slug>>,
    sectors: Sectors,
    cards: Signal<Vec<CodeCard>>,
) -> impl IntoView {
    let title = move |sector: &Slug| {
        let known = sectors.known(sector);
        let name = board.other_name();
        match (board.is_mentee(), known) {
            (true, Some(sector)) => tf(Key::CodesMySector, &[("sector", &sector)]),
            (true, None) => t(Key::CodesMySectorOnly),
            (false, Some(sector)) => {
                tf(Key::CodesSectorOfMentee, &[("name", &name), ("sector", &sector)])
            }
            (false, None) => tf(Key::CodesSectorOfMenteeOnly, &[("name", &name)]),
        }
    };
    move || match aim.get() {
        Some(sector) if sector.as_str() != ANY_SECTOR => {
            let href = Path::codes_in(&sector);
            view! {
                <section class="stack stack--tight">
                    <h2><a class="link" href=href>{move || title(&sector)}</a></h2>
                    <CodeRows cards/>
                </section>
            }
            .into_any()
        }
        _ if board.is_mentee() => view! {
            <div>
                <LinkButton
                    label=text(Key::CodesAimChoose)
                    href=Path::CareerAim.href()
                    kind=ButtonKind::Quiet
                    icon=IconName::Briefcase
                />
            </div>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

/// Every sector with the number of its cards.
#[component]
fn AllSectors(sectors: Sectors) -> impl IntoView {
    let row = |info: SectorInfo| {
        let href = Path::codes_in(&info.id);
        let count = usize::try_from(info.cards).unwrap_or(usize::MAX);
        view! {
            <li>
                <Card link=true>
                    <div class="row row--between">
                        <a class="card__link" href=href>{info.name}</a>
                        <span class="muted">{move || tn(Key::CodesCards, count)}</span>
                    </div>
                </Card>
            </li>
        }
    };
    let list = move || sectors.list.value.get().unwrap_or_default();
    view! {
        <section class="stack stack--tight">
            <h2>{move || t(Key::CodesOtherSectors)}</h2>
            <ul class="codelist">
                <Each each=list key=|info| (info.id.clone(), info.name.clone(), info.cards) children=row/>
            </ul>
        </section>
    }
}

/// For those who know a trade: mentors and coordinators.
#[component]
fn Writing() -> impl IntoView {
    knows_a_trade().then(|| {
        view! {
            <div class="row">
                <LinkButton
                    label=text(Key::CodesWrite)
                    href=Path::WriteCode.href()
                    icon=IconName::Pencil
                />
                <LinkButton
                    label=text(Key::CodesOwnLink)
                    href=Path::OwnCodes.href()
                    kind=ButtonKind::Quiet
                    icon=IconName::Book
                />
            </div>
        }
    })
}

/// Whether the person may write and judge cards.
#[must_use]
pub fn knows_a_trade() -> bool {
    let session = untrack(|| SessionState::expect().session());
    session.is_some_and(|session| {
        session.role == board::actor::Role::Mentor || session.role.is_staff()
    })
}
