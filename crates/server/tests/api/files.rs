//! Files: what is kept, what is refused and why, and who reads them.

use crate::{
    helpers::Site,
    pair::{Pair, add, new_id, sha256},
};
use passerelle_server::demo::people::person_id;
use serde_json::{Value, json};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

const PDF: &[u8] = b"%PDF-1.7\nCanari-fichier\nstartxref\n9\n%%EOF\n";

fn with_file(file: &Value) -> Value {
    json!({ "cv_version": { "kind": "cv", "number": 1, "title": "CV", "lang": "fr",
        "file": file } })
}

#[tokio::test]
async fn a_file_goes_to_whoever_may_read_the_cv_that_names_it() {
    let mut pair = Pair::demo().await;
    let sent = pair.upload("C:\\Mes documents\\CV été.pdf", PDF).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let file = sent.json::<Value>()["file"].clone();
    assert_eq!(file["name"], "CV été.pdf");
    assert_eq!(file["kind"], "pdf");
    assert_eq!(file["bytes"], PDF.len());
    let path = format!("files/{}", sha256(PDF));
    // Nothing names it yet: its sender has it, the mentor does not.
    assert_eq!(pair.mentee_gets(&path).await.body, PDF);
    assert_eq!(pair.mentor_gets(&path).await.problem(), (404, "not_found".into()));
    // A private CV names it.
    let cv = new_id();
    pair.mentee_does(add(cv, true, with_file(&file))).await;
    assert_eq!(pair.mentor_gets(&path).await.status, 404);
    pair.mentee_does(json!({ "share": { "item": cv } })).await;
    let read = pair.mentor_gets(&path).await;
    assert_eq!(read.body, PDF);
    assert_eq!(read.header("content-type"), "application/pdf");
    assert_eq!(
        read.header("content-disposition"),
        "attachment; filename=\"CV _t_.pdf\"; filename*=UTF-8''CV%20%C3%A9t%C3%A9.pdf"
    );
    assert!(read.header("content-security-policy").ends_with("sandbox"));
    assert_eq!(read.header("x-content-type-options"), "nosniff");
    assert_eq!(read.header("cache-control"), "private, no-store");
    pair.mentee_does(json!({ "unshare": { "item": cv } })).await;
    assert_eq!(pair.mentor_gets(&path).await.status, 404);
    let begun = pair.mentor.browser.begin(&pair.path("uploads"), "CV.pdf", PDF.len());
    assert_eq!(pair.mentor.browser.send(begun).await.problem().0, 403);
}

#[tokio::test]
async fn knowing_a_hash_opens_nothing_on_another_board() {
    let mut pair = Pair::demo().await;
    let file = pair.upload("CV.pdf", PDF).await.json::<Value>()["file"].clone();
    let Pair { site, .. } = pair;
    let mut other = Pair::of(site, person_id("Samir"), person_id("Luc")).await;
    other.mentee_does(add(new_id(), false, with_file(&file))).await;
    let path = format!("files/{}", sha256(PDF));
    assert_eq!(other.mentee_gets(&path).await.problem().0, 404);
}

#[tokio::test]
async fn what_is_no_cv_is_refused_with_its_reason() {
    let mut pair = Pair::demo().await;
    let mut film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom".to_vec();
    let small_film = film.clone();
    film.resize(40_000_000, 7);
    let bomb = bomb();
    let cases: [(&str, &[u8], u16, &str); 6] = [
        ("film.pdf", &film, 413, "too_large"),
        ("film.pdf", &small_film, 415, "file_not_accepted"),
        ("rien.pdf", b"", 422, "file_empty"),
        ("bombe.docx", &bomb, 415, "file_not_accepted"),
        ("page.pdf", b"<!doctype html><script>alert(1)</script>", 415, "file_not_accepted"),
        ("coupe.pdf", &PDF[..20], 415, "file_not_accepted"),
    ];
    for (name, bytes, status, code) in cases {
        let answer = pair.upload(name, bytes).await;
        assert_eq!(answer.problem(), (status, code.to_owned()), "{name}");
    }
    for hash in ["x", "..%2F..%2Fetc%2Fpasswd", &"A".repeat(64)] {
        let path = pair.path(&format!("files/{hash}"));
        assert_eq!(pair.mentee.browser.get(&path).await.problem().0, 404, "{hash}");
    }
    let path = pair.path("uploads");
    let json = pair.mentee.browser.begin(&path, "CV.pdf", 2).json(&json!({}));
    assert_eq!(pair.mentee.browser.send(json).await.problem().1, "file_not_accepted");
    assert_eq!(kept(&pair.site), 0, "nothing of it stays on the disk");
    // The board still takes a sound one.
    assert_eq!(pair.upload("CV.pdf", PDF).await.status, 200);
    assert_eq!(kept(&pair.site), 1);
}

/// A DOCX of a few KB that unpacks to 200 MB.
fn bomb() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    writer.start_file("[Content_Types].xml", options).unwrap();
    writer.write_all(b"wordprocessingml.document.main+xml").unwrap();
    for part in 0..4 {
        writer.start_file(format!("word/{part}.xml"), options).unwrap();
        writer.write_all(&vec![0; 50_000_000]).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn kept(site: &Site) -> usize {
    let files = site.data.path().join("files");
    let folders = std::fs::read_dir(files).unwrap().map(|folder| folder.unwrap().path());
    folders.map(|folder| std::fs::read_dir(folder).unwrap().count()).sum()
}

#[tokio::test]
async fn a_file_that_nothing_names_is_forgotten_after_a_week() {
    let mut pair = Pair::demo().await;
    let named = pair.upload("CV.pdf", PDF).await.json::<Value>()["file"].clone();
    pair.mentee_does(add(new_id(), true, with_file(&named))).await;
    let left = b"%PDF-1.7\nleft\nstartxref\n9\n%%EOF\n";
    assert_eq!(pair.upload("CV.pdf", left).await.status, 200);
    let store = std::sync::Arc::clone(&pair.site.running.app.store);
    let day = |days| crate::clock::now().plus_days(days);
    assert!(store.tidy(day(6)).await.unwrap().is_empty());
    assert_eq!(store.tidy(day(8)).await.unwrap().len(), 1);
    assert_eq!(pair.mentee_gets(&format!("files/{}", sha256(left))).await.problem().0, 404);
    assert_eq!(pair.mentee_gets(&format!("files/{}", sha256(PDF))).await.body, PDF);
}

#[tokio::test]
async fn the_same_file_lies_there_once_and_two_hundred_are_enough() {
    let mut pair = Pair::demo().await;
    for _ in 0..2 {
        assert_eq!(pair.upload("CV.pdf", PDF).await.status, 200);
    }
    assert_eq!(kept(&pair.site), 1);
    for number in 1..200 {
        let pdf = format!("%PDF-1.7\n{number}\nstartxref\n9\n%%EOF\n");
        assert_eq!(pair.upload("CV.pdf", pdf.as_bytes()).await.status, 200, "{number}");
    }
    let more = pair.upload("CV.pdf", b"%PDF-1.7\nmore\nstartxref\n9\n%%EOF\n").await;
    assert_eq!(more.problem(), (409, "file_quota".into()));
    assert_eq!(kept(&pair.site), 200);
    assert_eq!(pair.upload("CV.pdf", PDF).await.status, 200, "what is there may come again");
}
