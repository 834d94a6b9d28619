//! Pages that work before the app and without it: plain HTML, at most 14 KB on the wire, no
//! script but one: it reads a link's fragment and counts what waits on the device.

pub mod api_docs;
pub mod ask;
pub mod join;
pub mod left;
pub mod my_data;
mod parts;
pub mod problems;
mod simple;

pub use simple::meanwhile::meanwhile;

use crate::{app::App, http::assets::csp_hash};
use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use maud::Markup;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use words::{Catalogue, Key, Lang};

/// The app's own style files that these pages need: those of its first page, then of others.
const STYLES: [&str; 12] = [
    include_str!("../../../style/layers.css"),
    include_str!("../../../style/reset.css"),
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/layout.css"),
    include_str!("../../../style/actions.css"),
    include_str!("../../../style/feedback.css"),
    include_str!("../../../style/overlays.css"),
    include_str!("../../../style/utilities.css"),
    include_str!("../../../style/later/tokens.css"),
    include_str!("../../../style/later/forms.css"),
    include_str!("../../../style/later/common.css"),
];

/// What pages about plans, and those for people who build clients, need besides: cards, steps,
/// facts, wide tables.
const DOCS_STYLES: [&str; 2] =
    [include_str!("../../../style/board.css"), include_str!("../../../style/later/board.css")];

/// Posts the fragment of a sign-in link, and counts what waits on the device.
pub const JOIN_SCRIPT: &str = include_str!("pages/join.js");

/// What the pages share: style, script and texts, made once at start.
pub struct Pages {
    style: String,
    docs_style: String,
    style_hashes: [String; 3],
    script_path: String,
    texts: Vec<Catalogue>,
}

impl Default for Pages {
    fn default() -> Self {
        let style = STYLES.map(squeeze).concat();
        let docs_style = DOCS_STYLES.map(squeeze).concat();
        let digest = URL_SAFE_NO_PAD.encode(&Sha256::digest(JOIN_SCRIPT)[..12]);
        let texts = Lang::ALL.map(Catalogue::whole);
        Self {
            style_hashes: [csp_hash(&style), csp_hash(&docs_style), csp_hash(simple::BLANK_STYLE)],
            style,
            docs_style,
            script_path: format!("/j.{digest}.js"),
            texts: texts.into(),
        }
    }
}

impl Pages {
    /// The policy's names for the styles inside these pages.
    #[must_use]
    pub fn style_hashes(&self) -> &[String] {
        &self.style_hashes
    }

    /// Where the script is served; the name holds the hash of its content.
    #[must_use]
    pub fn script_path(&self) -> &str {
        &self.script_path
    }

    /// The words of a language, for printed pages and calendars.
    #[must_use]
    pub fn catalogue(&self, lang: Lang) -> &Catalogue {
        &self.texts[lang as usize]
    }

    /// The words of a language, to fill in and to count.
    pub(crate) fn texts(&self, lang: Lang) -> Texts<'_> {
        Texts { lang, catalogue: &self.texts[lang as usize] }
    }
}

/// The words of one language.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'p> {
    lang: Lang,
    catalogue: &'p Catalogue,
}

impl<'p> Texts<'p> {
    pub(crate) fn get(&self, key: Key) -> &'p str {
        self.catalogue.get(key)
    }

    fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        words::fill(self.get(key), values)
    }

    /// A text with a count. The languages we ship share "one", but French counts 0 to it.
    pub(crate) fn count(&self, key: Key, count: u64) -> String {
        let one = count == 1 || (count == 0 && self.lang == Lang::Fr);
        let text = self.catalogue.counted(key, count, if one { "one" } else { "other" });
        words::fill(text, &[("n", &count.to_string())])
    }
}

/// The routes of these pages, except the API's, which needs its description.
pub fn router() -> Router<Arc<App>> {
    ask::router()
        .merge(join::router())
        .merge(left::router())
        .merge(problems::router())
        .merge(simple::router())
}

/// Says what to do when the app's folder is empty: for whoever starts the server.
pub fn not_built(pages: &Pages) -> Response {
    let body = maud::html! {
        h1 { "The app is not built" }
        p { "The server runs, but its app folder holds no index.html." }
        p { "Run " code { "cargo xtask run" } ", which builds the app and starts the server." }
    };
    let page = parts::plain(pages, "The app is not built", &body);
    (StatusCode::SERVICE_UNAVAILABLE, answer(page)).into_response()
}

/// A page that is nobody else's: it may show a name, so nothing keeps it.
///
/// To ourselves it says where a form was sent from: under `no-referrer` an older browser, which
/// knows no `Sec-Fetch-Site`, names no origin at all, and its forms would be refused.
fn answer(page: Markup) -> Response {
    let fixed = HeaderValue::from_static;
    let headers = [
        (header::CACHE_CONTROL, fixed("no-store")),
        (header::REFERRER_POLICY, fixed("same-origin")),
    ];
    (headers, Html(page.0)).into_response()
}

/// Takes comments and indentation out of a style file. Our strings hold no `/*`.
fn squeeze(style: &str) -> String {
    let mut parts = style.split("/*");
    let mut code = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        code.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    code.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_lose_comments_and_keep_rules() {
        assert_eq!(
            squeeze("/* a */\n@layer base {\n  p { margin: 0; } /* b */\n}\n"),
            "@layer base {p { margin: 0; }}"
        );
    }
}
