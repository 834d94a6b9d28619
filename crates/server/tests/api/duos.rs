//! Duos: made once, seen by the branch that looks after them.

use crate::helpers::{Site, new_duo, with_duo};
use board::actor::Role;
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn a_duo_is_two_people_a_board_and_two_ways_in() {
    let site = Site::empty().await;
    let (mut coordinator, made) = with_duo(&site).await;
    let duo = &made["duo"];
    assert_eq!(
        (&duo["mentee"]["name"], &duo["mentor"]["name"]),
        (&json!("Asmae"), &json!("Cécile"))
    );
    assert_eq!((&duo["start"], &duo["cadence_days"]), (&json!("2026-09-01"), &json!(7)));
    assert_eq!(duo["branch_name"], "Mon antenne");
    for invitation in made["invitations"].as_array().unwrap() {
        let code = invitation["code"].as_str().unwrap();
        assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [3, 3, 4], "{code}");
        let link = invitation["link"].as_str().unwrap();
        assert!(link.starts_with(&format!("{}/j#", site.origin)), "{link}");
    }
    let list: Value = coordinator.get("/api/v1/duos").await.json();
    assert_eq!(list, json!([duo]));
    let path = format!("/api/v1/duos/{}", duo["id"].as_str().unwrap());
    assert_eq!(coordinator.get(&path).await.json::<Value>(), *duo);
}

#[tokio::test]
async fn the_same_request_twice_makes_one_duo_and_tells_the_same_ways_in() {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let branches: Value = coordinator.get("/api/v1/branches").await.json();
    let body = new_duo(&branches[0]["id"]);
    let ask = |body: &Value| {
        let request = coordinator.request(Method::POST, "/api/v1/duos");
        request.header("idempotency-key", "one tap").json(body)
    };
    let (first, second) = tokio::join!(ask(&body).send(), ask(&body).send());
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_eq!((first.status().as_u16(), second.status().as_u16()), (201, 201));
    let (first, second): (Value, Value) =
        (first.json().await.unwrap(), second.json().await.unwrap());
    assert_eq!(first, second);
    assert_eq!(first["invitations"].as_array().unwrap().len(), 2);

    let mut other = body.clone();
    other["mentee_name"] = json!("Fatima");
    let reused = ask(&other);
    assert_eq!(coordinator.send(reused).await.problem(), (422, "unusable".into()));
    let list: Value = coordinator.get("/api/v1/duos").await.json();
    assert_eq!(list.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn every_field_that_breaks_a_rule_is_named_at_once() {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let body = json!({
        "mentee_name": " ", "mentee_lang": "xx", "mentor_name": "é".repeat(81),
        "mentor_lang": "fr", "branch": "00000000-0000-7000-8000-000000000000",
        "start": "1999-01-01", "cadence_days": 0,
    });
    let refused = coordinator.post("/api/v1/duos", &body).await;
    assert_eq!(refused.problem(), (422, "unusable".into()));
    let fields = refused.json::<Value>()["fields"].clone();
    let named: Vec<_> = fields
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| (problem["field"].as_str().unwrap(), problem["rule"].as_str().unwrap()))
        .collect();
    assert_eq!(
        named,
        [
            ("mentee_name", "empty"),
            ("mentee_lang", "unknown"),
            ("mentor_name", "too_long"),
            ("branch", "unknown"),
            ("start", "not_a_day"),
            ("cadence_days", "unknown"),
        ]
    );
    let mut impossible = new_duo(&json!("00000000-0000-7000-8000-000000000000"));
    impossible["start"] = json!("2026-02-30");
    let refused = coordinator.post("/api/v1/duos", &impossible).await;
    assert_eq!(refused.problem(), (422, "unusable".into()));
    assert!(refused.text().contains("at start"), "{}", refused.text());
}

#[tokio::test]
async fn another_branch_is_as_if_it_were_not_there() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let mut other = site.browser_of(site.staff(Role::Coordinator).await).await;
    assert_eq!(other.get("/api/v1/duos").await.json::<Value>(), json!([]));
    let foreign = format!("/api/v1/duos/{}", made["duo"]["id"].as_str().unwrap());
    let unknown = "/api/v1/duos/00000000-0000-7000-8000-000000000000";
    let (foreign, unknown) = (other.get(&foreign).await, other.get(unknown).await);
    assert_eq!((foreign.status, &foreign.body), (404, &unknown.body));
    let body = new_duo(&made["duo"]["branch"]);
    let refused = other.post("/api/v1/duos", &body).await;
    assert_eq!(refused.json::<Value>()["fields"][0]["field"], "branch");
}

#[tokio::test]
async fn known_people_keep_their_board_and_their_other_duos() {
    let site = Site::empty().await;
    let (mut coordinator, made) = with_duo(&site).await;
    let (branch, first) = (&made["duo"]["branch"], &made["duo"]);
    let again = |mentee: &Value, mentor: &Value| {
        json!({ "mentee": mentee, "mentor": mentor, "branch": branch,
                "start": "2026-10-01", "cadence_days": 14 })
    };
    let problem = |answer: &crate::helpers::Answer| {
        let fields = answer.json::<Value>()["fields"].clone();
        (fields[0]["field"].clone(), fields[0]["rule"].clone())
    };
    let (mentee, mentor) = (&first["mentee"]["id"], &first["mentor"]["id"]);
    let taken = coordinator.post("/api/v1/duos", &again(mentee, mentor)).await;
    assert_eq!(problem(&taken), (json!("mentee"), json!("taken")));
    let swapped = coordinator.post("/api/v1/duos", &again(mentor, mentee)).await;
    assert_eq!(problem(&swapped), (json!("mentee"), json!("unknown")));

    // A mentor with three running duos: one more only when it is meant.
    let mut more = new_duo(branch);
    more["mentor"] = mentor.clone();
    for name in ["Fatima", "Yonas"] {
        more["mentee_name"] = json!(name);
        let made = coordinator.post("/api/v1/duos", &more).await;
        assert_eq!(made.status, 201, "{}", made.text());
        let made: Value = made.json();
        assert_eq!(made["invitations"].as_array().unwrap().len(), 1, "only who is new");
        assert_eq!(&made["duo"]["mentor"]["id"], mentor);
    }
    more["mentee_name"] = json!("Samir");
    let many = coordinator.post("/api/v1/duos", &more).await;
    assert_eq!(problem(&many), (json!("mentor"), json!("to_confirm")));
    more["confirm_many"] = json!(true);
    assert_eq!(coordinator.post("/api/v1/duos", &more).await.status, 201);

    // The duo ends; the mentee's board goes on with another mentor.
    let store = &site.running.app.store;
    let asmae = crate::helpers::person_id(mentee);
    let board = store.boards_of(asmae).await.unwrap()[0].id;
    let duo = first["id"].as_str().unwrap().parse().unwrap();
    store.end_duo(duo, crate::clock::now()).await.unwrap();
    let mut rematch = new_duo(branch);
    rematch["mentee"] = mentee.clone();
    rematch["mentor_name"] = json!("Luc");
    let today = passerelle_server::local::day(crate::clock::now());
    rematch["start"] = json!(today.to_string());
    let made: Value = coordinator.post("/api/v1/duos", &rematch).await.json();
    assert_eq!(made["invitations"][0]["name"], "Luc");
    let boards = store.boards_of(asmae).await.unwrap();
    assert_eq!((boards.len(), boards[0].id), (1, board));
    assert_eq!(boards[0].mentor.as_ref().unwrap().name, "Luc");

    // Nobody of another branch.
    let other = site.staff(Role::Coordinator).await;
    let mut elsewhere = site.browser_of(other).await;
    let branches: Value = elsewhere.get("/api/v1/branches").await.json();
    let mut theirs = new_duo(&branches[0]["id"]);
    theirs["mentor"] = mentor.clone();
    let refused = elsewhere.post("/api/v1/duos", &theirs).await;
    assert_eq!(problem(&refused), (json!("mentor"), json!("unknown")));
}
