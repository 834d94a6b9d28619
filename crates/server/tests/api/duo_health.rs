//! How a duo is doing, for the two of it: the same rules as for their coordinator, and nothing
//! that one of them said to the coordinator alone.

use crate::{
    clock,
    helpers::{Site, new_duo, person_id},
    pair::{Pair, add, add_objective, new_id},
};
use chrono::{Days, NaiveDate};
use passerelle_server::local;
use serde_json::{Value, json};

fn today() -> NaiveDate {
    local::day(clock::now())
}

fn ago(days: u64) -> NaiveDate {
    today().checked_sub_days(Days::new(days)).unwrap()
}

/// A duo that began that many days ago, and the way to its end.
pub async fn duo_of(days: u64) -> (Pair, crate::helpers::Browser, String) {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let branches: Value = coordinator.get("/api/v1/branches").await.json();
    let mut new = new_duo(&branches[0]["id"]);
    new["start"] = json!(ago(days));
    let made = coordinator.post("/api/v1/duos", &new).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let made: Value = made.json();
    let (mentee, mentor) = (&made["duo"]["mentee"]["id"], &made["duo"]["mentor"]["id"]);
    let pair = Pair::of(site, person_id(mentee), person_id(mentor)).await;
    (pair, coordinator, made["duo"]["id"].as_str().unwrap().to_owned())
}

/// What each of the two reads.
async fn both(pair: &mut Pair) -> [Value; 2] {
    let (mentee, mentor) = (pair.mentee_gets("health").await, pair.mentor_gets("health").await);
    assert_eq!((mentee.status, mentor.status), (200, 200), "{}", mentee.text());
    [mentee.json(), mentor.json()]
}

fn cause<'v>(health: &'v Value, rule: &str) -> Option<&'v Value> {
    let reasons = health["reasons"].as_array().unwrap();
    reasons.iter().find_map(|reason| reason["cause"].get(rule))
}

#[tokio::test]
async fn a_young_duo_is_told_that_it_begins() {
    let (mut pair, ..) = duo_of(3).await;
    let [mentee, mentor] = both(&mut pair).await;
    assert_eq!(mentee, mentor);
    assert_eq!(mentee["state"], "too_early");
    let found = cause(&mentee, "R4").unwrap();
    assert_eq!((&found["days"], &found["planned"]), (&json!(3), &Value::Null));
}

#[tokio::test]
async fn meetings_of_the_board_make_the_state() {
    let (mut pair, ..) = duo_of(60).await;
    assert_eq!(both(&mut pair).await[0]["state"], "stalled");
    pair.add_meeting(&ago(24).to_string(), "held", Some(60)).await;
    let [mentee, mentor] = both(&mut pair).await;
    assert_eq!(mentee, mentor);
    assert_eq!(mentee["state"], "stalled");
    assert_eq!(cause(&mentee, "R5").unwrap()["days"], 24);
    let next = today().checked_add_days(Days::new(3)).unwrap();
    let proposed = pair.add_meeting(&next.to_string(), "proposed", None).await;
    assert!(cause(&both(&mut pair).await[0], "R6").is_none(), "only one of the two wants it");
    pair.mentee_does(json!({ "set_meeting": { "item": proposed, "state": "planned" } })).await;
    let [mentee, _] = both(&mut pair).await;
    assert_eq!(cause(&mentee, "R6").unwrap()["planned"], json!(next));
    let pause = json!({ "pause": { "from": today(), "until": next } });
    pair.mentor_does(add(new_id(), false, pause)).await;
    assert!(both(&mut pair).await.iter().all(|health| health["state"] == "paused"));
}

#[tokio::test]
async fn work_on_the_plan_is_a_day_and_a_talk_is_none() {
    let (mut pair, ..) = duo_of(60).await;
    let untouched = |health: &Value| cause(health, "R11").map(|found| found["days"].clone());
    assert_eq!(untouched(&both(&mut pair).await[1]), Some(json!(60)));
    pair.mentee_does(add_objective(new_id(), "Canari-secret", true)).await;
    assert_eq!(untouched(&both(&mut pair).await[1]), Some(json!(60)), "nobody knows of that");
    let met = pair.add_meeting(&ago(2).to_string(), "held", Some(60)).await;
    pair.mentor_does(json!({ "add_comment": { "id": new_id(), "on": met, "text": "Canari" } }))
        .await;
    assert_eq!(untouched(&both(&mut pair).await[0]), Some(json!(60)));
    pair.mentee_does(add_objective(new_id(), "Canari", false)).await;
    let healths = both(&mut pair).await;
    assert!(healths.iter().all(|health| untouched(health).is_none()), "{healths:?}");
    assert!(healths.iter().all(|health| cause(health, "R10").is_none()));
    assert!(!format!("{healths:?}").contains("Canari"));
}

#[tokio::test]
async fn what_one_told_the_coordinator_stays_between_them() {
    let (mut pair, ..) = duo_of(3).await;
    let ask = json!({ "topic": "call" });
    assert_eq!(pair.mentee.browser.post(&pair.path("help"), &ask).await.status, 201);
    let pulse = json!({ "pulse": { "face": "1", "seen_by": "coordinator" } });
    pair.mentee_does(add(new_id(), true, pulse)).await;
    let [mentee, mentor] = both(&mut pair).await;
    assert_eq!(
        (&mentee["state"], &mentor["state"]),
        (&json!("help_requested"), &json!("too_early"))
    );
    assert!(cause(&mentee, "R1").is_some() && cause(&mentee, "R13").is_some(), "{mentee}");
    assert!(cause(&mentor, "R1").is_none() && cause(&mentor, "R13").is_none(), "{mentor}");
}

#[tokio::test]
async fn tasks_of_the_coordinator_and_a_closed_duo() {
    let (mut pair, mut coordinator, duo) = duo_of(60).await;
    assert!(both(&mut pair).await.iter().all(|health| cause(health, "C1").is_none()));
    let closure = json!({ "kind": "planned_end", "on": today() });
    let end = coordinator.post(&format!("/api/v1/duos/{duo}/end"), &closure).await;
    assert_eq!(end.status, 200, "{}", end.text());
    let health: Value = pair.mentee_gets("health").await.json();
    assert_eq!(health["state"], "closed");
    assert_eq!(cause(&health, "closed").unwrap()["on"], json!(today()));
    assert_eq!(pair.mentor_gets("health").await.problem().0, 404);
}
