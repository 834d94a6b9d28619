//! The question after three, six and twelve months: on the phone and by the link.

use crate::{
    clock,
    helpers::{Browser, Site},
    outcomes::send,
};
use board::{actor::Role, id::DuoId};
use chrono::Months;
use passerelle_server::local;
use reqwest::Method;
use serde_json::{Value, json};

/// A duo whose first question is due since some days: its coordinator, its id.
async fn due(site: &Site) -> (Browser, String) {
    let mut coordinator = site.coordinator().await;
    let branches: Value = coordinator.get("/api/v1/branches").await.json();
    let start = local::day(clock::now()).checked_sub_months(Months::new(4)).unwrap();
    let mut new = crate::helpers::new_duo(&branches[0]["id"]);
    new["start"] = json!(start.to_string());
    let made: Value = coordinator.post("/api/v1/duos", &new).await.json();
    (coordinator, made["duo"]["id"].as_str().unwrap().to_owned())
}

fn token(link: &Value) -> String {
    link["link"].as_str().unwrap().split_once("/q#").unwrap().1.to_owned()
}

#[tokio::test]
async fn the_phone_list_empties_as_answers_come() {
    let site = Site::empty().await;
    let (mut coordinator, duo) = due(&site).await;
    let list: Value = coordinator.get("/api/v1/follow-ups").await.json();
    assert_eq!(
        (list["total"].as_u64(), list["due"][0]["mentee"].as_str()),
        (Some(1), Some("Asmae"))
    );
    assert_eq!(list["due"][0]["question"]["month"], 3);
    assert!(list["due"][0].get("agreed").is_none(), "nobody has asked yet");
    let path = format!("/api/v1/duos/{duo}/follow-ups/3");
    let tried = coordinator.post(&format!("{path}/tries"), &Value::Null).await;
    assert_eq!(tried.json::<Value>()["tries"], 1);
    let version = tried.json::<Value>()["version"].as_u64();
    let gone = json!({ "answer": "unreachable" });
    let noted = send(&mut coordinator, Method::PUT, &path, version, &gone).await;
    assert_eq!(noted.status, 200, "{}", noted.text());
    let list: Value = coordinator.get("/api/v1/follow-ups").await.json();
    assert_eq!(
        (list["total"].as_u64(), list["unreachable"][0]["duo"].as_str()),
        (Some(0), Some(&*duo)),
        "kept, and apart"
    );
    let stale = send(&mut coordinator, Method::PUT, &path, version, &gone).await;
    assert_eq!(stale.problem(), (412, "stale".into()));
    let version = noted.json::<Value>()["version"].as_u64();
    let working = json!({ "answer": "in_job" });
    let noted = send(&mut coordinator, Method::PUT, &path, version, &working).await;
    assert_eq!(noted.json::<Value>()["source"], "phone");
    let list: Value = coordinator.get("/api/v1/follow-ups").await.json();
    assert_eq!(list["to_note"][0]["question"]["answer"], "in_job");
    // Taken back: it is to be asked again.
    let version = noted.json::<Value>()["version"].as_u64();
    send(&mut coordinator, Method::PUT, &path, version, &json!({})).await;
    let list: Value = coordinator.get("/api/v1/follow-ups").await.json();
    assert_eq!(list["total"], 1);
}

#[tokio::test]
async fn the_link_opens_one_question_and_nothing_else() {
    let site = Site::empty().await;
    let (mut coordinator, duo) = due(&site).await;
    let path = format!("/api/v1/duos/{duo}/follow-ups/3/link");
    let first: Value = coordinator.post(&path, &Value::Null).await.json();
    let link: Value = coordinator.post(&path, &Value::Null).await.json();
    assert!(link["qr_svg"].as_str().unwrap().starts_with("<svg "));
    let mut phone = site.browser();
    let page = phone.get("/q").await;
    assert!(page.text().contains("with-link") && page.header("cache-control") == "no-store");
    let old = phone.submit("/q/look", &[("token", &token(&first))]).await;
    assert_eq!(old.status, 404, "the new link ends the one before");
    let token = token(&link);
    let asked = phone.submit("/q/look", &[("token", &token)]).await;
    assert_eq!(asked.status, 200);
    assert!(asked.text().contains("in_training") && !asked.text().contains("unreachable"));
    assert!(!asked.text().contains("Asmae"), "no name stands on it");
    assert!(phone.cookies.iter().all(|(name, _)| !name.ends_with("-s")), "nobody is signed in");
    let thanks = phone.submit("/q/answer", &[("token", &token), ("answer", "in_training")]).await;
    assert_eq!(thanks.status, 200);
    // Another language says nothing anew.
    let fields = [("token", &*token), ("answer", "searching"), ("lang", "nl")];
    let dutch = phone.submit("/q/answer", &fields).await;
    assert!(dutch.text().contains("lang=\"nl\""));
    let known: Value = coordinator.get(&format!("/api/v1/duos/{duo}/follow-ups")).await.json();
    let question = &known[0];
    assert_eq!((&question["answer"], &question["source"]), (&json!("in_training"), &json!("link")));
    // Changed while the link lives; an answer of the association only is none here.
    phone.submit("/q/answer", &[("token", &token), ("answer", "in_job")]).await;
    phone.submit("/q/answer", &[("token", &token), ("answer", "unreachable")]).await;
    let known: Value = coordinator.get(&format!("/api/v1/duos/{duo}/follow-ups")).await.json();
    assert_eq!(known[0]["answer"], "in_job");
    let list: Value = coordinator.get("/api/v1/follow-ups").await.json();
    assert_eq!(list["to_note"][0]["duo"], json!(duo));
    for odd in ["", "x", "<script>"] {
        assert_eq!(phone.submit("/q/look", &[("token", odd)]).await.status, 404, "{odd}");
    }
    let month = clock::now().plus_days(31);
    let hash = passerelle_server::secret::hash(&token);
    assert!(site.running.app.store.asked_by_link(hash, month).await.is_err(), "thirty days");
}

#[tokio::test]
async fn who_said_no_is_not_asked() {
    let site = Site::empty().await;
    let (mut coordinator, duo) = due(&site).await;
    let store = &site.running.app.store;
    let path = format!("/api/v1/duos/{duo}/follow-ups/3/link");
    let link: Value = coordinator.post(&path, &Value::Null).await.json();
    let id: DuoId = duo.parse().unwrap();
    let staff = store.staff().await.unwrap()[0].id;
    let mentee = store.cared_duo(staff, id).await.unwrap().mentee;
    let mut hers = site.browser_of(mentee).await;
    let no = json!({ "given": false, "text_version": 1 });
    let said = send(&mut hers, Method::PUT, "/api/v1/me/consents/follow_up", None, &no).await;
    assert_eq!(said.status, 200, "{}", said.text());
    let list: Value = coordinator.get("/api/v1/follow-ups").await.json();
    assert_eq!(list["total"], 0);
    let opened = site.browser().submit("/q/look", &[("token", &token(&link))]).await;
    assert_eq!(opened.status, 404);
    assert_eq!(coordinator.post(&path, &Value::Null).await.problem(), (422, "unusable".into()));
    // Nor is anything noted that was said, or not said, on the phone.
    let refused = (409, "refused".to_owned());
    let question = format!("/api/v1/duos/{duo}/follow-ups/3");
    let tried = coordinator.post(&format!("{question}/tries"), &Value::Null).await;
    assert_eq!(tried.problem(), refused);
    let known: Value = coordinator.get(&format!("/api/v1/duos/{duo}/follow-ups")).await.json();
    assert_eq!((&known[0]["refused"], &known[2]["refused"]), (&json!(true), &json!(true)));
    let version = known[0]["version"].as_u64();
    let in_job = json!({ "answer": "in_job" });
    let noted = send(&mut coordinator, Method::PUT, &question, version, &in_job).await;
    assert_eq!(noted.problem(), refused);
    let back = send(&mut coordinator, Method::PUT, &question, version, &json!({})).await;
    assert_eq!(back.status, 200, "taking an answer back tells nothing of anybody");
    let yes = json!({ "given": true, "text_version": 1 });
    send(&mut hers, Method::PUT, "/api/v1/me/consents/follow_up", None, &yes).await;
    let list: Value = coordinator.get("/api/v1/follow-ups").await.json();
    assert_eq!((&list["total"], &list["due"][0]["agreed"]), (&json!(1), &json!(true)));
}

#[tokio::test]
async fn other_branches_and_other_months_are_not_there() {
    let site = Site::empty().await;
    let (mut coordinator, duo) = due(&site).await;
    let answer = json!({ "answer": "searching" });
    for month in ["4", "0", "300", "three"] {
        let path = format!("/api/v1/duos/{duo}/follow-ups/{month}");
        let found = send(&mut coordinator, Method::PUT, &path, Some(0), &answer).await;
        assert_eq!(found.problem().0, 404, "{month}");
    }
    let path = format!("/api/v1/duos/{duo}/follow-ups/3");
    let odd = json!({ "answer": "rich" });
    assert_eq!(send(&mut coordinator, Method::PUT, &path, Some(0), &odd).await.problem().0, 422);
    let mut other = site.browser_of(site.staff(Role::Coordinator).await).await;
    assert_eq!(send(&mut other, Method::PUT, &path, Some(0), &answer).await.problem().0, 404);
    for rest in ["link", "tries"] {
        assert_eq!(other.post(&format!("{path}/{rest}"), &Value::Null).await.problem().0, 404);
    }
    assert_eq!(other.get("/api/v1/follow-ups").await.json::<Value>()["total"], 0);
}
