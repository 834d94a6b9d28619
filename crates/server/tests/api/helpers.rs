//! A server of one's own for each test, and browsers that talk to it.

use crate::clock;
use board::{
    id::{BranchId, PersonId},
    protocol::{problem::Problem, session::BranchInfo},
    time::Timestamp,
};
use passerelle_server::{
    config::{Config, Content, Mail},
    ids, invite,
    reminders::Reach,
    serve::{Running, start},
    store::people::Person,
};
use reqwest::{
    Method,
    header::{self, HeaderMap, HeaderValue},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A running server with a folder of its own.
pub struct Site {
    pub running: Running,
    pub origin: String,
    pub data: TempDir,
    /// Cookies are each browser's own; setting up TLS for each would take longer than what it asks.
    http: reqwest::Client,
}

/// What a server is started with, after its clock was set.
pub fn config(data: &Path, app: PathBuf, content: Content) -> Config {
    clock::set();
    Config {
        port: 0,
        data: data.to_owned(),
        app,
        lan: false,
        public_url: None,
        proxy: None,
        mail: Mail::default(),
        reach: Reach::Local,
        content,
    }
}

impl Site {
    /// One branch, one coordinator, no app.
    pub async fn empty() -> Self {
        Self::with(Content::Empty, None).await
    }

    /// The fictional organisation, no app.
    pub async fn demo() -> Self {
        Self::with(Content::Demo, None).await
    }

    pub async fn with(content: Content, app: Option<PathBuf>) -> Self {
        let data = TempDir::new().unwrap();
        let app = app.unwrap_or_else(|| data.path().join("no-app"));
        let running = start(config(data.path(), app, content)).await.unwrap();
        let origin = running.app.site.origin.clone();
        let http = reqwest::Client::builder();
        let http = http.redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { running, origin, data, http }
    }

    pub fn browser(&self) -> Browser {
        let (http, origin) = (self.http.clone(), self.origin.clone());
        Browser { http, origin, cookies: Vec::new() }
    }

    /// The coordinator that a new installation has.
    pub async fn coordinator(&self) -> Browser {
        let token = self.running.links[0].url.split_once('#').unwrap().1.to_owned();
        let mut browser = self.browser();
        assert_eq!(browser.sign_in(&token, false).await.status, 200);
        browser
    }

    /// A link's secret for somebody, as a coordinator would hand it over.
    pub async fn token_for(&self, person: PersonId, life: i64) -> String {
        let app = &self.running.app;
        let person = Person {
            id: person,
            role: board::actor::Role::Mentee,
            name: String::new(),
            lang: String::new(),
        };
        let secrets = app.keys.secrets(&ids::random(), 0, 0);
        let row = invite::row(app, &person, &secrets, clock::now(), life);
        app.store.invite(row, false).await.unwrap();
        secrets.token
    }

    /// Somebody with a signed-in device of their own.
    pub async fn browser_of(&self, person: PersonId) -> Browser {
        let token = self.token_for(person, Timestamp::DAY).await;
        let mut browser = self.browser();
        assert_eq!(browser.sign_in(&token, true).await.status, 200);
        browser
    }

    /// Another branch with somebody of this role.
    pub async fn staff(&self, role: board::actor::Role) -> PersonId {
        let (now, store) = (clock::now(), &self.running.app.store);
        let branch = BranchId(ids::new_id(now));
        let info = BranchInfo { id: branch, name: "Verviers".into(), phone: "087 00 00 03".into() };
        store.add_branch(&info).await.unwrap();
        let id = PersonId(ids::new_id(now));
        let person = Person { id, role, name: "Thierry".into(), lang: "fr".into() };
        store.add_staff(&person, &[branch], now).await.unwrap();
        id
    }
}

/// A browser with its cookies.
#[derive(Clone)]
pub struct Browser {
    pub http: reqwest::Client,
    pub origin: String,
    pub cookies: Vec<(String, String)>,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Browser {
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        let request = self.http.request(method, format!("{}{path}", self.origin));
        match pairs.collect::<Vec<_>>().join("; ") {
            none if none.is_empty() => request,
            cookies => request.header(header::COOKIE, cookies),
        }
    }

    pub async fn send(&mut self, request: reqwest::RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        for line in headers.get_all(header::SET_COOKIE) {
            self.keep(line);
        }
        Answer { status, headers, body: response.bytes().await.unwrap().to_vec() }
    }

    fn keep(&mut self, line: &HeaderValue) {
        let line = line.to_str().unwrap();
        let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
        self.cookies.retain(|(known, _)| known != name);
        if !line.contains("Max-Age=0") {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn delete(&mut self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }

    pub async fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    /// A form of a page without script.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let request = self.request(Method::POST, path).body(body);
        self.send(request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")).await
    }

    pub async fn sign_in(&mut self, token: &str, own_device: bool) -> Answer {
        let body = json!({ "key": { "token": token }, "own_device": own_device });
        self.post("/api/v1/session", &body).await
    }

    pub fn session_cookie(&self) -> Option<&str> {
        let (_, value) = self.cookies.iter().find(|(name, _)| name == "__Host-s")?;
        Some(value)
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Status and code of a problem document.
    #[track_caller]
    pub fn problem(&self) -> (u16, String) {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        let problem: Problem = self.json();
        assert_eq!(problem.status, self.status);
        (self.status, problem.code.as_str().to_owned())
    }
}

/// A duo as a coordinator asks for it.
pub fn new_duo(branch: &Value) -> Value {
    json!({
        "mentee_name": "Asmae", "mentee_lang": "fr", "mentor_name": "Cécile", "mentor_lang": "fr",
        "branch": branch, "start": "2026-09-01", "cadence_days": 7,
    })
}

/// A coordinator with a new duo.
pub async fn with_duo(site: &Site) -> (Browser, Value) {
    let mut coordinator = site.coordinator().await;
    let branches: Value = coordinator.get("/api/v1/branches").await.json();
    let made = coordinator.post("/api/v1/duos", &new_duo(&branches[0]["id"])).await;
    assert_eq!(made.status, 201, "{}", made.text());
    (coordinator, made.json())
}

/// The secret in the link of the mentee (0) or the mentor (1).
pub fn token(made: &Value, number: usize) -> String {
    let link = made["invitations"][number]["link"].as_str().unwrap();
    link.split_once('#').unwrap().1.to_owned()
}

pub fn person_id(value: &Value) -> PersonId {
    value.as_str().unwrap().parse().unwrap()
}

fn encoded(text: &str) -> String {
    let byte = |byte: &u8| match byte {
        b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'_' => char::from(*byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.as_bytes().iter().map(byte).collect()
}
