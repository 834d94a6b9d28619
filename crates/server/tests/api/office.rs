//! What tests of the coordinators' side begin with: somebody who signs in, and a duo of theirs.

use crate::{
    clock,
    helpers::{Answer, Browser, Site, new_duo},
};
use board::{
    actor::Role,
    id::{BranchId, PersonId},
};
use passerelle_server::{demo::people::person_id, ids, local, store::people::Person};
use reqwest::{Method, header};
use serde_json::{Value, json};

/// A coordinator at work.
pub struct Desk {
    pub site: Site,
    pub browser: Browser,
    /// The duo that is looked after, as it was made.
    pub made: Value,
}

impl Desk {
    /// Nadia of the demo, with a new duo that began on this day.
    pub async fn with_duo(start: &str) -> Self {
        let site = Site::demo().await;
        let mut browser = site.browser_of(person_id("Nadia")).await;
        let branches: Value = browser.get("/api/v1/branches").await.json();
        let mut new = new_duo(&branches[0]["id"]);
        new["start"] = json!(start);
        new["mentee_name"] = json!("Zoulikha");
        let made = browser.post("/api/v1/duos", &new).await;
        assert_eq!(made.status, 201, "{}", made.text());
        let made = made.json();
        Self { site, browser, made }
    }

    pub fn duo(&self) -> &str {
        self.made["duo"]["id"].as_str().unwrap()
    }

    /// A path below the duo.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/duos/{}/{rest}", self.duo())
    }

    pub async fn get(&mut self, rest: &str) -> Answer {
        let path = self.path(rest);
        self.browser.get(&path).await
    }

    pub async fn post(&mut self, rest: &str, body: &Value) -> Answer {
        let path = self.path(rest);
        self.browser.post(&path, body).await
    }

    /// The plan as it is.
    pub async fn plan(&mut self) -> Value {
        let answer = self.get("plan").await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }

    /// Somebody who looks after another branch.
    pub async fn stranger(&self) -> Browser {
        self.site.browser_of(person_id("Thierry")).await
    }
}

impl Browser {
    /// Changes a version of something.
    pub async fn patch(&mut self, path: &str, version: &Value, body: &Value) -> Answer {
        let request = self.request(Method::PATCH, path).json(body);
        self.send(request.header(header::IF_MATCH, format!("\"{version}\""))).await
    }

    /// Takes a version of something away.
    pub async fn delete_version(&mut self, path: &str, version: &Value) -> Answer {
        let request = self.request(Method::DELETE, path);
        self.send(request.header(header::IF_MATCH, format!("\"{version}\""))).await
    }
}

/// The fields that a refusal names, with the rule that each breaks.
pub fn faults(answer: &Answer) -> Vec<(String, String)> {
    assert_eq!(answer.problem(), (422, "unusable".into()), "{}", answer.text());
    let problem: Value = answer.json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let fields = problem["fields"].as_array().unwrap();
    fields.iter().map(|it| (text(&it["field"]), text(&it["rule"]))).collect()
}

/// One field that breaks one rule.
pub fn fault(field: &str, rule: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), rule.to_owned())]
}

/// The day that is so many days from today in Belgium.
pub fn day(from_today: i64) -> String {
    local::day(clock::now().plus_days(from_today)).to_string()
}

/// Somebody else who looks after the branch.
pub async fn colleague(site: &Site, branch: BranchId) -> PersonId {
    let now = clock::now();
    let id = PersonId(ids::new_id(now));
    let (role, name) = (Role::Coordinator, "Jamal".to_owned());
    let person = Person { id, role, name, lang: "fr".into() };
    site.running.app.store.add_staff(&person, &[branch], now).await.unwrap();
    id
}
