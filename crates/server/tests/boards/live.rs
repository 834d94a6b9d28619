//! Two people at once, and a stream that breaks and goes on.

use crate::{
    people::{comment, duo, edit, new_id, objective},
    server::Server,
};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn each_sees_the_others_change_at_once() {
    let server = Server::start();
    let [_, mentee, mentor] = duo(&server).await;
    let (mut hers, mut his) = (mentee.follow("", "").await, mentor.follow("", "").await);
    assert_eq!(hers.feed().await["snapshot"]["shared"], json!([]));
    assert_eq!(his.feed().await["snapshot"]["shared"], json!([]));

    let id = new_id();
    mentee.does(&[(1, objective(&id, "Travailler", false))]).await;
    let own = hers.feed().await;
    assert_eq!(own["changes"]["shared"][0]["change"], json!({ "own": 1 }));
    let event = his.next().await.unwrap();
    assert_eq!(event.json()["changes"]["shared"][0]["change"]["op"]["add_objective"]["id"], id);
    assert_eq!(event.json()["changes"]["cursor"], event.id);

    mentor.does(&[(1, comment(&new_id(), &id, "Bravo !"))]).await;
    let heard = hers.feed().await;
    assert_eq!(heard["changes"]["shared"][0]["change"]["op"]["add_comment"]["text"], "Bravo !");
}

#[tokio::test]
async fn a_whole_outbox_arrives_as_one() {
    let server = Server::start();
    let [_, mentee, mentor] = duo(&server).await;
    let mut his = mentor.follow("", "").await;
    his.feed().await;
    let ops: Vec<_> = (1..=100).map(|seq| (seq, objective(&new_id(), "Un", false))).collect();
    mentee.does(&ops).await;
    let heard = his.feed().await;
    assert_eq!(heard["changes"]["shared"].as_array().map(Vec::len), Some(100));
}

#[tokio::test]
async fn both_versions_of_a_text_survive() {
    let server = Server::start();
    let [_, mentee, mentor] = duo(&server).await;
    let id = new_id();
    mentee.does(&[(1, objective(&id, "Travailler", false))]).await;
    mentee.does(&[(2, edit(&id, "Travailler", "Stage"))]).await;
    mentor.does(&[(1, edit(&id, "Travailler", "Emploi"))]).await;
    for person in [mentee, mentor] {
        let title =
            person.read("").await.json()["snapshot"]["shared"][0]["body"]["objective"]["title"]
                .clone();
        assert_eq!(
            (&title["text"], &title["others"][0]["text"]),
            (&json!("Emploi"), &json!("Stage"))
        );
    }
}

#[tokio::test]
async fn a_stream_goes_on_where_it_broke() {
    let server = Server::start();
    let [_, mentee, mentor] = duo(&server).await;
    let start = mentor.cursor().await;
    let first = new_id();
    mentee.does(&[(1, objective(&first, "Un", false))]).await;
    let mut stream = mentor.follow(&start, "").await;
    let caught_up = stream.next().await.unwrap();
    assert_eq!(caught_up.json()["changes"]["shared"][0]["rev"], 1);
    drop(stream);

    mentee.does(&[(2, objective(&new_id(), "Deux", false))]).await;
    // A browser repeats the address it began with and says how far it came.
    let mut stream = mentor.follow(&start, &caught_up.id).await;
    let heard = stream.feed().await;
    let shared = heard["changes"]["shared"].as_array().unwrap();
    assert_eq!(shared.iter().map(|event| event["rev"].as_u64()).collect::<Vec<_>>(), [Some(2)]);
    mentee.does(&[(3, objective(&new_id(), "Trois", false))]).await;
    assert_eq!(stream.feed().await["changes"]["shared"][0]["rev"], 3);
}

#[tokio::test]
async fn a_cursor_of_another_incarnation_gets_everything() {
    let server = Server::start();
    let [_, mentee, _] = duo(&server).await;
    mentee.does(&[(1, objective(&new_id(), "Un", false))]).await;
    let here = mentee.cursor().await;
    let (epoch, rest) = here.split_once('.').unwrap();
    let other = u32::from_str_radix(epoch, 16).unwrap() ^ 1;
    let ahead = format!("{epoch}.99.0");
    for cursor in [format!("{other:08x}.{rest}"), ahead] {
        let answer = mentee.read(&cursor).await.json();
        assert_eq!(answer["snapshot"]["shared"].as_array().map(Vec::len), Some(1), "{cursor}");
        assert!(mentee.follow(&cursor, "").await.feed().await["snapshot"].is_object());
    }
    let nothing_new = mentee.read(&here).await;
    assert_eq!(nothing_new.json(), json!({ "changes": { "cursor": here } }));
}

#[tokio::test]
async fn streams_end_with_the_session_a_newer_stream_and_the_server() {
    let mut server = Server::start();
    let [_, mentee, mentor] = duo(&server).await;
    let mut older = mentee.follow("", "").await;
    older.feed().await;
    let mut newer = mentee.follow("", "").await;
    newer.feed().await;
    assert_eq!(older.next().await, None, "one stream per device and board");

    let mut his = mentor.follow("", "").await;
    his.feed().await;
    let left = mentor.send(mentor.request(Method::DELETE, "/api/v1/session")).await;
    assert!(left.status.is_success(), "{}", left.text);
    assert_eq!(his.next().await, None, "the session ended");

    mentee.does(&[(1, objective(&new_id(), "Un", false))]).await;
    assert!(newer.next().await.is_some(), "the mentee's own goes on");
    assert_eq!(server.stop(), Some(0));
    assert_eq!(newer.next().await, None, "the server stopped");
}
