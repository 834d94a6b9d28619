//! Reminders that need no open app: nothing that was not asked for, nothing twice, and not a word
//! of a board.

use crate::{
    account::is_on_disk,
    clock,
    duo_health::duo_of,
    helpers::{Answer, Browser, Site},
    pair::{Pair, add_objective, new_id},
};
use axum::{Router, extract::Request, routing::post};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use board::time::Timestamp;
use passerelle_server::{
    demo::people::person_id,
    ids,
    reminders::{Desk, Reminding, send_due},
};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::{
    fs,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU16, Ordering},
    },
};
use web_push_native::{Auth, decrypt, p256::SecretKey, p256::elliptic_curve::sec1::ToEncodedPoint};

const PATH: &str = "/api/v1/account/reminders";
const DEVICE: &str = "/api/v1/account/reminders/device";
const TRIAL: &str = "/api/v1/account/reminders/trial";
const ADDRESS: &str = "canari.rappel@example.be";
/// A quarter of an hour: whoever has the app open has read by then.
const LATER: i64 = 15 * 60 * 1000;

/// A request that arrived: its headers by name, and its body.
type Arrived = (Vec<(String, String)>, Vec<u8>);

/// A push service for one browser, which answers with this status.
struct Service {
    origin: String,
    status: Arc<AtomicU16>,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    key: SecretKey,
    auth: [u8; 16],
}

impl Service {
    async fn open() -> Self {
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let status = Arc::new(AtomicU16::new(201));
        let (all, answers) = (Arc::clone(&arrived), Arc::clone(&status));
        let take = async move |request: Request| {
            let headers = request.headers().iter();
            let text = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
            let headers = headers.map(|(name, value)| (name.to_string(), text(value))).collect();
            let body = axum::body::to_bytes(request.into_body(), 5000).await.unwrap().to_vec();
            all.lock().unwrap().push((headers, body));
            StatusCode::from_u16(answers.load(Ordering::Relaxed)).unwrap()
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let router: Router = Router::new().route("/push/{device}", post(take));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        let key = loop {
            if let Ok(key) = SecretKey::from_slice(&ids::random::<32>()) {
                break key;
            }
        };
        Self { origin, status, arrived, key, auth: ids::random() }
    }

    /// What a browser says of itself.
    fn device(&self) -> Value {
        let public = self.key.public_key().to_encoded_point(false);
        json!({
            "endpoint": format!("{}/push/canari", self.origin),
            "p256dh": URL_SAFE_NO_PAD.encode(public),
            "auth": URL_SAFE_NO_PAD.encode(self.auth),
        })
    }

    /// What arrived since the last time, decrypted.
    fn messages(&self) -> Vec<(Vec<(String, String)>, Value)> {
        let arrived: Vec<Arrived> = self.arrived.lock().unwrap().drain(..).collect();
        let read = |(headers, body): Arrived| {
            let auth = Auth::clone_from_slice(&self.auth);
            let text = decrypt(body, &self.key, &auth).unwrap();
            (headers, serde_json::from_slice(&text).unwrap())
        };
        arrived.into_iter().map(read).collect()
    }
}

async fn set(browser: &mut Browser, body: Value) -> Answer {
    let request = browser.request(Method::PUT, PATH).json(&body);
    browser.send(request).await
}

async fn add_device(browser: &mut Browser, device: &Value) -> Answer {
    let request = browser.request(Method::PUT, DEVICE).json(device);
    browser.send(request).await
}

async fn send(site: &Site, after: i64) -> Reminding {
    let now = Timestamp(clock::now().0 + after);
    send_due(Desk::of(&site.running.app), now).await.unwrap()
}

fn header<'h>(headers: &'h [(String, String)], name: &str) -> &'h str {
    headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// Asmae wants to know on her phone when Cécile writes, at any hour; and Cécile writes.
async fn told_by_phone(service: &Service) -> Pair {
    let (mut pair, ..) = duo_of(10).await;
    let choices = json!({ "choices": [{ "kind": "wrote", "channel": "push" }] });
    assert_eq!(set(&mut pair.mentee.browser, choices).await.status, 200);
    let here: Value = add_device(&mut pair.mentee.browser, &service.device()).await.json();
    assert_eq!((&here["here"], &here["devices"]), (&json!(true), &json!(1)));
    write(&mut pair).await;
    pair
}

async fn write(pair: &mut Pair) {
    let objective = new_id();
    pair.mentee_does(add_objective(objective, "Canari-objectif", false)).await;
    pair.mentor_does(json!({ "add_comment": { "id": new_id(), "on": objective,
        "text": "Canari-message" } }))
        .await;
}

#[tokio::test]
async fn nothing_is_on_until_somebody_asks() {
    let site = Site::demo().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let first: Value = asmae.get(PATH).await.json();
    assert_eq!(first["choices"].as_array().unwrap().len(), 8);
    assert!(first["choices"].as_array().unwrap().iter().all(|one| one["channel"] == "off"));
    assert_eq!(first["quiet"], json!({ "from": 1260, "until": 480 }));
    assert_eq!((&first["here"], &first["devices"]), (&json!(false), &json!(0)));
    let key = URL_SAFE_NO_PAD.decode(first["push_key"].as_str().unwrap()).unwrap();
    assert_eq!((key.len(), key[0]), (65, 4));
    let kept = fs::read_to_string(site.data.path().join("push.key")).unwrap();
    assert!(!asmae.get("/api/v1/account/data").await.text().contains(kept.trim()));

    let mut cecile = site.browser_of(person_id("Cécile")).await;
    let hers: Value = cecile.get(PATH).await.json();
    assert_eq!(hers["choices"].as_array().unwrap().len(), 6);
    let of_mentee = json!({ "choices": [{ "kind": "key_date", "channel": "push" }] });
    assert_eq!(set(&mut cecile, of_mentee.clone()).await.problem(), (422, "unusable".into()));
    let now: Value = set(&mut asmae, of_mentee).await.json();
    assert!(now.get("quiet").is_none(), "at any hour: {now}");
    for (body, field) in [
        (json!({ "choices": [{ "kind": "wrote", "channel": "mail" }] }), "address"),
        (json!({ "choices": [], "address": "canari" }), "address"),
        (json!({ "choices": [], "quiet": { "from": 1440, "until": 0 } }), "quiet"),
        (
            json!({ "choices": [{ "kind": "wrote", "channel": "off" },
                { "kind": "wrote", "channel": "push" }] }),
            "choices",
        ),
    ] {
        let answer = set(&mut asmae, body).await;
        assert_eq!(answer.problem(), (422, "unusable".into()));
        assert_eq!(answer.json::<Value>()["fields"][0]["field"], field);
        assert!(!answer.text().contains("canari"));
    }
    let unknown = json!({ "choices": [{ "kind": "canari", "channel": "push" }] });
    assert_eq!(set(&mut asmae, unknown).await.problem(), (422, "unusable".into()));
    for name in ["Nadia", "Fonds Rivage"] {
        let mut other = site.browser_of(person_id(name)).await;
        assert_eq!(other.get(PATH).await.problem(), (403, "not_allowed".into()));
    }
}

#[tokio::test]
async fn a_device_is_ones_own_and_its_service_is_a_public_one() {
    let (site, service) = (Site::demo().await, Service::open().await);
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let mut device = service.device();
    for endpoint in [
        "https://localhost/push/1",
        "https://10.0.0.1/push/1",
        "https://router.lan/push/1",
        "https://[::1]/push/1",
        "http://push.example.org/push/1",
        "https://push.example.org:22/push/1",
    ] {
        device["endpoint"] = json!(endpoint);
        let answer = add_device(&mut asmae, &device).await;
        assert_eq!(answer.problem(), (422, "unusable".into()), "{endpoint}");
        assert!(!answer.text().contains("push/1"));
    }
    for (field, value) in [("p256dh", "AAAA"), ("p256dh", "???"), ("auth", "AAAA"), ("auth", "")] {
        let mut device = service.device();
        device[field] = json!(value);
        assert_eq!(add_device(&mut asmae, &device).await.problem(), (422, "unusable".into()));
    }
    let token = site.token_for(person_id("Asmae"), Timestamp::DAY).await;
    let mut shared = site.browser();
    assert_eq!(shared.sign_in(&token, false).await.status, 200);
    let answer = add_device(&mut shared, &service.device()).await;
    assert_eq!(answer.problem(), (403, "not_allowed".into()));
}

#[tokio::test]
async fn what_the_other_one_wrote_is_told_once_and_without_a_word() {
    let service = Service::open().await;
    let pair = told_by_phone(&service).await;
    assert_eq!(send(&pair.site, 0).await, Reminding::default(), "she may be reading");
    assert_eq!(send(&pair.site, LATER).await, Reminding { sent: 1, failed: 0 });
    let found = service.messages();
    let [(headers, message)] = found.as_slice() else { panic!("{found:?}") };
    let expected = json!({ "title": "Passerelle", "body": "Du nouveau dans le plan.",
        "lang": "fr", "dir": "ltr", "url": "/" });
    assert_eq!(*message, expected);
    assert_eq!(header(headers, "content-encoding"), "aes128gcm");
    assert_eq!(header(headers, "ttl"), "43200");
    let signed = header(headers, "authorization").strip_prefix("vapid t=").unwrap();
    let (token, key) = signed.split_once(", k=").unwrap();
    let claims = URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap();
    let claims: Value = serde_json::from_slice(&claims).unwrap();
    assert_eq!(claims["aud"], service.origin);
    assert!(claims["sub"].as_str().unwrap().starts_with("mailto:"));
    let mut asmae = pair.mentee.browser.clone();
    assert_eq!(asmae.get(PATH).await.json::<Value>()["push_key"], key);
    let all = format!("{headers:?}{message}");
    for word in ["Canari", "Asmae", "Cécile", "Liège"] {
        assert!(!all.contains(word), "{word}: {all}");
    }
    assert_eq!(send(&pair.site, LATER).await, Reminding::default(), "told");
    assert!(service.messages().is_empty());
}

#[tokio::test]
async fn once_a_day_is_enough_and_quiet_hours_wait() {
    let service = Service::open().await;
    let mut pair = told_by_phone(&service).await;
    let hour = (clock::now().0 + LATER).rem_euclid(Timestamp::DAY);
    // Half of the day around the moment, whatever the summer time.
    let around = |shift: i64| {
        let minute = |at: i64| at.rem_euclid(Timestamp::DAY) / 60_000;
        let six = 6 * 60 * 60 * 1000;
        json!({ "from": minute(hour + shift - six), "until": minute(hour + shift + six) })
    };
    let choices = json!([{ "kind": "wrote", "channel": "push" }]);
    let quiet = json!({ "choices": choices, "quiet": around(0) });
    assert_eq!(set(&mut pair.mentee.browser, quiet).await.status, 200);
    assert_eq!(send(&pair.site, LATER).await, Reminding::default());
    let awake = json!({ "choices": choices, "quiet": around(Timestamp::DAY / 2) });
    assert_eq!(set(&mut pair.mentee.browser, awake).await.status, 200);
    assert_eq!(send(&pair.site, LATER).await.sent, 1);
    write(&mut pair).await;
    assert_eq!(send(&pair.site, LATER).await.sent, 0, "once a day");
    let kept: u32 = header(&service.messages()[0].0, "ttl").parse().unwrap();
    assert!(kept <= 9 * 60 * 60, "not into the quiet hours: {kept}");
    assert_eq!(send(&pair.site, Timestamp::DAY + LATER).await.sent, 1, "the next day");
}

#[tokio::test]
async fn what_does_not_arrive_is_tried_again_and_who_left_is_forgotten() {
    let service = Service::open().await;
    let mut pair = told_by_phone(&service).await;
    service.status.store(503, Ordering::Relaxed);
    assert_eq!(send(&pair.site, LATER).await, Reminding { sent: 0, failed: 1 });
    service.status.store(201, Ordering::Relaxed);
    assert_eq!(send(&pair.site, LATER).await, Reminding { sent: 1, failed: 0 });
    service.status.store(410, Ordering::Relaxed);
    let asmae = &mut pair.mentee.browser;
    let trial = asmae.post(TRIAL, &Value::Null).await;
    assert_eq!(trial.json::<Value>(), json!({ "sent": false }));
    assert_eq!(asmae.get(PATH).await.json::<Value>()["devices"], 0);
    assert_eq!(asmae.post(TRIAL, &Value::Null).await.problem(), (404, "not_found".into()));
}

#[tokio::test]
async fn a_trial_says_that_it_is_one_and_comes_once_at_a_time() {
    let service = Service::open().await;
    let mut pair = told_by_phone(&service).await;
    let asmae = &mut pair.mentee.browser;
    assert_eq!(asmae.post(TRIAL, &Value::Null).await.json::<Value>(), json!({ "sent": true }));
    let found = service.messages();
    assert_eq!(found.len(), 1);
    assert!(found[0].1["body"].as_str().unwrap().contains("essai"));
    assert_eq!(asmae.post(TRIAL, &Value::Null).await.problem(), (429, "too_many_tries".into()));
    assert_eq!(asmae.delete(DEVICE).await.status, 204);
    assert_eq!(asmae.get(PATH).await.json::<Value>()["here"], false);
}

#[tokio::test]
async fn a_device_that_leaves_hears_nothing_more() {
    let service = Service::open().await;
    let mut pair = told_by_phone(&service).await;
    assert_eq!(pair.mentee.browser.delete("/api/v1/session").await.status, 204);
    assert_eq!(send(&pair.site, LATER).await, Reminding::default());
    assert!(service.messages().is_empty());
}

#[tokio::test]
async fn a_letter_says_as_little() {
    let mut pair = Pair::demo().await;
    let objective = new_id();
    pair.mentee_does(add_objective(objective, "Canari-objectif", false)).await;
    let choices = json!({ "choices": [{ "kind": "wrote", "channel": "mail" }],
        "address": ADDRESS });
    let now: Value = set(&mut pair.mentor.browser, choices).await.json();
    assert_eq!(now["address"], ADDRESS);
    let comment = json!({ "add_comment": { "id": new_id(), "on": objective,
        "text": "Canari-message" } });
    pair.mentee_does(comment).await;
    assert_eq!(send(&pair.site, LATER).await, Reminding { sent: 1, failed: 0 });
    let data = pair.site.data.path().to_owned();
    let letters: Vec<String> = fs::read_dir(data.join("mailbox"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert!(letter.contains(&format!("To: {ADDRESS}\r\n")), "{letter}");
    assert!(letter.contains("nouveau dans le plan."), "{letter}");
    assert!(letter.contains("/reminders>\r\n"), "{letter}");
    let rest = letter.replace(ADDRESS, "");
    for word in ["Canari", "canari", "Asmae", "cile", "Li=C3=A8ge"] {
        assert!(!rest.contains(word), "{word}: {rest}");
    }
    let none = json!({ "choices": [], "address": "" });
    assert_eq!(set(&mut pair.mentor.browser, none).await.status, 200);
    assert_eq!(fs::read_dir(data.join("mailbox")).unwrap().count(), 0, "erased with the address");
}

#[tokio::test]
async fn data_is_told_and_goes_with_the_account() {
    let service = Service::open().await;
    let mut pair = told_by_phone(&service).await;
    assert_eq!(send(&pair.site, LATER).await.sent, 1);
    let asmae = &mut pair.mentee.browser;
    let data: Value = asmae.get("/api/v1/account/data").await.json();
    let expected = json!({ "choices": [{ "kind": "wrote", "channel": "push" }],
        "services": [service.origin.strip_prefix("http://").unwrap()] });
    assert_eq!(data["reminders"], expected);
    assert!(asmae.get("/api/v1/account/data.html").await.text().contains("Vos rappels"));
    let end = json!({ "name": "Asmae" });
    assert_eq!(asmae.post("/api/v1/account/end", &end).await.status, 204);
    assert!(!is_on_disk(pair.site.data.path(), "push/canari"));
    assert_eq!(send(&pair.site, LATER).await, Reminding::default());
}

#[tokio::test]
async fn after_the_end_of_a_duo_there_is_nothing() {
    let service = Service::open().await;
    let mut pair = told_by_phone(&service).await;
    let end = json!({ "name": "Cécile" });
    assert_eq!(pair.mentor.browser.post("/api/v1/account/end", &end).await.status, 204);
    assert_eq!(send(&pair.site, LATER).await, Reminding::default());
    assert!(service.messages().is_empty());
}
