//! Phones with the app's own copy of a board (`board::sync`), over real HTTP.

use crate::{
    clock,
    device::{Device, Wants},
    helpers::{Browser, Site, new_duo, person_id},
    script::{Act, op_of},
    sse::Stream,
};
use board::{
    actor::{Actor, Seat},
    id::{DeviceId, PersonId},
    protocol::boards::{Cursor, Feed},
    world::World,
};
use passerelle_server::ids;
use reqwest::Method;
use serde_json::Value;

/// The two people of a duo, each signed in.
pub struct Duo {
    pub board: String,
    pub name: String,
    pub people: [(Actor, Browser); 2],
}

impl Duo {
    /// A new one, of a mentee with this name.
    pub async fn begin(site: &Site, coordinator: &mut Browser, name: &str) -> Self {
        let branches: Value = coordinator.get("/api/v1/branches").await.json();
        let mut new = new_duo(&branches[0]["id"]);
        new["mentee_name"] = name.into();
        let made = coordinator.post("/api/v1/duos", &new).await;
        assert_eq!(made.status, 201, "{}", made.text());
        let made: Value = made.json();
        let [mentee, mentor] = ["mentee", "mentor"].map(|seat| person_id(&made["duo"][seat]["id"]));
        let board = site.running.app.store.boards_of(mentee).await.unwrap()[0].id.to_string();
        let somebody =
            async |person: PersonId, seat| (Actor { person, seat }, site.browser_of(person).await);
        let people = [somebody(mentee, Seat::Mentee).await, somebody(mentor, Seat::Mentor).await];
        Self { board, name: name.to_owned(), people }
    }

    /// A phone of each, with the whole board on it.
    pub async fn phones(&self) -> [Phone; 2] {
        [self.phone(0).await, self.phone(1).await]
    }

    /// A phone of the mentee (0) or the mentor (1).
    pub async fn phone(&self, who: usize) -> Phone {
        let (actor, browser) = &self.people[who];
        let device = Device::new(DeviceId(ids::new_id(clock::now())), *actor);
        let (browser, board) = (browser.clone(), self.board.clone());
        let mut phone = Phone { device, browser, board, stream: None };
        phone.read().await;
        phone
    }
}

/// An app installation of somebody.
pub struct Phone {
    pub device: Device,
    browser: Browser,
    board: String,
    stream: Option<Stream>,
}

impl Phone {
    pub fn view(&self) -> &World {
        self.device.replica.view()
    }

    pub fn cursor(&self) -> Cursor {
        self.device.replica.cursor()
    }

    fn path(&self, rest: &str, since: Option<Cursor>) -> String {
        let since = since.map(|cursor| format!("&since={cursor}")).unwrap_or_default();
        format!("/api/v1/boards/{}{rest}?device={}{since}", self.board, self.device.id)
    }

    /// Asks what is new, as often as the copy has to.
    pub async fn read(&mut self) {
        for _ in 0..4 {
            let known = self.device.wants != Wants::Snapshot;
            let path = self.path("", known.then(|| self.cursor()));
            let feed: Feed = self.browser.get(&path).await.json();
            self.device.wants = Wants::Nothing;
            self.device.receive(feed);
            if self.device.wants == Wants::Nothing {
                break;
            }
        }
    }

    /// Does something. Returns the word that was typed for it.
    pub fn act(&mut self, act: &Act, made: u128) -> Option<String> {
        let (op, word) = op_of(&self.device, act, made)?;
        if self.device.act(clock::now(), op) { word } else { None }
    }

    /// Sends what waits. The first status that is not "done", if any.
    pub async fn send(&mut self) -> Option<u16> {
        let path = format!("/api/v1/boards/{}/ops", self.board);
        while let Some(submit) = self.device.submit() {
            let body = serde_json::to_value(&submit).unwrap();
            let answer = self.browser.post(&path, &body).await;
            if answer.status != 200 {
                return Some(answer.status);
            }
            self.device.answered(answer.json());
            if self.device.wants != Wants::Nothing {
                self.read().await;
            }
        }
        None
    }

    /// From now on the stream is open.
    pub async fn listen(&mut self) {
        let path = self.path("/events", Some(self.cursor()));
        let response = self.browser.request(Method::GET, &path).send().await.unwrap();
        self.stream = Some(Stream::new(response));
    }

    /// Takes in what the stream tells, up to here. With `deaf` every third message is missed.
    pub async fn hear(&mut self, until: Cursor, deaf: bool) {
        let Some(mut stream) = self.stream.take() else { return };
        let mut count = 0;
        let mut here = self.cursor();
        while here.shared < until.shared || here.private < until.private {
            let event = stream.next().await.expect("the stream goes on");
            if event.kind == "beat" {
                continue;
            }
            assert_eq!(event.kind, "", "nothing here is too much for a stream");
            count += 1;
            here = event.id.parse().unwrap();
            if !deaf || count % 3 != 0 {
                let feed: Feed = serde_json::from_str(&event.data).unwrap();
                self.device.receive(feed);
            }
        }
    }
}
