//! Who changed what: everything once, newest first, and only what the reader may read.

use crate::pair::{Pair, add_objective, new_id};
use serde_json::{Value, json};

async fn pages(pair: &mut Pair, is_mentee: bool, query: &str) -> Vec<Value> {
    let (mut events, mut before) = (Vec::new(), String::new());
    for _ in 0..20 {
        let path = format!("history?{query}{before}");
        let answer =
            if is_mentee { pair.mentee_gets(&path).await } else { pair.mentor_gets(&path).await };
        assert_eq!(answer.status, 200, "{}", answer.text());
        let page: Value = answer.json();
        let found = page["events"].as_array().unwrap();
        assert!(found.len() <= 50);
        events.extend(found.clone());
        match page["before"].as_str() {
            Some(next) => before = format!("&before={next}"),
            None => return events,
        }
    }
    panic!("no end");
}

#[tokio::test]
async fn everything_comes_once_and_newest_first() {
    let mut pair = Pair::demo().await;
    for number in 0..70 {
        let word = format!("Canari {number}");
        pair.mentee_does(add_objective(new_id(), &word, number % 3 == 0)).await;
    }
    let events = pages(&mut pair, true, "").await;
    let text = serde_json::to_string(&events).unwrap();
    for number in 0..70 {
        assert_eq!(text.matches(&format!("\"Canari {number}\"")).count(), 1, "{number}");
    }
    let times: Vec<i64> = events.iter().map(|it| it["event"]["at"].as_i64().unwrap()).collect();
    assert!(times.is_sorted_by(|newer, older| newer >= older));
    for side in ["shared", "private"] {
        let own = events.iter().filter(|it| it["side"] == side);
        let revs: Vec<u64> = own.map(|it| it["event"]["rev"].as_u64().unwrap()).collect();
        let wanted: Vec<u64> = (1..=revs.len() as u64).rev().collect();
        assert_eq!(revs, wanted, "{side}");
    }
    assert!(!text.contains("\"own\""));
}

#[tokio::test]
async fn one_item_has_its_own_past_with_its_comments() {
    let mut pair = Pair::demo().await;
    let (item, other, comment) = (new_id(), new_id(), new_id());
    pair.mentee_does(add_objective(item, "Un", false)).await;
    pair.mentee_does(add_objective(other, "Autre", false)).await;
    pair.mentor_does(json!({ "add_comment": { "id": comment, "on": item, "text": "Bravo" } }))
        .await;
    pair.mentor_does(json!({ "edit_text": { "item": comment, "field": "body", "base": "Bravo",
        "text": "Bravo !" } }))
        .await;
    pair.mentee_does(json!({ "unshare": { "item": item } })).await;
    pair.mentee_does(json!({ "share": { "item": item } })).await;
    let events = pages(&mut pair, true, &format!("item={item}")).await;
    let text = serde_json::to_string(&events).unwrap();
    assert_eq!(events.len(), 7, "{text}");
    assert!(text.contains("Bravo !") && !text.contains("Autre"));
}

#[tokio::test]
async fn what_became_private_has_no_past_for_the_mentor() {
    let mut pair = Pair::demo().await;
    let (hidden, secret) = (new_id(), new_id());
    pair.mentee_does(add_objective(hidden, "Canari-repris", false)).await;
    pair.mentee_does(add_objective(secret, "Canari-secret", true)).await;
    let text = |events: &[Value]| serde_json::to_string(events).unwrap();
    assert!(text(&pages(&mut pair, false, "").await).contains("Canari-repris"));
    pair.mentee_does(json!({ "unshare": { "item": hidden } })).await;
    for query in [String::new(), format!("item={hidden}"), format!("item={secret}")] {
        let seen = text(&pages(&mut pair, false, &query).await);
        assert!(!seen.contains("Canari"), "{query}");
    }
    assert!(text(&pages(&mut pair, true, "").await).contains("Canari-repris"));
}

#[tokio::test]
async fn a_page_that_cannot_be_is_refused() {
    let mut pair = Pair::demo().await;
    for query in ["before=x", "before=1", "before=-1.0", "item=x", "else=1"] {
        let answer = pair.mentee_gets(&format!("history?{query}")).await;
        assert_eq!(answer.problem(), (422, "unusable".into()), "{query}");
    }
    let answer = pair.mentee_gets("history?before=0.0").await;
    assert_eq!(answer.text(), "{\"events\":[]}");
}
