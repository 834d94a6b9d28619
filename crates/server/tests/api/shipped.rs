//! What the product ships with is taken in at every start, and never over what people wrote.

use crate::{
    clock,
    helpers::{Site, config},
};
use board::{
    actor::Role,
    id::PersonId,
    protocol::library::{CardState, CodeDecision, NewCode},
    slug::Slug,
    time::Timestamp,
};
use passerelle_server::{
    config::Content,
    ids,
    serve::start,
    store::{
        library::{CardText, Cards, ServiceRow, ServiceText, ShippedCard},
        people::Person,
    },
};
use tempfile::TempDir;
use uuid::Uuid;

const NOBODY: PersonId = PersonId(Uuid::nil());

fn slug(name: &str) -> Slug {
    name.parse().unwrap()
}

fn card(id: &str, situation: &str) -> ShippedCard {
    let text = CardText {
        lang: "fr".into(),
        situation: situation.into(),
        happens: "a".into(),
        expected: "b".into(),
        wrong: "c".into(),
        say: "d".into(),
    };
    ShippedCard { id: slug(id), sector: slug("any"), texts: vec![text] }
}

fn service(id: &str, name: &str) -> ServiceRow {
    let text = ServiceText {
        lang: "fr".into(),
        name: name.into(),
        does: "a".into(),
        who: "b".into(),
        bring: Vec::new(),
        contact: "c".into(),
        note: String::new(),
        first_question: String::new(),
    };
    ServiceRow {
        id: slug(id),
        kind: slug("other"),
        regions: Vec::new(),
        themes: Vec::new(),
        web: "https://a.example.be".into(),
        phone: String::new(),
        verified: None,
        texts: vec![text],
    }
}

fn edit(situation: &str) -> CodeDecision {
    let card = NewCode {
        sector: slug("any"),
        lang: "fr".into(),
        situation: situation.into(),
        happens: "a".into(),
        expected: "b".into(),
        wrong: "c".into(),
        say: "d".into(),
        named: false,
    };
    CodeDecision { card, state: CardState::Published, reply: String::new() }
}

#[tokio::test]
async fn an_empty_installation_has_the_library_and_keeps_it_over_a_restart() {
    let data = TempDir::new().unwrap();
    let mut counts = Vec::new();
    for content in [Content::Empty, Content::AsItIs] {
        let app = data.path().join("no-app");
        let running = start(config(data.path(), app, content)).await.unwrap();
        let store = &running.app.store;
        let cards = store.cards(Cards::Published(None), NOBODY, "en").await.unwrap();
        assert!(cards.iter().all(|card| card.lang == "en" && card.version == 1));
        counts.push((cards.len(), store.services("nl").await.unwrap().len()));
        running.stop().await;
    }
    assert!(counts[0].0 >= 60 && counts[0].1 >= 35, "{counts:?}");
    assert_eq!(counts[0], counts[1]);
}

#[tokio::test]
async fn a_newer_product_changes_what_nobody_touched_and_nothing_else() {
    let site = Site::empty().await;
    let (store, now) = (&site.running.app.store, clock::now());
    let person = PersonId(ids::new_id(now));
    let staff = Person { id: person, role: Role::Coordinator, name: "A".into(), lang: "fr".into() };
    store.add_staff(&staff, &[], now).await.unwrap();

    let first = vec![card("x-kept", "avant"), card("x-edited", "avant")];
    let services = vec![service("x-kept", "avant"), service("x-edited", "avant")];
    store.ship(first, services, now).await.unwrap();
    store.decide_card(&slug("x-edited"), person, 1, edit("à nous"), now).await.unwrap();
    store.change_service(service("x-edited", "à nous"), 1, now).await.unwrap();

    let second = vec![card("x-kept", "après"), card("x-edited", "après"), card("x-new", "après")];
    let services = vec![service("x-kept", "après"), service("x-edited", "après")];
    let later = Timestamp(now.0 + 1);
    store.ship(second, services, later).await.unwrap();
    for (id, situation) in [("x-kept", "après"), ("x-edited", "à nous"), ("x-new", "après")] {
        let found = store.cards(Cards::One(slug(id)), NOBODY, "fr").await.unwrap();
        assert_eq!(found[0].situation, situation, "{id}");
    }
    for (id, name) in [("x-kept", "après"), ("x-edited", "à nous")] {
        assert_eq!(store.service(&slug(id), "fr").await.unwrap().name, name, "{id}");
    }
    assert_eq!(store.card_history(&slug("x-kept")).await.unwrap().len(), 1);
    assert_eq!(store.card_history(&slug("x-edited")).await.unwrap().len(), 2);
}
