//! The neutral page after leaving a device: nothing on it is personal (pitfall 45).

use super::{answer, parts::Frame};
use crate::{
    app::App,
    http::{cookies, extract::AskedFor, language},
};
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, header::SET_COOKIE},
    response::{AppendHeaders, IntoResponse},
    routing::get,
};
use maud::html;
use serde::Deserialize;
use std::sync::Arc;
use words::{Key, Lang};

/// A language picked on a page.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Picked {
    /// Its tag.
    pub(super) lang: Option<String>,
}

impl Picked {
    /// The language of the answer, and the cookie that remembers a new choice.
    pub(super) fn settle(
        &self,
        app: &App,
        headers: &HeaderMap,
    ) -> (Lang, AppendHeaders<Vec<(axum::http::HeaderName, axum::http::HeaderValue)>>) {
        let picked = self.lang.as_deref().and_then(Lang::from_tag);
        let cookie = picked.map(|lang| (SET_COOKIE, cookies::language(lang, &app.site)));
        let lang = picked.unwrap_or_else(|| language::of(headers));
        (lang, AppendHeaders(cookie.into_iter().collect()))
    }
}

pub(super) fn router() -> Router<Arc<App>> {
    Router::new().route("/left", get(left))
}

async fn left(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    AskedFor(picked): AskedFor<Picked>,
) -> impl IntoResponse {
    let (lang, cookie) = picked.settle(&app, &headers);
    let texts = app.pages.texts(lang);
    let title = texts.get(Key::JoinLeftTitle);
    let frame = Frame::plain(&app.pages, texts, title);
    let page = frame.around(&html! {
        div class="stack" {
            h1 { (title) }
            p { (texts.get(Key::JoinLeftText)) }
            p { (texts.get(Key::JoinLeftAgain)) }
            p { a class="button button--quiet" href="/j" { (texts.get(Key::JoinCodeTitle)) } }
        }
    });
    (cookie, answer(page))
}
