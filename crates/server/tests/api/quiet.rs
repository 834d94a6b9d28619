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
async fn whoever_knows_more_than_the_server_is_told_that_it_forgot() {
    let mut visit = Visit::begun().await;
    let parts: Vec<_> = visit.cursor.split('.').map(str::to_owned).collect();
    let [epoch, shared, private] = [&parts[0], &parts[1], &parts[2]];
    let ahead = shared.parse::<u64>().unwrap() + 3;
    for (since, forgot) in [
        (format!("{epoch}.{ahead}.{private}"), json!(true)),
        (format!("{epoch}.{shared}.{ahead}"), json!(true)),
        // Of another incarnation: the name says enough.
        (format!("0a0b0c0d.{ahead}.{private}"), Value::Null),
    ] {
        visit.cursor = since;
        let told: Value = visit.read().await.json();
        assert_eq!(told["snapshot"]["forgot"], forgot, "{}", visit.cursor);
        let mut stream = visit.follow("identity").await;
        let mut first = Vec::new();
        while !first.ends_with(b"\n\n") {
            first.extend(piece(&mut stream).await);
        }
        let first = String::from_utf8(first).unwrap();
        assert!(first.contains("\"snapshot\""), "{first}");
        assert_eq!(first.contains("\"forgot\":true"), forgot == json!(true), "{first}");
    }
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
    let seconds = crate::clock::now().0 / 1000;
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
    let now = crate::clock::now();
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

#[tokio::test]
async fn what_a_device_kept_is_sent_for_whoever_wrote_it_and_twice_is_once() {
    let mut pair = Pair::demo().await;
    let session: Value = pair.mentee.browser.get("/api/v1/session").await.json();
    let other: Value = pair.mentor.browser.get("/api/v1/session").await.json();
    let path = pair.path("ops");
    let body = json!({ "device": new_id(), "cursor": "00000000.0.0",
        "ops": [{ "seq": 1, "op": add_objective(new_id(), "Écrit sous terre", false) }] });
    let by = |session: &Value| format!("{path}?by={}", session["person"].as_str().unwrap());
    // Both may write on this board: it would have become the other one's.
    let refused = pair.mentee.browser.post(&by(&other), &body).await;
    assert_eq!(refused.problem(), (403, "not_allowed".to_owned()));
    let [first, second] = [
        pair.mentee.browser.post(&by(&session), &body).await,
        pair.mentee.browser.post(&path, &body).await,
    ];
    assert_eq!((first.status, second.status), (200, 200));
    let receipts = |answer: &crate::helpers::Answer| answer.json::<Value>()["receipts"].clone();
    assert_eq!(receipts(&first), receipts(&second));
    let whole = format!("/api/v1/boards/{}", pair.board);
    let board: Value = pair.mentor.browser.get(&whole).await.json();
    assert_eq!(board.to_string().matches("Écrit sous terre").count(), 1);
}
