//! What is a person's own: to take along, and to end.

use crate::{
    helpers::{Site, new_duo, person_id},
    pair::{Pair, Writer, add, add_objective, new_id, sha256},
};
use board::{
    actor::{Role, Seat},
    protocol::my_data::MyData,
};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// Whether a word stands in any file below a folder, the database and its log included.
pub fn is_on_disk(folder: &Path, word: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return is_on_disk(&path, word);
        }
        let bytes = fs::read(&path).unwrap();
        bytes.windows(word.len()).any(|window| window == word.as_bytes())
    })
}

const PDF: &[u8] = b"%PDF-1.7\nCanari-fichier\nstartxref\n9\n%%EOF\n";

/// A duo of people with names that nobody else has.
async fn named_pair() -> (Pair, crate::helpers::Browser, Value) {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let branches: Value = coordinator.get("/api/v1/branches").await.json();
    let mut new = new_duo(&branches[0]["id"]);
    new["mentee_name"] = json!("Canari-Mentee");
    new["mentor_name"] = json!("Canari-Mentor");
    let made: Value = coordinator.post("/api/v1/duos", &new).await.json();
    let (mentee, mentor) = (&made["duo"]["mentee"]["id"], &made["duo"]["mentor"]["id"]);
    let pair = Pair::of(site, person_id(mentee), person_id(mentor)).await;
    (pair, coordinator, made)
}

/// Words of both, shared and private, a file, a calendar, a call.
async fn fill(pair: &mut Pair) {
    let objective = new_id();
    pair.mentee_does(add_objective(objective, "Canari-partage", false)).await;
    pair.mentee_does(add_objective(new_id(), "Canari-secret", true)).await;
    pair.mentor_does(json!({ "add_comment": { "id": new_id(), "on": objective,
        "text": "Canari-commentaire" } }))
        .await;
    let note = json!({ "note": { "text": "Canari-carnet" } });
    pair.mentor_does(add(new_id(), true, note)).await;
    pair.add_meeting("2026-10-01", "held", Some(75)).await;
    let file = pair.upload("Canari-nom.pdf", PDF).await.json::<Value>()["file"].clone();
    pair.mentee_does(add(
        new_id(),
        true,
        json!({ "cv_version": { "kind": "cv", "number": 1,
        "title": "Canari-cv", "lang": "fr", "file": file } }),
    ))
    .await;
    let ask = json!({ "topic": "call" });
    assert_eq!(pair.mentee.browser.post(&pair.path("help"), &ask).await.status, 201);
    let calendar = pair.mentee.browser.post("/api/v1/account/calendar", &Value::Null).await;
    assert_eq!(calendar.status, 200);
}

#[tokio::test]
async fn everything_that_is_theirs_can_be_taken_along() {
    let (mut pair, _, _) = named_pair().await;
    fill(&mut pair).await;
    let answer = pair.mentee.browser.get("/api/v1/account/data").await;
    let data: MyData = answer.json();
    assert_eq!((data.profile.name.as_str(), data.profile.role), ("Canari-Mentee", Role::Mentee));
    let board = &data.boards[0];
    assert_eq!((board.seat, board.shared.len(), board.private.len()), (Seat::Mentee, 3, 2));
    assert_eq!(board.other.as_ref().unwrap().name, "Canari-Mentor");
    assert_eq!((data.files.len(), data.devices.len(), data.help.len()), (1, 1, 1));
    assert!(data.calendar_since.is_some() && data.duos.len() == 1);
    assert!(!answer.text().contains("Canari-carnet"), "a mentor's notes are the mentor's");
    let page = pair.mentee.browser.get("/api/v1/account/data.html").await;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    let policy = page.header("content-security-policy");
    assert!(policy.contains("sandbox; style-src 'sha256-") && !policy.contains("unsafe"));
    for word in ["Canari-partage", "Canari-secret", "Canari-nom.pdf", "Canari-commentaire"] {
        assert!(page.text().contains(word), "{word}");
    }
    assert!(page.text().contains("Mes données") && !page.text().contains("Canari-carnet"));

    let hers: MyData = pair.mentor.browser.get("/api/v1/account/data").await.json();
    let board = &hers.boards[0];
    // Her comment and her meeting; nothing of the mentee's.
    assert_eq!((board.seat, board.shared.len(), board.private.len()), (Seat::Mentor, 2, 1));
    assert_eq!(hers.hours.iter().map(|hour| hour.minutes).sum::<u16>(), 75);
    let text = pair.mentor.browser.get("/api/v1/account/data.html").await.text();
    assert!(text.contains("Canari-carnet") && !text.contains("Canari-secret"));
    assert!(!text.contains("Canari-partage") && !text.contains("Canari-fichier"));
}

#[tokio::test]
async fn an_account_ends_with_the_right_name_only() {
    let (mut pair, mut coordinator, _) = named_pair().await;
    for name in ["", "Canari", "Canari-Mentor", &"x".repeat(300)] {
        let answer =
            pair.mentee.browser.post("/api/v1/account/end", &json!({ "name": name })).await;
        assert_eq!(answer.problem(), (422, "unusable".into()), "{name}");
    }
    let staff = coordinator.post("/api/v1/account/end", &json!({ "name": "Coordination" })).await;
    assert_eq!(staff.problem(), (403, "not_allowed".into()));
    assert_eq!(pair.mentee_gets("history").await.status, 200);
}

#[tokio::test]
async fn erasing_a_mentee_leaves_no_typed_byte() {
    let (mut pair, mut coordinator, made) = named_pair().await;
    fill(&mut pair).await;
    let board = pair.board.clone();
    let follow = pair.path(&format!("events?device={}", new_id()));
    let mut stream =
        pair.mentor.browser.request(reqwest::Method::GET, &follow).send().await.unwrap();
    assert!(stream.chunk().await.unwrap().is_some());
    assert!(is_on_disk(pair.site.data.path(), "Canari-partage"));
    let end = json!({ "name": " canari-mentee " });
    let answer = pair.mentee.browser.post("/api/v1/account/end", &end).await;
    assert_eq!(answer.status, 204, "{}", answer.text());
    assert!(answer.header("clear-site-data").contains("storage"));
    let words = [
        "Canari-partage",
        "Canari-secret",
        "Canari-commentaire",
        "Canari-carnet",
        "Canari-nom",
        "Canari-fichier",
        "Canari-cv",
        "Canari-notes",
        "Canari-lieu",
        "Canari-Mentee",
        &sha256(PDF),
    ];
    for word in words {
        assert!(!is_on_disk(pair.site.data.path(), word), "{word}");
    }
    assert!(is_on_disk(pair.site.data.path(), "Canari-Mentor"), "the other one stays");
    // At once: nobody is in, the stream is over, the board is gone for the mentor.
    let rest = tokio::time::timeout(std::time::Duration::from_secs(5), async {
        while let Ok(Some(_)) = stream.chunk().await {}
    });
    rest.await.expect("the stream has ended");
    let mut hers = pair.mentor.browser.clone();
    assert_eq!(hers.get(&format!("/api/v1/boards/{board}")).await.problem().0, 404);
    assert_eq!(hers.get("/api/v1/boards").await.text(), "[]");
    // The hours stay with the volunteer, as a sum.
    let hours: Value = hers.get("/api/v1/account/hours").await.json();
    assert_eq!(hours[0]["minutes"], 75);
    assert_eq!(coordinator.get("/api/v1/duos").await.text(), "[]");
    let mentee = made["duo"]["mentee"]["id"].as_str().unwrap();
    let back = format!("/api/v1/people/{mentee}/invitations");
    let back = coordinator.post(&back, &json!({ "handover": "remote" })).await;
    assert_eq!(back.problem().0, 404, "nobody comes back under the same row");
    assert_eq!(coordinator.get("/api/v1/help").await.text(), "[]");
}

#[tokio::test]
async fn what_a_mentor_wrote_to_a_mentee_stays_without_the_name() {
    let (mut pair, _, _) = named_pair().await;
    fill(&mut pair).await;
    let end = json!({ "name": "Canari-Mentor" });
    assert_eq!(pair.mentor.browser.post("/api/v1/account/end", &end).await.status, 204);
    for word in ["Canari-Mentor", "Canari-carnet"] {
        assert!(!is_on_disk(pair.site.data.path(), word), "{word}");
    }
    let board = pair.mentee_gets("").await;
    assert_eq!(board.status, 404, "no such address");
    let path = format!("/api/v1/boards/{}", pair.board);
    let board = pair.mentee.browser.get(&path).await.text();
    assert!(board.contains("Canari-commentaire") && board.contains("Canari-secret"));
    let boards: Value = pair.mentee.browser.get("/api/v1/boards").await.json();
    assert!(boards[0]["mentor"].is_null() && boards[0]["ended"].is_i64());
    // The mentee goes on writing.
    pair.mentee_does(add_objective(new_id(), "Encore", false)).await;
    let share = pair.mentee.browser.post(&pair.path("sharing"), &json!({ "keep": true })).await;
    assert_eq!(share.problem(), (422, "unusable".into()), "nobody is there to share with");
    let mut again = Writer::new(pair.mentor.browser.clone());
    let op = add_objective(new_id(), "x", false);
    assert_eq!(again.try_act(&pair.board, &op).await.problem().0, 401);
}

#[tokio::test]
async fn hours_are_those_of_the_mentor_alone() {
    let mut pair = Pair::demo().await;
    pair.add_meeting("2026-11-01", "held", Some(90)).await;
    pair.add_meeting("2026-11-02", "missed", None).await;
    pair.add_meeting("2001-01-01", "held", Some(30)).await;
    let hours: Value = pair.mentor.browser.get("/api/v1/account/hours").await.json();
    let minutes = |on: &str| {
        let hours = hours.as_array().unwrap().iter();
        hours.filter(|hour| hour["on"] == on).map(|hour| hour["minutes"].clone()).next()
    };
    assert_eq!(minutes("2026-11-01"), Some(json!(90)));
    assert_eq!(minutes("2026-11-02"), None, "nobody met");
    assert_eq!(minutes("2001-01-01"), None, "before the duo began");
    assert_eq!(pair.mentee.browser.get("/api/v1/account/hours").await.text(), "[]");
}
