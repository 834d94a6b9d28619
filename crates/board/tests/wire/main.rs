//! What travels keeps its shape: every line of `travels.txt` is read and written again as it
//! stands, every line of `refused.txt` is refused at the place it names. Both ways are tried, the
//! app's own and the one through serde that the server's libraries take.

mod newer;

use board::{
    event::Event,
    item::Item,
    op::Op,
    protocol::{
        boards::{BoardInfo, Feed, Submit, Submitted},
        duos::{Duo, DuoCreated, NewDuo, NewInvitation},
        problem::Problem,
        session::{ChangeSession, DeviceInfo, InvitationSeen, LookAtInvitation, Session, SignIn},
    },
    reject::Reject,
    space::Side,
    sync::outbox::Queued,
};
use serde::{Serialize, de::DeserializeOwned};
use wire::Wire;

/// The JSON as the type writes it again, or where the fault is.
fn again<T: Wire + Serialize + DeserializeOwned>(json: &str) -> Result<String, String> {
    let own = wire::from_json::<T>(json);
    let by_serde = serde_json::from_str::<T>(json);
    assert_eq!(own.is_ok(), by_serde.is_ok(), "{json}");
    let own = own.map_err(|error| error.path().to_owned())?;
    let written = wire::to_json(&own);
    assert_eq!(serde_json::to_string(&own).expect("names are texts"), written);
    Ok(written)
}

fn again_as(kind: &str, json: &str) -> Result<String, String> {
    match kind {
        "Op" => again::<Op>(json),
        "Item" => again::<Item>(json),
        "Event" => again::<Event>(json),
        "Reject" => again::<Reject>(json),
        "Side" => again::<Side>(json),
        "Queued" => again::<Queued>(json),
        "Feed" => again::<Feed>(json),
        "Submit" => again::<Submit>(json),
        "Submitted" => again::<Submitted>(json),
        "BoardInfo" => again::<BoardInfo>(json),
        "LookAtInvitation" => again::<LookAtInvitation>(json),
        "InvitationSeen" => again::<InvitationSeen>(json),
        "SignIn" => again::<SignIn>(json),
        "Session" => again::<Session>(json),
        "ChangeSession" => again::<ChangeSession>(json),
        "DeviceInfo" => again::<DeviceInfo>(json),
        "NewDuo" => again::<NewDuo>(json),
        "NewInvitation" => again::<NewInvitation>(json),
        "DuoCreated" => again::<DuoCreated>(json),
        "Duo" => again::<Duo>(json),
        "Problem" => again::<Problem>(json),
        _ => panic!("no such type here: {kind}"),
    }
}

fn lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_once(' ').expect("a type, then JSON"))
}

#[test]
fn what_travels_keeps_its_shape() {
    for (kind, json) in lines(include_str!("travels.txt")) {
        assert_eq!(again_as(kind, json).as_deref(), Ok(json), "{kind}");
    }
}

#[test]
fn every_operation_has_a_line() {
    let source = include_str!("../../src/op.rs");
    let (_, after) = source.split_once("pub enum Op {").unwrap();
    let (variants, _) = after.split_once("\n}\n").unwrap();
    let variants = variants.lines().filter_map(|line| line.strip_prefix("    "));
    let variants = variants.filter(|line| line.starts_with(|first: char| first.is_uppercase()));
    for variant in variants {
        let name = variant.split(|c: char| !c.is_alphanumeric()).next().unwrap();
        let word: String = name
            .chars()
            .flat_map(|c| {
                let gap = c.is_uppercase().then_some('_');
                gap.into_iter().chain(c.to_lowercase())
            })
            .collect();
        let begin = format!("\nOp {{\"{}\":", word.trim_start_matches('_'));
        assert!(include_str!("travels.txt").contains(&begin), "travels.txt has no line for {name}");
    }
}

#[test]
fn what_cannot_be_used_is_refused_by_its_place() {
    for (kind, rest) in lines(include_str!("refused.txt")) {
        let (place, json) = rest.split_once(' ').unwrap();
        let place = if place == "-" { "" } else { place };
        assert_eq!(again_as(kind, json), Err(place.to_owned()), "{kind} {json}");
    }
}

#[test]
fn names_in_any_order_and_fields_of_newer_versions_are_read() {
    let json = r#"{"change":{"depart":[]},"newer":[{}],"by":"01890000-0000-7000-8000-0000000000aa","at":2,"rev":1}"#;
    let plain =
        r#"{"rev":1,"at":2,"by":"01890000-0000-7000-8000-0000000000aa","change":{"depart":[]}}"#;
    assert_eq!(again::<Event>(json).as_deref(), Ok(plain));
    let json = r#" { "set_theme" : { "item" : "01890000-0000-7000-8000-000000000001" } } "#;
    let plain = r#"{"set_theme":{"item":"01890000-0000-7000-8000-000000000001","theme":null}}"#;
    assert_eq!(again::<Op>(json).as_deref(), Ok(plain), "what may be missing is read as nothing");
}
