//! A demo with a crowd, through the doors that people use: the numbers agree with each other, and
//! whoever starts it can look around.

use crate::helpers::Site;
use passerelle_server::{
    config::Content,
    demo::{crowd::Crowd, people::person_id},
};
use serde_json::Value;
use std::collections::BTreeMap;

/// How many duos of a caseload are in each state.
fn counts(caseload: &Value) -> BTreeMap<String, u64> {
    let counts = caseload["counts"].as_array().unwrap().iter();
    counts.map(|it| (it["state"].as_str().unwrap().into(), it["duos"].as_u64().unwrap())).collect()
}

#[tokio::test]
async fn a_crowd_comes_on_top_of_the_demo() {
    let plain = Site::demo().await;
    let crowded = Site::with(Content::Crowd(Crowd { duos: 30, seed: 1 }), None).await;
    let mut all = Vec::new();
    for site in [&plain, &crowded] {
        let mut helene = site.browser_of(person_id("Hélène")).await;
        let caseload: Value = helene.get("/api/v1/caseload").await.json();
        let counts = counts(&caseload);
        assert!(counts.values().all(|duos| *duos > 0) && counts.len() >= 7, "{counts:?}");
        let running = counts.iter().filter(|(state, _)| *state != "closed");
        let call = ["help_requested", "closure_overdue", "stalled"];
        let first = call.iter().map(|state| counts[*state]).sum::<u64>();
        assert_eq!(caseload["to_call"], first, "{counts:?}");
        all.push((running.map(|(_, duos)| duos).sum::<u64>(), counts.values().sum::<u64>()));
    }
    let [(running, _), (crowd_running, _)] = all[..] else { panic!("two sites") };
    assert!(crowd_running > running, "{all:?}");
    let records = crowded.running.app.store.duo_records(false).await.unwrap();
    assert_eq!(records.len(), plain.running.app.store.duo_records(false).await.unwrap().len() + 30);
}

#[tokio::test]
async fn a_crowd_is_filled_in_once() {
    let crowd = Crowd { duos: 5, seed: 9 };
    let site = Site::with(Content::Crowd(crowd), None).await;
    let before = site.running.app.store.duo_records(false).await.unwrap().len();
    let links = passerelle_server::demo::prepare(&site.running.app, Some(crowd)).await.unwrap();
    let names: Vec<&str> = links.iter().map(|link| link.label.as_str()).collect();
    assert_eq!(
        names,
        [
            "Asmae (mentee)",
            "Cécile (mentor)",
            "Nadia (coordinator)",
            "Hélène (organisation_admin)",
            "Fonds Rivage (funder)"
        ]
    );
    assert_eq!(site.running.app.store.duo_records(false).await.unwrap().len(), before);
}
