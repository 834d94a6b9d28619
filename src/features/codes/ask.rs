//! A question for the library, without a name (features.md M23): written, looked at, then sent.

use board::{
    protocol::library::{CODE_PART_MAX, CodeCard, NewCodeQuestion},
    slug::Slug,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        form::Form,
        icon::IconName,
        notice::{Notice, NoticeKind},
        text_area::TextArea,
        unfold::Unfold,
    },
    features::{
        codes::{
            draft::{Fault, fault_text, parse_part},
            form::{Failure, note_session},
        },
        drafts::Drafts,
    },
    i18n::{self, t, text},
    platform::{announce::announce, focus},
    state::session::SessionState,
};

const OFFER: &str = "code-ask";
const INPUT: &str = "code-ask-text";
const PREVIEW: &str = "code-ask-preview";
const DONE: &str = "code-ask-done";

/// A button that opens the form; after sending, only the thanks stay.
#[component]
pub fn AskLibrary(
    /// The card the question is about.
    #[prop(into)]
    card: Signal<CodeCard>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let done = RwSignal::new(false);
    let sent = Callback::new(move |()| {
        open.set(false);
        done.set(true);
        announce(&t(Key::CodesAskDone));
        focus::focus_soon(DONE);
    });
    view! {
        <div>
            <Unfold
                label=text(Key::CodesAskOffer)
                open=open
                kind=ButtonKind::Plain
                icon=IconName::Book
                id=OFFER
            >
                <AskForm card on_sent=sent/>
            </Unfold>
        </div>
        <Show when=move || done.get()>
            <div id=DONE tabindex="-1">
                <Notice kind=NoticeKind::Success><p>{move || t(Key::CodesAskDone)}</p></Notice>
            </div>
        </Show>
    }
}

/// First the words, then what exactly is sent.
#[component]
fn AskForm(card: Signal<CodeCard>, on_sent: Callback<()>) -> impl IntoView {
    let drafts = Drafts::expect();
    let session = SessionState::expect();
    let (code, sector) = card.with_untracked(|card| (card.id.clone(), card.sector.clone()));
    let name = StoredValue::new(format!("ask:{code}"));
    let value = RwSignal::new(drafts.get(&name.get_value()).unwrap_or_default());
    let fault = RwSignal::new(None::<Fault>);
    let error =
        Signal::derive(move || fault.get().map(|fault| fault_text(&fault, &t(Key::CodesAskLabel))));
    let ready = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None);
    let look = move |()| match parse_part(&value.get_untracked(), CODE_PART_MAX) {
        Ok(words) => {
            fault.set(None);
            ready.set(Some(words));
            focus::focus_soon(PREVIEW);
        }
        Err(found) => {
            fault.set(Some(found));
            focus::focus_soon(INPUT);
        }
    };
    let target: StoredValue<(Slug, Slug)> = StoredValue::new((code, sector));
    let send = Callback::new(move |()| {
        let Some(text) = ready.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        let ((code, sector), lang) = (target.get_value(), i18n::lang().tag().to_owned());
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let question = NewCodeQuestion { sector, code: Some(code), text, lang };
            let answer = api::codes::ask(&question).await;
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    if let Some(name) = name.try_get_value() {
                        drafts.forget(&name);
                    }
                    on_sent.try_run(());
                }
                Err(error) => note_session(session, failure, error),
            }
        });
    });
    let back = move |()| {
        ready.set(None);
        focus::focus_soon(INPUT);
    };
    let writing = move || {
        view! {
            <Form on_submit=look>
                <TextArea
                    id=INPUT
                    label=text(Key::CodesAskLabel)
                    hint=text(Key::CodesAskHint)
                    value=value
                    error=error
                    on_input=move |()| drafts.set(&name.get_value(), &value.get_untracked())
                />
                <div><Button label=text(Key::CodesAskSee) kind=ButtonKind::Quiet submit=true/></div>
            </Form>
        }
        .into_any()
    };
    let preview = move |words: String| {
        let situation = Memo::new(move |_| card.with(|card| card.situation.clone()));
        view! {
            <section class="stack stack--tight">
                <h3 id=PREVIEW tabindex="-1">{move || t(Key::CodesAskPreview)}</h3>
                <div class="version">
                    <p class="muted" dir="auto">{situation}</p>
                    <p class="keep-lines" dir="auto">{words}</p>
                </div>
                <p>{move || t(Key::CodesAskAnonymous)}</p>
                <Failure failure/>
                <div class="row">
                    <Button label=text(Key::CodesAskSend) on_press=send/>
                    <Button label=text(Key::CodesAskBack) kind=ButtonKind::Quiet on_press=back/>
                </div>
            </section>
        }
        .into_any()
    };
    move || match ready.get() {
        None => writing(),
        Some(words) => preview(words),
    }
}
