//! Files that come piece by piece: cut, gone on with, given up, and never twice.

use crate::{
    clock,
    helpers::{Answer, Site},
    pair::{PIECE, Pair, sha256},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use passerelle_server::{demo::people::person_id, upkeep};
use reqwest::{Method, header};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    io::{Read, Write},
    net::TcpStream,
};

const PDF: &[u8] = b"%PDF-1.7\nCanari-fichier\nstartxref\n9\n%%EOF\n";

/// Begins an upload of the test's file; its address.
async fn begin(pair: &mut Pair) -> String {
    let request = pair.mentee.browser.begin(&pair.path("uploads"), "CV été.pdf", PDF.len());
    let begun = pair.mentee.browser.send(request).await;
    assert_eq!(begun.status, 201, "{}", begun.text());
    assert_eq!(begun.header("upload-offset"), "0");
    assert!(begun.header("upload-expires").ends_with("GMT"));
    begun.header("location").to_owned()
}

fn offset(answer: &Answer) -> &str {
    assert_eq!(answer.header("tus-resumable"), "1.0.0");
    answer.header("upload-offset")
}

/// How many parts lie in the data folder.
fn parts(site: &Site) -> usize {
    std::fs::read_dir(site.data.path().join("uploads")).unwrap().count()
}

#[tokio::test]
async fn pieces_make_a_file_and_a_lost_answer_is_asked_for_again() {
    let mut pair = Pair::demo().await;
    let place = begin(&mut pair).await;
    let first = pair.mentee.browser.piece(&place, 0, &PDF[..10]).await;
    assert_eq!((first.status, offset(&first)), (204, "10"));
    // Another place than the next one: told, and nothing is written.
    for wrong in [0, 9, 11, usize::MAX] {
        let answer = pair.mentee.browser.piece(&place, wrong, b"x").await;
        assert_eq!(answer.problem(), (409, "upload_offset".into()), "{wrong}");
    }
    let found = pair.mentee.browser.find(&place).await;
    assert_eq!((found.status, offset(&found)), (200, "10"));
    assert_eq!(found.header("upload-length"), PDF.len().to_string());
    assert_eq!(found.header("cache-control"), "no-store");
    assert_eq!(pair.mentee.browser.get(&place).await.problem(), (409, "upload_offset".into()));
    let more = [&PDF[10..], b"more"].concat();
    assert_eq!(pair.mentee.browser.piece(&place, 10, &more).await.problem().0, 413);
    let last = pair.mentee.browser.piece(&place, 10, &PDF[10..]).await;
    assert_eq!((last.status, offset(&last)), (204, PDF.len().to_string().as_str()));
    assert_eq!(parts(&pair.site), 0, "it is a file now");
    // The answers got lost: all of it can be asked again.
    let found = pair.mentee.browser.find(&place).await;
    assert_eq!(offset(&found), PDF.len().to_string());
    assert_eq!(pair.mentee.browser.piece(&place, PDF.len(), b"").await.status, 204);
    let file = pair.mentee.browser.get(&place).await.json::<Value>()["file"].clone();
    assert_eq!(file["name"], "CV été.pdf");
    assert_eq!(file["sha256"], sha256(PDF));
    assert_eq!(pair.mentee_gets(&format!("files/{}", sha256(PDF))).await.body, PDF);
}

#[tokio::test]
async fn what_came_before_the_cut_is_kept() {
    let mut pair = Pair::demo().await;
    let place = begin(&mut pair).await;
    let cookie = pair.mentee.browser.session_cookie().unwrap().to_owned();
    let host = pair.site.origin.trim_start_matches("http://").to_owned();
    let head = format!(
        "PATCH {place} HTTP/1.1\r\nhost: {host}\r\ncookie: __Host-s={cookie}\r\n\
         tus-resumable: 1.0.0\r\nupload-offset: 0\r\ncontent-type: {PIECE}\r\n\
         content-length: {}\r\n\r\n",
        PDF.len(),
    );
    tokio::task::spawn_blocking(move || {
        let mut connection = TcpStream::connect(host.replace("localhost", "127.0.0.1")).unwrap();
        connection.write_all(head.as_bytes()).unwrap();
        connection.write_all(&PDF[..20]).unwrap();
        connection.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap_or_default();
        assert!(!answer.contains(" 204 "), "{answer}");
    })
    .await
    .unwrap();
    let found = pair.mentee.browser.find(&place).await;
    assert_eq!(offset(&found), "20");
    assert_eq!(pair.mentee.browser.piece(&place, 20, &PDF[20..]).await.status, 204);
    assert_eq!(pair.mentee.browser.get(&place).await.status, 200);
}

#[tokio::test]
async fn a_piece_that_was_changed_on_the_way_does_not_count() {
    let mut pair = Pair::demo().await;
    let place = begin(&mut pair).await;
    let sum = |bytes: &[u8]| format!("sha256 {}", STANDARD.encode(Sha256::digest(bytes)));
    let cases = [
        (sum(b"other"), 460, "upload_broken"),
        ("md5 eA==".into(), 400, "malformed"),
        ("sha256 %".into(), 400, "malformed"),
    ];
    for (sum, status, code) in cases {
        let request = pair.mentee.browser.tus(Method::PATCH, &place).header("upload-offset", 0);
        let request = request.header("upload-checksum", &sum).header(header::CONTENT_TYPE, PIECE);
        let answer = pair.mentee.browser.send(request.body(PDF)).await;
        assert_eq!(answer.problem(), (status, code.into()), "{sum}");
    }
    assert_eq!(offset(&pair.mentee.browser.find(&place).await), "0");
    let request = pair.mentee.browser.tus(Method::PATCH, &place).header("upload-offset", 0);
    let request = request.header("upload-checksum", sum(PDF)).header(header::CONTENT_TYPE, PIECE);
    assert_eq!(pair.mentee.browser.send(request.body(PDF)).await.status, 204);
    // The sum of the whole was told at the beginning.
    let told = format!("sha256 {}", STANDARD.encode(sha256(b"other")));
    let path = pair.path("uploads");
    let request = pair.mentee.browser.tus(Method::POST, &path).header("upload-length", PDF.len());
    let request = request.header("upload-metadata", told).header(header::CONTENT_TYPE, PIECE);
    let answer = pair.mentee.browser.send(request.body(PDF)).await;
    assert_eq!(answer.problem(), (422, "file_differs".into()));
    assert_eq!(parts(&pair.site), 0);
}

#[tokio::test]
async fn what_is_no_tus_or_too_much_is_refused_with_its_reason() {
    let mut pair = Pair::demo().await;
    let path = pair.path("uploads");
    let browser = &mut pair.mentee.browser;
    let old = browser.request(Method::POST, &path).header("tus-resumable", "0.2.2");
    let old = browser.send(old.header("upload-length", 3)).await;
    assert_eq!(old.problem(), (412, "upload_version".into()));
    assert_eq!(old.header("tus-version"), "1.0.0");
    let none = browser.send(browser.request(Method::POST, &path)).await;
    assert_eq!(none.problem(), (412, "upload_version".into()));
    let abilities = browser.send(browser.request(Method::OPTIONS, &path)).await;
    assert_eq!((abilities.status, abilities.header("tus-max-size")), (204, "5000000"));
    assert_eq!(abilities.header("tus-version"), "1.0.0");
    for (length, status, code) in [
        ("5000001", 413, "too_large"),
        ("0", 422, "file_empty"),
        ("-1", 400, "malformed"),
        ("", 400, "malformed"),
    ] {
        let request = browser.tus(Method::POST, &path).header("upload-length", length);
        assert_eq!(browser.send(request).await.problem(), (status, code.into()), "{length}");
    }
    let request = browser.tus(Method::POST, &path).header("upload-defer-length", 1);
    assert_eq!(browser.send(request).await.problem().0, 400);
    // A whole that is no CV is forgotten, with its bytes.
    let page = b"<!doctype html>";
    let begun = browser.send(browser.begin(&path, "CV.pdf", page.len())).await;
    let place = begun.header("location").to_owned();
    assert_eq!(browser.piece(&place, 0, page).await.problem(), (415, "file_not_accepted".into()));
    assert_eq!(browser.find(&place).await.status, 404);
    assert_eq!(parts(&pair.site), 0);
}

#[tokio::test]
async fn an_upload_is_its_senders_alone() {
    let mut pair = Pair::demo().await;
    let place = begin(&mut pair).await;
    assert_eq!(pair.mentor.browser.find(&place).await.status, 403);
    let Pair { site, .. } = pair;
    let mut other = Pair::of(site, person_id("Samir"), person_id("Luc")).await;
    assert_eq!(other.mentee.browser.piece(&place, 0, PDF).await.problem().0, 404);
    // Under the address of a board that is theirs.
    let id = place.rsplit('/').next().unwrap();
    let own = other.path(&format!("uploads/{id}"));
    assert_eq!(other.mentee.browser.find(&own).await.status, 404);
    assert_eq!(other.mentee.browser.piece(&own, 0, PDF).await.problem().0, 404);
    let request = other.mentee.browser.tus(Method::DELETE, &own);
    assert_eq!(other.mentee.browser.send(request).await.problem().0, 404);
}

#[tokio::test]
async fn an_upload_ends_by_its_sender_or_by_its_time() {
    let mut pair = Pair::demo().await;
    let place = begin(&mut pair).await;
    assert_eq!(pair.mentee.browser.piece(&place, 0, &PDF[..10]).await.status, 204);
    let request = pair.mentee.browser.tus(Method::DELETE, &place);
    assert_eq!(pair.mentee.browser.send(request).await.status, 204);
    assert_eq!(pair.mentee.browser.find(&place).await.status, 404);
    assert_eq!(parts(&pair.site), 0);
    // One whose time is over says so for a while; its bytes go at once.
    let place = begin(&mut pair).await;
    assert_eq!(pair.mentee.browser.piece(&place, 0, &PDF[..10]).await.status, 204);
    let app = std::sync::Arc::clone(&pair.site.running.app);
    let id = place.rsplit('/').next().unwrap().parse().unwrap();
    let board = pair.board.parse().unwrap();
    let mut row = app.store.upload(board, person_id("Asmae"), id).await.unwrap();
    app.store.forget_upload(id).await.unwrap();
    row.expires = clock::now().plus_days(-1);
    app.store.begin_upload(row, 10).await.unwrap();
    assert_eq!(pair.mentee.browser.piece(&place, 10, b"x").await.problem().0, 410);
    upkeep::tidy(&app).await.unwrap();
    assert_eq!(parts(&pair.site), 0);
    assert_eq!(pair.mentee.browser.piece(&place, 10, b"x").await.problem().0, 410);
    upkeep::tidy_at(&app, clock::now().plus_days(8)).await.unwrap();
    assert_eq!(pair.mentee.browser.piece(&place, 10, b"x").await.problem().0, 404);
}

#[tokio::test]
async fn of_many_that_were_begun_the_oldest_make_room() {
    let mut pair = Pair::demo().await;
    let oldest = begin(&mut pair).await;
    assert_eq!(pair.mentee.browser.piece(&oldest, 0, &PDF[..10]).await.status, 204);
    for _ in 0..10 {
        begin(&mut pair).await;
    }
    assert_eq!(pair.mentee.browser.find(&oldest).await.status, 404);
    assert_eq!(parts(&pair.site), 0, "its bytes went with it");
}
