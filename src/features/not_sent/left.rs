//! What a person wrote on this device and cannot send: the plan is closed to them, or nobody is
//! signed in. It stays readable and can be copied.

use board::{id::PersonId, op::Op};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        card::{Card, CardKind},
        icon::IconName,
    },
    features::{not_sent::what::written, typed_words::TypedWords},
    i18n::{t, text, tf, tn},
    platform::{announce::announce, upload},
    state::{
        board::BoardState,
        keep,
        session::{SIGN_IN, SessionState},
        waiting_files::{self, WaitingFile},
    },
};

/// The texts, under a heading; nothing when nothing is left.
#[component]
pub fn LeftBehind(
    /// Whose.
    person: PersonId,
    /// Written for other plans than those that are open to them.
    #[prop(optional)]
    elsewhere: bool,
) -> impl IntoView {
    let ops = left_behind(person, elsewhere);
    move || {
        ops.with(|ops| !ops.is_empty()).then(|| {
            view! {
                <section class="stack" aria-labelledby="left-title">
                    <h2 id="left-title">{move || t(Key::LeftTitle)}</h2>
                    <p>{move || t(Key::LeftClosed)}</p>
                    <Texts ops/>
                </section>
            }
        })
    }
}

/// "This device is no longer connected", with what waits on it and the way back in.
#[component]
pub fn Outside(
    /// Whose changes wait.
    person: PersonId,
) -> impl IntoView {
    let ops = left_behind(person, false);
    let files = RwSignal::new(Vec::<WaitingFile>::new());
    spawn_local(async move {
        let kept = upload::all(&waiting_files::database(person)).await;
        let known = kept.iter().filter_map(|about| wire::from_json(about).ok());
        files.try_set(known.collect());
    });
    let waiting = move || ops.with(Vec::len) + files.with(Vec::len);
    view! {
        <h1>{move || t(Key::EndedTitle)}</h1>
        <p>{move || tn(Key::LeftWaiting, waiting())}</p>
        <p>{move || t(Key::LeftSoon)}</p>
        <p><a class="button" href=SIGN_IN rel="external">{move || t(Key::EndedEnter)}</a></p>
        <p>{move || t(Key::LeftOver)}</p>
        <Texts ops/>
        <Files person files/>
    }
}

/// A card for each file, which can be saved elsewhere.
#[component]
fn Files(person: PersonId, files: RwSignal<Vec<WaitingFile>>) -> impl IntoView {
    let card = move |file: WaitingFile| {
        let title = file.version.title.text.clone();
        let name = tf(Key::WaitingFileNotSent, &[("name", &title)]);
        let save = move |()| {
            let file = file.clone();
            spawn_local(async move {
                let Some(about) = file.version.file else { return };
                let (base, id) = (waiting_files::database(person), file.id.to_string());
                let bytes = f64::from(about.bytes);
                let found = upload::held(&base, &id, &about.name, &about.sha256, bytes).await;
                if let Ok(Some(content)) = found {
                    content.give();
                    announce(&t(Key::WaitingFileGiven));
                }
            });
        };
        view! {
            <li>
                <Card kind=CardKind::Attend>
                    <p dir="auto">{name}</p>
                    <div>
                        <Button
                            label=text(Key::WaitingFileSave)
                            about=Signal::stored(title)
                            kind=ButtonKind::Quiet
                            icon=IconName::Down
                            on_press=save
                        />
                    </div>
                </Card>
            </li>
        }
    };
    let cards = move || files.get().into_iter().map(card).collect_view();
    view! { <ul class="stack">{cards}</ul> }
}

/// What waits of the person: on the open board, else on any board that this device keeps.
fn left_behind(person: PersonId, elsewhere: bool) -> RwSignal<Vec<Op>> {
    let ops = RwSignal::new(Vec::new());
    let board = use_context::<BoardState>().filter(|_| !elsewhere);
    let session = untrack(|| SessionState::expect().session());
    let open: Vec<_> = session.iter().flat_map(|it| &it.boards).map(|board| board.id).collect();
    spawn_local(async move {
        let found = match board {
            Some(board) => board.waiting_ops(),
            None => {
                let kept = keep::waiting_of(person, &open).await;
                kept.into_iter().map(|queued| queued.op).collect()
            }
        };
        // The page may be another one by now.
        ops.try_set(found);
    });
    ops
}

/// A card for each change that holds words.
#[component]
fn Texts(ops: RwSignal<Vec<Op>>) -> impl IntoView {
    let card = |op: &Op| {
        let words = written(op);
        (!words.is_empty()).then(|| {
            view! { <li><Card kind=CardKind::Attend><TypedWords words=words/></Card></li> }
        })
    };
    view! {
        <ul class="stack">{move || ops.with(|ops| ops.iter().filter_map(card).collect_view())}</ul>
    }
}
