//! Each operation once: repetition, gap, reuse, rejection.

use crate::{
    people::{another_duo, comment, duo, edit, new_id, objective},
    server::Server,
};
use serde_json::json;

#[tokio::test]
async fn an_operation_that_comes_again_is_answered_and_not_repeated() {
    let server = Server::start();
    let [_, mentee, _] = duo(&server).await;
    let id = new_id();
    let ops = [(1, objective(&id, "Travailler", false)), (2, edit(&id, "", "Deux mots"))];
    let first = mentee.submit(&ops).await.json();
    let cursor = mentee.cursor().await;
    let again = mentee.submit(&ops).await.json();
    assert_eq!(first["receipts"], json!([{ "seq": 1 }, { "seq": 2 }]));
    assert_eq!(first["receipts"], again["receipts"]);
    assert_eq!(cursor, mentee.cursor().await);
    // The tail is new, the head is known.
    mentee.does(&[(2, ops[1].1.clone()), (3, edit(&id, "Deux mots", "Trois petits mots"))]).await;
}

#[tokio::test]
async fn numbers_must_continue() {
    let server = Server::start();
    let [_, mentee, _] = duo(&server).await;
    mentee.does(&[(1, objective(&new_id(), "Un", false))]).await;
    let cursor = mentee.cursor().await;

    let gap = mentee
        .submit(&[
            (2, objective(&new_id(), "Deux", false)),
            (4, json!({ "remove": { "item": new_id() } })),
        ])
        .await;
    gap.is(409, "sequence_gap");
    assert_eq!(gap.json()["expected"], 3);
    mentee.submit(&[(1, objective(&new_id(), "Autre", false))]).await.is(422, "sequence_reused");
    mentee.submit(&[(0, objective(&new_id(), "Zéro", false))]).await.is(422, "sequence_reused");
    assert_eq!(cursor, mentee.cursor().await, "a refused request leaves nothing");
}

#[tokio::test]
async fn a_rejected_operation_uses_its_number_up() {
    let server = Server::start();
    let [_, mentee, mentor] = duo(&server).await;
    let id = new_id();
    mentee.does(&[(1, objective(&id, "Travailler", false))]).await;
    let ops = [
        (1, json!({ "remove": { "item": id } })),
        (2, comment(&new_id(), &id, "Bravo")),
        (3, edit(&id, "Travailler", &"x".repeat(201))),
        (4, json!({ "set_horizon": { "item": id, "horizon": "jamais" } })),
    ];
    let expected = json!([
        { "seq": 1, "rejected": "not_allowed" },
        { "seq": 2 },
        { "seq": 3, "rejected": { "text": { "field": "title", "error": { "too_long": { "max": 200 } } } } },
        { "seq": 4, "rejected": "unknown_value" },
    ]);
    assert_eq!(mentor.submit(&ops).await.json()["receipts"], expected);
    assert_eq!(mentor.submit(&ops).await.json()["receipts"], expected, "and again the same");
    assert_eq!(mentor.read("").await.json()["snapshot"]["last_seq"], 4);
}

#[tokio::test]
async fn a_device_belongs_to_whoever_used_it_first() {
    let server = Server::start();
    let [coordinator, mentee, mut mentor] = duo(&server).await;
    let id = new_id();
    mentee.does(&[(1, objective(&id, "Travailler", false))]).await;
    mentor.device.clone_from(&mentee.device);
    mentor.submit(&[(1, comment(&new_id(), &id, "Bonjour"))]).await.is(409, "device_taken");
    let [mut other, _] = another_duo(&coordinator).await;
    other.device.clone_from(&mentee.device);
    other.submit(&[(1, objective(&new_id(), "Ailleurs", false))]).await.is(409, "device_taken");
}

#[tokio::test]
async fn the_answer_tells_own_operations_by_their_number() {
    let server = Server::start();
    let [_, mentee, mentor] = duo(&server).await;
    let id = new_id();
    let cursor = mentee.cursor().await;
    let mut body = mentee.submission(&[(1, objective(&id, "Travailler", false))]);
    body["cursor"] = json!(cursor);
    let answer = mentee.post(&mentee.ops_path(), &body).await.json();
    let shared = &answer["feed"]["changes"]["shared"];
    assert_eq!(shared[0]["change"], json!({ "own": 1 }));
    assert_eq!((shared[0]["rev"].as_u64(), shared.as_array().map(Vec::len)), (Some(1), Some(1)));
    let heard = mentor.read(&cursor).await.json();
    let change = &heard["changes"]["shared"][0]["change"];
    assert_eq!(change["op"]["add_objective"]["title"], "Travailler");
}
