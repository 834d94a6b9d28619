//! Whoever asks for one of these pages, signed in or not, and in which language.

use super::{FRONT, parts};
use crate::{
    app::App,
    http::{cookies, extract::SignedIn, language, problem::ApiError},
    pages::{Texts, answer, parts::Frame},
    sessions::Stay,
};
use axum::{
    extract::{FromRequestParts, Query},
    http::{HeaderName, HeaderValue, StatusCode, header::SET_COOKIE, request::Parts},
    response::{AppendHeaders, IntoResponse, Response},
};
use board::protocol::problem::ProblemCode;
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;
use words::{Key, Lang};

/// Sent by the app's own page (`index.html`) for the next of these pages while the app is on its way.
const FRAGMENT: HeaderName = HeaderName::from_static("passerelle-fragment");

/// What an address can ask for besides its page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// A language that was picked.
    lang: Option<String>,
    /// The step that was just ticked or unticked, to be told.
    pub(super) done: Option<String>,
    /// What was just added.
    pub(super) added: Option<String>,
    /// Which part of a long list, from 1.
    pub(super) page: Option<usize>,
}

/// Whoever asks.
pub(super) struct Guest {
    /// The running server.
    pub(super) app: Arc<App>,
    /// Who is signed in.
    pub(super) who: Option<SignedIn>,
    /// The language of the answer.
    pub(super) lang: Lang,
    /// What the address asks for.
    pub(super) asked: Asked,
    /// Whether the page stands in the app's own until the app is there: without head, and without
    /// fields, since nothing may be half written when the app comes.
    pub(super) fragment: bool,
    /// A language that was picked, and the session's cookie for a longer time.
    cookies: Vec<(HeaderName, HeaderValue)>,
}

impl FromRequestParts<Arc<App>> for Guest {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let asked = Query::<Asked>::try_from_uri(&parts.uri).map(|query| query.0);
        let asked = asked.unwrap_or_default();
        let picked = asked.lang.as_deref().and_then(Lang::from_tag);
        let lang = picked.or_else(|| language::chosen(&parts.headers));
        let who = match SignedIn::from_request_parts(parts, app).await {
            Ok(who) => Some(who),
            Err(error) if error.code() == ProblemCode::SignedOut => None,
            Err(error) => {
                let lang = lang.unwrap_or_else(|| language::of(&parts.headers));
                return Err(trouble(app, lang, &error));
            }
        };
        let lang = lang.or_else(|| Lang::from_tag(&who.as_ref()?.lang));
        let lang = lang.unwrap_or_else(|| language::of(&parts.headers));
        let mut cookies = Vec::new();
        cookies.extend(picked.map(|lang| (SET_COOKIE, cookies::language(lang, &app.site))));
        if let Some(who) = &who {
            // The browser forgets a cookie after its own time, so it is told the new one.
            let secret = cookies::value(&parts.headers, cookies::SESSION).unwrap_or_default();
            let stay = Stay::of(&who.role, who.own_device);
            cookies.push((SET_COOKIE, cookies::sign_in(secret, stay)));
        }
        let fragment = parts.headers.contains_key(FRAGMENT);
        Ok(Self { app: app.clone(), who, lang, asked, fragment, cookies })
    }
}

impl Guest {
    /// The words.
    pub(super) fn texts(&self) -> Texts<'_> {
        self.app.pages.texts(self.lang)
    }

    /// The same in a language that was picked on a page that answers a form.
    pub(super) fn speak(&mut self, tag: Option<&str>) {
        if let Some(lang) = tag.and_then(Lang::from_tag) {
            self.lang = lang;
            self.cookies.push((SET_COOKIE, cookies::language(lang, &self.app.site)));
        }
    }

    /// A page with the cookies that belong to it.
    pub(super) fn answer(&self, page: Markup) -> Response {
        (AppendHeaders(self.cookies.clone()), answer(page)).into_response()
    }

    /// A page that says why there is no other one.
    pub(super) fn refuse(&self, status: StatusCode, title: Key, text: Key) -> Response {
        (status, self.answer(refusal(&self.app, self.lang, title, text))).into_response()
    }

    /// The page for trouble of our own.
    pub(super) fn trouble(&self, error: &ApiError) -> Response {
        trouble(&self.app, self.lang, error)
    }
}

fn refusal(app: &App, lang: Lang, title: Key, text: Key) -> Markup {
    let texts = app.pages.texts(lang);
    let frame = Frame::plain(&app.pages, texts, texts.get(title));
    frame.around(&html! {
        div class="stack" {
            h1 { (texts.get(title)) }
            p { (texts.get(text)) }
            p { (parts::link_button(FRONT, texts.get(Key::SimpleStart))) }
        }
    })
}

fn trouble(app: &App, lang: Lang, error: &ApiError) -> Response {
    let problem = error.problem();
    if problem.status >= 500 {
        tracing::error!(code = problem.code.as_str(), cause = %error, "a plain page failed");
    }
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let page = refusal(app, lang, Key::SimpleTrouble, Key::SimpleTroubleText);
    (status, answer(page)).into_response()
}
