//! What cannot be used is refused by name, and never becomes a "500".

use crate::{
    people::{duo, new_id, objective},
    server::Server,
};
use reqwest::{Method, header};
use serde_json::json;

#[tokio::test]
async fn bodies_that_cannot_be_used() {
    let server = Server::start();
    let [_, mentee, _] = duo(&server).await;
    let cursor = mentee.cursor().await;
    let fine = mentee.submission(&[(1, objective(&new_id(), "Secret-typed", false))]);
    let with = |path: &str, value: serde_json::Value| {
        let mut body = fine.clone();
        *body.pointer_mut(path).unwrap() = value;
        body.to_string()
    };
    let add = "/ops/0/op/add_objective";
    let mut unknown = fine.clone();
    unknown["canari"] = json!("Secret-typed");
    let mut inside = fine.clone();
    inside["ops"][0]["op"]["add_objective"]["canari"] = json!("Secret-typed");
    let many: Vec<_> =
        (1..=101).map(|seq| (seq, json!({ "remove": { "item": new_id() } }))).collect();
    let due = json!({ "set_due": { "item": new_id(), "due": "2026-02-31" } });
    let order = json!({ "place_step": { "item": new_id(), "order": "zz" } });
    for (body, status, code) in [
        ("{".to_owned(), 400, "malformed"),
        ("Secret-typed".to_owned(), 400, "malformed"),
        (String::new(), 400, "malformed"),
        (unknown.to_string(), 422, "unusable"),
        (inside.to_string(), 422, "unusable"),
        (with("/cursor", json!("demain")), 422, "unusable"),
        (with("/device", json!("telephone")), 422, "unusable"),
        (with("/ops/0/seq", json!(-1)), 422, "unusable"),
        (with(add, json!({ "title": "Secret-typed" })), 422, "unusable"),
        (with("/ops/0/op", json!({ "delete_everything": {} })), 422, "unusable"),
        (with("/ops/0/op", due), 422, "unusable"),
        (with("/ops/0/op", order), 422, "unusable"),
        (mentee.submission(&many).to_string(), 413, "too_large"),
        ("x".repeat(2 << 20), 413, "too_large"),
        ("[".repeat(10_000), 400, "malformed"),
    ] {
        let shown: String = body.chars().take(60).collect();
        let request = mentee.request(Method::POST, &mentee.ops_path());
        let answer =
            mentee.send(request.header(header::CONTENT_TYPE, "application/json").body(body)).await;
        assert_eq!(answer.status.as_u16(), status, "{shown}: {}", answer.text);
        answer.is(status, code);
        assert!(!answer.text.contains("Secret"), "what was typed is not repeated: {}", answer.text);
    }
    assert_eq!(mentee.cursor().await, cursor, "nothing was carried out");
}

#[tokio::test]
async fn requests_that_cannot_be_used() {
    let server = Server::start();
    let [_, mentee, _] = duo(&server).await;
    let board = format!("/api/v1/boards/{}", mentee.board);
    for (path, status, code) in [
        (format!("{board}?since=demain"), 422, "unusable"),
        (format!("{board}?device=telephone"), 422, "unusable"),
        (format!("{board}?until=1"), 422, "unusable"),
        (format!("{board}/events"), 422, "unusable"),
        (format!("{board}/nothing"), 404, "not_found"),
        (format!("{board}/ops"), 405, "method_not_allowed"),
    ] {
        mentee.get(&path).await.is(status, code);
    }
    let text = mentee.request(Method::POST, &mentee.ops_path()).body("{}");
    mentee.send(text.header(header::CONTENT_TYPE, "text/plain")).await.is(415, "not_json");
    let foreign = mentee.request(Method::POST, &mentee.ops_path()).json(&json!({}));
    mentee.send(foreign.header("Sec-Fetch-Site", "cross-site")).await.is(403, "cross_site");
    let mut nobody = mentee.clone();
    nobody.cookie = "__Host-s=unknown".into();
    nobody.read("").await.is(401, "signed_out");
    nobody.submit(&[]).await.is(401, "signed_out");
}
