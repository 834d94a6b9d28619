//! After a duo: who still reads what, and what time takes away.

use crate::{
    account::is_on_disk,
    clock,
    office::day,
    pair::{Pair, add, add_objective, new_id},
};
use board::time::Timestamp;
use passerelle_server::demo::people::person_id;
use serde_json::{Value, json};

/// The coordinator ends the duo.
async fn end(pair: &Pair) {
    let app = &pair.site.running.app;
    let duos = app.store.duos(person_id("Nadia"), clock::now()).await.unwrap();
    let duo = duos.iter().find(|duo| duo.mentee.id == person_id("Asmae")).unwrap();
    let mut nadia = pair.site.browser_of(person_id("Nadia")).await;
    let closure = json!({ "kind": "planned_end", "on": day(0) });
    let answer = nadia.post(&format!("/api/v1/duos/{}/end", duo.id), &closure).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}

async fn boards(pair: &mut Pair, is_mentee: bool) -> Value {
    let who = if is_mentee { &mut pair.mentee } else { &mut pair.mentor };
    who.browser.get("/api/v1/boards").await.json()
}

#[tokio::test]
async fn the_board_stays_and_sharing_is_the_mentees_choice() {
    let mut pair = Pair::demo().await;
    let share = json!({ "keep": true });
    let path = pair.path("sharing");
    let early = pair.mentee.browser.post(&path, &share).await;
    assert_eq!(early.problem(), (422, "unusable".into()), "the duo runs");
    end(&pair).await;
    assert_eq!(boards(&mut pair, false).await, json!([]));
    assert_eq!(pair.mentor_gets("history").await.status, 404);
    let own = boards(&mut pair, true).await;
    assert!(own[0]["ended"].is_i64() && own[0]["mentor"].is_null(), "{own}");
    pair.mentee_does(add_objective(new_id(), "Je continue", false)).await;

    assert_eq!(pair.mentor.browser.post(&path, &share).await.problem().0, 404);
    let kept: Value = pair.mentee.browser.post(&path, &share).await.json();
    assert_eq!(kept["mentor"]["name"], "Cécile");
    let days = (kept["shared_until"].as_i64().unwrap() - clock::now().0) / Timestamp::DAY;
    assert!((91..=92).contains(&days), "{days}");
    let hers = boards(&mut pair, false).await;
    assert_eq!(hers[0]["shared_until"], kept["shared_until"]);
    let on = objective(&mut pair).await;
    pair.mentor_does(json!({ "add_comment": { "id": new_id(), "on": on,
        "text": "Je suis encore là" } }))
        .await;
    assert_eq!(pair.mentor.browser.post(&path, &share).await.problem().0, 403);

    let over = pair.mentee.browser.post(&path, &json!({ "keep": false })).await;
    assert!(over.json::<Value>()["shared_until"].is_null());
    assert_eq!(pair.mentor_gets("history").await.status, 404);
}

async fn objective(pair: &mut Pair) -> uuid::Uuid {
    let id = new_id();
    pair.mentee_does(add_objective(id, "x", false)).await;
    id
}

#[tokio::test]
async fn access_ends_by_itself() {
    let mut pair = Pair::demo().await;
    end(&pair).await;
    let store = &pair.site.running.app.store;
    let board = pair.board.parse().unwrap();
    let past = Timestamp(clock::now().0 - 1);
    store.share_until(board, Some(past)).await.unwrap();
    let over = store.end_shares(clock::now()).await.unwrap();
    assert_eq!(over.len(), 1);
    assert_eq!(over[0].person, person_id("Cécile"));
    assert_eq!(pair.mentor_gets("history").await.status, 404);
}

#[tokio::test]
async fn a_mentors_notes_go_three_months_after_the_duo() {
    let mut pair = Pair::demo().await;
    let note = json!({ "note": { "text": "Canari-note" } });
    pair.mentor_does(add(new_id(), true, note)).await;
    end(&pair).await;
    let store = std::sync::Arc::clone(&pair.site.running.app.store);
    let is_kept = async || {
        let data = store.data_of(person_id("Cécile"), clock::now()).await.unwrap();
        format!("{data:?}").contains("Canari-note")
    };
    store.tidy(clock::now().plus_days(91)).await.unwrap();
    assert!(is_kept().await);
    store.tidy(clock::now().plus_days(93)).await.unwrap();
    assert!(!is_kept().await);
    // A device that knew the space follows no log that is gone.
    store.share_until(pair.board.parse().unwrap(), Some(clock::now().plus_days(1))).await.unwrap();
    let path = format!("/api/v1/boards/{}", pair.board);
    let snapshot: Value = pair.mentor.browser.get(&path).await.json();
    let cursor = snapshot["snapshot"]["cursor"].as_str().unwrap();
    let mut parts: Vec<&str> = cursor.split('.').collect();
    parts[2] = "1";
    let again = format!("{path}?since={}", parts.join("."));
    let again: Value = pair.mentor.browser.get(&again).await.json();
    assert!(again["snapshot"].is_object(), "{again}");
}

#[tokio::test]
async fn removed_things_go_after_thirty_days_and_the_log_stays_whole() {
    let mut pair = Pair::demo().await;
    let (item, step, comment) = (new_id(), new_id(), new_id());
    pair.mentee_does(add_objective(item, "Canari-retire", false)).await;
    pair.mentee_does(json!({ "add_step": { "id": step, "objective": item, "title": "Canari-pas",
        "who": "mentee", "order": "80" } }))
        .await;
    pair.mentor_does(json!({ "add_comment": { "id": comment, "on": item,
        "text": "Canari-mot" } }))
        .await;
    pair.mentee_does(json!({ "unshare": { "item": item } })).await;
    pair.mentee_does(json!({ "share": { "item": item } })).await;
    let path = format!("/api/v1/boards/{}", pair.board);
    let before: Value = pair.mentor.browser.get(&path).await.json();
    pair.mentee_does(json!({ "remove": { "item": item } })).await;
    let fresh: Value = pair.mentor.browser.get(&path).await.json();
    let store = std::sync::Arc::clone(&pair.site.running.app.store);
    let days = |days| clock::now().plus_days(days);
    store.tidy(days(29)).await.unwrap();
    assert!(pair.mentee.browser.get(&path).await.text().contains("Canari"));
    store.tidy(days(31)).await.unwrap();
    for who in [&mut pair.mentee, &mut pair.mentor] {
        assert!(!who.browser.get(&path).await.text().contains("Canari"));
        let history = format!("{path}/history");
        assert!(!who.browser.get(&history).await.text().contains("Canari"));
    }
    // Whoever was up to date is told what left; whoever was not gets everything.
    let since =
        |feed: &Value| format!("{path}?since={}", feed["snapshot"]["cursor"].as_str().unwrap());
    let told: Value = pair.mentor.browser.get(&since(&fresh)).await.json();
    let departed = &told["changes"]["shared"][0]["change"]["depart"];
    assert_eq!(departed.as_array().unwrap().len(), 3, "{told}");
    let all: Value = pair.mentor.browser.get(&since(&before)).await.json();
    assert!(all["snapshot"].is_object());
    // Nothing more to take away, and the board still takes changes.
    store.tidy(days(32)).await.unwrap();
    pair.mentee_does(add_objective(new_id(), "Encore", false)).await;
    assert!(!is_on_disk_after_rewrite(&pair).await);
}

/// What is deleted is overwritten in the file; the log beside it is used again from its start.
async fn is_on_disk_after_rewrite(pair: &Pair) -> bool {
    let store = &pair.site.running.app.store;
    store.end_account(person_id("Bilal"), clock::now()).await.unwrap();
    is_on_disk(pair.site.data.path(), "Canari-retire")
}
