//! The same questions, asked aloud by a coordinator. Nothing is read before somebody opens them:
//! each look is noted and the mentee sees it.

use board::{
    id::PersonId,
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
        button::Button,
        checkbox::Checkbox,
        form::Form,
        notice::{Notice, NoticeKind},
        unfold::Unfold,
    },
    features::{
        api_error::api_error_text,
        demographics::{draft::Draft, form::Questions},
        fetched::{FetchNotice, Fetched},
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
};

const AGREED: &str = "answers-agreed";

/// Folded away until somebody needs it.
#[component]
pub fn StaffAnswers(
    /// The mentee.
    person: PersonId,
    /// The mentee's name.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <section class="card" aria-labelledby="report-answers-title">
            <h2 id="report-answers-title">{move || t(Key::DemographicsTitle)}</h2>
            <p>{move || t(Key::DemographicsStaffPurpose)}</p>
            <p>{move || t(Key::DemographicsStaffMentorNever)}</p>
            <div>
                <Unfold label=text(Key::DemographicsOpen) open=open id="report-answers">
                    <Read person name/>
                </Unfold>
            </div>
        </section>
    }
}

#[component]
fn Read(person: PersonId, name: Signal<String>) -> impl IntoView {
    let info = Fetched::<DemographicsInfo>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { info.take(api::consents::demographics(Some(person)).await) });
    });
    load.run(());
    let known = Memo::new(move |_| info.value.with(Option::is_some));
    view! {
        <FetchNotice ready=info.is_ready() failure=info.failure on_retry=load/>
        {move || known.get().then(|| view! { <Answers person name info/> })}
    }
}

/// Why it was not saved.
#[derive(Clone, PartialEq)]
enum Trouble {
    /// Nobody was asked.
    NotAgreed,
    Answer(ApiError),
}

#[component]
fn Answers(
    person: PersonId,
    name: Signal<String>,
    info: Fetched<DemographicsInfo>,
) -> impl IntoView {
    let known = move || info.value.get_untracked().unwrap_or_default();
    let draft = Draft::of(&known().answers);
    let said = Memo::new(move |_| info.value.with(|info| info.and_then(|info| info.agreed)));
    let stands = move || said.get() == Some(true);
    let agreed = RwSignal::new(false);
    let trouble = RwSignal::new(None::<Trouble>);
    let working = StoredValue::new(false);
    let save = move |()| {
        if !untrack(stands) && !agreed.get_untracked() {
            trouble.set(Some(Trouble::NotAgreed));
            focus::focus_soon(AGREED);
            return;
        }
        if working.get_value() {
            return;
        }
        working.set_value(true);
        let set = SetDemographics { answers: draft.read(), agreed: agreed.get_untracked() };
        let was = known();
        spawn_local(async move {
            let answer = api::consents::set_demographics(Some(person), was.version, &set).await;
            working.try_set_value(false);
            match answer {
                Ok(now) => {
                    trouble.try_set(None);
                    agreed.try_set(false);
                    announce(&t(Key::DemographicsSaved));
                    info.value.try_set(Some(now));
                }
                Err(error) if error.code() == Some(&ProblemCode::Refused) => {
                    // The mentee took it back in the meantime: the notice takes the form's place.
                    announce(&t(Key::DemographicsRefused));
                    info.take(api::consents::demographics(Some(person)).await);
                }
                Err(error) if error.code() == Some(&ProblemCode::Unusable) => {
                    trouble.try_set(Some(Trouble::NotAgreed));
                    info.take(api::consents::demographics(Some(person)).await);
                }
                Err(error) => {
                    announce(&api_error_text(&error));
                    let is_stale = error.code() == Some(&ProblemCode::Stale);
                    trouble.try_set(Some(Trouble::Answer(error)));
                    if is_stale && let Ok(now) = api::consents::demographics(Some(person)).await {
                        // Theirs are looked at before the next press; what was chosen here stays.
                        draft.follow(&was.answers, &now.answers);
                        info.value.try_set(Some(now));
                    }
                }
            }
        });
    };
    let wrong = move || {
        trouble.get().map(|trouble| {
            let words = move || match &trouble {
                Trouble::NotAgreed => t(Key::DemographicsAgreedNeeded),
                Trouble::Answer(error) => api_error_text(error),
            };
            view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> }
        })
    };
    let label = Signal::derive(move || tf(Key::DemographicsAgreed, &[("name", &name.get())]));
    move || {
        if said.get() == Some(false) {
            return view! {
                <Notice kind=NoticeKind::Attend><p>{move || t(Key::DemographicsRefused)}</p></Notice>
            }
            .into_any();
        }
        view! {
            <Form on_submit=save>
                <Questions draft/>
                {move || (!stands()).then(|| view! {
                    <div class="stack stack--tight">
                        <Checkbox label=label value=agreed id=AGREED/>
                        <p class="muted">{move || t(Key::DemographicsAgreedHint)}</p>
                    </div>
                })}
                {wrong}
                <div class="form__actions">
                    <Button label=text(Key::DemographicsSaveStaff) submit=true/>
                </div>
            </Form>
        }
        .into_any()
    }
}
