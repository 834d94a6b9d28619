//! What a try at an operation on the plan of a duo needs: a duo that nobody needs afterwards, its
//! talks and breaks.

use crate::{
    clock,
    helpers::{Browser, new_duo},
};
use passerelle_server::local;
use serde_json::{Value, json};

/// What to send.
pub struct Try {
    /// The id in the address.
    pub id: String,
    pub body: Value,
    pub version: Option<u64>,
}

/// For an operation on a plan; nothing for any other.
pub async fn prepare(nadia: &mut Browser, branch: &Value, name: &str) -> Option<Try> {
    let today = local::day(clock::now()).to_string();
    let talk = json!({ "with": "both", "day": today, "channel": "phone" });
    let closure = json!({ "kind": "no_match", "on": today });
    let rest = json!({ "from": today, "until": today });
    let mut new = new_duo(branch);
    new["mentor_name"] = json!("Somebody");
    let made = async |nadia: &mut Browser| {
        let made: Value = nadia.post("/api/v1/duos", &new).await.json();
        made["duo"]["id"].as_str().unwrap().to_owned()
    };
    let plain = |id, body| Some(Try { id, body, version: None });
    match name {
        "list_contacts" | "read_plan" | "list_known_mentors" => {
            plain(made(nadia).await, Value::Null)
        }
        "read_contact_calendar" => plain(String::new(), Value::Null),
        "add_contact" => plain(made(nadia).await, talk),
        "change_contact" | "remove_contact" => {
            let duo = made(nadia).await;
            let added: Value =
                nadia.post(&format!("/api/v1/duos/{duo}/contacts"), &talk).await.json();
            let id = added["id"].as_str().unwrap().to_owned();
            Some(Try { id, body: talk, version: Some(1) })
        }
        "change_plan" => {
            let id = made(nadia).await;
            let plan: Value = nadia.get(&format!("/api/v1/duos/{id}/plan")).await.json();
            let version = plan["version"].as_u64();
            Some(Try { id, body: plan["settings"].clone(), version })
        }
        "add_break" => plain(made(nadia).await, rest),
        "end_break" => {
            let duo = made(nadia).await;
            let added: Value =
                nadia.post(&format!("/api/v1/duos/{duo}/breaks"), &rest).await.json();
            plain(added["id"].as_str().unwrap().to_owned(), Value::Null)
        }
        "end_duo" => plain(made(nadia).await, closure),
        "change_closure" | "undo_closure" | "rematch" => {
            let id = made(nadia).await;
            let end = format!("/api/v1/duos/{id}/end");
            let plan: Value = nadia.post(&end, &closure).await.json();
            let version = plan["version"].as_u64();
            let again = json!({ "mentor_name": "Bernadette", "mentor_lang": "fr",
                "start": today, "cadence_days": 7 });
            let body = if name == "rematch" { again } else { closure };
            Some(Try { id, body, version })
        }
        _ => None,
    }
}
