//! What a try at an operation of the caseload, of a branch or of its thresholds needs.

use super::plans::Try;
use crate::{clock, helpers::Site};
use passerelle_server::demo::people::person_id;
use serde_json::{Value, json};

/// For one of these operations; nothing for any other. It is about Asmae's duo and its branch.
pub async fn prepare(site: &Site, name: &str) -> Option<Try> {
    let store = &site.running.app.store;
    let duos = store.duos(person_id("Nadia"), clock::now()).await.unwrap();
    let duo = duos.iter().find(|duo| duo.mentee.id == person_id("Asmae"));
    let (id, body) = match name {
        "read_caseload" | "follow_caseload" => (String::new(), Value::Null),
        "read_duo_state" => (duo?.id.to_string(), Value::Null),
        "read_branch_view" | "read_thresholds" => (duo?.branch.to_string(), Value::Null),
        "change_thresholds" | "preview_thresholds" => (duo?.branch.to_string(), json!({})),
        _ => return None,
    };
    Some(Try { id, body, version: Some(1) })
}
