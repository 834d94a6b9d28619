//! One card on its way into the library, or out of it.

use board::protocol::{
    library::{CODE_PART_MAX, CardState, CodeCard, CodeDecision},
    problem::ProblemCode,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        chip::Chip,
        confirm_dialog::ConfirmDialog,
        form::Form,
        icon::IconName,
        text_area::TextArea,
    },
    features::{
        codes::{
            draft::{CodeDraft, CodeField, Fault, Faults, parse_part},
            form::{CodeFields, CodePreview, Failure, error_of, note_faults},
            moderation::history::CodeHistory,
            wording::{state_key, state_look},
        },
        fetched::Fetched,
    },
    i18n::{t, text},
    paths::Path,
    platform::announce::announce,
    state::session::SessionState,
};

/// The card in its fields and as people will read it, a word for its author, three decisions, and
/// every earlier version.
#[component]
pub fn DecideForm(
    /// The card, read anew when it changed meanwhile.
    card: Fetched<CodeCard>,
    /// The card as it was when the page opened.
    first: CodeCard,
    /// Where the faults go; setting it moves the focus to the summary.
    faults: Faults,
    /// Reads the card anew.
    on_stale: Callback<()>,
) -> impl IntoView {
    let session = SessionState::expect();
    let navigate = StoredValue::new_local(use_navigate());
    let draft = CodeDraft::of(&first);
    let reply = RwSignal::new(first.reply.clone());
    let id = StoredValue::new(first.id.clone());
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None);
    let retiring = RwSignal::new(false);
    let version =
        Memo::new(move |_| card.value.with(|card| card.as_ref().map_or(0, |card| card.version)));
    let decide = Callback::new(move |state: CardState| {
        if busy.get_untracked() {
            return;
        }
        let decision = match read(draft, reply, state) {
            Ok(decision) => decision,
            Err(found) => return faults.set(found),
        };
        busy.set(true);
        faults.set(Vec::new());
        failure.set(None);
        let (id, version) = (id.get_value(), version.get_untracked());
        spawn_local(async move {
            let answer = api::codes::decide(&id, version, &decision).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    draft.forget();
                    announce(&t(done_key(&decision.state)));
                    navigate.try_with_value(|navigate| {
                        navigate(&Path::ModerateCodes.href(), Default::default());
                    });
                }
                Err(error) => {
                    if error.code() == Some(&ProblemCode::Stale) {
                        on_stale.try_run(());
                    }
                    note_faults(session, faults, failure, error);
                }
            }
        });
    });
    let state = Memo::new(move |_| {
        let state = card.value.with(|card| card.as_ref().map(|card| card.state.clone()));
        state.unwrap_or(CardState::Waiting)
    });
    let chip = move || {
        let state = state.get();
        let (icon, kind) = state_look(&state);
        let label = Signal::derive(move || t(state_key(&state)));
        view! { <div><Chip label=label kind=kind icon=icon/></div> }
    };
    let publish = move |()| decide.run(CardState::Published);
    let send_back = move |()| decide.run(CardState::Returned);
    view! {
        {chip}
        <Form on_submit=publish>
            <CodeFields draft faults is_author=false/>
            <CodePreview draft/>
            <TextArea
                id=CodeField::Reply.name()
                label=text(Key::ModerationReply)
                hint=text(Key::ModerationReplyHint)
                value=reply
                error=error_of(faults, CodeField::Reply)
                optional=true
            />
            <Failure failure/>
            <div class="form__actions">
                <Button label=text(Key::ModerationPublish) icon=IconName::Check submit=true/>
                <Button
                    label=text(Key::ModerationReturn)
                    kind=ButtonKind::Quiet
                    icon=IconName::Undo
                    on_press=send_back
                />
                <Button
                    label=text(Key::ModerationRetire)
                    kind=ButtonKind::Stop
                    on_press=move |()| retiring.set(true)
                />
            </div>
        </Form>
        <ConfirmDialog
            open=retiring
            title=text(Key::ModerationRetireAsk)
            text=text(Key::ModerationRetireText)
            confirm_label=text(Key::ModerationRetire)
            on_confirm=move |()| decide.run(CardState::Retired)
        />
        <CodeHistory id version/>
    }
}

/// The decision, or everything that has to change. A card goes back with a word only: its author
/// would not know what to change.
fn read(
    draft: CodeDraft,
    reply: RwSignal<String>,
    state: CardState,
) -> Result<CodeDecision, Vec<(CodeField, Fault)>> {
    let needed = state == CardState::Returned;
    let typed = reply.get_untracked();
    let word = if typed.trim().is_empty() && !needed {
        Ok(String::new())
    } else {
        parse_part(&typed, CODE_PART_MAX)
    };
    match (draft.read(), word) {
        (Ok(card), Ok(reply)) => Ok(CodeDecision { card, state, reply }),
        (card, word) => {
            let mut faults = card.err().unwrap_or_default();
            faults.extend(word.err().map(|fault| (CodeField::Reply, fault)));
            Err(faults)
        }
    }
}

fn done_key(state: &CardState) -> Key {
    match state {
        CardState::Returned => Key::ModerationReturned,
        CardState::Retired => Key::ModerationRetired,
        _ => Key::ModerationPublished,
    }
}
