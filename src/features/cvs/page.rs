//! All about one version, and what is said when it is not there any more.

use board::{
    id::ItemId,
    item::Kind,
    op::{Op, TextField},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::{Icon, IconName},
        link_button::LinkButton,
        notice::Notice,
    },
    features::{
        cvs::{
            card::{CvChips, card_id},
            copy::copy,
            facts::CvFacts,
            file::FileCard,
            paper::{Paper, sheet},
            review::ReviewCard,
            sections::Editor,
            sectors::SectorSelect,
            tools::Tools,
            used::UsedIn,
            wording::numbered,
        },
        live_text::{LiveText, errors::reject_text},
        presence::{Gone, Presence, Removed, keep_focus, presence},
        privacy::PrivacySwitch,
        removed::undo,
        typed_words::KeptWords,
        waiting_files::{self, work::WaitingWork},
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};

/// The work on one version; the words about it stand in `Comments`.
#[component]
pub fn CvWork(
    /// The version.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<CvFacts>>,
) -> impl IntoView {
    let presence = presence(BoardState::expect(), id, Kind::CvVersion);
    let file = Memo::new(move |_| facts.with(|facts| facts.as_ref()?.file.clone()));
    let content = move || match file.get() {
        Some(file) => view! { <FileCard file/> }.into_any(),
        None => view! { <Written id facts/> }.into_any(),
    };
    let waits = waiting_files::card::one(id);
    let waits = Memo::new(move |_| waits.with(Option::is_some));
    Effect::new(move |before: Option<bool>| {
        let now = waits.get();
        if before == Some(true) && !now && presence.get_untracked() == Presence::Here {
            announce(&untrack(|| t(Key::WaitingFileArrived)));
            keep_focus();
        }
        now
    });
    move || match presence.get() {
        Presence::Gone if waits.get() => view! { <WaitingWork id/> }.into_any(),
        Presence::Here => view! {
            <div class="row">
                {move || facts.get().map(|facts| view! { <CvChips facts/> })}
                <PrivacySwitch item=id/>
            </div>
            <Sealed id facts/>
            <ReviewCard id facts/>
            {content}
            <Details id facts/>
            <UsedIn id/>
            <Removal id facts/>
        }
        .into_any(),
        Presence::Removed(by) => view! { <Removed id kind=Kind::CvVersion by/> }.into_any(),
        Presence::Gone => view! { <Gone id kind=Kind::CvVersion/> }.into_any(),
    }
}

/// A version made of texts: to write, to look at, to take along.
#[component]
fn Written(id: ItemId, facts: Memo<Option<CvFacts>>) -> impl IntoView {
    let sheet = sheet(BoardState::expect(), id);
    let sealed = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(CvFacts::is_sealed)));
    let looking = RwSignal::new(false);
    let shown = Signal::derive(move || sealed.get() || looking.get());
    let label = Signal::derive(move || t(if looking.get() { Key::CvWrite } else { Key::CvLook }));
    let switch = move || {
        let press = move |_| looking.update(|looking| *looking = !*looking);
        let picture = move || {
            let name = if looking.get() { IconName::Pencil } else { IconName::Eye };
            view! { <Icon name=name/> }
        };
        (!sealed.get()).then(|| {
            view! {
                <div>
                    // One button for both ways, so that the focus stays; its picture goes along.
                    <button type="button" class=ButtonKind::Quiet.class() on:click=press>
                        {picture}
                        <span>{label}</span>
                    </button>
                </div>
            }
        })
    };
    view! {
        {switch}
        <Paper sheet shown/>
        {move || (!shown.get()).then(|| view! { <Editor id facts/> })}
        <Tools id sheet/>
    }
}

/// Why nothing can be changed here, and what to do instead.
#[component]
fn Sealed(id: ItemId, facts: Memo<Option<CvFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let sealed = Memo::new(move |_| {
        facts.with(|facts| {
            let facts = facts.as_ref().filter(|facts| facts.is_sealed())?;
            Some((facts.may_plan, facts.file.is_some()))
        })
    });
    let navigate = StoredValue::new(use_navigate());
    let make = move |()| match copy(board, id) {
        Ok((new, said)) => {
            navigate.with_value(|go| go(&Path::Cv(new.0).href(), NavigateOptions::default()));
            announce(&said);
        }
        Err(reject) => announce(&reject_text(&reject)),
    };
    let way_on = move |may_plan: bool, is_file: bool| {
        if !may_plan {
            return ().into_any();
        }
        if is_file {
            return view! {
                <div><LinkButton label=text(Key::CvNew) href=Path::NewCv.href() icon=IconName::Plus/></div>
            }
            .into_any();
        }
        view! {
            <div><Button label=text(Key::CvCopyToChange) icon=IconName::Plus on_press=make/></div>
        }
        .into_any()
    };
    // Somebody may be typing while it is sent: they are told, and their words stay in sight.
    Effect::new(move |before: Option<bool>| {
        let now = sealed.with(Option::is_some);
        if now && before == Some(false) {
            announce(&untrack(|| t(Key::CvSealed)));
            keep_focus();
        }
        now
    });
    let parts = move || {
        board.view().with_untracked(|world| {
            world.cv_entries(id).into_iter().map(|(_, entry)| entry.id).collect::<Vec<_>>()
        })
    };
    move || {
        sealed.get().map(|(may_plan, is_file)| {
            view! {
                <Notice>
                    <p>{move || t(Key::CvSealed)}</p>
                    {way_on(may_plan, is_file)}
                </Notice>
                // The name has its place below.
                <KeptWords item=id parts=parts() except=TextField::Title/>
            }
        })
    }
}

/// Name, sector, and where it comes from.
#[component]
fn Details(id: ItemId, facts: Memo<Option<CvFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let may_plan =
        Memo::new(move |_| facts.with(|facts| facts.as_ref().is_some_and(|facts| facts.may_plan)));
    let sector = facts.with_untracked(|facts| {
        facts.as_ref().and_then(|facts| facts.sector.as_ref()).map(ToString::to_string)
    });
    let sector = RwSignal::new(sector.unwrap_or_default());
    let choose = move |chosen: String| {
        let op = Op::SetAim { item: id, sector: chosen.parse().ok(), occupation: None };
        match board.act(op) {
            Ok(()) => announce(&t(Key::CvSaved)),
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    let from = Memo::new(move |_| {
        let from = facts.with(|facts| facts.as_ref()?.from)?;
        board.view().with(|world| {
            let cv = world.find(from)?.1.as_cv_version()?;
            Some((from, cv.kind.clone(), cv.number))
        })
    });
    let origin = move || {
        let (from, kind, number) = from.get()?;
        let words = move || tf(Key::CvFrom, &[("version", &numbered(&kind, number))]);
        Some(view! { <p><a class="link" href=Path::Cv(from.0).href()>{words}</a></p> })
    };
    view! {
        <section class="card">
            <h2>{move || t(Key::CvDetails)}</h2>
            <LiveText
                item=id
                field=TextField::Title
                label=text(Key::CvTitleLabel)
                hint=text(Key::CvTitleHint)
            />
            {move || may_plan.get().then(|| view! { <SectorSelect value=sector on_choose=choose/> })}
            {origin}
        </section>
    }
}

/// The way to put it away.
#[component]
fn Removal(id: ItemId, facts: Memo<Option<CvFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let may_remove = Memo::new(move |_| facts.with(|f| f.as_ref().is_some_and(|f| f.may_remove)));
    let navigate = use_navigate();
    let remove = Callback::new(move |()| {
        let title = facts.with_untracked(|f| f.as_ref().map(|f| f.title.clone()));
        let title = title.unwrap_or_default();
        match undo::remove(board, id, Key::CvRemoved, title, card_id(id)) {
            Ok(()) => navigate(&Path::Cvs.href(), NavigateOptions::default()),
            Err(reject) => announce(&reject_text(&reject)),
        }
    });
    move || {
        may_remove.get().then(|| {
            view! {
                <div>
                    <Button
                        label=text(Key::CvRemove)
                        kind=ButtonKind::Stop
                        on_press=move |()| remove.run(())
                    />
                </div>
            }
        })
    }
}
