//! People of a branch: found, added, renamed, removed, and what they told about a partner.

use crate::helpers::{Answer, Browser, Site, with_duo};
use board::actor::Role;
use reqwest::{Method, header};
use serde_json::{Value, json};

pub async fn patch(browser: &mut Browser, path: &str, version: u64, body: &Value) -> Answer {
    let request = browser.request(Method::PATCH, path).json(body);
    let request = request.header(header::IF_MATCH, format!("\"{version}\""));
    browser.send(request).await
}

fn names(page: &Value) -> Vec<&str> {
    page["people"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn people_are_found_whatever_their_accents() {
    let site = Site::empty().await;
    let (mut browser, made) = with_duo(&site).await;
    let branch = &made["duo"]["branch"];
    let yonas = json!({ "name": " Yonas ", "role": "mentee", "lang": "en", "branch": branch });
    let card: Value = browser.post("/api/v1/people", &yonas).await.json();
    assert_eq!((&card["person"]["name"], &card["duos"]), (&json!("Yonas"), &json!([])));
    let all: Value = browser.get("/api/v1/people").await.json();
    assert_eq!(names(&all), ["Asmae", "Cécile", "Yonas"]);
    assert_eq!((&all["people"][1]["duos"], &all["total"]), (&json!(1), &json!(3)));
    let found: Value = browser.get("/api/v1/people?q=cEC").await.json();
    assert_eq!(names(&found), ["Cécile"]);
    let mentees: Value = browser.get("/api/v1/people?role=mentee&after=1").await.json();
    assert_eq!((names(&mentees), &mentees["total"]), (vec!["Yonas"], &json!(2)));

    let bad = json!({ "name": "", "role": "coordinator", "lang": "xx", "branch": branch });
    let refused = browser.post("/api/v1/people", &bad).await;
    let fields: Value = refused.json();
    let named = |index: usize| fields["fields"][index]["field"].as_str();
    assert_eq!((named(0), named(1), named(2)), (Some("name"), Some("role"), Some("lang")));

    let mut other = site.browser_of(site.staff(Role::Coordinator).await).await;
    assert_eq!(other.get("/api/v1/people").await.json::<Value>()["total"], 0);
    let path = format!("/api/v1/people/{}", card["person"]["id"].as_str().unwrap());
    assert_eq!(other.get(&path).await.status, 404);
    assert_eq!(other.post("/api/v1/people", &yonas).await.status, 422);
}

#[tokio::test]
async fn a_name_is_changed_once_and_a_mistake_removed() {
    let site = Site::empty().await;
    let (mut browser, made) = with_duo(&site).await;
    let path = format!("/api/v1/people/{}", made["duo"]["mentee"]["id"].as_str().unwrap());
    let change = json!({ "name": "Asmae B.", "lang": "nl" });
    let changed: Value = patch(&mut browser, &path, 1, &change).await.json();
    assert_eq!(
        (&changed["person"]["name"], &changed["person"]["lang"]),
        (&json!("Asmae B."), &json!("nl"))
    );
    assert_eq!(changed["duos"][0]["other"], "Cécile");
    let late = patch(&mut browser, &path, 1, &change).await;
    assert_eq!(late.problem(), (412, "stale".into()));
    assert_eq!(browser.delete(&path).await.json::<Value>()["fields"][0]["rule"], "taken");

    let branch = &made["duo"]["branch"];
    let body = json!({ "name": "Amal", "role": "mentor", "lang": "fr", "branch": branch });
    let amal: Value = browser.post("/api/v1/people", &body).await.json();
    let path = format!("/api/v1/people/{}", amal["person"]["id"].as_str().unwrap());
    assert_eq!(browser.delete(&path).await.status, 204);
    assert_eq!(browser.get(&path).await.status, 404);
}

#[tokio::test]
async fn a_profile_holds_what_lists_hold() {
    let site = Site::empty().await;
    let (mut browser, made) = with_duo(&site).await;
    let path = format!("/api/v1/people/{}/profile", made["duo"]["mentor"]["id"].as_str().unwrap());
    let profile = json!({ "looking": true, "profile": {
        "sectors": ["care", "care"], "langs": ["fr", "ar"], "hours": ["weekend"],
        "ways": ["video"], "postcode": 4020, "capacity": 2 } });
    let kept = patch(&mut browser, &path, 0, &profile).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    let kept: Value = kept.json();
    assert_eq!(kept["profile"]["profile"]["sectors"], json!(["care"]));
    assert!(kept["profile"]["since"].is_string() && kept["person"]["looking"] == json!(true));
    assert_eq!(patch(&mut browser, &path, 0, &profile).await.problem().0, 412);
    let version = kept["profile"]["version"].as_u64().unwrap();
    let bad = json!({ "looking": true, "profile": { "sectors": ["piracy"], "postcode": 99,
        "capacity": 9 } });
    let refused: Value = patch(&mut browser, &path, version, &bad).await.json();
    let fields: Vec<_> =
        refused["fields"].as_array().unwrap().iter().map(|f| &f["field"]).collect();
    assert_eq!(fields, ["sectors", "postcode", "capacity"]);
    let words = json!({ "looking": true, "profile": { "hours": ["when the moon is full"] } });
    assert_eq!(
        patch(&mut browser, &path, version, &words).await.problem(),
        (422, "unusable".into())
    );
}
