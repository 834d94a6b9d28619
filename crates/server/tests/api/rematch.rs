//! Another mentor: the board stays the mentee's, and nothing of what the former mentor could see
//! reaches the new one, in any answer, unless the mentee shares it again.

use crate::{
    clock,
    helpers::{Browser, Site},
    office::{Desk, day, fault, faults},
    pair::{Pair, Writer, add, add_objective, new_id},
};
use passerelle_server::demo::people::person_id;
use serde_json::{Value, json};
use uuid::Uuid;

/// Asmae and Cécile wrote to each other; then Nadia closed their duo.
struct After {
    pair: Pair,
    nadia: Browser,
    duo: String,
    kept: Uuid,
    shown: Uuid,
}

async fn after_a_duo() -> After {
    let mut pair = Pair::demo().await;
    let (kept, shown, comment) = (new_id(), new_id(), new_id());
    pair.mentee_does(add_objective(kept, "Canari-objectif", false)).await;
    pair.mentee_does(add_objective(shown, "Objectif montré", false)).await;
    pair.mentor_does(json!({ "add_comment": { "id": comment, "on": shown,
        "text": "Canari-commentaire", "asks": true } }))
        .await;
    pair.add_meeting(&day(-3), "held", Some(60)).await;
    pair.add_meeting(&day(9), "proposed", None).await;
    let pause = json!({ "pause": { "from": day(-1), "until": day(20) } });
    pair.mentee_does(add(new_id(), false, pause)).await;
    let mut nadia = pair.site.browser_of(person_id("Nadia")).await;
    let duos = pair.site.running.app.store.duos(person_id("Nadia"), clock::now()).await.unwrap();
    let duo = duos.iter().find(|duo| duo.mentee.id == person_id("Asmae")).unwrap().id.to_string();
    let end = format!("/api/v1/duos/{duo}/end");
    let closed = nadia.post(&end, &json!({ "kind": "no_match", "on": day(0) })).await;
    assert_eq!(closed.status, 200, "{}", closed.text());
    After { pair, nadia, duo, kept, shown }
}

impl After {
    async fn rematch(&mut self, body: &Value) -> crate::helpers::Answer {
        self.nadia.post(&format!("/api/v1/duos/{}/rematch", self.duo), body).await
    }
}

fn new_mentor() -> Value {
    json!({ "mentor_name": "Bernadette", "mentor_lang": "fr", "start": day(0), "cadence_days": 7 })
}

/// All that somebody can read of the board.
async fn everything(writer: &mut Writer, board: &str) -> String {
    let mut all = String::new();
    for rest in ["", "?since=00000000.0.0", "/history", "/health", "/help"] {
        all.push_str(&writer.browser.get(&format!("/api/v1/boards/{board}{rest}")).await.text());
    }
    for path in ["/api/v1/boards", "/api/v1/me/data", "/api/v1/me/hours"] {
        all.push_str(&writer.browser.get(path).await.text());
    }
    all
}

#[tokio::test]
async fn a_new_mentor_sees_what_the_mentee_shares_again_and_no_word_more() {
    let mut after = after_a_duo().await;
    let hours = after.pair.mentor.browser.get("/api/v1/me/hours").await.text();
    // The former mentor reads on, until there is a new one.
    let sharing = after.pair.path("sharing");
    let kept = after.pair.mentee.browser.post(&sharing, &json!({ "keep": true })).await;
    assert_eq!(kept.status, 200);
    let board = format!("/api/v1/boards/{}", after.pair.board);
    let before: Value = after.pair.mentor.browser.get(&board).await.json();
    let before = before["snapshot"]["shared"].as_array().unwrap().clone();
    assert!(before.len() > 10, "a board with a past");
    let made = after.rematch(&new_mentor()).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let made: Value = made.json();
    assert_eq!(made["invitations"].as_array().unwrap().len(), 1, "Asmae is in already");
    let After { pair, kept, shown, .. } = &mut after;
    let mentor = crate::helpers::person_id(&made["duo"]["mentor"]["id"]);
    let mut bernadette = Writer::new(pair.site.browser_of(mentor).await);
    let seen = everything(&mut bernadette, &pair.board).await;
    assert!(!seen.contains("Canari") && !seen.contains("Objectif"), "{seen}");
    for item in &before {
        assert!(!seen.contains(item["id"].as_str().unwrap()), "{item}");
    }
    assert!(!seen.contains(&person_id("Cécile").to_string()));
    assert_eq!(pair.mentor.browser.get(&board).await.problem().0, 404);
    // A former mentor keeps the hours, the new one has none.
    assert_eq!(pair.mentor.browser.get("/api/v1/me/hours").await.text(), hours);

    // The mentee has everything, and its history.
    let own = everything(&mut pair.mentee, &pair.board).await;
    assert!(own.contains("Canari-objectif") && own.contains("Canari-commentaire"));
    let boards: Value = pair.mentee.browser.get("/api/v1/boards").await.json();
    assert_eq!(boards[0]["choice_waits"], true);
    let choice: Value = pair.mentee_gets("view").await.json();
    assert_eq!(choice["mentor"], "Bernadette");
    let offered = choice["items"].to_string();
    assert!(offered.contains(&kept.to_string()) && offered.contains(&shown.to_string()));

    pair.mentee_does(json!({ "share": { "item": shown } })).await;
    let path = pair.path("view");
    for _ in 0..2 {
        assert_eq!(pair.mentee.browser.post(&path, &Value::Null).await.status, 204);
    }
    assert_eq!(pair.mentee_gets("view").await.problem().0, 404);
    let seen = everything(&mut bernadette, &pair.board).await;
    assert!(seen.contains("Objectif montré") && !seen.contains("Canari"), "{seen}");
    assert_eq!(bernadette.browser.post(&path, &Value::Null).await.problem().0, 403);
}

#[tokio::test]
async fn a_device_that_was_away_gets_everything_anew() {
    let mut after = after_a_duo().await;
    let path = after.pair.path("");
    let path = path.trim_end_matches('/').to_owned();
    let before: Value = after.pair.mentee.browser.get(&path).await.json();
    let cursor = before["snapshot"]["cursor"].as_str().unwrap().to_owned();
    assert_eq!(after.rematch(&new_mentor()).await.status, 201);
    let now: Value = after.pair.mentee.browser.get(&format!("{path}?since={cursor}")).await.json();
    assert_eq!(now["snapshot"]["shared"], json!([]));
    // What waited on the device goes to the item where it lies now.
    let After { pair, kept, .. } = &mut after;
    pair.mentee_does(json!({ "edit_text": { "item": kept, "field": "notes", "base": "",
        "text": "Encore à moi" } }))
        .await;
}

#[tokio::test]
async fn the_new_duo_begins_anew() {
    let mut after = after_a_duo().await;
    let made: Value = after.rematch(&new_mentor()).await.json();
    let health: Value = after.pair.mentee_gets("health").await.json();
    assert_eq!(health["state"], "too_early", "{health}");
    let plan = format!("/api/v1/duos/{}/plan", made["duo"]["id"].as_str().unwrap());
    let plan: Value = after.nadia.get(&plan).await.json();
    assert_eq!(plan["own_breaks"], json!([]));
    let old: Value = after.nadia.get(&format!("/api/v1/duos/{}/plan", after.duo)).await.json();
    assert_eq!(old["next"], made["duo"]["id"]);
    assert_eq!(old["own_breaks"].as_array().unwrap().len(), 1);
    assert!(old["closure"]["undo_until"].is_null() && old["rematch_from"].is_null());
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    let mut after = after_a_duo().await;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut body = new_mentor();
        change(&mut body);
        body
    };
    for (body, expected) in [
        (with(&|body| body["mentor_name"] = json!(" ")), fault("mentor_name", "empty")),
        (with(&|body| body["start"] = json!(day(-1))), fault("start", "too_early")),
        (with(&|body| body["cadence_days"] = json!(0)), fault("cadence_days", "unknown")),
        (
            with(&|body| body["mentor"] = json!(person_id("Asmae").to_string())),
            fault("mentor", "unknown"),
        ),
    ] {
        assert_eq!(faults(&after.rematch(&body).await), expected, "{body}");
    }
    let made: Value = after.rematch(&new_mentor()).await.json();
    let twice = after.rematch(&new_mentor()).await;
    assert_eq!(faults(&twice), fault("mentee", "taken"));
    after.duo = made["duo"]["id"].as_str().unwrap().to_owned();
    assert_eq!(after.rematch(&new_mentor()).await.problem(), (422, "unusable".into()), "it runs");
}

#[tokio::test]
async fn known_mentors_are_those_of_the_branch() {
    let mut desk = Desk::with_duo(&day(-20)).await;
    let known: Value = desk.get("mentors").await.json();
    let names: Vec<&str> =
        known.as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"Cécile"), "{names:?}");
    let theirs: Value = desk.stranger().await.get("/api/v1/duos").await.json();
    let elsewhere = theirs[0]["mentor"]["id"].as_str().unwrap();
    assert!(!known.to_string().contains(elsewhere), "not one of another branch");
    let own = desk.made["duo"]["mentor"]["id"].as_str().unwrap();
    assert!(!known.to_string().contains(own), "not the one the duo has");
    let mut thierry = desk.stranger().await;
    assert_eq!(thierry.get(&desk.path("mentors")).await.problem().0, 404);
}

#[tokio::test]
async fn nothing_is_to_be_chosen_where_nothing_was_shared() {
    let site = Site::demo().await;
    let mut pair = Pair::of(site, person_id("Asmae"), person_id("Cécile")).await;
    assert_eq!(pair.mentee_gets("view").await.problem().0, 404);
    assert_eq!(pair.mentor_gets("view").await.problem().0, 403);
    let boards: Value = pair.mentee.browser.get("/api/v1/boards").await.json();
    assert!(boards[0]["choice_waits"].is_null());
}
