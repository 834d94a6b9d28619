//! The CV and the letter that go with an application (features.md M17).

use crate::{
    components::{
        button::Button,
        choice::ChoiceOption,
        form::Form,
        icon::{Icon, IconName},
        select::Select,
        unfold::Unfold,
    },
    features::{
        applications::facts::ApplicationFacts,
        cvs::{facts::versions, wording::version_name},
        live_text::errors::reject_text,
        privacy::other_person,
        waiting_files::card::WaitingChip,
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::{announce, focus},
    state::{
        board::BoardState,
        waiting_files::{WaitingFile, WaitingFiles},
    },
};
use board::{cv::CvKind, id::ItemId, op::Op};
use leptos::prelude::*;
use words::Key;

/// What goes with the application, as far as this person may know.
#[derive(Clone, Debug, PartialEq)]
enum Companion {
    Nothing,
    /// A version and its name.
    Version(ItemId, String),
    /// The mentee keeps it to themselves, or it is gone for good.
    Hidden,
}

/// Both, each with its link and, for whoever may, the choice of another one.
#[component]
pub(super) fn Attached(
    /// The application.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ApplicationFacts>>,
) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{move || t(Key::CvWithTitle)}</h2>
            <One id facts kind=CvKind::Cv/>
            <One id facts kind=CvKind::Letter/>
            <p><a class="link" href=Path::Cvs.href()>{move || t(Key::CvSeeAll)}</a></p>
        </section>
    }
}

#[component]
fn One(id: ItemId, facts: Memo<Option<ApplicationFacts>>, kind: CvKind) -> impl IntoView {
    let board = BoardState::expect();
    let letter = kind == CvKind::Letter;
    let with = Memo::new(move |_| {
        board.view().with(|world| {
            let application = world.find(id).and_then(|(_, item)| item.as_application());
            let attached = application.and_then(|it| if letter { it.letter } else { it.cv });
            let Some(version) = attached else { return Companion::Nothing };
            match world.find(version) {
                Some((_, item)) => Companion::Version(version, version_name(item)),
                None => Companion::Hidden,
            }
        })
    });
    let sent = Memo::new(move |_| {
        facts.with(|facts| facts.as_ref().is_some_and(|facts| facts.stage.is_sent()))
    });
    let may_plan =
        Memo::new(move |_| facts.with(|facts| facts.as_ref().is_some_and(|facts| facts.may_plan)));
    let (files, of) = (WaitingFiles::expect().list(), kind.clone());
    let later = Memo::new(move |_| {
        files.with(|files| files.iter().find(|file| file.goes(id, &of)).cloned())
    });
    let shown = move || match with.get() {
        Companion::Nothing if later.with(Option::is_some) => ().into_any(),
        Companion::Nothing => {
            let nothing = if letter { Key::CvWithNoLetter } else { Key::CvWithNoCv };
            view! { <p class="muted">{move || t(nothing)}</p> }.into_any()
        }
        Companion::Hidden => {
            let words = move || {
                if board.is_mentee() {
                    return t(Key::CvWithGone);
                }
                tf(Key::CvWithHidden, &[("name", &other_person(board))])
            };
            view! { <p class="row"><Icon name=IconName::Lock/> <span>{words}</span></p> }.into_any()
        }
        Companion::Version(version, name) => {
            let said = move || t(if sent.get() { Key::CvWithSent } else { Key::CvWithChosen });
            view! {
                <p>
                    {said} " "
                    <a class="link" href=Path::Cv(version.0).href()><bdi>{name}</bdi></a>
                </p>
            }
            .into_any()
        }
    };
    let open = RwSignal::new(false);
    let label = if letter { Key::CvWithPickLetter } else { Key::CvWithPickCv };
    let button = format!("attach-{}", kind.as_str());
    let kind = StoredValue::new(kind);
    let choice = move || {
        let button = button.clone();
        let name = button.clone();
        view! {
            <Unfold label=text(label) open id=name>
                <Pick id kind=kind.get_value() open button=button.clone() sent/>
            </Unfold>
        }
    };
    view! {
        {shown}
        <Later chosen=later/>
        {move || may_plan.get().then(&choice)}
    }
}

/// The version that is chosen already, and of which the file is still on this device.
#[component]
fn Later(chosen: Memo<Option<WaitingFile>>) -> impl IntoView {
    move || {
        chosen.get().map(|file| {
            let (href, name) = (Path::Cv(file.id.0).href(), file.version.title.text.clone());
            view! {
                <p>
                    {move || t(Key::WaitingFileGoesWith)} " "
                    <a class="link" href=href><bdi>{name}</bdi></a>
                </p>
                <div class="row"><WaitingChip file/></div>
            }
        })
    }
}

/// The versions to choose from; nothing changes until it is saved, since a version that was sent
/// never changes again.
#[component]
fn Pick(
    id: ItemId,
    kind: CvKind,
    open: RwSignal<bool>,
    button: String,
    sent: Memo<bool>,
) -> impl IntoView {
    let (board, files) = (BoardState::expect(), WaitingFiles::expect());
    let letter = kind == CvKind::Letter;
    let now = board.view().with_untracked(|world| {
        let application = world.find(id).and_then(|(_, item)| item.as_application());
        application.and_then(|it| if letter { it.letter } else { it.cv })
    });
    let later = files
        .list()
        .with_untracked(|files| files.iter().find(|file| file.goes(id, &kind)).map(|file| file.id));
    let value = RwSignal::new(later.or(now).map(|id| id.to_string()).unwrap_or_default());
    let of = kind.clone();
    let options = Signal::derive(move || {
        // What waits comes first: it is the newest.
        let waiting = files.list().with(|files| {
            let fits = files.iter().filter(|it| it.version.kind == of && it.refused.is_none());
            let option = |file: &WaitingFile| {
                let name = tf(Key::WaitingFileOption, &[("name", &file.version.title.text)]);
                ChoiceOption::new(file.id.to_string(), Signal::stored(name))
            };
            fits.map(option).collect::<Vec<_>>()
        });
        board.view().with(|world| {
            let option = |id: ItemId| {
                let name = world.find(id).map(|(_, item)| version_name(item)).unwrap_or_default();
                ChoiceOption::new(id.to_string(), Signal::stored(name))
            };
            waiting.into_iter().chain(versions(world, &of).into_iter().map(option)).collect()
        })
    });
    let save = move |()| {
        let version = value.with_untracked(|value| value.parse::<ItemId>().ok());
        open.set(false);
        focus::focus_soon(button.clone());
        let waits = version.filter(|version| files.is_waiting(*version));
        files.choose(board, id, &kind, waits);
        if waits.is_some() {
            return announce::announce(&t(Key::WaitingFileGoesSaved));
        }
        if version == now {
            return;
        }
        match board.act(Op::Attach { item: id, kind: kind.clone(), version }) {
            Ok(()) => announce::announce(&t(Key::CvWithSaved)),
            Err(reject) => announce::announce(&reject_text(&reject)),
        }
    };
    let question = if letter { Key::CvWithWhichLetter } else { Key::CvWithWhichCv };
    let hint = Signal::derive(move || {
        t(if sent.get() { Key::CvWithSealsNow } else { Key::CvWithSealsLater })
    });
    view! {
        <Form on_submit=save>
            <Select
                label=text(question)
                hint=hint
                options=options
                value=value
                empty_label=text(Key::CvWithNone)
            />
            <div><Button label=text(Key::ActionSave) submit=true/></div>
        </Form>
    }
}
