//! Words of a board are in no answer to anybody but the two people of the duo; private words in
//! no answer to anybody but their owner.

use crate::{
    clock,
    helpers::{Browser, Site},
};
use passerelle_server::{demo::people::person_id, ids, routes};
use serde_json::{Value, json};

const SHARED: &str = "Canari-partage";
const PRIVATE: &str = "Canari-secret";
/// How the headers of a printed CV are written down.
const PDF: &str = "\"content-type\": \"application/pdf\"";

#[tokio::test]
async fn marked_words_reach_nobody_else() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let board = site.running.app.store.boards_of(person_id("Asmae")).await.unwrap()[0].id;
    let cvs = write_words(&mut asmae, &board.to_string()).await;
    let board = board.to_string();
    let own = everything(&mut asmae, &board, &cvs).await;
    // On the board, in its history, in "my data" twice, and in the CV as a text.
    assert!(own.matches(PRIVATE).count() > 20);
    assert_eq!(own.matches(PDF).count(), 2);

    let mut cecile = site.browser_of(person_id("Cécile")).await;
    let hers = everything(&mut cecile, &board, &cvs).await;
    assert!(hers.contains(SHARED) && !hers.contains(PRIVATE));
    assert_eq!(hers.matches(PDF).count(), 1, "the shared CV and no other");
    for name in ["Samir", "Luc", "Nadia", "Thierry", "Fonds Rivage"] {
        let mut other = site.browser_of(person_id(name)).await;
        let seen = everything(&mut other, &board, &cvs).await;
        assert!(!seen.contains("Canari"), "{name} sees words of a board");
    }
    let seen = everything(&mut site.browser(), &board, &cvs).await;
    assert!(!seen.contains("Canari"), "nobody sees words of a board");
}

/// A word in every kind of text there is, shared and private. Returns the CVs.
async fn write_words(asmae: &mut Browser, board: &str) -> Vec<String> {
    let now = clock::now();
    let (mut ops, mut cvs) = (Vec::new(), Vec::new());
    for (word, only_me) in [(SHARED, false), (PRIVATE, true)] {
        let (objective, step, application, comment) =
            (ids::new_id(now), ids::new_id(now), ids::new_id(now), ids::new_id(now));
        let (cv, entry) = (ids::new_id(now), ids::new_id(now));
        cvs.push(cv.to_string());
        ops.extend([
            json!({ "add": { "id": cv, "only_me": only_me, "body": { "cv_version": {
                "kind": "cv", "number": 1, "title": word, "lang": "fr", "name": word,
                "contact": word, "notes": word } } } }),
            json!({ "add": { "id": entry, "only_me": only_me, "body": { "cv_entry": {
                "cv": cv, "section": "skills", "title": word, "notes": word,
                "order": "80" } } } }),
            json!({ "add_objective": { "id": objective, "title": word, "horizon": "short",
                "only_me": only_me } }),
            json!({ "edit_text": { "item": objective, "field": "notes", "base": "",
                "text": word } }),
            json!({ "add_step": { "id": step, "objective": objective, "title": word,
                "who": "mentee", "order": "80", "only_me": only_me } }),
            json!({ "add_application": { "id": application, "employer": word, "job": word,
                "stage": "to_apply", "source": word, "contact": word, "place": word,
                "only_me": only_me } }),
            json!({ "add_comment": { "id": comment, "on": objective, "text": word,
                "only_me": only_me } }),
        ]);
    }
    let numbered: Vec<Value> =
        (1..).zip(&ops).map(|(seq, op)| json!({ "seq": seq, "op": op })).collect();
    let body = json!({ "device": ids::new_id(now), "cursor": "00000000.0.0", "ops": numbered });
    let answer = asmae.post(&format!("/api/v1/boards/{board}/ops"), &body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let receipts = answer.json::<Value>()["receipts"].to_string();
    assert!(!receipts.contains("rejected"), "{receipts}");
    cvs
}

/// Every byte, headers too, of every address that can be read.
async fn everything(browser: &mut Browser, board: &str, cvs: &[String]) -> String {
    let (_, document) = routes::api().split_for_parts();
    let document = serde_json::to_value(document).unwrap();
    let mut paths: Vec<String> = ["/", "/j", "/left", "/api"].map(str::to_owned).into();
    for (path, item) in document["paths"].as_object().unwrap() {
        // A stream has no end; what it tells is what the board tells.
        let is_stream = path.ends_with("/events") || path.ends_with("/live");
        if item.get("get").is_some() && !is_stream {
            paths.push(path.replace("{board}", board).replace("{id}", board));
        }
    }
    for (cv, ending) in cvs.iter().flat_map(|cv| [(cv, "pdf"), (cv, "txt")]) {
        paths.push(format!("/api/v1/boards/{board}/cvs/{cv}.{ending}"));
    }
    let duos = browser.get("/api/v1/duos").await.text();
    let list = serde_json::from_str::<Value>(&duos).unwrap_or_default();
    for duo in list.as_array().into_iter().flatten() {
        let duo = format!("/api/v1/duos/{}", duo["id"].as_str().unwrap());
        let parts = ["", "/plan", "/contacts", "/mentors", "/outcomes", "/follow-ups", "/consents"];
        paths.extend(parts.map(|part| format!("{duo}{part}")));
    }
    let mut all = String::new();
    for path in paths {
        let answer = browser.get(&path).await;
        all.push_str(&format!("{:?}{}", answer.headers, answer.text()));
    }
    all
}
