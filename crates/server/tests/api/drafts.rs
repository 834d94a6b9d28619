//! Half-typed words of a device that keeps none: a day at the server, for their writer alone.

use crate::{
    account::is_on_disk,
    clock,
    helpers::{Answer, Browser, Site},
};
use board::{id::PersonId, time::Timestamp};
use passerelle_server::{demo::people::person_id, upkeep};
use reqwest::Method;
use serde_json::{Value, json};

const PATH: &str = "/api/v1/account/drafts";
const HOUR: i64 = 60 * 60 * 1000;

/// Sends drafts.
pub async fn keep(browser: &mut Browser, drafts: &Value) -> Answer {
    browser.send(browser.request(Method::PUT, PATH).json(drafts)).await
}

/// Somebody on a device that is not only theirs.
async fn borrowing(site: &Site, person: PersonId) -> Browser {
    let token = site.token_for(person, Timestamp::DAY).await;
    let mut browser = site.browser();
    assert_eq!(browser.sign_in(&token, false).await.status, 200);
    browser
}

async fn list(browser: &mut Browser) -> Value {
    browser.get(PATH).await.json()
}

fn draft(name: &str, words: &str) -> Value {
    json!({ "name": name, "words": words })
}

#[tokio::test]
async fn words_wait_on_the_next_device_and_for_nobody_else() {
    let site = Site::demo().await;
    let asmae = person_id("Asmae");
    let mut library = borrowing(&site, asmae).await;
    assert_eq!(list(&mut library).await, json!([]));
    let begun = json!([draft("one", "Canari-un"), draft("two", "Canari-deux")]);
    assert_eq!(keep(&mut library, &begun).await.status, 204);
    let more = json!([draft("one", ""), draft("two", "Canari-deux et demi")]);
    assert_eq!(keep(&mut library, &more).await.status, 204);
    assert_eq!(library.delete("/api/v1/session").await.status, 204);
    assert_eq!(library.get(PATH).await.problem(), (401, "signed_out".into()));

    let mut cousin = borrowing(&site, asmae).await;
    assert_eq!(list(&mut cousin).await, json!([draft("two", "Canari-deux et demi")]));
    let data: Value = cousin.get("/api/v1/account/data").await.json();
    assert_eq!(data["drafts"], json!([draft("two", "Canari-deux et demi")]));
    let page = cousin.get("/api/v1/account/data.html").await;
    assert!(page.text().contains("Canari-deux et demi"));
    for name in ["Cécile", "Nadia", "Samir"] {
        let mut other = borrowing(&site, person_id(name)).await;
        assert_eq!(list(&mut other).await, json!([]), "{name}");
        // The same name is another draft.
        assert_eq!(keep(&mut other, &json!([draft("two", "")])).await.status, 204);
    }
    assert_eq!(list(&mut cousin).await[0]["name"], "two");
}

#[tokio::test]
async fn a_device_of_ones_own_keeps_them_itself() {
    let site = Site::demo().await;
    let mut own = site.browser_of(person_id("Asmae")).await;
    let answer = keep(&mut own, &json!([draft("one", "Canari")])).await;
    assert_eq!(answer.problem(), (403, "not_allowed".into()));
    assert_eq!(list(&mut own).await, json!([]));
}

#[tokio::test]
async fn what_is_too_long_or_too_much_is_refused_whole() {
    let site = Site::demo().await;
    let mut asmae = borrowing(&site, person_id("Asmae")).await;
    assert_eq!(keep(&mut asmae, &json!([draft("one", &"é".repeat(20_000))])).await.status, 204);
    let many: Vec<Value> = (0..50).map(|number| draft(&format!("n{number}"), "x")).collect();
    for (drafts, status) in [
        (json!([draft("two", "x"), draft("one", &"x".repeat(20_001))]), 422),
        (json!([draft("", "x")]), 422),
        (json!([draft(&"n".repeat(201), "x")]), 422),
        (json!(many), 422),
        (json!([{ "name": "two" }]), 422),
        (json!([draft("two", &"x".repeat(300_000))]), 413),
    ] {
        let answer = keep(&mut asmae, &drafts).await;
        assert_eq!(answer.problem().0, status);
        assert!(!answer.text().contains("xxx"), "a refusal repeats no words");
    }
    let kept = list(&mut asmae).await;
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!(kept[0]["name"], "one");
}

#[tokio::test]
async fn they_go_a_day_after_the_last_letter() {
    let site = Site::demo().await;
    let (asmae, app) = (person_id("Asmae"), &site.running.app);
    let then = clock::now();
    let mut library = borrowing(&site, asmae).await;
    assert_eq!(keep(&mut library, &json!([draft("one", "Canari-un")])).await.status, 204);
    let after = |hours: i64| Timestamp(then.0 + hours * HOUR);
    // sign-in.md promises twenty hours.
    upkeep::tidy_at(app, after(21)).await.unwrap();
    assert_eq!(app.store.drafts_of(asmae, after(21)).await.unwrap().len(), 1);
    // Not told, even before the hourly work has been here.
    assert_eq!(app.store.drafts_of(asmae, after(25)).await.unwrap(), []);
    upkeep::tidy_at(app, after(25)).await.unwrap();
    assert_eq!(list(&mut library).await, json!([]));
}

#[tokio::test]
async fn an_account_that_ends_takes_them_along() {
    let site = Site::demo().await;
    let asmae = person_id("Asmae");
    let mut library = borrowing(&site, asmae).await;
    assert_eq!(keep(&mut library, &json!([draft("one", "Canari-fini")])).await.status, 204);
    assert!(is_on_disk(site.data.path(), "Canari-fini"));
    let ended = library.post("/api/v1/account/end", &json!({ "name": "Asmae" })).await;
    assert_eq!(ended.status, 204, "{}", ended.text());
    assert!(!is_on_disk(site.data.path(), "Canari-fini"));
}
