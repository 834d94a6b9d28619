//! Questions to the library: they arrive, and nothing tells from whom.

use crate::helpers::Site;
use passerelle_server::demo::people::person_id;
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use std::fs;

const QUESTIONS: &str = "/api/v1/codes/questions";
/// A word that stands in one question and nowhere else.
const MARK: &str = "Canari-question";

fn question(text: &str) -> Value {
    json!({ "sector": "care", "code": "care-handover", "text": text, "lang": "fr" })
}

#[tokio::test]
async fn a_question_reaches_those_who_can_answer_it() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    for _ in 0..2 {
        assert_eq!(asmae.post(QUESTIONS, &question(MARK)).await.status, 204);
    }
    let mut luc = site.browser_of(person_id("Luc")).await;
    let care: Vec<Value> = luc.get("/api/v1/codes/questions?sector=care").await.json();
    assert_eq!(care.len(), 1, "the same words again are the same question");
    let mut keys: Vec<_> = care[0].as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["code", "id", "lang", "sector", "text"]);
    let odd = luc.get("/api/v1/codes/questions?sector=piracy").await;
    assert_eq!(odd.problem(), (422, "unusable".into()));
    let all: Vec<Value> = luc.get(QUESTIONS).await.json();
    assert_eq!(all.len(), 2, "with the one of the demo");

    let path = format!("{QUESTIONS}/{}", care[0]["id"].as_str().unwrap());
    assert_eq!(luc.delete(&path).await.problem(), (403, "not_allowed".into()));
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    assert_eq!(nadia.delete(&path).await.status, 204);
    assert_eq!(nadia.delete(&path).await.problem(), (404, "not_found".into()));
}

#[tokio::test]
async fn questions_keep_the_rules_of_the_library() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    for (field, value, rule) in [
        ("sector", json!("piracy"), "unknown"),
        ("code", json!("no-such-card"), "unknown"),
        ("code", json!("demo-stand-up"), "unknown"),
        ("lang", json!("xx"), "unknown"),
        ("text", json!("  "), "empty"),
        ("text", json!("é".repeat(401)), "too_long"),
        ("text", json!("a\u{0}b"), "unstorable"),
        ("text", json!("Je suis 85.07.30-033.28"), "private_number"),
    ] {
        let mut body = question("Pourquoi ?");
        body[field] = value;
        let refused = asmae.post(QUESTIONS, &body).await;
        let problem: Value = refused.json();
        assert_eq!(problem["fields"], json!([{ "field": field, "rule": rule }]), "{field}");
    }
    let named = json!({ "sector": "care", "text": "a", "lang": "fr", "person": "Asmae" });
    assert_eq!(asmae.post(QUESTIONS, &named).await.problem(), (422, "unusable".into()));
}

/// Whoever holds the database file cannot tell who asked: the rows hold nothing but the words and
/// the day, and around the words there is no id of the person.
#[tokio::test]
async fn the_database_holds_no_person_for_a_question() {
    let site = Site::demo().await;
    let (asmae, samir) = (person_id("Asmae"), person_id("Samir"));
    for (person, text) in [(asmae, MARK), (samir, "Une autre question")] {
        let mut browser = site.browser_of(person).await;
        assert_eq!(browser.post(QUESTIONS, &question(text)).await.status, 204);
    }
    let data = site.data.path().to_owned();
    site.running.stop().await;
    let file = data.join("passerelle.db");
    let bytes = fs::read(&file).unwrap();
    let places = places(&bytes, MARK.as_bytes());
    assert!(!places.is_empty(), "the question is kept");
    for place in places {
        let around = &bytes[place.saturating_sub(400)..bytes.len().min(place + 400)];
        for person in [asmae, samir] {
            assert!(!contains(around, person.0.as_bytes()), "an id of a person beside the words");
            assert!(!contains(around, person.to_string().as_bytes()));
        }
    }
    let options = SqliteConnectOptions::new().filename(&file).read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let columns: Vec<String> =
        sqlx::query_scalar("select name from pragma_table_info('code_questions') order by name")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    assert_eq!(columns, ["code", "day", "id", "lang", "sector", "text"]);
    let days: Vec<String> = sqlx::query_scalar("select day from code_questions")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    assert!(days.iter().all(|day| day.len() == "2026-11-22".len()), "no moment but the day");
}

fn places(bytes: &[u8], word: &[u8]) -> Vec<usize> {
    bytes
        .windows(word.len())
        .enumerate()
        .filter(|(_, part)| *part == word)
        .map(|(at, _)| at)
        .collect()
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    !places(bytes, word).is_empty()
}
