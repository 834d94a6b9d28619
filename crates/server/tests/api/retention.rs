//! Names and words go some months after a duo, with notice, and not while somebody comes back.

use crate::{
    account::is_on_disk,
    clock,
    helpers::{Browser, Site, new_duo, person_id},
    pair::{Pair, add_objective, new_id},
};
use board::{id::DuoId, time::Timestamp};
use passerelle_server::{demo, upkeep};
use serde_json::{Value, json};

/// A duo with names that nobody else has, ended today, with a word, an outcome and an answer.
async fn ended() -> (Pair, Browser, String) {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let branches: Value = coordinator.get("/api/v1/branches").await.json();
    let mut new = new_duo(&branches[0]["id"]);
    new["mentee_name"] = json!("Canari-Mentee");
    new["mentor_name"] = json!("Canari-Mentor");
    let made: Value = coordinator.post("/api/v1/duos", &new).await.json();
    let duo = made["duo"]["id"].as_str().unwrap().to_owned();
    let (mentee, mentor) = (&made["duo"]["mentee"]["id"], &made["duo"]["mentor"]["id"]);
    let mut pair = Pair::of(site, person_id(mentee), person_id(mentor)).await;
    pair.mentee_does(add_objective(new_id(), "Canari-objectif", false)).await;
    let outcome = json!({ "id": new_id(), "outcome": { "kind": "training",
        "start": "2026-10-01", "evidence": "declared" } });
    let path = format!("/api/v1/duos/{duo}/outcomes");
    assert_eq!(coordinator.post(&path, &outcome).await.status, 201);
    let store = &pair.site.running.app.store;
    let id: DuoId = duo.parse().unwrap();
    store.end_duo(id, clock::now()).await.unwrap();
    (pair, coordinator, duo)
}

/// The hourly work, on that day.
async fn tidy(pair: &Pair, days: i64) -> Timestamp {
    let then = clock::now().plus_days(days);
    upkeep::tidy_at(&pair.site.running.app, then).await.unwrap();
    then
}

fn is_known(pair: &Pair) -> bool {
    is_on_disk(pair.site.data.path(), "Canari-Mentee")
}

#[tokio::test]
async fn six_months_and_thirty_days_of_notice() {
    let (mut pair, mut coordinator, duo) = ended().await;
    let told: Value = pair.mentee.browser.get("/api/v1/me/retention").await.json();
    assert_eq!((&told["months"], &told["notice"]), (&json!(6), &json!(false)));
    assert!(told["until"].is_string());
    tidy(&pair, 100).await;
    // Long after the day, but nobody was told yet: the notice comes first.
    tidy(&pair, 400).await;
    assert!(is_known(&pair));
    tidy(&pair, 429).await;
    assert!(is_known(&pair));
    tidy(&pair, 431).await;
    assert!(!is_known(&pair));
    for word in ["Canari-Mentee", "Canari-Mentor", "Canari-objectif"] {
        assert!(!is_on_disk(pair.site.data.path(), word), "{word} is in a file");
    }
    let path = format!("/api/v1/duos/{duo}/outcomes");
    let kept: Value = coordinator.get(&path).await.json();
    assert_eq!(kept[0]["outcome"]["kind"], "training", "what came of it stays, without a name");
    assert_eq!(pair.mentee.browser.get("/api/v1/session").await.status, 401);
}

#[tokio::test]
async fn a_wish_keeps_the_plan() {
    let (mut pair, _, _) = ended().await;
    tidy(&pair, 170).await;
    let kept = pair.mentee.browser.post("/api/v1/me/retention/keep", &Value::Null).await;
    let kept: Value = kept.json();
    assert_eq!(kept["notice"], false);
    tidy(&pair, 400).await;
    tidy(&pair, 431).await;
    let board = format!("/api/v1/boards/{}", pair.board);
    assert_eq!(pair.mentee.browser.get(&board).await.status, 200);
    let on_disk = |word| is_on_disk(pair.site.data.path(), word);
    assert!(on_disk("Canari-Mentee") && !on_disk("Canari-Mentor"), "each for themselves");
}

#[tokio::test]
async fn nobody_goes_while_a_duo_runs() {
    let site = Site::demo().await;
    let asmae = demo::people::person_id("Asmae");
    let pair = Pair::of(site, asmae, demo::people::person_id("Cécile")).await;
    tidy(&pair, 1000).await;
    tidy(&pair, 1040).await;
    let store = &pair.site.running.app.store;
    assert_eq!(store.past_of(asmae).await.unwrap(), None);
    assert_eq!(store.boards_of(asmae).await.unwrap()[0].mentee.name, "Asmae");
}
