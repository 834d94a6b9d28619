//! The live stream as a reader that understands server-sent events.

use reqwest::Response;
use serde_json::Value;
use std::time::Duration;
use tokio::time::timeout;

/// Nothing here takes long; only a broken server makes a test wait for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// One event.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Event {
    pub kind: String,
    pub id: String,
    pub data: String,
}

impl Event {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.data).unwrap()
    }
}

/// An open stream.
pub struct Stream {
    response: Response,
    buffer: String,
    /// Every byte that came.
    pub everything: String,
}

impl Stream {
    pub fn new(response: Response) -> Self {
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "text/event-stream");
        assert_eq!(header("cache-control"), "no-store, no-transform");
        assert_eq!(header("x-accel-buffering"), "no");
        Self { response, buffer: String::new(), everything: String::new() }
    }

    /// The next event; none when the stream ended.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some((block, rest)) = self.buffer.split_once("\n\n") {
                let event = parse(block);
                self.buffer = rest.to_owned();
                return Some(event);
            }
            let chunk = timeout(PATIENCE, self.response.chunk()).await.expect("nothing came");
            let text = String::from_utf8(chunk.ok()??.to_vec()).unwrap();
            self.everything.push_str(&text);
            self.buffer.push_str(&text);
        }
    }

    /// The next event, which must come, as JSON.
    pub async fn feed(&mut self) -> Value {
        self.next().await.expect("the stream ended").json()
    }
}

fn parse(block: &str) -> Event {
    let mut event = Event::default();
    for line in block.lines() {
        match line.split_once(": ") {
            Some(("event", kind)) => event.kind = kind.to_owned(),
            Some(("id", id)) => event.id = id.to_owned(),
            Some(("data", data)) => event.data.push_str(data),
            _ => {}
        }
    }
    event
}
