//! The end of an account: what it does is said first, and one's own name is typed.

use board::protocol::problem::ProblemCode;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        confirm_dialog::ConfirmDialog,
        field::Field,
        form::Form,
        icon::IconName,
        unfold::Unfold,
    },
    features::{api_error::api_error_text, leave::Departure},
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::{board::BoardState, session::SessionState},
};

const NAME: &str = "end-name";

/// Folded away: nobody comes here by mistake.
#[component]
pub fn EndAccount() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <section class="card">
            <h2>{move || t(Key::MyDataEnd)}</h2>
            <Effects/>
            <div>
                <Unfold
                    label=text(Key::MyDataEndOpen)
                    open=open
                    icon=IconName::Cross
                    id="end-account"
                >
                    <EndForm/>
                </Unfold>
            </div>
        </section>
    }
}

/// What is erased, and what stays.
#[component]
fn Effects() -> impl IntoView {
    let keys = if BoardState::expect().is_mentee() {
        [Key::MyDataEndAll, Key::MyDataEndOther, Key::MyDataEndCounts]
    } else {
        [Key::MyDataEndNotes, Key::MyDataEndShared, Key::MyDataEndCounts]
    };
    view! {
        <ul class="stack stack--tight">
            {keys.map(|key| view! { <li>{move || t(key)}</li> }).into_iter().collect_view()}
            <li><strong>{move || t(Key::MyDataEndFinal)}</strong></li>
        </ul>
    }
}

/// What was wrong with the last try.
#[derive(Clone, PartialEq)]
enum Trouble {
    /// Not the person's own name.
    Name,
    Answer(ApiError),
}

#[component]
fn EndForm() -> impl IntoView {
    let (session, departure) = (SessionState::expect(), Departure::expect());
    let own = untrack(|| session.session()).map(|session| session.name).unwrap_or_default();
    let own = StoredValue::new(own);
    let name = RwSignal::new(String::new());
    let asking = RwSignal::new(false);
    let trouble = RwSignal::new(None::<Trouble>);
    let working = StoredValue::new(false);
    let error = Signal::derive(move || {
        Some(match trouble.get()? {
            Trouble::Name => own.with_value(|own| tf(Key::MyDataEndWrong, &[("name", own)])),
            Trouble::Answer(error) => api_error_text(&error),
        })
    });
    let refuse = move |found: Trouble| {
        trouble.try_set(Some(found));
        focus::focus_soon(NAME);
    };
    let check = move |()| {
        let same = name.with_untracked(|typed| {
            own.with_value(|own| typed.trim().to_lowercase() == own.to_lowercase())
        });
        if same {
            trouble.set(None);
            asking.set(true);
        } else {
            refuse(Trouble::Name);
        }
    };
    let end = move |()| {
        if working.get_value() {
            return;
        }
        working.set_value(true);
        announce(&t(Key::MyDataEnding));
        let typed = name.get_untracked();
        spawn_local(async move {
            let answer = api::account::end(typed.trim()).await;
            working.try_set_value(false);
            match answer {
                // The session is over with the account; the device is wiped as on any leaving.
                Ok(()) => departure.follow_end(session).await,
                Err(error) if error.code() == Some(&ProblemCode::Unusable) => refuse(Trouble::Name),
                Err(error) => refuse(Trouble::Answer(error)),
            }
        });
    };
    let label =
        Signal::derive(move || own.with_value(|own| tf(Key::MyDataEndName, &[("name", own)])));
    view! {
        <Form on_submit=check>
            <Field label=label value=name error=error spellcheck=false id=NAME/>
            <div>
                <Button label=text(Key::MyDataEndGo) kind=ButtonKind::Stop submit=true/>
            </div>
        </Form>
        <ConfirmDialog
            open=asking
            title=text(Key::MyDataEndTitle)
            text=text(Key::MyDataEndFinal)
            confirm_label=text(Key::MyDataEndGo)
            on_confirm=end
        />
    }
}
