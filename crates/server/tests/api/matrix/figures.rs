//! What a try at figures needs: by what they are told apart, a version.

use super::plans::Try;
use serde_json::{Value, json};

/// For an operation about figures; nothing for any other.
pub fn prepare(name: &str) -> Option<(Try, &'static str)> {
    let versioned = |body: Value| Try { id: String::new(), body, version: Some(1) };
    let plain = || Try { id: String::new(), body: Value::Null, version: None };
    match name {
        "read_breakdown" | "export_breakdown_csv" | "export_breakdown_xlsx" => {
            Some((plain(), "?by=branch"))
        }
        "find_missing_letters" => Some((plain(), "?of=a")),
        "change_targets" => Some((versioned(json!({ "targets": [] })), "")),
        "change_budgets" => Some((versioned(json!({ "budgets": [] })), "")),
        "load_annex" => Some((versioned(json!({})), "")),
        _ => None,
    }
}
