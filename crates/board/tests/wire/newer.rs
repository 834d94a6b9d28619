//! What a newer server says to an app of today: more than the app knows, in every place where the
//! next versions may add something. It is read, and the board goes on working.

use board::{
    actor::{Actor, Seat},
    id::PersonId,
    objective::{Horizon, Theme},
    protocol::{
        boards::{Feed, FeedChange, Submitted},
        problem::Problem,
        session::Session,
    },
    reject::Reject,
    space::Side,
    sync::{outbox::Outbox, replica::Replica},
};
use uuid::uuid;

const ME: PersonId = PersonId(uuid!("01890000-0000-7000-8000-0000000000aa"));

/// A snapshot with an item of today, one with a field and values of tomorrow, and one of a kind of
/// tomorrow.
const SNAPSHOT: &str = r#"{"snapshot":{"cursor":"0000002a.7.0","last_seq":3,"weather":"fine",
    "shared":[
    {"id":"01890000-0000-7000-8000-000000000001","by":"01890000-0000-7000-8000-0000000000aa","at":1,"changed":2,
     "body":{"objective":{"title":"Trouver","horizon":"short","state":"active","since":1}}},
    {"id":"01890000-0000-7000-8000-000000000002","by":"01890000-0000-7000-8000-0000000000aa","at":1,"changed":2,
     "colour":"green","body":{"objective":{"title":"Guérir","horizon":"this_summer","theme":"garden","state":"active",
     "since":1,"mood":{"x":1.5}}}},
    {"id":"01890000-0000-7000-8000-000000000003","by":"01890000-0000-7000-8000-0000000000aa","at":1,"changed":2,
     "body":{"photo_album":{"title":"Été"}}}],"private":[]}}"#;

fn feed(json: &str) -> Feed {
    wire::from_json(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

fn replica() -> Replica {
    let actor = Actor { person: ME, seat: Seat::Mentee };
    let mut replica = Replica::new(actor, Outbox::default());
    replica.receive(feed(SNAPSHOT));
    replica
}

/// One event after the snapshot, with this change.
fn event(change: &str) -> Feed {
    feed(&format!(
        r#"{{"changes":{{"cursor":"0000002a.8.0","shared":[{{"rev":8,"at":2,
        "by":"01890000-0000-7000-8000-0000000000bb","change":{change}}}]}}}}"#
    ))
}

#[test]
fn a_board_with_a_kind_of_tomorrow_shows_the_rest() {
    let replica = replica();
    let items = &replica.view().space(Side::Shared).items;
    assert_eq!(items.len(), 2, "{items:?}");
    assert_eq!((replica.cursor().shared, replica.snapshot().last_seq), (7, 3));
}

#[test]
fn values_of_tomorrow_are_kept_as_they_came() {
    assert_eq!(Horizon::from_word("this_summer").as_str(), "this_summer");
    assert!(!Theme::from_word("garden").is_known());
    let kept = wire::to_json(&replica().snapshot());
    assert!(kept.contains("\"horizon\":\"this_summer\",\"theme\":\"garden\""), "{kept}");
}

#[test]
fn a_change_of_tomorrow_makes_the_app_ask_for_the_whole() {
    for change in [
        r#"{"op":{"paint":{"item":"01890000-0000-7000-8000-000000000001","colour":"green"}}}"#,
        r#"{"op":{"set_state":{"item":"01890000-0000-7000-8000-000000000001","state":7}}}"#,
        r#"{"arrive":[{"id":"01890000-0000-7000-8000-000000000009","by":"01890000-0000-7000-8000-0000000000aa",
            "at":1,"changed":2,"body":{"photo_album":{}}}]}"#,
        r#"{"op":{"set_state":{"item":"01890000-0000-7000-8000-000000000001","state":"paused","until":3}}}"#,
        r#"{"merge":{}}"#,
    ] {
        let mut replica = replica();
        let outcome = replica.receive(event(change));
        assert!(outcome.lost && outcome.news.is_empty(), "{change}");
        let Feed::Changes(changes) = event(change) else { panic!("changes") };
        assert_eq!(changes.shared[0].change, FeedChange::Newer);
    }
    let known =
        r#"{"op":{"set_state":{"item":"01890000-0000-7000-8000-000000000001","state":"shelved"}}}"#;
    let outcome = replica().receive(event(known));
    assert!(!outcome.lost && outcome.news.len() == 1, "a value of tomorrow in a change of today");
}

#[test]
fn reasons_and_problems_of_tomorrow_have_words_of_today() {
    for rejected in ["\"too_sunny\"", r#"{"text":{"field":"title","error":"rude"}}"#] {
        let json = format!(
            r#"{{"receipts":[{{"seq":4,"rejected":{rejected},"hint":1}}],"feed":{{"changes":{{"cursor":"0000002a.7.0"}}}}}}"#
        );
        let answer: Submitted = wire::from_json(&json).expect("a receipt");
        assert_eq!(answer.receipts[0].rejected, Some(Reject::UnknownValue), "{rejected}");
    }
    let problem = r#"{"type":"/problems/x","title":"X","status":418,"code":"teapot","hints":[],
        "fields":[{"field":"x","rule":"too_green"}]}"#;
    let problem: Problem = wire::from_json(problem).expect("a problem");
    assert_eq!(problem.code.as_str(), "teapot");
}

#[test]
fn a_session_of_tomorrow_is_a_session() {
    let session = r#"{"id":"01890000-0000-7000-8000-0000000000cc","person":"01890000-0000-7000-8000-0000000000aa",
        "name":"Asmae","role":"mentee","lang":"fr","own_device":true,"idle_seconds":1800,"theme":"dark","boards":[{"id":
        "01890000-0000-7000-8000-0000000000b0","mentee":{"id":"01890000-0000-7000-8000-0000000000aa",
        "name":"Asmae","pronoun":"elle"},"mentor":null,"pinned":true}],"branches":[]}"#;
    let session: Session = wire::from_json(session).expect("a session");
    assert_eq!(session.boards.len(), 1);
}

#[test]
fn a_newer_app_asks_for_what_the_older_one_passed_over() {
    let mut stored = replica().snapshot();
    let mut same = Replica::new(Actor { person: ME, seat: Seat::Mentee }, Outbox::default());
    same.receive(Feed::Snapshot(stored.clone()));
    assert_eq!(same.cursor().epoch, 0x2a, "stored and read by the same app");

    stored.reader = stored.reader.map(|reader| reader ^ 1);
    let mut newer = Replica::new(Actor { person: ME, seat: Seat::Mentee }, Outbox::default());
    newer.receive(Feed::Snapshot(stored));
    assert!(newer.is_ready() && newer.view().space(Side::Shared).items.len() == 2);
    assert_eq!(newer.cursor().epoch, 0, "no server follows this: it sends everything");
    let outcome = newer.receive(feed(SNAPSHOT));
    assert!(!outcome.renumbered && outcome.again == 0, "and it is not taken for a restored one");
    assert_eq!(newer.cursor().epoch, 0x2a);
}
