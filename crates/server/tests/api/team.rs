//! Accounts and branches: who sets up whom, and what nobody can do by mistake.

use crate::{
    helpers::{Answer, Browser, Site, new_duo, with_duo},
    people::patch,
};
use board::actor::Role;
use passerelle_server::demo::people::person_id;
use reqwest::{Method, header};
use serde_json::{Value, json};

async fn end(browser: &mut Browser, path: &str, version: u64) -> Answer {
    let request = browser.request(Method::DELETE, path);
    browser.send(request.header(header::IF_MATCH, format!("\"{version}\""))).await
}

fn first_field(answer: &Answer) -> (String, String) {
    let field = answer.json::<Value>()["fields"][0].clone();
    let text = |name: &str| field[name].as_str().unwrap_or_default().to_owned();
    (text("field"), text("rule"))
}

#[tokio::test]
async fn an_account_comes_in_changes_and_ends_at_once() {
    let site = Site::empty().await;
    let mut admin = site.coordinator().await;
    let branches: Value = admin.get("/api/v1/branches").await.json();
    let branch = &branches[0]["id"];
    let karim =
        json!({ "name": "Karim", "role": "coordinator", "lang": "nl", "branches": [branch] });
    let made = admin.post("/api/v1/team", &karim).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let made: Value = made.json();
    assert_eq!(made["invitation"]["lang"], "nl");
    let token = made["invitation"]["link"].as_str().unwrap().split_once('#').unwrap().1;
    let mut his = site.browser();
    assert_eq!(his.sign_in(token, true).await.status, 200);
    assert_eq!(his.get("/api/v1/duos").await.status, 200);
    assert_eq!(his.get("/api/v1/team").await.status, 403);

    let path = format!("/api/v1/team/{}", made["member"]["id"].as_str().unwrap());
    let mut promoted = karim.clone();
    promoted["role"] = json!("branch_admin");
    let changed = patch(&mut admin, &path, 1, &promoted).await;
    assert_eq!(changed.status, 200, "{}", changed.text());
    assert_eq!(his.get("/api/v1/duos").await.status, 401, "another role: come in again");
    assert_eq!(patch(&mut admin, &path, 1, &karim).await.problem(), (412, "stale".into()));
    assert_eq!(end(&mut admin, &path, 2).await.status, 204);
    let team: Value = admin.get("/api/v1/team").await.json();
    assert_eq!(team.as_array().unwrap().len(), 1);
    assert_eq!(end(&mut admin, &path, 3).await.status, 404);
}

#[tokio::test]
async fn nobody_takes_away_their_own_rights_or_the_last_admin() {
    let site = Site::empty().await;
    let mut admin = site.coordinator().await;
    let team: Value = admin.get("/api/v1/team").await.json();
    let own = format!("/api/v1/team/{}", team[0]["id"].as_str().unwrap());
    assert_eq!(team[0]["may_change"], false);
    let less = json!({ "name": "Coordination", "role": "funder", "lang": "fr" });
    assert_eq!(patch(&mut admin, &own, 1, &less).await.problem(), (403, "not_allowed".into()));
    assert_eq!(end(&mut admin, &own, 1).await.problem(), (403, "not_allowed".into()));

    // Two who take the rights from each other at the same moment: one of them stays.
    let second = json!({ "name": "Hélène", "role": "organisation_admin", "lang": "fr" });
    let made: Value = admin.post("/api/v1/team", &second).await.json();
    let token = made["invitation"]["link"].as_str().unwrap().split_once('#').unwrap().1;
    let mut helene = site.browser();
    assert_eq!(helene.sign_in(token, true).await.status, 200);
    let hers = format!("/api/v1/team/{}", made["member"]["id"].as_str().unwrap());
    let (one, two) = tokio::join!(end(&mut admin, &hers, 1), end(&mut helene, &own, 1));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 204);
    assert!(matches!(statuses[1], 401 | 404 | 422), "{statuses:?}");
}

#[tokio::test]
async fn a_branch_admin_sets_up_coordinators_of_the_own_branch() {
    let site = Site::demo().await;
    let mut benoit = site.browser_of(person_id("Benoît")).await;
    let branches: Value = benoit.get("/api/v1/branches").await.json();
    let liege = &branches[0]["id"];
    let account = |role: &str, branches: Value| json!({ "name": "Karim", "role": role, "lang": "fr", "branches": branches });
    let made = benoit.post("/api/v1/team", &account("coordinator", json!([liege]))).await;
    assert_eq!(made.status, 201, "{}", made.text());
    for role in ["branch_admin", "organisation_admin", "funder", "boss"] {
        let refused = benoit.post("/api/v1/team", &account(role, json!([liege]))).await;
        assert_eq!(first_field(&refused), ("role".into(), "unknown".into()), "{role}");
    }
    let nobody = benoit.post("/api/v1/team", &account("coordinator", json!([]))).await;
    assert_eq!(first_field(&nobody), ("branches".into(), "empty".into()));
    let mut thierry = site.browser_of(person_id("Thierry")).await;
    let elsewhere: Value = thierry.get("/api/v1/branches").await.json();
    let foreign =
        benoit.post("/api/v1/team", &account("coordinator", json!([elsewhere[0]["id"]]))).await;
    assert_eq!(first_field(&foreign), ("branches".into(), "unknown".into()));

    // Nadia also looks after Verviers: she is seen, and not changed from here. Thierry is not seen.
    let team: Value = benoit.get("/api/v1/team").await.json();
    let of = |name: &str| team.as_array().unwrap().iter().find(|one| one["name"] == name);
    assert_eq!(of("Nadia").unwrap()["may_change"], false);
    assert_eq!(of("Karim").unwrap()["may_change"], true);
    assert!(of("Thierry").is_none());
    let nadia = format!("/api/v1/team/{}", person_id("Nadia"));
    assert_eq!(end(&mut benoit, &nadia, 1).await.problem(), (403, "not_allowed".into()));
    let thierry = format!("/api/v1/team/{}", person_id("Thierry"));
    assert_eq!(end(&mut benoit, &thierry, 1).await.problem(), (404, "not_found".into()));
    assert_eq!(benoit.get("/api/v1/organisation/branches").await.status, 403);
}

#[tokio::test]
async fn no_way_in_leads_to_more_rights() {
    let site = Site::demo().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let code = json!({ "handover": "remote" });
    let ask = async |browser: &mut Browser, name: &str| {
        let path = format!("/api/v1/people/{}/invitations", person_id(name));
        browser.post(&path, &code).await.status
    };
    assert_eq!(ask(&mut nadia, "Hélène").await, 403, "an organisation admin of the same branch");
    assert_eq!(ask(&mut nadia, "Benoît").await, 403, "the branch admin");
    assert_eq!(ask(&mut nadia, "Thierry").await, 404);
    assert_eq!(ask(&mut nadia, "Nadia").await, 201, "a second device of one's own");
    let mut helene = site.browser_of(person_id("Hélène")).await;
    for name in ["Nadia", "Benoît", "Fonds Rivage", "Asmae"] {
        assert_eq!(ask(&mut helene, name).await, 201, "{name}");
    }
    let mut benoit = site.browser_of(person_id("Benoît")).await;
    assert_eq!(ask(&mut benoit, "Nadia").await, 403, "who reaches further");
}

#[tokio::test]
async fn branches_open_change_and_go_when_nothing_is_in_them() {
    let site = Site::empty().await;
    let (mut admin, made) = with_duo(&site).await;
    let all = "/api/v1/organisation/branches";
    let namur = json!({ "name": "Namur", "phone": "081 00 00 07", "region": "wallonia" });
    let card: Value = admin.post(all, &namur).await.json();
    assert_eq!((&card["staff"], &card["duos"]), (&json!(1), &json!(0)), "the admin looks after it");
    let twin = admin.post(all, &json!({ "name": "NAMUR" })).await;
    assert_eq!(first_field(&twin), ("name".into(), "taken".into()));
    let odd = admin.post(all, &json!({ "name": "Huy", "phone": "call me" })).await;
    assert_eq!(first_field(&odd), ("phone".into(), "unknown".into()));
    let region = admin.post(all, &json!({ "name": "Huy", "region": "Provence" })).await;
    assert_eq!(region.problem(), (422, "unusable".into()));

    let path = format!("{all}/{}", card["id"].as_str().unwrap());
    let change = json!({ "name": "Namur-Ville", "phone": "", "region": "wallonia" });
    let changed: Value = patch(&mut admin, &path, 1, &change).await.json();
    assert_eq!(changed["fields"]["name"], "Namur-Ville");
    assert_eq!(patch(&mut admin, &path, 1, &change).await.problem(), (412, "stale".into()));

    let mut elsewhere = new_duo(&card["id"]);
    elsewhere["mentee_name"] = json!("Amal");
    assert_eq!(admin.post("/api/v1/duos", &elsewhere).await.status, 201);
    assert_eq!(end(&mut admin, &path, 1).await.problem(), (412, "stale".into()));
    assert_eq!(first_field(&end(&mut admin, &path, 2).await), ("branch".into(), "taken".into()));
    let huy: Value = admin.post(all, &json!({ "name": "Huy" })).await.json();
    let path = format!("{all}/{}", huy["id"].as_str().unwrap());
    assert_eq!(admin.delete(&path).await.problem(), (428, "version_needed".into()));
    assert_eq!(end(&mut admin, &path, 1).await.status, 204);
    assert_eq!(end(&mut admin, &path, 1).await.status, 404);
    let used = format!("{all}/{}", made["duo"]["branch"].as_str().unwrap());
    assert_eq!(first_field(&end(&mut admin, &used, 1).await), ("branch".into(), "taken".into()));

    // A coordinator of a branch sets up no branches.
    let mut coordinator = site.browser_of(site.staff(Role::Coordinator).await).await;
    assert_eq!(coordinator.post(all, &namur).await.problem(), (403, "not_allowed".into()));
}
