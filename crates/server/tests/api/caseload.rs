//! The caseload: who needs somebody first, for whose eyes, and told as it happens.

use crate::{
    clock,
    duo_health::duo_of,
    helpers::{Site, new_duo},
    pair::{add, new_id},
};
use board::actor::Role;
use chrono::{Days, NaiveDate};
use passerelle_server::local;
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

fn ago(days: u64) -> NaiveDate {
    local::day(clock::now()).checked_sub_days(Days::new(days)).unwrap()
}

fn names(caseload: &Value) -> Vec<&str> {
    let rows = caseload["rows"].as_array().unwrap();
    rows.iter().map(|row| row["mentee"]["name"].as_str().unwrap()).collect()
}

fn count(counts: &Value, state: &str) -> u64 {
    let counts = counts.as_array().unwrap();
    counts.iter().find(|count| count["state"] == state).unwrap()["duos"].as_u64().unwrap()
}

/// Three duos: one of 60 days that never met, one of 20 days, one of today.
async fn three() -> (Site, crate::helpers::Browser, Value) {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let branches: Value = coordinator.get("/api/v1/branches").await.json();
    let branch = branches[0]["id"].clone();
    for (name, days, lang) in [("Jeune", 0, "fr"), ("Veille", 20, "nl"), ("Arrêt", 60, "fr")] {
        let mut new = new_duo(&branch);
        new["mentee_name"] = json!(name);
        new["mentee_lang"] = json!(lang);
        new["start"] = json!(ago(days));
        if name == "Veille" {
            new["sector"] = json!("care");
        }
        let made = coordinator.post("/api/v1/duos", &new).await;
        assert_eq!(made.status, 201, "{}", made.text());
    }
    (site, coordinator, branch)
}

#[tokio::test]
async fn the_one_who_needs_somebody_comes_first() {
    let (_site, mut coordinator, _) = three().await;
    let answer = coordinator.get("/api/v1/caseload").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let caseload: Value = answer.json();
    assert_eq!(names(&caseload), ["Arrêt", "Veille", "Jeune"]);
    assert_eq!((&caseload["total"], &caseload["to_call"]), (&json!(3), &json!(1)));
    assert_eq!(caseload["rows"][0]["health"]["state"], "stalled");
    assert_eq!(caseload["rows"][0]["health"]["reasons"][0]["cause"]["R4"]["days"], 60);
    assert_eq!(caseload["rows"][0]["mentor_due"], json!(ago(46)));
    assert_eq!(count(&caseload["counts"], "watch"), 1);
    let first: Value = coordinator.get("/api/v1/caseload?limit=1&after=1").await.json();
    assert_eq!(names(&first), ["Veille"]);
    assert_eq!(first["total"], 3);
}

#[tokio::test]
async fn filters_are_the_servers_and_count_without_the_state() {
    let (_site, mut coordinator, branch) = three().await;
    for (query, expected) in [
        ("state=stalled,too_early".to_owned(), vec!["Arrêt", "Jeune"]),
        ("state=closed".into(), vec![]),
        ("q=arret".into(), vec!["Arrêt"]),
        ("q=cecile".into(), vec!["Arrêt", "Veille", "Jeune"]),
        ("q=nobody".into(), vec![]),
        ("lang=nl".into(), vec!["Veille"]),
        (format!("month={}", ago(60).format("%Y-%m")), vec!["Arrêt"]),
        (format!("branch={}", branch.as_str().unwrap()), vec!["Arrêt", "Veille", "Jeune"]),
    ] {
        let found: Value = coordinator.get(&format!("/api/v1/caseload?{query}")).await.json();
        assert_eq!(names(&found), expected, "{query}");
    }
    let one: Value = coordinator.get("/api/v1/caseload?state=stalled").await.json();
    assert_eq!((count(&one["counts"], "watch"), &one["total"]), (1, &json!(1)));
    for bad in ["state=sleepy", "month=2026-13", "month=soon", "after=-1", "canari=1"] {
        let refused = coordinator.get(&format!("/api/v1/caseload?{bad}")).await;
        assert_eq!(refused.problem(), (422, "unusable".into()), "{bad}");
    }
}

#[tokio::test]
async fn the_same_again_costs_nothing() {
    let (_site, mut coordinator, _) = three().await;
    let first = coordinator.get("/api/v1/caseload").await;
    let tag = first.headers["etag"].clone();
    let request = coordinator.request(Method::GET, "/api/v1/caseload").header("if-none-match", tag);
    assert_eq!(coordinator.send(request).await.status, 304);
}

#[tokio::test]
async fn another_branch_is_not_there() {
    let (site, mut coordinator, branch) = three().await;
    let mine: Value = coordinator.get("/api/v1/caseload").await.json();
    let duo = mine["rows"][0]["id"].as_str().unwrap().to_owned();
    let branch = branch.as_str().unwrap();
    let mut other = site.browser_of(site.staff(Role::Coordinator).await).await;
    let theirs: Value = other.get("/api/v1/caseload").await.json();
    assert!(names(&theirs).is_empty());
    for path in [
        format!("caseload?branch={branch}"),
        format!("duos/{duo}/state"),
        format!("branches/{branch}/view"),
        format!("branches/{branch}/thresholds"),
    ] {
        let refused = other.get(&format!("/api/v1/{path}")).await;
        assert_eq!(refused.problem(), (404, "not_found".into()), "{path}");
    }
}

#[tokio::test]
async fn the_two_and_their_coordinator_see_one_state() {
    let (mut pair, mut coordinator, duo) = duo_of(60).await;
    pair.add_meeting(&ago(24).to_string(), "held", Some(60)).await;
    let path = format!("/api/v1/duos/{duo}/state");
    let row: Value = coordinator.get(&path).await.json();
    let own: Value = pair.mentee_gets("health").await.json();
    assert_eq!((&row["health"]["state"], &own["state"]), (&json!("stalled"), &json!("stalled")));
    assert_eq!(row["last_met"], json!(ago(24)));
    let told = |health: &Value| health["reasons"].as_array().unwrap().len();
    assert_eq!(told(&row["health"]), told(&own) + 2, "the coordinator's two contacts that are due");
    let next = json!(ago(0).checked_add_days(Days::new(3)).unwrap());
    pair.mentor_does(add(new_id(), false, json!({ "pause": { "from": ago(0), "until": next } })))
        .await;
    let row: Value = coordinator.get(&path).await.json();
    assert_eq!(row["health"]["state"], "paused");
    assert_eq!(pair.mentee_gets("health").await.json::<Value>()["state"], "paused");
}

#[tokio::test]
async fn words_of_a_board_never_get_here() {
    let (mut pair, mut coordinator, duo) = duo_of(60).await;
    let canary = "Canari-qui-chante";
    pair.mentee_does(crate::pair::add_objective(new_id(), canary, false)).await;
    let met = pair.add_meeting(&ago(2).to_string(), "held", Some(60)).await;
    pair.mentor_does(json!({ "add_comment": { "id": new_id(), "on": met, "text": canary } })).await;
    let branches: Value = coordinator.get("/api/v1/branches").await.json();
    let branch = branches[0]["id"].as_str().unwrap();
    for path in [
        "caseload".to_owned(),
        format!("duos/{duo}/state"),
        format!("branches/{branch}/view"),
        format!("branches/{branch}/thresholds"),
    ] {
        let answer = coordinator.get(&format!("/api/v1/{path}")).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        assert!(!answer.text().contains(canary), "{path}");
    }
}

#[tokio::test]
async fn a_change_is_told_and_nothing_else() {
    let (mut pair, coordinator, duo) = duo_of(60).await;
    let request = coordinator.request(Method::GET, "/api/v1/caseload/live");
    let mut stream = request.send().await.unwrap();
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    pair.mentee_does(crate::pair::add_objective(new_id(), "Canari", false)).await;
    let chunk = tokio::time::timeout(Duration::from_secs(10), stream.chunk()).await;
    let chunk = chunk.expect("told within seconds").unwrap().unwrap();
    let text = String::from_utf8(chunk.to_vec()).unwrap();
    assert_eq!(text, format!("event: changed\ndata: {{\"duo\":\"{duo}\"}}\n\n"));
}

#[tokio::test]
async fn others_hear_nothing_and_the_end_of_a_session_is_the_end() {
    let (mut pair, ..) = duo_of(60).await;
    let other = pair.site.staff(Role::Coordinator).await;
    let browser = pair.site.browser_of(other).await;
    let request = browser.request(Method::GET, "/api/v1/caseload/live");
    let mut stream = request.send().await.unwrap();
    pair.mentee_does(crate::pair::add_objective(new_id(), "Canari", false)).await;
    let quiet = tokio::time::timeout(Duration::from_secs(1), stream.chunk()).await;
    assert!(quiet.is_err(), "{quiet:?}");
    let store = &pair.site.running.app.store;
    let session = store.sessions_of(other, clock::now()).await.unwrap()[0].id;
    pair.site.running.app.hub.end_session(session);
    let over = tokio::time::timeout(Duration::from_secs(5), stream.chunk()).await;
    assert!(matches!(over, Ok(Ok(None))), "{over:?}");
}

#[tokio::test]
async fn what_was_counted_outlives_the_board() {
    let (mut pair, mut coordinator, duo) = duo_of(60).await;
    pair.add_meeting(&ago(24).to_string(), "held", Some(60)).await;
    let end = json!({ "name": "Asmae" });
    let ended = pair.mentee.browser.post("/api/v1/account/end", &end).await;
    assert!(ended.status < 300, "{}", ended.text());
    let row: Value = coordinator.get(&format!("/api/v1/duos/{duo}/state")).await.json();
    assert_eq!(row["health"]["state"], "closed");
    assert_eq!((&row["last_met"], &row["mentee"]["name"]), (&json!(ago(24)), &json!("")));
}

#[tokio::test]
async fn opening_a_duo_is_written_down_for_the_two_once_a_day() {
    let (mut pair, mut coordinator, duo) = duo_of(3).await;
    for _ in 0..2 {
        let read = coordinator.get(&format!("/api/v1/duos/{duo}/state")).await;
        assert_eq!(read.status, 200, "{}", read.text());
    }
    coordinator.get("/api/v1/caseload").await;
    for who in [&mut pair.mentee, &mut pair.mentor] {
        let looks = who.browser.get("/api/v1/me/looks").await;
        assert_eq!(looks.text().matches("duo_page").count(), 1, "{}", looks.text());
    }
}

#[tokio::test]
async fn another_mentor_leaves_what_was_before_as_it_was() {
    let (mut pair, mut coordinator, duo) = duo_of(60).await;
    pair.add_meeting(&ago(24).to_string(), "held", Some(60)).await;
    let closure = json!({ "kind": "no_match", "on": ago(0) });
    let end = coordinator.post(&format!("/api/v1/duos/{duo}/end"), &closure).await;
    assert_eq!(end.status, 200, "{}", end.text());
    let before: Value = coordinator.get(&format!("/api/v1/duos/{duo}/state")).await.json();
    let again = json!({ "mentor_name": "Luc", "mentor_lang": "fr", "start": ago(0),
        "cadence_days": 7 });
    let made = coordinator.post(&format!("/api/v1/duos/{duo}/rematch"), &again).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let next = made.json::<Value>()["duo"]["id"].as_str().unwrap().to_owned();
    let after: Value = coordinator.get(&format!("/api/v1/duos/{duo}/state")).await.json();
    assert_eq!((&after["last_met"], &after["health"]), (&before["last_met"], &before["health"]));
    let new: Value = coordinator.get(&format!("/api/v1/duos/{next}/state")).await.json();
    assert_eq!((&new["health"]["state"], new.get("last_met")), (&json!("too_early"), None));
}
