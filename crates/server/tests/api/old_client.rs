//! Apps of earlier builds at today's server. Phones keep an app for months, and an outbox with it:
//! what they sent is recorded in `old_client/`, byte by byte, and sent again here.

use crate::{
    helpers::{Answer, Browser},
    pair::Pair,
};
use futures_util::StreamExt;
use reqwest::{Method, header};
use serde_json::Value;

const CONVERSATION: &str = include_str!("old_client/2026-11.txt");
const ANSWERS: &str = include_str!("old_client/answers.txt");
/// The phones, as they named themselves.
const MENTEE: &str = "01890000-0000-7000-8000-0000000000d1";
const MENTOR: &str = "01890000-0000-7000-8000-0000000000d2";

/// The lines of a record: a word, then the rest.
fn lines(record: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = record.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_once(' ').unwrap())
}

/// Says where an answer lacks what an app needs.
fn lacks(needed: &Value, answer: &Value, place: &str) -> Option<String> {
    match (needed, answer) {
        (Value::Object(needed), Value::Object(answer)) => {
            needed.iter().find_map(|(name, value)| {
                let place = format!("{place}.{name}");
                answer.get(name).map_or(Some(place.clone()), |found| lacks(value, found, &place))
            })
        }
        (Value::Array(needed), Value::Array(answer)) => {
            let one = needed.first()?;
            answer.iter().find_map(|found| lacks(one, found, &format!("{place}[]")))
        }
        (Value::String(_), Value::String(_))
        | (Value::Bool(_), Value::Bool(_))
        | (Value::Number(_), Value::Number(_)) => None,
        _ => Some(place.to_owned()),
    }
}

#[track_caller]
fn readable(kind: &str, answer: &Value) {
    let (_, needed) = lines(ANSWERS).find(|(of, _)| *of == kind).unwrap();
    let needed: Value = serde_json::from_str(needed).unwrap();
    assert_eq!(lacks(&needed, answer, kind), None, "{answer}");
}

/// A phone with an app of then.
struct Phone {
    browser: Browser,
    device: &'static str,
    board: String,
    cursor: String,
    seq: u64,
}

impl Phone {
    fn new(browser: Browser, device: &'static str, board: &str) -> Self {
        Self { browser, device, board: board.to_owned(), cursor: String::new(), seq: 0 }
    }

    async fn read(&mut self, since: &str) -> Value {
        let path = format!("/api/v1/boards/{}?device={}{since}", self.board, self.device);
        let request = self.browser.request(Method::GET, &path);
        let answer = self.browser.send(request.header(header::ACCEPT, "application/json")).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }

    /// Sends one operation as the app of then did.
    async fn send(&mut self, op: &str) -> Answer {
        self.seq += 1;
        let body = format!(
            r#"{{"device":"{}","cursor":"{}","ops":[{{"seq":{},"op":{op}}}]}}"#,
            self.device, self.cursor, self.seq
        );
        let path = format!("/api/v1/boards/{}/ops", self.board);
        let request = self.browser.request(Method::POST, &path).body(body);
        let request = request.header(header::CONTENT_TYPE, "application/json");
        self.browser.send(request.header(header::ACCEPT, "application/json")).await
    }

    /// Takes the cursor of a feed.
    fn follow(&mut self, feed: &Value) {
        let inner = feed.get("changes").or_else(|| feed.get("snapshot")).unwrap();
        inner["cursor"].as_str().unwrap().clone_into(&mut self.cursor);
    }
}

/// When the version that waits beside a title was written.
fn waiting(snapshot: &Value, title: &str) -> String {
    let items = snapshot["snapshot"]["shared"].as_array().unwrap();
    let item = items.iter().find(|item| item["id"] == title).unwrap();
    item["body"]["objective"]["title"]["others"][0]["at"].to_string()
}

async fn duo() -> (Pair, Phone, Phone) {
    let pair = Pair::demo().await;
    let mut phones = [(&pair.mentee, MENTEE), (&pair.mentor, MENTOR)]
        .map(|(writer, device)| Phone::new(writer.browser.clone(), device, &pair.board));
    for phone in &mut phones {
        let snapshot = phone.read("").await;
        readable("snapshot", &snapshot);
        phone.follow(&snapshot);
    }
    let [mentee, mentor] = phones;
    (pair, mentee, mentor)
}

#[tokio::test]
async fn every_kind_of_change_of_then_is_taken_and_answered() {
    let (_pair, mut mentee, mut mentor) = duo().await;
    let mut refused = Vec::new();
    for (who, op) in lines(CONVERSATION) {
        let op = if op.contains("$waiting") {
            let snapshot = mentee.read("").await;
            op.replace("$waiting", &waiting(&snapshot, "01890000-0000-7000-8000-000000000101"))
        } else {
            op.to_owned()
        };
        let phone = if who == "mentee" { &mut mentee } else { &mut mentor };
        let answer = phone.send(&op).await;
        assert_eq!(answer.status, 200, "{op}: {}", answer.text());
        let answer: Value = answer.json();
        readable("submitted", &answer);
        assert_eq!(answer["receipts"][0]["seq"], phone.seq);
        if let Some(why) = answer["receipts"][0].get("rejected") {
            refused.push(format!("{why} for {who} {op}"));
        }
        phone.follow(&answer["feed"]);
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));

    // The other person's changes, as a poll told them.
    let since = format!("&since={}", mentor.cursor);
    mentee
        .send(r#"{"tick_step":{"item":"01890000-0000-7000-8000-000000000103","done":false}}"#)
        .await;
    let changes = mentor.read(&since).await;
    readable("changes", &changes);
    let change = &changes["changes"]["shared"].as_array().unwrap().last().unwrap()["change"];
    assert_eq!(change["op"]["tick_step"]["done"], false, "{changes}");
}

#[test]
fn the_record_holds_every_operation_an_app_asks_for() {
    let source = include_str!("../../../board/tests/wire/travels.txt");
    // A seal is a consequence: no app asks for it.
    for line in source.lines().filter(|line| line.starts_with("Op ") && !line.contains("{\"seal\""))
    {
        let op: Value = serde_json::from_str(&line[3..]).unwrap();
        let name = op.as_object().unwrap().keys().next().unwrap();
        assert!(CONVERSATION.contains(&format!(" {{\"{name}\":")), "nothing recorded for {name}");
    }
}

#[tokio::test]
async fn the_session_the_stream_and_a_problem_are_what_apps_of_then_read() {
    let (_pair, mut mentee, mentor) = duo().await;
    readable("session", &mentee.browser.get("/api/v1/session").await.json());
    readable("problem", &mentee.browser.get("/api/v1/boards/none").await.json());

    let (board, device, cursor) = (&mentor.board, mentor.device, &mentor.cursor);
    let path = format!("/api/v1/boards/{board}/events?device={device}&since={cursor}");
    let request = mentor.browser.request(Method::GET, &path);
    let mut stream = request.send().await.unwrap().bytes_stream();
    mentee.send(r#"{"add_objective":{"id":"01890000-0000-7000-8000-000000000201","title":"Lire","horizon":"short"}}"#).await;
    let mut told = String::new();
    while !told.contains("add_objective") {
        told.push_str(&String::from_utf8_lossy(&stream.next().await.unwrap().unwrap()));
    }
    // Apps of then knew messages without a name, "changed", "beat" with a cursor, and "reset".
    for event in told.split("\n\n").filter(|event| !event.is_empty()) {
        let field = |name: &str| {
            event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim)
        };
        match field("event") {
            None => {
                let feed: Value = serde_json::from_str(field("data").unwrap()).unwrap();
                assert!(feed.get("changes").is_some() || feed.get("snapshot").is_some(), "{event}");
                assert!(field("id").is_some(), "{event}");
            }
            Some(name) => assert!(["changed", "reset"].contains(&name), "{event}"),
        }
    }
}
