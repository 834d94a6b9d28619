//! What a visit costs on which nothing is new, and how news travel.

use crate::pair::{Pair, add_objective, new_id};
use flate2::{Decompress, FlushDecompress};
use reqwest::{Method, Response, header};
use serde_json::{Value, json};
use std::time::Duration;

/// The head of an answer as HTTP/1.1 writes it. A number in CI, where a network is a guess.
const HEAD_MAX: usize = 300;

struct Visit {
    pair: Pair,
    mark: String,
    cursor: String,
}

impl Visit {
    async fn begun() -> Self {
        let mut pair = Pair::demo().await;
        let session: Value = pair.mentee.browser.get("/api/v1/session").await.json();
        let board = format!("/api/v1/boards/{}", pair.board);
        let feed: Value = pair.mentee.browser.get(&board).await.json();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (mark, cursor) = (text(&session["mark"]), text(&feed["snapshot"]["cursor"]));
        Self { pair, mark, cursor }
    }

    fn query(&self) -> String {
        format!("?device={}&since={}&known={}", new_id(), self.cursor, self.mark)
    }

    async fn read(&mut self) -> crate::helpers::Answer {
        let path = format!("/api/v1/boards/{}{}", self.pair.board, self.query());
        self.pair.mentee.browser.get(&path).await
    }

    async fn follow(&self, encoding: &'static str) -> Response {
        let path = self.pair.path(&format!("events{}", self.query()));
        let request = self.pair.mentee.browser.request(Method::GET, &path);
        request.header(header::ACCEPT_ENCODING, encoding).send().await.unwrap()
    }
}

/// The next piece of a stream; it must not wait for another one.
async fn piece(stream: &mut Response) -> Vec<u8> {
    let chunk = tokio::time::timeout(Duration::from_secs(3), stream.chunk()).await;
    chunk.expect("at once").unwrap().unwrap().to_vec()
}

fn head(headers: &header::HeaderMap) -> usize {
    let lines = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4);
    lines.sum::<usize>() + "HTTP/1.1 200 OK\r\n\r\n".len()
}

#[tokio::test]
async fn a_look_without_news_is_an_empty_answer() {
    let mut visit = Visit::begun().await;
    let answer = visit.read().await;
    assert_eq!((answer.status, answer.text().as_str()), (204, ""));
    assert!(head(&answer.headers) < 160, "{:?}", answer.headers);
    assert_eq!(answer.header("cache-control"), "private, no-store");

    // Readers of before the mark get what they know how to read.
    let mark = std::mem::replace(&mut visit.mark, "another1".to_owned());
    assert_eq!(visit.read().await.status, 200);
    let plain = format!("/api/v1/boards/{}?since={}", visit.pair.board, visit.cursor);
    assert_eq!(visit.pair.mentee.browser.get(&plain).await.status, 200);

    visit.mark = mark;
    visit.pair.mentee_does(add_objective(new_id(), "Passer le permis", false)).await;
    let answer = visit.read().await;
    assert_eq!(answer.status, 200);
    assert!(answer.text().contains("Passer le permis"));
}

#[tokio::test]
async fn whatever_changes_of_a_session_changes_its_mark() {
    let mut visit = Visit::begun().await;
    let request = visit.pair.mentee.browser.request(Method::PATCH, "/api/v1/session");
    let changed = visit.pair.mentee.browser.send(request.json(&json!({ "lang": "nl" }))).await;
    assert_ne!(changed.json::<Value>()["mark"], json!(visit.mark));
    assert_eq!(visit.read().await.status, 200);
    let mut stream = visit.follow("identity").await;
    assert!(String::from_utf8(piece(&mut stream).await).unwrap().contains("data: {\"changes\":"));
}

#[tokio::test]
async fn a_stream_without_news_begins_with_a_beat() {
    let visit = Visit::begun().await;
    let mut stream = visit.follow("identity").await;
    let size = head(stream.headers());
    let first = piece(&mut stream).await;
    let seconds = passerelle_server::clock::now().0 / 1000;
    let text = String::from_utf8(first.clone()).unwrap();
    let time = text.strip_prefix(&format!("event: beat\ndata: {} ", visit.cursor)).unwrap();
    assert!((seconds - time.trim_end().parse::<i64>().unwrap()).abs() < 30, "{text}");
    assert!(size + first.len() < HEAD_MAX, "{size}: {:?}", stream.headers());
}

#[tokio::test]
async fn compressed_events_arrive_at_once() {
    let mut visit = Visit::begun().await;
    let mut stream = visit.follow("gzip, br").await;
    assert_eq!(stream.headers()["content-encoding"], "gzip");
    assert_eq!(stream.headers()["cache-control"], "no-store");
    let mut inflate = Decompress::new(false);
    let mut read = |bytes: &[u8]| {
        let mut out = Vec::with_capacity(10_000);
        inflate.decompress_vec(bytes, &mut out, FlushDecompress::Sync).unwrap();
        String::from_utf8(out).unwrap()
    };
    let first = piece(&mut stream).await;
    assert_eq!(&first[..3], [0x1f, 0x8b, 8]);
    assert!(read(&first[10..]).starts_with("event: beat\n"));
    let mut sizes = Vec::new();
    for title in ["Passer le permis", "Trouver une crèche", "Refaire mon CV"] {
        visit.pair.mentee_does(add_objective(new_id(), title, false)).await;
        let sent = piece(&mut stream).await;
        let event = read(&sent);
        assert!(event.contains(title) && event.ends_with("\n\n"), "{event}");
        sizes.push((event.len(), sent.len()));
    }
    let (plain, sent) = sizes[2];
    assert!(sent * 2 < plain, "{sizes:?}");
}

#[tokio::test]
async fn the_cookie_is_renewed_now_and_then_by_the_only_request_of_a_visit() {
    let mut visit = Visit::begun().await;
    assert_eq!(visit.read().await.header("set-cookie"), "");
    let app = &visit.pair.site.running.app;
    let person = passerelle_server::demo::people::person_id("Asmae");
    let now = passerelle_server::clock::now();
    let day = board::time::Timestamp::DAY;
    for row in app.store.sessions_of(person, now).await.unwrap() {
        let ends = board::time::Timestamp(now.0 + 30 * day);
        app.store.use_session(row.id, now, ends).await.unwrap();
    }
    let answer = visit.read().await;
    assert_eq!(answer.status, 204);
    assert!(answer.header("set-cookie").contains("Max-Age=15552000"));
    let rows = visit.pair.site.running.app.store.sessions_of(person, now).await.unwrap();
    assert!(rows.iter().all(|row| row.expires.0 > now.0 + 170 * day));
}
