//! What a try at an operation on files, papers, calendars and calls needs.

use crate::{
    clock,
    helpers::{Browser, Site},
    pair::{PIECE, Pair, new_id, sha256},
};
use board::{
    id::BoardId,
    protocol::help::{HelpRequest, HelpTopic},
};
use passerelle_server::{demo::people::person_id, secret, store::uploads::UploadRow};
use reqwest::{Method, RequestBuilder, header};
use serde_json::{Value, json};

/// A file that Asmae sends.
const FILE: &[u8] = b"%PDF-1.7\nstartxref\n9\n%%EOF\n";
/// The secret of Asmae's calendar.
const TOKEN: &str = "a-secret-of-twenty-bytes-in";

/// A push service that is not there, for reminders.
const PUSH_SERVICE: &str = "http://127.0.0.1:9/one";
/// The public key of a browser.
const PUSH_KEY: &str =
    "BLn9b-VR0ca83knDNZ32dCHGyjJp-1riX9ZTN40MqV8K_LpQmLqxC_DoHvqvFXO_nGdAB4W9dogZb_sM-uV4JbY";

/// What lies on Asmae's board for the tries.
pub struct Ready {
    cv: String,
    meeting: String,
    application: String,
}

/// Puts it there.
pub async fn prepare(site: Site) -> (Site, Ready) {
    let mut pair = Pair::of(site, person_id("Asmae"), person_id("Cécile")).await;
    let cv = pair.add_cv("CV", "fr", false).await.to_string();
    let meeting = pair.add_meeting("2026-12-03", "proposed", None).await.to_string();
    let application = new_id();
    pair.mentee_does(json!({ "add_application": { "id": application, "employer": "Les Lutins",
        "job": "Puéricultrice", "stage": "sent" } }))
        .await;
    assert_eq!(pair.upload("CV.pdf", FILE).await.status, 200);
    (pair.site, Ready { cv, meeting, application: application.to_string() })
}

/// An upload of Asmae's for the operations on them: with nothing of it there, or all of it.
pub async fn prepare_upload(site: &Site, name: &str, board: BoardId) -> Option<String> {
    let of_one = matches!(name, "find_upload" | "continue_upload" | "read_upload" | "end_upload");
    if !of_one {
        return matches!(name, "describe_uploads" | "begin_upload").then(String::new);
    }
    let (store, now) = (&site.running.app.store, clock::now());
    let row = UploadRow {
        id: new_id(),
        board,
        person: person_id("Asmae"),
        length: u32::try_from(FILE.len()).unwrap(),
        name: "CV.pdf".into(),
        announced: None,
        at: now,
        expires: now.plus_days(7),
        file: None,
    };
    store.begin_upload(row.clone(), u32::MAX).await.unwrap();
    if name == "read_upload" {
        store.finish_upload(row.id, secret::hash(FILE)).await.unwrap();
    }
    Some(row.id.to_string())
}

/// A request of tus with what the operation needs.
pub fn upload_request(browser: &Browser, verb: &str, path: &str, name: &str) -> RequestBuilder {
    let method = Method::from_bytes(verb.to_uppercase().as_bytes()).unwrap();
    match name {
        "begin_upload" => browser.begin(path, "CV.pdf", FILE.len()),
        "continue_upload" => {
            let request = browser.tus(method, path).header("upload-offset", 0);
            request.header(header::CONTENT_TYPE, PIECE).body(FILE)
        }
        _ => browser.tus(method, path),
    }
}

impl Ready {
    /// The last part of the address.
    pub fn fill(&self, name: &str, path: &str) -> String {
        let file = match name {
            "read_cv" => format!("{}.txt", self.cv),
            "read_meeting" => format!("{}.ics", self.meeting),
            _ => format!("{TOKEN}.ics"),
        };
        path.replace("{file}", &file).replace("{sha256}", &sha256(FILE))
    }

    /// The body, and an id of what is acted on, when the operation is one of these.
    pub async fn body(&self, site: &Site, name: &str) -> Option<(Value, Option<String>)> {
        let store = &site.running.app.store;
        let (now, asmae) = (clock::now(), person_id("Asmae"));
        let none = |body| Some((body, None));
        match name {
            "make_proof" => none(json!({ "from": "2026-01-01", "until": "2099-01-01",
                "items": [self.application], "lang": "fr" })),
            "change_digest" => none(json!({ "weekly": false })),
            "keep_drafts" => none(json!([{ "name": "a", "words": "b" }])),
            "set_reminders" => none(json!({ "choices": [] })),
            "add_push_device" => none(json!({ "endpoint": PUSH_SERVICE,
                "p256dh": PUSH_KEY, "auth": "_ordMnz7uTCmrpBTeUV4Bw" })),
            "try_reminder" => {
                store.forget_push_address(PUSH_SERVICE.to_owned()).await.unwrap();
                none(Value::Null)
            }
            "keep_sharing" => none(json!({ "keep": true })),
            "end_account" => none(json!({ "name": "somebody else" })),
            "ask_help" => none(json!({ "topic": "call" })),
            "read_calendar" => {
                store.set_calendar(asmae, Some(secret::hash(TOKEN)), now).await.unwrap();
                none(Value::Null)
            }
            "answer_help" => {
                let board: BoardId = store.boards_of(asmae).await.unwrap()[0].id;
                let id = new_id();
                let topic = HelpTopic::Call;
                let request = HelpRequest { id, topic, at: now, answered: None };
                assert!(store.ask_help(board, asmae, request, u32::MAX).await.unwrap());
                Some((Value::Null, Some(id.to_string())))
            }
            _ => None,
        }
    }
}
