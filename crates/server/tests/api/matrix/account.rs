//! What a try at an operation on files, papers, calendars and calls needs.

use crate::{
    helpers::Site,
    pair::{Pair, new_id, sha256},
};
use board::{
    id::BoardId,
    protocol::help::{HelpRequest, HelpTopic},
};
use passerelle_server::{clock, demo::people::person_id, secret};
use serde_json::{Value, json};

/// A file that Asmae sends.
pub const FILE: &[u8] = b"%PDF-1.7\nstartxref\n9\n%%EOF\n";
/// The secret of Asmae's calendar.
const TOKEN: &str = "a-secret-of-twenty-bytes-in";

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
