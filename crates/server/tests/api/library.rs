//! What people pick from: steps, sectors, occupations, services; in their language, found in
//! spite of accents and typos, and kept for when there is no network.

use crate::{
    clock,
    helpers::{Answer, Browser, Site},
};
use passerelle_server::{demo::people::person_id, local};
use reqwest::{Method, header};
use serde_json::{Value, json};

async fn list(browser: &mut Browser, path: &str) -> Vec<Value> {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.json()
}

fn ids(list: &[Value]) -> Vec<&str> {
    list.iter().map(|entry| entry["id"].as_str().unwrap()).collect()
}

/// The field that breaks a rule, and the rule.
fn broken(answer: &Answer) -> Vec<(String, String)> {
    assert_eq!(answer.problem(), (422, "unusable".into()), "{}", answer.text());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let fields = answer.json::<Value>()["fields"].as_array().cloned().unwrap_or_default();
    fields.iter().map(|field| (text(&field["field"]), text(&field["rule"]))).collect()
}

#[tokio::test]
async fn every_list_speaks_the_language_asked_for_and_french_else() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    for (path, least, field) in [
        ("/api/v1/library/steps", 60, "title"),
        ("/api/v1/library/sectors", 10, "name"),
        ("/api/v1/library/occupations", 100, "name"),
        ("/api/v1/services", 35, "does"),
        ("/api/v1/codes", 60, "situation"),
    ] {
        let french = list(&mut asmae, path).await;
        assert!(french.len() >= least, "{path}: {}", french.len());
        for (lang, is_french) in [("fr", true), ("fr-BE", true), ("ti", true), ("nl", false)] {
            let found = list(&mut asmae, &format!("{path}?lang={lang}")).await;
            assert_eq!(found.len(), french.len(), "{path} {lang}");
            let same = found.iter().zip(&french).all(|(a, b)| a[field] == b[field]);
            assert_eq!(same, is_french, "{path} {lang}");
        }
        let refused = asmae.get(&format!("{path}?lamg=fr")).await;
        assert_eq!(refused.problem(), (422, "unusable".into()), "{path}");
    }
}

#[tokio::test]
async fn what_an_app_keeps_is_not_sent_again() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    for path in [
        "/api/v1/library/steps?lang=nl",
        "/api/v1/library/sectors",
        "/api/v1/library/occupations",
        "/api/v1/services?region=wallonia",
        "/api/v1/services/cpas",
        "/api/v1/codes?sector=care",
        "/api/v1/codes/care-handover",
    ] {
        let first = asmae.get(path).await;
        assert_eq!((first.status, first.header("cache-control")), (200, "private, no-cache"));
        let tag = first.header("etag").to_owned();
        let again = asmae.request(Method::GET, path).header(header::IF_NONE_MATCH, tag);
        let again = asmae.send(again).await;
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        assert_eq!(again.header("cache-control"), "private, no-cache");
        let other = asmae.request(Method::GET, path).header(header::IF_NONE_MATCH, "\"other\"");
        assert_eq!(asmae.send(other).await.body, first.body, "{path}");
    }
}

#[tokio::test]
async fn occupations_are_found_in_spite_of_accents_and_typos() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    for (query, lang, expected) in [
        ("electricien", "fr", "electrician"),
        ("%C3%89LECTRICIEN", "fr", "electrician"),
        ("eletricien", "fr", "electrician"),
        ("elektricien", "nl", "electrician"),
        ("cook", "en", "cook"),
    ] {
        let path = format!("/api/v1/library/occupations?lang={lang}&q={query}");
        let found = list(&mut asmae, &path).await;
        assert_eq!(ids(&found).first(), Some(&expected), "{query}");
    }
    assert_eq!(list(&mut asmae, "/api/v1/library/occupations?q=zzzzzzzz").await.len(), 0);
    let all = list(&mut asmae, "/api/v1/library/occupations?q=%20").await;
    assert!(all.len() >= 100, "an empty query asks for everything");
    for shortage in all.iter().flat_map(|one| one["shortage"].as_array().into_iter().flatten()) {
        let complete = ["region", "year", "source"].iter().all(|key| !shortage[key].is_null());
        assert!(complete, "{shortage}");
    }
    let long = format!("/api/v1/library/occupations?q={}", "a".repeat(201));
    assert_eq!(broken(&asmae.get(&long).await), [("q".into(), "too_long".into())]);
}

#[tokio::test]
async fn services_are_those_of_the_region_and_what_is_typed() {
    let site = Site::demo().await;
    let mut cecile = site.browser_of(person_id("Cécile")).await;
    let all = list(&mut cecile, "/api/v1/services").await;
    let near = list(&mut cecile, "/api/v1/services?region=wallonia").await;
    assert!(near.len() < all.len());
    assert!(near.iter().all(|one| one["regions"].to_string().contains("wallonia")));
    assert!(ids(&near).contains(&"forem") && !ids(&near).contains(&"vdab"), "{:?}", ids(&near));
    let found = list(&mut cecile, "/api/v1/services?region=wallonia&q=cpass").await;
    assert_eq!(ids(&found).first(), Some(&"cpas"));

    let cpas: Value = cecile.get("/api/v1/services/cpas?lang=en").await.json();
    for field in ["name", "does", "who", "contact", "web", "note", "kind", "version"] {
        assert!(!cpas[field].is_null(), "{field}");
    }
    assert!(cpas["bring"].as_array().unwrap().len() > 1);
    let region = cecile.get("/api/v1/services?region=lorraine").await;
    assert_eq!(broken(&region), [("region".into(), "unknown".into())]);
    for unknown in ["nothing", "UP", "..%2Fx", "%FF"] {
        let missing = cecile.get(&format!("/api/v1/services/{unknown}")).await;
        assert_eq!(missing.problem(), (404, "not_found".into()), "{unknown}");
    }
}

fn new_service() -> Value {
    json!({
        "lang": "fr", "kind": "youth", "name": " Maison des jeunes ", "regions": ["wallonia"],
        "themes": ["network"], "does": "Elle accueille les jeunes.", "who": "Les 12-26 ans.",
        "bring": ["Rien"], "contact": "Poussez la porte.", "web": "mj.example.be",
        "verified": "2026-01-02",
    })
}

#[tokio::test]
async fn coordinators_look_after_the_directory() {
    let site = Site::demo().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let made = nadia.post("/api/v1/services", &new_service()).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let made: Value = made.json();
    assert_eq!(
        (&made["name"], &made["web"], &made["version"]),
        (&json!("Maison des jeunes"), &json!("https://mj.example.be"), &json!(1))
    );
    let path = format!("/api/v1/services/{}", made["id"].as_str().unwrap());
    let patch = |browser: &Browser, version: Option<&str>, body: &Value| {
        let request = browser.request(Method::PATCH, &path).json(body);
        match version {
            Some(version) => request.header(header::IF_MATCH, version),
            None => request,
        }
    };
    let mut dutch = new_service();
    (dutch["lang"], dutch["name"]) = (json!("nl"), json!("Jeugdhuis"));
    let blind = patch(&nadia, None, &dutch);
    assert_eq!(nadia.send(blind).await.problem(), (428, "version_needed".into()));
    let odd = patch(&nadia, Some("*"), &dutch);
    assert_eq!(nadia.send(odd).await.problem(), (422, "unusable".into()));
    let changed = patch(&nadia, Some("\"1\""), &dutch);
    let changed: Value = nadia.send(changed).await.json();
    assert_eq!((&changed["name"], &changed["version"]), (&json!("Jeugdhuis"), &json!(2)));
    let late = patch(&nadia, Some("\"1\""), &dutch);
    assert_eq!(nadia.send(late).await.problem(), (412, "stale".into()));
    let french: Value = nadia.get(&path).await.json();
    assert_eq!(french["name"], "Maison des jeunes", "the other language stays");

    let bad = json!({
        "lang": "xx", "kind": "bank", "name": " ", "regions": ["lorraine"], "themes": ["joy"],
        "does": "é".repeat(601), "who": "Né le 85.07.30-033.28", "bring": [" "],
        "contact": "a", "web": "javascript:alert(1)", "verified": "2999-01-01",
    });
    let named: Vec<String> = broken(&nadia.post("/api/v1/services", &bad).await)
        .into_iter()
        .map(|(field, rule)| format!("{field} {rule}"))
        .collect();
    assert_eq!(
        named,
        [
            "lang unknown",
            "kind unknown",
            "name empty",
            "regions unknown",
            "themes unknown",
            "does too_long",
            "who private_number",
            "bring empty",
            "web unknown",
            "verified not_a_day",
        ]
    );
}

#[tokio::test]
async fn one_press_says_that_an_entry_is_true_or_takes_it_out() {
    let site = Site::demo().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let press = |browser: &Browser, what: &str, version: &str, body: Option<Value>| {
        let path = format!("/api/v1/services/cpas/{what}?lang=nl");
        let request = browser.request(Method::POST, &path).header(header::IF_MATCH, version);
        match body {
            Some(body) => request.json(&body),
            None => request.header(header::CONTENT_TYPE, "application/json"),
        }
    };
    let before: Value = nadia.get("/api/v1/services/cpas").await.json();
    assert_eq!((&before["lang"], before.get("retired")), (&json!("fr"), None));
    let now = format!("\"{}\"", before["version"]);
    let verified = press(&nadia, "verified", &now, None);
    let verified: Value = nadia.send(verified).await.json();
    assert_eq!(verified["verified"], json!(local::day(clock::now())));
    assert_eq!(verified["lang"], "nl", "in the language of whoever pressed");
    let late = press(&nadia, "retired", &now, Some(json!({ "retired": true })));
    assert_eq!(nadia.send(late).await.problem(), (412, "stale".into()));

    let now = format!("\"{}\"", verified["version"]);
    let out = press(&nadia, "retired", &now, Some(json!({ "retired": true })));
    let out: Value = nadia.send(out).await.json();
    assert_eq!(out["retired"], true);
    let listed =
        async |browser: &mut Browser, path: &str| ids(&list(browser, path).await).contains(&"cpas");
    assert!(!listed(&mut asmae, "/api/v1/services").await);
    assert!(!listed(&mut nadia, "/api/v1/services").await);
    assert!(listed(&mut nadia, "/api/v1/services?retired=true").await);
    let hidden = asmae.get("/api/v1/services?retired=true").await;
    assert_eq!(hidden.problem(), (403, "not_allowed".into()));
    let named: Value = asmae.get("/api/v1/services/cpas").await.json();
    assert_eq!(named["retired"], true, "a referral still finds it");

    let now = format!("\"{}\"", out["version"]);
    let back = press(&nadia, "retired", &now, Some(json!({ "retired": false })));
    nadia.send(back).await;
    assert!(listed(&mut asmae, "/api/v1/services").await);
}
