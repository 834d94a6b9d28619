//! Who may do what, for every operation there is. The table is written by hand and is the thing
//! to review: an operation without a row fails.

mod account;
mod library;

use crate::helpers::{Browser, Site, new_duo};
use board::{actor::Role, id::PersonId, time::Timestamp};
use passerelle_server::{clock, demo::people::person_id, routes};
use reqwest::{Method, header};
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
const TABLE: &[(&str, [u16; 8])] = &[
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
    ("read_health",         [401, 200, 404, 200, 404, 404, 404, 404]),
    ("submit_ops",          [401, 200, 404, 200, 404, 404, 404, 404]),
    ("follow_board",        [401, 200, 404, 200, 404, 404, 404, 404]),
    ("list_branches",       [401, 403, 403, 403, 403, 200, 200, 403]),
    ("list_duos",           [401, 403, 403, 403, 403, 200, 200, 403]),
    ("read_duo",            [401, 403, 403, 403, 403, 200, 404, 403]),
    ("create_duo",          [401, 403, 403, 403, 403, 201, 422, 403]),
    ("create_invitation",   [401, 403, 403, 403, 403, 201, 404, 403]),
    ("end_invitation",      [401, 403, 403, 403, 403, 204, 404, 403]),
    ("confirm_invitation",  [401, 403, 403, 403, 403, 204, 404, 403]),
    ("put_file",            [401, 200, 404, 403, 404, 404, 404, 404]),
    ("read_file",           [401, 200, 404, 404, 404, 404, 404, 404]),
    ("read_cv",             [401, 200, 404, 200, 404, 404, 404, 404]),
    ("make_proof",          [401, 200, 404, 403, 404, 404, 404, 404]),
    ("read_history",        [401, 200, 404, 200, 404, 404, 404, 404]),
    ("read_meeting",        [401, 200, 404, 200, 404, 404, 404, 404]),
    ("create_calendar",     [401, 200, 200, 200, 200, 200, 200, 200]),
    ("end_calendar",        [401, 204, 204, 204, 204, 204, 204, 204]),
    ("read_calendar",       [200, 200, 200, 200, 200, 200, 200, 200]),
    ("list_hours",          [401, 200, 200, 200, 200, 200, 200, 200]),
    ("read_data",           [401, 200, 200, 200, 200, 200, 200, 200]),
    ("read_data_page",      [401, 200, 200, 200, 200, 200, 200, 200]),
    ("read_digest",         [401, 403, 403, 200, 200, 403, 403, 403]),
    ("change_digest",       [401, 403, 403, 200, 200, 403, 403, 403]),
    ("end_account",         [401, 422, 422, 422, 422, 403, 403, 403]),
    ("ask_help",            [401, 201, 404, 201, 404, 404, 404, 404]),
    ("list_own_help",       [401, 200, 404, 200, 404, 404, 404, 404]),
    ("list_help",           [401, 403, 403, 403, 403, 200, 200, 403]),
    ("answer_help",         [401, 403, 403, 403, 403, 204, 404, 403]),
    ("end_duo",             [401, 403, 403, 403, 403, 204, 404, 403]),
    ("keep_sharing",        [401, 422, 404, 403, 404, 404, 404, 404]),
    ("list_steps",          [401, 200, 200, 200, 200, 200, 200, 200]),
    ("list_sectors",        [401, 200, 200, 200, 200, 200, 200, 200]),
    ("list_occupations",    [401, 200, 200, 200, 200, 200, 200, 200]),
    ("list_services",       [401, 200, 200, 200, 200, 200, 200, 200]),
    ("read_service",        [401, 200, 200, 200, 200, 200, 200, 200]),
    ("create_service",      [401, 403, 403, 403, 403, 201, 201, 403]),
    ("change_service",      [401, 403, 403, 403, 403, 200, 200, 403]),
    ("list_codes",          [401, 200, 200, 200, 200, 200, 200, 200]),
    ("search_codes",        [401, 200, 200, 200, 200, 200, 200, 200]),
    ("read_code",           [401, 200, 200, 200, 200, 200, 200, 200]),
    ("create_code",         [401, 403, 403, 201, 201, 201, 201, 403]),
    ("list_own_codes",      [401, 403, 403, 200, 200, 200, 200, 403]),
    ("change_code",         [401, 403, 403, 200, 404, 404, 404, 403]),
    ("judge_code",          [401, 403, 403, 200, 200, 200, 200, 403]),
    ("list_waiting_codes",  [401, 403, 403, 403, 403, 200, 200, 403]),
    ("decide_code",         [401, 403, 403, 403, 403, 200, 200, 403]),
    ("read_code_history",   [401, 403, 403, 403, 403, 200, 200, 403]),
    ("ask_library",         [401, 204, 204, 403, 403, 403, 403, 403]),
    ("list_code_questions", [401, 403, 403, 200, 200, 200, 200, 403]),
    ("remove_code_question",[401, 403, 403, 403, 403, 204, 204, 403]),
];

/// The people in the order of [`SUBJECTS`].
fn people() -> [Option<PersonId>; 8] {
    let names = ["", "Asmae", "Samir", "Cécile", "Luc", "Nadia", "Thierry", "Fonds Rivage"];
    names.map(|name| (!name.is_empty()).then(|| person_id(name)))
}

#[tokio::test]
async fn every_cell_is_as_written() {
    let (site, ready) = account::prepare(Site::demo().await).await;
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
                let path = ready.fill(name, path);
                let own = ready.body(&site, name).await;
                let found = try_cell(&site, name, verb, &path, person, own).await;
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
    own: Option<(Value, Option<String>)>,
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
    if let Some(ready) = library::prepare(site, name).await {
        let path = path.replace("{id}", ready.id.as_str()) + ready.query;
        return status(&mut browser, verb, &path, &ready.body, Some(ready.version)).await;
    }
    if let Some((body, id)) = own {
        let path = path.replace("{id}", &id.unwrap_or_default());
        let path = path.replace("{board}", &board.to_string());
        return status(&mut browser, verb, &path, &body, None).await;
    }
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
    status(&mut browser, verb, &path, &body, None).await
}

/// Only the status: a live stream has no end to wait for.
async fn status(
    browser: &mut Browser,
    verb: &str,
    path: &str,
    body: &Value,
    version: Option<u64>,
) -> u16 {
    let method = Method::from_bytes(verb.to_uppercase().as_bytes()).unwrap();
    let request = browser.request(method.clone(), path);
    let request = match method {
        Method::PUT => {
            request.body(account::FILE).header(header::CONTENT_TYPE, "application/octet-stream")
        }
        Method::POST | Method::PATCH => request.json(body),
        _ => request,
    };
    let request = match version {
        Some(version) => request.header(header::IF_MATCH, format!("\"{version}\"")),
        None => request,
    };
    request.send().await.unwrap().status().as_u16()
}

#[test]
fn the_table_knows_every_role() {
    for role in [Role::Mentee, Role::Mentor, Role::Coordinator, Role::Funder] {
        assert!(SUBJECTS.iter().any(|subject| subject.contains(role.as_str())), "{role:?}");
    }
}
