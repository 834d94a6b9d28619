//! What a try at setting something up needs: a list, a person without a duo, a branch.

use super::plans::Try;
use crate::{clock, helpers::Browser};
use passerelle_server::{demo::people::person_id, ids};
use serde_json::{Value, json};

/// For an operation of the set-up; nothing for any other.
pub async fn prepare(nadia: &mut Browser, branch: &Value, name: &str) -> Option<Try> {
    let plain = |id: String, body| Some(Try { id, body, version: None });
    let account = json!({ "name": "Karim", "role": "coordinator", "lang": "fr",
        "branches": [branch] });
    let town = json!({ "name": "Namur", "phone": "081 00 00 07", "region": "wallonia" });
    match name {
        "create_import" => plain(String::new(), list(branch)),
        "undo_import" | "print_import" => {
            let body = list(branch);
            let made = nadia.post("/api/v1/imports", &body).await;
            assert_eq!(made.status, 201, "{}", made.text());
            plain(body["id"].as_str().unwrap().to_owned(), json!({}))
        }
        "create_person" => plain(String::new(), person(branch)),
        "read_person" | "remove_person" => plain(added(nadia, branch).await, Value::Null),
        "change_person" => {
            let id = added(nadia, branch).await;
            Some(Try { id, body: json!({ "name": "Amal", "lang": "nl" }), version: Some(1) })
        }
        "keep_profile" => {
            let id = added(nadia, branch).await;
            Some(Try { id, body: json!({ "looking": true }), version: Some(1) })
        }
        "suggest_duos" | "list_colleagues" => {
            plain(branch.as_str().unwrap().to_owned(), Value::Null)
        }
        "create_account" => plain(String::new(), account),
        "change_account" | "end_staff_account" => {
            let id = person_id("Nadia").to_string();
            Some(Try { id, body: account, version: Some(1) })
        }
        "create_branch" => plain(String::new(), town),
        "change_branch" | "remove_branch" => {
            let id = branch.as_str().unwrap().to_owned();
            Some(Try { id, body: town, version: Some(1) })
        }
        _ => None,
    }
}

fn list(branch: &Value) -> Value {
    let now = clock::now();
    json!({ "id": ids::new_id(now), "duos": [{
        "mentee_name": format!("Mentee {}", ids::new_id(now)), "mentee_lang": "fr",
        "mentor_name": format!("Mentor {}", ids::new_id(now)), "mentor_lang": "fr",
        "branch": branch, "start": "2026-09-01", "cadence_days": 7 }] })
}

fn person(branch: &Value) -> Value {
    json!({ "name": "Amal", "role": "mentee", "lang": "fr", "branch": branch })
}

async fn added(nadia: &mut Browser, branch: &Value) -> String {
    let made: Value = nadia.post("/api/v1/people", &person(branch)).await.json();
    made["person"]["id"].as_str().unwrap().to_owned()
}
