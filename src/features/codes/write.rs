//! Writing a card (features.md T07): four short answers, sent to the coordinators.

use board::protocol::library::{CardState, CodeCard, NewCode};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use words::Key;

use crate::{
    api,
    components::{
        button::Button,
        card::{Card, CardKind},
        form::Form,
    },
    features::codes::{
        draft::{CodeDraft, Faults},
        form::{CodeFields, CodePreview, Failure, note_faults},
    },
    i18n::{t, text},
    paths::Path,
    platform::{announce::announce, ids},
    state::session::SessionState,
};

/// The form and under it the card as it will be. A second press, or the same form sent again
/// after a lost answer, writes nothing twice: the key stays while the answers stay.
#[component]
pub fn WriteForm(
    /// What is typed.
    draft: CodeDraft,
    /// Where the faults go; setting it moves the focus to the summary.
    faults: Faults,
    /// The card that is changed; none for a new one.
    #[prop(optional_no_strip)]
    card: Option<CodeCard>,
) -> impl IntoView {
    let session = SessionState::expect();
    let navigate = use_navigate();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None);
    let last = StoredValue::new(None::<(NewCode, String)>);
    let again = card.is_some();
    let returned = card.as_ref().filter(|card| card.state == CardState::Returned);
    let reply = returned.map(|card| card.reply.clone()).filter(|reply| !reply.is_empty());
    let existing = StoredValue::new(card.map(|card| (card.id, card.version)));
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        let new = match draft.read() {
            Ok(new) => new,
            Err(found) => return faults.set(found),
        };
        let key = key_for(last, &new);
        busy.set(true);
        faults.set(Vec::new());
        failure.set(None);
        let (navigate, known) = (navigate.clone(), existing.get_value());
        spawn_local(async move {
            let answer = match known {
                Some((id, version)) => api::codes::change(&id, version, &new).await,
                None => api::codes::create(&key, &new).await,
            };
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    draft.forget();
                    announce(&t(Key::CodesOwnSent));
                    navigate(&Path::OwnCodes.href(), Default::default());
                }
                Err(error) => note_faults(session, faults, failure, error),
            }
        });
    };
    let label = if again { Key::CodesOwnChange } else { Key::CodesSend };
    view! {
        {reply.map(|reply| view! {
            <Card kind=CardKind::Attend>
                <p class="muted">{move || t(Key::CodesOwnReply)}</p>
                <p class="keep-lines" dir="auto">{reply}</p>
            </Card>
        })}
        <Form on_submit=send>
            <CodeFields draft faults is_author=true/>
            <CodePreview draft/>
            <Failure failure/>
            <div class="form__actions">
                <Button label=text(label) submit=true/>
                <p class="muted">{move || busy.get().then(|| t(Key::CodesSending))}</p>
            </div>
        </Form>
    }
}

/// The key of the last try when the answers are the same, else a new one.
fn key_for(last: StoredValue<Option<(NewCode, String)>>, new: &NewCode) -> String {
    let known = last.with_value(|last| {
        last.as_ref().filter(|(sent, _)| sent == new).map(|(_, key)| key.clone())
    });
    known.unwrap_or_else(|| {
        let key = ids::new_uuid().to_string();
        last.set_value(Some((new.clone(), key.clone())));
        key
    })
}
