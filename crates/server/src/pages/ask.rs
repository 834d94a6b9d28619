//! One question for a mentee some months after the start (features.md K12): no app, no session, a
//! link that opens this and nothing else. Its secret is behind `#`, like that of a way in.
//!
//! No name stands on these pages: a link can land in other hands.

use super::{
    Pages, Texts, answer,
    left::Picked,
    parts::{Frame, Languages},
};
use crate::{
    app::App,
    clock,
    http::{
        extract::{AskedFor, FormBody},
        language,
        problem::ApiError,
    },
    secret,
    store::{StoreError, follow_ups::Asked, people::Hash},
};
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, IntoResponseParts, Redirect, Response},
    routing::{get, post},
};
use board::office::follow_up::FollowUpAnswer;
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;
use words::{Key, Lang};

/// What the forms of these pages carry.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Step {
    token: String,
    answer: String,
    lang: Option<String>,
}

pub(super) fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/q", get(wait))
        .route("/q/look", post(look).get(back))
        .route("/q/answer", post(take).get(back))
}

/// The answer to a form has no address of its own: reloading one begins again.
async fn back() -> Redirect {
    Redirect::to("/q")
}

/// Takes the secret out of the address and posts it; says what to do where no script runs.
async fn wait(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    AskedFor(picked): AskedFor<Picked>,
) -> impl IntoResponse {
    let (lang, cookie) = picked.settle(&app, &headers);
    let view = View::new(&app.pages, lang);
    (cookie, answer(view.wait()))
}

async fn look(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    FormBody(step): FormBody<Step>,
) -> Response {
    let found = app.store.asked_by_link(secret::hash(&step.token), clock::now()).await;
    let (view, cookie) = View::settle(&app, &headers, &step, own_lang(&found));
    match found {
        Ok(_) => (cookie, answer(view.question(&step.token))).into_response(),
        Err(error) => (cookie, view.refusal(error)).into_response(),
    }
}

async fn take(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    FormBody(step): FormBody<Step>,
) -> Response {
    let said = FollowUpAnswer::from_word(&step.answer).filter(|answer| answer.is_own());
    let token = secret::hash(&step.token);
    let noted = match said {
        // A language was picked on the page that thanks: nothing is said anew.
        Some(answer) if step.lang.is_none() => note(&app, token, answer).await,
        _ => Ok(()),
    };
    let found = match noted {
        Ok(()) => app.store.asked_by_link(token, clock::now()).await,
        Err(error) => Err(error),
    };
    let (view, cookie) = View::settle(&app, &headers, &step, own_lang(&found));
    match (found, said) {
        (Ok(_), Some(said)) => (cookie, answer(view.thanks(&step.token, said))).into_response(),
        (Ok(_), None) => (cookie, answer(view.question(&step.token))).into_response(),
        (Err(error), _) => (cookie, view.refusal(error)).into_response(),
    }
}

async fn note(app: &App, token: Hash, said: FollowUpAnswer) -> Result<(), StoreError> {
    app.store.answer_by_link(token, said, clock::now()).await
}

/// The mentee's language, when the link opens something.
fn own_lang(found: &Result<Asked, StoreError>) -> Option<Lang> {
    found.as_ref().ok().and_then(|asked| Lang::from_tag(&asked.lang))
}

/// The answers a mentee can give, in the order of the page.
fn label(said: FollowUpAnswer) -> Key {
    match said {
        FollowUpAnswer::InJob => Key::AskInJob,
        FollowUpAnswer::InTraining => Key::AskInTraining,
        FollowUpAnswer::InInternship => Key::AskInInternship,
        FollowUpAnswer::InStudies => Key::AskInStudies,
        FollowUpAnswer::SelfEmployed => Key::AskSelfEmployed,
        FollowUpAnswer::Searching => Key::AskSearching,
        FollowUpAnswer::NotSearching => Key::AskNotSearching,
        // Not among a mentee's own answers.
        FollowUpAnswer::NoWish | FollowUpAnswer::Unreachable => Key::AskNoWish,
    }
}

/// The pages in one language.
struct View<'a> {
    pages: &'a Pages,
    texts: Texts<'a>,
}

impl<'a> View<'a> {
    fn new(pages: &'a Pages, lang: Lang) -> Self {
        Self { pages, texts: pages.texts(lang) }
    }

    /// In the language that was picked here, else in one picked before on this phone, else in the
    /// mentee's.
    fn settle(
        app: &'a App,
        headers: &HeaderMap,
        step: &Step,
        own: Option<Lang>,
    ) -> (Self, impl IntoResponseParts + use<'a>) {
        let (settled, cookie) = Picked { lang: step.lang.clone() }.settle(app, headers);
        let chosen = step.lang.is_some() || language::chosen(headers).is_some();
        let lang = own.filter(|_| !chosen).unwrap_or(settled);
        (Self::new(&app.pages, lang), cookie)
    }

    fn wait(&self) -> Markup {
        let title = self.texts.get(Key::AskWaitTitle);
        self.frame(title, true, Languages::Links).around(&html! {
            div class="stack" {
                h1 { (title) }
                p { (self.texts.get(Key::AskWait)) }
            }
            form id="with-link" method="post" action="/q/look" hidden {
                input type="hidden" name="token";
            }
        })
    }

    fn question(&self, token: &str) -> Markup {
        let texts = self.texts;
        let title = texts.get(Key::AskTitle);
        let answers = FollowUpAnswer::ALL.iter().copied().filter(|answer| answer.is_own());
        let again = Languages::Again { action: "/q/look", fields: held(token) };
        self.frame(title, false, again).around(&html! {
            div class="stack" {
                h1 { (title) }
                p { (texts.get(Key::AskLead)) }
                form class="stack stack--tight" method="post" action="/q/answer" {
                    (held(token))
                    @for said in answers {
                        button class="button button--quiet button--wide" name="answer"
                            value=(said.as_str()) { (texts.get(label(said))) }
                    }
                }
                p class="muted" { (texts.get(Key::AskWhy)) " " (texts.get(Key::AskFree)) }
            }
        })
    }

    fn thanks(&self, token: &str, said: FollowUpAnswer) -> Markup {
        let texts = self.texts;
        let title = texts.get(Key::AskThanksTitle);
        let fields = html! {
            (held(token))
            input type="hidden" name="answer" value=(said.as_str());
        };
        let again = Languages::Again { action: "/q/answer", fields };
        self.frame(title, false, again).around(&html! {
            div class="stack" {
                h1 { (title) }
                p { (texts.fill(Key::AskThanks, &[("answer", texts.get(label(said)))])) }
                p { (texts.get(Key::AskThanksClose)) }
                form class="form" method="post" action="/q/look" {
                    (held(token))
                    button class="button button--quiet" { (texts.get(Key::AskChange)) }
                }
            }
        })
    }

    /// A link that opens nothing any more, or trouble of our own.
    fn refusal(&self, error: StoreError) -> Response {
        let texts = self.texts;
        let error = ApiError::from(error);
        let problem = error.problem();
        if problem.status >= 500 {
            tracing::error!(code = problem.code.as_str(), cause = %error, "a question failed");
        }
        let text = if problem.status >= 500 { Key::ApiServer } else { Key::AskOver };
        let title = texts.get(Key::AskOverTitle);
        let page = self.frame(title, true, Languages::Links).around(&html! {
            div class="stack" {
                h1 { (title) }
                p { (texts.get(text)) }
            }
            form id="with-link" method="post" action="/q/look" hidden {
                input type="hidden" name="token";
            }
        });
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::NOT_FOUND);
        (status, answer(page)).into_response()
    }

    fn frame<'f>(
        &'f self,
        title: &'f str,
        runs_script: bool,
        languages: Languages<'f>,
    ) -> Frame<'f> {
        let (pages, texts) = (self.pages, self.texts);
        Frame { pages, texts, title, wrong: false, languages, runs_script, menu: None, styles: &[] }
    }
}

fn held(token: &str) -> Markup {
    html! { input type="hidden" name="token" value=(token); }
}
