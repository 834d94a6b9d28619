//! Targets and budgets over HTTP: who sets which, the annex, two people at once.

use crate::{
    helpers::{Answer, Browser, Site},
    past::{Made, YEAR, add, branch},
};
use board::protocol::figures::{Indicators, Targets};
use passerelle_server::demo::people::person_id;
use reqwest::{Method, header};
use serde_json::{Value, json};

async fn put(browser: &mut Browser, path: &str, version: u64, body: &Value) -> Answer {
    let request = browser.request(Method::PUT, &format!("/api/v1/{path}")).json(body);
    browser.send(request.header(header::IF_MATCH, format!("\"{version}\""))).await
}

async fn targets(browser: &mut Browser) -> Targets {
    let answer = browser.get("/api/v1/targets").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn target(town: &str, duos: Option<u32>) -> Value {
    json!({ "targets": [{ "branch": branch(town), "year": YEAR, "duos": duos }] })
}

#[tokio::test]
async fn who_manages_a_branch_sets_its_target() {
    let site = Site::demo().await;
    let mut benoit = site.browser_of(person_id("Benoît")).await;
    let version = targets(&mut benoit).await.version;
    let set = put(&mut benoit, "targets", version, &target("Liège", Some(40))).await;
    assert_eq!(set.status, 200, "{}", set.text());
    let now: Targets = set.json();
    let liege = branch("Liège");
    let found = now.targets.iter().find(|it| it.branch == liege && i32::from(it.year) == YEAR);
    assert_eq!(found.unwrap().duos, 40);
    assert!(now.targets.iter().all(|it| it.branch == liege), "only one's own branches");
    // A colleague had the page open: they are told, and nothing is written over.
    let late = put(&mut benoit, "targets", version, &target("Liège", Some(1))).await;
    assert_eq!(late.problem(), (412, "stale".into()));
    let foreign = put(&mut benoit, "targets", now.version, &target("Bruxelles", Some(1))).await;
    assert_eq!(foreign.problem(), (404, "not_found".into()));
    let much = put(&mut benoit, "targets", now.version, &target("Liège", Some(20_001))).await;
    assert_eq!(much.problem(), (422, "unusable".into()));
    let request = benoit.request(Method::PUT, "/api/v1/targets").json(&target("Liège", None));
    assert_eq!(benoit.send(request).await.problem(), (428, "version_needed".into()));
    let none = put(&mut benoit, "targets", now.version, &target("Liège", None)).await;
    let none: Targets = none.json();
    assert!(none.targets.iter().all(|it| i32::from(it.year) != YEAR));
    let budget = json!({ "budgets": [] });
    assert_eq!(put(&mut benoit, "budgets", none.version, &budget).await.problem().0, 403);
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let change = put(&mut nadia, "targets", none.version, &target("Liège", Some(2))).await;
    assert_eq!(change.problem(), (403, "not_allowed".into()));
}

#[tokio::test]
async fn the_annex_keeps_printed_and_computed_sums_apart() {
    let site = Site::demo().await;
    let mut helene = site.browser_of(person_id("Hélène")).await;
    for _ in 0..2 {
        let version = targets(&mut helene).await.version;
        let request = helene.request(Method::POST, "/api/v1/targets/annex").json(&json!({}));
        let request = request.header(header::IF_MATCH, format!("\"{version}\""));
        let loaded: Value = helene.send(request).await.json();
        assert_eq!(loaded["missing"], json!([]));
    }
    let all = targets(&mut helene).await;
    let wallonia: Vec<_> =
        all.budgets.iter().filter(|it| it.region.as_str() == "wallonia").collect();
    let computed: u32 = wallonia.iter().map(|it| it.budget).sum();
    let printed = all.printed.iter().find(|it| it.region.as_str() == "wallonia").unwrap();
    assert_eq!((computed, printed.budget, wallonia.len()), (5088, 5083, 4));
    // Brussels has one branch, which is its region too.
    let brussels = branch("Bruxelles");
    let duos = all.targets.iter().find(|it| it.branch == brussels && it.year == 2026);
    assert_eq!(duos.unwrap().duos, 625);
    let year: Indicators = helene.get("/api/v1/indicators?year=2026").await.json();
    let wanted: Vec<_> = year.progress.iter().filter(|it| it.branch.is_none()).collect();
    let of = |region: Option<&str>| {
        let found = wanted.iter().find(|it| it.region.map(|region| region.as_str()) == region);
        found.unwrap().target
    };
    assert_eq!((of(Some("brussels")), of(Some("wallonia"))), (625, 380));
    assert!(of(None) >= 1005);
}

#[tokio::test]
async fn a_duo_costs_what_its_region_has() {
    let site = Site::demo().await;
    let duo = |place| Made { town: "Liège", place, found_work: place == 1, gender: None };
    add(&site, (1..=4).map(duo).collect()).await;
    let mut helene = site.browser_of(person_id("Hélène")).await;
    let version = targets(&mut helene).await.version;
    let budget = |public: u32| {
        json!({ "budgets": [{ "region": "wallonia", "year": YEAR, "budget": 12,
            "public": public }] })
    };
    let more = put(&mut helene, "budgets", version, &budget(13)).await;
    assert_eq!(more.problem(), (422, "unusable".into()));
    assert_eq!(put(&mut helene, "budgets", version, &budget(8)).await.status, 200);
    let path = format!("/api/v1/indicators?year={YEAR}&region=wallonia");
    let figures: Indicators = helene.get(&path).await.json();
    let cost = |code: &str| {
        figures.figures.iter().find(|figure| figure.code.as_str() == code).unwrap().value
    };
    assert_eq!((cost("I22"), cost("I22_outcome")), (Some(3000), Some(12_000)));
}
