//! Questions that mentees gave to the library without a name: each waits for a card.

use board::{protocol::library::CodeQuestion, slug::Slug};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        card::Card,
        confirm_dialog::ConfirmDialog,
        each::Each,
        icon::IconName,
        link_button::LinkButton,
    },
    features::{
        codes::sectors::Sectors,
        fetched::{CopyNote, FetchNotice, Fetched},
    },
    i18n::{t, text},
    paths::Path,
    platform::{announce::announce, focus},
};

const HEADING: &str = "code-questions";

/// The questions, newest first, each with the way to write a card. Coordinators can take one out.
#[component]
pub fn LibraryQuestions(
    /// Whether questions can be taken out.
    #[prop(optional)]
    is_staff: bool,
) -> impl IntoView {
    let sectors = Sectors::read();
    let questions = Fetched::<Vec<CodeQuestion>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            questions.take_or_copy("code-questions", api::codes::questions().await).await;
        });
    });
    load.run(());
    let empty = Memo::new(move |_| {
        questions.value.with(|questions| questions.as_ref().is_some_and(Vec::is_empty))
    });
    let leaving = RwSignal::new(None::<Slug>);
    let asked = RwSignal::new(false);
    let remove = move |()| {
        let Some(id) = leaving.get_untracked() else { return };
        spawn_local(async move {
            match api::codes::remove_question(&id).await {
                Ok(()) => {
                    announce(&t(Key::ModerationQuestionGone));
                    focus::focus_soon(HEADING);
                    load.try_run(());
                }
                Err(error) => questions.take(Err(error)),
            }
        });
    };
    let row = move |question: CodeQuestion| {
        let sector = question.sector.clone();
        let name = move || sectors.name(&sector);
        let href = Path::write_code_in(&question.sector);
        let id = question.id.clone();
        let about: String = question.text.chars().take(40).collect();
        let take_out = move |()| {
            leaving.set(Some(id.clone()));
            asked.set(true);
        };
        view! {
            <li>
                <Card>
                    <p class="muted">{name}</p>
                    <p class="keep-lines" dir="auto" lang=question.lang>{question.text}</p>
                    <div class="row">
                        <LinkButton
                            label=text(Key::CodesWrite)
                            href=href
                            kind=ButtonKind::Quiet
                            icon=IconName::Pencil
                        />
                        {is_staff.then(|| view! {
                            <Button
                                label=text(Key::ModerationQuestionRemove)
                                about=Signal::stored(about)
                                kind=ButtonKind::Plain
                                on_press=take_out
                            />
                        })}
                    </div>
                </Card>
            </li>
        }
    };
    let dialog = is_staff.then(|| {
        view! {
            <ConfirmDialog
                open=asked
                title=text(Key::ModerationQuestionAsk)
                confirm_label=text(Key::ModerationQuestionRemove)
                on_confirm=remove
            />
        }
    });
    view! {
        <section class="stack">
            <h2 id=HEADING tabindex="-1">{move || t(Key::CodesQuestionsTitle)}</h2>
            <p class="muted">{move || t(Key::CodesQuestionsLead)}</p>
            <FetchNotice ready=questions.is_ready() failure=questions.failure on_retry=load/>
            <CopyNote kept=questions.kept/>
            <Show when=move || empty.get()>
                <p>{move || t(Key::CodesQuestionsEmpty)}</p>
            </Show>
            <ul class="stack">
                <Each
                    each=move || questions.value.get().unwrap_or_default()
                    key=|question| question.id.clone()
                    children=row
                />
            </ul>
            {dialog}
        </section>
    }
}
