//! "Please call me": a topic and a time reach the right coordinator, and nothing else.

use crate::pair::Pair;
use passerelle_server::demo::people::person_id;
use serde_json::{Value, json};

#[tokio::test]
async fn a_call_is_asked_for_seen_and_answered() {
    let mut pair = Pair::demo().await;
    let asked = pair.mentee.browser.post(&pair.path("help"), &json!({ "topic": "call" })).await;
    assert_eq!(asked.status, 201, "{}", asked.text());
    let id = asked.json::<Value>()["id"].as_str().unwrap().to_owned();
    assert_eq!(pair.mentor_gets("help").await.text(), "[]", "a call is one's own");
    let mut nadia = pair.site.browser_of(person_id("Nadia")).await;
    let calls: Value = nadia.get("/api/v1/help").await.json();
    let call = calls.as_array().unwrap().iter().find(|call| call["request"]["id"] == id.as_str());
    let call = call.unwrap();
    assert_eq!((&call["name"], &call["role"]), (&json!("Asmae"), &json!("mentee")));
    let mut other = pair.site.browser_of(person_id("Thierry")).await;
    assert!(!other.get("/api/v1/help").await.text().contains(&id));
    let answered = format!("/api/v1/help/{id}/answered");
    assert_eq!(other.post(&answered, &Value::Null).await.problem().0, 404);
    for _ in 0..2 {
        assert_eq!(nadia.post(&answered, &Value::Null).await.status, 204);
    }
    assert!(!nadia.get("/api/v1/help").await.text().contains(&id));
    let own: Value = pair.mentee_gets("help").await.json();
    assert!(own[0]["answered"].is_i64());
}

#[tokio::test]
async fn three_may_wait_and_words_are_refused() {
    let mut pair = Pair::demo().await;
    let path = pair.path("help");
    for body in
        [json!({ "topic": "gossip" }), json!({ "topic": "call", "text": "Canari" }), json!({})]
    {
        let answer = pair.mentor.browser.post(&path, &body).await;
        assert_eq!(answer.problem(), (422, "unusable".into()), "{body}");
    }
    for topic in ["match", "how_to_help", "safety"] {
        assert_eq!(pair.mentor.browser.post(&path, &json!({ "topic": topic })).await.status, 201);
    }
    let more = pair.mentor.browser.post(&path, &json!({ "topic": "app" })).await;
    assert_eq!(more.problem(), (409, "help_waiting".into()));
    assert_eq!(pair.mentee.browser.post(&path, &json!({ "topic": "app" })).await.status, 201);
}
