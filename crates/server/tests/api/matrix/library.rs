//! What a try at an operation of the library needs: something to act on, and its version.

use crate::{clock, helpers::Site};
use board::{
    id::PersonId,
    protocol::library::{NewCode, NewCodeQuestion},
    slug::Slug,
};
use passerelle_server::{demo::people::person_id, ids, store::library::Cards};
use serde_json::{Value, json};
use uuid::Uuid;

/// What to send.
pub struct Try {
    pub id: Slug,
    pub body: Value,
    pub version: u64,
    pub query: &'static str,
}

/// For an operation of the library; nothing for any other.
pub async fn prepare(site: &Site, name: &str) -> Option<Try> {
    let store = &site.running.app.store;
    let (id, body) = match name {
        "read_service" => (slug("cpas"), Value::Null),
        "verify_service" => (slug("cpas"), Value::Null),
        "retire_service" => (slug("cpas"), json!({ "retired": true })),
        "create_service" | "change_service" => (slug("cpas"), service()),
        "read_code" | "read_code_history" => (slug("care-handover"), Value::Null),
        "judge_code" => {
            (slug("care-handover"), json!({ "verdict": "depends", "region": "brussels" }))
        }
        "decide_code" => {
            (slug("care-handover"), json!({ "card": card(), "state": "published", "reply": "" }))
        }
        "create_code" => (slug("none"), json!(card())),
        "change_code" => (card_of(site, person_id("Cécile")).await, json!(card())),
        "ask_library" => (slug("none"), json!({ "sector": "any", "text": "?", "lang": "fr" })),
        "remove_code_question" => {
            let question = NewCodeQuestion {
                sector: slug("any"),
                code: None,
                text: "?".into(),
                lang: "fr".into(),
            };
            let day = "2026-01-01".parse().unwrap();
            store.add_question(&slug("asked"), question, day).await.unwrap();
            (slug("asked"), Value::Null)
        }
        "search_codes" => (slug("none"), Value::Null),
        _ => return None,
    };
    let version = if name.ends_with("_service") {
        store.service(&id, "fr").await.map_or(0, |service| service.version)
    } else {
        let nobody = PersonId(Uuid::nil());
        let cards = store.cards(Cards::One(id.clone()), nobody, "fr").await.unwrap();
        cards.first().map_or(0, |card| card.version)
    };
    let query = if name == "search_codes" { "?q=a" } else { "" };
    Some(Try { id, body, version, query })
}

/// A card that waits, by this person.
async fn card_of(site: &Site, author: PersonId) -> Slug {
    let (id, now) = (ids::new_id(clock::now()).to_string(), clock::now());
    let id = slug(&id);
    site.running.app.store.add_card(&id, author, card(), [0; 32], now).await.unwrap();
    id
}

fn card() -> NewCode {
    NewCode {
        sector: slug("any"),
        lang: "fr".into(),
        situation: "a".into(),
        happens: "b".into(),
        expected: "c".into(),
        wrong: "d".into(),
        say: "e".into(),
        named: false,
    }
}

fn service() -> Value {
    json!({
        "lang": "fr", "kind": "cpas", "name": "CPAS", "regions": ["wallonia"], "themes": [],
        "does": "a", "who": "b", "contact": "c", "web": "a.example.be",
    })
}

fn slug(name: &str) -> Slug {
    name.parse().unwrap()
}
