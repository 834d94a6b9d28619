//! What every answer tells the browser to refuse, on every route there is.

use crate::helpers::{Answer, Site};
use passerelle_server::{config::Content, routes};
use reqwest::Method;
use tempfile::TempDir;

const PAGES: [&str; 10] = [
    "/",
    "/j",
    "/left",
    "/simple",
    "/api",
    "/health",
    "/problems/stale",
    "/week",
    "/missing.js",
    "/j/look",
];

/// Pages that the server renders itself; here there is no app, and `/week` says so.
const OWN_PAGES: [&str; 5] = ["/j", "/left", "/simple", "/problems/stale", "/week"];

fn check(answer: &Answer, path: &str) {
    let is_api = path.starts_with("/api/");
    let policy = answer.header("content-security-policy");
    if is_api && answer.status == 204 {
        // Nothing can be shown of nothing: two more lines would double what it weighs.
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("cache-control"), "private, no-store", "{path}");
        return;
    }
    if is_api {
        assert_eq!(policy, "default-src 'none'; frame-ancestors 'none'", "{path}");
        assert_eq!(answer.header("cache-control"), "private, no-store", "{path}");
    } else if !["", "text/html; charset=utf-8"].contains(&answer.header("content-type")) {
        assert_eq!(policy, "default-src 'self'; frame-ancestors 'none'", "{path}");
    } else {
        assert!(policy.starts_with("default-src 'none'; script-src 'self' "), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        for part in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        // Pages with forms tell their own address to ourselves, for browsers that say no more.
        let referrer = if OWN_PAGES.contains(&path) { "same-origin" } else { "no-referrer" };
        assert_eq!(answer.header("referrer-policy"), referrer, "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
    }
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{path}");
    assert_eq!(answer.header("strict-transport-security"), "", "only over TLS");
    assert_eq!(answer.header("server"), "");
}

#[tokio::test]
async fn every_route_has_them() {
    let site = Site::empty().await;
    let mut browser = site.browser();
    let (_, document) = routes::api().split_for_parts();
    let document = serde_json::to_value(document).unwrap();
    for (path, item) in document["paths"].as_object().unwrap() {
        for verb in item.as_object().unwrap().keys() {
            let method = Method::from_bytes(verb.to_uppercase().as_bytes()).unwrap();
            let path = path.replace("{id}", "x").replace("{board}", "x");
            let request = browser.request(method, &path);
            check(&browser.send(request).await, &path);
        }
    }
    for path in PAGES.into_iter().chain(["/api/openapi.json", "/api/nowhere"]) {
        let answer = browser.get(path).await;
        // The document is no secret, but nothing under /api is worth a cache's trouble.
        check(&answer, path);
    }
}

#[tokio::test]
async fn what_stands_inside_the_page_is_allowed_by_its_hash() {
    let app = TempDir::new().unwrap();
    let html = "<!doctype html><html lang=\"fr\"><head><style>p{}</style>\
                <script type=\"module\">init()</script></head><body></body></html>";
    std::fs::write(app.path().join("index.html"), html).unwrap();
    let site = Site::with(Content::Empty, Some(app.path().to_owned())).await;
    let answer = site.browser().get("/week").await;
    let policy = answer.header("content-security-policy");
    // printf 'init()' | openssl dgst -sha256 -binary | base64
    assert!(policy.contains("'sha256-w4ujnOpjBoH2vcasx+reJRUwYivG8Q3afx/XevGJod8='"), "{policy}");
    assert!(policy.contains("'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"), "{policy}");
}

#[tokio::test]
async fn a_public_https_address_asks_for_https_from_then_on() {
    let data = TempDir::new().unwrap();
    let mut config =
        crate::helpers::config(data.path(), data.path().join("no-app"), Content::Empty);
    config.public_url = Some("https://passerelle.example/".to_owned());
    let running = passerelle_server::serve::start(config).await.unwrap();
    assert!(running.links[0].url.starts_with("https://passerelle.example/j#"));
    assert!(running.app.site.is_https());
    let headers = passerelle_server::http::headers::Headers::new(
        &running.app.site,
        &running.app.assets,
        &running.app.pages,
    );
    assert!(format!("{headers:?}").contains("max-age=31536000"));
}
