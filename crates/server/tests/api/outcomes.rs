//! What came of a duo: noted, changed and taken back by its coordinators, and by nobody else.

use crate::{
    helpers::{Answer, Browser, Site, with_duo},
    pair::new_id,
};
use board::actor::Role;
use reqwest::{Method, header};
use serde_json::{Value, json};

/// Sends something about one version.
pub async fn send(
    browser: &mut Browser,
    method: Method,
    path: &str,
    version: Option<u64>,
    body: &Value,
) -> Answer {
    let request = browser.request(method.clone(), path);
    let request = if method == Method::DELETE { request } else { request.json(body) };
    let request = match version {
        Some(version) => request.header(header::IF_MATCH, format!("\"{version}\"")),
        None => request,
    };
    browser.send(request).await
}

fn job(start: &str) -> Value {
    json!({ "kind": "job", "start": start, "contract": "fixed_term", "months": 4, "hours": 38,
        "evidence": "documented" })
}

fn new(outcome: &Value) -> Value {
    json!({ "id": new_id(), "outcome": outcome })
}

/// The fields that a refusal names, with their rules.
pub fn fields(answer: &Answer) -> Vec<(String, String)> {
    let problem: Value = answer.json();
    let fields = problem["fields"].as_array().cloned().unwrap_or_default();
    let text = |field: &Value, name: &str| field[name].as_str().unwrap().to_owned();
    fields.iter().map(|field| (text(field, "field"), text(field, "rule"))).collect()
}

#[tokio::test]
async fn an_outcome_is_noted_changed_and_taken_back() {
    let site = Site::empty().await;
    let (mut coordinator, made) = with_duo(&site).await;
    let path = format!("/api/v1/duos/{}/outcomes", made["duo"]["id"].as_str().unwrap());
    assert_eq!(coordinator.get(&path).await.json::<Value>(), json!([]));
    let first = new(&job("2026-10-01"));
    for _ in 0..2 {
        let noted = coordinator.post(&path, &first).await;
        assert_eq!(noted.status, 201, "{}", noted.text());
        assert_eq!(noted.json::<Value>()["durable"], true);
    }
    let all: Value = coordinator.get(&path).await.json();
    assert_eq!(all.as_array().unwrap().len(), 1, "the same request notes nothing twice");
    let one = format!("/api/v1/outcomes/{}", first["id"].as_str().unwrap());
    let mut shorter = job("2026-10-01");
    shorter["months"] = json!(2);
    let none = send(&mut coordinator, Method::PATCH, &one, None, &shorter).await;
    assert_eq!(none.problem(), (428, "version_needed".into()));
    let changed = send(&mut coordinator, Method::PATCH, &one, Some(1), &shorter).await;
    assert_eq!(changed.json::<Value>()["durable"], false);
    // A colleague who has the first version before them is told.
    let stale = send(&mut coordinator, Method::PATCH, &one, Some(1), &shorter).await;
    assert_eq!(stale.problem(), (412, "stale".into()));
    let stale = send(&mut coordinator, Method::DELETE, &one, Some(1), &Value::Null).await;
    assert_eq!(stale.problem().0, 412);
    let gone = send(&mut coordinator, Method::DELETE, &one, Some(2), &Value::Null).await;
    assert_eq!(gone.status, 204);
    assert_eq!(coordinator.get(&path).await.json::<Value>(), json!([]));
}

#[tokio::test]
async fn what_cannot_be_is_refused_by_field() {
    let site = Site::empty().await;
    let (mut coordinator, made) = with_duo(&site).await;
    let path = format!("/api/v1/duos/{}/outcomes", made["duo"]["id"].as_str().unwrap());
    let mut refused = async |outcome: Value| {
        let answer = coordinator.post(&path, &new(&outcome)).await;
        assert_eq!(answer.problem(), (422, "unusable".into()), "{outcome}");
        fields(&answer)
    };
    let pair = |field: &str, rule: &str| (field.to_owned(), rule.to_owned());
    assert_eq!(refused(job("2026-08-31")).await, [pair("start", "too_early")]);
    assert_eq!(refused(job("2099-01-01")).await, [pair("start", "not_a_day")]);
    let mut training = job("2026-10-01");
    training["kind"] = json!("training");
    let found = refused(training).await;
    assert_eq!(found, [pair("contract", "unknown"), pair("months", "unknown")]);
    let mut open = job("2026-10-01");
    open["contract"] = json!("permanent");
    assert_eq!(refused(open).await, [pair("months", "unknown")]);
    for (field, value) in [
        ("kind", json!("dream")),
        ("start", json!("2026-02-30")),
        ("evidence", json!("")),
        ("months", json!(-1)),
        ("note", json!("Canari")),
    ] {
        let mut odd = job("2026-10-01");
        odd[field] = value;
        assert_eq!(refused(odd).await, []);
    }
}

#[tokio::test]
async fn another_branch_sees_and_changes_nothing() {
    let site = Site::empty().await;
    let (mut coordinator, made) = with_duo(&site).await;
    let path = format!("/api/v1/duos/{}/outcomes", made["duo"]["id"].as_str().unwrap());
    let first = new(&job("2026-10-01"));
    assert_eq!(coordinator.post(&path, &first).await.status, 201);
    let one = format!("/api/v1/outcomes/{}", first["id"].as_str().unwrap());
    let mut other = site.browser_of(site.staff(Role::Coordinator).await).await;
    assert_eq!(other.get(&path).await.problem().0, 404);
    assert_eq!(other.post(&path, &new(&job("2026-10-01"))).await.problem().0, 404);
    for method in [Method::PATCH, Method::DELETE] {
        let answer = send(&mut other, method, &one, Some(1), &job("2026-10-01")).await;
        assert_eq!(answer.problem().0, 404);
    }
    let mut funder = site.browser_of(site.staff(Role::Funder).await).await;
    assert_eq!(funder.get(&path).await.problem().0, 403);
}

#[tokio::test]
async fn the_setting_says_what_lasts() {
    let site = Site::empty().await;
    let (mut coordinator, made) = with_duo(&site).await;
    let path = format!("/api/v1/duos/{}/outcomes", made["duo"]["id"].as_str().unwrap());
    coordinator.post(&path, &new(&job("2026-10-01"))).await;
    let mut admin = site.browser_of(site.staff(Role::OrganisationAdmin).await).await;
    let found: Value = admin.get("/api/v1/settings").await.json();
    assert_eq!(found["settings"]["durable_months"], 3);
    let version = found["version"].as_u64();
    let mut to = found["settings"].clone();
    to["durable_months"] = json!(6);
    let put = Method::PUT;
    let changed = send(&mut admin, put.clone(), "/api/v1/settings", version, &to).await;
    assert_eq!(changed.status, 200, "{}", changed.text());
    assert_eq!(coordinator.get(&path).await.json::<Value>()[0]["durable"], false);
    // Two who change them at once: the second is told.
    let stale = send(&mut admin, put.clone(), "/api/v1/settings", version, &to).await;
    assert_eq!(stale.problem().0, 412);
    to["durable_months"] = json!(0);
    to["retention_months"] = json!(25);
    let refused = send(&mut admin, put.clone(), "/api/v1/settings", version, &to).await;
    let names: Vec<String> = fields(&refused).into_iter().map(|(field, _)| field).collect();
    assert_eq!(names, ["durable_months", "retention_months"]);
    let mut branch = site.browser_of(site.staff(Role::BranchAdmin).await).await;
    assert_eq!(branch.get("/api/v1/settings").await.status, 200);
    let refused = send(&mut branch, put, "/api/v1/settings", Some(2), &found["settings"]).await;
    assert_eq!(refused.problem().0, 403);
}
