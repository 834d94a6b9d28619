//! The process is killed under load. What was acknowledged is there, once; nothing is half there.

use crate::{
    people::{Person, duo, new_id, objective},
    server::Server,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tokio::sync::mpsc;

/// How often it is killed; more for a long night's test.
fn rounds() -> u64 {
    std::env::var("PASSERELLE_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(5)
}

/// Adds objectives one after the other until the server is gone. Returns the operation whose answer
/// never came, with its number.
async fn write_until_killed(
    person: Person,
    first: u64,
    acknowledged: mpsc::UnboundedSender<String>,
) -> (u64, Value) {
    for seq in first.. {
        let id = new_id();
        let op = objective(&id, &format!("Objectif {seq}"), seq.is_multiple_of(3));
        let body = person.submission(&[(seq, op.clone())]);
        let request = person.request(reqwest::Method::POST, &person.ops_path()).json(&body);
        // Only a complete answer is an acknowledgement.
        let Ok(response) = request.send().await else { return (seq, op) };
        assert_eq!(response.status(), 200);
        let Ok(_) = response.bytes().await else { return (seq, op) };
        drop(acknowledged.send(id));
    }
    unreachable!("numbers do not run out")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_a_kill_once() {
    let mut server = Server::start();
    let [_, mentee, _] = duo(&server).await;
    let mut devices: Vec<Person> = (0..4).map(|_| mentee.on_another_device()).collect();
    let mut next = vec![1; devices.len()];
    let mut acknowledged = BTreeSet::new();
    for round in 0..rounds() {
        let (told, mut heard) = mpsc::unbounded_channel();
        let writers: Vec<_> = devices
            .iter()
            .zip(&next)
            .map(|(person, first)| {
                tokio::spawn(write_until_killed(person.clone(), *first, told.clone()))
            })
            .collect();
        drop(told);
        // At another moment of the work in every round.
        for _ in 0..20 + 17 * round {
            acknowledged.insert(heard.recv().await.unwrap());
        }
        server.kill_and_restart();
        let mut open = Vec::new();
        for (writer, next) in writers.into_iter().zip(&mut next) {
            let unanswered = writer.await.unwrap();
            *next = unanswered.0 + 1;
            open.push(unanswered);
        }
        while let Some(id) = heard.recv().await {
            acknowledged.insert(id);
        }
        for (person, unanswered) in devices.iter_mut().zip(open) {
            person.origin.clone_from(&server.origin);
            // The app sends again what was not answered: done or not, it is done once.
            person.does(&[unanswered]).await;
        }
    }
    check(&devices[0], &acknowledged, next.iter().map(|next| next - 1).sum()).await;
}

async fn check(person: &Person, acknowledged: &BTreeSet<String>, written: u64) {
    let snapshot = person.read("").await.json()["snapshot"].clone();
    let items = |side: &str| -> Vec<String> {
        let items = snapshot[side].as_array().unwrap().iter();
        items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let all: Vec<_> = items("shared").into_iter().chain(items("private")).collect();
    assert_eq!(all.len() as u64, written, "each operation is there once");
    let all: BTreeSet<_> = all.into_iter().collect();
    assert!(acknowledged.is_subset(&all), "something acknowledged is missing");

    let cursor = snapshot["cursor"].as_str().unwrap();
    let epoch = cursor.split('.').next().unwrap();
    let changes = person.read(&format!("{epoch}.0.0")).await.json()["changes"].clone();
    for side in ["shared", "private"] {
        let revs: Vec<_> =
            changes[side].as_array().unwrap().iter().map(|e| e["rev"].clone()).collect();
        let expected: Vec<_> = (1..=revs.len()).map(|rev| json!(rev)).collect();
        assert_eq!(revs, expected, "no revision is missing or doubled");
    }
}
