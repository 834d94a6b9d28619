//! What is counted of a board, and what is not.

use super::*;
use crate::{item::Item, space::Space};
use serde_json::{Value, json};

fn item(number: u32, body: Value) -> Item {
    let id = format!("018f0000-0000-7000-8000-{number:012}");
    let by = "018f0000-0000-7000-8000-000000000001";
    let item = json!({ "id": id, "by": by, "at": 0, "changed": 86_400_000, "body": body });
    serde_json::from_value(item).unwrap()
}

fn body() -> Vec<Item> {
    vec![
        item(
            1,
            json!({ "objective": { "title": "Canari", "horizon": "short", "theme": "housing",
            "state": "reached", "since": 172_800_000 } }),
        ),
        item(
            2,
            json!({ "objective": { "title": "Canari", "horizon": "short", "state": "active",
            "since": 0 } }),
        ),
        item(3, json!({ "referral": { "kind": "service", "title": "Canari", "theme": "Canari" } })),
        item(4, json!({ "project": { "sector": "care", "notes": "Canari" } })),
    ]
}

fn day_of(at: Timestamp) -> NaiveDate {
    chrono::DateTime::from_timestamp_millis(at.0).unwrap().date_naive()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn counts_and_days_and_no_words() {
    let world = World { shared: Space::new(1, body()), private: Space::default() };
    let tally = of(&world, &Tally::default(), day_of);
    let objective =
        CountedObjective { topic: Topic::Housing, reached: true, closed: day("1970-01-03") };
    assert_eq!(tally.objectives, [objective]);
    assert_eq!(tally.referrals[0].topic, Topic::NotSaid);
    assert_eq!(tally.sector_aim, Some(day("1970-01-02")));
    assert!(!wire::to_json(&tally).contains("Canari"));
    // A later change of the aim does not make it younger.
    let before = Tally { sector_aim: Some(day("1969-12-01")), ..Tally::default() };
    assert_eq!(of(&world, &before, day_of).sector_aim, before.sector_aim);
}

#[test]
fn what_is_private_counts_for_nothing() {
    let world = World { shared: Space::default(), private: Space::new(1, body()) };
    assert_eq!(of(&world, &Tally::default(), day_of), Tally::default());
}
