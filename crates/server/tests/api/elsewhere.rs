//! What a branch may no longer do once a mentee, a list or a colleague belongs to another one.

use crate::{
    clock,
    helpers::{Browser, Site},
    office::{colleague, day},
    people::patch,
};
use board::id::BranchId;
use passerelle_server::{
    demo::people::{branch_id, person_id},
    ids,
};
use serde_json::{Value, json};

#[tokio::test]
async fn a_mentee_who_went_on_elsewhere_is_looked_after_there() {
    let site = Site::demo().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let mut liege = site.browser_of(person_id("Benoît")).await;
    let there = colleague(&site, branch_id("Verviers")).await;
    let mut verviers = site.browser_of(there).await;
    let asmae = person_id("Asmae");
    let (code, answers) = (
        format!("/api/v1/people/{asmae}/invitations"),
        format!("/api/v1/people/{asmae}/demographics"),
    );
    assert_eq!(liege.get(&answers).await.status, 200, "as long as the duo runs there");
    assert_eq!(verviers.get(&answers).await.status, 404);

    let duos: Value = liege.get("/api/v1/duos").await.json();
    let is_hers = |duo: &&Value| duo["mentee"]["id"] == asmae.to_string();
    let duo = duos.as_array().unwrap().iter().find(is_hers).unwrap()["id"].clone();
    let end = format!("/api/v1/duos/{}/end", duo.as_str().unwrap());
    let closed = liege.post(&end, &json!({ "kind": "no_match", "on": day(0) })).await;
    assert_eq!(closed.status, 200, "{}", closed.text());
    assert_eq!(liege.get(&answers).await.status, 200, "nobody else looks after her yet");
    let new = json!({ "mentee": asmae, "mentor_name": "Bernadette", "mentor_lang": "fr",
        "branch": branch_id("Verviers"), "start": day(0), "cadence_days": 7 });
    let made = nadia.post("/api/v1/duos", &new).await;
    assert_eq!(made.status, 201, "{}", made.text());

    let mut hers = site.browser_of(asmae).await;
    let board = site.running.app.store.boards_of(asmae).await.unwrap()[0].id;
    let help = format!("/api/v1/boards/{board}/help");
    let call: Value = hers.post(&help, &json!({ "topic": "call" })).await.json();
    let call = call["id"].as_str().unwrap();
    let answered = format!("/api/v1/help/{call}/answered");
    let remote = json!({ "handover": "remote" });
    assert_eq!(
        liege.post(&code, &remote).await.status,
        404,
        "a way in to a board of another branch"
    );
    assert_eq!(liege.get(&answers).await.status, 404);
    assert!(!liege.get("/api/v1/help").await.text().contains(call));
    assert_eq!(liege.post(&answered, &Value::Null).await.status, 404);
    assert!(verviers.get("/api/v1/help").await.text().contains(call));
    assert_eq!(verviers.post(&answered, &Value::Null).await.status, 204);
    assert_eq!(verviers.get(&answers).await.status, 200);
    assert_eq!(verviers.post(&code, &remote).await.status, 201);
    // The branch of before reads who she was to it, and writes nothing of her any more.
    let person = format!("/api/v1/people/{asmae}");
    let seen: Value = liege.get(&person).await.json();
    assert_eq!(seen["elsewhere"], true);
    let renamed = json!({ "name": "Asma", "lang": "fr" });
    let version = seen["person"]["version"].as_u64().unwrap();
    let refused = (403, "not_allowed".to_owned());
    assert_eq!(patch(&mut liege, &person, version, &renamed).await.problem(), refused);
    let looking = json!({ "looking": true, "profile": {} });
    let profile = format!("{person}/profile");
    assert_eq!(patch(&mut liege, &profile, 0, &looking).await.problem(), refused);
    assert_eq!(liege.delete(&person).await.problem(), refused);
    let there: Value = verviers.get(&person).await.json();
    assert_eq!(there["elsewhere"], false);
    assert_eq!(patch(&mut verviers, &person, version, &renamed).await.status, 200);
    let state = format!("/api/v1/duos/{}/state", duo.as_str().unwrap());
    assert_eq!(liege.get(&state).await.status, 200, "the duo that was stays in its branch");
}

/// How many slips somebody gets of a list.
async fn slips(browser: &mut Browser, list: &str) -> (u16, Value) {
    let answer = browser.post(&format!("/api/v1/imports/{list}/slips"), &json!({})).await;
    (answer.status, answer.json::<Value>()["total"].clone())
}

#[tokio::test]
async fn ways_in_of_a_list_are_for_the_branch_of_each_duo() {
    let site = Site::demo().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let duo = |number: u8, branch: &BranchId| {
        json!({ "mentee_name": format!("Mentee {number}"), "mentee_lang": "fr",
            "mentor_name": format!("Mentor {number}"), "mentor_lang": "fr", "branch": branch,
            "start": day(0), "cadence_days": 7 })
    };
    let liege = branch_id("Liège");
    let verviers = branch_id("Verviers");
    let mut lists = Vec::new();
    for (number, branches) in [(1, vec![&liege, &verviers]), (3, vec![&verviers])] {
        let duos: Vec<Value> = (number..).zip(branches).map(|(it, of)| duo(it, of)).collect();
        let body = json!({ "id": ids::new_id(clock::now()), "duos": duos });
        let made = nadia.post("/api/v1/imports", &body).await;
        assert_eq!(made.status, 201, "{}", made.text());
        lists.push(body["id"].as_str().unwrap().to_owned());
    }
    let [both, there] = [&lists[0], &lists[1]];
    let undo = format!("/api/v1/imports/{both}");
    let jamal = colleague(&site, branch_id("Verviers")).await;
    let mut jamal = site.browser_of(jamal).await;
    assert_eq!(slips(&mut jamal, both).await, (201, json!(2)), "of his branch alone");
    assert_eq!(slips(&mut nadia, both).await, (201, json!(4)));
    let seen: Value = jamal.get("/api/v1/imports").await.json();
    let seen = seen.as_array().unwrap().iter().find(|it| it["id"] == both.as_str()).unwrap();
    assert_eq!(seen["can_undo"], false);
    assert_eq!(jamal.delete(&undo).await.problem(), (412, "stale".into()));

    // Whoever made a list and works there no longer holds it no longer.
    let mut helene = site.browser_of(person_id("Hélène")).await;
    let less = json!({ "name": "Nadia", "role": "coordinator", "lang": "fr", "branches": [liege] });
    let path = format!("/api/v1/team/{}", person_id("Nadia"));
    assert_eq!(patch(&mut helene, &path, 1, &less).await.status, 200);
    assert_eq!(slips(&mut nadia, both).await, (201, json!(2)));
    assert_eq!(slips(&mut nadia, there).await.0, 404);
    assert_eq!(nadia.delete(&format!("/api/v1/imports/{there}")).await.status, 404);
    assert_eq!(nadia.delete(&undo).await.status, 412);
    assert_eq!(helene.delete(&undo).await.status, 204);
}

#[tokio::test]
async fn a_way_in_from_before_leads_to_no_more_than_it_did() {
    let site = Site::demo().await;
    let mut helene = site.browser_of(person_id("Hélène")).await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let liege = branch_id("Liège");
    let verviers = branch_id("Verviers");
    let account = |name: &str, role: &str, branches: &[&BranchId]| json!({ "name": name, "role": role, "lang": "fr", "branches": branches });
    let karim = account("Karim", "coordinator", &[&liege]);
    let made: Value = helene.post("/api/v1/team", &karim).await.json();
    let id = made["member"]["id"].as_str().unwrap();
    let path = format!("/api/v1/team/{id}");
    let token = async |nadia: &mut Browser| {
        let code = format!("/api/v1/people/{id}/invitations");
        let made = nadia.post(&code, &json!({ "handover": "remote" })).await;
        assert_eq!(made.status, 201, "a colleague beside her: {}", made.text());
        let made: Value = made.json();
        made["link"].as_str().unwrap().split_once('#').unwrap().1.to_owned()
    };
    let held = token(&mut nadia).await;
    let renamed = account("Karim B.", "coordinator", &[&liege]);
    assert_eq!(patch(&mut helene, &path, 1, &renamed).await.status, 200);
    assert_eq!(site.browser().sign_in(&held, true).await.status, 200, "a name changes nothing");
    let held = token(&mut nadia).await;
    let further = account("Karim", "coordinator", &[&liege, &verviers]);
    assert_eq!(patch(&mut helene, &path, 2, &further).await.status, 200);
    assert_eq!(site.browser().sign_in(&held, true).await.status, 422);
    let held = token(&mut nadia).await;
    let promoted = account("Karim", "branch_admin", &[&liege]);
    assert_eq!(patch(&mut helene, &path, 3, &promoted).await.status, 200);
    assert_eq!(site.browser().sign_in(&held, true).await.status, 422, "to the rights of an admin");
}

#[tokio::test]
async fn who_looked_at_a_person_is_noted_and_a_mistake_can_still_go() {
    let site = Site::demo().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let liege = branch_id("Liège");
    let asmae = person_id("Asmae");
    assert_eq!(nadia.get(&format!("/api/v1/people/{asmae}")).await.status, 200);
    let mut hers = site.browser_of(asmae).await;
    let looks = hers.get("/api/v1/me/looks").await.text();
    assert!(looks.contains("\"what\":\"person_page\""), "{looks}");

    let body = json!({ "name": "Erreur", "role": "mentee", "lang": "fr", "branch": liege });
    let made: Value = nadia.post("/api/v1/people", &body).await.json();
    let id = made["person"]["id"].as_str().unwrap();
    let path = format!("/api/v1/people/{id}");
    let looking = json!({ "looking": true, "profile": {} });
    let version = made["profile"]["version"].as_u64().unwrap();
    let kept = patch(&mut nadia, &format!("{path}/profile"), version, &looking).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    let matching = format!("/api/v1/branches/{liege}/matching");
    assert_eq!(nadia.get(&matching).await.status, 200);
    let seen = site.running.app.store.looks_at(id.parse().unwrap()).await.unwrap();
    let what: Vec<&str> = seen.iter().map(|look| look.what.as_str()).collect();
    assert_eq!(what, ["matching"]);
    assert_eq!(nadia.get(&path).await.status, 200);
    assert_eq!(nadia.delete(&path).await.status, 204);
    assert_eq!(nadia.get(&path).await.status, 404);
    assert!(!nadia.get("/api/v1/people?q=Erreur").await.text().contains("Erreur"));
    let chain = site.running.app.store.first_changed_look().await.unwrap();
    assert_eq!(chain, None, "the record of looks has no gap");
}
