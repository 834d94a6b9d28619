//! What is "only me" is in no byte that anybody else receives.

use crate::{
    people::{another_duo, duo, new_id, objective},
    server::Server,
};
use serde_json::json;

const CANARY: &str = "Papiers-canari";

#[tokio::test]
async fn a_private_item_is_nowhere_until_it_is_shared_and_gone_when_it_is_not() {
    let server = Server::start();
    let [coordinator, mentee, mentor] = duo(&server).await;
    let mut his = mentor.follow("", "").await;
    his.feed().await;
    let (before, id) = (mentor.cursor().await, new_id());

    mentee.does(&[(1, objective(&id, CANARY, true))]).await;
    mentee.does(&[(2, objective(&new_id(), "Visible", false))]).await;
    his.feed().await;
    for answer in [
        mentor.read("").await,
        mentor.read(&before).await,
        mentor.get("/api/v1/boards").await,
        mentor.get("/api/v1/session").await,
        coordinator.get("/api/v1/duos").await,
        coordinator.get("/api/v1/boards").await,
    ] {
        assert_eq!(answer.status, 200);
        assert!(!answer.text.contains(CANARY), "{}", answer.text);
        assert!(!answer.text.contains(&id), "not even its id: {}", answer.text);
    }
    assert!(!his.everything.contains(CANARY) && !his.everything.contains(&id));
    // One shared event happened; no counter says that there was another.
    let epoch = before.split('.').next().unwrap();
    assert_eq!(mentor.cursor().await, format!("{epoch}.1.0"));

    mentee.does(&[(3, json!({ "share": { "item": id } }))]).await;
    let arrived = his.feed().await;
    let item = &arrived["changes"]["shared"][0]["change"]["arrive"][0];
    assert_eq!(item["body"]["objective"]["title"], CANARY);
    assert!(mentor.read("").await.text.contains(CANARY));

    mentee.does(&[(4, json!({ "unshare": { "item": id } }))]).await;
    let departed = his.feed().await;
    assert_eq!(departed["changes"]["shared"][0]["change"], json!({ "depart": [id] }));
    assert!(!mentor.read("").await.text.contains(CANARY));
    assert!(mentee.read("").await.text.contains(CANARY));
}

#[tokio::test]
async fn the_mentors_own_notes_are_theirs() {
    let server = Server::start();
    let [_, mentee, mentor] = duo(&server).await;
    let (id, note) = (new_id(), new_id());
    mentee.does(&[(1, objective(&id, "Visible", false))]).await;
    let op = json!({ "add_comment": { "id": note, "on": id, "text": CANARY, "only_me": true } });
    mentor.does(&[(1, op)]).await;
    assert!(mentor.read("").await.text.contains(CANARY));
    assert!(!mentee.read("").await.text.contains(CANARY));
}

#[tokio::test]
async fn somebody_elses_board_and_no_board_are_the_same_bytes() {
    let server = Server::start();
    let [coordinator, mentee, mentor] = duo(&server).await;
    let [other, _] = another_duo(&coordinator).await;
    let nowhere = new_id();
    for person in [&coordinator, &mentee, &mentor] {
        let mut tries = Vec::new();
        for board in [&other.board, &nowhere, &"not-an-id".to_owned()] {
            let mut answers = vec![
                person.get(&format!("/api/v1/boards/{board}")).await,
                person.get(&format!("/api/v1/boards/{board}/events?device={nowhere}")).await,
            ];
            let body = person.submission(&[(1, objective(&nowhere, "Intrus", false))]);
            answers.push(person.post(&format!("/api/v1/boards/{board}/ops"), &body).await);
            answers.iter().for_each(|answer| answer.is(404, "not_found"));
            tries.push(answers.into_iter().map(|answer| answer.text).collect::<Vec<_>>());
        }
        assert!(tries.iter().all(|answers| *answers == tries[0]));
    }
    // The coordinator looks after this very duo and still cannot open its board.
    coordinator.get(&format!("/api/v1/boards/{}", mentee.board)).await.is(404, "not_found");
    assert_eq!(coordinator.get("/api/v1/boards").await.json(), json!([]));
}
