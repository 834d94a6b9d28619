//! How a JSON schema reads as a sentence with links.

use maud::{Markup, html};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// A text of the document, or nothing.
pub(super) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Adds the names of all shapes that `value` leads to.
pub(super) fn uses(value: &Value, schemas: &Map<String, Value>, used: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(name) = fields.get("$ref").and_then(Value::as_str).map(referred)
                && used.insert(name.to_owned())
            {
                schemas.get(name).into_iter().for_each(|schema| uses(schema, schemas, used));
            }
            fields.values().for_each(|field| uses(field, schemas, used));
        }
        Value::Array(values) => values.iter().for_each(|value| uses(value, schemas, used)),
        _ => {}
    }
}

/// The name at the end of a reference.
fn referred(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or_default()
}

/// A sentence of the code's own documentation: what stands between backticks is code.
pub(super) fn prose(value: &Value) -> Markup {
    html! {
        @for (number, part) in text(value).split('`').enumerate() {
            @if number % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// A named shape with its fields.
pub(super) fn section(name: &str, schema: &Value) -> Markup {
    html! {
        article class="card" aria-labelledby={ "shape-" (name) } {
            h3 id={ "shape-" (name) } { (name) }
            p { (prose(&schema["description"])) }
            @if schema["properties"].is_object() { (fields(schema)) } @else { p { (shape(schema)) } }
        }
    }
}

/// What a value looks like, in one line.
pub(super) fn shape(schema: &Value) -> Markup {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = referred(reference);
        return html! { a href={ "#shape-" (name) } { (name) } };
    }
    for (word, joined) in [("oneOf", " or "), ("anyOf", " or "), ("allOf", " with ")] {
        if let Some(options) = schema[word].as_array() {
            return html! {
                @for (number, option) in options.iter().enumerate() {
                    @if number > 0 { (joined) }
                    (shape(option))
                }
            };
        }
    }
    if let Some(words) = schema["enum"].as_array() {
        let words = words.iter().map(text).collect::<Vec<_>>();
        return html! { "one of " code { (words.join(", ")) } };
    }
    if schema["properties"].is_object() {
        return fields(schema);
    }
    let kinds = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(text).collect::<Vec<_>>().join(" or "),
        kind => text(kind).to_owned(),
    };
    html! {
        (kinds)
        @if schema["items"].is_object() { " of " (shape(&schema["items"])) }
        @if let Some(format) = schema["format"].as_str() { " (" (format) ")" }
        @if let Some(pattern) = schema["pattern"].as_str() { " " code { (pattern) } }
    }
}

fn fields(schema: &Value) -> Markup {
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let is_required = |name: &str| required.iter().any(|known| text(known) == name);
    html! {
        dl class="facts" {
            @for (name, field) in schema["properties"].as_object().into_iter().flatten() {
                div {
                    dt { code { (name) } @if !is_required(name) { " (may be absent)" } }
                    dd { (shape(field)) " " (prose(&field["description"])) }
                }
            }
        }
    }
}
