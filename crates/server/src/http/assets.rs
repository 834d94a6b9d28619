//! The browser app and the texts, held in memory, each with its compressed forms.
//!
//! Files whose name holds a hash of their content never change: browsers keep them for a year, and
//! the server keeps those of earlier builds ([`archive`]) for whoever still works with one.
//! Everything else is asked for again, and answered with 304 while it is the same.

mod archive;
mod changes;
mod folder;
mod page;

pub(crate) use page::csp_hash;

use super::{language, problem::ApiError};
use archive::Archive;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use board::{protocol::problem::ProblemCode, time::Timestamp};
use changes::Changes;
use sha2::{Digest, Sha256};
use std::{
    cmp::Reverse,
    collections::HashMap,
    io,
    path::Path,
    sync::{Arc, LazyLock},
};
use words::{Lang, Part};

/// The browser app and the texts.
pub struct Assets {
    files: HashMap<String, Asset>,
    /// What was served before.
    archive: Arc<Archive>,
    /// `index.html` once per language, in the order of [`Lang::ALL`]; empty without an app.
    shells: Vec<Asset>,
    /// Tells one build from another, words included; empty without an app that keeps itself.
    pub build: String,
    /// Hashes of the scripts that stand inside `index.html`, for the policy.
    pub script_hashes: Vec<String>,
    /// Hashes of the styles that stand inside `index.html`, for the policy.
    pub style_hashes: Vec<String>,
}

/// One file in all its forms.
#[derive(Clone)]
pub struct Asset {
    kind: &'static str,
    cache: &'static str,
    etag: HeaderValue,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    /// The way here from earlier builds; only for what is kept for ever and worth it.
    changes: Option<Changes>,
}

const FOREVER: &str = "public, max-age=31536000, immutable";
const A_DAY: &str = "public, max-age=86400";
const A_WEEK: &str = "public, max-age=604800";
const ASK_AGAIN: &str = "no-cache";

/// The service worker of the app.
const WORKER: &str = "/sw.js";
/// Bytes of what tells files apart, and builds.
const TAG: usize = 12;
const BUILD: usize = 6;

/// The texts by their addresses. Compressed once a process: as strongly as can be takes a moment.
static TEXTS: LazyLock<Vec<(String, Asset)>> = LazyLock::new(|| {
    let all = Lang::ALL.into_iter().flat_map(|lang| Part::SENT.map(|part| (lang, part)));
    let files = all.map(|(lang, part)| {
        let text = words::text(lang, part).as_bytes();
        let asset = Asset::compressed("text/plain; charset=utf-8", FOREVER, text.into());
        (format!("/words/{}", words::file_name(lang, part)), asset)
    });
    files.collect()
});

impl Assets {
    /// Reads the app's folder. A folder that is not there gives an app that says so.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn open(app: &Path) -> io::Result<Self> {
        let mut files = folder::read(app)?;
        files.extend(TEXTS.iter().cloned());
        let index = files.remove("/index.html");
        let html = index.map(|index| String::from_utf8_lossy(&index.plain).into_owned());
        // The worker is stamped with all that a build is made of.
        let worker = files.get(WORKER);
        let build = worker.map(|worker| tag(&worker.plain, BUILD)).unwrap_or_default();
        let shells = html.iter().flat_map(|html| {
            Lang::ALL.map(|lang| {
                let page = page::in_language(html, lang, &build);
                Asset::compressed("text/html; charset=utf-8", ASK_AGAIN, page.into_bytes())
            })
        });
        let shells = shells.collect();
        let html = html.unwrap_or_default();
        let script_hashes = page::inline_hashes(&html, "script");
        let style_hashes = page::inline_hashes(&html, "style");
        let archive = Arc::default();
        Ok(Self { files, archive, shells, build, script_hashes, style_hashes })
    }

    /// Puts the files of this build beside those of earlier ones, which are then found too, and
    /// begins to make what browsers with an earlier one need. To be called once, with all files in.
    pub fn remember(&mut self, folder: &Path, now: Timestamp) {
        let mut lasting: Vec<_> =
            self.files.iter_mut().filter(|(_, asset)| asset.cache == FOREVER).collect();
        for (path, asset) in &mut lasting {
            asset.changes = Changes::of(path, asset.plain.len());
        }
        let present: Vec<archive::Present<'_>> = lasting
            .iter()
            .map(|(path, asset)| (&***path, &*asset.plain, asset.brotli.as_deref()))
            .collect();
        match Archive::open(folder, now, &present) {
            Ok(archive) => self.archive = Arc::new(archive),
            // Whoever has an earlier build open must reload, which is better than no server.
            Err(error) => return tracing::warn!(%error, "earlier builds of the app are not kept"),
        }
        let work = lasting.iter().filter_map(|(path, asset)| {
            let whole = asset.brotli.as_ref().unwrap_or(&asset.plain).len();
            let (path, plain) = ((*path).clone(), asset.plain.clone());
            Some(changes::Work { path, plain, whole, changes: asset.changes.clone()? })
        });
        let mut work: Vec<changes::Work> = work.collect();
        // Those that save most come first.
        work.sort_by_key(|file| Reverse(file.whole));
        if !self.archive.earlier().is_empty() {
            changes::prepare(Arc::clone(&self.archive), work);
        }
    }

    /// Adds a file whose path holds a hash of its content.
    pub fn add(&mut self, path: String, kind: &'static str, bytes: Vec<u8>) {
        self.files.insert(path, Asset::compressed(kind, FOREVER, bytes));
    }

    /// A file of the app, by its path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&Asset> {
        self.files.get(path)
    }

    /// A file of an earlier build, by its path.
    pub async fn earlier(&self, path: &str) -> Option<Asset> {
        let (archive, path) = (Arc::clone(&self.archive), path.to_owned());
        tokio::task::spawn_blocking(move || archive.file(&path)).await.ok()?
    }

    /// The one page of the app, in the language of the request.
    #[must_use]
    pub fn shell(&self, headers: &HeaderMap) -> Option<&Asset> {
        self.shells.get(language::of(headers) as usize)
    }

    /// The same around what one person can read until the app is there; `page` begins with its title.
    #[must_use]
    pub fn shell_around(&self, headers: &HeaderMap, page: &str) -> Option<String> {
        page::around(std::str::from_utf8(&self.shell(headers)?.plain).ok()?, page)
    }
}

impl Asset {
    fn new(kind: &'static str, cache: &'static str, plain: Vec<u8>) -> Self {
        let tag = tag(&plain, TAG);
        let etag = HeaderValue::from_str(&format!("\"{tag}\"")).expect("base64 is visible ASCII");
        let plain = plain.into();
        Self { kind, cache, etag, plain, brotli: None, gzip: None, changes: None }
    }

    /// For what is made at start rather than built: compressed here, once.
    fn compressed(kind: &'static str, cache: &'static str, plain: Vec<u8>) -> Self {
        let (brotli, gzip) = (folder::brotli(&plain), folder::gzip(&plain));
        Self { brotli: Some(brotli), gzip: Some(gzip), ..Self::new(kind, cache, plain) }
    }

    /// The answer, in the smallest form that the browser takes.
    #[must_use]
    pub fn respond(&self, request: &HeaderMap) -> Response {
        let same = request.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
        let known = self.etag.to_str().unwrap_or_default();
        let same = same.is_some_and(|tags| {
            tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == known)
        });
        let changes = self.changes.as_ref();
        let change = changes.filter(|_| changes::asked(request)).and_then(|it| it.since(request));
        let (encoding, bytes) = match (&self.brotli, &self.gzip) {
            _ if let Some(change) = change => (Some(changes::ENCODING), change),
            (Some(brotli), _) if accepts(request, "br") => (Some("br"), brotli),
            (_, Some(gzip)) if accepts(request, "gzip") => (Some("gzip"), gzip),
            _ => (None, &self.plain),
        };
        let (status, body) = if same {
            (StatusCode::NOT_MODIFIED, Body::empty())
        } else {
            (StatusCode::OK, Body::from(bytes.clone()))
        };
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.etag.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(self.cache));
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        let varies = if self.kind.starts_with("text/html") {
            HeaderValue::from_static("accept-encoding, accept-language, cookie")
        } else if changes.is_some() {
            changes::VARY
        } else {
            HeaderValue::from_static("accept-encoding")
        };
        headers.insert(header::VARY, varies);
        if let Some((name, value)) = changes.and_then(Changes::header) {
            headers.insert(name, value);
        }
        if let (Some(encoding), false) = (encoding, same) {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}

/// Stands for the content: so many bytes of its hash.
fn tag(content: &[u8], bytes: usize) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(content)[..bytes])
}

/// Whether the browser takes an encoding. Weights only matter when they are zero: ours are in
/// the order that costs fewest bytes.
pub(super) fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter();
    lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(',')).any(|wish| {
        let (name, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
        let weight = weight.trim().trim_start_matches("q=").parse::<f32>().unwrap_or(1.0);
        name.trim().eq_ignore_ascii_case(encoding) && weight > 0.0
    })
}

/// What the last route answers when nothing else did.
#[must_use]
pub fn missing() -> Response {
    ApiError::Plain(ProblemCode::NotFound).into_response()
}
