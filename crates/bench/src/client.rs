//! The two people of a board, reduced to what is measured.

use anyhow::{Context, ensure};
use reqwest::{Client, RequestBuilder, Response, header};
use serde_json::{Value, json};

/// Somebody with a session.
#[derive(Clone)]
pub struct Person {
    client: Client,
    origin: String,
    cookie: String,
    device: String,
    board: String,
}

/// An id that no other number gives.
pub fn id(number: u64) -> String {
    format!("01900000-0000-7000-8000-{number:012x}")
}

impl Person {
    /// Signs in with the secret of a link.
    pub async fn enter(origin: &str, token: &str, number: u64) -> anyhow::Result<Self> {
        let client = Client::new();
        let body = json!({ "key": { "token": token }, "own_device": true });
        let response = client.post(format!("{origin}/api/v1/session")).json(&body).send().await?;
        ensure!(response.status().is_success(), "signing in: {}", response.status());
        let cookie = response.headers().get(header::SET_COOKIE).context("no session")?.to_str()?;
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        let (origin, device) = (origin.to_owned(), id(number));
        let mut person = Self { client, origin, cookie, device, board: String::new() };
        let boards = person.get("/api/v1/boards").await?;
        person.board = boards[0]["id"].as_str().unwrap_or_default().to_owned();
        Ok(person)
    }

    /// The same person with new connections.
    pub fn reconnected(&self) -> Self {
        Self { client: Client::new(), ..self.clone() }
    }

    fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        request.header(header::COOKIE, &self.cookie)
    }

    async fn get(&self, path: &str) -> anyhow::Result<Value> {
        let request = self.signed(self.client.get(format!("{}{path}", self.origin)));
        Ok(request.send().await?.error_for_status()?.json().await?)
    }

    async fn post(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        let request = self.signed(self.client.post(format!("{}{path}", self.origin)).json(body));
        Ok(request.send().await?.error_for_status()?.json().await?)
    }

    /// Creates a duo, as coordinator. Returns the secrets of mentee and mentor.
    pub async fn create_duo(&self, branch: &Value) -> anyhow::Result<[String; 2]> {
        let duo = json!({
            "mentee_name": "Mentee", "mentee_lang": "fr",
            "mentor_name": "Mentor", "mentor_lang": "fr",
            "branch": branch, "start": "2026-01-05", "cadence_days": 7,
        });
        let made = self.post("/api/v1/duos", &duo).await?;
        let token = |index: usize| {
            let link = made["invitations"][index]["link"].as_str().unwrap_or_default();
            link.split_once('#').map(|(_, token)| token.to_owned()).context("no link")
        };
        Ok([token(0)?, token(1)?])
    }

    /// The first branch the person looks after.
    pub async fn branch(&self) -> anyhow::Result<Value> {
        Ok(self.get("/api/v1/branches").await?[0]["id"].clone())
    }

    /// The branches the person looks after: name and id.
    pub async fn branches(&self) -> anyhow::Result<Vec<(String, String)>> {
        let branches = self.get("/api/v1/branches").await?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let branches = branches.as_array().into_iter().flatten();
        Ok(branches.map(|branch| (text(&branch["name"]), text(&branch["id"]))).collect())
    }

    /// An answer, and how many bytes it is.
    pub async fn fetch(&self, path: &str) -> anyhow::Result<(Value, usize)> {
        let request = self.signed(self.client.get(format!("{}{path}", self.origin)));
        let bytes = request.send().await?.error_for_status()?.bytes().await?;
        Ok((serde_json::from_slice(&bytes)?, bytes.len()))
    }

    /// How many bytes of an answer travel to a browser.
    pub async fn packed_bytes(&self, path: &str) -> anyhow::Result<usize> {
        let request = self.signed(self.client.get(format!("{}{path}", self.origin)));
        let request = request.header(header::ACCEPT_ENCODING, "br, gzip");
        Ok(request.send().await?.error_for_status()?.bytes().await?.len())
    }

    /// Asks a question with a body.
    pub async fn ask(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        self.post(path, body).await
    }

    /// Sends one operation; everything else on the board is known from `cursor` on. Returns the
    /// cursor after it.
    pub async fn act(&self, seq: u64, cursor: &str, op: Value) -> anyhow::Result<String> {
        let ops = [json!({ "seq": seq, "op": op })];
        let body = json!({ "device": self.device, "cursor": cursor, "ops": ops });
        let answer = self.post(&format!("/api/v1/boards/{}/ops", self.board), &body).await?;
        ensure!(answer["receipts"][0]["rejected"].is_null(), "an edit was rejected: {answer}");
        let kind = if answer["feed"]["changes"].is_null() { "snapshot" } else { "changes" };
        let cursor = answer["feed"][kind]["cursor"].as_str();
        Ok(cursor.context("an answer without a cursor")?.to_owned())
    }

    /// Reads the whole board.
    pub async fn read(&self) -> anyhow::Result<Value> {
        self.get(&format!("/api/v1/boards/{}", self.board)).await
    }

    /// Opens the live stream.
    pub async fn follow(&self) -> anyhow::Result<Response> {
        let Self { origin, board, device, .. } = self;
        let address = format!("{origin}/api/v1/boards/{board}/events?device={device}");
        Ok(self.signed(self.client.get(address)).send().await?.error_for_status()?)
    }
}
