//! The matching aid over HTTP: who is suggested, why, and that nothing is created by itself.

use crate::{
    helpers::{Browser, Site},
    people::patch,
};
use serde_json::{Value, json};

async fn add(
    browser: &mut Browser,
    branch: &Value,
    name: &str,
    role: &str,
    profile: Value,
) -> String {
    let body = json!({ "name": name, "role": role, "lang": "fr", "branch": branch });
    let made: Value = browser.post("/api/v1/people", &body).await.json();
    let id = made["person"]["id"].as_str().unwrap().to_owned();
    let body = json!({ "looking": true, "profile": profile });
    let kept = patch(browser, &format!("/api/v1/people/{id}/profile"), 1, &body).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    id
}

#[tokio::test]
async fn the_pool_is_arranged_and_people_decide() {
    let site = Site::empty().await;
    let mut browser = site.coordinator().await;
    let branches: Value = browser.get("/api/v1/branches").await.json();
    let branch = &branches[0]["id"];
    let path = format!("/api/v1/branches/{}/matching", branch.as_str().unwrap());
    let empty: Value = browser.get(&path).await.json();
    assert_eq!((&empty["mentees"], &empty["best"]), (&json!([]), &json!(100)));

    let near = |langs: Value, sector: &str| {
        json!({ "langs": langs, "sectors": [sector], "hours": ["weekend", "weekday_evening"],
                "ways": ["in_person"], "postcode": 4000 })
    };
    let asmae =
        add(&mut browser, branch, "Asmae", "mentee", near(json!(["ar", "fr"]), "care")).await;
    add(&mut browser, branch, "Rahel", "mentee", near(json!(["ti"]), "care")).await;
    let cecile = add(&mut browser, branch, "Cécile", "mentor", near(json!(["fr"]), "care")).await;
    let omar =
        add(&mut browser, branch, "Omar", "mentor", near(json!(["ar"]), "construction")).await;

    let found: Value = browser.get(&path).await.json();
    let first = &found["mentees"][0];
    assert_eq!(
        (&first["mentee"]["id"], &first["suggested"]["mentor"]["id"]),
        (&json!(asmae), &json!(cecile))
    );
    assert_eq!(first["suggested"]["score"]["points"], 91, "the language is not her best one");
    assert_eq!(first["suggested"]["score"]["reasons"][0]["fit"], "same_sector");
    assert_eq!(first["suggested"]["score"]["reasons"][0]["sectors"], json!(["care"]));
    assert_eq!(first["others"][0]["mentor"]["id"], json!(omar));
    assert_eq!(
        found["mentees"][1]["unmatched"],
        json!({ "ruled_out": { "cause": "no_language" } })
    );
    assert_eq!(found["free_mentors"][0]["name"], "Omar");

    // With other weights, another order.
    let found: Value = browser.get(&format!("{path}?sector=0&language=5")).await.json();
    assert_eq!(found["mentees"][0]["suggested"]["mentor"]["id"], json!(omar));
    assert_eq!(browser.get(&format!("{path}?travel=6")).await.problem(), (422, "unusable".into()));
    assert_eq!(browser.get("/api/v1/duos").await.json::<Value>(), json!([]), "nothing by itself");

    // The duo is made by hand; then nobody waits any more and the mentor has no room.
    let duo = json!({ "mentee": asmae, "mentor": cecile, "branch": branch, "start": "2026-11-02",
        "cadence_days": 7, "sector": "care" });
    let made = browser.post("/api/v1/duos", &duo).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let found: Value = browser.get(&path).await.json();
    assert_eq!(found["mentees"].as_array().unwrap().len(), 1);
    assert_eq!(found["free_mentors"].as_array().unwrap().len(), 1);
}
