//! When the rules of a branch speak up: who may say so, what makes sense, what it would do.

use crate::{
    clock,
    duo_health::duo_of,
    helpers::{Answer, Browser, Site, new_duo},
};
use board::{
    actor::Role,
    id::{BranchId, PersonId},
};
use passerelle_server::{ids, store::people::Person};
use reqwest::Method;
use serde_json::{Value, json};

/// Somebody who manages this branch.
async fn admin(site: &Site, branch: &str) -> Browser {
    staff(site, branch, Role::BranchAdmin).await
}

async fn staff(site: &Site, branch: &str, role: Role) -> Browser {
    let person = Person {
        id: PersonId(ids::new_id(clock::now())),
        role,
        name: "Hélène".into(),
        lang: "fr".into(),
    };
    let branch: BranchId = branch.parse().unwrap();
    site.running.app.store.add_staff(&person, &[branch], clock::now()).await.unwrap();
    site.browser_of(person.id).await
}

async fn change(browser: &mut Browser, branch: &str, version: u64, body: &Value) -> Answer {
    let path = format!("/api/v1/branches/{branch}/thresholds");
    let request = browser.request(Method::PATCH, &path).json(body);
    browser.send(request.header("if-match", format!("\"{version}\""))).await
}

async fn branch_of(coordinator: &mut Browser) -> String {
    let branches: Value = coordinator.get("/api/v1/branches").await.json();
    branches[0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn thresholds_change_the_state_for_both_sides() {
    let (mut pair, mut coordinator, duo) = duo_of(20).await;
    let branch = branch_of(&mut coordinator).await;
    let mut admin = admin(&pair.site, &branch).await;
    let path = format!("/api/v1/branches/{branch}/thresholds");
    let read: Value = admin.get(&path).await.json();
    assert_eq!((&read["version"], &read["may_change"]), (&json!(1), &json!(true)));
    assert_eq!(read["thresholds"], read["defaults"]);

    let mut other = read["thresholds"].clone();
    other["first_meeting_stalled"] = json!(15);
    let preview: Value = admin.post(&format!("{path}/preview"), &other).await.json();
    assert_eq!((&preview["newly_flagged"], &preview["no_longer"]), (&json!(0), &json!(0)));
    other["first_meeting_watch"] = json!(100);
    other["first_meeting_stalled"] = json!(200);
    other["agreement"] = json!(100);
    let preview: Value = admin.post(&format!("{path}/preview"), &other).await.json();
    assert_eq!(preview["no_longer"], 1, "{preview}");

    other["first_meeting_watch"] = json!(14);
    other["first_meeting_stalled"] = json!(15);
    let changed = change(&mut admin, &branch, 1, &other).await;
    assert_eq!(changed.status, 200, "{}", changed.text());
    assert_eq!(changed.json::<Value>()["version"], 2);
    let row: Value = coordinator.get(&format!("/api/v1/duos/{duo}/state")).await.json();
    assert_eq!(row["health"]["state"], "stalled");
    assert_eq!(pair.mentee_gets("health").await.json::<Value>()["state"], "stalled");
}

#[tokio::test]
async fn zero_and_the_wrong_order_are_refused_beside_the_field() {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let branch = branch_of(&mut coordinator).await;
    let mut admin = admin(&site, &branch).await;
    for (body, field, rule) in [
        (json!({ "gap_watch": 0 }), "gap_watch", "too_small"),
        (json!({ "gap_watch": 400 }), "gap_watch", "too_large"),
        (json!({ "gap_watch": 21 }), "gap_stalled", "too_small"),
        (json!({ "pulse_low": 5 }), "pulse_low", "too_large"),
    ] {
        let refused = change(&mut admin, &branch, 1, &body).await;
        assert_eq!(refused.problem(), (422, "unusable".into()));
        let told = refused.json::<Value>()["fields"][0].clone();
        assert_eq!((&told["field"], &told["rule"]), (&json!(field), &json!(rule)), "{body}");
        let path = format!("/api/v1/branches/{branch}/thresholds/preview");
        assert_eq!(admin.post(&path, &body).await.problem().0, 422);
    }
    let odd = change(&mut admin, &branch, 1, &json!({ "gap_wach": 10 })).await;
    assert_eq!(odd.problem(), (422, "unusable".into()));
}

#[tokio::test]
async fn of_two_at_once_the_second_is_told() {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let branch = branch_of(&mut coordinator).await;
    let (mut one, mut two) = (admin(&site, &branch).await, admin(&site, &branch).await);
    assert_eq!(change(&mut one, &branch, 1, &json!({ "gap_watch": 10 })).await.status, 200);
    let late = change(&mut two, &branch, 1, &json!({ "gap_watch": 12 })).await;
    assert_eq!(late.problem(), (412, "stale".into()));
    let path = format!("/api/v1/branches/{branch}/thresholds");
    let request = two.request(Method::PATCH, &path).json(&json!({}));
    assert_eq!(two.send(request).await.problem(), (428, "version_needed".into()));
    let kept: Value = two.get(&path).await.json();
    assert_eq!(kept["thresholds"]["gap_watch"], 10);
}

#[tokio::test]
async fn coordinators_read_and_try_but_do_not_set() {
    let site = Site::empty().await;
    let branch = branch_of(&mut site.coordinator().await).await;
    let mut coordinator = staff(&site, &branch, Role::Coordinator).await;
    let path = format!("/api/v1/branches/{branch}/thresholds");
    assert_eq!(coordinator.get(&path).await.json::<Value>()["may_change"], false);
    let tried = coordinator.post(&format!("{path}/preview"), &json!({})).await;
    assert_eq!(tried.status, 200, "{}", tried.text());
    let refused = change(&mut coordinator, &branch, 1, &json!({})).await;
    assert_eq!(refused.problem(), (403, "not_allowed".into()));
}

#[tokio::test]
async fn the_branch_is_told_with_both_numbers() {
    let (pair, mut coordinator, _) = duo_of(60).await;
    let branch = branch_of(&mut coordinator).await;
    let mut new = new_duo(&json!(branch));
    new["mentee_name"] = json!("Samir");
    new["start"] = json!(passerelle_server::local::day(clock::now()));
    assert_eq!(coordinator.post("/api/v1/duos", &new).await.status, 201);
    let view: Value = coordinator.get(&format!("/api/v1/branches/{branch}/view")).await.json();
    assert_eq!((&view["now"]["running"], &view["now"]["met"]), (&json!(2), &json!(0)));
    assert_eq!(view["early_meeting"], json!({ "part": 0, "of": 1 }));
    assert_eq!(view["before"].as_array().unwrap().len(), 6);
    assert!(view["now"].get("median_days").is_none());
    drop(pair);
}
