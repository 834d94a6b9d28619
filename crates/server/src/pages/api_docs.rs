//! The description of the API for people: one page that lists its parts, and a page for each part
//! with its operations and the shapes they use. Made from the same document as
//! `/api/openapi.json`, once at start; no script.

mod schema;

use super::{Pages, parts::plain};
use maud::{Markup, html};
use schema::{prose, shape, text};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::openapi::OpenApi;

/// The order in which a reader meets things, and the name of each part.
const VERBS: [&str; 7] = ["get", "head", "options", "post", "put", "patch", "delete"];

/// The rendered pages.
pub struct ApiDocs {
    index: String,
    parts: BTreeMap<String, String>,
}

impl ApiDocs {
    /// Renders them.
    ///
    /// # Panics
    /// Never: a description made of names and texts is JSON.
    #[must_use]
    pub fn new(pages: &Pages, api: &OpenApi) -> Self {
        let document = serde_json::to_value(api).expect("a description of names and texts is JSON");
        let operations = operations(&document);
        let mut tags: Vec<&str> = operations.iter().map(Operation::tag).collect();
        tags.dedup();
        let of = |tag: &str| operations.iter().filter(|it| it.tag() == tag).collect::<Vec<_>>();
        let part = |tag: &&str| {
            let title = format!("API: {tag}");
            let page = plain(pages, &title, &part(tag, &of(tag), &document));
            ((*tag).to_owned(), page.into_string())
        };
        Self {
            parts: tags.iter().map(part).collect(),
            index: plain(pages, "API", &index(&tags, of, &document)).into_string(),
        }
    }

    /// The page that lists the parts.
    #[must_use]
    pub fn index(&self) -> &str {
        &self.index
    }

    /// The page of a part.
    #[must_use]
    pub fn part(&self, tag: &str) -> Option<&str> {
        self.parts.get(tag).map(String::as_str)
    }
}

fn index<'o, 'd: 'o>(
    tags: &[&str],
    of: impl Fn(&str) -> Vec<&'o Operation<'d>>,
    document: &Value,
) -> Markup {
    html! {
        h1 { "API of Passerelle" }
        p { (prose(&document["info"]["description"])) }
        p { a class="link" href=(crate::routes::openapi::PATH) { "The same as an OpenAPI document" } }
        @for tag in tags {
            section class="card" aria-labelledby={ "tag-" (tag) } {
                h2 id={ "tag-" (tag) } { a class="link" href={ "/api/" (tag) } { (tag) } }
                ul { @for operation in of(tag) { li { (operation.summary()) } } }
            }
        }
    }
}

fn part(tag: &str, operations: &[&Operation<'_>], document: &Value) -> Markup {
    let empty = Map::new();
    let schemas = document["components"]["schemas"].as_object().unwrap_or(&empty);
    let mut used = BTreeSet::new();
    for operation in operations {
        schema::uses(operation.body, schemas, &mut used);
    }
    html! {
        p { a class="link" href="/api" { "Every part of the API" } }
        h1 { "API: " (tag) }
        section class="stack" aria-labelledby="operations" {
            h2 id="operations" { "Operations" }
            @for operation in operations { (operation.markup()) }
        }
        section class="stack" aria-labelledby="schemas" {
            h2 id="schemas" { "Shapes" }
            @for (name, schema) in schemas.iter().filter(|(name, _)| used.contains(*name)) {
                (schema::section(name, schema))
            }
        }
    }
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
