//! Signed-in devices: how they begin, how long they last, how they end.

use crate::{
    clock,
    helpers::{Site, person_id, token, with_duo},
};
use passerelle_server::sessions;
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn the_cookie_is_one_that_only_this_host_and_no_script_can_read() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let mut own = site.browser();
    let answer = own.sign_in(&token(&made, 0), true).await;
    let line = answer.headers.get("set-cookie").unwrap().to_str().unwrap();
    assert!(line.starts_with("__Host-s="), "{line}");
    assert!(line.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=15552000"), "{line}");
    let session: Value = answer.json();
    assert_eq!(session["idle_seconds"], 15_552_000);
    assert_eq!(session["role"], "mentee");
    assert_eq!(session["boards"][0]["mentor"]["name"], "Cécile");

    let mut shared = site.browser();
    let answer = shared.sign_in(&token(&made, 1), false).await;
    let line = answer.headers.get("set-cookie").unwrap().to_str().unwrap();
    assert!(!line.contains("Max-Age"), "a shared device forgets when it is closed: {line}");
    assert_eq!(answer.json::<Value>()["idle_seconds"], 1800);
}

#[tokio::test]
async fn no_secret_is_in_the_database() {
    let site = Site::empty().await;
    let (coordinator, made) = with_duo(&site).await;
    let secrets = [coordinator.session_cookie().unwrap().to_owned(), token(&made, 0)];
    let code = made["invitations"][0]["code"].as_str().unwrap().replace('-', "");
    let folder = site.data.path().to_owned();
    site.running.stop().await;
    let file = std::fs::read(folder.join("passerelle.db")).unwrap();
    for secret in secrets.iter().chain([&code]) {
        let found = file.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "a secret is stored as it is");
    }
}

#[tokio::test]
async fn use_makes_a_session_longer_and_disuse_ends_it() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let mut phone = site.browser();
    let id = phone.sign_in(&token(&made, 0), false).await.json::<Value>()["id"].clone();
    let id = id.as_str().unwrap().parse().unwrap();
    let (store, now) = (&site.running.app.store, clock::now());
    let minutes = |count: i64| board::time::Timestamp(now.0 + count * 60_000);

    store.use_session(id, sessions::to_the_hour(now), minutes(5)).await.unwrap();
    // The app asks for news by itself: that is no use.
    let board = made["duo"]["mentee"]["id"].as_str().unwrap().to_owned();
    phone.get(&format!("/api/v1/boards/{board}")).await;
    let mentee = person_id(&made["duo"]["mentee"]["id"]);
    assert_eq!(store.sessions_of(mentee, now).await.unwrap()[0].expires, minutes(5));
    assert_eq!(phone.get("/api/v1/session").await.status, 200);
    assert!(store.sessions_of(mentee, now).await.unwrap()[0].expires > minutes(29));

    store.use_session(id, sessions::to_the_hour(now), minutes(-1)).await.unwrap();
    assert_eq!(phone.get("/api/v1/session").await.problem(), (401, "signed_out".into()));
    assert_eq!(store.sweep(now).await.unwrap(), [id]);
}

#[tokio::test]
async fn leaving_ends_the_session_and_empties_the_browser() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let mut phone = site.browser();
    phone.sign_in(&token(&made, 0), true).await;
    let before = phone.clone();
    let left = phone.delete("/api/v1/session").await;
    assert_eq!(left.status, 204);
    assert_eq!(left.header("clear-site-data"), "\"cache\", \"cookies\", \"storage\"");
    assert_eq!(phone.session_cookie(), None);
    assert_eq!(before.clone().get("/api/v1/session").await.status, 401, "a copied cookie is dead");
}

#[tokio::test]
async fn devices_are_listed_and_ended_by_their_owner_only() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let mentee = person_id(&made["duo"]["mentee"]["id"]);
    let mut first = site.browser_of(mentee).await;
    let mut second = site.browser_of(mentee).await;
    let mut mentor = site.browser_of(person_id(&made["duo"]["mentor"]["id"])).await;

    let devices: Value = first.get("/api/v1/devices").await.json();
    let current: Vec<_> =
        devices.as_array().unwrap().iter().map(|d| d["current"].clone()).collect();
    assert_eq!(current, [false, true], "newest first");
    assert_eq!(devices[0]["last_used"].as_i64().unwrap() % 3_600_000, 0, "to the hour");

    let path = format!("/api/v1/devices/{}", devices[0]["id"].as_str().unwrap());
    assert_eq!(mentor.delete(&path).await.problem(), (404, "not_found".into()));
    assert_eq!(second.get("/api/v1/session").await.status, 200);
    assert_eq!(first.delete(&path).await.status, 204);
    assert_eq!(second.get("/api/v1/session").await.status, 401);
}

#[tokio::test]
async fn the_language_is_kept_for_the_person() {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let change = |lang: &str| json!({ "lang": lang });
    let patch = |browser: &crate::helpers::Browser, lang: &str| {
        browser.request(Method::PATCH, "/api/v1/session").json(&change(lang))
    };
    let answer = coordinator.send(patch(&coordinator, "nl")).await;
    assert_eq!(answer.json::<Value>()["lang"], "nl");
    assert!(coordinator.cookies.contains(&("lang".into(), "nl".into())));
    let again: Value = coordinator.get("/api/v1/session").await.json();
    assert_eq!(again["lang"], "nl");
    let refused = coordinator.send(patch(&coordinator, "xx")).await;
    assert_eq!(refused.problem(), (422, "unusable".into()));
    assert_eq!(refused.json::<Value>()["fields"], json!([{ "field": "lang", "rule": "unknown" }]));
}
