//! The letter of the week: on and off, and a letter that holds numbers and nothing else.

use crate::{
    clock,
    duo_health::duo_of,
    helpers::{Browser, Site},
    pair::{Pair, add_objective, new_id},
};
use board::meeting::DayTime;
use chrono::{Datelike, Days, NaiveDate};
use passerelle_server::{demo::people::person_id, local};
use reqwest::Method;
use serde_json::{Value, json};
use std::{fs, path::Path, process::Command};

const ADDRESS: &str = "canari.adresse@example.be";
const PATH: &str = "/api/v1/account/digest";

async fn change(browser: &mut Browser, body: Value) -> crate::helpers::Answer {
    let request = browser.request(Method::PATCH, PATH).json(&body);
    browser.send(request).await
}

/// The Monday of the next letters, and more weeks later.
fn monday(weeks: u64) -> NaiveDate {
    let now = clock::now();
    let today = local::day(now);
    let this = today - Days::new(today.weekday().num_days_from_monday().into());
    let is_over = local::moment(this, DayTime(8 * 60)).timestamp_millis() <= now.0;
    this + Days::new(7 * (weeks + u64::from(is_over)))
}

/// The program, told that it is this moment. What it says on both outputs. The server of the test
/// goes on meanwhile: it may be in the middle of writing.
async fn run(data: &Path, now: &str) -> String {
    let (data, now) = (data.to_owned(), now.to_owned());
    tokio::task::spawn_blocking(move || run_now(&data, &now)).await.unwrap()
}

fn run_now(data: &Path, now: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle-server"));
    command.args(["digest", "--public-url", "https://plan.example.org/", "--now", now, "--data"]);
    let output = command.arg(data).env("RUST_LOG", "trace").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!said.contains("canari") && !said.contains("example.be"), "{said}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn at(day: NaiveDate, time: &str) -> String {
    // Winter and summer: nine o'clock UTC is after eight in Belgium, and five is before.
    format!("{day}T{time}:00Z")
}

/// Every letter that lies in the mailbox folder, with its body readable.
fn letters(data: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(data.join("mailbox")) else { return Vec::new() };
    let letters = entries.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    letters.map(|letter| readable(&letter)).collect()
}

/// Takes the transfer encoding of lettre off, so that no word hides in it.
fn readable(letter: &str) -> String {
    let (head, body) = letter.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("Content-Transfer-Encoding: quoted-printable"), "{head}");
    let body = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = body.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = (*first == b'=').then(|| std::str::from_utf8(&tail[..2]).unwrap());
        bytes.push(escaped.map_or(*first, |code| u8::from_str_radix(code, 16).unwrap()));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    format!("{head}\r\n\r\n{}", String::from_utf8(bytes).unwrap())
}

#[tokio::test]
async fn a_mentor_says_where_and_whether() {
    let site = Site::demo().await;
    let mut cecile = site.browser_of(person_id("Cécile")).await;
    assert_eq!(cecile.get(PATH).await.json::<Value>(), json!({ "weekly": false }));
    let without = change(&mut cecile, json!({ "weekly": true })).await;
    assert_eq!(without.problem(), (422, "unusable".into()));
    for typed in ["canari", "a@b", "a@example.be\r\nBcc: b@example.be", &"x".repeat(300)] {
        let answer = change(&mut cecile, json!({ "address": typed, "weekly": true })).await;
        assert_eq!(answer.problem(), (422, "unusable".into()), "{typed}");
        assert_eq!(answer.json::<Value>()["fields"][0]["field"], "address");
        assert!(!answer.text().contains("canari"));
    }
    let body = json!({ "address": format!(" {ADDRESS} "), "weekly": true });
    let now: Value = change(&mut cecile, body).await.json();
    assert_eq!(now, json!({ "address": ADDRESS, "weekly": true }));
    let now: Value = change(&mut cecile, json!({ "weekly": false })).await.json();
    assert_eq!(now, json!({ "address": ADDRESS, "weekly": false }));
    assert!(cecile.get("/api/v1/account/data").await.text().contains(ADDRESS));
    assert!(cecile.get("/api/v1/account/data.html").await.text().contains(ADDRESS));
    let now: Value = change(&mut cecile, json!({ "address": "" })).await.json();
    assert_eq!(now, json!({ "weekly": false }));
    for name in ["Asmae", "Fonds Rivage"] {
        let mut other = site.browser_of(person_id(name)).await;
        assert_eq!(other.get(PATH).await.problem(), (403, "not_allowed".into()));
        let answer = change(&mut other, json!({ "address": ADDRESS, "weekly": true })).await;
        assert_eq!(answer.problem(), (403, "not_allowed".into()));
    }
}

#[tokio::test]
async fn a_letter_goes_out_once_a_week_and_holds_no_word() {
    let (mut pair, ..) = duo_of(10).await;
    pair.mentee_does(add_objective(new_id(), "Canari-partage", false)).await;
    pair.mentee_does(add_objective(new_id(), "Canari-secret", true)).await;
    pair.add_meeting(&monday(3).to_string(), "proposed", None).await;
    let body = json!({ "address": ADDRESS, "weekly": true });
    assert_eq!(change(&mut pair.mentor.browser, body).await.status, 200);
    let data = pair.site.data.path();
    let last = monday(0) - Days::new(7);
    assert_eq!(
        run(data, &at(last, "23:00")).await,
        "Letters sent: 0",
        "asked for after it was due"
    );
    assert_eq!(run(data, &at(monday(0), "05:00")).await, "Letters sent: 0", "before eight");
    assert_eq!(run(data, &at(monday(0), "09:00")).await, "Letters sent: 1");
    assert_eq!(run(data, &at(monday(0), "09:00")).await, "Letters sent: 0", "the same again");
    assert_eq!(run(data, &at(monday(0), "18:00")).await, "Letters sent: 0", "later in the week");
    let found = letters(data);
    let [letter] = found.as_slice() else { panic!("{found:?}") };
    for part in [
        &format!("To: {ADDRESS}\r\n"),
        "List-Unsubscribe: <https://plan.example.org/letter>\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "Content-Type: text/plain; charset=utf-8\r\n",
        "dans votre duo",
        "- Une chose est nouvelle",
        "- Aucune rencontre",
        "https://plan.example.org/\r\n",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    let text = letter.replace(ADDRESS, "");
    for word in ["Canari", "canari", "Asmae", "Cécile", "Liège"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    // Slept through on Monday and Tuesday: made up for on Wednesday.
    let wednesday = monday(1) + Days::new(2);
    assert_eq!(run(data, &at(wednesday, "09:00")).await, "Letters sent: 1");
    assert_eq!(letters(data).len(), 2);
}

#[tokio::test]
async fn a_coordinator_gets_numbers_and_no_name() {
    let site = Site::demo().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let body = json!({ "address": ADDRESS, "weekly": true });
    assert_eq!(change(&mut nadia, body).await.status, 200);
    let data = site.data.path().to_owned();
    assert_eq!(run(&data, &at(monday(0), "09:00")).await, "Letters sent: 1");
    assert_eq!(run(&data, &at(monday(0), "09:00")).await, "Letters sent: 0", "the same again");
    let found = letters(&data);
    let [letter] = found.as_slice() else { panic!("{found:?}") };
    for part in [
        "Cette semaine, pour vous",
        "- Une demande d’aide attend.",
        "personnes à appeler.",
        "duos en cours",
        "- Un duo demande de l’aide.",
        "duos à l’arrêt.",
        "https://plan.example.org/\r\n",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    assert_eq!(letter.matches("https://plan.example.org/\r").count(), 1);
    let text = letter.replace(ADDRESS, "");
    for word in ["Asmae", "Cécile", "Lina", "Yusuf", "Marc", "Nadia", "Liège", "Verviers"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    assert_eq!(change(&mut nadia, json!({ "weekly": false })).await.status, 200);
    assert_eq!(run(&data, &at(monday(1), "09:00")).await, "Letters sent: 0");
}

#[tokio::test]
async fn who_switches_it_off_gets_none_and_an_erased_address_is_nowhere() {
    let mut pair = Pair::demo().await;
    let cecile = &mut pair.mentor.browser;
    let on = json!({ "address": ADDRESS, "weekly": true });
    assert_eq!(change(cecile, on.clone()).await.status, 200);
    assert_eq!(change(cecile, json!({ "weekly": false })).await.status, 200);
    let data = pair.site.data.path().to_owned();
    assert_eq!(run(&data, &at(monday(0), "09:00")).await, "Letters sent: 0");
    assert_eq!(change(cecile, on).await.status, 200);
    assert_eq!(run(&data, &at(monday(0), "09:00")).await, "Letters sent: 1");
    assert_eq!(change(cecile, json!({ "address": "" })).await.status, 200);
    assert!(letters(&data).is_empty(), "nor in the mailbox folder");
    assert_eq!(run(&data, &at(monday(1), "09:00")).await, "Letters sent: 0");
}

#[tokio::test]
async fn an_account_that_ends_takes_its_address_along() {
    let mut pair = Pair::demo().await;
    let on = json!({ "address": ADDRESS, "weekly": true });
    assert_eq!(change(&mut pair.mentor.browser, on).await.status, 200);
    let data = pair.site.data.path().to_owned();
    assert_eq!(run(&data, &at(monday(0), "09:00")).await, "Letters sent: 1");
    let end = json!({ "name": "Cécile" });
    assert_eq!(pair.mentor.browser.post("/api/v1/account/end", &end).await.status, 204);
    assert!(!crate::account::is_on_disk(&data, ADDRESS));
}

#[test]
fn what_cannot_be_used_is_told_in_one_line() {
    let data = tempfile::TempDir::new().unwrap();
    let say = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle-server"));
        command.args(["digest", "--data"]).arg(data.path()).args(arguments);
        let output = command.env("RUST_LOG", "off").output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        said
    };
    assert!(say(&[]).contains("--data"));
    fs::write(data.path().join("passerelle.db"), "").unwrap();
    assert!(say(&["--now", "tomorrow"]).contains("--now"));
    let url = "smtp//user:canari";
    let said = say(&["--smtp-url", url]);
    assert!(said.contains("--smtp-url") && !said.contains("canari"), "{said}");
    assert!(say(&["--smtp-url", "smtps://mail.example.org"]).contains("--mail-from"));
}
