//! The coordinators' talks: noted, changed by whoever noted them, read by the branch alone; and
//! whom to call next.

use crate::office::{Desk, day, fault, faults};
use passerelle_server::demo::people::person_id;
use serde_json::{Value, json};

fn talk(with: &str, on: &str) -> Value {
    json!({ "with": with, "day": on, "channel": "phone", "note": "" })
}

#[tokio::test]
async fn a_talk_is_noted_changed_and_taken_away() {
    let mut desk = Desk::with_duo(&day(-20)).await;
    let mut new = talk("mentee", &day(-1));
    new["note"] = json!("A trouvé une crèche.");
    new["follow_up"] = json!(day(3));
    let added = desk.post("contacts", &new).await;
    assert_eq!(added.status, 201, "{}", added.text());
    let added: Value = added.json();
    assert_eq!((&added["author"], &added["own"]), (&json!("Nadia"), &json!(true)));
    assert_eq!(added["said"], new);
    assert_eq!(desk.get("contacts").await.json::<Value>(), json!([added]));

    let path = format!("/api/v1/contacts/{}", added["id"].as_str().unwrap());
    new["channel"] = json!("visit");
    let changed = desk.browser.patch(&path, &added["version"], &new).await;
    assert_eq!(changed.status, 200, "{}", changed.text());
    let changed: Value = changed.json();
    assert_eq!(changed["said"]["channel"], "visit");
    let again = desk.browser.patch(&path, &added["version"], &new).await;
    assert_eq!(again.problem(), (412, "stale".into()));
    assert_eq!(desk.browser.delete(&path).await.problem(), (428, "version_needed".into()));
    let late = desk.browser.delete_version(&path, &added["version"]).await;
    assert_eq!(late.problem(), (412, "stale".into()));
    assert_eq!(desk.browser.delete_version(&path, &changed["version"]).await.status, 204);
    assert_eq!(desk.browser.delete_version(&path, &changed["version"]).await.problem().0, 404);
    assert_eq!(desk.get("contacts").await.text(), "[]");
}

#[tokio::test]
async fn only_the_branch_reads_and_only_the_author_changes() {
    let mut desk = Desk::with_duo(&day(-20)).await;
    let added: Value = desk.post("contacts", &talk("both", &day(0))).await.json();
    let path = format!("/api/v1/contacts/{}", added["id"].as_str().unwrap());
    let mut thierry = desk.stranger().await;
    assert_eq!(thierry.get(&desk.path("contacts")).await.problem().0, 404);
    let there = thierry.post(&desk.path("contacts"), &talk("both", &day(0))).await;
    assert_eq!(there.problem().0, 404);
    assert_eq!(thierry.delete_version(&path, &added["version"]).await.problem().0, 404);

    // A colleague of the same branch reads it, and leaves it as it is.
    let branch = desk.made["duo"]["branch"].as_str().unwrap().parse().unwrap();
    let colleague = crate::office::colleague(&desk.site, branch).await;
    let mut colleague = desk.site.browser_of(colleague).await;
    let seen: Value = colleague.get(&desk.path("contacts")).await.json();
    assert_eq!(seen[0]["own"], false);
    let refused = colleague.patch(&path, &added["version"], &talk("mentor", &day(0))).await;
    assert_eq!(refused.problem(), (403, "not_allowed".into()));
    assert_eq!(colleague.delete_version(&path, &added["version"]).await.problem().0, 403);
}

#[tokio::test]
async fn days_and_notes_have_rules() {
    let mut desk = Desk::with_duo(&day(-20)).await;
    let with = |change: fn(&mut Value)| {
        let mut new = talk("mentee", &day(-1));
        change(&mut new);
        new
    };
    for (body, expected) in [
        (with(|new| new["day"] = json!(day(1))), fault("day", "not_a_day")),
        (with(|new| new["day"] = json!(day(-20 - 366))), fault("day", "not_a_day")),
        (with(|new| new["follow_up"] = json!(day(-2))), fault("follow_up", "too_early")),
        (with(|new| new["follow_up"] = json!(day(500))), fault("follow_up", "not_a_day")),
        (with(|new| new["note"] = json!("é".repeat(2001))), fault("note", "too_long")),
        (with(|new| new["note"] = json!("NN 85.07.30-033.28")), fault("note", "private_number")),
    ] {
        let refused = desk.post("contacts", &body).await;
        assert_eq!(faults(&refused), expected, "{body}");
    }
    for body in [
        with(|new| new["channel"] = json!("pigeon")),
        with(|new| new["with"] = json!("father")),
        with(|new| new["day"] = json!("31/02/2026")),
        with(|new| new["words"] = json!("x")),
    ] {
        assert_eq!(desk.post("contacts", &body).await.problem(), (422, "unusable".into()));
    }
    let longest = with(|new| new["note"] = json!("é".repeat(2000)));
    assert_eq!(desk.post("contacts", &longest).await.status, 201);
}

async fn tasks(desk: &mut Desk) -> Vec<Value> {
    let calendar: Value = desk.browser.get("/api/v1/contacts/due").await.json();
    assert_eq!(calendar["today"], day(0));
    let duo = desk.duo().to_owned();
    let all = calendar["tasks"].as_array().unwrap().clone();
    all.into_iter().filter(|task| task["duo"] == *duo).collect()
}

fn lines(tasks: &[Value]) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    tasks.iter().map(|it| (text(&it["with"]), text(&it["kind"]), text(&it["due"]))).collect()
}

#[tokio::test]
async fn the_calendar_tells_whom_to_call() {
    let mut desk = Desk::with_duo(&day(-20)).await;
    let planned = |with: &str, due| (with.to_owned(), "planned".to_owned(), day(due));
    assert_eq!(lines(&tasks(&mut desk).await), [planned("mentee", -6), planned("mentor", -6)]);

    let mut new = talk("mentee", &day(-1));
    new["follow_up"] = json!(day(2));
    desk.post("contacts", &new).await;
    let asked = ("mentee".to_owned(), "follow_up".to_owned(), day(2));
    assert_eq!(lines(&tasks(&mut desk).await), [planned("mentor", -6), asked]);

    // The mentor asks for help: one line, with what it takes to answer it.
    let mentor = crate::helpers::person_id(&desk.made["duo"]["mentor"]["id"]);
    let mut mentor = desk.site.browser_of(mentor).await;
    let boards: Value = mentor.get("/api/v1/boards").await.json();
    let help = format!("/api/v1/boards/{}/help", boards[0]["id"].as_str().unwrap());
    assert_eq!(mentor.post(&help, &json!({ "topic": "meeting" })).await.status, 201);
    let now = tasks(&mut desk).await;
    let found = now.iter().find(|task| task["with"] == "mentor").unwrap();
    assert_eq!((&found["kind"], &found["topic"]), (&json!("help"), &json!("meeting")));
    assert_eq!((&found["name"], &found["other"]), (&json!("Cécile"), &json!("Zoulikha")));
    let answered = format!("/api/v1/help/{}/answered", found["help"].as_str().unwrap());
    assert_eq!(desk.browser.post(&answered, &Value::Null).await.status, 204);
    desk.post("contacts", &talk("mentor", &day(0))).await;
    let kinds: Vec<_> = lines(&tasks(&mut desk).await).into_iter().map(|it| it.1).collect();
    assert_eq!(kinds, ["follow_up", "planned"]);
}

#[tokio::test]
async fn each_branch_has_its_own_calendar() {
    let mut desk = Desk::with_duo(&day(-20)).await;
    let mut thierry = desk.stranger().await;
    let theirs = thierry.get("/api/v1/contacts/due").await.text();
    assert!(!theirs.contains(desk.duo()));
    // A colleague sees it among all, and not among their own.
    let branch = desk.made["duo"]["branch"].as_str().unwrap().parse().unwrap();
    let jamal = crate::office::colleague(&desk.site, branch).await;
    let mut jamal = desk.site.browser_of(jamal).await;
    assert!(jamal.get("/api/v1/contacts/due").await.text().contains(desk.duo()));
    assert!(!jamal.get("/api/v1/contacts/due?mine=true").await.text().contains(desk.duo()));
    let unknown = desk.browser.get("/api/v1/contacts/due?branch=x").await;
    assert_eq!(unknown.problem(), (422, "unusable".into()));
    let mut asmae = desk.site.browser_of(person_id("Asmae")).await;
    assert_eq!(asmae.get("/api/v1/contacts/due").await.problem().0, 403);
}
