//! Meetings in a calendar: days and times, no words, and an address that can be ended.

use crate::pair::Pair;
use serde_json::Value;

#[tokio::test]
async fn one_meeting_is_a_day_and_a_time() {
    let mut pair = Pair::demo().await;
    let meeting = pair.add_meeting("2026-12-03", "proposed", None).await;
    let answer = pair.mentee_gets(&format!("meetings/{meeting}.ics")).await;
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    assert!(answer.header("content-disposition").starts_with("attachment"));
    let text = answer.text();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    assert!(text.contains("DTSTART:20261203T130000Z\r\n"), "{text}");
    assert!(text.contains("SUMMARY:Rencontre – Passerelle\r\n"), "{text}");
    assert!(!text.contains("Canari") && !text.contains("Asmae") && !text.contains("Cécile"));
    for name in [format!("{meeting}"), format!("{}.ics", crate::pair::new_id()), "x.ics".into()] {
        assert_eq!(pair.mentee_gets(&format!("meetings/{name}")).await.problem().0, 404, "{name}");
    }
}

#[tokio::test]
async fn a_calendar_reads_by_its_address_alone() {
    let mut pair = Pair::demo().await;
    pair.add_meeting("2026-12-03", "proposed", None).await;
    let mut made = Vec::new();
    for _ in 0..2 {
        let answer = pair.mentee.browser.post("/api/v1/account/calendar", &Value::Null).await;
        let address = answer.json::<Value>()["address"].as_str().unwrap().to_owned();
        made.push(address.strip_prefix(&pair.site.origin).unwrap().to_owned());
    }
    let mut program = pair.site.browser();
    assert_eq!(program.get(&made[0]).await.problem().0, 404, "a newer address ends the older");
    let read = program.get(&made[1]).await;
    assert_eq!(read.status, 200);
    assert!(read.text().contains("DTSTART:20261203T130000Z"), "{}", read.text());
    assert!(!read.text().contains("Canari"));
    assert_eq!(read.header("cache-control"), "private, no-cache");
    let again = program.request(reqwest::Method::GET, &made[1]);
    let again = program.send(again.header("if-none-match", read.header("etag"))).await;
    assert_eq!((again.status, again.body.len()), (304, 0));
    // The secret itself is nowhere on the disk.
    let secret = made[1].rsplit('/').next().unwrap().trim_end_matches(".ics").to_owned();
    assert!(!crate::account::is_on_disk(pair.site.data.path(), &secret));
    let ended = pair.mentee.browser.delete("/api/v1/account/calendar").await;
    assert_eq!(ended.status, 204);
    for path in [made[1].as_str(), "/api/v1/calendar/.ics", "/api/v1/calendar/x"] {
        assert_eq!(program.get(path).await.problem().0, 404, "{path}");
    }
}
