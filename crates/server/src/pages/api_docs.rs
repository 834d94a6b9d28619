//! The description of the API for people: every operation with what it takes and gives, made from
//! the same document as `/api/openapi.json`. Rendered once at start; no script.

mod schema;

use super::{Pages, parts::plain};
use maud::{Markup, html};
use schema::{prose, shape, text};
use serde_json::{Map, Value};
use utoipa::openapi::OpenApi;

/// The order in which a reader meets things, and the name of each part.
const VERBS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The page.
///
/// # Panics
/// Never: a description made of names and texts is JSON.
#[must_use]
pub fn page(pages: &Pages, api: &OpenApi) -> Markup {
    let document = serde_json::to_value(api).expect("a description of names and texts is JSON");
    let operations = operations(&document);
    let mut tags: Vec<&str> = operations.iter().map(|operation| operation.tag()).collect();
    tags.dedup();
    let empty = Map::new();
    let schemas = document["components"]["schemas"].as_object().unwrap_or(&empty);
    plain(
        pages,
        "API",
        &html! {
            h1 { "API of Passerelle" }
            p { (prose(&document["info"]["description"])) }
            p { a class="link" href=(crate::routes::openapi::PATH) { "The same as an OpenAPI document" } }
            nav aria-label="Operations" {
                ul {
                    @for operation in &operations {
                        li { a href={ "#" (operation.id()) } { (operation.summary()) } }
                    }
                }
            }
            @for tag in tags {
                section class="stack" aria-labelledby={ "tag-" (tag) } {
                    h2 id={ "tag-" (tag) } { (tag) }
                    @for operation in operations.iter().filter(|operation| operation.tag() == tag) {
                        (operation.markup())
                    }
                }
            }
            section class="stack" aria-labelledby="schemas" {
                h2 id="schemas" { "Shapes" }
                @for (name, schema) in schemas {
                    (schema::section(name, schema))
                }
            }
        },
    )
}

struct Operation<'d> {
    path: &'d str,
    verb: &'static str,
    body: &'d Value,
}

fn operations(document: &Value) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for verb in VERBS {
            if let Some(body) = item.get(verb) {
                found.push(Operation { path, verb, body });
            }
        }
    }
    // Stable: operations of one noun stay in the order of their addresses.
    found.sort_by(|a, b| a.tag().cmp(b.tag()));
    found
}

impl Operation<'_> {
    fn tag(&self) -> &str {
        text(&self.body["tags"][0])
    }

    fn id(&self) -> &str {
        text(&self.body["operationId"])
    }

    fn summary(&self) -> &str {
        text(&self.body["summary"])
    }

    fn markup(&self) -> Markup {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let parameters = list(&self.body["parameters"]);
        let request = &self.body["requestBody"]["content"]["application/json"]["schema"];
        let open = self.body["security"].as_array().is_some_and(Vec::is_empty);
        html! {
            article class="card" aria-labelledby=(self.id()) {
                h3 id=(self.id()) { (self.summary()) }
                p { code { (self.verb.to_uppercase()) " " (self.path) } }
                p { (prose(&self.body["description"])) }
                p class="muted" {
                    @if open { "Nobody needs to be signed in." } @else { "For whoever is signed in." }
                }
                @if !parameters.is_empty() {
                    div class="scroll" tabindex="0" role="region" aria-label={ "Parameters: " (self.summary()) } {
                        table {
                            caption { "Parameters" }
                            thead { tr {
                                th scope="col" { "Name" }
                                th scope="col" { "In" }
                                th scope="col" { "Shape" }
                                th scope="col" { "Meaning" }
                            } }
                            tbody {
                                @for parameter in &parameters {
                                    tr {
                                        th scope="row" { code { (text(&parameter["name"])) } }
                                        td { (text(&parameter["in"])) }
                                        td { (shape(&parameter["schema"])) }
                                        td { (prose(&parameter["description"])) }
                                    }
                                }
                            }
                        }
                    }
                }
                @if !request.is_null() {
                    p { "Body: " (shape(request)) }
                }
                (self.answers())
            }
        }
    }

    fn answers(&self) -> Markup {
        html! {
            div class="scroll" tabindex="0" role="region" aria-label={ "Answers: " (self.summary()) } {
                table {
                    caption { "Answers" }
                    thead { tr {
                        th scope="col" { "Status" }
                        th scope="col" { "Body" }
                        th scope="col" { "Meaning" }
                    } }
                    tbody {
                        @for (status, answer) in self.body["responses"].as_object().into_iter().flatten() {
                            tr {
                                th scope="row" { (status) }
                                td {
                                    @for (_, content) in answer["content"].as_object().into_iter().flatten() {
                                        (shape(&content["schema"]))
                                    }
                                }
                                td { (prose(&answer["description"])) }
                            }
                        }
                    }
                }
            }
        }
    }
}
