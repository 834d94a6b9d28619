//! Who may do what, for every operation there is. The table is written by hand and is the thing
//! to review: an operation without a row fails.

use crate::helpers::{Browser, Site, new_duo};
use board::{actor::Role, id::PersonId, time::Timestamp};
use passerelle_server::{clock, demo::people::person_id, routes};
use reqwest::Method;
use serde_json::{Value, json};

/// Columns of the table.
const SUBJECTS: [&str; 8] = [
    "nobody",
    "own mentee",
    "other mentee",
    "own mentor",
    "other mentor",
    "coordinator of the branch",
    "coordinator of another branch",
    "funder",
];

/// The status that each subject gets, about Asmae's duo in Liège.
#[rustfmt::skip]
const TABLE: [(&str, [u16; 8]); 18] = [
    //                     none mentee other mentor other coord other funder
    ("sign_in",             [200, 200, 200, 200, 200, 200, 200, 200]),
    ("look_at_invitation",  [200, 200, 200, 200, 200, 200, 200, 200]),
    ("read_session",        [401, 200, 200, 200, 200, 200, 200, 200]),
    ("change_session",      [401, 200, 200, 200, 200, 200, 200, 200]),
    ("leave",               [401, 204, 204, 204, 204, 204, 204, 204]),
    ("list_devices",        [401, 200, 200, 200, 200, 200, 200, 200]),
    ("end_device",          [401, 204, 404, 404, 404, 404, 404, 404]),
    ("list_boards",         [401, 200, 200, 200, 200, 200, 200, 200]),
    ("read_board",          [401, 200, 404, 200, 404, 404, 404, 404]),
    ("submit_ops",          [401, 200, 404, 200, 404, 404, 404, 404]),
    ("follow_board",        [401, 200, 404, 200, 404, 404, 404, 404]),
    ("list_branches",       [401, 403, 403, 403, 403, 200, 200, 403]),
    ("list_duos",           [401, 403, 403, 403, 403, 200, 200, 403]),
    ("read_duo",            [401, 403, 403, 403, 403, 200, 404, 403]),
    ("create_duo",          [401, 403, 403, 403, 403, 201, 422, 403]),
    ("create_invitation",   [401, 403, 403, 403, 403, 201, 404, 403]),
    ("end_invitation",      [401, 403, 403, 403, 403, 204, 404, 403]),
    ("confirm_invitation",  [401, 403, 403, 403, 403, 204, 404, 403]),
];

/// The people in the order of [`SUBJECTS`].
fn people() -> [Option<PersonId>; 8] {
    let names = ["", "Asmae", "Samir", "Cécile", "Luc", "Nadia", "Thierry", "Fonds Rivage"];
    names.map(|name| (!name.is_empty()).then(|| person_id(name)))
}

#[tokio::test]
async fn every_cell_is_as_written() {
    let site = Site::demo().await;
    let (_, document) = routes::api().split_for_parts();
    let document = serde_json::to_value(document).unwrap();
    let mut known = 0;
    let mut surprises = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (verb, operation) in item.as_object().unwrap() {
            let name = operation["operationId"].as_str().unwrap();
            let row = TABLE.iter().find(|(known, _)| *known == name);
            let (_, expected) = row.unwrap_or_else(|| panic!("{name} has no row in the table"));
            known += 1;
            for ((subject, person), expected) in SUBJECTS.iter().zip(people()).zip(expected) {
                let found = try_cell(&site, name, verb, path, person).await;
                if found != *expected {
                    surprises.push(format!("{name}, {subject}: {found}, expected {expected}"));
                }
            }
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
    assert_eq!(known, TABLE.len(), "a row without an operation");
}

async fn try_cell(
    site: &Site,
    name: &str,
    verb: &str,
    path: &str,
    person: Option<PersonId>,
) -> u16 {
    let asmae = person_id("Asmae");
    let store = &site.running.app.store;
    let mut browser = match person {
        Some(person) => site.browser_of(person).await,
        None => site.browser(),
    };
    // Somebody else's phone of Asmae, so that "end_device" has one to end.
    let hers = site.browser_of(asmae).await;
    drop(hers);
    let devices = store.sessions_of(asmae, clock::now()).await.unwrap();
    let duos = store.duos(person_id("Nadia"), clock::now()).await.unwrap();
    let duo = duos.iter().find(|duo| duo.mentee.id == asmae).unwrap();
    let secret = site.token_for(asmae, Timestamp::DAY).await;
    let invitation = {
        let duos = store.duos(person_id("Nadia"), clock::now()).await.unwrap();
        let duo = duos.into_iter().find(|duo| duo.mentee.id == asmae).unwrap();
        duo.mentee.invitation.unwrap().id
    };
    let board = store.boards_of(asmae).await.unwrap()[0].id;
    let id = match name {
        "end_device" => devices[0].id.to_string(),
        "read_duo" => duo.id.to_string(),
        "create_invitation" => asmae.to_string(),
        _ => invitation.to_string(),
    };
    let device = passerelle_server::ids::new_id(clock::now());
    let mut path = path.replace("{id}", &id).replace("{board}", &board.to_string());
    if name == "follow_board" {
        path = format!("{path}?device={device}");
    }
    let body = match name {
        "sign_in" => json!({ "key": { "token": secret }, "own_device": true }),
        "look_at_invitation" => json!({ "key": { "token": secret } }),
        "change_session" => json!({ "lang": "fr" }),
        "create_duo" => new_duo(&json!(duo.branch)),
        "create_invitation" => json!({ "handover": "remote" }),
        "submit_ops" => json!({ "device": device, "cursor": "00000000.0.0", "ops": [] }),
        _ => Value::Null,
    };
    status(&mut browser, verb, &path, &body).await
}

/// Only the status: a live stream has no end to wait for.
async fn status(browser: &mut Browser, verb: &str, path: &str, body: &Value) -> u16 {
    let method = Method::from_bytes(verb.to_uppercase().as_bytes()).unwrap();
    let has_body = matches!(method, Method::POST | Method::PATCH);
    let request = browser.request(method, path);
    let request = if has_body { request.json(body) } else { request };
    request.send().await.unwrap().status().as_u16()
}

#[test]
fn the_table_knows_every_role() {
    for role in [Role::Mentee, Role::Mentor, Role::Coordinator, Role::Funder] {
        assert!(SUBJECTS.iter().any(|subject| subject.contains(role.as_str())), "{role:?}");
    }
}
