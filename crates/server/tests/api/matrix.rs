//! Who may do what, for every operation there is. The table is written by hand and is the thing
//! to review: an operation without a row fails.

mod account;
mod caseload;
mod figures;
mod library;
mod outcomes;
mod plans;
mod setup;

use crate::{
    clock,
    helpers::{Browser, Site, new_duo},
};
use board::{
    actor::Role,
    id::{PersonId, SessionId},
    time::Timestamp,
};
use passerelle_server::{demo::people::person_id, routes};
use reqwest::{Method, header};
use serde_json::{Value, json};
use std::collections::HashMap;

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
    ("read_caseload",       [401, 403, 403, 403, 403, 200, 200, 403]),
    ("follow_caseload",     [401, 403, 403, 403, 403, 200, 200, 403]),
    ("read_duo_state",      [401, 403, 403, 403, 403, 200, 404, 403]),
    ("read_branch_view",    [401, 403, 403, 403, 403, 200, 404, 403]),
    ("read_thresholds",     [401, 403, 403, 403, 403, 200, 404, 403]),
    ("change_thresholds",   [401, 403, 403, 403, 403, 403, 403, 403]),
    ("preview_thresholds",  [401, 403, 403, 403, 403, 200, 404, 403]),
    ("create_duo",          [401, 403, 403, 403, 403, 201, 422, 403]),
    ("create_invitation",   [401, 403, 403, 403, 403, 201, 404, 403]),
    ("end_invitation",      [401, 403, 403, 403, 403, 204, 404, 403]),
    ("confirm_invitation",  [401, 403, 403, 403, 403, 204, 404, 403]),
    ("describe_uploads",    [204, 204, 204, 204, 204, 204, 204, 204]),
    ("begin_upload",        [401, 201, 404, 403, 404, 404, 404, 404]),
    ("find_upload",         [401, 200, 404, 403, 404, 404, 404, 404]),
    ("continue_upload",     [401, 204, 404, 403, 404, 404, 404, 404]),
    ("read_upload",         [401, 200, 404, 403, 404, 404, 404, 404]),
    ("end_upload",          [401, 204, 404, 403, 404, 404, 404, 404]),
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
    ("list_drafts",         [401, 200, 200, 200, 200, 200, 200, 200]),
    ("keep_drafts",         [401, 403, 403, 403, 403, 204, 204, 204]),
    ("read_digest",         [401, 403, 403, 200, 200, 200, 200, 403]),
    ("change_digest",       [401, 403, 403, 200, 200, 200, 200, 403]),
    ("read_reminders",      [401, 200, 200, 200, 200, 403, 403, 403]),
    ("set_reminders",       [401, 200, 200, 200, 200, 403, 403, 403]),
    ("add_push_device",     [401, 200, 200, 200, 200, 403, 403, 403]),
    ("end_push_device",     [401, 204, 204, 204, 204, 204, 204, 204]),
    ("try_reminder",        [401, 404, 404, 404, 404, 404, 404, 404]),
    ("end_account",         [401, 422, 422, 422, 422, 403, 403, 403]),
    ("ask_help",            [401, 201, 404, 201, 404, 404, 404, 404]),
    ("list_own_help",       [401, 200, 404, 200, 404, 404, 404, 404]),
    ("list_help",           [401, 403, 403, 403, 403, 200, 200, 403]),
    ("answer_help",         [401, 403, 403, 403, 403, 204, 404, 403]),
    ("end_duo",             [401, 403, 403, 403, 403, 200, 404, 403]),
    ("change_closure",      [401, 403, 403, 403, 403, 200, 404, 403]),
    ("undo_closure",        [401, 403, 403, 403, 403, 200, 404, 403]),
    ("list_colleagues",     [401, 403, 403, 403, 403, 200, 404, 403]),
    ("read_plan",           [401, 403, 403, 403, 403, 200, 404, 403]),
    ("change_plan",         [401, 403, 403, 403, 403, 200, 404, 403]),
    ("add_break",           [401, 403, 403, 403, 403, 201, 404, 403]),
    ("end_break",           [401, 403, 403, 403, 403, 204, 404, 403]),
    ("list_contacts",       [401, 403, 403, 403, 403, 200, 404, 403]),
    ("add_contact",         [401, 403, 403, 403, 403, 201, 404, 403]),
    ("change_contact",      [401, 403, 403, 403, 403, 200, 404, 403]),
    ("remove_contact",      [401, 403, 403, 403, 403, 204, 404, 403]),
    ("read_contact_calendar", [401, 403, 403, 403, 403, 200, 200, 403]),
    ("list_known_mentors",  [401, 403, 403, 403, 403, 200, 404, 403]),
    ("rematch",             [401, 403, 403, 403, 403, 201, 404, 403]),
    ("read_view_choice",    [401, 404, 404, 403, 404, 404, 404, 404]),
    ("end_view_choice",     [401, 204, 404, 403, 404, 404, 404, 404]),
    ("preview_import",      [401, 403, 403, 403, 403, 422, 422, 403]),
    ("list_imports",        [401, 403, 403, 403, 403, 200, 200, 403]),
    ("create_import",       [401, 403, 403, 403, 403, 201, 422, 403]),
    ("undo_import",         [401, 403, 403, 403, 403, 204, 404, 403]),
    ("print_import",        [401, 403, 403, 403, 403, 201, 404, 403]),
    ("list_people",         [401, 403, 403, 403, 403, 200, 200, 403]),
    ("create_person",       [401, 403, 403, 403, 403, 201, 422, 403]),
    ("read_person",         [401, 403, 403, 403, 403, 200, 404, 403]),
    ("change_person",       [401, 403, 403, 403, 403, 200, 404, 403]),
    ("remove_person",       [401, 403, 403, 403, 403, 204, 404, 403]),
    ("keep_profile",        [401, 403, 403, 403, 403, 200, 404, 403]),
    ("suggest_duos",        [401, 403, 403, 403, 403, 200, 404, 403]),
    ("list_team",           [401, 403, 403, 403, 403, 403, 403, 403]),
    ("create_account",      [401, 403, 403, 403, 403, 403, 403, 403]),
    ("change_account",      [401, 403, 403, 403, 403, 403, 403, 403]),
    ("end_staff_account",   [401, 403, 403, 403, 403, 403, 403, 403]),
    ("list_all_branches",   [401, 403, 403, 403, 403, 403, 403, 403]),
    ("create_branch",       [401, 403, 403, 403, 403, 403, 403, 403]),
    ("change_branch",       [401, 403, 403, 403, 403, 403, 403, 403]),
    ("remove_branch",       [401, 403, 403, 403, 403, 403, 403, 403]),
    ("read_indicators",     [401, 403, 403, 403, 403, 200, 200, 200]),
    ("read_breakdown",      [401, 403, 403, 403, 403, 200, 200, 200]),
    ("read_evidence",       [401, 403, 403, 403, 403, 200, 200, 403]),
    ("read_targets",        [401, 403, 403, 403, 403, 200, 200, 403]),
    ("change_targets",      [401, 403, 403, 403, 403, 403, 403, 403]),
    ("change_budgets",      [401, 403, 403, 403, 403, 403, 403, 403]),
    ("load_annex",          [401, 403, 403, 403, 403, 403, 403, 403]),
    ("export_breakdown_csv", [401, 403, 403, 403, 403, 200, 200, 200]),
    ("export_breakdown_xlsx", [401, 403, 403, 403, 403, 200, 200, 200]),
    ("export_duos_csv",     [401, 403, 403, 403, 403, 200, 200, 403]),
    ("export_duos_xlsx",    [401, 403, 403, 403, 403, 200, 200, 403]),
    ("export_indicators_csv", [401, 403, 403, 403, 403, 200, 200, 200]),
    ("export_indicators_xlsx", [401, 403, 403, 403, 403, 200, 200, 200]),
    ("export_evidence_csv", [401, 403, 403, 403, 403, 200, 200, 403]),
    ("keep_sharing",        [401, 422, 404, 403, 404, 404, 404, 404]),
    ("find_missing_letters", [401, 200, 200, 200, 200, 200, 200, 200]),
    ("list_looks",          [401, 200, 200, 200, 200, 200, 200, 200]),
    ("list_consents",       [401, 200, 200, 200, 200, 200, 200, 200]),
    ("set_consent",         [401, 200, 200, 200, 200, 404, 404, 404]),
    ("list_duo_consents",   [401, 403, 403, 403, 403, 200, 404, 403]),
    ("read_own_demographics", [401, 200, 200, 403, 403, 403, 403, 403]),
    ("write_own_demographics", [401, 200, 200, 403, 403, 403, 403, 403]),
    ("read_demographics",   [401, 403, 403, 403, 403, 200, 404, 403]),
    ("write_demographics",  [401, 403, 403, 403, 403, 200, 404, 403]),
    ("read_settings",       [401, 403, 403, 403, 403, 200, 200, 403]),
    ("change_settings",     [401, 403, 403, 403, 403, 403, 403, 403]),
    ("read_retention",      [401, 200, 200, 200, 200, 200, 200, 200]),
    ("keep_known",          [401, 200, 200, 200, 200, 403, 403, 403]),
    ("list_follow_ups",     [401, 403, 403, 403, 403, 200, 200, 403]),
    ("read_follow_ups",     [401, 403, 403, 403, 403, 200, 404, 403]),
    ("answer_follow_up",    [401, 403, 403, 403, 403, 200, 404, 403]),
    ("try_follow_up",       [401, 403, 403, 403, 403, 200, 404, 403]),
    ("link_follow_up",      [401, 403, 403, 403, 403, 200, 404, 403]),
    ("list_outcomes",       [401, 403, 403, 403, 403, 200, 404, 403]),
    ("add_outcome",         [401, 403, 403, 403, 403, 201, 404, 403]),
    ("change_outcome",      [401, 403, 403, 403, 403, 200, 404, 403]),
    ("remove_outcome",      [401, 403, 403, 403, 403, 204, 404, 403]),
    ("list_steps",          [401, 200, 200, 200, 200, 200, 200, 200]),
    ("list_sectors",        [401, 200, 200, 200, 200, 200, 200, 200]),
    ("list_occupations",    [401, 200, 200, 200, 200, 200, 200, 200]),
    ("list_services",       [401, 200, 200, 200, 200, 200, 200, 200]),
    ("read_service",        [401, 200, 200, 200, 200, 200, 200, 200]),
    ("create_service",      [401, 403, 403, 403, 403, 201, 201, 403]),
    ("change_service",      [401, 403, 403, 403, 403, 200, 200, 403]),
    ("verify_service",      [401, 403, 403, 403, 403, 200, 200, 403]),
    ("retire_service",      [401, 403, 403, 403, 403, 200, 200, 403]),
    ("list_codes",          [401, 200, 200, 200, 200, 200, 200, 200]),
    ("search_codes",        [401, 200, 200, 200, 200, 200, 200, 200]),
    ("read_code",           [401, 200, 200, 200, 200, 200, 200, 200]),
    ("create_code",         [401, 403, 403, 201, 201, 201, 201, 403]),
    ("list_own_codes",      [401, 403, 403, 200, 200, 200, 200, 403]),
    ("change_code",         [401, 403, 403, 200, 404, 404, 404, 403]),
    ("judge_code",          [401, 403, 403, 200, 200, 200, 200, 403]),
    ("list_waiting_codes",  [401, 403, 403, 403, 403, 200, 200, 403]),
    ("list_retired_codes",  [401, 403, 403, 403, 403, 200, 200, 403]),
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
    let mut desk = Desk::of(&site).await;
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
                let found = try_cell(&site, &mut desk, name, verb, &path, person, own).await;
                if found != *expected {
                    surprises.push(format!("{name}, {subject}: {found}, expected {expected}"));
                }
            }
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
    assert_eq!(known, TABLE.len(), "a row without an operation");
}

/// What all cells share.
struct Desk {
    /// A coordinator who makes what is acted on.
    nadia: Browser,
    /// Their branch.
    branch: Value,
    /// A browser of each subject.
    browsers: HashMap<PersonId, Browser>,
}

impl Desk {
    async fn of(site: &Site) -> Self {
        let mut nadia = site.browser_of(person_id("Nadia")).await;
        let branches: Value = nadia.get("/api/v1/branches").await.json();
        let mut browsers = HashMap::new();
        for person in people().into_iter().flatten() {
            browsers.insert(person, site.browser_of(person).await);
        }
        Self { nadia, branch: branches[0]["id"].clone(), browsers }
    }

    /// The subject's browser; one that is not needed afterwards where the session may end.
    async fn browser(&self, site: &Site, name: &str, person: Option<PersonId>) -> Browser {
        match person {
            None => site.browser(),
            Some(person) if matches!(name, "sign_in" | "leave" | "end_device") => {
                site.browser_of(person).await
            }
            Some(person) => self.browsers[&person].clone(),
        }
    }
}

async fn try_cell(
    site: &Site,
    desk: &mut Desk,
    name: &str,
    verb: &str,
    path: &str,
    person: Option<PersonId>,
    own: Option<(Value, Option<String>)>,
) -> u16 {
    let asmae = person_id("Asmae");
    let store = &site.running.app.store;
    let mut browser = desk.browser(site, name, person).await;
    if let Some(ready) = library::prepare(site, name).await {
        let path = path.replace("{id}", ready.id.as_str()) + ready.query;
        return status(&mut browser, verb, &path, &ready.body, Some(ready.version)).await;
    }
    if let Some((rest, ready)) = outcomes::prepare(site, name).await {
        let path = path.replace("{id}", &ready.id);
        let path = path.replace("{purpose}", &rest).replace("{month}", &rest);
        return status(&mut browser, verb, &path, &ready.body, ready.version).await;
    }
    if let Some(ready) = plans::prepare(&mut desk.nadia, &desk.branch, name).await {
        let path = path.replace("{id}", &ready.id);
        return status(&mut browser, verb, &path, &ready.body, ready.version).await;
    }
    if let Some(ready) = caseload::prepare(site, name).await {
        let path = path.replace("{id}", &ready.id);
        return status(&mut browser, verb, &path, &ready.body, ready.version).await;
    }
    if let Some((ready, query)) = figures::prepare(name) {
        let path = format!("{path}{query}");
        return status(&mut browser, verb, &path, &ready.body, ready.version).await;
    }
    if let Some(ready) = setup::prepare(&mut desk.nadia, &desk.branch, name).await {
        let path = path.replace("{id}", &ready.id);
        return status(&mut browser, verb, &path, &ready.body, ready.version).await;
    }
    let board = store.boards_of(asmae).await.unwrap()[0].id;
    if let Some(id) = account::prepare_upload(site, name, board).await {
        let path = path.replace("{board}", &board.to_string()).replace("{id}", &id);
        let request = account::upload_request(&browser, verb, &path, name);
        return request.send().await.unwrap().status().as_u16();
    }
    if let Some((body, id)) = own {
        let path = path.replace("{id}", &id.unwrap_or_default());
        let path = path.replace("{board}", &board.to_string());
        return status(&mut browser, verb, &path, &body, None).await;
    }
    let duos = store.duos(person_id("Nadia"), clock::now()).await.unwrap();
    let duo = duos.iter().find(|duo| duo.mentee.id == asmae).unwrap();
    let id = match name {
        // Of somebody else's phone, so that she stays signed in on hers.
        "end_device" => {
            let before = store.sessions_of(asmae, clock::now()).await.unwrap();
            drop(site.browser_of(asmae).await);
            let now = store.sessions_of(asmae, clock::now()).await.unwrap();
            let is_new = |device: &SessionId| before.iter().all(|known| known.id != *device);
            now.iter().map(|device| device.id).find(is_new).unwrap().to_string()
        }
        "read_duo" => duo.id.to_string(),
        "create_invitation" => asmae.to_string(),
        "end_invitation" | "confirm_invitation" => {
            site.token_for(asmae, Timestamp::DAY).await;
            let duos = store.duos(person_id("Nadia"), clock::now()).await.unwrap();
            let duo = duos.into_iter().find(|duo| duo.mentee.id == asmae).unwrap();
            duo.mentee.invitation.unwrap().id.to_string()
        }
        _ => String::new(),
    };
    let secret = match name {
        "sign_in" | "look_at_invitation" => site.token_for(asmae, Timestamp::DAY).await,
        _ => String::new(),
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
        Method::PUT if body.is_null() => {
            request.body("x").header(header::CONTENT_TYPE, "application/octet-stream")
        }
        Method::POST | Method::PATCH | Method::PUT => request.json(body),
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
