//! Agreeing and withdrawing, and the answers that hang on it.

use crate::{
    helpers::{Browser, Site, with_duo},
    outcomes::{fields, send},
};
use passerelle_server::demo::people::person_id;
use reqwest::Method;
use serde_json::{Value, json};

async fn set(browser: &mut Browser, purpose: &str, given: bool) -> (u16, Value) {
    let body = json!({ "given": given, "text_version": 1 });
    let path = format!("/api/v1/me/consents/{purpose}");
    let answer = send(browser, Method::PUT, &path, None, &body).await;
    (answer.status, answer.json())
}

fn of<'a>(all: &'a Value, purpose: &str) -> &'a Value {
    all.as_array().unwrap().iter().find(|info| info["purpose"] == purpose).unwrap()
}

#[tokio::test]
async fn a_consent_has_its_text_language_and_day_and_ends_at_once() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let all: Value = asmae.get("/api/v1/me/consents").await.json();
    let purposes: Vec<&str> =
        all.as_array().unwrap().iter().map(|info| info["purpose"].as_str().unwrap()).collect();
    assert_eq!(purposes, ["follow_up", "demographics", "story"]);
    let (status, all) = set(&mut asmae, "story", true).await;
    assert_eq!(status, 200);
    let given = &of(&all, "story")["given"];
    assert_eq!((&given["lang"], &given["text_version"]), (&json!("fr"), &json!(1)));
    assert!(given["at"].is_i64() && given.get("heard_by").is_none());
    let again = set(&mut asmae, "story", true).await.1;
    assert_eq!(&of(&again, "story")["given"], given, "what stands stays as it is");
    let (_, all) = set(&mut asmae, "story", false).await;
    assert!(of(&all, "story").get("given").is_none() && of(&all, "story")["withdrawn"].is_i64());

    let path = "/api/v1/me/consents/story";
    let old = json!({ "given": true, "text_version": 0 });
    let stale = send(&mut asmae, Method::PUT, path, None, &old).await;
    assert_eq!(stale.problem(), (412, "stale".into()), "another text was read");
    assert_eq!(set(&mut asmae, "letters", true).await.0, 404);
    assert_eq!(set(&mut asmae, "everything", true).await.0, 404);
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    assert_eq!(nadia.get("/api/v1/me/consents").await.json::<Value>(), json!([]));
    assert_eq!(set(&mut nadia, "story", true).await.0, 404);
}

#[tokio::test]
async fn the_letter_is_a_consent_of_its_own() {
    let site = Site::demo().await;
    let mut cecile = site.browser_of(person_id("Cécile")).await;
    assert_eq!(set(&mut cecile, "letters", true).await.0, 422, "it needs an address");
    let ask = json!({ "address": "cecile@example.be", "weekly": true });
    let digest = "/api/v1/account/digest";
    send(&mut cecile, Method::PATCH, digest, None, &ask).await;
    let all: Value = cecile.get("/api/v1/me/consents").await.json();
    assert!(of(&all, "letters")["given"].is_object());
    assert_eq!(set(&mut cecile, "letters", false).await.0, 200);
    let off: Value = cecile.get(digest).await.json();
    assert_eq!(off["weekly"], false);
}

#[tokio::test]
async fn answers_for_reports_need_a_yes_and_go_with_it() {
    let site = Site::empty().await;
    let (mut nadia, made) = with_duo(&site).await;
    let mentee = &made["duo"]["mentee"]["id"];
    let mut asmae = site.browser_of(crate::helpers::person_id(mentee)).await;
    let own = "/api/v1/me/demographics";
    let hers = format!("/api/v1/people/{}/demographics", mentee.as_str().unwrap());
    let answers = json!({ "gender": "f", "education": "not_said" });
    let with = |agreed: bool| json!({ "answers": answers, "agreed": agreed });
    let put = Method::PUT;
    let refused = send(&mut nadia, put.clone(), &hers, Some(0), &with(false)).await;
    assert_eq!(fields(&refused), [("agreed".to_owned(), "empty".to_owned())]);
    let noted = send(&mut nadia, put.clone(), &hers, Some(0), &with(true)).await;
    assert_eq!(noted.status, 200, "{}", noted.text());
    let seen: Value = asmae.get(own).await.json();
    assert_eq!((&seen["answers"], &seen["agreed"]), (&answers, &json!(true)));
    let all: Value = asmae.get("/api/v1/me/consents").await.json();
    assert_eq!(of(&all, "demographics")["given"]["heard_by"], "Coordination");
    let looks: Value = asmae.get("/api/v1/me/looks").await.json();
    assert!(looks.to_string().contains("demographics"), "the look is told");
    let stale = send(&mut asmae, put.clone(), own, Some(0), &with(true)).await;
    assert_eq!(stale.problem().0, 412);
    let changed = send(&mut asmae, put.clone(), own, Some(1), &with(false)).await;
    assert_eq!(changed.status, 200, "a consent stands");
    for odd in [
        json!({ "answers": { "gender": "rich" }, "agreed": true }),
        json!({ "answers": { "note": "Canari" }, "agreed": true }),
    ] {
        assert_eq!(send(&mut asmae, put.clone(), own, Some(2), &odd).await.problem().0, 422);
    }
    set(&mut asmae, "demographics", false).await;
    let after: Value = nadia.get(&hers).await.json();
    assert_eq!((&after["answers"], &after["agreed"]), (&json!({}), &json!(false)));
    // After a no, only she can say yes again.
    let told = send(&mut nadia, put.clone(), &hers, Some(0), &with(true)).await;
    assert_eq!(told.problem(), (409, "refused".into()));
    assert_eq!(send(&mut asmae, put, own, Some(0), &with(true)).await.status, 200);
}

#[tokio::test]
async fn a_mentor_never_comes_near_them() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let body = json!({ "answers": { "status": "refugee" }, "agreed": true });
    send(&mut asmae, Method::PUT, "/api/v1/me/demographics", Some(0), &body).await;
    let hers = format!("/api/v1/people/{}/demographics", person_id("Asmae"));
    for (name, status) in
        [("Cécile", 403), ("Samir", 403), ("Luc", 403), ("Fonds Rivage", 403), ("Thierry", 404)]
    {
        let mut other = site.browser_of(person_id(name)).await;
        assert_eq!(other.get(&hers).await.problem().0, status, "{name}");
        assert_eq!(send(&mut other, Method::PUT, &hers, Some(1), &body).await.status, status);
    }
    let mut cecile = site.browser_of(person_id("Cécile")).await;
    assert_eq!(cecile.get("/api/v1/me/demographics").await.problem().0, 403);
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let mentor = format!("/api/v1/people/{}/demographics", person_id("Cécile"));
    assert_eq!(nadia.get(&mentor).await.problem().0, 404, "nobody asks a mentor");
}

#[tokio::test]
async fn coordinators_see_yes_and_no() {
    let site = Site::empty().await;
    let (mut nadia, made) = with_duo(&site).await;
    let mentee = crate::helpers::person_id(&made["duo"]["mentee"]["id"]);
    let mut asmae = site.browser_of(mentee).await;
    set(&mut asmae, "story", true).await;
    set(&mut asmae, "follow_up", false).await;
    let path = format!("/api/v1/duos/{}/consents", made["duo"]["id"].as_str().unwrap());
    let states: Value = nadia.get(&path).await.json();
    let told: Vec<String> = states
        .as_array()
        .unwrap()
        .iter()
        .map(|state| format!("{} {}", state["purpose"].as_str().unwrap(), state["given"]))
        .collect();
    assert_eq!(told, ["follow_up false", "demographics null", "story true", "story null"]);
}
