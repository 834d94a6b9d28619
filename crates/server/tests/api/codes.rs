//! Sector codes: read by everyone, written by mentors, judged by others, decided by coordinators.

use crate::helpers::{Answer, Browser, Site};
use passerelle_server::demo::people::person_id;
use reqwest::{Method, header};
use serde_json::{Value, json};

const CODES: &str = "/api/v1/codes";

fn new_code() -> Value {
    json!({
        "sector": "care", "lang": "fr", "situation": "Le badge", "happens": "On badge en entrant.",
        "expected": "Badgez avant de vous changer.", "wrong": "On oublie en partant.",
        "say": "J’ai oublié de badger hier, que dois-je faire ?",
    })
}

fn decision(card: &Value, state: &str, reply: &str) -> Value {
    json!({ "card": card, "state": state, "reply": reply })
}

async fn decide(browser: &mut Browser, id: &Value, version: u64, body: &Value) -> Answer {
    let path = format!("{CODES}/{}/decision", id.as_str().unwrap());
    let request = browser.request(Method::POST, &path).json(body);
    browser.send(request.header(header::IF_MATCH, format!("\"{version}\""))).await
}

async fn change(browser: &mut Browser, id: &Value, version: u64, body: &Value) -> Answer {
    let path = format!("{CODES}/{}", id.as_str().unwrap());
    let request = browser.request(Method::PATCH, &path).json(body);
    browser.send(request.header(header::IF_MATCH, format!("\"{version}\""))).await
}

async fn list(browser: &mut Browser, path: &str) -> Vec<Value> {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.json()
}

fn find<'v>(list: &'v [Value], id: &Value) -> Option<&'v Value> {
    list.iter().find(|card| card["id"] == *id)
}

#[tokio::test]
async fn a_sector_comes_with_what_holds_everywhere() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let care = list(&mut asmae, "/api/v1/codes?sector=care&lang=nl").await;
    let sectors: Vec<_> = care.iter().map(|card| card["sector"].as_str().unwrap()).collect();
    assert!(sectors.contains(&"care") && sectors.contains(&"any"));
    assert!(sectors.iter().all(|sector| ["care", "any"].contains(sector)));
    assert!(sectors.is_sorted_by_key(|sector| *sector == "any"), "its own come first");
    assert!(care.iter().all(|card| card["lang"] == "nl" && card["state"] == "published"));
    let any = list(&mut asmae, "/api/v1/codes?sector=any").await;
    assert!(any.iter().all(|card| card["sector"] == "any"));
    for unusable in ["piracy", "Care", ""] {
        let refused = asmae.get(&format!("/api/v1/codes?sector={unusable}")).await;
        assert_eq!(refused.problem(), (422, "unusable".into()), "{unusable}");
    }
    let sectors = list(&mut asmae, "/api/v1/library/sectors").await;
    let own = care.iter().filter(|card| card["sector"] == "care").count();
    let counted = sectors.iter().find(|sector| sector["id"] == "care").unwrap();
    assert_eq!(counted["cards"], json!(own));

    // A card in another language than the one asked for comes in its own.
    let dutch: Value = asmae.get("/api/v1/codes/demo-evening-news?lang=nl").await.json();
    assert_eq!(dutch["lang"], "fr");
}

#[tokio::test]
async fn cards_are_found_in_spite_of_accents_and_typos() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    for (query, expected) in [
        ("equipe%20transmision&sector=care", "care-handover"),
        ("TRANSMISSION", "care-handover"),
        ("parents%20reviennent", "demo-evening-news"),
        ("overdracht&lang=nl", "care-handover"),
    ] {
        let found = list(&mut asmae, &format!("/api/v1/codes/search?q={query}")).await;
        let ids: Vec<_> = found.iter().map(|card| card["id"].as_str().unwrap()).collect();
        assert!(ids.iter().take(3).any(|id| *id == expected), "{query}: {ids:?}");
    }
    assert_eq!(list(&mut asmae, "/api/v1/codes/search?q=zzzzzzz").await.len(), 0);
    assert_eq!(asmae.get("/api/v1/codes/search").await.problem(), (422, "unusable".into()));
    let long = format!("/api/v1/codes/search?q={}", "a".repeat(300));
    assert_eq!(asmae.get(&long).await.problem(), (422, "unusable".into()));
}

#[tokio::test]
async fn a_card_waits_is_sent_back_written_again_and_published() {
    let site = Site::demo().await;
    let mut cecile = site.browser_of(person_id("Cécile")).await;
    let mut luc = site.browser_of(person_id("Luc")).await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let made = cecile.post(CODES, &new_code()).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let made: Value = made.json();
    let (id, path) = (&made["id"], format!("{CODES}/{}", made["id"].as_str().unwrap()));
    assert_eq!((&made["state"], &made["own"]), (&json!("waiting"), &json!(true)));
    assert_eq!((&made["version"], &made["author"]), (&json!(1), &Value::Null));
    assert_eq!(luc.get(&path).await.problem(), (404, "not_found".into()), "not published yet");
    assert!(find(&list(&mut luc, CODES).await, id).is_none());
    let waiting = list(&mut nadia, "/api/v1/codes/waiting").await;
    assert!(find(&waiting, id).is_some_and(|card| card.get("author").is_none()));

    let wordless = decide(&mut nadia, id, 1, &decision(&new_code(), "returned", " ")).await;
    assert_eq!(wordless.json::<Value>()["fields"][0]["field"], "reply");
    let back = decide(&mut nadia, id, 1, &decision(&new_code(), "returned", "Et le soir ?")).await;
    assert_eq!(back.json::<Value>()["state"], "returned");
    let mine = list(&mut cecile, "/api/v1/codes/mine").await;
    assert_eq!(find(&mine, id).unwrap()["reply"], "Et le soir ?");

    let mut better = new_code();
    better["wrong"] = json!("On oublie le soir.");
    let stale = change(&mut cecile, id, 1, &better).await;
    assert_eq!(stale.problem(), (412, "stale".into()));
    let foreign = change(&mut luc, id, 2, &better).await;
    assert_eq!(foreign.problem(), (404, "not_found".into()));
    let again = change(&mut cecile, id, 2, &better).await;
    assert_eq!(again.json::<Value>()["state"], "waiting");

    let late = decide(&mut nadia, id, 2, &decision(&better, "published", "")).await;
    assert_eq!(late.problem(), (412, "stale".into()));
    let mut named = better.clone();
    named["named"] = json!(true);
    let done = decide(&mut nadia, id, 3, &decision(&named, "published", "Merci !")).await;
    assert_eq!(done.status, 200, "{}", done.text());
    let seen: Value = luc.get(&path).await.json();
    assert_eq!((&seen["wrong"], seen.get("reply")), (&json!("On oublie le soir."), None));
    assert_eq!(seen.get("author"), None, "a coordinator cannot name who stays unnamed");
    let closed = change(&mut cecile, id, 4, &better).await;
    assert_eq!(closed.problem(), (412, "stale".into()), "published cards are the library's");

    let gone = decide(&mut nadia, id, 4, &decision(&better, "retired", "")).await;
    assert_eq!(gone.status, 200, "{}", gone.text());
    assert_eq!(luc.get(&path).await.status, 404);
    let history = list(&mut nadia, &format!("{path}/history")).await;
    let states: Vec<_> = history.iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["retired", "published", "waiting", "returned", "waiting"]);
    let by: Vec<_> = history.iter().map(|one| one["by"].as_str()).collect();
    assert_eq!(by, [Some("Nadia"), Some("Nadia"), None, Some("Nadia"), None]);
    assert_eq!(history[4]["texts"]["fr"]["wrong"], "On oublie en partant.");
}

#[tokio::test]
async fn a_shipped_card_is_edited_language_by_language() {
    let site = Site::demo().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let id = json!("care-knock");
    let mut card = new_code();
    let back = decide(&mut nadia, &id, 1, &decision(&card, "returned", "Non")).await;
    assert_eq!(back.json::<Value>()["fields"][0]["field"], "state", "it has no author");
    card["lang"] = json!("nl");
    let done = decide(&mut nadia, &id, 1, &decision(&card, "published", "")).await;
    assert_eq!(done.json::<Value>()["situation"], "Le badge");
    let french: Value = nadia.get("/api/v1/codes/care-knock").await.json();
    assert_eq!(
        (&french["situation"], &french["version"]),
        (&json!("Entrer dans une chambre"), &json!(2))
    );
    let history = list(&mut nadia, "/api/v1/codes/care-knock/history").await;
    assert_eq!(history.len(), 2);
    assert_ne!(history[0]["texts"]["nl"], history[1]["texts"]["nl"]);
}

#[tokio::test]
async fn the_name_of_an_author_is_shown_when_they_say_so() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let card: Value = asmae.get("/api/v1/codes/demo-evening-news").await.json();
    assert_eq!(card["author"], "Cécile");
    let mut cecile = site.browser_of(person_id("Cécile")).await;
    assert_eq!(cecile.get("/api/v1/codes/demo-stand-up").await.status, 404, "Marc's, waiting");
}

#[tokio::test]
async fn a_request_sent_twice_writes_one_card() {
    let site = Site::demo().await;
    let mut cecile = site.browser_of(person_id("Cécile")).await;
    let ask = |browser: &Browser, body: &Value| {
        browser.request(Method::POST, CODES).header("idempotency-key", "one tap").json(body)
    };
    let (first, second) =
        tokio::join!(ask(&cecile, &new_code()).send(), ask(&cecile, &new_code()).send());
    let (first, second): (Value, Value) =
        (first.unwrap().json().await.unwrap(), second.unwrap().json().await.unwrap());
    assert_eq!(first, second);
    let mut other = new_code();
    other["say"] = json!("Autre chose.");
    let reused = ask(&cecile, &other);
    assert_eq!(cecile.send(reused).await.problem(), (422, "unusable".into()));
    let mine = list(&mut cecile, "/api/v1/codes/mine").await;
    assert_eq!(mine.iter().filter(|card| card["situation"] == "Le badge").count(), 1);
    let long = cecile.request(Method::POST, CODES).header("idempotency-key", "k".repeat(101));
    assert_eq!(cecile.send(long.json(&new_code())).await.problem(), (422, "unusable".into()));
    let mut luc = site.browser_of(person_id("Luc")).await;
    let his = ask(&luc, &other);
    assert_eq!(luc.send(his).await.status, 201, "another person's key is another key");
}

#[tokio::test]
async fn every_field_that_breaks_a_rule_is_named() {
    let site = Site::demo().await;
    let mut cecile = site.browser_of(person_id("Cécile")).await;
    let bad = json!({
        "sector": "piracy", "lang": "xx", "situation": "é".repeat(201), "happens": " ",
        "expected": "é".repeat(401), "wrong": "Carte 4111 1111 1111 1111",
        "say": "Mon compte est BE68 5390 0754 7034",
    });
    let refused = cecile.post(CODES, &bad).await;
    assert!(!refused.text().contains("4111"), "never what was typed");
    let fields = refused.json::<Value>()["fields"].as_array().unwrap().clone();
    let named: Vec<_> = fields
        .iter()
        .map(|one| (one["field"].as_str().unwrap(), one["rule"].as_str().unwrap()))
        .collect();
    assert_eq!(
        named,
        [
            ("sector", "unknown"),
            ("lang", "unknown"),
            ("situation", "too_long"),
            ("happens", "empty"),
            ("expected", "too_long"),
            ("wrong", "private_number"),
            ("say", "private_number"),
        ]
    );
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    for state in ["waiting", "sold"] {
        let odd =
            decide(&mut nadia, &json!("care-knock"), 1, &decision(&new_code(), state, "")).await;
        assert_eq!(odd.json::<Value>()["fields"][0]["field"], "state", "{state}");
    }
    let blind = nadia
        .post("/api/v1/codes/care-knock/decision", &decision(&new_code(), "retired", ""))
        .await;
    assert_eq!(blind.problem(), (428, "version_needed".into()));
}

#[tokio::test]
async fn people_say_whether_a_card_is_still_true() {
    let site = Site::demo().await;
    let path = "/api/v1/codes/demo-evening-news/verdict";
    let say = |verdict: Value, region: &str| json!({ "verdict": verdict, "region": region });
    let mut luc = site.browser_of(person_id("Luc")).await;
    let card: Value = luc.post(path, &say(json!("depends"), "wallonia")).await.json();
    assert_eq!(card["mine"], "depends");
    assert_eq!(
        card["votes"],
        json!([
            { "region": "brussels", "still_true": 1, "depends": 1 },
            { "region": "wallonia", "still_true": 1, "depends": 1 },
            { "region": "flanders", "still_true": 1, "depends": 0 },
        ])
    );
    let card: Value = luc.post(path, &say(json!("still_true"), "wallonia")).await.json();
    assert_eq!(card["votes"][1], json!({ "region": "wallonia", "still_true": 2, "depends": 0 }));
    let card: Value = luc.post(path, &say(Value::Null, "wallonia")).await.json();
    assert_eq!((card.get("mine"), &card["votes"][1]["still_true"]), (None, &json!(1)));

    let own = site
        .browser_of(person_id("Cécile"))
        .await
        .post(path, &say(json!("still_true"), "brussels"))
        .await;
    assert_eq!(own.problem(), (403, "not_allowed".into()), "not one's own card");
    let odd = luc.post(path, &say(json!("rubbish"), "lorraine")).await;
    assert_eq!(odd.json::<Value>()["fields"].as_array().unwrap().len(), 2);
    let waiting = "/api/v1/codes/demo-stand-up/verdict";
    assert_eq!(luc.post(waiting, &say(json!("depends"), "brussels")).await.status, 404);
}

#[tokio::test]
async fn who_leaves_takes_their_name_and_what_was_not_published_along() {
    let site = Site::demo().await;
    let mut cecile = site.browser_of(person_id("Cécile")).await;
    let made: Value = cecile.post(CODES, &new_code()).await.json();
    let ended = cecile.post("/api/v1/account/end", &json!({ "name": "Cécile" })).await;
    assert!((200..300).contains(&ended.status), "{}", ended.text());
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let path = format!("{CODES}/{}", made["id"].as_str().unwrap());
    assert_eq!(nadia.get(&path).await.problem(), (404, "not_found".into()));
    let card: Value = nadia.get("/api/v1/codes/demo-evening-news").await.json();
    assert_eq!((card.get("author"), &card["state"]), (None, &json!("published")));
    let history = nadia.get("/api/v1/codes/demo-evening-news/history").await.text();
    assert!(!history.contains("Cécile"), "{history}");
}
