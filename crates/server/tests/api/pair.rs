//! Asmae and Cécile with their phones in hand, and what they write.

use crate::{
    clock,
    helpers::{Answer, Browser, Site},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use board::id::PersonId;
use passerelle_server::{demo::people::person_id, ids};
use reqwest::{Method, RequestBuilder, header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The media type of a piece of a file.
pub const PIECE: &str = "application/offset+octet-stream";

/// A duo of the demo.
pub struct Pair {
    pub site: Site,
    pub board: String,
    pub mentee: Writer,
    pub mentor: Writer,
}

/// Somebody who writes on a board.
pub struct Writer {
    pub browser: Browser,
    device: Uuid,
    seq: u64,
}

pub fn new_id() -> Uuid {
    ids::new_id(clock::now())
}

impl Pair {
    pub async fn demo() -> Self {
        Self::of(Site::demo().await, person_id("Asmae"), person_id("Cécile")).await
    }

    pub async fn of(site: Site, mentee: PersonId, mentor: PersonId) -> Self {
        let board = site.running.app.store.boards_of(mentee).await.unwrap()[0].id.to_string();
        let mentee = Writer::new(site.browser_of(mentee).await);
        let mentor = Writer::new(site.browser_of(mentor).await);
        Self { site, board, mentee, mentor }
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/boards/{}/{rest}", self.board)
    }

    pub async fn mentee_does(&mut self, op: Value) {
        self.mentee.act(&self.board, &op).await;
    }

    pub async fn mentor_does(&mut self, op: Value) {
        self.mentor.act(&self.board, &op).await;
    }

    /// What a mentee reads at a path below the board.
    pub async fn mentee_gets(&mut self, rest: &str) -> Answer {
        let path = self.path(rest);
        self.mentee.browser.get(&path).await
    }

    pub async fn mentor_gets(&mut self, rest: &str) -> Answer {
        let path = self.path(rest);
        self.mentor.browser.get(&path).await
    }

    /// The mentee sends a file in one piece: what it was found to be, or why it was refused.
    pub async fn upload(&mut self, name: &str, bytes: &[u8]) -> Answer {
        let path = self.path("uploads");
        let browser = &mut self.mentee.browser;
        let request = browser.begin(&path, name, bytes.len()).body(bytes.to_vec());
        let begun = browser.send(request.header(header::CONTENT_TYPE, PIECE)).await;
        if begun.status != 201 {
            return begun;
        }
        let place = begun.header("location").to_owned();
        browser.get(&place).await
    }

    /// A CV with one entry, all in these words.
    pub async fn add_cv(&mut self, word: &str, lang: &str, only_me: bool) -> Uuid {
        let (cv, entry) = (new_id(), new_id());
        self.mentee_does(add(
            cv,
            only_me,
            json!({ "cv_version": { "kind": "cv", "number": 1,
            "title": word, "lang": lang, "name": word, "contact": word, "notes": word } }),
        ))
        .await;
        self.mentee_does(add(
            entry,
            only_me,
            json!({ "cv_entry": { "cv": cv, "title": word,
            "section": "experience", "place": word, "notes": word, "order": "80" } }),
        ))
        .await;
        cv
    }

    pub async fn add_meeting(&mut self, on: &str, state: &str, minutes: Option<u16>) -> Uuid {
        let id = new_id();
        let meeting = json!({ "on": on, "time": 840, "how": "in_person", "state": state,
            "minutes": minutes, "place": "Canari-lieu", "notes": "Canari-notes" });
        self.mentor_does(add(id, false, json!({ "meeting": meeting }))).await;
        id
    }
}

pub fn add(id: Uuid, only_me: bool, body: Value) -> Value {
    json!({ "add": { "id": id, "only_me": only_me, "body": body } })
}

pub fn add_objective(id: Uuid, title: &str, only_me: bool) -> Value {
    json!({ "add_objective": { "id": id, "title": title, "horizon": "short", "only_me": only_me } })
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Writer {
    pub fn new(browser: Browser) -> Self {
        Self { browser, device: new_id(), seq: 0 }
    }

    /// What became of an operation.
    pub async fn try_act(&mut self, board: &str, op: &Value) -> Answer {
        self.seq += 1;
        let body = json!({ "device": self.device, "cursor": "00000000.0.0",
            "ops": [{ "seq": self.seq, "op": op }] });
        self.browser.post(&format!("/api/v1/boards/{board}/ops"), &body).await
    }

    async fn act(&mut self, board: &str, op: &Value) {
        let answer = self.try_act(board, op).await;
        assert_eq!(answer.status, 200, "{op}: {}", answer.text());
        let receipts = answer.json::<Value>()["receipts"].to_string();
        assert!(!receipts.contains("rejected"), "{op}: {receipts}");
    }
}

impl Browser {
    /// A request in the words of tus.
    pub fn tus(&self, method: Method, path: &str) -> RequestBuilder {
        self.request(method, path).header("tus-resumable", "1.0.0")
    }

    /// Begins an upload of so many bytes.
    pub fn begin(&self, path: &str, name: &str, length: usize) -> RequestBuilder {
        let request = self.tus(Method::POST, path).header("upload-length", length);
        request.header("upload-metadata", format!("filename {}", STANDARD.encode(name)))
    }

    /// The piece that begins at `offset`.
    pub async fn piece(&mut self, path: &str, offset: usize, bytes: &[u8]) -> Answer {
        let request = self.tus(Method::PATCH, path).header("upload-offset", offset);
        self.send(request.header(header::CONTENT_TYPE, PIECE).body(bytes.to_vec())).await
    }

    /// How much has come.
    pub async fn find(&mut self, path: &str) -> Answer {
        self.send(self.tus(Method::HEAD, path)).await
    }
}
