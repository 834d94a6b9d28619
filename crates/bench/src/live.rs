//! Mentees write, mentors wait: how long until the other one has it?
//!
//! Readers, writers and the server share the machine, so the figures are an upper bound.

use crate::{
    Live,
    client::{self, Person},
    server::Server,
    table,
};
use anyhow::Context;
use reqwest::Response;
use serde_json::json;
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::{
    sync::{Mutex, mpsc},
    task::JoinSet,
    time::{Instant, interval, sleep, timeout},
};

/// How long the memory settles before it is read.
const SETTLE: Duration = Duration::from_secs(2);
/// Longest wait for one event.
const PATIENCE: Duration = Duration::from_secs(30);
/// Below this many readers the memory of one cannot be told from noise.
const READERS_MIN: usize = 50;
/// Boards that are read before the memory is looked at.
const WARM_UP: usize = 20;
/// People who sign in at the same time while a measurement is prepared.
const DOORS: usize = 4;

/// A board with a writer and a reader.
struct Duo {
    mentee: Person,
    mentor: Person,
    /// The next operation's number and the cursor it starts from.
    state: Mutex<(u64, String, String)>,
    objective: String,
}

impl Duo {
    async fn reconnected(&self) -> Arc<Self> {
        Arc::new(Self {
            mentee: self.mentee.reconnected(),
            mentor: self.mentor.reconnected(),
            state: Mutex::new(self.state.lock().await.clone()),
            objective: self.objective.clone(),
        })
    }
}

/// What happened to one edit.
enum Seen {
    Acknowledged { edit: u64, sent: Instant, at: Instant },
    Arrived { edit: u64, at: Instant, bytes: usize },
}

/// Runs every measurement and prints the table.
pub async fn run(live: &Live) -> anyhow::Result<()> {
    let mut server = Server::start(&live.server)?;
    let most = live.boards.iter().copied().max().unwrap_or(1);
    eprintln!("Preparing {most} boards …");
    let mut duos = prepare(&server, most.into()).await?;
    let mut rows = vec![heading()];
    for boards in &live.boards {
        eprintln!("{boards} boards, {} edits a second for {} s …", live.rate, live.seconds);
        server.restart()?;
        for duo in &mut duos {
            *duo = duo.reconnected().await;
        }
        rows.push(measure(&server, &duos[..usize::from(*boards)], live).await?);
    }
    println!("Times in ms. Server, writers and readers share the machine: {}.", table::machine());
    table::print(&rows);
    Ok(())
}

fn heading() -> Vec<String> {
    [
        "boards",
        "edits",
        "post p50",
        "p99",
        "sent→seen p50",
        "p99",
        "acked→seen p50",
        "p99",
        "bytes/event",
        "KiB/reader",
    ]
    .map(String::from)
    .to_vec()
}

/// Makes the duos and signs everybody in.
async fn prepare(server: &Server, count: u64) -> anyhow::Result<Vec<Arc<Duo>>> {
    let coordinator = Person::enter(&server.origin, &server.token, 0).await?;
    let branch = coordinator.branch().await?;
    let mut duos = Vec::new();
    let mut working = JoinSet::new();
    for number in 1..=count {
        if working.len() >= DOORS {
            duos.push(working.join_next().await.context("nobody is working")???);
        }
        let (coordinator, branch) = (coordinator.clone(), branch.clone());
        let origin = server.origin.clone();
        working.spawn(async move {
            let [mentee, mentor] = coordinator.create_duo(&branch).await?;
            let mentee = Person::enter(&origin, &mentee, 2 * number).await?;
            let mentor = Person::enter(&origin, &mentor, 2 * number + 1).await?;
            let objective = client::id(1_000_000 + number);
            let add = json!({ "add_objective":
                { "id": objective, "title": "edit-00000000", "horizon": "short" } });
            let cursor = mentee.act(1, "00000000.0.0", add).await?;
            let state = Mutex::new((2, cursor, "edit-00000000".to_owned()));
            anyhow::Ok(Arc::new(Duo { mentee, mentor, state, objective }))
        });
    }
    while let Some(duo) = working.join_next().await {
        duos.push(duo??);
    }
    Ok(duos)
}

async fn measure(server: &Server, duos: &[Arc<Duo>], live: &Live) -> anyhow::Result<Vec<String>> {
    let (tell, mut heard) = mpsc::unbounded_channel();
    // What the process needs once (its database's memory) is not the cost of a reader.
    for duo in duos.iter().take(WARM_UP) {
        duo.mentee.read().await?;
    }
    sleep(SETTLE).await;
    let before = server.resident_kib()?;
    let mut readers = JoinSet::new();
    for duo in duos {
        let mut stream = duo.mentor.follow().await?;
        // The first event is what was missed: the reader is live once it came.
        timeout(PATIENCE, stream.chunk()).await??;
        readers.spawn(read(stream, tell.clone()));
    }
    sleep(SETTLE).await;
    let grown = server.resident_kib()?.saturating_sub(before);

    let edits = u64::from(live.rate) * u64::from(live.seconds);
    let mut ticks = interval(Duration::from_secs(1) / u32::from(live.rate));
    let mut writers = JoinSet::new();
    for (edit, duo) in (1..=edits).zip(duos.iter().cycle()) {
        ticks.tick().await;
        writers.spawn(write(Arc::clone(duo), edit, tell.clone()));
    }
    while let Some(written) = writers.join_next().await {
        written??;
    }
    let (mut acknowledged, mut arrived) = (HashMap::new(), HashMap::new());
    while acknowledged.len() as u64 + (arrived.len() as u64) < 2 * edits {
        match timeout(PATIENCE, heard.recv()).await.context("an edit never arrived")? {
            Some(Seen::Acknowledged { edit, sent, at }) => {
                acknowledged.insert(edit, (sent, at)).map(drop)
            }
            Some(Seen::Arrived { edit, at, bytes }) => arrived.insert(edit, (at, bytes)).map(drop),
            None => break,
        };
    }
    readers.shutdown().await;
    Ok(row(duos.len(), grown, &acknowledged, &arrived))
}

fn row(
    boards: usize,
    grown_kib: u64,
    acknowledged: &HashMap<u64, (Instant, Instant)>,
    arrived: &HashMap<u64, (Instant, usize)>,
) -> Vec<String> {
    let (mut post, mut sent_seen, mut acked_seen) = (Vec::new(), Vec::new(), Vec::new());
    for (edit, (sent, acked)) in acknowledged {
        post.push(*acked - *sent);
        if let Some((seen, _)) = arrived.get(edit) {
            sent_seen.push(seen.saturating_duration_since(*sent));
            // Often the reader is told before the writer has the answer: that counts as nothing.
            acked_seen.push(seen.saturating_duration_since(*acked));
        }
    }
    let bytes: usize = arrived.values().map(|(_, bytes)| bytes).sum();
    let mut row = vec![boards.to_string(), acknowledged.len().to_string()];
    for times in [post, sent_seen, acked_seen] {
        let millis = table::millis(&times);
        row.extend([0.5, 0.99].map(|share| format!("{:.1}", table::percentile(&millis, share))));
    }
    row.push((bytes / arrived.len().max(1)).to_string());
    row.push(if boards < READERS_MIN {
        "–".to_owned()
    } else {
        format!("{:.1}", grown_kib as f64 / boards as f64)
    });
    row
}

/// One edit of one mentee; edits of one board wait for each other, as an app's do.
async fn write(duo: Arc<Duo>, edit: u64, tell: mpsc::UnboundedSender<Seen>) -> anyhow::Result<()> {
    let mut state = duo.state.lock().await;
    let (seq, cursor, base) = state.clone();
    let text = format!("edit-{edit:08}");
    let op = json!({ "edit_text":
        { "item": duo.objective, "field": "title", "base": base, "text": text } });
    let sent = Instant::now();
    let cursor = duo.mentee.act(seq, &cursor, op).await?;
    // The reader of the channel may have given up; the figures then say so.
    drop(tell.send(Seen::Acknowledged { edit, sent, at: Instant::now() }));
    *state = (seq + 1, cursor, text);
    Ok(())
}

/// One mentor's browser: notes when which edit arrived.
async fn read(mut stream: Response, tell: mpsc::UnboundedSender<Seen>) {
    let mut waiting = String::new();
    while let Ok(Some(chunk)) = stream.chunk().await {
        let at = Instant::now();
        waiting.push_str(&String::from_utf8_lossy(&chunk));
        while let Some((event, rest)) = waiting.split_once("\n\n") {
            let (bytes, edit) = (event.len() + 2, edit_in(event));
            if let Some(edit) = edit {
                drop(tell.send(Seen::Arrived { edit, at, bytes }));
            }
            waiting = rest.to_owned();
        }
    }
}

/// The number of the edit that an event tells.
fn edit_in(event: &str) -> Option<u64> {
    let (_, text) = event.split_once("\"text\":\"edit-")?;
    text.get(..8)?.parse().ok()
}
