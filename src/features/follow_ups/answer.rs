//! What can be done about one question: note the answer, note that nobody answered, make a link.

use board::{
    id::DuoId,
    office::follow_up::FollowUpAnswer,
    protocol::{follow_ups::FollowUpInfo, problem::ProblemCode},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        form::Form,
        icon::IconName,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        follow_ups::{link::MakeLink, wording},
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus, ids},
};

/// Three ways on, for one question of one mentee.
#[component]
pub(super) fn Ask(
    /// Which duo.
    duo: DuoId,
    /// The mentee's name.
    name: String,
    /// The question.
    question: FollowUpInfo,
    /// Something changed: read anew. Holds the answer that was noted.
    on_done: Callback<Option<FollowUpAnswer>>,
) -> impl IntoView {
    let name = Signal::stored(name);
    let month = question.month;
    let opens = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let nobody = move |()| {
        spawn_local(async move {
            match api::follow_ups::nobody_answered(duo, month).await {
                Ok(_) => {
                    announce(&t(Key::FollowUpNobodySaved));
                    on_done.run(None);
                }
                Err(error) => {
                    announce(&trouble_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    };
    let trouble = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || trouble_text(&error)}</p></Notice>
            }
        })
    };
    // The form stands under all three buttons: a row of a list stays one line high.
    let form = move || {
        let question = question.clone();
        opens.get().then(|| {
            view! { <div class="unfold"><AnswerForm duo name question on_done/></div> }
        })
    };
    view! {
        <div class="stack stack--tight">
            <div class="row">
                <Button
                    label=text(Key::FollowUpNote)
                    about=name
                    expanded=opens
                    kind=ButtonKind::Quiet
                    icon=IconName::Phone
                    id=ids::element_id("follow-up")
                    on_press=move |()| opens.update(|open| *open = !*open)
                />
                <Button
                    label=text(Key::FollowUpNobody)
                    about=name
                    kind=ButtonKind::Plain
                    on_press=nobody
                />
                <MakeLink duo month name/>
            </div>
            {form}
            {trouble}
        </div>
    }
}

/// What the mentee said on the phone.
#[component]
fn AnswerForm(
    duo: DuoId,
    name: Signal<String>,
    question: FollowUpInfo,
    on_done: Callback<Option<FollowUpAnswer>>,
) -> impl IntoView {
    let FollowUpInfo { month, version, .. } = question;
    let group = ids::element_id("answer");
    let first = StoredValue::new(group.clone());
    let chosen = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let working = StoredValue::new(false);
    let save = move |()| {
        let Some(answer) = chosen.with_untracked(|word| FollowUpAnswer::from_word(word)) else {
            missing.set(true);
            return focus::focus_soon(first.get_value());
        };
        if working.get_value() {
            return;
        }
        working.set_value(true);
        missing.set(false);
        spawn_local(async move {
            let noted = api::follow_ups::answer(duo, month, version, Some(answer)).await;
            working.try_set_value(false);
            match noted {
                Ok(_) => {
                    announce(&t(Key::FollowUpSaved));
                    on_done.run(Some(answer));
                }
                Err(error) if error.code() == Some(&ProblemCode::Stale) => {
                    announce(&t(Key::FollowUpStale));
                    on_done.run(None);
                }
                Err(error) => {
                    announce(&trouble_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    };
    let option = |answer: &FollowUpAnswer| {
        ChoiceOption::new(answer.as_str(), text(wording::answer(*answer)))
    };
    let options: Vec<_> = FollowUpAnswer::ALL.iter().map(option).collect();
    let error = Signal::derive(move || missing.get().then(|| t(Key::FollowUpChoose)));
    let trouble = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || trouble_text(&error)}</p></Notice>
            }
        })
    };
    view! {
        <Form on_submit=save>
            <Choice
                id=group
                label=Signal::derive(move || tf(Key::FollowUpQuestion, &[("name", &name.get())]))
                options=Signal::stored(options)
                value=chosen
                error=error
                columns=true
            />
            {trouble}
            <div class="form__actions"><Button label=text(Key::FollowUpSave) submit=true/></div>
        </Form>
    }
}

/// Why nothing was noted; tracked.
fn trouble_text(error: &ApiError) -> String {
    if error.code() == Some(&ProblemCode::Refused) {
        t(Key::FollowUpLinkRefused)
    } else {
        api_error_text(error)
    }
}
