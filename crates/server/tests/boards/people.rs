//! People with a signed-in device: what they send, and what they get.

use crate::{server::Server, sse::Stream};
use reqwest::{Client, Method, RequestBuilder, StatusCode, header};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

/// Somebody with a session and an app installation.
#[derive(Clone)]
pub struct Person {
    client: Client,
    pub origin: String,
    pub cookie: String,
    pub device: String,
    pub board: String,
}

/// An answer, with its exact bytes.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {}", self.text))
    }

    #[track_caller]
    pub fn is(&self, status: u16, code: &str) {
        let found = self.json();
        assert_eq!((self.status.as_u16(), found["code"].as_str()), (status, Some(code)), "{found}");
    }
}

/// An id that nobody has yet.
pub fn new_id() -> String {
    static LAST: AtomicU64 = AtomicU64::new(1);
    let number = LAST.fetch_add(1, Ordering::Relaxed);
    format!("01900000-0000-7000-8000-{number:012x}")
}

/// A coordinator, and the two people of a new duo.
pub async fn duo(server: &Server) -> [Person; 3] {
    let coordinator = sign_in(&server.origin, &server.token).await;
    let [mentee, mentor] = another_duo(&coordinator).await;
    [coordinator, mentee, mentor]
}

/// The two people of a further duo.
pub async fn another_duo(coordinator: &Person) -> [Person; 2] {
    let branches = coordinator.get("/api/v1/branches").await.json();
    let body = json!({
        "mentee_name": "Asmae", "mentee_lang": "fr", "mentor_name": "Cécile", "mentor_lang": "fr",
        "branch": branches[0]["id"], "start": "2026-09-01", "cadence_days": 7,
    });
    let made = coordinator.post("/api/v1/duos", &body).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let made = made.json();
    let token = |index: usize| {
        let link = made["invitations"][index]["link"].as_str().unwrap();
        link.split_once('#').unwrap().1.to_owned()
    };
    let mentee = sign_in(&coordinator.origin, &token(0)).await;
    [mentee, sign_in(&coordinator.origin, &token(1)).await]
}

async fn sign_in(origin: &str, token: &str) -> Person {
    let client = Client::new();
    let body = json!({ "key": { "token": token }, "own_device": true });
    let request = client.post(format!("{origin}/api/v1/session")).json(&body);
    let response = request.send().await.unwrap();
    assert!(response.status().is_success(), "signing in: {}", response.status());
    let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let origin = origin.to_owned();
    let mut person = Person { client, origin, cookie, device: new_id(), board: String::new() };
    let boards = person.get("/api/v1/boards").await.json();
    person.board = boards[0]["id"].as_str().unwrap_or_default().to_owned();
    person
}

impl Person {
    /// The same person with another app installation.
    pub fn on_another_device(&self) -> Self {
        Self { device: new_id(), ..self.clone() }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.origin));
        request.header(header::COOKIE, &self.cookie)
    }

    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        Answer { status: response.status(), text: response.text().await.unwrap() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    pub fn ops_path(&self) -> String {
        format!("/api/v1/boards/{}/ops", self.board)
    }

    /// Sends operations with these numbers, knowing nothing of the board.
    pub async fn submit(&self, ops: &[(u64, Value)]) -> Answer {
        self.post(&self.ops_path(), &self.submission(ops)).await
    }

    pub fn submission(&self, ops: &[(u64, Value)]) -> Value {
        let ops: Vec<_> = ops.iter().map(|(seq, op)| json!({ "seq": seq, "op": op })).collect();
        json!({ "device": self.device, "cursor": "00000000.0.0", "ops": ops })
    }

    /// Like [`Self::submit`], and all of it must be carried out.
    pub async fn does(&self, ops: &[(u64, Value)]) {
        let answer = self.submit(ops).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let receipts = answer.json()["receipts"].clone();
        let expected: Vec<_> = ops.iter().map(|(seq, _)| json!({ "seq": seq })).collect();
        assert_eq!(receipts, json!(expected));
    }

    /// The board, since a cursor if there is one.
    pub async fn read(&self, since: &str) -> Answer {
        let since = if since.is_empty() { String::new() } else { format!("&since={since}") };
        self.get(&format!("/api/v1/boards/{}?device={}{since}", self.board, self.device)).await
    }

    pub async fn cursor(&self) -> String {
        self.read("").await.json()["snapshot"]["cursor"].as_str().unwrap().to_owned()
    }

    /// The live stream, since a cursor or `Last-Event-ID` if there is one.
    pub async fn follow(&self, since: &str, last_event_id: &str) -> Stream {
        let since = if since.is_empty() { String::new() } else { format!("&since={since}") };
        let path = format!("/api/v1/boards/{}/events?device={}{since}", self.board, self.device);
        let mut request = self.request(Method::GET, &path);
        if !last_event_id.is_empty() {
            request = request.header("Last-Event-ID", last_event_id);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        Stream::new(response)
    }
}

pub fn objective(id: &str, title: &str, only_me: bool) -> Value {
    json!({ "add_objective": { "id": id, "title": title, "horizon": "short", "only_me": only_me } })
}

pub fn comment(id: &str, on: &str, text: &str) -> Value {
    json!({ "add_comment": { "id": id, "on": on, "text": text } })
}

pub fn edit(item: &str, base: &str, text: &str) -> Value {
    json!({ "edit_text": { "item": item, "field": "title", "base": base, "text": text } })
}
