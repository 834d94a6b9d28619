//! Whatever is wrong with a request, the answer is a problem document that says what and never
//! repeats what was typed.

use crate::helpers::Site;
use reqwest::{Method, header};
use serde_json::{Value, json};

/// Method, address, content type and body; then status and code.
type Case<'c> = (Method, &'c str, (Option<&'c str>, Vec<u8>), (u16, &'c str));

#[tokio::test]
async fn every_bad_request_is_a_problem_document() {
    let site = Site::empty().await;
    let mut browser = site.coordinator().await;
    let json_body = |text: &str| (Some("application/json"), text.as_bytes().to_vec());
    let long = format!("{{\"lang\":\"{}\"}}", "a".repeat(2_000_000)).into_bytes();
    let cases: Vec<Case> = vec![
        (Method::PATCH, "/api/v1/session", json_body("{\"lang\":"), (400, "malformed")),
        (Method::PATCH, "/api/v1/session", json_body(""), (400, "malformed")),
        (Method::PATCH, "/api/v1/session", json_body("\u{0}"), (400, "malformed")),
        (Method::PATCH, "/api/v1/session", json_body("[]"), (422, "unusable")),
        (Method::PATCH, "/api/v1/session", json_body("{\"lang\":7}"), (422, "unusable")),
        (
            Method::PATCH,
            "/api/v1/session",
            json_body("{\"lang\":\"fr\",\"canari\":\"Secret\"}"),
            (422, "unusable"),
        ),
        (Method::PATCH, "/api/v1/session", (Some("text/plain"), b"{}".to_vec()), (415, "not_json")),
        (Method::PATCH, "/api/v1/session", (None, b"{}".to_vec()), (415, "not_json")),
        (Method::PATCH, "/api/v1/session", (Some("application/json"), long), (413, "too_large")),
        (Method::GET, "/api/v1/nowhere", (None, vec![]), (404, "not_found")),
        (Method::GET, "/api/v2/session", (None, vec![]), (404, "not_found")),
        (Method::POST, "/nowhere", json_body("{}"), (404, "not_found")),
        (Method::PUT, "/api/v1/session", json_body("{}"), (405, "method_not_allowed")),
        (Method::DELETE, "/j", (None, vec![]), (405, "method_not_allowed")),
        (Method::GET, "/api/v1/duos/not-an-id", (None, vec![]), (404, "not_found")),
        (Method::GET, "/api/v1/duos/%FF%FE", (None, vec![]), (404, "not_found")),
        (Method::POST, "/j/look", json_body("{}"), (400, "malformed")),
        (Method::GET, "/missing.js", (None, vec![]), (404, "not_found")),
        (Method::GET, "/problems/nothing", (None, vec![]), (404, "not_found")),
    ];
    for (method, path, (kind, body), expected) in cases {
        let mut request = browser.request(method.clone(), path).body(body);
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let answer = browser.send(request).await;
        let (status, code) = answer.problem();
        assert_eq!((status, code.as_str()), expected, "{method} {path}: {}", answer.text());
        assert!(!answer.text().contains("Secret"), "{}", answer.text());
        let kind = answer.json::<Value>()["type"].as_str().unwrap().to_owned();
        assert_eq!(browser.get(&kind).await.status, 200, "{kind} explains itself");
    }
}

#[tokio::test]
async fn other_sites_cannot_write() {
    let site = Site::empty().await;
    let mut browser = site.coordinator().await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        for (method, path) in [
            (Method::POST, "/api/v1/duos"),
            (Method::DELETE, "/api/v1/session"),
            (Method::POST, "/j/enter"),
        ] {
            let request = browser.request(method, path).header(name, value).json(&json!({}));
            assert_eq!(browser.send(request).await.problem(), (403, "cross_site".into()), "{path}");
        }
    }
    assert_eq!(browser.get("/api/v1/session").await.status, 200, "still signed in");
}

#[tokio::test]
async fn the_description_is_served_to_programs_and_people() {
    let site = Site::empty().await;
    let mut browser = site.browser();
    let document: Value = browser.get("/api/openapi.json").await.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let index = browser.get("/api").await.text();
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            let tag = operation["tags"][0].as_str().unwrap();
            assert!(index.contains(&format!("href=\"/api/{tag}\"")), "{tag}");
            let page = browser.get(&format!("/api/{tag}")).await.text();
            assert!(page.contains(path.as_str()), "{path}");
            assert!(!page.contains("<script"));
            let id = operation["operationId"].as_str().unwrap();
            assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }
    assert!(!index.contains("<script"));
    assert_eq!(browser.get("/api/nothing").await.status, 404);
}
