//! Who looked at whom: noted once a day, told to the person, and a changed row is noticed.

use crate::{clock, helpers::Site};
use board::office::look::Looked;
use passerelle_server::demo::people::person_id;
use serde_json::Value;
use sqlx::Connection;

#[tokio::test]
async fn a_look_is_told_once_a_day_to_the_person_alone() {
    let site = Site::demo().await;
    let store = &site.running.app.store;
    let (nadia, asmae, cecile) = (person_id("Nadia"), person_id("Asmae"), person_id("Cécile"));
    let now = clock::now();
    for _ in 0..2 {
        store.note_looks(nadia, &[asmae, cecile], Looked::DuoPage, now).await.unwrap();
    }
    store.note_look(nadia, asmae, Looked::Demographics, now).await.unwrap();
    store.note_look(nadia, asmae, Looked::DuoPage, now.plus_days(1)).await.unwrap();
    let mut hers = site.browser_of(asmae).await;
    let looks: Value = hers.get("/api/v1/me/looks").await.json();
    let told: Vec<&str> =
        looks.as_array().unwrap().iter().map(|look| look["what"].as_str().unwrap()).collect();
    assert_eq!(told, ["duo_page", "demographics", "duo_page"], "the newest first");
    assert_eq!(looks[0]["by"], "Nadia");
    let mut mentor = site.browser_of(cecile).await;
    let looks: Value = mentor.get("/api/v1/me/looks").await.json();
    assert_eq!(looks.as_array().unwrap().len(), 1);
    assert_eq!(site.browser().get("/api/v1/me/looks").await.problem().0, 401);
}

#[tokio::test]
async fn a_changed_row_breaks_the_chain() {
    for change in [
        "update looks set staff = person where number = 2",
        "update looks set day = '2020-01-01' where number = 2",
        "delete from looks where number = 2",
    ] {
        let site = Site::demo().await;
        let store = &site.running.app.store;
        let people = ["Asmae", "Samir", "Yonas"].map(person_id);
        store.note_looks(person_id("Nadia"), &people, Looked::Export, clock::now()).await.unwrap();
        assert_eq!(store.first_changed_look().await.unwrap(), None);
        let file = site.data.path().join("passerelle.db");
        let url = format!("sqlite://{}", file.display());
        let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
        sqlx::query(change).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        assert_eq!(store.first_changed_look().await.unwrap(), Some(2), "{change}");
    }
}
