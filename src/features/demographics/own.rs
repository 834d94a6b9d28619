//! The mentee's own answers: to give, to see, to delete.

use board::{
    office::consent::Purpose,
    protocol::{
        demographics::{DemographicsInfo, SetDemographics},
        problem::ProblemCode,
    },
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        confirm_dialog::ConfirmDialog,
        form::Form,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        demographics::{draft::Draft, form::Questions},
        fetched::{FetchNotice, Fetched},
    },
    i18n::{t, text},
    platform::{announce::announce, focus},
};

/// What they are for, then the questions.
#[component]
pub fn OwnAnswers() -> impl IntoView {
    let info = Fetched::<DemographicsInfo>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { info.take(api::consents::demographics(None).await) });
    });
    load.run(());
    let known = Memo::new(move |_| info.value.with(Option::is_some));
    view! {
        <Notice>
            <p>{move || t(Key::DemographicsPurpose)}</p>
            <p>{move || t(Key::DemographicsMentorNever)}</p>
            <p>{move || t(Key::DemographicsStaffSees)}</p>
        </Notice>
        <FetchNotice
            ready=info.is_ready()
            failure=info.failure
            on_retry=load
            without=Key::NeedsAnswers
        />
        {move || known.get().then(|| view! { <Answers info/> })}
    }
}

#[component]
fn Answers(info: Fetched<DemographicsInfo>) -> impl IntoView {
    let known = move || info.value.get_untracked().unwrap_or_default();
    let draft = Draft::of(&known().answers);
    let has_answers =
        Memo::new(move |_| info.value.with(|info| info.is_some_and(|info| info.version > 0)));
    let failure = RwSignal::new(None::<ApiError>);
    let asking = RwSignal::new(false);
    let working = StoredValue::new(false);
    let settle = move |answer: Result<DemographicsInfo, ApiError>, done: Key| {
        working.try_set_value(false);
        match answer {
            Ok(now) => {
                // What was deleted must not stand there any more.
                draft.show(&now.answers);
                announce(&t(done));
                failure.try_set(None);
                info.value.try_set(Some(now));
                focus::focus_soon("page-title");
            }
            Err(error) => {
                announce(&api_error_text(&error));
                failure.try_set(Some(error));
            }
        }
    };
    let save = move |()| {
        if working.get_value() {
            return;
        }
        working.set_value(true);
        let (was, set) = (known(), SetDemographics { answers: draft.read(), agreed: true });
        spawn_local(async move {
            let answer = api::consents::set_demographics(None, was.version, &set).await;
            if answer.as_ref().is_err_and(|error| error.code() == Some(&ProblemCode::Stale))
                && let Ok(now) = api::consents::demographics(None).await
            {
                // Said aloud to the coordinator meanwhile: to be looked at before the next press.
                draft.follow(&was.answers, &now.answers);
                info.value.try_set(Some(now));
            }
            settle(answer, Key::DemographicsSaved);
        });
    };
    let delete = move |()| {
        if working.get_value() {
            return;
        }
        working.set_value(true);
        spawn_local(async move {
            let answer = match api::consents::set(Purpose::Demographics, false).await {
                Ok(_) => api::consents::demographics(None).await,
                Err(error) => Err(error),
            };
            settle(answer, Key::DemographicsDeleted);
        });
    };
    let trouble = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    view! {
        <Form on_submit=save>
            <Questions draft/>
            {trouble}
            <div class="form__actions">
                <Button label=text(Key::DemographicsSave) submit=true/>
            </div>
        </Form>
        <Show when=move || has_answers.get()>
            <div>
                <Button
                    label=text(Key::DemographicsDelete)
                    kind=ButtonKind::Stop
                    on_press=move |()| asking.set(true)
                />
            </div>
        </Show>
        <ConfirmDialog
            open=asking
            title=text(Key::DemographicsDeleteAsk)
            text=text(Key::ConsentWithdrawDemographics)
            confirm_label=text(Key::DemographicsDelete)
            on_confirm=delete
        />
    }
}
