//! What a try at an operation on outcomes, follow-ups, consents and settings needs.

use super::plans::Try;
use crate::{clock, helpers::Site, pair::new_id};
use board::{id::DuoId, office::consent::Purpose};
use passerelle_server::{demo::people::person_id, local, store::consents::NewConsent};
use serde_json::{Value, json};

/// For one of these operations; nothing for any other. The address holds what is not an id.
pub async fn prepare(site: &Site, name: &str) -> Option<(String, Try)> {
    let store = &site.running.app.store;
    let (now, asmae, nadia) = (clock::now(), person_id("Asmae"), person_id("Nadia"));
    let duos = store.duos(nadia, now).await.unwrap();
    let duo: DuoId = duos.iter().find(|duo| duo.mentee.id == asmae).unwrap().id;
    let answers = json!({ "answers": {}, "agreed": true });
    let day = local::day(now).to_string();
    let outcome = json!({ "kind": "studies", "start": day, "evidence": "declared" });
    let new = json!({ "id": new_id(), "outcome": outcome });
    let ready = |id: String, body: Value, version: Option<u64>| {
        Some((String::new(), Try { id, body, version }))
    };
    let of_duo = |body| ready(duo.to_string(), body, None);
    match name {
        "set_consent" => {
            let body = json!({ "given": true, "text_version": 1 });
            Some(("story".to_owned(), Try { id: String::new(), body, version: None }))
        }
        "list_duo_consents" | "list_outcomes" | "read_follow_ups" => of_duo(Value::Null),
        "add_outcome" => of_duo(new),
        "change_outcome" | "remove_outcome" => {
            let mut browser = site.browser_of(nadia).await;
            let path = format!("/api/v1/duos/{duo}/outcomes");
            let noted: Value = browser.post(&path, &new).await.json();
            ready(noted["id"].as_str().unwrap().to_owned(), outcome, Some(1))
        }
        "answer_follow_up" | "try_follow_up" | "link_follow_up" => {
            let known = store.follow_ups(nadia, duo).await.unwrap();
            let body = json!({ "answer": "searching" });
            let version = Some(known[0].version);
            Some(("3".to_owned(), Try { id: duo.to_string(), body, version }))
        }
        "read_demographics" => ready(asmae.to_string(), Value::Null, None),
        "write_demographics" | "write_own_demographics" => {
            for person in [asmae, person_id("Samir")] {
                let purpose = Purpose::Demographics;
                let own =
                    NewConsent { person, purpose, lang: "fr".into(), author: person, at: now };
                store.withdraw_consent(own.clone()).await.unwrap();
                store.give_consent(own).await.unwrap();
            }
            ready(asmae.to_string(), answers, Some(0))
        }
        "change_settings" => {
            let body = json!({ "durable_months": 3, "retention_months": 6, "rematch_days": 0 });
            ready(String::new(), body, Some(1))
        }
        _ => None,
    }
}
