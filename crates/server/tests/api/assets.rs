//! The app's files: smallest form, right kind, kept for as long as they can be.

use crate::helpers::{Answer, Site};
use passerelle_server::config::Content;
use reqwest::{Method, header};
use std::{fs, path::Path};
use tempfile::TempDir;
use words::{Lang, Part};

const HASHED: &str = "passerelle-5f3a9c1e5f3a9c1e_bg.wasm";

fn folder() -> TempDir {
    let app = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(app.path().join(name), text).unwrap();
    write("index.html", "<!doctype html><html lang=\"fr\"><head></head><body>app</body></html>");
    write(HASHED, "plain");
    write(&format!("{HASHED}.br"), "brotli");
    write(&format!("{HASHED}.gz"), "gzip");
    write("manifest.webmanifest", "{}");
    fs::create_dir(app.path().join("snippets")).unwrap();
    fs::write(app.path().join("snippets/db.js"), "x").unwrap();
    app
}

async fn site(app: &Path) -> Site {
    Site::with(Content::Empty, Some(app.to_owned())).await
}

async fn fetch(site: &Site, path: &str, headers: &[(&'static str, &str)]) -> Answer {
    let mut browser = site.browser();
    let request = browser.request(Method::GET, path);
    let request =
        headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    browser.send(request).await
}

#[tokio::test]
async fn the_smallest_form_that_the_browser_takes() {
    let app = folder();
    let site = site(app.path()).await;
    let path = format!("/{HASHED}");
    for (accepts, encoding, body) in [
        ("gzip, br", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip", "gzip"),
        ("identity", "", "plain"),
    ] {
        let answer = fetch(&site, &path, &[("accept-encoding", accepts)]).await;
        assert_eq!((answer.status, answer.text().as_str()), (200, body), "{accepts}");
        assert_eq!(answer.header("content-encoding"), encoding, "{accepts}");
        assert_eq!(answer.header("content-type"), "application/wasm");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("vary"), "accept-encoding");
    }
}

#[tokio::test]
async fn what_may_change_is_asked_for_again() {
    let app = folder();
    let site = site(app.path()).await;
    for path in ["/manifest.webmanifest", "/snippets/db.js", "/week"] {
        let first = fetch(&site, path, &[]).await;
        assert_eq!((first.status, first.header("cache-control")), (200, "no-cache"), "{path}");
        let tag = first.header("etag").to_owned();
        let again = fetch(&site, path, &[("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
    }
    let kind = fetch(&site, "/manifest.webmanifest", &[]).await;
    assert_eq!(kind.header("content-type"), "application/manifest+json");
}

#[tokio::test]
async fn the_worker_is_asked_for_once_a_day_and_page_and_session_tell_the_build() {
    let app = folder();
    let mut builds = Vec::new();
    for worker in ["one", "two"] {
        fs::write(app.path().join("sw.js"), worker).unwrap();
        let site = site(app.path()).await;
        let answer = fetch(&site, "/sw.js", &[]).await;
        assert_eq!(answer.header("cache-control"), "public, max-age=86400");
        let mut coordinator = site.coordinator().await;
        let session: serde_json::Value = coordinator.get("/api/v1/session").await.json();
        let build = session["build"].as_str().unwrap().to_owned();
        let page = fetch(&site, "/week", &[]).await.text();
        assert!(page.contains(&format!(" data-build=\"{build}\">")), "{page}");
        builds.push(build);
    }
    assert_ne!(builds[0], builds[1]);
}

#[tokio::test]
async fn a_page_comes_in_the_language_of_the_person_with_its_texts() {
    let app = folder();
    let site = site(app.path()).await;
    let page = fetch(&site, "/plan/new", &[("accept-language", "nl-BE,fr;q=0.7")]).await;
    assert!(page.text().contains("<html lang=\"nl\" dir=\"ltr\">"), "{}", page.text());
    assert!(page.text().contains(words::file_name(Lang::Nl, Part::First)), "{}", page.text());
    let page = fetch(&site, "/plan", &[("accept-language", "nl"), ("cookie", "lang=en")]).await;
    assert!(page.text().contains("<html lang=\"en\""), "{}", page.text());
}

#[tokio::test]
async fn texts_are_kept_for_ever_and_small() {
    let site = Site::empty().await;
    for lang in Lang::ALL {
        let path = format!("/words/{}", words::file_name(lang, Part::First));
        let answer = fetch(&site, &path, &[("accept-encoding", "br")]).await;
        assert_eq!((answer.status, answer.header("content-encoding")), (200, "br"));
        assert!(answer.header("cache-control").contains("immutable"));
        assert!(answer.body.len() < 8000, "{} bytes in {}", answer.body.len(), lang.tag());
        let plain = fetch(&site, &path, &[]).await;
        assert_eq!(plain.text(), words::text(lang, Part::First));
    }
    assert_eq!(fetch(&site, "/words/fr.0000000000000000.txt", &[]).await.problem().0, 404);
}

#[tokio::test]
async fn whoever_is_not_signed_in_begins_with_the_code() {
    let app = folder();
    let site = site(app.path()).await;
    let answer = fetch(&site, "/", &[("cookie", "__Host-s=forged")]).await;
    assert_eq!((answer.status, answer.header(header::LOCATION.as_str())), (303, "/j"));
    let mut coordinator = site.coordinator().await;
    assert!(coordinator.get("/").await.text().contains("app"));
    assert_eq!(fetch(&site, "/week", &[("accept", "application/json")]).await.problem().0, 404);
    assert_eq!(fetch(&site, "/../Cargo.toml", &[]).await.status, 404);
}

#[tokio::test]
async fn without_a_build_the_page_says_how_to_make_one() {
    let site = Site::empty().await;
    let answer = fetch(&site, "/week", &[]).await;
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("cargo xtask run"));
}

#[tokio::test]
async fn answers_of_the_api_are_compressed_when_it_pays() {
    let site = Site::empty().await;
    let document = fetch(&site, "/api/openapi.json", &[("accept-encoding", "br")]).await;
    assert_eq!(document.header("content-encoding"), "br");
    let short = fetch(&site, "/api/v1/session", &[("accept-encoding", "br")]).await;
    assert_eq!(short.header("content-encoding"), "");
}
