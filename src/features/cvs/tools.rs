//! What one does with a version that was written here: look at it, print it, take it along.

use board::id::ItemId;
use leptos::{ev::MouseEvent, prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::files,
    components::{
        button::{Button, ButtonKind},
        icon::{Icon, IconName},
        link_button::LinkButton,
    },
    features::{
        cvs::{
            facts::{is_written, versions},
            sheet::Sheet,
        },
        missing_letters::LettersNotice,
    },
    i18n::{t, text},
    paths::Path,
    platform::{announce::announce, clipboard, print},
    state::board::BoardState,
};

/// Id of the words about the PDF, or about why there is none.
const NOTE: &str = "cv-take-note";

/// Print, PDF, plain text for web forms, comparison.
#[component]
pub(super) fn Tools(
    /// The version.
    id: ItemId,
    /// The version as it stands on paper.
    sheet: Memo<Option<Sheet>>,
) -> impl IntoView {
    let board = BoardState::expect();
    // Nothing to take along: said beside the buttons, and again when one is pressed.
    let blank = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().is_none_or(Sheet::is_blank)));
    let say_blank = || announce(&t(Key::CvPaperEmpty));
    let copied = RwSignal::new(false);
    let copy = move |()| {
        if blank.get_untracked() {
            return say_blank();
        }
        let Some(words) = sheet.with_untracked(|sheet| sheet.as_ref().map(Sheet::text)) else {
            return;
        };
        spawn_local(async move {
            let done = clipboard::copy(&words).await;
            // The page may be another one by now.
            copied.try_set(done);
            announce(&t(if done { Key::ActionCopied } else { Key::CvCopyYourself }));
        });
    };
    let copy_label =
        Signal::derive(move || t(if copied.get() { Key::ActionCopied } else { Key::CvCopyText }));
    let others = Memo::new(move |_| {
        board.view().with(|world| {
            let kind = world.find(id)?.1.as_cv_version()?.kind.clone();
            let written = versions(world, &kind)
                .into_iter()
                .filter(|other| *other != id && is_written(world, *other));
            (written.count() > 0).then_some(())
        })
    });
    let compare = move || {
        others.get().map(|()| {
            view! {
                <LinkButton
                    label=text(Key::CvCompare)
                    href=Path::CompareCv(id.0).href()
                    kind=ButtonKind::Quiet
                    icon=IconName::Pair
                />
            }
        })
    };
    let pdf = files::cv_pdf(board.info().id, id);
    // The server makes the PDF from what it has.
    let waits = Memo::new(move |_| !board.delivery().is_settled());
    let note = move || match (blank.get(), waits.get()) {
        (true, _) => t(Key::CvPaperEmpty),
        (false, true) => t(Key::CvPdfWaits),
        (false, false) => t(Key::CvPdfNote),
    };
    let fetch = move |event: MouseEvent| {
        if blank.get_untracked() {
            event.prevent_default();
            say_blank();
        }
    };
    let letters =
        Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(Sheet::text).unwrap_or_default()));
    let on_print = move |()| if blank.get_untracked() { say_blank() } else { print::print() };
    view! {
        <section class="card no-print">
            <h2>{move || t(Key::CvTake)}</h2>
            <div class="row">
                <Button
                    label=text(Key::ActionPrint)
                    kind=ButtonKind::Quiet
                    icon=IconName::Printer
                    on_press=on_print
                />
                <a
                    class=ButtonKind::Quiet.class()
                    href=pdf
                    download=""
                    rel="external"
                    aria-describedby=NOTE
                    on:click=fetch
                >
                    <Icon name=IconName::Down/>
                    <span>{move || t(Key::CvPdf)}</span>
                </a>
                <Button label=copy_label kind=ButtonKind::Quiet on_press=copy/>
                {compare}
            </div>
            <p class="muted" id=NOTE>{note}</p>
            <LettersNotice text=letters/>
        </section>
    }
}
