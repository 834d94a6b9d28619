//! Who hears what, and when a stream is over.

use super::*;
use board::{event::Change, time::Timestamp};
use uuid::Uuid;

fn board() -> BoardId {
    BoardId(Uuid::from_u128(1))
}

/// A person with a session and a device of the same number.
fn listener(number: u128) -> Listener {
    let id = Uuid::from_u128(number);
    Listener { board: board(), person: PersonId(id), session: SessionId(id), device: DeviceId(id) }
}

fn news(by: u128, sides: &[Side]) -> News {
    let person = PersonId(Uuid::from_u128(by));
    let event = Event { rev: 1, at: Timestamp(0), by: person, change: Change::Depart(Vec::new()) };
    News {
        person,
        device: DeviceId(Uuid::from_u128(by)),
        events: sides
            .iter()
            .map(|side| Told { side: *side, seq: 1, event: event.clone() })
            .collect(),
    }
}

/// How many events of the next news this reader may know.
async fn hears(stream: &mut Stream) -> Option<usize> {
    match stream.hear().await {
        Heard::News(news) => Some(news.for_reader(stream.listener().person).count()),
        Heard::Lagged | Heard::End => None,
    }
}

#[tokio::test]
async fn private_news_is_for_its_owner_alone() {
    let hub = Hub::default();
    let (mut own, mut other) = (hub.open(listener(1)), hub.open(listener(2)));
    hub.tell(board(), news(1, &[Side::Private]));
    hub.tell(board(), news(1, &[Side::Private, Side::Shared]));
    assert_eq!((hears(&mut own).await, hears(&mut own).await), (Some(1), Some(2)));
    assert_eq!(hears(&mut other).await, Some(1), "only the shared part of the second");
}

#[tokio::test]
async fn who_is_too_slow_is_told_so() {
    let hub = Hub::default();
    let mut slow = hub.open(listener(1));
    for _ in 0..=BEHIND_MAX {
        hub.tell(board(), news(2, &[Side::Shared]));
    }
    assert!(matches!(slow.hear().await, Heard::Lagged));
}

#[tokio::test]
async fn streams_end_for_their_reasons_and_leave_nothing() {
    let hub = Hub::default();
    let (mut older, mut newer) = (hub.open(listener(1)), hub.open(listener(1)));
    let mut other = hub.open(listener(2));
    assert!(matches!(older.hear().await, Heard::End), "a newer one of the same device");
    drop(older);
    assert_eq!(hub.count(), 2, "dropping the older one does not end the newer");
    hub.end_session(SessionId(Uuid::from_u128(1)));
    assert!(matches!(newer.hear().await, Heard::End));
    hub.end_reader(board(), PersonId(Uuid::from_u128(2)));
    assert!(matches!(other.hear().await, Heard::End));
    hub.end_all();
    let mut late = hub.open(listener(3));
    assert!(matches!(late.hear().await, Heard::End), "the server stops");
    drop((newer, other, late));
    assert!(hub.lock().boards.is_empty() && hub.lock().by_device.is_empty());
}
