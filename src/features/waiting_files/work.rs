//! The page of a version of which the file is still on this device.

use board::{id::ItemId, protocol::problem::ProblemCode};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        confirm_dialog::ConfirmDialog,
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::waiting_files::card::{kept_words, one},
    i18n::{format, t, text, tf},
    paths::Path,
    platform::announce::announce,
    state::{
        board::BoardState,
        waiting_files::{WaitingFile, WaitingFiles},
    },
};

/// Where the file is, who sees it, and what can be done meanwhile.
#[component]
pub fn WaitingWork(
    /// The version that will be.
    id: ItemId,
) -> impl IntoView {
    let files = WaitingFiles::expect();
    let file = one(id);
    let about = file.get_untracked();
    let name = about.as_ref().and_then(|file| file.version.file.as_ref());
    let name = name.map(|file| file.name.clone()).unwrap_or_default();
    let kept = move || file.with(|file| file.as_ref().map(kept_words));
    let refused = Memo::new(move |_| file.with(|file| file.as_ref()?.refused.clone()));
    // A few steps only: each is read aloud.
    let percent = Memo::new(move |_| files.percent(id).map(|percent| percent / 20 * 20));
    let leaving = move || {
        let percent = format::number(percent.get()?);
        Some(tf(Key::CvFileSending, &[("percent", &percent)]))
    };
    let state = move || match refused.get() {
        Some(code) => view! { <Refused code/> }.into_any(),
        None => {
            view! { <Waits only_me=about.as_ref().is_some_and(|file| file.only_me)/> }.into_any()
        }
    };
    view! {
        <section class="card">
            {state}
            <p><strong dir="auto">{name}</strong></p>
            <p class="muted">{kept}</p>
            <p class="muted" role="status">{leaving}</p>
            <Ways id to_list=true/>
        </section>
    }
}

#[component]
fn Waits(only_me: bool) -> impl IntoView {
    let board = BoardState::expect();
    let unseen = move || match board.other_name() {
        name if only_me || name.is_empty() => t(Key::WaitingFileUnseenAlone),
        name => tf(Key::WaitingFileUnseen, &[("name", &name)]),
    };
    view! {
        <Notice kind=NoticeKind::Attend>
            <p>{move || t(Key::WaitingFileChip)} "."</p>
            <p>{move || t(Key::WaitingFileLead)}</p>
            <p>{unseen}</p>
        </Notice>
    }
}

/// Why the server did not take it.
#[component]
pub(super) fn Refused(
    /// Why.
    code: ProblemCode,
) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Error>
            <p>{move || t(Key::WaitingFileRefusedLead)}</p>
            <p>{move || t(why(&code))}</p>
        </Notice>
    }
}

fn why(code: &ProblemCode) -> Key {
    match code {
        ProblemCode::TooLarge => Key::FileErrorTooLarge,
        ProblemCode::FileNotAccepted => Key::FileErrorNotAccepted,
        ProblemCode::FileEmpty => Key::FileErrorEmpty,
        ProblemCode::FileDiffers => Key::FileErrorDiffers,
        ProblemCode::FileQuota => Key::FileErrorQuota,
        ProblemCode::NotAllowed => Key::ApiNotAllowed,
        ProblemCode::NotFound => Key::ApiNotFound,
        _ => Key::ApiUnknown,
    }
}

/// Send it now, save it elsewhere, or remove it.
#[component]
pub(super) fn Ways(
    /// The version that will be.
    id: ItemId,
    /// Whether the page goes away with the file.
    to_list: bool,
) -> impl IntoView {
    let (board, files) = (BoardState::expect(), WaitingFiles::expect());
    let file = one(id);
    let navigate = StoredValue::new(use_navigate());
    let asking = RwSignal::new(false);
    let about = Signal::derive(move || {
        file.with(|file| file.as_ref().map(|file| file.version.title.text.clone()))
            .unwrap_or_default()
    });
    let with_file = move |next: fn(BoardState, WaitingFiles, WaitingFile)| {
        if let Some(file) = file.get_untracked() {
            next(board, files, file);
        }
    };
    let remove = move |()| {
        spawn_local(async move {
            files.forget(id).await;
            announce(&t(Key::WaitingFileRemoved));
        });
        if to_list {
            navigate.with_value(|go| go(&Path::Cvs.href(), NavigateOptions::default()));
        }
    };
    view! {
        <div class="row">
            <Button
                label=text(Key::WaitingFileRetry)
                about=about
                on_press=move |()| with_file(send)
            />
            <Button
                label=text(Key::WaitingFileSave)
                about=about
                kind=ButtonKind::Quiet
                icon=IconName::Down
                on_press=move |()| with_file(save)
            />
            <Button
                label=text(Key::WaitingFileRemove)
                about=about
                kind=ButtonKind::Stop
                on_press=move |()| asking.set(true)
            />
        </div>
        <ConfirmDialog
            open=asking
            title=text(Key::WaitingFileRemoveConfirm)
            confirm_label=text(Key::WaitingFileRemove)
            on_confirm=remove
        />
    }
}

fn send(board: BoardState, files: WaitingFiles, file: WaitingFile) {
    spawn_local(async move {
        let id = file.id;
        files.retry(board, file).await;
        if files.is_waiting(id) {
            announce(&t(Key::WaitingFileStill));
        }
    });
}

fn save(_: BoardState, files: WaitingFiles, file: WaitingFile) {
    spawn_local(async move {
        if let Ok(Some(content)) = files.content(&file).await {
            content.give();
            announce(&t(Key::WaitingFileGiven));
        }
    });
}
