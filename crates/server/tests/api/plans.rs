//! The plan of a duo: what a coordinator changes, breaks that stop the alarms, and closing.

use crate::{
    clock,
    helpers::{Site, person_id as id_of},
    office::{Desk, colleague, day, fault, faults},
};
use passerelle_server::demo::people::person_id;
use serde_json::{Value, json};

#[tokio::test]
async fn the_plan_changes_for_one_version_only() {
    let mut desk = Desk::with_duo(&day(-20)).await;
    let plan = desk.plan().await;
    assert_eq!(plan["settings"]["planned_end"], day(-20 + 26 * 7));
    let nadia = person_id("Nadia").to_string();
    assert!(plan["colleagues"].to_string().contains(&nadia));
    let settings = json!({ "planned_end": day(200), "cadence_days": 14, "coordinator": nadia,
        "sector": "care" });
    let path = desk.path("plan");
    let changed = desk.browser.patch(&path, &plan["version"], &settings).await;
    assert_eq!(changed.status, 200, "{}", changed.text());
    assert_eq!(changed.json::<Value>()["settings"], settings);
    let stale = desk.browser.patch(&path, &plan["version"], &settings).await;
    assert_eq!(stale.problem(), (412, "stale".into()));
    let mine = desk.browser.get("/api/v1/contacts/due?mine=true").await.text();
    assert!(mine.contains(desk.duo()));
    let mut thierry = desk.stranger().await;
    assert_eq!(thierry.get(&path).await.problem().0, 404);
    assert_eq!(thierry.patch(&path, &plan["version"], &settings).await.problem().0, 404);
}

#[tokio::test]
async fn each_field_of_the_plan_has_its_rule() {
    let mut desk = Desk::with_duo(&day(-20)).await;
    let plan = desk.plan().await;
    let path = desk.path("plan");
    let bad = json!({ "planned_end": day(-20), "cadence_days": 0, "sector": "piracy",
        "coordinator": person_id("Thierry").to_string() });
    let refused = desk.browser.patch(&path, &plan["version"], &bad).await;
    let fields: Vec<_> = faults(&refused).into_iter().map(|it| it.0).collect();
    assert_eq!(fields, ["planned_end", "cadence_days", "coordinator", "sector"]);
    let nothing = desk.browser.post(&path, &bad).await;
    assert_eq!(nothing.problem().0, 405);
}

#[tokio::test]
async fn a_break_is_noted_once_and_ends_when_they_meet_again() {
    let mut desk = Desk::with_duo(&day(-40)).await;
    let new = json!({ "from": day(-3), "until": day(20) });
    let first: Value = desk.post("breaks", &new).await.json();
    let second: Value = desk.post("breaks", &new).await.json();
    assert_eq!(first, second, "the same press twice");
    assert_eq!(state(&mut desk).await, "paused");
    let later = json!({ "from": day(30), "until": day(40) });
    let later: Value = desk.post("breaks", &later).await.json();
    assert_eq!(desk.plan().await["breaks"].as_array().unwrap().len(), 2);

    for it in [&first, &later] {
        let end = format!("/api/v1/breaks/{}/end", it["id"].as_str().unwrap());
        assert_eq!(desk.stranger().await.post(&end, &Value::Null).await.problem().0, 404);
        for _ in 0..2 {
            assert_eq!(desk.browser.post(&end, &Value::Null).await.status, 204);
        }
    }
    let plan = desk.plan().await;
    // The later one never takes place.
    assert_eq!(plan["breaks"][0]["ended"], day(30));
    assert_eq!(plan["breaks"][1]["ended"], day(0));
    assert_ne!(state(&mut desk).await, "paused", "alarms go on by themselves");
}

#[tokio::test]
async fn a_break_has_rules() {
    let mut desk = Desk::with_duo(&day(-40)).await;
    for (body, expected) in [
        (json!({ "from": day(3), "until": day(2) }), fault("until", "too_early")),
        (json!({ "from": day(-41), "until": day(2) }), fault("from", "too_early")),
        (json!({ "from": day(0), "until": day(400) }), fault("until", "not_a_day")),
    ] {
        assert_eq!(faults(&desk.post("breaks", &body).await), expected, "{body}");
    }
}

/// The state that the list of the coordinator shows.
async fn state(desk: &mut Desk) -> String {
    let row: Value = desk.get("state").await.json();
    row["health"]["state"].as_str().unwrap().to_owned()
}

fn closure(kind: &str, on: &str) -> Value {
    json!({ "kind": kind, "on": on, "checklist": { "notice": true, "talk_mentee": true,
        "talk_mentor": false, "next_step": false, "contact_rule": false } })
}

#[tokio::test]
async fn kind_and_day_come_together_or_not_at_all() {
    let mut desk = Desk::with_duo(&day(-40)).await;
    for body in [
        Value::Null,
        json!({ "kind": "planned_end" }),
        json!({ "on": day(0) }),
        json!({ "kind": "got_bored", "on": day(0) }),
    ] {
        assert_eq!(desk.post("end", &body).await.problem(), (422, "unusable".into()), "{body}");
    }
    let early = desk.post("end", &closure("no_match", &day(-41))).await;
    assert_eq!(faults(&early), fault("on", "too_early"));
    let late = desk.post("end", &closure("no_match", &day(1))).await;
    assert_eq!(faults(&late), fault("on", "not_a_day"));
    assert!(desk.plan().await["closure"].is_null());
}

#[tokio::test]
async fn the_second_to_close_is_told_who_did_and_how() {
    let mut desk = Desk::with_duo(&day(-40)).await;
    let branch = desk.made["duo"]["branch"].as_str().unwrap().parse().unwrap();
    let jamal = colleague(&desk.site, branch).await;
    let mut jamal = desk.site.browser_of(jamal).await;
    let (path, mine) = (desk.path("end"), closure("moved_away", &day(-2)));
    let theirs = closure("no_match", &day(-2));
    let other = desk.browser.clone();
    let mut other = other;
    let (one, two) = tokio::join!(other.post(&path, &mine), jamal.post(&path, &theirs));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", one.text(), two.text());
    let (told, won, name) =
        if one.status == 200 { (&two, &mine, "Nadia") } else { (&one, &theirs, "Jamal") };
    assert_eq!(told.problem(), (409, "duo_ended".into()));
    let plan = desk.plan().await;
    assert_eq!((&plan["closure"]["closure"], &plan["closure"]["by"]), (won, &json!(name)));
    assert_eq!(plan["ended"], day(-2));
}

#[tokio::test]
async fn a_checklist_is_completed_later_and_a_mistake_undone() {
    let mut desk = Desk::with_duo(&day(-40)).await;
    let closed: Value = desk.post("end", &closure("planned_end", &day(0))).await.json();
    let again = desk.post("end", &closure("planned_end", &day(0))).await;
    assert_eq!(again.status, 200, "the same press twice");
    let mentor = id_of(&desk.made["duo"]["mentor"]["id"]);
    let mut mentor = desk.site.browser_of(mentor).await;
    assert_eq!(mentor.get("/api/v1/boards").await.text(), "[]");
    assert_eq!(state(&mut desk).await, "closed");
    for (rest, body) in
        [("breaks", json!({ "from": day(0), "until": day(9) })), ("end", closure("other", &day(0)))]
    {
        assert_eq!(desk.post(rest, &body).await.problem(), (409, "duo_ended".into()), "{rest}");
    }
    let plan_path = desk.path("plan");
    let refused = desk.browser.patch(&plan_path, &closed["version"], &closed["settings"]).await;
    assert_eq!(refused.problem(), (409, "duo_ended".into()));

    let mut whole = closure("planned_end", &day(0));
    for check in ["talk_mentor", "next_step", "contact_rule"] {
        whole["checklist"][check] = json!(true);
    }
    let path = desk.path("closure");
    let told: Value = desk.browser.patch(&path, &closed["version"], &whole).await.json();
    assert_eq!(told["closure"]["closure"], whole);
    let stale = desk.browser.patch(&path, &closed["version"], &whole).await;
    assert_eq!(stale.problem(), (412, "stale".into()));

    let version = &told["version"];
    assert_eq!(desk.stranger().await.delete_version(&path, version).await.problem().0, 404);
    assert_eq!(desk.browser.delete(&path).await.problem(), (428, "version_needed".into()));
    let late = desk.browser.delete_version(&path, &closed["version"]).await;
    assert_eq!(late.problem(), (412, "stale".into()), "a colleague said more meanwhile");
    let undone = desk.browser.delete_version(&path, version).await;
    assert_eq!(undone.status, 200, "{}", undone.text());
    assert!(undone.json::<Value>()["ended"].is_null());
    assert_ne!(state(&mut desk).await, "closed");
    assert_eq!(mentor.get("/api/v1/boards").await.json::<Value>().as_array().unwrap().len(), 1);
    assert_eq!(desk.browser.delete_version(&path, version).await.problem().0, 404);
}

#[tokio::test]
async fn after_seven_days_a_closing_stands() {
    let mut desk = Desk::with_duo(&day(-40)).await;
    let closure = serde_json::from_value(closure("other", &day(-9))).unwrap();
    let (nadia, duo) = (person_id("Nadia"), desk.duo().parse().unwrap());
    let store = std::sync::Arc::clone(&desk.site.running.app.store);
    store.close_duo(nadia, duo, closure, clock::now().plus_days(-8)).await.unwrap();
    let plan = desk.plan().await;
    assert!(plan["closure"]["undo_until"].is_null());
    let path = desk.path("closure");
    let undone = desk.browser.delete_version(&path, &plan["version"]).await;
    assert_eq!(undone.problem(), (422, "unusable".into()));
}

#[tokio::test]
async fn a_duo_whose_mentor_left_is_told_how_it_ended_afterwards() {
    let mut desk = Desk::with_duo(&day(-40)).await;
    let mentor = id_of(&desk.made["duo"]["mentor"]["id"]);
    let store = std::sync::Arc::clone(&desk.site.running.app.store);
    store.end_account(mentor, clock::now()).await.unwrap();
    let plan = desk.plan().await;
    assert!(plan["closure"].is_null() && plan["ended"].is_string(), "{plan}");
    let told = desk.post("end", &closure("mentor_stops", &day(0))).await;
    assert_eq!(told.status, 200, "{}", told.text());
    assert!(told.json::<Value>()["closure"]["undo_until"].is_null(), "nobody to go on with");
}

#[tokio::test]
async fn a_new_installation_plans_too() {
    let site = Site::empty().await;
    let (mut coordinator, made) = crate::helpers::with_duo(&site).await;
    let path = format!("/api/v1/duos/{}/plan", made["duo"]["id"].as_str().unwrap());
    assert_eq!(coordinator.get(&path).await.status, 200);
}
