//! Days at the ends of the calendar, the largest numbers, pages far beyond the last one: each is
//! answered with its reason, and nothing is broken afterwards.

use crate::{
    helpers::Browser,
    office::{Desk, day},
    pair::new_id,
};
use reqwest::{Method, header};
use serde_json::{Value, json};

const DAYS: [&str; 7] = [
    "0000-01-01",
    "0001-01-01",
    "1582-10-15",
    "9999-12-31",
    "+262142-12-31",
    "-262143-01-01",
    "2026-02-30",
];
const NUMBERS: [&str; 5] = ["0", "65535", "65536", "4294967295", "18446744073709551615"];

/// Sends something; whatever it is, the answer is no trouble of the server's.
async fn send(browser: &mut Browser, verb: Method, path: &str, body: &Value) -> u16 {
    let request = browser.request(verb.clone(), path).header(header::IF_MATCH, "\"1\"");
    let request = if verb == Method::GET { request } else { request.json(body) };
    let answer = browser.send(request).await;
    assert!(answer.status < 500, "{verb} {path} {body}: {} {}", answer.status, answer.text());
    answer.status
}

/// All that is reckoned from what was sent.
async fn all_is_well(desk: &mut Desk) {
    let branch = desk.made["duo"]["branch"].as_str().unwrap().to_owned();
    let duo = desk.path("");
    let duo = duo.trim_end_matches('/');
    let own = ["/plan", "/state", "/contacts", "/mentors", "/outcomes", "/follow-ups", "/consents"];
    let own = own.map(|rest| format!("{duo}{rest}"));
    let others = [
        "/api/v1/caseload",
        "/api/v1/contacts/due",
        "/api/v1/follow-ups",
        "/api/v1/people",
        "/api/v1/indicators",
        "/api/v1/evidence",
        "/api/v1/exports/duos.csv",
        "/api/v1/exports/duos.xlsx",
        "/api/v1/indicators/breakdown?by=branch",
    ];
    let of_branch = ["view", "thresholds", "matching"];
    let of_branch = of_branch.map(|rest| format!("/api/v1/branches/{branch}/{rest}"));
    for path in own.into_iter().chain(others.map(str::to_owned)).chain(of_branch) {
        let answer = desk.browser.get(&path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    }
}

#[tokio::test]
async fn days_at_the_ends_of_the_calendar_are_refused_and_break_nothing() {
    let mut desk = Desk::with_duo(&day(-100)).await;
    let branch = desk.made["duo"]["branch"].clone();
    let duo = desk.path("").trim_end_matches('/').to_owned();
    for odd in DAYS {
        let now = day(0);
        let outcome = |start: &str| json!({ "kind": "job", "start": start, "contract": "fixed", "months": 65535, "hours": 65535, "evidence": "declared" });
        let tries = [
            (Method::POST, "/breaks", json!({ "from": odd, "until": odd })),
            (Method::POST, "/breaks", json!({ "from": now, "until": odd })),
            (Method::POST, "/contacts", json!({ "with": "both", "day": odd, "channel": "phone" })),
            (
                Method::POST,
                "/contacts",
                json!({ "with": "both", "day": now, "channel": "phone", "follow_up": odd }),
            ),
            (Method::POST, "/end", json!({ "kind": "no_match", "on": odd })),
            (Method::POST, "/outcomes", json!({ "id": new_id(), "outcome": outcome(odd) })),
            (Method::POST, "/outcomes", json!({ "id": new_id(), "outcome": outcome(&now) })),
            (
                Method::PATCH,
                "/plan",
                json!({ "planned_end": odd, "cadence_days": 7, "coordinator": null, "sector": null }),
            ),
        ];
        for (verb, rest, body) in tries {
            let status = send(&mut desk.browser, verb, &format!("{duo}{rest}"), &body).await;
            assert!((400..500).contains(&status), "{rest} {body}: {status}");
        }
        let mut new = crate::helpers::new_duo(&branch);
        new["start"] = json!(odd);
        assert_eq!(send(&mut desk.browser, Method::POST, "/api/v1/duos", &new).await, 422, "{odd}");
        let list = json!({ "id": new_id(), "duos": [new] });
        let status = send(&mut desk.browser, Method::POST, "/api/v1/imports", &list).await;
        assert_eq!(status, 422, "{odd}");
        for path in [
            format!("/api/v1/indicators?from={odd}&to={odd}"),
            format!("/api/v1/evidence?from=2026-01-01&to={odd}"),
            format!("/api/v1/exports/duos.csv?from={odd}&to=2026-01-01"),
            format!("/api/v1/caseload?month={odd}"),
        ] {
            assert_eq!(
                send(&mut desk.browser, Method::GET, &path, &Value::Null).await,
                422,
                "{path}"
            );
        }
    }
    all_is_well(&mut desk).await;
}

#[tokio::test]
async fn the_largest_numbers_and_empty_lists_are_answered() {
    let mut desk = Desk::with_duo(&day(-100)).await;
    let branch = desk.made["duo"]["branch"].as_str().unwrap().to_owned();
    let person = desk.made["duo"]["mentor"]["id"].as_str().unwrap().to_owned();
    for odd in NUMBERS {
        for path in [
            format!("/api/v1/caseload?limit={odd}"),
            format!("/api/v1/caseload?after={odd}&limit={odd}"),
            format!("/api/v1/people?after={odd}"),
            format!("/api/v1/indicators?year={odd}"),
            format!("/api/v1/indicators/breakdown?by=gender&year={odd}"),
            format!("/api/v1/branches/{branch}/matching?sector={odd}"),
            format!("{}/{odd}", desk.path("follow-ups")),
        ] {
            send(&mut desk.browser, Method::GET, &path, &Value::Null).await;
        }
        let number: Value = odd.parse::<u64>().unwrap().into();
        let profile = json!({ "looking": true, "profile": { "postcode": number, "capacity": number,
            "sectors": [], "langs": [], "hours": [], "ways": [] } });
        let path = format!("/api/v1/people/{person}/profile");
        send(&mut desk.browser, Method::PATCH, &path, &profile).await;
        let targets = json!({ "targets": [{ "branch": branch, "year": number, "duos": number }] });
        let preview = format!("/api/v1/branches/{branch}/thresholds/preview");
        let thresholds = json!({ "first_meeting_days": number });
        let answer = json!({ "answer": "searching" });
        let follow_up = format!("{}/{odd}", desk.path("follow-ups"));
        let settings = json!({ "durable_months": number, "retention_months": number,
            "rematch_days": number });
        for (verb, path, body) in [
            (Method::PUT, "/api/v1/targets", &targets),
            (Method::PUT, "/api/v1/settings", &settings),
            (Method::POST, preview.as_str(), &thresholds),
            (Method::PUT, follow_up.as_str(), &answer),
        ] {
            let status = send(&mut desk.browser, verb, path, body).await;
            assert!((400..500).contains(&status), "{path} {body}: {status}");
        }
    }
    for (verb, path, body) in [
        (Method::POST, "/api/v1/imports", json!({ "id": new_id(), "duos": [] })),
        (Method::PUT, "/api/v1/targets", json!({ "targets": [] })),
    ] {
        let status = send(&mut desk.browser, verb, path, &body).await;
        assert!((400..500).contains(&status), "{path}: {status}");
    }
    for name in ["a\0b", "\u{202e}b\u{202c}", " \u{200b} ", "=1+1", &"é".repeat(5000)] {
        let body = json!({ "name": name, "role": "mentee", "lang": "fr", "branch": branch });
        send(&mut desk.browser, Method::POST, "/api/v1/people", &body).await;
        let note = json!({ "with": "both", "day": day(0), "channel": "phone", "note": name });
        let path = desk.path("contacts");
        send(&mut desk.browser, Method::POST, &path, &note).await;
    }
    all_is_well(&mut desk).await;
}
